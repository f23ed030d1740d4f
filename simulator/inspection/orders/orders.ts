import type { z } from 'zod';
import { bankOf } from '../../banks/bank-of.ts';
import type { MerchantContext } from '../../context.ts';
import { actionCodeRow } from '../../data/action-codes.ts';
import { statusTexts } from '../../data/status-texts.ts';
import type { Order } from '../../domain/orders/order.ts';
import { statusNumber } from '../../wire/payment-state.ts';
import type { Frozen } from '../frozen.ts';
import { moment } from '../moment.ts';
import { countOf, findOrders } from './find-orders.ts';
import type { orderFilter, orderList, orderSummary } from './order-schemas.ts';

export type OrderSummary = Frozen<z.output<typeof orderSummary>>;
export type OrderFilter = Frozen<z.output<typeof orderFilter>>;
export type OrderList = Frozen<z.output<typeof orderList>>;

/** The limit of a list, if the filter has none. */
const defaultLimit = 50;

/** The orders of this merchant, newest first. */
export const listOrders = async (context: MerchantContext, filter: OrderFilter = {}): Promise<OrderList> => {
  const { status, since, until, before, limit = defaultLimit, ...search } = filter;
  const states = status && [status];
  const found = await findOrders(
    context,
    { ...search, sinceMs: msOf(since), beforeMs: msOf(until), states },
    { before, limit },
  );
  const last = found.orders.at(-1);
  return {
    orders: found.orders.map((order) => summarise(context, order)),
    total: countOf(found.counts, states),
    ...(last && found.hasMore && { next: last.id }),
  };
};

const msOf = (moment: string | undefined): number | undefined =>
  moment === undefined ? undefined : Date.parse(moment);

export const summarise = (context: MerchantContext, order: Order): OrderSummary => ({
  orderId: order.id,
  orderNumber: order.orderNumber,
  status: order.status,
  statusText: statusTexts[order.status],
  orderStatus: statusNumber(order, bankOf(context, order)),
  ...describeActionCode(order.actionCode),
  amountMinor: order.amountMinor,
  currency: order.currency,
  ...(order.description !== undefined && { description: order.description }),
  registeredAt: moment(order.registeredAtMs),
});

/** An action code with its name and meaning, if they are known. */
export const describeActionCode = (
  actionCode: number,
): Pick<OrderSummary, 'actionCode' | 'actionCodeName' | 'actionCodeMeaning'> => {
  const row = actionCodeRow(actionCode);
  return { actionCode, ...(row && { actionCodeName: row.name, actionCodeMeaning: row.en }) };
};
