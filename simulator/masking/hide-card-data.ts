import { maskPan } from '../domain/card.ts';
import { byName } from '../text/by-name.ts';
import { readJson } from '../text/read-json.ts';
import { type Finding, hideFound, hidePans } from './hide-pans.ts';

/** In place of a security code. */
const hidden = '***';

/** Names of card numbers. */
const panName = /^[$]?d?pan$|card.?num|primary.?account/i;

const longCodeName =
  '(?:card[\\s_-]?)?(?:security|verification)[\\s_-]?(?:code|value|number)|card[\\s_-]?(?:code|verification)';

/** Names of security codes: `cvc`, `CVV2`, `$CVC`, `card_security_code`. */
const codeName = new RegExp(`cv[cvn]|^(?:csc2?|cav2)$|${longCodeName}`, 'i');

/** A security code behind its name: `CVC: 123`, `cvv2=123`. */
const namedCode = new RegExp(
  String.raw`(?:cv[cvn]2?|\bcsc2?|\bcav2|${longCodeName})[^\p{L}\p{N}]{0,5}(?:(?:code|number|value|is)[^\p{L}\p{N}]{0,5}){0,2}(?<code>\d(?:[^\p{L}\p{N}]?\d){2,3})(?![\p{L}\p{N}])`,
  'giud',
);

/** Parts of all these names, and of ways to write them otherwise. */
const nameHint = /cv[cvn]|csc|cav2|secur|verif|card|pan"|primary|\\u00|%[4-7][\da-f]|&#|[\uff00-\uffef]/i;

/** Parts of these parts, escapes, and digits of other scripts. */
const anyHint = /[cC][vVsSaA]|[sS][eE][cC]|[vV][eE][rR]|[aA][nN]"|[pP][rR][iI]|[%&\\\xb2-\xbe\u0482-\uffff]/;

/** Enough digits for a card, without letters between them. */
const manyDigits = /\d(?:[^a-zA-Z\d]*\d){12}/;

/** The shortest texts with a name and a code, and with a card number. */
const shortestText = 'cvc123'.length;
const shortestPan = 13;

/** Every text is asked this, so it is fast. */
const mayHoldCardData = (text: string): boolean =>
  text.length >= shortestText && (anyHint.test(text) || (text.length >= shortestPan && manyDigits.test(text)));

/**
 * A text, or a JSON text, in which card numbers are masked, and security codes whose name says so. One without any comes back
 * as it was, and fast.
 */
export const hideCardData = (text: string): string => {
  if (!mayHoldCardData(text)) return text;
  const hasNames = nameHint.test(text);
  const plain = hasNames ? hideFound(hidePans(text), findCodes) : hidePans(text);
  return (hasNames || plain !== text) && isJsonLike(text) ? hideInJson(text, plain) : plain;
};

/** What a name says of the value of its field. */
const kindOfField = byName((name): 'code' | 'pan' | 'any' => {
  const plainName = /[^\0-\x7f]/.test(name) ? name.normalize('NFKC') : name;
  return codeName.test(plainName) ? 'code' : panName.test(plainName) ? 'pan' : 'any';
});

/** The same for a field, whose name may say what it holds. */
export const hideField = (name: string, text: string): string => {
  const kind = kindOfField(name);
  if (kind === 'any') return hideCardData(text);
  if (kind === 'code') return /\p{N}/u.test(text) ? hidden : text;
  const digits = text.replace(/[^\p{L}\p{N}]/gu, '');
  return /^\d{12,19}$/.test(digits) ? maskPan(digits) : hideCardData(text);
};

const findCodes = (plain: string): readonly Finding[] =>
  [...plain.matchAll(namedCode)].flatMap(({ index, indices }) => {
    const [start, end] = indices?.groups?.['code'] ?? [0, 0];
    return isWordStart.test(plain.slice(Math.max(index - 1, 0), index + 1)) ? [{ start, end, left: hidden }] : [];
  });

/** The character before a word and its first: `newCvc`, but not `BCVC`. */
const isWordStart = /^(?:.|[^\p{L}].|\p{Ll}\p{Lu})$/su;

const isJsonLike = (text: string): boolean => /^\s*[[{]/.test(text);

/** `plain`: the result if it is no JSON. */
const hideInJson = (text: string, plain: string): string => {
  try {
    const value = readJson(text);
    const left = hideInValue(value);
    // The first value of a name that stands twice is only in the text.
    return left === value && plain === text ? text : JSON.stringify(left);
  } catch {
    return plain;
  }
};

/** A JSON value without card numbers and security codes, in names too; the same object if there are none. */
export const hideInValue = <Value>(value: Value): Value => hideAt(value, '', top) as Value;

/**
 * The same for settings and states of merchants, where a number is an amount or a time, and passwords and tokens stay because
 * they are compared.
 */
export const hideInSettings = <Value>(value: Value): Value => hideAt(value, '', { ...top, isSettings: true }) as Value;

interface Place {
  readonly level: number;
  readonly isSettings: boolean;
  readonly isScenario: boolean;
}

const top: Place = { level: 0, isSettings: false, isScenario: false };

/** A value that is nested deeper is hidden as a whole. */
const mostLevels = 200;

/** Fields that stay; a state whose `maskedPan` is not masked is refused. */
const keptName = /^(?:password|token|maskedPan)$/;

/** Parts of settings and states that a shop fills as it likes. */
const freeName = /^(?:params|orderBundle|paymentFacilitator|additionalParams|headers)$/;

/** A scenario names the cards of its payer. */
const scenarioName = /^(?:ownScenario|scenario)$/;
const cardsOfPayer = 'cards';

const hideAt = (value: unknown, name: string, place: Place): unknown => {
  if (typeof value === 'string') return hideField(name, value);
  if (typeof value === 'number') return place.isSettings ? value : hideNumber(name, value);
  if (typeof value !== 'object' || value === null) return value;
  if (codeName.test(name) || place.level === mostLevels) return hidden;
  const below = placeBelow(name, place);
  return Array.isArray(value) ? hideInList(value, name, below) : hideInObject(value, below);
};

const placeBelow = (name: string, { level, isSettings, isScenario }: Place): Place => ({
  level: level + 1,
  isSettings: isSettings && !freeName.test(name),
  isScenario: isScenario || scenarioName.test(name),
});

const hideNumber = (name: string, value: number): number | string => {
  const text = String(value);
  const left = hideField(name, text);
  return left === text ? value : left;
};

const hideInList = (list: readonly unknown[], name: string, place: Place): readonly unknown[] => {
  const left = list.map((one) => hideAt(one, name, place));
  return left.every((one, index) => one === list[index]) ? list : left;
};

const hideInObject = (object: object, place: Place): object => {
  const entries = Object.entries(object);
  let isSame = true;
  const left = entries.map(([name, value]): readonly [string, unknown] => {
    const isKept = (place.isScenario && name === cardsOfPayer) || (place.isSettings && keptName.test(name));
    if (isKept) return [name, value];
    const leftName = hideCardData(name);
    const leftValue = hideAt(value, nameOf(object, name), place);
    isSame &&= leftName === name && leftValue === value;
    return [leftName, leftValue];
  });
  return isSame ? object : Object.fromEntries(left);
};

/** In `{ name: 'cvc', value: '123' }` the name stands beside the value. */
const nameOf = (object: object, name: string): string => {
  if (name !== 'value') return name;
  const { name: said, key } = object as { readonly name?: unknown; readonly key?: unknown };
  return typeof said === 'string' ? said : typeof key === 'string' ? key : name;
};
