import { bankOf } from '../../banks/bank-of.ts';
import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { PlannedAct } from '../../domain/orders/bank-act.ts';
import { isUnconfirmedAt, nextDueMs } from '../../domain/orders/due.ts';
import { capture, reverse } from '../../domain/orders/money.ts';
import type { Order } from '../../domain/orders/order.ts';
import { expire } from '../../domain/orders/pay.ts';
import { nextAct, withActOver } from '../../domain/orders/planned-acts.ts';
import { settleAttempt } from '../attempt/authorise-attempt.ts';
import { bankChanges } from './bank-changes.ts';
import { keepChange } from './keep-change.ts';
import { withActRefused } from './missed-acts.ts';

/** An order that was just read, after everything that is due. */
export const currentOrder = async (context: MerchantContext, order: Order): Promise<Order> =>
  isDue(context, order) ? ((await updateAlone(context, order.id)) ?? order) : order;

export const findCurrentOrder = async (context: MerchantContext, orderId: string): Promise<Order | undefined> => {
  const order = await context.store.orders.find(orderId);
  return order && currentOrder(context, order);
};

/** The next change by time: an act of a scenario, expiry, the bank's decision, or the capture or release of a hold. */
const afterDue = (order: Order, context: MerchantContext, dueMs: number): Order => {
  const act = order.acts && nextAct(order);
  if (act?.dueMs === dueMs) return perform(order, context, act);
  if (order.status === 'pending') return settleAttempt(context, order, dueMs);
  const bank = bankOf(context, order);
  if (isUnconfirmedAt(order, dueMs)) return reverse(order, { nowMs: dueMs }, { captured: 'reversed', untilMs: dueMs });
  if (order.status !== 'approved') return expire(order, bank.expiredActionCode);
  if (order.autocompletionAtMs !== undefined) return capture(order, { nowMs: dueMs });
  return reverse(order, { nowMs: dueMs }, { captured: bank.capturedReversal, untilMs: dueMs });
};

/** An act that the order's state does not allow is over as well, and missed. */
const perform = (order: Order, context: MerchantContext, { dueMs, ...act }: PlannedAct & { dueMs: number }): Order => {
  const { amountMinor } = act;
  try {
    const details = { nowMs: dueMs, ...(amountMinor !== undefined && { amountMinor }) };
    return withActOver(bankChanges[act.act](context, order, details), act);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return withActRefused(order, act, error.reason, dueMs);
  }
};

const isDue = ({ clock }: MerchantContext, order: Order): boolean =>
  (nextDueMs(order) ?? Number.POSITIVE_INFINITY) <= clock.now();

/** Runs alone, like every change of an order, so that the callbacks of a change are written once. */
const updateAlone = (context: MerchantContext, orderId: string): Promise<Order | undefined> =>
  context.runExclusive(orderId, async () => afterAllDue(context, await context.store.orders.find(orderId)));

/** The order after all that is due, in order of time. Only for work that runs exclusively on this order. */
export const afterAllDue = async (context: MerchantContext, order: Order | undefined): Promise<Order | undefined> => {
  if (!order || !isDue(context, order)) return order;
  const dueMs = nextDueMs(order) ?? 0;
  // The bank's decision is not an expiry.
  const byTime = order.status !== 'pending';
  const kept = await keepChange(context, order, afterDue(order, context, dueMs), { atMs: dueMs, byTime });
  return afterAllDue(context, kept?.order ?? (await context.store.orders.find(order.id)));
};
