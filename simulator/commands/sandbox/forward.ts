import { type ForwardEvent, SandboxProblem } from '../../../client/index.ts';
import { sendToShop } from '../../../contracts/shop/send-to-shop.ts';
import type { Sandbox } from './reach.ts';

/** What a shop answered to a forwarded callback. */
export interface Forwarded {
  readonly type: 'forward';
  readonly merchant: string;
  readonly at: string;
  readonly callbackId: string;
  readonly method: string;
  /** Where it was sent. */
  readonly to: string;
  readonly httpStatus?: number;
  /** Why there is no answer. */
  readonly error?: string;
  readonly tookMs: number;
}

/** The longest reason that the control API takes. */
const longestReason = 200;

/** Sends a callback to a shop in place of the gateway, and reports the answer of the shop there. */
export const forward = async ({ client }: Sandbox, event: ForwardEvent, forwardTo: string): Promise<Forwarded> => {
  const { type, merchant, at, callbackId, method, headers, body } = event;
  const to = targetOf(event.url, forwardTo);
  const fields = event.fields.map(({ name, value }): [string, string] => [name, value]);
  const {
    httpStatus,
    error = '',
    tookMs,
  } = await sendToShop({
    method,
    url: to,
    headers,
    fields,
    ...(body !== undefined && { body }),
  });
  const answer = httpStatus === undefined ? { error: error.slice(0, longestReason) } : { httpStatus };
  await client.callbacks.reportForwarded(merchant, callbackId, answer).catch(ifNotAwaited);
  return { type, merchant, at, callbackId, method, to, ...answer, tookMs };
};

/** The gateway waits ten seconds for an answer, as it would for the shop. */
const ifNotAwaited = (error: unknown): void => {
  if (!(error instanceof SandboxProblem && error.status === 404)) throw error;
};

/**
 * The address at which the shop gets a callback that would go to `url`: with the path of that if `forwardTo` has none, and
 * with its query.
 */
export const targetOf = (url: string, forwardTo: string): string => {
  if (url === forwardTo || !URL.canParse(url)) return forwardTo;
  const [planned, target] = [new URL(url), new URL(forwardTo)];
  const path = target.pathname === '/' ? planned.pathname : target.pathname;
  const query = [target.search, planned.search].map((one) => one.slice(1)).filter((one) => one !== '');
  return `${target.origin}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
};
