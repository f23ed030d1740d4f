import type { Context } from '../../context.ts';
import type { BankAct } from '../../domain/bank-act.ts';
import type { Order } from '../../domain/order.ts';
import { contextOfOrder } from '../../own-context.ts';
import { bankChanges } from './bank-changes.ts';
import { changeOrder } from './change-order.ts';

export { type BankAct, bankActs } from '../../domain/bank-act.ts';

/** The bank acts, and the shop is told as of anything that happens to an order. @throws Refused where the order's state does not allow it. */
export const actAsBank = async (
  process: Context,
  orderId: string,
  act: BankAct,
  { amountMinor }: { readonly amountMinor?: number } = {},
): Promise<Order> => {
  const context = await contextOfOrder(process, orderId);
  const details = { nowMs: context.clock.now(), ...(amountMinor !== undefined && { amountMinor }) };
  return changeOrder(context, orderId, (order) => bankChanges[act](context, order, details), {
    byTime: act === 'expire',
  });
};
