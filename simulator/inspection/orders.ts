import type { z } from 'zod';
import { bankOf } from '../banks/bank-of.ts';
import type { MerchantContext } from '../context.ts';
import { actionCodeRow } from '../data/action-codes.ts';
import { statusTexts } from '../data/status-texts.ts';
import { nextDueMs } from '../domain/due.ts';
import type { Order } from '../domain/order.ts';
import { currentOrder } from '../payments/orders/current-order.ts';
import { statusNumber } from '../wire/payment-state.ts';
import { findOrderByNumber } from './find-order.ts';
import type { Frozen } from './frozen.ts';
import { moment } from './moment.ts';
import type { orderFilter, orderList, orderSummary } from './order-schemas.ts';

export type OrderSummary = Frozen<z.output<typeof orderSummary>>;
export type OrderFilter = Frozen<z.output<typeof orderFilter>>;
export type OrderList = Frozen<z.output<typeof orderList>>;

/** The limit of a list, if the filter has none. */
const defaultLimit = 50;

/** The orders of this merchant, newest first. */
export const listOrders = async (context: MerchantContext, filter: OrderFilter = {}): Promise<OrderList> => {
  const { status, since, before, limit = defaultLimit } = filter;
  const sinceMs = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since);
  const all = (await candidates(context, filter)).toSorted((one, other) => other.registeredAtMs - one.registeredAtMs);
  const isWanted = (order: Order): boolean =>
    order.registeredAtMs >= sinceMs && (status === undefined || order.status === status);
  const start = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
  const left = all.slice(start).filter(isWanted);
  const shown = left.slice(0, limit);
  const last = shown.at(-1);
  return {
    orders: shown.map((order) => summarise(context, order)),
    total: all.filter(isWanted).length,
    ...(last && left.length > shown.length && { next: last.id }),
  };
};

/** Newest first, each brought up to date. */
const candidates = async (context: MerchantContext, { orderNumber }: OrderFilter): Promise<readonly Order[]> => {
  if (orderNumber !== undefined) {
    const order = await findOrderByNumber(context, orderNumber);
    return order ? [order] : [];
  }
  const nowMs = context.clock.now();
  const orders: Order[] = [];
  for (const order of await context.store.orders.ofMerchant(context.merchant.login)) {
    const isDue = (nextDueMs(order) ?? Number.POSITIVE_INFINITY) <= nowMs;
    orders.push(isDue ? await currentOrder(context, order) : order);
  }
  return orders.reverse();
};

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
