import { checkUse } from '../gateway/check-use.ts';
import { sharedOptions } from '../gateway/client-options.ts';
import { exchange, type HttpMethod, type Incoming } from '../gateway/exchange.ts';
import { GatewayAnswerUnreadable, GatewayHttpError, WrongUse } from '../gateway/gateway-errors.ts';
import { isPage, pageInstead, wrongAddressOf } from '../gateway/wrong-address.ts';
import { fields, only } from '../options/check.ts';
import { anyObject, oneOf, secret, waitMs } from '../options/checks.ts';
import { shown } from '../options/shown.ts';
import type { Whose } from './merchant.ts';
import { type ProblemDocument, SandboxProblem } from './sandbox-problem.ts';

export interface SandboxOptions {
  /** The gateway's address, e.g. `http://localhost:8080`; with CONTROL_PORT, the address with that port. */
  readonly url: string;
  /** CONTROL_TOKEN of the gateway, if it has one. */
  readonly token?: string;
  /** Per call. Default 30 000. */
  readonly timeoutMs?: number;
  /** Sends every request. Without it, `http://localhost` is asked by `node:http`, which is faster, and any other by `fetch`. */
  readonly fetch?: typeof fetch;
}

const sandboxOptions = fields<SandboxOptions>({ needs: ['url'] })({
  ...only(sharedOptions, 'timeoutMs', 'fetch'),
  url: secret,
  token: secret,
});

/** The input of a call. The answer is JSON by default; `reads` changes that. */
export interface Sent {
  readonly body?: object;
  /** Undefined values are omitted. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly reads?: 'text' | 'nothing';
  /** How much longer than other calls this one may take, in milliseconds. */
  readonly waitsMs?: number;
}

const sentCheck = fields<Sent>()({
  body: anyObject<object>(),
  query: anyObject(),
  reads: oneOf('text', 'nothing'),
  waitsMs: waitMs,
});

/** Method and path below /sandbox: `POST /merchants`. */
export type CallLine = `${HttpMethod} /${string}`;

/** Makes one call. Rejects with `SandboxProblem` if the sandbox refuses. */
export type CallSandbox = <Answer>(line: CallLine, sent?: Sent) => Promise<Answer>;

/** The one place that sends calls of the control API and reads the answers. */
export const sandboxCaller = (options: SandboxOptions): CallSandbox => {
  checkUse('SandboxClient', sandboxOptions, options);
  const { timeoutMs = defaultTimeoutMs, fetch: doFetch } = options;
  const { base, authorization } = addressOf(options);

  return async <Answer>(line: string, sent: Sent = {}) => {
    checkUse(line, sentCheck, sent);
    const { body, query = {}, reads, waitsMs = 0 } = sent;
    const [method, path] = line.split(' ') as [HttpMethod, string];
    const url = `${base}${path}${queryText(query)}`;
    const answer = await exchange(doFetch, {
      what: line,
      method,
      url,
      headers: { accept: 'application/json, */*;q=0.1', ...authorization },
      ...(body && { body: JSON.stringify(body), contentType: 'application/json' }),
      timeoutMs: timeoutMs + waitsMs,
      expected: expectedUrl,
    });
    if (answer.status >= 300) throw refusalOf(line, url, answer);
    if (reads === 'nothing') return undefined as Answer;
    return (reads === 'text' ? answer.text : readJson(line, url, answer)) as Answer;
  };
};

export const defaultTimeoutMs = 30_000;

/** The address of the control API, and the caller's authorization. */
export const addressOf = ({ url, token }: SandboxOptions) => ({
  base: `${readUrl(url)}/sandbox`,
  authorization: token ? { authorization: `Bearer ${token}` } : undefined,
});

/** The address without slashes at the end; the control API's own address is accepted too. */
const readUrl = (url: string): string => {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new WrongUse('url must be an http(s) address such as http://localhost:8080');
  return url.replace(/\/+$/, '').replace(/\/sandbox$/, '');
};

const queryText = (query: NonNullable<Sent['query']>): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

export const expectedUrl =
  'expected the address of the gateway, such as http://localhost:8080, or that of its CONTROL_PORT';

/** The error of an unsuccessful answer. */
export const refusalOf = (line: string, url: string, answer: Incoming): Error =>
  answer.headers.get('content-type')?.startsWith('application/problem+json')
    ? new SandboxProblem(line, readJson(line, url, answer) as ProblemDocument)
    : new GatewayHttpError(line, answer.status, undefined, wrongAddressOf(answer.status, url, expectedUrl));

const readJson = (line: string, url: string, { text }: Incoming): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    const problem = isPage(text)
      ? pageInstead(url, expectedUrl, text)
      : `the answer is not JSON: ${text.slice(0, 120)}`;
    throw new GatewayAnswerUnreadable(line, problem);
  }
};

export const loginOf = (whose: Whose): string => {
  const login: unknown = typeof whose === 'string' ? whose : whose?.login;
  if (typeof login === 'string' && login !== '') return login;
  throw new WrongUse(`expected a merchant or its login, got ${shown(login === '' ? login : whose)}`);
};

/** The path of the calls about a merchant. */
export const merchantPath = (whose: Whose): `/${string}` => `/merchants/${encodeURIComponent(loginOf(whose))}`;
