import type { Context } from '../../context.ts';
import { actionCodeRow } from '../../data/action-codes.ts';
import { concluded } from '../../domain/callback.ts';
import type { Order } from '../../domain/order.ts';
import { publishOrder } from '../../sharing/events.ts';

/** Counts a payment that is over, and tells whoever listens of the order. `before`: absent for a new one. */
export const noteChange = ({ metrics, events, clock }: Context, before: Order | undefined, after: Order): void => {
  if (before && concluded(after) > concluded(before))
    metrics.paid(after.actionCode === 0 ? 'approved' : 'declined', actionCodeRow(after.actionCode)?.group ?? 'unknown');
  if (events.hasListeners()) publishOrder(events, after, clock.now());
};
