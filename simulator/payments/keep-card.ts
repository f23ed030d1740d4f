import type { Context } from '../context.ts';
import type { Binding, BindingCategory } from '../domain/binding.ts';
import type { Order } from '../domain/order.ts';
import { lastAttempt } from '../domain/pay.ts';

/** After a payment that went well: the order names the card that it was paid with, or that is stored now because it was asked for. */
export const keepCard = (context: Context, order: Order): Order => {
  const attempt = lastAttempt(order);
  if (attempt?.actionCode !== 0) return order;
  if (attempt.bindingId !== undefined) return { ...order, bindingId: attempt.bindingId };
  return attempt.savesCard ? { ...order, bindingId: context.ids.uuid(context.clock.now()) } : order;
};

/** Stores the card of a payment, once that payment itself is kept. */
export const storeBinding = async ({ store }: Context, before: Order, after: Order): Promise<void> => {
  const attempt = lastAttempt(after);
  if (after.bindingId === undefined || before.bindingId !== undefined || !attempt?.savesCard) return;
  const { merchant, clientId, email, phone } = after;
  if (clientId === undefined) return;
  const binding: Binding = {
    id: after.bindingId,
    version: 1,
    merchant,
    clientId,
    card: attempt.card,
    plan: attempt.savesCard,
    category: categoryOf(after),
    isActive: true,
    paymentWay: attempt.paymentWay,
    createdAtMs: attempt.authorisation?.atMs ?? attempt.startedAtMs,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
  await store.bindings.insert(binding);
};

/** What the order says that later payments will be. Source: BPC REST documentation, jsonParams of register.do and tii. */
const categoryOf = ({ params, tii }: Order): BindingCategory => {
  if (tii === 'RI' || params['recurringFrequency'] !== undefined) return 'RECURRENT';
  return tii === 'II' || params['installments'] !== undefined ? 'INSTALLMENT' : 'COMMON';
};
