import type { Context } from '../context.ts';
import type { Merchant } from '../domain/merchant.ts';
import { afterMachineTime, type Cancel } from '../runtime/machine-time.ts';
import { followClock } from '../sharing/merchant-clocks.ts';
import type { FirstDue, Sharing } from '../store/store.ts';

/** Resumes the work of a store: sets the clocks as they were left, plans due work, delivers callbacks. */
export const resumeAll = async (process: Context): Promise<void> => {
  const clocks = new Map((await process.store.clocks.all()).map((clock) => [clock.merchant, clock]));
  for (const merchant of await process.store.merchants.all()) {
    const kept = clocks.get(merchant.login);
    if (kept) followClock(kept, process.forMerchant(merchant).clock, process.clock);
    await wake(process, merchant);
  }
};

/** Before a merchant's clock moves: plans all its due work here, and waits a while for callbacks on their way. */
export const resumeMerchant = async (process: Context, login: string): Promise<void> => {
  const merchant = await process.store.merchants.find(login);
  if (!merchant) return;
  await wake(process, merchant);
  await process.courier.almostSettled(login);
};

const wake = async (process: Context, merchant: Merchant): Promise<void> => {
  const { login } = merchant;
  const { orders, tasks } = process.store;
  for (const dueMs of [await orders.nextDueMs(login), (await tasks.nextDue(login))?.dueMs])
    if (dueMs !== undefined) process.forMerchant(merchant).wakeAt(dueMs);
  await process.courier.resume(login);
};

/** Resolves when no callback of any merchant is on its way, at any process. */
export const callbacksSettled = async ({ clock, courier }: Context, sharing: Sharing): Promise<void> => {
  const late = (await sharing.firstDue(clock.now())).filter(({ callbackDueMs }) => callbackDueMs !== undefined);
  await Promise.all(late.map(({ login }) => courier.settled(login)));
};

/** The pause between two rounds, in milliseconds of the machine. */
const roundMs = 1_000;

/**
 * Regularly sets clocks that other processes have moved, so that actions that wait here for that time run, and does late
 * work of processes that are gone. Ends with the returned function.
 */
export const takeOverLateWork = (process: Context, sharing: Sharing): Cancel => {
  let isOver = false;
  let cancel: Cancel = () => {};
  const round = async (): Promise<void> => {
    try {
      await sharing.learnClocks();
      for (const due of await sharing.firstDue(process.clock.now())) await doLateWork(process, due);
    } catch (error) {
      if (!isOver) process.log.warn({ err: error }, 'what other processes did and left undone was not looked for');
    }
    if (!isOver) plan();
  };
  const plan = (): void => {
    cancel = afterMachineTime(roundMs, () => void round());
  };
  plan();
  return () => {
    isOver = true;
    cancel();
  };
};

const doLateWork = async (process: Context, { login, dueMs, callbackDueMs }: FirstDue): Promise<void> => {
  const merchant = await process.store.merchants.find(login);
  if (!merchant) return;
  const { clock, wakeAt } = process.forMerchant(merchant);
  if (dueMs !== undefined && dueMs <= clock.now()) wakeAt(dueMs);
  if (callbackDueMs !== undefined && callbackDueMs <= clock.now()) await process.courier.resume(login);
};
