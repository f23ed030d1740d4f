import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CallbackForged, type CallbackKey, type CheckedCallback, checkCallback } from '../callbacks/check-callback.ts';
import { checkJwtCallback } from '../callbacks/check-jwt-callback.ts';
import type { Checkout } from './checkout.ts';
import type { OrderBook } from './order-book.ts';
import { readSmallText } from './read-small-form.ts';
import { isReported } from './shop-order.ts';

/** Longest body of a callback: every optional parameter and a long description fit in. */
const longestBody = 64 * 1024;

export interface CallbackHandlerOptions {
  readonly key: CallbackKey;
  readonly checkout: Checkout;
  readonly orders: OrderBook;
  readonly nowMs: () => number;
  readonly log: (line: string) => void;
}

/**
 * Handles a callback: checks its proof, and then asks the gateway for the status. The callback itself decides
 * nothing, so a repeated, late or overtaken one does no harm. Resolves with the HTTP status; any but 200 makes
 * the gateway repeat the callback.
 */
export const callbackHandler =
  ({ key, checkout, orders, nowMs, log }: CallbackHandlerOptions) =>
  async (request: IncomingMessage): Promise<number> => {
    const callback = await readCallback(request, key);
    if (!callback) {
      log('a callback that the gateway did not send was refused');
      return 403;
    }
    const order = orders.find(callback.orderNumber);
    // The login may serve other shops too, and a repeated callback would not help.
    if (order?.payment?.orderId !== callback.mdOrder) {
      log(`callback about ${callback.orderNumber}, which is no order of this shop`);
      return 200;
    }
    const atMs = nowMs();
    const { order: asked, fault } = await orders.ask(order, checkout.checkPayment);
    const isRepeat = isReported(asked, callback);
    if (fault) return isRepeat ? 200 : 503;
    const { operation, isSuccessful } = callback;
    if (!isRepeat) orders.change(asked, { bankCalls: [...asked.bankCalls, { atMs, operation, isSuccessful }] });
    return 200;
  };

/** A callback whose proof holds; undefined for any other. */
const readCallback = async (request: IncomingMessage, key: CallbackKey): Promise<CheckedCallback | undefined> => {
  const sent =
    request.method === 'GET' ? (request.url ?? '').replace(/^[^?]*\??/, '') : await readSmallText(request, longestBody);
  if (sent === undefined) return undefined;
  try {
    return isToken(sent) && 'token' in key ? checkJwtCallback(sent, key) : checkCallback(sent, key);
  } catch (error) {
    if (error instanceof CallbackForged) return undefined;
    throw error;
  }
};

const isToken = (sent: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(sent.trim());

/** A shared key of 192 bits, in base64, as some banks require it. */
export const newCallbackToken = (): string => randomBytes(24).toString('base64');
