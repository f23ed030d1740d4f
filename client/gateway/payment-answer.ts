import type { NextStep } from './at-once.ts';
import type { RawAnswer } from './read-answer.ts';

/**
 * What the calls that pay a registered order answer. It is no proof of a payment, and a declined card is an answer too:
 * only the order's status tells whether it is paid. Source: BPC REST documentation, payment for order.
 */
export interface PaymentAnswer extends NextStep {
  /** "0": the request was handled, with whatever result. */
  readonly errorCode: string;
  /** Why the payment failed. */
  readonly error?: string;
  /** How it ended, in a sentence for the customer. */
  readonly info?: string;
  readonly errorTypeName?: string;
  /** The customer may try once more. */
  readonly processingErrorType?: string;
  /** The stored card that was paid with. */
  readonly bindingId?: string;
  readonly [other: string]: unknown;
}

const telling = ['errorCode', 'error', 'redirect', 'acsUrl', 'threeDSServerTransId'];

/** Undefined where the answer says nothing about a payment. */
export const readPayment = (raw: RawAnswer): PaymentAnswer | undefined =>
  telling.some((name) => raw[name] !== undefined) ? { ...raw, errorCode: String(raw['errorCode'] ?? 0) } : undefined;

/** What has to happen now: the browser to be looked at, or sent to the issuer; nothing; or the card was declined. */
export type PaymentStep = 'browser-check' | 'challenge' | 'finished' | 'declined';

/**
 * Reads where a payment goes on, also one with a wallet. `finished` is for the customer's way back; what the order has
 * come to, its status says.
 */
export const paymentStep = (answer: NextStep & { readonly error?: unknown }): PaymentStep => {
  const { error, acsUrl, threeDSServerTransId } = answer;
  if (error) return 'declined';
  if (acsUrl !== undefined) return 'challenge';
  return threeDSServerTransId === undefined ? 'finished' : 'browser-check';
};
