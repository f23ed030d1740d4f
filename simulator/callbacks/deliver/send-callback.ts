import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { afterMachineTime } from '../../runtime/machine-time.ts';

export interface CallbackRequest {
  readonly method: Callback['method'];
  /** With the query, if the callback goes by GET. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The request that a callback is. */
export const callbackRequest = (callback: Callback): CallbackRequest => {
  const { method, url, headers = {}, body } = callback;
  if (method === 'GET') return { method, url: withQuery(url, formOf(callback)), headers };
  return { method, url, headers: { ...contentType(headers, body), ...headers }, body: body ?? formOf(callback) };
};

/**
 * Sends a callback once, to a shop that may take so long to answer. Nothing of the answer is read but its status. Only HTTP 200
 * counts as delivered; redirects are not followed. Source: BPC REST documentation. `abort`: breaks it off.
 */
export const sendCallback = async (
  callback: Callback,
  nowMs: number,
  patienceMs: number,
  abort = new AbortController(),
): Promise<CallbackTry> => {
  const cancel = afterMachineTime(patienceMs, () => abort.abort());
  try {
    const { url, ...request } = callbackRequest(callback);
    const response = await fetch(url, { ...request, redirect: 'manual', signal: abort.signal });
    await response.body?.cancel();
    return { atMs: nowMs, httpStatus: response.status };
  } catch (error) {
    return { atMs: nowMs, error: abort.signal.aborted ? `no answer within ${patienceMs} ms` : reasonOf(error) };
  } finally {
    cancel();
  }
};

/** That of a form, or of a text, unless the merchant has set its own. */
const contentType = (headers: Readonly<Record<string, string>>, body: string | undefined): Record<string, string> => {
  if (Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')) return {};
  const type = body === undefined ? 'application/x-www-form-urlencoded' : 'text/plain';
  return { 'Content-Type': `${type};charset=UTF-8` };
};

const formOf = ({ fields }: Callback): string => {
  const form = new URLSearchParams();
  for (const [name, value] of fields) form.append(name, value);
  return form.toString();
};

const withQuery = (url: string, query: string): string => {
  const [address = '', hash] = url.split('#', 2);
  return `${address}${address.includes('?') ? '&' : '?'}${query}${hash === undefined ? '' : `#${hash}`}`;
};

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? ('code' in cause && String(cause.code)) || cause.message : String(cause);
};
