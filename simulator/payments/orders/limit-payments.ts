import type { Context } from '../../context.ts';
import { MoveRefused } from '../../domain/errors/move-refused.ts';
import { StoreUnavailable } from '../../domain/errors/store-error.ts';
import { paymentsBetween } from '../../domain/orders/recurring-task.ts';
import { giveWay } from '../../runtime/machine-time.ts';

/** The most payments of recurring tasks that one move of a clock makes. */
export const mostPaymentsOfMove = 2_000;

/**
 * Before a merchant's clock moves. While the store is down nothing is known of its tasks, and the clock moves.
 * @throws MoveRefused if recurring tasks would make too many payments on the way
 */
export const limitPaymentsOf = (process: Context, login: string, toMs: number): Promise<void> =>
  unlessUnavailable(async () => refuseMany(await paymentsUntil(process, login, toMs)));

/** Before the clock of the process moves, and with it those of the merchants. @throws MoveRefused likewise */
export const limitPayments = (process: Context, toMs: number): Promise<void> =>
  unlessUnavailable(async () => {
    const byMs = toMs - process.clock.now();
    let payments = 0;
    for (const merchant of await process.store.merchants.all()) {
      const { clock } = process.forMerchant(merchant);
      if (!clock.isStopped()) payments += await paymentsUntil(process, merchant.login, clock.now() + byMs);
    }
    refuseMany(payments);
  });

const unlessUnavailable = async (check: () => Promise<void>): Promise<void> => {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
};

const paymentsUntil = async (process: Context, login: string, toMs: number): Promise<number> => {
  const { merchants, tasks } = process.store;
  const next = await tasks.nextDue(login);
  const merchant = next && next.dueMs <= toMs ? await merchants.find(login) : undefined;
  if (!merchant) return 0;
  const nowMs = process.forMerchant(merchant).clock.now();
  let payments = 0;
  for (const task of await tasks.ofMerchant(login)) {
    payments += paymentsBetween(task, nowMs, toMs);
    await giveWay();
  }
  return payments;
};

const refuseMany = (payments: number): void => {
  if (payments > mostPaymentsOfMove)
    throw new MoveRefused(
      `recurring tasks would make ${payments} payments on the way, expected at most ${mostPaymentsOfMove}: move in smaller parts`,
    );
};
