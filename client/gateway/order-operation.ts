import { minorUnits } from './encode-form.ts';
import { WrongUse } from './gateway-errors.ts';
import type { RawAnswer } from './read-answer.ts';

/** What the gateway says when it has done what was asked; there is no more in it than that. */
export interface OperationAnswer {
  /** "0", also where a bank sends a number or nothing. */
  readonly errorCode: string;
  readonly errorMessage?: string;
  readonly [other: string]: unknown;
}

export const readOperation = (answer: RawAnswer): OperationAnswer => ({
  ...answer,
  errorCode: String(answer['errorCode'] ?? 0),
});

/**
 * The amount of an operation; undefined when the call names none. To the gateway 0 is everything, so a sum that came
 * out as 0 or undefined by mistake must not get there.
 */
export const givenAmount = (operation: { readonly amountMinor?: number }): number | undefined => {
  if (!('amountMinor' in operation)) return undefined;
  const amount = minorUnits('amountMinor', operation.amountMinor);
  if (amount === 0) throw new WrongUse('amountMinor must be more than zero; leave it out for everything');
  return amount;
};

export const needOrderId = (method: string, { orderId }: { readonly orderId: string }): string => {
  if (orderId) return orderId;
  throw new WrongUse(`${method} needs orderId`);
};

/** Names an order by the gateway's id (better) or by the shop's own number. */
export type OrderQuery = ({ readonly orderId: string } | { readonly orderNumber: string }) & {
  readonly language?: string;
  readonly merchantLogin?: string;
};

export const needOrder = (method: string, query: OrderQuery): OrderQuery => {
  const { orderId, orderNumber } = query as { orderId?: string; orderNumber?: string };
  if (orderId || orderNumber) return query;
  throw new WrongUse(`${method} needs orderId or orderNumber`);
};
