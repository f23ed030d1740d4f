import type { MerchantContext } from '../context.ts';
import { callOrderNames } from '../data/order-names.ts';
import type { Callback } from '../domain/callback.ts';
import type { Order } from '../domain/order.ts';
import { type FoundOrders, findOrders, type OrderSearch, type StateCounts } from './find-orders.ts';
import { type EntryView, readEntries, valuesOf } from './journal.ts';

/** What came from a shop: an order, or a call that was refused. */
export type Transaction =
  | { readonly kind: 'order'; readonly atMs: number; readonly order: Order; readonly callbacks: readonly Callback[] }
  | { readonly kind: 'call'; readonly atMs: number; readonly call: EntryView };

export interface TransactionSearch extends OrderSearch {
  /** Only orders, or only refused calls; both by default. */
  readonly only?: 'orders' | 'calls' | undefined;
}

export interface TransactionPage {
  /** The place at which the page before has ended: its `next`. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface Transactions {
  /** Newest first. */
  readonly rows: readonly Transaction[];
  /** How many orders fit without regard to their states, by state. */
  readonly counts: StateCounts;
  /** How many refused calls fit. */
  readonly calls: number;
  /** The place at which the next page begins; absent if there is none. */
  readonly next?: string;
}

/** Orders of a merchant and calls that were refused, so that a shop that never gets an order sees why. */
export const listTransactions = async (
  context: MerchantContext,
  { only, ...search }: TransactionSearch,
  { after, limit }: TransactionPage,
): Promise<Transactions> => {
  const place = placeIn(after);
  const found = await findOrders(context, search, { before: place.order, limit: only === 'calls' ? 0 : limit });
  const calls = await refusedCalls(context, search);
  const shown = only === 'orders' ? [] : calls.filter((call) => place.isBehind(call)).slice(0, limit + 1);
  const all = await merged(context, found, shown);
  const rows = all.slice(0, limit);
  const hasMore = all.length > limit || (only !== 'calls' && found.hasMore);
  return { rows, counts: found.counts, calls: calls.length, ...(hasMore && { next: nextPlace(rows, after) }) };
};

const merged = async (
  { store }: MerchantContext,
  { orders }: FoundOrders,
  calls: readonly EntryView[],
): Promise<readonly Transaction[]> => {
  const callbacks = await store.callbacks.aboutAny(orders.map(({ id }) => id));
  const bySubject = Map.groupBy(callbacks, ({ subject }) => subject);
  const ofOrders = orders.map(
    (order) =>
      ({ kind: 'order', atMs: order.registeredAtMs, order, callbacks: bySubject.get(order.id) ?? [] }) as const,
  );
  const ofCalls = calls.map((call) => ({ kind: 'call', atMs: Date.parse(call.at), call }) as const);
  return [...ofOrders, ...ofCalls].toSorted((one, other) => other.atMs - one.atMs);
};

/** A place in the list: the last order above it, and the last call. */
const placeIn = (text = '') => {
  const [, order, at, number] = /^([^~]*)~(?:(\d+)\.(\d+))?$/.exec(text) ?? [];
  const last = { at: Number(at), number: Number(number) };
  return {
    order: order || undefined,
    isBehind: (call: EntryView): boolean =>
      number === undefined || byNewest(call, { at: new Date(last.at).toISOString(), number: last.number }) > 0,
  };
};

const nextPlace = (rows: readonly Transaction[], before = '~'): string => {
  const [order, call] = [
    rows.findLast((row) => row.kind === 'order')?.order.id,
    rows.findLast((row) => row.kind === 'call')?.call,
  ];
  const [orderBefore = '', callBefore = ''] = before.split('~');
  return `${order ?? orderBefore}~${call ? `${Date.parse(call.at)}.${call.number}` : callBefore}`;
};

type Numbered = Pick<EntryView, 'at' | 'number'>;

const byNewest = (one: Numbered, other: Numbered): number =>
  one.at === other.at ? other.number - one.number : one.at < other.at ? 1 : -1;

/** Newest first; those of shops only. */
const refusedCalls = async (context: MerchantContext, search: OrderSearch): Promise<readonly EntryView[]> => {
  if (!context.journal.isOn) return [];
  const refused = await readEntries(context, { refused: true });
  return refused.filter((call) => call.surface === 'api' && isCallFor(call, search)).toSorted(byNewest);
};

/** Of what an order is looked for by, a refused call has what the shop has sent. */
const isCallFor = (call: EntryView, search: OrderSearch): boolean => {
  const { sinceMs, beforeMs, orderId, orderNumber, amountMinor, card, actionCode, email } = search;
  const atMs = Date.parse(call.at);
  const has = (wanted: string | undefined, ...names: readonly string[]): boolean =>
    wanted === undefined || names.some((name) => valuesOf(call, name).includes(wanted));
  return (
    (sinceMs === undefined || atMs >= sinceMs) &&
    (beforeMs === undefined || atMs < beforeMs) &&
    [card, actionCode].every((value) => value === undefined) &&
    has(orderId, ...callOrderNames) &&
    has(orderNumber, 'orderNumber') &&
    has(amountMinor?.toString(), 'amount') &&
    has(email, 'email') &&
    (search.search === undefined || says(call, search.search))
  );
};

const says = (call: EntryView, text: string): boolean =>
  ['orderNumber', 'email', ...callOrderNames].some((name) =>
    valuesOf(call, name).some((value) => value.toLowerCase().includes(text.toLowerCase())),
  );
