import { types } from 'node:util';
import { type Check, type Mistake, within, wrongValue, wrongWord } from './check.ts';
import { isOptionsObject } from './shown.ts';

interface ValueForm {
  /** Messages do not show the value. */
  readonly isSecret?: boolean;
}

/** A value that is looked at as a whole. */
export const value = <Value>(
  expects: string,
  accepts: (value: unknown) => boolean,
  form: ValueForm = {},
): Check<Value> => ({
  expects,
  mistakeIn: (given) => (accepts(given) ? undefined : wrongValue(expects, given, form)),
});

const isText = (given: unknown): boolean => typeof given === 'string';

export const text: Check<string> = value('a text', isText);

/** A text that messages do not show. */
export const secret: Check<string> = value('a text', isText, { isSecret: true });

export const textLike = (expects: string, pattern: RegExp, form: ValueForm = {}): Check<string> =>
  value(expects, (given) => typeof given === 'string' && pattern.test(given), form);

/** `unit`: such as `milliseconds`. */
export const wholeNumber = (from: number, to = Number.MAX_SAFE_INTEGER, unit?: string): Check<number> => {
  const limit = to === Number.MAX_SAFE_INTEGER ? '' : ` to ${to}`;
  return numberFrom(`a whole number${unit ? ` of ${unit}` : ''} from ${from}${limit}`, from, to);
};

const numberFrom = (expects: string, from: number, to: number): Check<number> =>
  value(expects, (given) => Number.isSafeInteger(given) && (given as number) >= from && (given as number) <= to);

/** The longest wait of a timer, in milliseconds: 24 days. */
const longestWaitMs = 2 ** 31 - 1;

/** A wait in milliseconds. */
export const waitMs: Check<number> = wholeNumber(0, longestWaitMs, 'milliseconds');

/** A moment, in milliseconds since 1970. */
export const momentMs: Check<number> = wholeNumber(
  0,
  Date.UTC(9999, 11, 31, 23, 59, 59, 999),
  'milliseconds since 1970',
);

/** The gateway counts in minor units (tiyn, kopecks, cents), never in fractions. */
export const minorUnits: Check<number> = numberFrom(
  'a whole number of minor units, zero or more (15.00 KZT is 1500)',
  0,
  Number.MAX_SAFE_INTEGER,
);

export const portNumber: Check<number> = numberFrom('a whole number from 0 to 65535 (0: any free port)', 0, 65_535);

export const trueOrFalse: Check<boolean> = value('true or false', (given) => typeof given === 'boolean');

export const aFunction = <Callable>(): Check<Callable> => value('a function', (given) => typeof given === 'function');

/** An object whose inside is not looked at: `a store`. */
export const thing = <Thing extends object>(expects: string, has: string): Check<Thing> =>
  value(expects, (given) => typeof given === 'object' && given !== null && has in given);

export const date: Check<Date> = value(
  'a valid Date',
  (given) => types.isDate(given) && !Number.isNaN(given.getTime()),
);

export const signal: Check<AbortSignal> = thing('an AbortSignal', 'aborted');

/** An object with any names. */
export const anyObject = <Thing extends object = Readonly<Record<string, unknown>>>(): Check<Thing> =>
  value('an object', isOptionsObject);

/** An object with any names, and texts as values. */
export const texts = (check: Check<string> = text): Check<Readonly<Record<string, string>>> => {
  const { expects, mistakeIn } = anyObject();
  return {
    expects,
    mistakeIn: (given) => {
      const mistake = mistakeIn(given);
      if (mistake) return mistake;
      return firstOf(Object.entries(given as object), ([name, one]) => within(name, check.mistakeIn(one)));
    },
  };
};

const firstOf = <Item>(items: readonly Item[], find: (item: Item, index: number) => Mistake | undefined) => {
  for (const [index, item] of items.entries()) {
    const mistake = find(item, index);
    if (mistake) return mistake;
  }
  return undefined;
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** One of these words; of a misspelt one, the nearest is named. */
export const oneOf = <const Words extends readonly string[]>(...words: Words): Check<Words[number]> =>
  wordOf(listed(words), words);

/** The same for words that are too many for a message. */
export const wordOf = <Word extends string>(expects: string, words: readonly Word[]): Check<Word> => ({
  expects,
  mistakeIn: (given) => (words.some((word) => word === given) ? undefined : wrongWord(expects, given, words)),
});

/** A list; `expects` names its items: `logins and passwords`. */
export const listOf = <Item>(
  check: Check<Item>,
  expects = `a list, each ${check.expects}`,
): Check<readonly Item[]> => ({
  expects,
  mistakeIn: (given) => {
    if (!Array.isArray(given)) return wrongValue(expects, given);
    return firstOf(given, (item, index) => within(`[${index}]`, check.mistakeIn(item)));
  },
});

/** A text of the one kind, or anything else of the other. */
export const textOr = <Text, Other>(text: Check<Text>, other: Check<Other>): Check<Text | Other> => {
  const expects = `${text.expects}, or ${other.expects}`;
  return {
    expects,
    mistakeIn: (given) => {
      if (typeof given === 'string') return text.mistakeIn(given);
      const mistake = other.mistakeIn(given);
      return mistake?.path === '' ? wrongValue(expects, given) : mistake;
    },
  };
};

/** The same, or null. */
export const orNull = <Value>({ expects, mistakeIn }: Check<Value>): Check<Value | null> => ({
  expects: `${expects}, or null`,
  mistakeIn: (given) => (given === null ? undefined : mistakeIn(given)),
});
