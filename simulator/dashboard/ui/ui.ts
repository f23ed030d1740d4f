import { localeOf, onceFor, timeFormat } from '../../data/page-languages.ts';
import type { Language } from '../../domain/orders/order.ts';
import { escapeHtml } from '../../http/page/view-from.ts';
import type { Say } from '../texts/say.ts';
import { amountText } from './amount-text.ts';
import { type IconName, icons } from './icons.ts';
import type { Tone } from './status.ts';

/** What stands in a block of code. */
export interface CodeBlock {
  /** What it is, for people who do not see it. */
  readonly name: string;
  /** Its head, as HTML. */
  readonly head?: string;
  /** As it is; lines `name=value` and JSON are coloured. */
  readonly text: string;
  /** Whether long lines go on in the next one. */
  readonly wraps?: boolean;
  /** Whether its lines are `name: value`. */
  readonly isYaml?: boolean;
}

/** A link to the next page for a person. */
interface Further {
  readonly href: string;
  readonly text: string;
}

export interface UiOptions {
  readonly say: Say;
  readonly language: Language;
  /** Of the times that are shown, in minutes east of UTC. */
  readonly utcOffsetMinutes: number;
  /** What every form carries. */
  readonly formToken: string;
}

export type Ui = ReturnType<typeof createUi>;

