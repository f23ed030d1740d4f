/** The longest pattern, in characters. */
export const longestPattern = 500;

/** The most steps of a pattern whose repetitions are written out. */
export const mostSteps = 600;

/** A part of a pattern, and the number of steps that it becomes. */
export type Part =
  | { readonly kind: 'letter' | 'edge'; readonly size: number; readonly text: string }
  | { readonly kind: 'row' | 'choice'; readonly size: number; readonly parts: readonly Part[] }
  | Repeat;

export interface Repeat {
  readonly kind: 'repeat';
  readonly size: number;
  readonly part: Part;
  readonly least: number;
  readonly most: number;
}

/** A pattern that cannot be run. The message is what was expected. */
class UnusablePattern extends Error {}

/** The expectation that a pattern fails to meet; undefined if it can be run. */
export const patternMistake = (source: string): string | undefined => {
  try {
    readPattern(source);
    return undefined;
  } catch (error) {
    if (error instanceof UnusablePattern) return error.message;
    throw error;
  }
};

/** Parts that no engine of linear time can run, or none that means the same in every version of JavaScript. */
const refusals = [
  [/\(\?<?[=!]/y, 'without look-ahead and look-behind'],
  [/\(\?(?![:<])/y, 'without flags in a group'],
  [/\\[1-9k]/y, 'without back-references'],
] as const;

const openGroup = /\((?:\?:|\?<[^>]*>)?/y;
const edge = /[$^]|\\[bB]/y;
const letter =
  /\[(?:\\[\s\S]|[^\\\]])*\]|\\(?:c[A-Za-z]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|0[0-7]{0,2}|(?!c)[\s\S]|)|[\s\S]/y;
const repetition = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;

/** A larger count is refused as too large. */
const countOf = (digits: string): number => Math.min(Number(digits), 1e9);

const bounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1],
};

const boundsOf = ([, sign, least = '', comma, most = '']: RegExpExecArray) => {
  if (sign !== undefined) return bounds[sign] ?? [0, 1];
  if (most !== '') return [countOf(least), countOf(most)] as const;
  return [countOf(least), comma === '' ? countOf(least) : Number.POSITIVE_INFINITY] as const;
};

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { size }) => sum + size, 0);

const repeated = (part: Part, least: number, most: number): Part => {
  const size = most === Number.POSITIVE_INFINITY ? (least + 1) * part.size + 1 : most * part.size + most - least;
  return { kind: 'repeat', part, least, most, size: part.size === 0 ? 0 : size };
};

/**
 * Reads a regular expression of JavaScript without flags; the language itself has the say about its syntax.
 * @throws UnusablePattern
 */
export const readPattern = (source: string): Part => {
  refuseUnreadable(source);
  let at = 0;
  const take = (token: RegExp): RegExpExecArray | undefined => {
    token.lastIndex = at;
    const found = token.exec(source) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  };

  const choice = (): Part => {
    const first = row();
    const parts = [first];
    while (take(/\|/y)) parts.push(row());
    return parts.length === 1 ? first : { kind: 'choice', parts, size: sumOf(parts) + 1 };
  };

  const row = (): Part => {
    const parts: Part[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = single();
      const found = take(repetition);
      parts.push(found ? repeated(part, ...boundsOf(found)) : part);
    }
    return { kind: 'row', parts, size: sumOf(parts) };
  };

  const single = (): Part => {
    for (const [token, wanted] of refusals)
      if (take(token)) throw new UnusablePattern(`a regular expression ${wanted}`);
    if (take(openGroup)) {
      const inside = choice();
      at++;
      return inside;
    }
    const [text = ''] = take(edge) ?? [];
    return text === '' ? { kind: 'letter', text: take(letter)?.[0] ?? '', size: 1 } : { kind: 'edge', text, size: 1 };
  };

  const whole = choice();
  if (whole.size <= mostSteps) return whole;
  throw new UnusablePattern(
    `a smaller regular expression: with its repetitions written out, it has more than ${mostSteps} steps`,
  );
};

const refuseUnreadable = (source: string): void => {
  if (source.length > longestPattern)
    throw new UnusablePattern(`a regular expression of at most ${longestPattern} characters`);
  try {
    new RegExp(source);
  } catch {
    throw new UnusablePattern('a regular expression');
  }
};
