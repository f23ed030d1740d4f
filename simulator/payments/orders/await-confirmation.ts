import { bankOf, type OfProcess } from '../../banks/bank-of.ts';
import type { MerchantContext } from '../../context.ts';
import type { Order } from '../../domain/orders/order.ts';
import { isPaid, isUnpaid } from '../../domain/orders/planned-acts.ts';

/** The changed order; if it was just paid at a bank that wants a confirmation of the shop, with the time until which it waits. */
export const withConfirmationDue = (
  context: Pick<MerchantContext, 'bank'> & OfProcess,
  before: Order,
  after: Order,
  nowMs: number,
): Order => {
  if (!isUnpaid(before) || !isPaid(after)) return after;
  const { confirmationMinutes } = bankOf(context, after);
  return confirmationMinutes === 0 ? after : { ...after, confirmByMs: nowMs + confirmationMinutes * 60_000 };
};
