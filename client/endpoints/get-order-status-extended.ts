import type { Endpoint } from '../endpoint.ts';
import { WrongUse } from '../gateway-errors.ts';
import type { OrderStatusAnswer } from '../order-status-answer.ts';
import { withNumbers } from '../read-answer.ts';

/** Names an order by the gateway's id (better) or by the shop's own number. */
export type OrderQuery = ({ readonly orderId: string } | { readonly orderNumber: string }) & {
  readonly language?: string;
  readonly merchantLogin?: string;
};

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

/** getOrderStatusExtended.do: the only proof that an order was paid. */
export const getOrderStatusExtended: Endpoint<OrderQuery, OrderStatusAnswer> = {
  path: 'getOrderStatusExtended.do',
  repeat: 'safe',
  fields: (query) => {
    const { orderId, orderNumber } = query as { orderId?: string; orderNumber?: string };
    if (!orderId && !orderNumber) throw new WrongUse('getOrderStatus needs orderId or orderNumber');
    return { ...query };
  },
  read: (raw) => {
    const answer = withNumbers(raw, numeric);
    if (typeof answer['orderStatus'] !== 'number') return undefined;
    return { ...answer, errorCode: String(answer['errorCode'] ?? 0) } as unknown as OrderStatusAnswer;
  },
};
