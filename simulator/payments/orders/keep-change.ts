import type { MerchantContext } from '../../context.ts';
import type { Callback } from '../../domain/callback.ts';
import { isAwaited } from '../../domain/faults/callback-faults.ts';
import { type Happening, withMarks } from '../../domain/orders/mark-changes.ts';
import type { Order } from '../../domain/orders/order.ts';
import { withActsBegun } from '../../domain/orders/planned-acts.ts';
import { withMissedResult } from '../../domain/orders/with-missed-steps.ts';
import { newBinding } from '../cards/keep-card.ts';
import { withConfirmationDue } from './await-confirmation.ts';
import { withoutHopelessActs } from './missed-acts.ts';
import { reportChange } from './report-change.ts';
import { writeCallbacks } from './write-callbacks.ts';

export interface KeptChange {
  readonly order: Order;
  /** Callbacks that must be tried before the call is answered. */
  readonly awaited: readonly Callback[];
}

/**
 * Stores the next version of an order in one write with its new stored card and callbacks, so that no crash separates
 * them. Delivery continues in the background. Undefined if the order has changed since it was read.
 */
export const keepChange = async (
  context: MerchantContext,
  before: Order,
  changed: Order,
  happening: Happening,
): Promise<KeptChange | undefined> => {
  const { atMs, byTime } = happening;
  const due = withConfirmationDue(context, before, changed, atMs);
  const begun = withMissedResult(before, withActsBegun(before, due, atMs), atMs);
  const next = { ...withoutHopelessActs(begun, atMs), version: before.version + 1 };
  const after = withMarks(before, next, happening);
  const binding = newBinding(before, after);
  const { order, callbacks } = await writeCallbacks(context, { before, after, atMs, byTime, binding });
  const sideEffects = binding || callbacks.length > 0 ? { callbacks, ...(binding && { binding }) } : undefined;
  if (!(await context.store.orders.replace(order, sideEffects))) return undefined;
  reportChange(context, before, order);
  for (const callback of callbacks) {
    context.logNewCallback(callback);
    context.courier.begin(callback);
  }
  return { order, awaited: callbacks.filter(isAwaited) };
};
