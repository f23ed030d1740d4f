import type { OrderStatus } from '../../../domain/orders/order-status.ts';
import type { TransactionSearch } from '../../../inspection/orders/transactions.ts';
import type { IconName } from '../../ui/icons.ts';
import { minorOf } from '../../ui/minor-of.ts';
import type { Tone } from '../../ui/status.ts';

/** A choice of states above the list, as the portal has them. */
export interface StatusChip {
  readonly name: string;
  readonly word: string;
  readonly tone: Tone;
  readonly icon: IconName;
  readonly states: readonly OrderStatus[];
}

export const statusChips: readonly StatusChip[] = [
  { name: 'created', word: 'Created', tone: 'created', icon: 'open', states: ['created', 'acs-started', 'pending'] },
  { name: 'approved', word: 'Approved', tone: 'held', icon: 'hold', states: ['approved', 'partly-deposited'] },
  { name: 'deposited', word: 'Deposited', tone: 'good', icon: 'check', states: ['deposited'] },
  { name: 'reversed', word: 'Reversed', tone: 'created', icon: 'undo', states: ['reversed'] },
  { name: 'refunded', word: 'Refunded', tone: 'back', icon: 'refund', states: ['refunded'] },
  { name: 'declined', word: 'Declined', tone: 'bad', icon: 'cross', states: ['declined'] },
];

/** The status by which only refused calls are shown. */
export const refusedStatus = 'refused';

/** The fields of the filter, as they stand in the address. */
export const filterFields = ['q', 'number', 'id', 'amount', 'status', 'from', 'to', 'card', 'email', 'code'] as const;
export type FilterField = (typeof filterFields)[number];
export type Filter = Readonly<Partial<Record<FilterField, string>>>;

/** The filter in an address. */
export const filterIn = (query: URLSearchParams): Filter =>
  Object.fromEntries(
    filterFields.flatMap((name) => {
      const value = query.get(name)?.trim().slice(0, 200);
      return value ? [[name, value]] : [];
    }),
  );

/** Without a filter the portal shows two days. */
const usualMs = 2 * 86_400_000;

interface Ground {
  readonly nowMs: number;
  readonly utcOffsetMinutes: number;
  /** In which an amount is typed. */
  readonly currency: string;
  readonly isOfAllTimes: boolean;
}

/** Whether only the last two days are shown. */
export const isOfTwoDays = ({ status: _, ...others }: Filter, isOfAllTimes: boolean): boolean =>
  !isOfAllTimes && Object.keys(others).length === 0;

/** What a filter looks for. What cannot be read finds nothing. */
export const searchOf = (
  filter: Filter,
  { nowMs, utcOffsetMinutes, currency, isOfAllTimes }: Ground,
): TransactionSearch => {
  const { q, number, id, amount, status, from, to, card, email, code } = filter;
  const chip = statusChips.find(({ name }) => name === status);
  const msOf = (text: string): number =>
    Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`) - utcOffsetMinutes * 60_000;
  const fromMs = from === undefined ? undefined : msOf(from);
  const toMs = to === undefined ? undefined : msOf(to) + (to.length === 10 ? 86_400_000 : 60_000);
  return {
    ...(isOfTwoDays(filter, isOfAllTimes) && { sinceMs: nowMs - usualMs }),
    ...(q !== undefined && { search: q }),
    ...(number !== undefined && { orderNumber: number }),
    ...(id !== undefined && { orderId: id }),
    ...(amount !== undefined && { amountMinor: minorOf(amount, currency) ?? -1 }),
    ...(fromMs !== undefined && { sinceMs: Number.isNaN(fromMs) ? Number.MAX_VALUE : fromMs }),
    ...(toMs !== undefined && { beforeMs: Number.isNaN(toMs) ? 0 : toMs }),
    ...(card !== undefined && { card: card.slice(-4) }),
    ...(email !== undefined && { email }),
    ...(code !== undefined && { actionCode: Number(code) }),
    ...(chip && { states: chip.states, only: 'orders' as const }),
    ...(status === refusedStatus && { only: 'calls' as const }),
  };
};
