import type { NextStep } from './at-once.ts';
import type { RawAnswer } from './read-answer.ts';

/**
 * The answer of calls that pay a registered order. It is no proof of a payment, and a declined card is an answer too:
 * only the order's status shows whether it is paid. Source: BPC REST documentation, payment for order.
 */
export interface PaymentAnswer extends NextStep {
  /** "0": the request was handled; the payment may have failed. */
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

/** Undefined if the answer has no field about a payment. */
export const readPayment = (raw: RawAnswer): PaymentAnswer | undefined =>
  telling.some((name) => raw[name] !== undefined) ? { ...raw, errorCode: String(raw['errorCode'] ?? 0) } : undefined;

/** The next step of a payment: a check of the browser, the issuer's page, or none. */
export type PaymentStep = 'browser-check' | 'challenge' | 'finished' | 'declined';

/**
 * Reads the next step of a payment, also of one with a wallet. After `finished` the customer can return to the shop;
 * the result is in the order's status.
 */
export const paymentStep = (answer: NextStep & { readonly error?: unknown }): PaymentStep => {
  const { error, acsUrl, threeDSServerTransId } = answer;
  if (error) return 'declined';
  if (acsUrl !== undefined) return 'challenge';
  return threeDSServerTransId === undefined ? 'finished' : 'browser-check';
};
