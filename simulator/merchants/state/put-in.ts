import type { Context, MerchantContext } from '../../context.ts';
import { nextDueMs } from '../../domain/due.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { nextPaymentMs } from '../../domain/recurring-task.ts';
import { StateError } from '../../domain/state-error.ts';
import { resetMerchant } from '../merchants.ts';
import { refuseUnusableState } from './check-state.ts';
import { skipUsedIds } from './known-ids.ts';
import type { MerchantState } from './state-document.ts';

/**
 * Replaces everything of a merchant by a state; a new merchant is made.
 * @throws StateError if the state cannot be used: then nothing has changed.
 */
export const putInState = async (process: Context, login: string, state: MerchantState): Promise<Merchant> => {
  await refuseUnusableState(process, login, state);
  const merchant: Merchant = { login, ...state.settings };
  if (!(await process.store.merchants.save(merchant)))
    throw new StateError('settings', 'token: another merchant has taken it just now');
  await resetMerchant(process, login);
  const context = process.forMerchant(merchant);
  await setClock(context, state);
  skipUsedIds(context.ids, state);
  await keepAll(context, state);
  await wake(context);
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
  for (const order of state.orders) await store.orders.insert({ ...order, merchant });
  for (const callback of state.callbacks) await store.callbacks.save({ ...callback, merchant });
  for (const binding of state.storedCards) await store.bindings.insert({ ...binding, merchant });
  for (const task of state.tasks) await store.tasks.insert({ ...task, merchant });
  for (const template of state.templates) await store.templates.insert({ ...template, merchant });
  for (const [key, count] of Object.entries(state.counters)) await store.counters.set(merchant, key, count);
};

/** Resumes due work: orders expire, tasks pay, callbacks are delivered. */
const wake = async ({ store, merchant: { login }, wakeAt, courier }: MerchantContext): Promise<void> => {
  const dues = [
    ...(await store.orders.ofMerchant(login)).map(nextDueMs),
    ...(await store.tasks.ofMerchant(login)).map(nextPaymentMs),
  ];
  for (const dueMs of dues) if (dueMs !== undefined) wakeAt(dueMs);
  await courier.resume(login);
};
