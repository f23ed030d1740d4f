import { type Checks, fields } from '../options/check.ts';
import { minorUnits as minorUnitsCheck, text } from '../options/checks.ts';
import { minorUnits, needField } from './encode-form.ts';
import { WrongUse } from './gateway-errors.ts';
import { parameters } from './order-checks.ts';
import type { RawAnswer } from './read-answer.ts';

/** The gateway's confirmation of an operation, without further facts. */
export interface OperationAnswer {
  /** "0", also if a bank sends a number or nothing. */
  readonly errorCode: string;
  readonly errorMessage?: string;
  readonly [other: string]: unknown;
}

export const readOperation = (answer: RawAnswer): OperationAnswer => ({
  ...answer,
  errorCode: String(answer['errorCode'] ?? 0),
});

/**
 * The amount of an operation; undefined without one. To the gateway 0 is everything, so a sum that is 0 or undefined
 * by mistake must not be sent.
 */
export const givenAmount = (operation: { readonly amountMinor?: number }): number | undefined => {
  if (!('amountMinor' in operation)) return undefined;
  const amount = minorUnits('amountMinor', operation.amountMinor);
  if (amount === 0) throw new WrongUse('amountMinor must be more than zero; leave it out for everything');
  return amount;
};

/** An operation on the money of an order. */
export interface MoneyOperation {
  readonly orderId: string;
  /** Absent: all that is left. */
  readonly amountMinor?: number;
  readonly language?: string;
}

/** The fields of an operation that takes 0 for everything. */
export const moneyFields = (call: string, asked: MoneyOperation) => ({
  orderId: needOrderId(call, asked),
  amount: givenAmount(asked) ?? 0,
  language: asked.language,
});

export const needOrderId = (call: string, input: { readonly orderId: string }): string =>
  needField(call, input, 'orderId').orderId;

/** Names an order by the gateway's id (better) or by the shop's own number. */
export type OrderQuery = ({ readonly orderId: string } | { readonly orderNumber: string }) & {
  readonly language?: string;
  readonly merchantLogin?: string;
};

export const moneyChecks = {
  orderId: text,
  amountMinor: minorUnitsCheck,
  language: text,
} satisfies Checks<MoneyOperation>;

export const orderQuery = fields<OrderQuery>(parameters)({
  orderId: text,
  orderNumber: text,
  language: text,
  merchantLogin: text,
});

/** A call about one order, with no other parameter. */
export const orderAlone = fields<{ readonly orderId: string; readonly language?: string }>(parameters)({
  orderId: text,
  language: text,
});

export const needOrder = (method: string, query: OrderQuery): OrderQuery => {
  const { orderId, orderNumber } = query as { orderId?: string; orderNumber?: string };
  if (orderId || orderNumber) return query;
  throw new WrongUse(`${method} needs orderId or orderNumber`);
};
