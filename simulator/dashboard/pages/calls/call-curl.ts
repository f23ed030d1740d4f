import type { EntryView } from '../../../inspection/journal/journal.ts';
import { isMaskedName } from '../../../store/journal/mask-exchange.ts';
import { quoted } from '../../../text/curl.ts';

/** A call as a curl command. What the journal masks is a variable of the shell: `"$PASSWORD"`. */
export const callCurl = (url: string, entry: EntryView): string => {
  const pairs = Object.entries(entry.parameters).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  const isRead = entry.method === 'GET' || entry.method === 'HEAD';
  const way = isRead ? ['-G'] : entry.method === 'POST' ? [] : [`-X ${quoted(entry.method)}`];
  const sent =
    entry.body === 'json' && !isRead
      ? [`-H 'Content-Type: application/json'`, `-d ${jsonOf(pairs)}`]
      : pairs.map(option);
  return [['curl', ...way, quoted(url)].join(' '), ...sent].join(' \\\n    ');
};

type Pair = readonly [name: string, value: string];

const option = ([name, value]: Pair): string =>
  isMaskedName(name)
    ? `--data-urlencode ${quoted(`${name}=`)}${variable(name)}`
    : `--data-urlencode ${quoted(`${name}=${value}`)}`;

/** An object as one word of the shell. The journal keeps nested values as JSON text. */
const jsonOf = (pairs: readonly Pair[]): string => {
  let word = '';
  let plain = '{';
  pairs.forEach(([name, value], index) => {
    plain += `${index === 0 ? '' : ','}${JSON.stringify(name)}:`;
    if (isMaskedName(name)) {
      word += `${quoted(`${plain}"`)}${variable(name)}`;
      plain = '"';
    } else plain += /^[[{]/.test(value) ? value : JSON.stringify(value);
  });
  return `${word}${quoted(`${plain}}`)}`;
};

/** `"$CARD_NUMBER"` for `cardNumber`. */
const variable = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/\W/g, '')
    .toUpperCase();
  return `"$${/^[A-Z]/.test(words) ? words : 'SECRET'}"`;
};
