import { callbackParameterOperations } from '../data/callback-parameters.ts';
import { currencyWords } from '../data/currencies.ts';
import { newestStatusVersion } from '../data/status-fields.ts';
import {
  type CallbackSettings,
  callbackChecksums,
  callbackOperations,
  longestRetryAfterMs,
  mostFailuresAllowed,
} from '../domain/callback.ts';
import { type Merchant, type MerchantOptions, mostPaymentAttempts } from '../domain/merchant.ts';
import { permissions } from '../domain/permissions.ts';
import { permittedFeatures } from '../domain/permitted-features.ts';
import {
  anyObject,
  type Check,
  type Checks,
  fields,
  listOf,
  oneOf,
  orNull,
  secret,
  text,
  textLike,
  texts,
  trueOrFalse,
  wholeNumber,
  wordOf,
} from '../options/check-options.ts';
import type { MerchantChanges } from './merchants.ts';

const parameterNames = Object.keys(callbackParameterOperations);

const some = textLike('a text that is not empty', /./s);

const someSecret = textLike('a text that is not empty', /./s, { isSecret: true });

const callbackRows = {
  url: textLike('an address that begins with http:// or https://', /^https?:\/\/\S+$/),
  method: oneOf('GET', 'POST'),
  token: someSecret,
  checksum: oneOf(...callbackChecksums),
  headers: texts(),
  operations: listOf(oneOf(...callbackOperations)),
  parameters: listOf(wordOf('the name of a documented callback parameter', parameterNames)),
  sendsCreationDate: trueOrFalse,
  retryAfterMs: wholeNumber(0, longestRetryAfterMs, 'milliseconds'),
  mostFailures: wholeNumber(1, mostFailuresAllowed),
} satisfies Checks<CallbackSettings>;

export const callbackSettings: Check<Partial<CallbackSettings>> = fields<Partial<CallbackSettings>>()(callbackRows);

const merchantRows = {
  password: someSecret,
  name: text,
  token: someSecret,
  scenario: text,
  ownScenario: anyObject<object>() as Check<unknown>,
  // The names depend on the process: `refuseUnknownBank` looks at them.
  bank: text,
  statusVersion: wholeNumber(1, newestStatusVersion),
  errorCodeStyle: oneOf('text', 'number'),
  allowedFeatures: listOf(oneOf(...permittedFeatures)),
  withoutPermissions: listOf(oneOf(...permissions)),
  paymentAttempts: wholeNumber(1, mostPaymentAttempts),
  sslOnly: trueOrFalse,
  lenient: trueOrFalse,
  currencies: listOf(wordOf('a currency of ISO 4217, such as 398 or KZT', currencyWords)),
  certificate: text,
} satisfies Checks<Omit<Merchant, 'login' | 'callbacks' | 'nextOrders' | 'break'>>;

const merchant = fields<MerchantOptions>({ needs: ['login', 'password'], isSecret: true })({
  ...merchantRows,
  login: some,
  // Anyone who comes as `*` has a password of their own.
  password: secret,
  callbacks: callbackSettings,
});

const list = listOf(merchant, 'a list of objects with login and password');

/** Merchants of a start: each login once, and a password for all but `*`. */
export const configuredMerchants: Check<readonly MerchantOptions[]> = {
  ...list,
  mistakeIn: (given) => {
    const mistake = list.mistakeIn(given);
    if (mistake) return mistake;
    const logins = (given as readonly MerchantOptions[]).map(({ login }) => login);
    for (const [index, { login, password }] of (given as readonly MerchantOptions[]).entries()) {
      if (logins.indexOf(login) < index)
        return { path: `[${index}].login`, says: `expected each login once, but ${login} is there twice` };
      if (password === '' && login !== '*')
        return { path: `[${index}].password`, says: 'expected a text that is not empty' };
    }
    return undefined;
  },
};

type Nullable<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends Check<infer Value> ? Check<Value | null> : never;
};

const nullable = <Rows extends object>(rows: Rows): Nullable<Rows> =>
  Object.fromEntries(
    Object.entries(rows).map(([name, check]) => [name, orNull(check as Check<unknown>)]),
  ) as Nullable<Rows>;

const changes = {
  ...nullable(merchantRows),
  password: merchantRows.password,
  callbacks: fields<NonNullable<MerchantChanges['callbacks']>>()(nullable(callbackRows)),
};

export const merchantChanges = fields<MerchantChanges>()(changes);

export const newMerchant = fields<MerchantChanges & { readonly login?: string | undefined }>()({
  ...changes,
  login: some,
});
