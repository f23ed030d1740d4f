import { type Context, findOrderAnywhere } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { BankAct } from '../../domain/orders/bank-act.ts';
import type { Order } from '../../domain/orders/order.ts';
import { bankChanges } from './bank-changes.ts';
import { changeOrder } from './change-order.ts';

export { type BankAct, bankActs } from '../../domain/orders/bank-act.ts';

/** An act of the bank, with callbacks as for every change. @throws Refused if the order's state does not allow it. */
export const actAsBank = async (
  process: Context,
  orderId: string,
  act: BankAct,
  { amountMinor }: { readonly amountMinor?: number } = {},
): Promise<Order> => {
  const found = await findOrderAnywhere(process, orderId);
  if (!found) throw new Refused('order-not-found');
  const { context } = found;
  const details = { nowMs: context.clock.now(), ...(amountMinor !== undefined && { amountMinor }) };
  return changeOrder(context, found.order, (order) => bankChanges[act](context, order, details), {
    byTime: act === 'expire',
  });
};
