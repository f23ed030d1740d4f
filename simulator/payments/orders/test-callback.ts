import { bankOf } from '../../banks/bank-of.ts';
import { writeCallback } from '../../callbacks/write/write-callback.ts';
import type { MerchantContext } from '../../context.ts';
import { type Callback, defaultCallbackSettings } from '../../domain/callback.ts';
import type { Order } from '../../domain/orders/order.ts';
import { concludeAttempt, lastAttempt, withAttempt } from '../../domain/orders/pay.ts';
import { authorise } from '../../issuer/authorise.ts';
import { evergreenExpiry } from '../../issuer/plan-for-card.ts';
import { plainPayment } from '../attempt/explain-payment.ts';
import { typedMeans } from '../attempt/payment-means.ts';
import { newOrder, ownResultPage } from './keep-order.ts';

const operation = 'deposited';

/**
 * A callback about a payment that never was, with the settings of the merchant, for this address or the merchant's own.
 * Undefined if there is none. Nothing is kept.
 */
export const writeTestCallback = (context: MerchantContext, to: string | undefined): Callback | undefined => {
  const { clock, ids, keys, options, courier } = context;
  const nowMs = clock.now();
  const merchant = courier.forwarding.reachable(context.merchant);
  const settings = merchant.callbacks ?? defaultCallbackSettings;
  const { url = to, ...others } = settings;
  if (url === undefined) return undefined;
  const callbacks = { ...others, url: to ?? url, operations: [operation] } as const;
  return writeCallback({ operation, status: 1 }, paidOrder(context), {
    merchant: { ...merchant, callbacks },
    bank: bankOf(context, merchant),
    keys,
    publicUrl: options.publicUrl,
    id: ids.uuid(nowMs),
    nowMs,
  });
};

/** So that every parameter that the merchant asks for has a value. */
const paidOrder = (context: MerchantContext): Order => {
  const { bank, clock, merchant } = context;
  const nowMs = clock.now();
  const { amountMinor, pan } = plainPayment;
  const { card, plan } = typedMeans({ pan, expiry: evergreenExpiry, cvc: '', holder: 'TEST CALLBACK' });
  const order = newOrder(context, {
    merchant: merchant.login,
    orderNumber: 'test-callback',
    amountMinor,
    currency: bank.currency,
    language: bank.defaultLanguage,
    returnUrl: ownResultPage,
    expiresAtMs: nowMs,
    merchantIp: '127.0.0.1',
  });
  const attempt = { number: 0, startedAtMs: nowMs, card, paymentWay: 'CARD', plan: plan.plan, explanation: [] };
  const tried = withAttempt(order, attempt);
  return concludeAttempt(tried, authorise(tried, lastAttempt(tried) ?? attempt, nowMs), nowMs);
};
