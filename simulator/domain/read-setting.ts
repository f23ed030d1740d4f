import {
  anyObject,
  type Check,
  listOf as listCheck,
  portNumber as portCheck,
  textLike as textCheck,
  trueOrFalse,
  value,
  wholeNumber,
  oneOf as wordCheck,
} from '../options/check-options.ts';
import { nearest } from '../text/nearest.ts';
import type { Login } from './merchant.ts';

export interface Reader<Value> {
  /** The values that it accepts, for messages and tables. */
  readonly expects: string;
  /** Undefined if the text is refused. */
  readonly read: (text: string) => Value | undefined;
  /** The right text that a wrong one was probably meant for. */
  readonly meant?: (text: string) => string | undefined;
  /** Which part of a wrong text is wrong, in words without secrets; undefined if all of it is. */
  readonly wrongPart?: (text: string) => string | undefined;
  /** The same value as an option in code. */
  readonly option: Check<Value>;
}

/** `unit`: such as `seconds`. */
export const whole = (from: number, to: number, unit?: string): Reader<number> => ({
  expects: `a whole number ${unit ? `of ${unit} ` : ''}from ${from} to ${to}`,
  read: (text) => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    return number >= from && number <= to ? number : undefined;
  },
  option: wholeNumber(from, to, unit),
});

/** A number of units from 0, as milliseconds. */
export const durationIn = (unit: string, unitMs: number, to: number): Reader<number> => {
  const { expects, read } = whole(0, to, unit);
  return {
    expects,
    read: (text) => {
      const number = read(text);
      return number === undefined ? undefined : number * unitMs;
    },
    option: wholeNumber(0, undefined, 'milliseconds'),
  };
};

export const portNumber: Reader<number> = {
  ...whole(0, 65535),
  expects: `${whole(0, 65535).expects} (0: any free port)`,
  option: portCheck,
};

export const oneOf = <Word extends string>(...words: readonly Word[]): Reader<Word> => ({
  expects: `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
  read: (text) => words.find((word) => word === text),
  meant: (text) => meantWord(text, words),
  option: wordCheck(...words),
});

/** The word in another case, with a typing error, or one of which the other is the beginning. */
const meantWord = (text: string, words: readonly string[]): string | undefined => {
  const inLowerCase = new Map(words.map((word) => [word.toLowerCase(), word]));
  const lower = text.trim().toLowerCase();
  const near = inLowerCase.has(lower) ? lower : nearest(lower, inLowerCase.keys());
  const begun = [...inLowerCase.keys()].find(
    (word) => lower.length >= leastBeginning && (word.startsWith(lower) || lower.startsWith(word)),
  );
  return inLowerCase.get(near ?? begun ?? '');
};

/** In letters. */
const leastBeginning = 3;

/** Other words for on and off. */
const switches: Readonly<Record<string, string>> = {
  on: 'on',
  true: 'on',
  yes: 'on',
  '1': 'on',
  off: 'off',
  false: 'off',
  no: 'off',
  '0': 'off',
};

export const onOff: Reader<boolean> = {
  expects: 'on or off',
  read: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
  meant: (text) => new Map(Object.entries(switches)).get(text.trim().toLowerCase()),
  option: trueOrFalse,
};

export const textLike = (expects: string, pattern: RegExp): Reader<string> => ({
  expects,
  read: (text) => (pattern.test(text) ? text : undefined),
  option: textCheck(expects, pattern),
});

/** Accepts the empty text as well. */
export const orNothing = <Value>({ expects, read, option, ...others }: Reader<Value>): Reader<Value | ''> => ({
  ...others,
  expects: `${expects}, or nothing`,
  read: (text) => (text === '' ? '' : read(text)),
  option: { ...option, mistakeIn: (given) => (given === '' ? undefined : option.mistakeIn(given)) },
});

export const listOf = <Word extends string>(
  expects: string,
  isWord: (word: string) => word is Word,
  words: readonly Word[] = [],
): Reader<readonly Word[]> => ({
  expects: `${expects}, separated by commas, or nothing`,
  read: (text) => {
    const named = namedIn(text);
    return named.every(isWord) ? named : undefined;
  },
  meant: (text) => {
    const meant = namedIn(text).map((word) => (isWord(word) ? word : meantWord(word, words)));
    return meant.includes(undefined) ? undefined : meant.join(',');
  },
  option: listCheck(
    value<Word>('one of them', (given) => typeof given === 'string' && isWord(given)),
    `a list of ${expects}`,
  ),
});

const namedIn = (text: string): readonly string[] => text.split(',').flatMap((word) => word.trim() || []);

const expectedAddress = 'an address that begins with http:// or https://';

const webAddress: Reader<string> = {
  ...textLike(expectedAddress, /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/),
  meant: (text) => (/^[\w-]+(?:\.[\w-]+)*(?::\d+)?(?:\/[^\s?#]*)?$/.test(text) ? `http://${text}` : undefined),
};

/** A web address, also with a query: modules of shops have theirs there, such as `/?wc-api=rbspayment`. */
export const pageAddress: Reader<string> = {
  ...webAddress,
  ...textLike(expectedAddress, /^https?:\/\/[^\s/?#]+([/?][^\s#]*)?$/),
};

/** A web address without trailing slashes. */
export const webOrigin: Reader<string> = {
  ...webAddress,
  read: (text) => webAddress.read(text)?.replace(/\/+$/, ''),
};

const pairsIn = (text: string): readonly Login[] =>
  text.split(',').map((entry) => {
    const [login = '', ...password] = entry.trim().split(':');
    return { login, password: password.join(':') };
  });

/** The first mistake in them. What stands alone may be a part of a password, so it is not shown. */
const mistakeIn = (pairs: readonly Login[]): string | undefined => {
  for (const [index, { login, password }] of pairs.entries()) {
    const lacks = login === '' ? 'login' : login !== '*' && password === '' ? 'password' : undefined;
    if (lacks !== undefined) return `pair ${index + 1} of ${pairs.length} has no ${lacks}`;
  }
  const twice = pairs.find(({ login }, index) => pairs.findIndex((one) => one.login === login) < index);
  return twice && `the login ${twice.login} stands twice`;
};

export const logins: Reader<readonly Login[]> = {
  expects: 'login:password pairs, separated by commas, each login once',
  read: (text) => {
    const pairs = pairsIn(text);
    return mistakeIn(pairs) === undefined ? pairs : undefined;
  },
  wrongPart: (text) => (text.includes(',') ? mistakeIn(pairsIn(text)) : undefined),
  option: listCheck(anyObject<Login>(), 'a list of objects with login and password'),
};
