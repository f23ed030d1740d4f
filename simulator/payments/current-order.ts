import { bankOf } from '../banks/bank-of.ts';
import type { Context } from '../context.ts';
import { nextDueMs } from '../domain/due.ts';
import { capture, reverse } from '../domain/money.ts';
import type { Order } from '../domain/order.ts';
import { withMarks } from '../domain/order-marks.ts';
import { expire } from '../domain/pay.ts';
import { announce } from './announce.ts';
import { settleAttempt } from './authorise-attempt.ts';
import { storeBinding } from './keep-card.ts';

/** The order as it is at this moment: what its time has brought has happened, whether or not anybody looked. */
export const currentOrder = async (context: Context, orderId: string): Promise<Order | undefined> =>
  upToDate(context, await context.store.orders.find(orderId));

/** As `currentOrder`, by the merchant's own number. */
export const currentOrderByNumber = async (
  context: Context,
  merchant: string,
  orderNumber: string,
): Promise<Order | undefined> => upToDate(context, await context.store.orders.findByNumber(merchant, orderNumber));

/** What time itself does: an unpaid order expires, the bank decides, a hold is captured or released at the date that was set. */
const ripen = (order: Order, context: Context, dueMs: number): Order => {
  if (order.status === 'pending') return settleAttempt(context, order, dueMs);
  const bank = bankOf(context, order);
  if (order.status !== 'approved') return expire(order, bank.expiredActionCode);
  if (order.autocompletionAtMs !== undefined) return capture(order, { nowMs: dueMs });
  return reverse(order, { nowMs: dueMs }, { captured: bank.capturedReversal, untilMs: dueMs });
};

const upToDate = async (context: Context, order: Order | undefined): Promise<Order | undefined> => {
  if (!order) return undefined;
  const dueMs = nextDueMs(order);
  if (dueMs === undefined || dueMs > context.clock.now()) return order;
  const next = { ...ripen(order, context, dueMs), version: order.version + 1 };
  const ripe = withMarks(order, next, { atMs: dueMs, byTime: true });
  const kept = await context.store.orders.replace(ripe);
  if (!kept) return currentOrder(context, order.id);
  await storeBinding(context, order, ripe);
  // The bank's decision is no running out of time.
  await announce(context, order, ripe, order.status !== 'pending');
  return upToDate(context, ripe);
};
