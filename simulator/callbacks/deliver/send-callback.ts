import { Agent as HttpAgent, type IncomingMessage, request as sendHttp } from 'node:http';
import { Agent as HttpsAgent, request as sendHttps } from 'node:https';
// A Node that is too old has no `getCACertificates`, and has to come as far as the word which one is needed.
import tls from 'node:tls';
import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { afterMachineTime, stopwatch } from '../../runtime/machine-time.ts';
import { maskedText } from '../../store/journal/mask-exchange.ts';
import { type CallbackTargets, findTargets, type Target } from './callback-targets.ts';
import { certificateReason } from './certificate-errors.ts';

export interface CallbackRequest {
  readonly method: Callback['method'];
  /** With the query, if the callback goes by GET. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The content of a callback, and where it goes. */
export type SentContent = Pick<Callback, 'method' | 'url' | 'headers' | 'fields' | 'body'>;

/** How callbacks are sent. */
export interface SendOptions {
  readonly targets: CallbackTargets;
  /** The value of `callbackMark` in every callback. */
  readonly mark: () => string;
  /** How long a shop may take to answer, in milliseconds of the machine. */
  readonly patienceMs: number;
  /** Sends those that go to https; by default one that trusts the usual authorities. */
  readonly agent?: CallbackAgent | undefined;
  /** Takes the beginning of the body of the answer, as it came. */
  readonly onAnswer?: (text: string) => void;
}

/** How long a shop may take to answer by default, in milliseconds. */
export const usualPatienceMs = 10_000;

/** How much of an answer is read, in characters. */
const mostOfAnswer = 2_000;

/** How long its body may take after its status, in milliseconds of the machine: it decides nothing. */
const bodyPatienceMs = 1_000;

/** How much of it is kept with a try, in characters. */
const mostKept = 300;

/** A try, and whether it was none because its host may not be called. */
export interface SentCallback {
  readonly attempt: CallbackTry;
  readonly isBlocked: boolean;
}

/** The header by which a gateway knows its own callbacks, so that it never carries one out as a call. */
export const callbackMark = 'tillbox-callback';

/** The request that a callback is. */
export const callbackRequest = (callback: SentContent): CallbackRequest => {
  const { method, url, headers = {}, body } = callback;
  if (method === 'GET') return { method, url: withQuery(url, formOf(callback)), headers };
  return { method, url, headers: { ...contentType(headers, body), ...headers }, body: body ?? formOf(callback) };
};

/**
 * Sends a callback once. Only the status of the answer counts. Only HTTP 200 counts as delivered; redirects are not
 * followed. Source: BPC REST documentation. `abort`: breaks it off.
 */
export const sendCallback = async (
  callback: SentContent,
  nowMs: number,
  { targets: allowed, mark, patienceMs, agent = usualAgent, onAnswer }: SendOptions,
  abort = new AbortController(),
): Promise<SentCallback> => {
  const cancel = afterMachineTime(patienceMs, () => abort.abort());
  const tookMs = stopwatch();
  try {
    const request = callbackRequest(callback);
    const found = await orAborted(findTargets(new URL(request.url), allowed), abort.signal);
    if ('reason' in found) return { attempt: { atMs: nowMs, error: found.reason }, isBlocked: true };
    const own = Object.entries(request.headers).filter(([name]) => name.toLowerCase() !== callbackMark);
    const headers = { Accept: '*/*', ...Object.fromEntries(own), [callbackMark]: mark() };
    const response = await responseTo({ ...request, headers }, found.targets, agent, abort.signal);
    const answered = { httpStatus: response.statusCode ?? 0, tookMs: tookMs() };
    const text = await beginningOf(response);
    onAnswer?.(text);
    const answer = maskedText(text).slice(0, mostKept);
    return { attempt: { atMs: nowMs, ...answered, ...(answer !== '' && { answer }) }, isBlocked: false };
  } catch (error) {
    const reason = abort.signal.aborted ? `no answer within ${patienceMs} ms` : reasonOf(error, callback.url);
    return { attempt: { atMs: nowMs, error: reason, tookMs: tookMs() }, isBlocked: false };
  } finally {
    cancel();
  }
};

const orAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ]);

/** More connections at once than this would overrun a shop that is busy: the others wait for their turn. */
const mostAtOnce = 100;
const plainAgent = new HttpAgent({ maxSockets: mostAtOnce });
const secureAgent = new HttpsAgent({ maxSockets: mostAtOnce });

/** Made by the first callback that needs it: reading all authorities takes a moment. */
export type CallbackAgent = () => HttpsAgent;

const usualAgent: CallbackAgent = () => secureAgent;

/** An agent that trusts these authorities, as PEM, beside the usual ones. */
export const callbackAgent = (authorities: string | undefined): CallbackAgent | undefined => {
  if (authorities === undefined) return undefined;
  let agent: HttpsAgent | undefined;
  return () => {
    // A context of its own, because an agent compares the whole text of `ca` for each request.
    const trusting = () => tls.createSecureContext({ ca: [...tls.getCACertificates('default'), authorities] });
    agent ??= new HttpsAgent({ maxSockets: mostAtOnce, secureContext: trusting() });
    return agent;
  };
};

/** Connects to one of these addresses, not to what the name may stand for by now. */
const responseTo = (
  { url, method, headers, body }: CallbackRequest,
  targets: readonly Target[],
  agentFor: CallbackAgent,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const isSecure = /^https:/i.test(url);
    const [send, agent] = isSecure ? [sendHttps, agentFor()] : [sendHttp, plainAgent];
    const request = send(url, {
      method,
      headers,
      signal,
      agent,
      lookup: (_name, { all }, found) => {
        const [first = { address: '', family: 4 }] = targets;
        if (all) found(null, [...targets]);
        else found(null, first.address, first.family);
      },
    });
    // It may fail once more while the body is read.
    request.on('error', reject);
    request.once('response', resolve);
    request.end(body);
  });

const beginningOf = async (response: IncomingMessage): Promise<string> => {
  let text = '';
  const cancel = afterMachineTime(bodyPatienceMs, () => response.destroy());
  try {
    for await (const chunk of response.setEncoding('utf8')) {
      text += chunk;
      if (text.length >= mostOfAnswer) break;
    }
  } catch {
    // The connection broke; its beginning is still an answer.
  }
  cancel();
  response.destroy();
  return text.slice(0, mostOfAnswer);
};

/** That of a form, or of a text, unless the merchant has set its own. */
const contentType = (headers: Readonly<Record<string, string>>, body: string | undefined): Record<string, string> => {
  if (Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')) return {};
  const type = body === undefined ? 'application/x-www-form-urlencoded' : 'text/plain';
  return { 'Content-Type': `${type};charset=UTF-8` };
};

const formOf = ({ fields }: SentContent): string => {
  const form = new URLSearchParams();
  for (const [name, value] of fields) form.append(name, value);
  return form.toString();
};

const withQuery = (url: string, query: string): string => {
  const [address = '', hash] = url.split('#', 2);
  return `${address}${address.includes('?') ? '&' : '?'}${query}${hash === undefined ? '' : `#${hash}`}`;
};

const reasonOf = (error: unknown, url: string): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  // An address that is none has no host, and no certificate.
  const host = URL.parse(url)?.host;
  return (host !== undefined && certificateReason(code, host)) || code || error.message;
};
