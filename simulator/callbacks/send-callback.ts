import { afterMachineTime } from '../clock.ts';
import type { Callback, CallbackTry } from '../domain/callback.ts';

/** How long a shop may take to answer, in milliseconds. */
const patienceMs = 10_000;

/** Sends a callback once. Only HTTP 200 counts as delivered; redirects are not followed. Source: BPC REST documentation. */
export const sendCallback = async (callback: Callback, nowMs: number): Promise<CallbackTry> => {
  const abort = new AbortController();
  const cancel = afterMachineTime(patienceMs, () => abort.abort());
  try {
    const response = await fetch(addressOf(callback), {
      method: callback.method,
      redirect: 'manual',
      signal: abort.signal,
      ...(callback.headers && { headers: callback.headers }),
      ...(callback.method === 'POST' && { body: callback.body ?? formOf(callback) }),
    });
    await response.body?.cancel();
    return { atMs: nowMs, httpStatus: response.status };
  } catch (error) {
    return { atMs: nowMs, error: abort.signal.aborted ? `no answer within ${patienceMs} ms` : reasonOf(error) };
  } finally {
    cancel();
  }
};

const formOf = ({ fields }: Callback): URLSearchParams => {
  const form = new URLSearchParams();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

const addressOf = (callback: Callback): string => {
  if (callback.method === 'POST') return callback.url;
  const [address = '', hash] = callback.url.split('#', 2);
  return `${address}${address.includes('?') ? '&' : '?'}${formOf(callback)}${hash === undefined ? '' : `#${hash}`}`;
};

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? ('code' in cause && String(cause.code)) || cause.message : String(cause);
};
