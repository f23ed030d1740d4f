import type { Order } from './order.ts';
import { nextAct } from './planned-acts.ts';

/** When time changes this order next, in milliseconds since 1970; undefined if only a call can. */
export const nextDueMs = (order: Order): number | undefined => {
  const ownMs = ownDueMs(order);
  const actMs = order.acts && nextAct(order)?.dueMs;
  return actMs === undefined || (ownMs !== undefined && ownMs < actMs) ? ownMs : actMs;
};

const ownDueMs = (order: Order): number | undefined => {
  if (order.status === 'approved')
    return order.isHandled ? undefined : (order.autocompletionAtMs ?? order.autoReverseAtMs);
  if (order.status === 'pending') return order.settlesAtMs;
  if (order.status !== 'created' && order.status !== 'acs-started') return undefined;
  return Math.max(order.expiresAtMs, order.busyUntilMs ?? 0);
};
