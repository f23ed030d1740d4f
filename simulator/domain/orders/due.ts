import type { Order } from './order.ts';
import { nextAct } from './planned-acts.ts';

/** The kinds of changes that time makes to an order. */
export const dueChanges = ['expiry', 'bank-decision', 'capture', 'reversal', 'act'] as const;

type DueChange = (typeof dueChanges)[number];

/** When time changes this order next, in milliseconds since 1970; undefined if only a call can. */
export const nextDueMs = (order: Order): number | undefined => {
  const ownMs = ownDueMs(order);
  const actMs = order.acts && nextAct(order)?.dueMs;
  return actMs === undefined || (ownMs !== undefined && ownMs < actMs) ? ownMs : actMs;
};

/** The same with the kind of the change. */
export const nextDueChange = (order: Order): { readonly atMs: number; readonly what: DueChange } | undefined => {
  const atMs = nextDueMs(order);
  if (atMs === undefined) return undefined;
  return { atMs, what: ownDueMs(order) !== atMs || nextAct(order)?.dueMs === atMs ? 'act' : ownDueChange(order) };
};

const ownDueChange = (order: Order): DueChange => {
  const { status, autocompletionAtMs } = order;
  if (status === 'pending') return 'bank-decision';
  if (isUnconfirmedAt(order, ownDueMs(order))) return 'reversal';
  if (status !== 'approved') return 'expiry';
  return autocompletionAtMs === undefined ? 'reversal' : 'capture';
};

/** Whether a payment is cancelled at this time because the shop has not confirmed it. */
export const isUnconfirmedAt = ({ status, isHandled, confirmByMs }: Order, dueMs: number | undefined): boolean =>
  !isHandled && confirmByMs !== undefined && confirmByMs === dueMs && (status === 'approved' || status === 'deposited');

const ownDueMs = (order: Order): number | undefined => {
  if (order.status === 'approved' || order.status === 'deposited') {
    if (order.isHandled) return undefined;
    const dateMs = order.status === 'approved' ? (order.autocompletionAtMs ?? order.autoReverseAtMs) : undefined;
    if (order.confirmByMs === undefined) return dateMs;
    return Math.min(order.confirmByMs, dateMs ?? order.confirmByMs);
  }
  if (order.status === 'pending') return order.settlesAtMs;
  if (order.status !== 'created' && order.status !== 'acs-started') return undefined;
  return Math.max(order.expiresAtMs, order.busyUntilMs ?? 0);
};
