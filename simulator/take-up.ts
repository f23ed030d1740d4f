import type { Context } from './context.ts';
import type { Merchant } from './domain/merchant.ts';
import { restoreClock } from './merchant-clocks.ts';

/** Goes on with what a store holds from before: clocks stand as they were left, what is due happens, callbacks are delivered. */
export const takeUp = async (process: Context): Promise<void> => {
  const clocks = new Map((await process.store.clocks.all()).map((clock) => [clock.merchant, clock]));
  for (const merchant of await process.store.merchants.all()) {
    const kept = clocks.get(merchant.login);
    if (kept) await restoreClock(kept, process.forMerchant(merchant).clock, process.clock);
    await wake(process, merchant);
  }
};

const wake = async (process: Context, merchant: Merchant): Promise<void> => {
  const { login } = merchant;
  const { orders, tasks } = process.store;
  for (const dueMs of [await orders.nextDueMs(login), (await tasks.nextDue(login))?.dueMs])
    if (dueMs !== undefined) process.forMerchant(merchant).wakeAt(dueMs);
  await process.courier.resume(login);
};
