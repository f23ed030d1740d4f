import type { MerchantContext } from '../../context.ts';
import type { Binding, BindingCategory } from '../../domain/binding.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';

/** The order with the id of the stored card that paid, or that an approved payment stores. */
export const keepCard = (context: MerchantContext, order: Order): Order => {
  const attempt = lastAttempt(order);
  if (attempt?.actionCode !== 0) return order;
  if (attempt.bindingId !== undefined) return { ...order, bindingId: attempt.bindingId };
  if (!attempt.savesCard) return order;
  return { ...order, tii: initialReasons[categoryOf(order)], bindingId: context.ids.uuid(context.clock.now()) };
};

/** `tii` of the payment that stores a card. Source: BPC REST documentation, tii. */
const initialReasons = { COMMON: 'CI', RECURRENT: 'RI', INSTALLMENT: 'II' } as const satisfies Record<
  BindingCategory,
  string
>;

/** The card that a payment stores, if any. */
export const newBinding = (before: Order, after: Order): Binding | undefined => {
  const attempt = lastAttempt(after);
  if (after.bindingId === undefined || before.bindingId !== undefined) return undefined;
  if (!attempt?.savesCard || !attempt.card) return undefined;
  const { merchant, clientId, email, phone } = after;
  if (clientId === undefined) return undefined;
  return {
    id: after.bindingId,
    version: 1,
    merchant,
    clientId,
    card: attempt.card,
    plan: attempt.savesCard,
    category: categoryOf(after),
    isActive: true,
    paymentWay: storedWay(attempt.paymentWay),
    createdAtMs: attempt.authorisation?.atMs ?? attempt.startedAtMs,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
};

/** Every typed card is stored as `CARD`: no way to pay is called CARD_MOTO_BINDING. */
const storedWay = (paymentWay: string): string => paymentWay.replace(/^CARD_\w+$/, 'CARD');

/** Instalments may have a frequency as well. Source: BPC REST documentation, jsonParams of register.do and tii. */
const categoryOf = ({ params, tii }: Order): BindingCategory => {
  if (tii === 'II' || params['installments'] !== undefined) return 'INSTALLMENT';
  return tii === 'RI' || params['recurringFrequency'] !== undefined ? 'RECURRENT' : 'COMMON';
};
