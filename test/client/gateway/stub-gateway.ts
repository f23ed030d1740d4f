import type { ExecutionContext } from 'ava';
import { GatewayClient, type GatewayClientOptions, GatewayError } from '../../../client/index.ts';
import { type StubReply, stubServer } from '../../helpers/http/stub-server.ts';

/** The password of the client; nothing may show it. */
export const secret = 'correct-horse-battery';
/** The gateway's answer to a registration. */
export const registered = {
  orderId: 'order-1',
  formUrl: 'https://gateway.example/payment/merchants/shop/payment_en.html?mdOrder=order-1',
};
/** An order that is fine. */
export const order = { amountMinor: 1500, returnUrl: 'https://shop.example/return' };

export type Extra = Partial<Pick<GatewayClientOptions, 'language' | 'timeoutMs' | 'retries' | 'wait' | 'fetch'>>;

/** A client that pauses for no time between its tries. */
export const clientOf = (baseUrl: string, extra: Extra = {}): GatewayClient =>
  new GatewayClient({ baseUrl, userName: 'shop-api', password: secret, wait: async () => {}, ...extra });

/** A gateway that gives these replies one after the other; the last one stays. */
export const gatewayWith = async (t: ExecutionContext, ...replies: readonly StubReply[]) => {
  const stub = await stubServer(t, (_request, count) => replies[Math.min(count, replies.length) - 1] ?? {});
  return { ...stub, baseUrl: `${stub.origin}/payment/rest/` };
};

/** The gateway's answer to a status call. */
export const status = (orderStatus: number, more: object = {}) => ({ body: { errorCode: '0', orderStatus, ...more } });

/** The error that a call ends with. */
export const rejection = async (t: ExecutionContext, promise: Promise<unknown>): Promise<GatewayError> => {
  const error = await t.throwsAsync(promise);
  t.true(error instanceof GatewayError);
  return error as GatewayError;
};

/** Counts requests at the sender: a request that was given up early may never be seen by the stub. */
export const countingFetch = () => {
  const sent: unknown[] = [];
  const counted: typeof fetch = (...request) => {
    sent.push(request);
    return fetch(...request);
  };
  return { sent, fetch: counted };
};
