import { bankOf } from '../../banks/bank-of.ts';
import type { MerchantContext } from '../../context.ts';
import type { PlannedAct } from '../../domain/bank-act.ts';
import { nextDueMs } from '../../domain/due.ts';
import { withMarks } from '../../domain/mark-changes.ts';
import { capture, reverse } from '../../domain/money.ts';
import type { Order } from '../../domain/order.ts';
import { expire } from '../../domain/pay.ts';
import { nextAct, withActOver, withActsBegun } from '../../domain/planned-acts.ts';
import { Refused } from '../../domain/refused.ts';
import { settleAttempt } from '../attempt/authorise-attempt.ts';
import { bankChanges } from './bank-changes.ts';
import { keepChange } from './keep-change.ts';

/** An order that was just read, as it is at this moment: everything that its time has brought has happened. */
export const currentOrder = async (context: MerchantContext, order: Order): Promise<Order> =>
  isDue(context, order) ? ((await ripenInTurn(context, order.id)) ?? order) : order;

/** As `currentOrder`, by the gateway's id; undefined if no merchant has it. */
export const findCurrentOrder = async (context: MerchantContext, orderId: string): Promise<Order | undefined> => {
  const order = await context.store.orders.find(orderId);
  return order && currentOrder(context, order);
};

/** What time itself does: an act of a scenario, an unpaid order expires, the bank decides, a hold is captured or released at the date that was set. */
const ripen = (order: Order, context: MerchantContext, dueMs: number): Order => {
  const act = order.acts && nextAct(order);
  if (act?.dueMs === dueMs) return perform(order, context, act);
  if (order.status === 'pending') return settleAttempt(context, order, dueMs);
  const bank = bankOf(context, order);
  if (order.status !== 'approved') return expire(order, bank.expiredActionCode);
  if (order.autocompletionAtMs !== undefined) return capture(order, { nowMs: dueMs });
  return reverse(order, { nowMs: dueMs }, { captured: bank.capturedReversal, untilMs: dueMs });
};

/** What the order's state does not allow is noted, and not done. */
const perform = (order: Order, context: MerchantContext, { dueMs, ...act }: PlannedAct & { dueMs: number }): Order => {
  const { amountMinor } = act;
  try {
    const details = { nowMs: dueMs, ...(amountMinor !== undefined && { amountMinor }) };
    return withActOver(bankChanges[act.act](context, order, details), act);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return withActOver(order, act, error.reason);
  }
};

const isDue = ({ clock }: MerchantContext, order: Order): boolean =>
  (nextDueMs(order) ?? Number.POSITIVE_INFINITY) <= clock.now();

/** One by one, so that only one of those who look writes the callbacks. */
const ripenInTurn = (context: MerchantContext, orderId: string): Promise<Order | undefined> =>
  context.runExclusive(`due ${orderId}`, async () => ripened(context, await context.store.orders.find(orderId)));

/** All that its time has brought, one after the other. */
const ripened = async (context: MerchantContext, order: Order | undefined): Promise<Order | undefined> => {
  if (!order || !isDue(context, order)) return order;
  const dueMs = nextDueMs(order) ?? 0;
  const next = { ...withActsBegun(order, ripen(order, context, dueMs), dueMs), version: order.version + 1 };
  // The bank's decision is no running out of time.
  const byTime = order.status !== 'pending';
  const ripe = withMarks(order, next, { atMs: dueMs, byTime });
  const kept = await keepChange(context, order, ripe, byTime);
  return ripened(context, kept ? ripe : await context.store.orders.find(order.id));
};
