import type { KnownEndpoint } from '../../endpoint.ts';
import { needOrder, type OrderQuery, orderQuery } from '../../order-operation.ts';
import type { OrderStatusAnswer } from '../../order-status-answer.ts';
import { type RawAnswer, withNumbers } from '../../read-answer.ts';

const numeric = [
  'orderStatus',
  'actionCode',
  'amount',
  'date',
  'authDateTime',
  'depositedDate',
  'refundedDate',
  'reversedDate',
];

/** Undefined without an orderStatus. */
export const readOrderStatus = (raw: RawAnswer): OrderStatusAnswer | undefined => {
  const answer = withNumbers(raw, numeric);
  if (typeof answer['orderStatus'] !== 'number') return undefined;
  return { ...answer, errorCode: String(answer['errorCode'] ?? 0) } as unknown as OrderStatusAnswer;
};

/** getOrderStatusExtended.do: the only proof that an order was paid. */
export const getOrderStatusExtended: KnownEndpoint<OrderQuery, OrderStatusAnswer> = {
  path: 'getOrderStatusExtended.do',
  repeat: 'safe',
  input: orderQuery,
  fields: (query) => ({ ...needOrder('getOrderStatus', query) }),
  read: readOrderStatus,
};
