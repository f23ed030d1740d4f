/** A text in plain characters, and where each of them stands in the text. */
export interface Reading {
  readonly plain: string;
  readonly startAt: (index: number) => number;
  readonly endAt: (index: number) => number;
}

/** How often escapes may be escaped again. */
const mostLevels = 4;

/**
 * The ways to read a text: in ASCII digits, and with its escapes written out, once and again. The most literal comes first.
 */
export const readingsOf = (text: string): readonly Reading[] => {
  const self = (index: number): number => index;
  let reading = rewrite({ plain: text, startAt: self, endAt: (index) => index + 1 }, beyondAscii, plainCharacter);
  const readings = [reading];
  while (readings.length <= mostLevels) {
    const next = rewrite(rewrite(reading, escapes, unescaped), beyondAscii, plainCharacter);
    if (next.plain === reading.plain) break;
    readings.push(next);
    reading = next;
  }
  return readings;
};

/** Characters that can mean others: neither ASCII nor Cyrillic. */
const beyondAscii = /[^\0-\x7f\u0400-\u052f]/gu;

/** A character of UTF-8 in an address, an escape of JSON or JavaScript, an entity of HTML. */
const escapes =
  /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}|[%\\]u[\da-f]{4}|\\u\{[\da-f]{1,6}\}|\\x[\da-f]{2}|\\[bfnrtv"'/\\]|&#\d{1,7};?|&#x[\da-f]{1,6};?|&[a-z]{2,8}\d?;/gi;

const unescaped = (found: string): string => {
  const code = /^[%\\&]#?[ux]\{?([\da-f]+)/i.exec(found)?.[1];
  if (code !== undefined) return character(Number.parseInt(code, 16));
  if (found.startsWith('&#')) return character(Number.parseInt(found.slice(2), 10));
  if (found.startsWith('%')) return decoded(found);
  return found === '\\\\' ? '\\' : found === '&amp;' ? '&' : ' ';
};

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

const decoded = (bytes: string): string => {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes;
  }
};

/** The same after NFKC, with ASCII digits. */
const plainCharacter = (found: string): string =>
  found.normalize('NFKC').replace(/[^\0-\x7f]/gu, (one) => digitOf(one) ?? one);

/** Numerals that Unicode counts as letters or other numbers: the first of each run, the last, and the value of the first. */
const otherNumerals: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x1369, 0x1371, 1],
  [0x24f5, 0x24fd, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277e, 1],
  [0x2780, 0x2788, 1],
  [0x278a, 0x2792, 1],
  [0x10a40, 0x10a43, 1],
  [0x10e60, 0x10e68, 1],
  [0x11052, 0x1105a, 1],
  [0x1f10b, 0x1f10c, 0],
];

const hanNumerals = '〇一二三四五六七八九';

/** The ASCII digit that a character stands for. */
const digitOf = (one: string): string | undefined => {
  if (/\p{Nd}/u.test(one)) return String(digitValue(one.codePointAt(0) ?? 0));
  const code = one.codePointAt(0) ?? 0;
  const row = otherNumerals.find(([first, last]) => code >= first && code <= last);
  if (row) return String(code - row[0] + row[2]);
  const han = hanNumerals.indexOf(one);
  return han < 0 ? undefined : String(han);
};

/** Decimal digits come in runs of ten that begin with their zero. Source: Unicode Standard, 4.6. */
const digitValue = (code: number): number => {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
};

/** The same reading if nothing changes. */
const rewrite = (reading: Reading, pattern: RegExp, write: (found: string) => string): Reading => {
  const { plain, startAt, endAt } = reading;
  const pieces: string[] = [];
  const changes: Change[] = [];
  const written = new Map<string, string>();
  let last = 0;
  let shift = 0;
  for (const { 0: found, index } of plain.matchAll(pattern)) {
    const left = written.get(found) ?? write(found);
    written.set(found, left);
    if (left === found) continue;
    pieces.push(plain.slice(last, index), left);
    last = index + found.length;
    changes.push({ at: index + shift, width: left.length, from: index, to: last });
    shift += left.length - found.length;
  }
  if (changes.length === 0) return reading;
  pieces.push(plain.slice(last));
  return {
    plain: pieces.join(''),
    startAt: (index) => {
      const change = changeBefore(changes, index);
      if (!change) return startAt(index);
      const behind = index - change.at - change.width;
      return startAt(behind < 0 ? change.from : change.to + behind);
    },
    endAt: (index) => {
      const change = changeBefore(changes, index);
      if (!change) return endAt(index);
      const behind = index - change.at - change.width;
      return endAt(behind < 0 ? change.to - 1 : change.to + behind);
    },
  };
};

/** A part of a text that was written otherwise: its place in the new text, and in the old one. */
interface Change {
  readonly at: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

/** The last change that begins at a place of the new text or before it. */
const changeBefore = (changes: readonly Change[], place: number): Change | undefined => {
  let low = -1;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((changes[middle]?.at ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return changes[low];
};
