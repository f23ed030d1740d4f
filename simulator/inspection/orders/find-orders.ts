import type { MerchantContext } from '../../context.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { OrderStatus } from '../../domain/orders/order-status.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import { hideCardData } from '../../masking/hide-card-data.ts';
import { updateDueOrders } from '../../payments/orders/due-work.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import type { OrderPage, OrderPeriod } from '../../store/store.ts';
import { findOrderById, findOrderByNumber } from './find-order.ts';

/** What orders are looked for by; every given field has to fit. */
export interface OrderSearch extends OrderPeriod {
  readonly states?: readonly OrderStatus[] | undefined;
  readonly orderId?: string | undefined;
  /** `%` stands for any text, as in the portal. */
  readonly orderNumber?: string | undefined;
  readonly amountMinor?: number | undefined;
  /** The last four digits of a card that was tried. */
  readonly card?: string | undefined;
  readonly email?: string | undefined;
  readonly actionCode?: number | undefined;
  /** A part of the number, the id or the e-mail, or a card's last four digits. */
  readonly search?: string | undefined;
}

export interface FoundOrders {
  /** Newest first, as they are at this moment. */
  readonly orders: readonly Order[];
  /** How many fit without regard to their states, by state. */
  readonly counts: StateCounts;
  /** Whether more stand behind the last one. */
  readonly hasMore: boolean;
}

export type StateCounts = Readonly<Partial<Record<OrderStatus, number>>>;

/** How many orders are read at once when all have to be looked at. */
const chunkSize = 500;

/** A page of a merchant's orders. `before`: only those behind the order with this id. */
export const findOrders = async (
  context: MerchantContext,
  search: OrderSearch,
  { before, limit }: Pick<OrderPage, 'before' | 'limit'>,
): Promise<FoundOrders> => {
  const { store, merchant } = context;
  const { sinceMs, beforeMs, states } = search;
  await updateDueOrders(context);
  if (isDeep(search)) return lookThrough(context, search, { before, limit });
  const page = { sinceMs, beforeMs, states, before };
  const found = await store.orders.newest(merchant.login, { ...page, limit: limit + 1 });
  const counts = await store.orders.counts(merchant.login, { sinceMs, beforeMs });
  return { orders: found.slice(0, limit), counts, hasMore: found.length > limit };
};

/** The number of those in these states. */
export const countOf = (counts: StateCounts, states?: readonly OrderStatus[]): number => {
  let sum = 0;
  for (const [state, count] of Object.entries(counts)) if (states?.includes(state as OrderStatus) ?? true) sum += count;
  return sum;
};

/** Whether the orders themselves have to be looked at. */
export const isDeep = ({ states: _, sinceMs: __, beforeMs: ___, ...others }: OrderSearch): boolean =>
  Object.values(others).some((value) => value !== undefined);

const lookThrough = async (
  context: MerchantContext,
  search: OrderSearch,
  { before, limit }: Pick<OrderPage, 'before' | 'limit'>,
): Promise<FoundOrders> => {
  const fits = fitsOf(search);
  const counts: Partial<Record<OrderStatus, number>> = {};
  const orders: Order[] = [];
  let isBehind = before === undefined;
  for await (const order of candidates(context, search)) {
    const isPast = isBehind;
    isBehind ||= order.id === before;
    if (!fits(order)) continue;
    counts[order.status] = (counts[order.status] ?? 0) + 1;
    if (isPast && orders.length <= limit && (search.states?.includes(order.status) ?? true)) orders.push(order);
  }
  return { orders: orders.slice(0, limit), counts, hasMore: orders.length > limit };
};

/** Newest first; of a search for one order only that. */
async function* candidates(context: MerchantContext, search: OrderSearch): AsyncGenerator<Order> {
  const { orderId, orderNumber, sinceMs, beforeMs } = search;
  const isOne = orderId !== undefined || (orderNumber !== undefined && !orderNumber.includes('%'));
  if (isOne) {
    const found =
      orderId === undefined
        ? await findOrderByNumber(context, orderNumber ?? '')
        : await findOrderById(context, orderId);
    if (found) yield found;
    return;
  }
  const { store, merchant } = context;
  for (let before: string | undefined; ; ) {
    const chunk = await store.orders.newest(merchant.login, { sinceMs, beforeMs, before, limit: chunkSize });
    for (const order of chunk) yield order;
    await giveWay();
    before = chunk.at(-1)?.id;
    if (chunk.length < chunkSize) return;
  }
}

const fitsOf = (search: OrderSearch): ((order: Order) => boolean) => {
  const { sinceMs, beforeMs, orderId, orderNumber, amountMinor, card, email, actionCode } = search;
  const checks: ((order: Order) => boolean)[] = [];
  const add = <Value>(value: Value | undefined, check: (order: Order, value: Value) => boolean): void => {
    if (value !== undefined) checks.push((order) => check(order, value));
  };
  add(sinceMs, (order, ms) => order.registeredAtMs >= ms);
  add(beforeMs, (order, ms) => order.registeredAtMs < ms);
  add(orderId, (order, id) => order.id === id);
  add(orderNumber && hideCardData(orderNumber), (order, wanted) => fitsNumber(order.orderNumber, wanted));
  add(amountMinor, (order, minor) => order.amountMinor === minor);
  add(card, hasCard);
  add(email?.toLowerCase(), (order, wanted) => order.email?.toLowerCase() === wanted);
  add(actionCode, (order, code) => order.actionCode === code || lastAttempt(order)?.actionCode === code);
  add(search.search?.toLowerCase(), isNamedBy);
  return (order) => checks.every((check) => check(order));
};

const hasCard = ({ attempts }: Order, lastFour: string): boolean =>
  attempts.some(({ card }) => card?.maskedPan.endsWith(lastFour));

/** `text`: in small letters. */
const isNamedBy = (order: Order, text: string): boolean =>
  order.orderNumber.toLowerCase().includes(text) ||
  order.id.includes(text) ||
  (order.email?.toLowerCase().includes(text) ?? false) ||
  (/^\d{4}$/.test(text) && hasCard(order, text));

const fitsNumber = (orderNumber: string, wanted: string): boolean => {
  if (!wanted.includes('%')) return orderNumber === wanted;
  const parts = wanted.split('%');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!orderNumber.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = orderNumber.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return orderNumber.length - last.length >= at && orderNumber.endsWith(last);
};
