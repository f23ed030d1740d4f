import type { z } from 'zod';
import { nextCallback } from '../../callbacks/deliver/next-callback.ts';
import { isPaused } from '../../callbacks/deliver/pause.ts';
import type { MerchantContext } from '../../context.ts';
import type { Callback } from '../../domain/callback.ts';
import { nextDueChange } from '../../domain/orders/due.ts';
import { updateDueOrders } from '../../payments/orders/due-work.ts';
import { fieldOf } from '../callbacks/callbacks.ts';
import type { Frozen } from '../frozen.ts';
import { moment } from '../moment.ts';
import type { nextDueAnswer } from './next-due-schema.ts';

export type NextDue = Frozen<z.output<typeof nextDueAnswer>>;

interface Due extends Omit<NextDue, 'at'> {
  readonly atMs: number;
}

/**
 * The next thing that time alone will do to this merchant, of all kinds of due work; undefined if there is none. Things
 * that are due already are happening, and do not count.
 */
export const nextDue = async (context: MerchantContext): Promise<NextDue | undefined> => {
  const nowMs = context.clock.now();
  const all = [await dueOrder(context), await dueTask(context), await dueCallback(context), dueAnswer(context)];
  let first: Due | undefined;
  for (const due of all) if (due && due.atMs > nowMs && (!first || due.atMs < first.atMs)) first = due;
  if (!first) return undefined;
  const { atMs, ...facts } = first;
  return { at: moment(atMs), ...facts };
};

const dueOrder = async (context: MerchantContext): Promise<Due | undefined> => {
  const { store, merchant } = context;
  await updateDueOrders(context);
  const dueMs = await store.orders.nextDueMs(merchant.login);
  const [id] = dueMs === undefined ? [] : await store.orders.due(merchant.login, dueMs, 1);
  const order = id === undefined ? undefined : await store.orders.find(id);
  const change = order && nextDueChange(order);
  return change && { ...change, orderId: order.id };
};

const dueTask = async ({ store, merchant }: MerchantContext): Promise<Due | undefined> => {
  const task = await store.tasks.nextDue(merchant.login);
  return task && { atMs: task.dueMs, what: 'recurring-payment', taskId: task.id };
};

/** How many callbacks are looked at: one that stands behind another of its order is not next. */
const mostCandidates = 100;

const dueCallback = async ({ store, merchant, clock }: MerchantContext): Promise<Due | undefined> => {
  const { login } = merchant;
  const paused = await isPaused(store, login);
  for (const callback of await store.callbacks.dueAfter(login, clock.now(), mostCandidates)) {
    if (paused && callback.copyOf === undefined) continue;
    const next = nextCallback(await store.callbacks.about(callback.subject));
    if (callback.copyOf !== undefined || next?.id === callback.id) return ofCallback(callback);
  }
  return undefined;
};

const ofCallback = (callback: Callback): Due => {
  const orderId = fieldOf(callback, 'mdOrder') || undefined;
  const isOfCard = callback.subject !== orderId && fieldOf(callback, 'operation').startsWith('binding');
  const order = isOfCard ? orderId : callback.subject;
  return {
    atMs: callback.dueMs,
    what: callback.tries.length > 0 ? 'callback-retry' : 'callback',
    callbackId: callback.id,
    ...(order !== undefined && { orderId: order }),
  };
};

/** An answer that a scenario delays, in this process. */
const dueAnswer = ({ clock }: MerchantContext): Due | undefined => {
  const atMs = clock.nextWakingMs();
  return atMs === undefined ? undefined : { atMs, what: 'answer' };
};
