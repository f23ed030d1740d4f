import { setTimeout as delay } from 'node:timers/promises';
import { fields } from '../options/check.ts';
import { aFunction, secret, text, textOr, waitMs, wholeNumber } from '../options/checks.ts';
import { WrongUse } from './gateway-errors.ts';
import type { SigningKey } from './sign-request.ts';

/** Either the merchant's API login or its open token. */
export type Credentials =
  | { readonly userName: string; readonly password: string; readonly token?: never }
  | { readonly token: string; readonly userName?: never; readonly password?: never };

export type GatewayClientOptions = Credentials & {
  /** As the bank gives it, e.g. `https://host/payment/rest/`; with or without the last slash. */
  readonly baseUrl: string;
  /** Language of messages, unless a call names its own. */
  readonly language?: string;
  /** Per HTTP request. Default 10 000. */
  readonly timeoutMs?: number;
  /** The number of times that a failed call is sent again, if that is safe. Default 2. */
  readonly retries?: number;
  /** Signs every call, for merchants that have to sign. */
  readonly signingKey?: SigningKey;
  /** Sends every request. Without it, `http://localhost` is asked by `node:http`, which is faster, and any other by `fetch`. */
  readonly fetch?: typeof fetch;
  /** Replaces the pauses between tries; for tests. */
  readonly wait?: Wait;
};

/** Options that several clients have. */
export const sharedOptions = { timeoutMs: waitMs, fetch: aFunction<typeof fetch>(), wait: aFunction<Wait>() };

const signingKey = textOr(
  secret,
  fields<Exclude<SigningKey, string>>({ needs: ['key', 'passphrase'] })({ key: secret, passphrase: secret }),
);

/** The options of a merchant's client, without address and login. */
export const gatewayOptions = {
  ...sharedOptions,
  language: text,
  retries: wholeNumber(0, 1_000),
  signingKey,
};

export const clientOptions = fields<GatewayClientOptions>({ needs: ['baseUrl'] })({
  ...gatewayOptions,
  baseUrl: secret,
  userName: text,
  password: secret,
  token: secret,
});

export type Wait = (delayMs: number, signal?: AbortSignal) => Promise<void>;

/** Waits by the real clock; ends early with the signal's reason. */
export const realWait: Wait = async (delayMs, signal) => {
  signal?.throwIfAborted();
  await delay(delayMs, undefined, signal ? { signal } : {}).catch((error: unknown) => {
    throw signal?.aborted ? signal.reason : error;
  });
};

/** The base address with its last slash. Login data inside it is refused, because fetch would not send it. */
export const readBaseUrl = (baseUrl: string): URL => {
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl)) {
    throw new WrongUse('baseUrl must be an http(s) address such as https://host/payment/rest/');
  }
  const url = new URL(baseUrl);
  if (url.username || url.password) throw new WrongUse('baseUrl must not contain a login; use userName and password');
  url.search = '';
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/`;
  return url;
};

/** The fields that go with every call. */
export const readCredentials = ({
  userName,
  password,
  token,
}: GatewayClientOptions): Readonly<Record<string, string>> => {
  if (token && !userName && !password) return { token };
  if (userName && password && !token) return { userName, password };
  throw new WrongUse('give either userName and password, or token');
};
