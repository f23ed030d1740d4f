import { fillWords } from './fill-words.ts';

/** Says a text in another language; undefined if it has no words for it. */
export type Translate = (text: string) => string | undefined;

/** A text and its translation. */
type Row = readonly [from: string, to: string];

/** Says a value in the other language, by its name. */
type SayValue = (name: string, value: string) => string | undefined;

/**
 * Translates by rows. Braces in a text stand for a value, which is found again in the translation:
 *
 * - `{time}`, `{until}`, `{after}`: a time such as `10m` or `30 s`, with the units of the language
 * - `{asked}`, `{words}`, `{reason}`: another text of the rows; without a translation of it there is none of the whole
 * - `{list}`: several of them with commas
 * - `{names}`: names with commas; `{name}`, `{field}`, `{flag}`, `{code}` and `{count}`: one word; `{host}`: no comma; `{url}`: a web address; anything else: any text, as it is
 *
 * Of several rows that fit, the one with the longest fixed text is taken.
 */
export const translator = (rows: readonly Row[], sayValue: SayValue): Translate => {
  const plain = new Map(rows.filter(([from]) => !from.includes('{')));
  let patterns: readonly (readonly [pattern: RegExp, to: string])[] | undefined;

  const translate: Translate = (text) => {
    const known = plain.get(text);
    if (known !== undefined) return known;
    patterns ??= rows
      .filter(([from]) => from.includes('{'))
      .toSorted(([one], [other]) => fixedLength(other) - fixedLength(one))
      .map(([from, to]) => [patternOf(from), to]);
    for (const [pattern, to] of patterns) {
      const found = pattern.exec(text);
      const said = found && fill(to, found.groups ?? {});
      if (said !== undefined && said !== null) return said;
    }
    return undefined;
  };

  const fill = (to: string, values: Readonly<Record<string, string>>): string | undefined => {
    const said = Object.entries(values).map(([name, value]) => [name, sayOne(name, value)] as const);
    if (said.some(([, value]) => value === undefined)) return undefined;
    return fillWords(to, Object.fromEntries(said) as Readonly<Record<string, string>>);
  };

  const sayOne = (name: string, value: string): string | undefined => {
    if (nested.has(name)) return translate(value);
    if (name === 'list') return translate(value) ?? translateList(value);
    return sayValue(name, value);
  };

  const translateList = (text: string): string | undefined => {
    const parts = text.split(listComma);
    if (parts.length === 1) return undefined;
    const said = parts.map(translate);
    return said.includes(undefined) ? undefined : said.join(', ');
  };

  return translate;
};

const nested: ReadonlySet<string> = new Set(['asked', 'words', 'reason']);

/** Not within brackets. */
const listComma = /, (?![^(]*\))/;

const hole = /\{(\w+)\}/g;

const fixedLength = (text: string): number => text.replace(hole, '').length;

const aTime = '[\\d.]+ ?[a-z]+';

/** The form of a value, by its name. */
const words: Readonly<Record<string, string>> = {
  names: '[\\w*-]+(?:, [\\w*-]+)*',
  name: '\\S+?',
  host: '[^,]+',
  url: 'https?://\\S+',
  seen: '[^;]+',
  range: '[^;]+?',
  label: 'amount|card|order number|merchant|client id|e-mail|description|currency|language|attempt',
  flag: '--[\\w-]+',
  field: '[\\w.[\\]]+',
  words: '\\S.*?',
  list: '\\S.*?',
  time: aTime,
  until: aTime,
  after: aTime,
  code: '-?\\d+',
  count: '\\d+',
};

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(hole, (_, name: string) => `(?<${name}>${words[name] ?? '.+?'})`)}$`,
    's',
  );

/** Times as the code writes them, `10m` or `30 s`, in the units of another language. */
export const timeWith =
  (units: Readonly<Record<string, string>>) =>
  (time: string): string =>
    time.replace(/^([\d.]+) ?([a-z]+)$/, (whole, count: string, unit: string) => {
      const word = units[unit];
      return word === undefined ? whole : `${count} ${word}`;
    });

const russianTime = timeWith({ ms: 'мс', s: 'с', m: 'мин', min: 'мин', h: 'ч', d: 'сут' });

/** A value of a text in Russian. */
export const inRussian = (name: string, value: string): string => (times.has(name) ? russianTime(value) : value);

const times: ReadonlySet<string> = new Set(['time', 'until', 'after']);
