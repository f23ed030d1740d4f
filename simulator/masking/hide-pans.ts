import { maskPan, withWrongCheckDigit } from '../domain/card.ts';
import { type Reading, readingsOf } from './readings.ts';

/** A part of a text, and what takes its place. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly left: string;
}

/**
 * A text with its card numbers masked, in digits of any script, escaped or not, with up to three characters between the groups
 * that are no letter or digit. Everything that looks like one is masked, perhaps a shop's order number.
 */
export const hidePans = (text: string): string => (mayHoldPan(text) ? hideFound(text, findPans) : text);

/** Whether there can be 13 digits without letters between them. */
const mayHoldPan = (text: string): boolean => {
  let digits = 0;
  // Letters may belong to escapes from the first one on, and each escape may be a digit.
  let hasEscapes = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isEscape = code === 0x25 || code === 0x26 || code === 0x5c;
    hasEscapes ||= isEscape;
    if (isEscape || isDigit(code)) digits++;
    else if (!hasEscapes && isLetter(code)) digits = 0;
    if (digits === fewestDigits) return true;
  }
  return false;
};

/** Or any character that may be one in another script. */
const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || code > 0x052f || (code >= 0xb2 && code <= 0xbe);

/** Of ASCII, or Cyrillic. */
const isLetter = (code: number): boolean =>
  ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || (code >= 0x0400 && (code < 0x0482 || code > 0x0489));

/** A text without the findings in any of its readings; those with most escapes written out come first. */
export const hideFound = (text: string, find: (plain: string) => readonly Finding[]): string => {
  for (const reading of readingsOf(text).toReversed()) {
    const found = find(reading.plain);
    if (found.length > 0) return hideFound(withFindings(text, reading, found), find);
  }
  return text;
};

const withFindings = (text: string, { startAt, endAt }: Reading, found: readonly Finding[]): string => {
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end, left } of found) {
    pieces.push(text.slice(last, startAt(start)), left);
    last = endAt(end - 1);
  }
  return pieces.join('') + text.slice(last);
};

/** Lengths of card numbers. Source: ISO/IEC 7812. */
const fewestDigits = 13;
const mostDigits = 19;

/** What card numbers begin with, of all schemes of `Brand` and of national ones. Source: ISO/IEC 7812, and the schemes. */
const scheme = /^(?:[456]|3[04-9]|220[0-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|8[12]|8600|9051|9112|9417|9792|9860)/;

const separators = String.raw`[^\p{L}\p{N}]{0,3}`;

/** Enough digits for a card, in groups or not. */
const candidate = new RegExp(String.raw`\d(?:${separators}\d){${fewestDigits - 1},}`, 'gu');

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

const day = String.raw`(?:0[1-9]|[12]\d|3[01])`;

const month = '(?:0[1-9]|1[0-2])';

const year = String.raw`(?:19|20)\d\d`;

/** What is never part of a card number, in this order: a masked one, UUIDs, digests, telephone numbers, addresses with a port, times. */
const neverPan = new RegExp(
  [
    String.raw`(?<!\d|\d\*\*)\d{4,6}\*\*\d{4}(?!\d|\*\*\d)`,
    String.raw`(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])`,
    String.raw`(?<![\p{L}\p{N}])(?=\d*[a-f])(?:[\da-f]{24}|[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128})(?![\p{L}\p{N}])`,
    String.raw`(?<!\d[^\p{L}\p{N}]{0,2}|\p{L})\+\d(?:[ ().-]{0,2}\d){6,14}(?![ ().-]{0,2}\d)`,
    String.raw`(?<!\d[.]?|\p{L})(?:${octet}\.){3}${octet}:\d{1,5}(?![.]?\d)`,
    String.raw`(?<!\d)(?:${year}([-./])${month}\1${day}|${day}([-./])${month}\2${year})(?:[ ,T]{1,2}[0-2]\d:[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?)?(?!\d)`,
  ].join('|'),
  'giu',
);

const findPans = (plain: string): readonly Finding[] => {
  if (plain.search(candidate) < 0) return [];
  const found: Finding[] = [];
  let from = 0;
  for (const { 0: text, index } of plain.matchAll(neverPan)) {
    findBetween(plain, from, index, found);
    from = index + text.length;
  }
  findBetween(plain, from, plain.length, found);
  return found;
};

const findBetween = (plain: string, from: number, to: number, found: Finding[]): void => {
  for (const { 0: run, index } of plain.slice(from, to).matchAll(candidate)) findInRun(run, from + index, found);
};

/** The number can stand beside others: `2026 4444 5555 1111 3333`. */
const findInRun = (run: string, offset: number, found: Finding[]): void => {
  const digits = run.replace(/\D/g, '');
  const isLuhn = luhnOf(digits);
  const groups = groupsOf(run);
  const longest = (first: number): number => longestPan(digits, groups, first, isLuhn);
  for (let first = 0; first < groups.length; first++) {
    let from = first;
    let last = longest(first);
    if (last < 0) continue;
    // Digits before a number may make up another one with its beginning: all of both is masked.
    for (let next = first + 1; next <= last; next++) {
      const other = longest(next);
      if (other > last) [from, last] = [next, other];
    }
    const start = offset + (groups[first]?.at ?? 0);
    const { at = 0, begin = 0, end = 0 } = groups[last] ?? {};
    const pan = digits.slice(groups[from]?.begin ?? 0, end);
    found.push({ start, end: offset + at + end - begin, left: maskPan(pan) });
    first = last;
  }
};

/** Digits without anything between them. */
interface Group {
  /** Where it stands in the text. */
  readonly at: number;
  /** Where it begins and ends among all digits. */
  readonly begin: number;
  readonly end: number;
}

const groupsOf = (run: string): readonly Group[] => {
  let count = 0;
  return Array.from(run.matchAll(/\d+/g), ({ 0: { length }, index }) => {
    const begin = count;
    count += length;
    return { at: index, begin, end: count };
  });
};

/** The last group of the longest card number that begins with a group; -1 if there is none. */
const longestPan = (
  digits: string,
  groups: readonly Group[],
  first: number,
  isLuhn: (begin: number, end: number) => boolean,
): number => {
  const begin = groups[first]?.begin ?? 0;
  let found = -1;
  for (let last = first; last < groups.length; last++) {
    const end = groups[last]?.end ?? 0;
    if (end - begin > mostDigits) break;
    if (end - begin < fewestDigits) continue;
    const isPan = isLuhn(begin, end) || withWrongCheckDigit.has(digits.slice(begin, end));
    if (isPan && scheme.test(digits.slice(begin, begin + 4))) found = last;
  }
  return found;
};

/** Tells whether a part of the digits passes Luhn's test, from sums that are made once. */
const luhnOf = (digits: string): ((begin: number, end: number) => boolean) => {
  /** The sums of the digits before each place, if every even place is doubled, and if every odd one is. */
  const sums = [new Uint32Array(digits.length + 1), new Uint32Array(digits.length + 1)] as const;
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(place) - 0x30;
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
    const isOdd = place % 2;
    sums[0][place + 1] = (sums[0][place] ?? 0) + (isOdd ? digit : doubled);
    sums[1][place + 1] = (sums[1][place] ?? 0) + (isOdd ? doubled : digit);
  }
  // The last digit is not doubled.
  return (begin, end) => {
    const sum = sums[end % 2 === 0 ? 0 : 1];
    return ((sum[end] ?? 0) - (sum[begin] ?? 0)) % 10 === 0;
  };
};