const timeFormats = {
  clockTime: timeFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
  day: timeFormat({ weekday: 'long', day: 'numeric', month: 'long' }),
  date: timeFormat({ day: 'numeric', month: 'long' }),
  minute: timeFormat({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  shortDay: timeFormat({ weekday: 'short', day: 'numeric', month: 'short' }),
  fullTime: timeFormat({ dateStyle: 'long', timeStyle: 'medium' }),
};

const numberFormat = onceFor((language) => new Intl.NumberFormat(localeOf(language)));

const graphemes = new Intl.Segmenter();

/** A number of so many letters has room everywhere. */
const shortNumber = 10;

/** So many letters at the end of a longer one are never cut. */
const keptEnd = 6;

/** Parts of pages as HTML, with everything escaped that is given to them. */
export const createUi = ({ say, language, utcOffsetMinutes, formToken }: UiOptions) => {
  const formatter =
    (name: keyof typeof timeFormats) =>
    (ms: number): string =>
      timeFormats[name](language).format(ms + utcOffsetMinutes * 60_000);
  const clockTime = formatter('clockTime');
  const fullTime = formatter('fullTime');
  const minute = formatter('minute');
  const dayOf = (ms: number): number => Math.floor((ms + utcOffsetMinutes * 60_000) / 86_400_000);

  const icon = (name: IconName, label?: string): string => {
    const hidden = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(label)}"`;
    return `<svg class="icon" viewBox="0 0 16 16" ${hidden}>${icons[name]}</svg>`;
  };

  const hidden = (name: string, value: string): string =>
    `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

  const copyButton = (what: string): string =>
    `<button class="button button-quiet" type="button" data-copy hidden aria-label="${escapeHtml(say('Copy: {what}', { what }))}">${icon('copy')}${escapeHtml(say('Copy'))}</button>`;

  return {
    icon,
    /** `<time>` with the time of day. */
    time: (ms: number): string =>
      `<time datetime="${new Date(ms).toISOString()}" title="${escapeHtml(fullTime(ms))}">${clockTime(ms)}</time>`,
    /** `<time>` with the time of day, or with day and minute if that was not on the day of `nowMs`. */
    timeOrDay: (ms: number, nowMs: number): string =>
      `<time datetime="${new Date(ms).toISOString()}" title="${escapeHtml(fullTime(ms))}">${dayOf(ms) === dayOf(nowMs) ? clockTime(ms) : minute(ms)}</time>`,
    /** As text: `Thursday, 15 January`. */
    day: formatter('day'),
    /** As text: `15 January`. */
    date: formatter('date'),
    /** As text: `15 Jan, 13:58`. */
    minute,
    shortDay: formatter('shortDay'),
    /** As text: `10,000`. */
    count: (number: number): string => numberFormat(language).format(number),
    clockTime,
    /** As text, with the letters of the currency: `48,900.00 KZT`. */
    amount: (amountMinor: number, currency: string): string => amountText(amountMinor, currency, language),
    /** As HTML: the number, and the letters of the currency in small type. */
    amountWithUnit: (amountMinor: number, currency: string): string => {
      const text = amountText(amountMinor, currency, language);
      const at = text.lastIndexOf('\u00a0');
      return `${escapeHtml(text.slice(0, at))} <small>${escapeHtml(text.slice(at + 1))}</small>`;
    },
    /** Icon, word, and a number or further word in small type. */
    status: (tone: Tone, name: IconName, word: string, small: string | number = '', classes = ''): string =>
      `<span class="status is-${tone} ${classes}">${icon(name)}${escapeHtml(word)}${small === '' ? '' : ` <small>${escapeHtml(small)}</small>`}</span>`,
    /** The fields that every form begins with. `act`: what it does; `fields`: further hidden ones. */
    formHead: (act: string, fields: Readonly<Record<string, string>> = {}): string =>
      [
        hidden('formToken', formToken),
        hidden('act', act),
        ...Object.entries(fields).map(([name, value]) => hidden(name, value)),
      ].join(''),
    /** As HTML, for places that may be too narrow: of a long one the beginning is cut, since numbers differ at their ends. */
    orderNumber: (number: string): string => {
      const letters = [...graphemes.segment(number)].map(({ segment }) => segment);
      if (letters.length <= shortNumber) return `<bdi>${escapeHtml(number)}</bdi>`;
      const [start, end] = [letters.slice(0, -keptEnd).join(''), letters.slice(-keptEnd).join('')];
      return `<bdi class="long-number"><span>${escapeHtml(start)}</span><span>${escapeHtml(end)}</span></bdi>`;
    },
    /** As HTML: a path goes on in the next line behind a slash, a name such as `getOrderStatus` before a capital letter. */
    breakable: (text: string): string =>
      text
        .split(/(?<=\/)|(?<=[a-z])(?=[A-Z])(?![^{]*\})/)
        .map(escapeHtml)
        .join('<wbr>'),
    copyButton,
    coloured,
    /** A page that has nothing to show: a title, a sentence, and the way on. */
    emptyPage: (title: string, sentence: string, further?: Further): string =>
      `<div class="page-head"><h1>${escapeHtml(title)}</h1></div><section class="panel"><div class="panel-body stack-s"><p>${escapeHtml(sentence)}</p>${further ? `<p><a class="button" href="${escapeHtml(further.href)}">${escapeHtml(further.text)}</a></p>` : ''}</div></section>`,
    code: ({ name, head, text, wraps = false, isYaml = false }: CodeBlock): string =>
      `<div class="code${wraps ? ' wrap' : ''}"><div class="code-head">${head ?? escapeHtml(name)}<span class="end">${copyButton(name)}</span></div><pre tabindex="0" role="group" aria-label="${escapeHtml(name)}"><code>${isYaml ? colouredYaml(text) : coloured(text)}</code></pre></div>`,
  };
};

/** Names and values of lines `name=value`, and of JSON, in colour. */
const coloured = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const [, name, value] = /^([\w.[\]-]+)=(.*)$/.exec(line) ?? [];
      if (name !== undefined)
        return `<span class="c-n">${escapeHtml(name)}</span>=<span class="c-t">${escapeHtml(value)}</span>`;
      return escapeHtml(line).replace(
        /(&quot;[\w.-]+&quot;)(\s*:)/g,
        (_, key: string, colon: string) => `<span class="c-n">${key}</span>${colon}`,
      );
    })
    .join('\n');

/** Keys and values of a YAML file in colour. */
const colouredYaml = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const [, before = '', key, value = ''] = /^(\s*(?:- )*)([\w-]+):(.*)$/.exec(line) ?? [];
      if (key === undefined) return `<span class="c-t">${escapeHtml(line)}</span>`;
      return `${before}<span class="c-n">${escapeHtml(key)}</span>:<span class="c-t">${escapeHtml(value)}</span>`;
    })
    .join('\n');
