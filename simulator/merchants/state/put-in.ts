import type { Context, MerchantContext } from '../../context.ts';
import { StateError } from '../../domain/errors/state-error.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { nextDueMs } from '../../domain/orders/due.ts';
import { nextPaymentMs } from '../../domain/orders/recurring-task.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import { emptyMerchant } from '../merchants.ts';
import { refuseUnusableState } from './check-state.ts';
import { skipUsedIds } from './known-ids.ts';
import type { MerchantState } from './state-document.ts';

/**
 * Replaces everything of a merchant by a state; a new merchant is made. States are put in one after the other, in slices
 * between which other requests are answered.
 * @throws StateError if the state cannot be used: then nothing has changed.
 */
export const putInState = (process: Context, login: string, state: MerchantState): Promise<Merchant> =>
  process.runExclusive('a state', () => putIn(process, login, state));

const putIn = async (process: Context, login: string, state: MerchantState): Promise<Merchant> => {
  await refuseUnusableState(process, login, state);
  const merchant: Merchant = { login, ...state.settings };
  if (!(await process.store.merchants.save(merchant)))
    throw new StateError('settings', 'token: another merchant has taken it just now');
  await emptyMerchant(process, login);
  const context = process.forMerchant(merchant);
  await setClock(context, state);
  await skipUsedIds(context.ids, state);
  await keepAll(context, state);
  await wake(context, state);
  return merchant;
};

const setClock = async ({ clock }: Context, { clock: { nowMs, isFrozen } }: MerchantState): Promise<void> => {
  // First, so that it does not run on in between.
  if (isFrozen && !clock.isFrozen()) await clock.freeze();
  await clock.set(nowMs);
};

const keepAll = async (
  { store, merchant: { login: merchant } }: MerchantContext,
  state: MerchantState,
): Promise<void> => {
  const keep = async <Thing>(
    things: readonly Thing[],
    save: (thing: Thing) => Promise<unknown>,
    together = 1,
  ): Promise<void> => {
    for (let from = 0; from < things.length; from += together) {
      await Promise.all(things.slice(from, from + together).map(save));
      await giveWay();
    }
  };
  // Orders are kept in no order, so some of them may be one transaction.
  await keep(state.orders, (order) => store.orders.insert({ ...order, merchant }), 20);
  await keep(state.callbacks, (callback) => store.callbacks.save({ ...callback, merchant }));
  await keep(state.storedCards, (binding) => store.bindings.insert({ ...binding, merchant }));
  await keep(state.tasks, (task) => store.tasks.insert({ ...task, merchant }));
  await keep(state.templates, (template) => store.templates.insert({ ...template, merchant }));
  await keep(Object.entries(state.counters), ([key, count]) => store.counters.set(merchant, key, count));
};

/** Resumes due work: orders expire, tasks pay, callbacks are delivered. */
const wake = async (
  { merchant: { login: merchant }, wakeAt, courier }: MerchantContext,
  { orders, tasks }: MerchantState,
): Promise<void> => {
  for (const order of orders) {
    const dueMs = nextDueMs({ ...order, merchant });
    if (dueMs !== undefined) wakeAt(dueMs);
    await giveWay();
  }
  for (const task of tasks) {
    const dueMs = nextPaymentMs({ ...task, merchant });
    if (dueMs !== undefined) wakeAt(dueMs);
    await giveWay();
  }
  await courier.resume(merchant);
};
