import type { z } from 'zod';
import type { MerchantContext } from '../../context.ts';
import { CallbackNotSent } from '../../domain/errors/order-errors.ts';
import { ConfigError } from '../../options/config-error.ts';
import { writeTestCallback } from '../../payments/orders/test-callback.ts';
import type { Frozen } from '../frozen.ts';
import type { callbackToTest, testAnswer } from './callback-schemas.ts';
import { proofOf, showRequest, showTry } from './callbacks.ts';

export type CallbackToTest = Frozen<z.output<typeof callbackToTest>>;
export type TestedCallback = Frozen<z.output<typeof testAnswer>>;

/**
 * Sends a callback about a payment that never was, once, to this address or the merchant's own. It is not kept.
 * @throws ConfigError if no callback may go to the given address; CallbackNotSent if none can go to the merchant's own
 */
export const testCallback = async (context: MerchantContext, { to }: CallbackToTest = {}): Promise<TestedCallback> => {
  const { merchant, courier } = context;
  if (to !== undefined) await refuseBlocked(context, to);
  const callback = writeTestCallback(context, to);
  if (!callback)
    throw new CallbackNotSent(
      `merchant ${merchant.login} has no callback address: set callbacks.url, or send one in to`,
    );
  const blocked = await courier.blockedReason(callback.url, merchant.login);
  if (blocked !== undefined) throw new CallbackNotSent(`callbacks.url of merchant ${merchant.login}: ${blocked}`);
  const attempt = await courier.sendOnce(callback);
  if (!attempt) throw new CallbackNotSent('the gateway stops');
  return {
    isDelivered: attempt.httpStatus === 200,
    try: showTry({ ...attempt, byHand: true }),
    fields: callback.fields.map(([name, value]) => ({ name, value })),
    request: showRequest(callback),
    ...proofOf(context, callback),
  };
};

/** @throws ConfigError if no callback may go to this address, which was given in `to` */
export const refuseBlocked = async ({ courier, merchant }: MerchantContext, to: string): Promise<void> => {
  const blocked = await courier.blockedReason(to, merchant.login);
  if (blocked !== undefined) throw new ConfigError(`to: ${blocked}`);
};
