import { type Check, fields } from '../options/check.ts';
import { anyObject, signal } from '../options/checks.ts';
import type { AnswerHeaders } from './ask-near.ts';
import { checkUse } from './check-use.ts';
import { type GatewayClientOptions, readBaseUrl, readCredentials, realWait } from './client-options.ts';
import { encodeForm, encodeJson, type FormFields } from './encode-form.ts';
import type { Endpoint, Repeat } from './endpoint.ts';
import { exchange } from './exchange.ts';
import {
  GatewayAnswerUnreadable,
  type GatewayError,
  GatewayHttpError,
  GatewayTimeout,
  GatewayUnreachable,
  WrongUse,
} from './gateway-errors.ts';
import { type ReadNotes, readNotes } from './note-reads.ts';
import { parseAnswer, throwIfRefused } from './read-answer.ts';
import { requestSigner } from './sign-request.ts';
import { expectedBase, isPage, pageInstead, wrongAddressOf } from './wrong-address.ts';

export interface CallOptions {
  /** Ends the call early; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Parameters of the gateway that this client does not have, by the gateway's names. Sent beside those of the call. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

const callOptionsCheck: Check<CallOptions> = fields<CallOptions>()({ signal, extra: anyObject() });

export type CallGateway = <Input, Answer>(
  endpoint: Endpoint<Input, Answer>,
  input: Input,
  options?: CallOptions,
) => Promise<Answer>;

/** The one place that encodes, sends, checks and sends again. */
export const gatewayCaller = (options: GatewayClientOptions): CallGateway => {
  const { timeoutMs = 10_000, retries = 2, wait = realWait } = options;
  const sendOnce = onceCaller(options, timeoutMs);

  return async (endpoint, input, callOptions = {}) => {
    checkUse(endpoint.path, callOptionsCheck, callOptions);
    if (endpoint.input) checkUse(endpoint.path, endpoint.input, input);
    const repeat = typeof endpoint.repeat === 'function' ? endpoint.repeat(input) : endpoint.repeat;
    for (let failures = 0; ; failures += 1) {
      try {
        return await sendOnce(endpoint, input, callOptions);
      } catch (error) {
        if (failures >= retries || !mayRepeat(repeat, error)) throw error;
        await wait(pauseMs(failures, error), callOptions.signal);
      }
    }
  };
};

const onceCaller = (options: GatewayClientOptions, timeoutMs: number): CallGateway => {
  const base = readBaseUrl(options.baseUrl);
  const credentials = readCredentials(options);
  // The recurring tasks are beside `/payment/`, also below a path of a proxy; with another context path, at the host's root.
  const [, outside = ''] = /^(.*)\/payment\/rest\/$/.exec(base.pathname) ?? [];
  const hide = secretHider([options.password, options.token]);
  const signatureOf = requestSigner(options.signingKey);
  const notes = readNotes();

  return async (endpoint, input, { signal, extra } = {}) => {
    const { path } = endpoint;
    const own: FormFields = { ...endpoint.fields(input), ...(endpoint.isOpen ? {} : credentials) };
    const sentFields = { ...own, language: own['language'] ?? options.language };
    const content = encode(endpoint.body, extra ? withExtra(path, sentFields, extra) : sentFields);
    const url = new URL(path.startsWith('/') ? outside + path : path, base).href;
    const headers = { ...accepted, ...signatureOf(content.body) };
    const expected = expectedBase(base);
    const sent = { what: path, url, method: 'POST', ...content, headers, timeoutMs, signal, expected } as const;
    notes?.called(path);
    const { status, headers: answered, text } = await exchange(options.fetch, sent);
    if (status !== 200) {
      const wrongAddress = wrongAddressOf(status, url, expected);
      throw new GatewayHttpError(path, status, retryAfterMs(answered), wrongAddress);
    }
    if (isPage(text)) throw new GatewayAnswerUnreadable(path, pageInstead(url, expected, hide(text)));
    return readWith(endpoint, text, hide, notes);
  };
};

const encode = (kind: 'json' | undefined, fields: FormFields): { body: string; contentType?: string } =>
  kind === 'json' ? { body: encodeJson(fields), contentType: 'application/json' } : { body: encodeForm(fields) };

/** @throws WrongUse for a parameter that the call sends by itself */
const withExtra = (path: string, own: FormFields, extra: FormFields): FormFields => {
  const twice = Object.keys(extra).find((name) => own[name] !== undefined);
  if (twice !== undefined)
    throw new WrongUse(`${path}: extra.${twice}: expected a parameter that the call does not send itself`);
  return { ...own, ...extra };
};

const accepted = { accept: 'application/json, text/plain' };

const readWith = <Answer>(
  endpoint: Omit<Endpoint<never, Answer>, 'input'>,
  text: string,
  hide: (text: string) => string,
  notes: ReadNotes | undefined,
): Answer => {
  const { path } = endpoint;
  const raw = parseAnswer(path, text, hide);
  if (!endpoint.isAccepted?.(raw)) throwIfRefused(path, raw, hide);
  const answer = notes ? notes.readWith(path, raw, endpoint.read) : endpoint.read(raw);
  if (answer !== undefined) return answer;
  throw new GatewayAnswerUnreadable(path, 'the answer has neither an error nor what was asked for');
};

/** True for temporary failures. */
export const isPassing = (error: unknown): error is GatewayError =>
  error instanceof GatewayUnreachable ||
  error instanceof GatewayTimeout ||
  error instanceof GatewayAnswerUnreadable ||
  (error instanceof GatewayHttpError && (error.status === 429 || error.status >= 500));

const mayRepeat = (repeat: Repeat, error: unknown): boolean =>
  repeat === 'safe' ? isPassing(error) : error instanceof GatewayUnreachable && error.nothingSent;

/** 200 ms, 400 ms, 800 ms ..., or the gateway's `Retry-After`; at most ten seconds. */
export const pauseMs = (failures: number, error?: unknown): number => {
  const asked = error instanceof GatewayHttpError ? error.retryAfterMs : undefined;
  return Math.min(asked ?? 200 * 2 ** failures, 10_000);
};

const retryAfterMs = (answered: AnswerHeaders): number | undefined => {
  const seconds = answered.get('retry-after') ?? '';
  return /^\d+$/.test(seconds) ? Number(seconds) * 1000 : undefined;
};

/** Gateways may repeat their input in a message; this keeps secrets out of logs. */
const secretHider =
  (secrets: readonly (string | undefined)[]) =>
  (text: string): string =>
    secrets.reduce<string>((shown, secret) => (secret ? shown.replaceAll(secret, '***') : shown), text);
