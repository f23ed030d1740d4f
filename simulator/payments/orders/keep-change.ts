import type { MerchantContext } from '../../context.ts';
import type { Callback } from '../../domain/callback.ts';
import { isAwaited } from '../../domain/callback-faults.ts';
import type { Order } from '../../domain/order.ts';
import { newBinding } from '../cards/keep-card.ts';
import { noteChange } from './report-change.ts';
import { writeCallbacks } from './write-callbacks.ts';

/** A change that was kept. */
export interface KeptChange {
  /** Callbacks that a scenario wants tried before anybody gets an answer. */
  readonly awaited: readonly Callback[];
}

/**
 * Keeps the next version of an order in one write with the card that it stores and with what the merchant has to be told,
 * so that no crash leaves one without the other. Delivery goes on in the background. Undefined when somebody else has
 * changed the order since it was read; then nothing is kept.
 */
export const keepChange = async (
  context: MerchantContext,
  before: Order,
  after: Order,
  byTime: boolean,
): Promise<KeptChange | undefined> => {
  const binding = newBinding(before, after);
  const callbacks = await writeCallbacks(context, { before, after, byTime, binding });
  const besides = binding || callbacks.length > 0 ? { callbacks, ...(binding && { binding }) } : undefined;
  if (!(await context.store.orders.replace(after, besides))) return undefined;
  noteChange(context, before, after);
  for (const callback of callbacks) context.courier.begin(callback);
  return { awaited: callbacks.filter(isAwaited) };
};
