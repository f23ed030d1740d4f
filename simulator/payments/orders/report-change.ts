import type { Context } from '../../context.ts';
import { actionCodeRow } from '../../data/action-codes.ts';
import type { Order } from '../../domain/orders/order.ts';
import { concluded } from '../../domain/orders/pay.ts';
import { publishOrder } from '../../sharing/events.ts';

/** Counts a finished payment, logs the steps of the order, and sends it to listeners. `before`: undefined for a new one. */
export const reportChange = (
  { metrics, events, clock, logOrder }: Context,
  before: Order | undefined,
  after: Order,
): void => {
  if (before && concluded(after) > concluded(before))
    metrics.paid(after.actionCode === 0 ? 'approved' : 'declined', actionCodeRow(after.actionCode)?.group ?? 'unknown');
  logOrder(before, after);
  if (events.hasListeners()) publishOrder(events, after, clock.now());
};
