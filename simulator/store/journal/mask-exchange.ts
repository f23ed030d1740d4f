import { maskPan } from '../../domain/card.ts';
import { hideCardData, hideField } from '../../masking/hide-card-data.ts';
import { byName } from '../../text/by-name.ts';
import { readJson } from '../../text/read-json.ts';
import type { Exchange, JournalEntry } from './exchange.ts';

type Value = string | readonly string[];

/** Names whose values are never kept, also inside of JSON. */
const secretName = /^[$]?d?pan$|cvc|cvv|passw|token|cryptogram|card.?number|^authorization$/i;

/** In every JSON text that has such a name as a key. */
const secretWord = /pan"|cvc|cvv|passw|token|cryptogram|card.?number/i;

/** A name that holds no values. */
const plainName = /^[\w$.[\]-]*$/;

const hidden = '***';

/** Limits of an entry, in characters; the last characters of a longer text are dropped. */
const longestValue = 4_000;
const longestRequest = 16_000;
const mostNames = 200;
const longestAnswer = 16_000;

/** What the journal makes of a parameter, by its name. */
interface NameFacts {
  /** The name without secrets: a whole body under the wrong content type becomes the name of a parameter. */
  readonly shown: string;
  /** Its values are never kept. */
  readonly isSecret: boolean;
}

const factsOf = byName((name): NameFacts => {
  const isSecret = secretName.test(name);
  const isPlain = plainName.test(name) || !(isSecret || name.includes('\\u'));
  return { shown: isPlain ? hideCardData(name.slice(0, longestValue)) : hidden, isSecret };
});

/** Whether the journal masks the values of parameters of this name. */
export const isMaskedName = (name: string): boolean => factsOf(name).isSecret;

/** A masked value: the ends of a card number, nothing of anything else. */
export const maskedValue = (value: string): string => maskSecret(value, []);

/** A text from elsewhere, as the journal keeps such a parameter: cut, without card data, and without secrets if it is JSON. */
export const maskedText = (text: string): string => maskValue('', false, text, []) as string;

/** A request and its answer without card numbers, wherever they stand, security codes, passwords and tokens. */
export const maskExchange = (exchange: Exchange, number: number): JournalEntry =>
  withMaskedAnswer(maskRequest(exchange, number));

/** The entry with its answer masked as well. */
export const withMaskedAnswer = (entry: JournalEntry): JournalEntry => ({
  ...entry,
  answer: hideCardData(entry.answer),
});

/**
 * The same, with an answer that is masked when it is read, because this is done for every request: the parameters that it may
 * repeat were masked before the call began, or are replaced here.
 */
export const maskRequest = (exchange: Exchange, number: number): JournalEntry => {
  const { parameters, answer } = exchange;
  const pans: string[] = [];
  const masked: Record<string, Value> = {};
  let room = longestRequest;
  let names = 0;
  for (const name in parameters) {
    if (names++ === mostNames) break;
    const { shown, isSecret } = factsOf(name);
    const value = maskValue(name, isSecret, parameters[name] ?? '', pans);
    room -= name.length + value.length;
    masked[shown] = room < 0 ? '…' : value;
  }
  let parametersJson = JSON.stringify(masked);
  let answerText = answer.length > longestAnswer ? Buffer.from(answer.slice(0, longestAnswer)).toString() : answer;
  for (const pan of pans) {
    parametersJson = parametersJson.replaceAll(pan, maskPan(pan));
    answerText = answerText.replaceAll(pan, maskPan(pan));
  }
  // Field by field, which is faster.
  const { atMs, tookMs, merchant, surface, method, path, httpStatus, contentType, takes } = exchange;
  const { isRefused, fault, brokenBy, hint, namedLogin } = exchange;
  const entry: JournalEntry = {
    number,
    atMs,
    tookMs,
    merchant,
    surface,
    method,
    path: hideCardData(path),
    httpStatus,
    contentType,
    parametersJson,
    answer: answerText,
    takes,
  };
  if (!isRefused && !fault && !brokenBy) return entry;
  return {
    ...entry,
    ...(namedLogin !== undefined && { namedLogin }),
    ...(isRefused && { isRefused }),
    ...(fault && { fault }),
    ...(brokenBy && { brokenBy }),
    ...(hint && { hint: { ...hint, word: hideCardData(hint.word) } }),
  };
};

const maskValue = (name: string, isSecret: boolean, value: Value, pans: string[]): Value => {
  if (typeof value !== 'string')
    return value.slice(0, mostNames).map((one) => maskValue(name, isSecret, one, pans) as string);
  if (isSecret) return maskSecret(value, pans);
  const short = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  const isSecretJson = /^\s*[[{]/.test(value) && (secretWord.test(value) || value.includes('\\u'));
  return hideField(name, isSecretJson ? maskJson(value, pans) : short);
};

const maskSecret = (value: string, pans: string[]): string => {
  const digits = value.replace(/[ -]/g, '');
  if (!/^\d{12,19}$/.test(digits)) return hidden;
  pans.push(digits);
  if (digits !== value) pans.push(value);
  return maskPan(digits);
};

const maskJson = (text: string, pans: string[]): string => {
  try {
    return JSON.stringify(readJson(text), (key, value: unknown) =>
      secretName.test(key) && (typeof value === 'string' || typeof value === 'number')
        ? maskSecret(String(value), pans)
        : secretName.test(key) && typeof value === 'object' && value !== null
          ? hidden
          : value,
    ).slice(0, longestValue);
  } catch {
    return hidden;
  }
};
