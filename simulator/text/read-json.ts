/** What a JSON text may have. */
export interface JsonLimits {
  /** Lists and objects inside of one another. */
  readonly levels: number;
  /** Values of any kind, at any level. */
  readonly values: number;
}

/** Far above any real cart, and far below what is slow to read, or cannot be written out again. */
export const jsonLimits: JsonLimits = { levels: 32, values: 20_000 };

/** A JSON text that is beyond its limits. It was not read. */
export class JsonTooComplex extends Error {
  override readonly name = 'JsonTooComplex';
}

/** Reads a JSON text; a whole number that is too long for JavaScript stays as text. @throws JsonTooComplex, or SyntaxError if it is no JSON. */
export const readJson = (text: string, limits = jsonLimits): unknown => {
  const count = jsonCount(limits);
  let at = count.next(text, 0);
  while (at >= 0) at = count.next(text, at + 1);
  return parseJson(text);
};

/** A number with more digits than JavaScript can keep. */
const longNumber = /\d{16}/;

/** The same without limits, for a text that has been counted. @throws SyntaxError */
export const parseJson = (text: string): unknown => {
  // A byte order mark is no part of the text. Source: RFC 8259, 8.1.
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return longNumber.test(json)
    ? JSON.parse(json, keepLongNumber as (key: string, value: unknown) => unknown)
    : JSON.parse(json);
};

const keepLongNumber = (_key: string, value: unknown, { source = '' }: { readonly source?: string }): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(source) ? source : value;

const quote = 0x22;
const backslash = 0x5c;

/** How much deeper the text is after this character; undefined for one that ends or begins no value. */
const deeperAfter = (code: number): 1 | 0 | -1 | undefined => {
  switch (code) {
    case 0x5b: // [
    case 0x7b: // {
      return 1;
    case 0x5d: // ]
    case 0x7d: // }
      return -1;
    case 0x2c: // ,
      return 0;
    default:
      return undefined;
  }
};

/** Goes through a JSON text from mark to mark, also piece by piece, and counts its levels and values. */
export const jsonCount = ({ levels, values }: JsonLimits) => {
  let level = 0;
  let left = values;
  let isInText = false;
  let isEscaped = false;

  const readInText = (code: number): void => {
    if (isEscaped) isEscaped = false;
    else if (code === backslash) isEscaped = true;
    else if (code === quote) isInText = false;
  };

  const pass = (deeper: number): void => {
    level += deeper;
    if (level > levels) throw new JsonTooComplex(`the JSON is nested too deep: at most ${levels} levels`);
    if (deeper >= 0 && --left < 0) throw new JsonTooComplex(`the JSON has too many values: at most ${values}`);
  };

  return {
    /** The place of the next bracket or comma outside of texts; -1 if this piece has no more. @throws JsonTooComplex */
    next: (piece: string, from: number): number => {
      for (let at = from; at < piece.length; at++) {
        const code = piece.charCodeAt(at);
        if (isInText) readInText(code);
        else if (code === quote) isInText = true;
        else {
          const deeper = deeperAfter(code);
          if (deeper === undefined) continue;
          pass(deeper);
          return at;
        }
      }
      return -1;
    },
    /** After the last mark. */
    level: () => level,
    /** From here on, as many values may follow as in a whole text. */
    countAnew: (): void => {
      left = values;
    },
  };
};
