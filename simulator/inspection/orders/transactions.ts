import type { MerchantContext } from '../../context.ts';
import { callOrderNames } from '../../data/order-names.ts';
import type { Callback } from '../../domain/callback.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { JournalEntry } from '../../store/journal/exchange.ts';
import { type EntryView, isForMerchant, keptEntries, showEntry, valuesOf } from '../journal/journal.ts';
import { type FoundOrders, findOrders, isDeep, type OrderSearch, type StateCounts } from './find-orders.ts';

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
  calls: readonly JournalEntry[],
): Promise<readonly Transaction[]> => {
  const callbacks = await store.callbacks.aboutAny(orders.map(({ id }) => id));
  const bySubject = Map.groupBy(callbacks, ({ subject }) => subject);
  const ofOrders = orders.map(
    (order) =>
      ({ kind: 'order', atMs: order.registeredAtMs, order, callbacks: bySubject.get(order.id) ?? [] }) as const,
  );
  const ofCalls = calls.map((call) => ({ kind: 'call', atMs: call.atMs, call: showEntry(call) }) as const);
  return [...ofOrders, ...ofCalls].toSorted((one, other) => other.atMs - one.atMs);
};

/** A place in the list: the last order above it, and the last call. */
const placeIn = (text = '') => {
  const [, order, atMs, number] = /^([^~]*)~(?:(\d+(?:\.\d+)?)-(\d+))?$/.exec(text) ?? [];
  const last = { atMs: Number(atMs), number: Number(number) };
  return {
    order: order || undefined,
    isBehind: (call: JournalEntry): boolean => number === undefined || byNewest(call, last) > 0,
  };
};

const nextPlace = (rows: readonly Transaction[], before = '~'): string => {
  const [order, call] = [
    rows.findLast((row) => row.kind === 'order')?.order.id,
    rows.findLast((row) => row.kind === 'call'),
  ];
  const [orderBefore = '', callBefore = ''] = before.split('~');
  return `${order ?? orderBefore}~${call ? `${call.atMs}-${call.call.number}` : callBefore}`;
};

type Numbered = Pick<JournalEntry, 'atMs' | 'number'>;

const byNewest = (one: Numbered, other: Numbered): number => other.atMs - one.atMs || other.number - one.number;

/** Newest first; those of shops only, as they are kept. */
const refusedCalls = async (context: MerchantContext, search: OrderSearch): Promise<readonly JournalEntry[]> => {
  const { sinceMs = Number.NEGATIVE_INFINITY, beforeMs = Number.POSITIVE_INFINITY } = search;
  const refused = await keptEntries(context, { refused: true }, isForMerchant);
  const looksInside = isDeep(search);
  return refused
    .filter(
      (call) =>
        call.surface === 'api' &&
        call.atMs >= sinceMs &&
        call.atMs < beforeMs &&
        (!looksInside || isCallFor(showEntry(call), search)),
    )
    .toSorted(byNewest);
};

/** Of what an order is looked for by, a refused call has what the shop has sent. */
const isCallFor = (call: EntryView, search: OrderSearch): boolean => {
  const { orderId, orderNumber, amountMinor, card, actionCode, email } = search;
  const has = (wanted: string | undefined, ...names: readonly string[]): boolean =>
    wanted === undefined || names.some((name) => valuesOf(call, name).includes(wanted));
  return (
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
