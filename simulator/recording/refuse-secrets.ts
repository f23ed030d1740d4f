import { passesLuhn } from '../domain/card.ts';
import { SecretInPact } from '../domain/errors/secret-in-pact.ts';
import type { Merchant } from '../domain/merchant.ts';
import { neutral } from './neutral.ts';
import type { RecordedPact } from './pact-document.ts';
import type { RecordedThings } from './recorded-things.ts';
import { isPan, isPublished } from './test-card-of-call.ts';

/** A run of 13 to 19 digits. Cards begin with 2 to 9, dates in milliseconds with 1. */
const digits = /(?<!\d)[2-9]\d{12,18}(?!\d)/g;

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Looks for card numbers, passwords, tokens and everything about customers of the run. @throws SecretInPact */
export const refuseSecrets = (pact: RecordedPact, { orders, bindings }: RecordedThings, merchant: Merchant): void => {
  const values = valuesIn(pact).filter((value) => !known.has(value));
  const text = [...values, ...pact.interactions.map(({ description }) => description)].join('\n');
  const found: string[] = [];
  if ([...text.matchAll(digits)].some(([pan]) => passesLuhn(pan))) found.push('a card number');
  if ([...text.matchAll(mail)].some(([address]) => address !== neutral.email)) found.push('an e-mail address');
  const holds = (secret: string | undefined): boolean =>
    secret !== undefined && secret !== '' && !known.has(secret) && values.some((one) => isIn(one, secret));
  const secrets = [merchant.password, merchant.token, merchant.callbacks?.token];
  if (secrets.some(holds)) found.push('the password or a token of the merchant');
  const persons = [
    ...orders.flatMap(({ email, phone, clientId, cardholderName }) => [email, phone, clientId, cardholderName]),
    ...orders.flatMap(({ attempts }) => attempts.map(({ card }) => card?.holder)),
    ...bindings.flatMap(({ email, phone, clientId, card }) => [email, phone, clientId, card.holder]),
  ];
  if (persons.some(holds)) found.push('the name, phone or id of a customer');
  if (found.length > 0) throw new SecretInPact(found);
};

/** Values that every pact has. */
const known: ReadonlySet<string> = new Set(Object.values(neutral).map(String));

/** A short text may be a part of another by chance. */
const isIn = (text: string, secret: string): boolean =>
  text === secret || (secret.length >= shortestPart && text.includes(secret));

const shortestPart = 8;

/** The values of requests, answers and parameters of states. */
const valuesIn = ({ interactions }: RecordedPact): readonly string[] =>
  interactions.flatMap(({ providerStates, request, response }) => [
    ...textsIn(providerStates.map(({ params }) => params)),
    ...textsIn(request).flatMap((text) => (isForm(text) ? valuesOfForm(text) : [text])),
    ...textsIn((response as { readonly body?: { readonly content?: unknown } }).body?.content),
  ]);

/** A published card that pays stands in its own field, and is no secret there. */
const valuesOfForm = (text: string): readonly string[] =>
  [...new URLSearchParams(text)].flatMap(([name, value]) => (isPan(name) && isPublished(value) ? [] : [value]));

/** A form has digits of its own between its values: `%22`. */
const isForm = (text: string): boolean => /^[\w.%]+=\S*$/.test(text);

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
