import { fields } from '../../../options/check.ts';
import { text, trueOrFalse } from '../../../options/checks.ts';
import { type AtOncePayment, atOnce, type NextStep } from '../../at-once.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters, preAuthChecks } from '../../order-checks.ts';
import type { PreAuthOrderRequest } from '../../order-request.ts';
import { isObject, orderIdIn, type RawAnswer, withNumbers } from '../../read-answer.ts';
import { needCard } from '../../sent-card.ts';
import { registerPreAuth } from '../orders/register.ts';
import type { LegacyOrderStatusAnswer } from '../status/get-order-status.ts';

export interface InstantPayment extends PreAuthOrderRequest, AtOncePayment {
  /** Holds the money first; default false. */
  readonly preAuth?: boolean;
  /** The card is not stored, and the order forgets its `clientId`. */
  readonly bindingNotNeeded?: boolean;
  /** Who starts the payment and why: CI, F, U, R, RI, I, II. */
  readonly tii?: string;
}

export interface InstantPaymentAnswer extends NextStep {
  readonly errorCode: string;
  /** The gateway's id; every later call wants it. */
  readonly orderId: string;
  /** How the attempt ended, in a sentence for the customer. */
  readonly info?: string;
  /** Why it was declined. */
  readonly error?: string;
  /** The order's status, in the spelling of the old status call. */
  readonly orderStatus?: LegacyOrderStatusAnswer & { readonly approvedAmount?: number };
  readonly [other: string]: unknown;
}

const numeric = ['OrderStatus', 'Amount', 'depositAmount', 'approvedAmount', 'authCode'];

const readInstantPayment = (raw: RawAnswer): InstantPaymentAnswer | undefined => {
  const orderId = orderIdIn(raw);
  if (orderId === undefined) return undefined;
  const { orderStatus: status } = raw;
  return {
    ...raw,
    errorCode: String(raw['errorCode'] ?? 0),
    orderId,
    ...(isObject(status) && { orderStatus: withNumbers(status, numeric) as LegacyOrderStatusAnswer }),
  };
};

/**
 * instantPayment.do: registers an order and pays it in one call. A declined card is an answer, not a refusal. A repeat
 * would pay twice or be refused for its number, so there is none.
 */
export const instantPayment: KnownEndpoint<InstantPayment, InstantPaymentAnswer> = {
  path: 'instantPayment.do',
  repeat: 'never',
  input: fields<InstantPayment>(parameters)({
    ...preAuthChecks,
    ...atOnce,
    preAuth: trueOrFalse,
    bindingNotNeeded: trueOrFalse,
    tii: text,
  }),
  fields: (asked) => registerPreAuth.fields(needCard('instantPayment', asked)),
  read: readInstantPayment,
};

/** The state of an instant payment. */
export type InstantPaymentState = 'paid' | 'held' | 'browser-check' | 'challenge' | 'declined';

/** Any payment that is not paid, held or in 3-D Secure is declined. Source: BPC REST documentation, instant payment. */
export const instantPaymentState = (answer: InstantPaymentAnswer): InstantPaymentState => {
  const { orderStatus, acsUrl, threeDSServerTransId } = answer;
  const status = orderStatus?.OrderStatus;
  if (status === 1 && acsUrl === undefined) return 'held';
  if (status === 2 && acsUrl === undefined) return 'paid';
  if (status === 0 && acsUrl !== undefined) return 'challenge';
  return status === 0 && threeDSServerTransId !== undefined ? 'browser-check' : 'declined';
};
