import type { Context, MerchantContext } from '../../context.ts';
import type { Binding } from '../../domain/binding.ts';
import { isPastExpiry } from '../../domain/card.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import { isWithoutPayer } from '../../domain/permitted-features.ts';
import { type AttemptEnd, attemptPayment } from '../attempt/attempt-payment.ts';
import { storedMeans } from '../attempt/payment-means.ts';
import type { PaymentRequest } from '../attempt/payment-request.ts';
import { currentOrder } from '../orders/current-order.ts';

/** Published test cards never expire. */
export const isExpired = ({ card, plan }: Binding, nowMs: number): boolean =>
  !plan.known && isPastExpiry(card.expiry, nowMs);

/** A stored card that can pay for this client of this merchant. @throws Refused */
export const usableBinding = async (
  { store, clock }: Context,
  { merchant, clientId }: { readonly merchant: string; readonly clientId?: string | undefined },
  bindingId: string,
): Promise<Binding> => {
  const binding = await store.bindings.find(bindingId);
  if (!binding || binding.merchant !== merchant) throw new Refused('binding-not-found');
  if (clientId !== undefined && binding.clientId !== clientId) throw new Refused('binding-unsuitable');
  if (!binding.isActive) throw new Refused('binding-inactive');
  if (isExpired(binding, clock.now())) throw new Refused('card-over');
  return binding;
};

/** The stored cards from which an order's payer may choose, the newest first and each card once. */
export const offeredBindings = async ({ store, clock }: Context, order: Order): Promise<readonly Binding[]> => {
  if (order.clientId === undefined) return [];
  const all = await store.bindings.ofClient(order.merchant, order.clientId);
  const usable = all.filter((binding) => binding.isActive && !isExpired(binding, clock.now()));
  return order.onlyBindingId === undefined
    ? eachCardOnce(usable)
    : usable.filter(({ id }) => id === order.onlyBindingId);
};

/** The newest binding of each card, newest first; cards are compared by their masked numbers. */
export const eachCardOnce = (bindings: readonly Binding[]): readonly Binding[] => {
  const byCard = new Map<string, Binding>();
  for (const binding of bindings) {
    const key = `${binding.card.maskedPan} ${binding.card.expiry}`;
    byCard.delete(key);
    byCard.set(key, binding);
  }
  return [...byCard.values()].reverse();
};

/** `tii` of payments without the card's owner. Source: BPC REST documentation, tii. */
export const startedByMerchant: ReadonlySet<string> = new Set(['U', 'R', 'I']);

export type BindingPayment = Omit<PaymentRequest, 'means' | 'paymentWay' | 'savesCard'> & {
  readonly bindingId: string;
};

/** Pays an order with a stored card of its client. @throws Refused */
export const payWithBinding = async (
  context: MerchantContext,
  { bindingId, ...request }: BindingPayment,
): Promise<AttemptEnd> => {
  const order = await currentOrder(context, request.order);
  if (order.clientId === undefined) throw new Refused('client-id-empty');
  const binding = await usableBinding(context, order, bindingId);
  const isByMerchant = startedByMerchant.has(request.tii ?? '') || isWithoutPayer(order.features);
  return attemptPayment(context, {
    ...request,
    order,
    ...(isByMerchant && { threeDs: 'skipped' }),
    means: storedMeans(binding),
    paymentWay: `${binding.paymentWay}_BINDING`,
    savesCard: false,
  });
};
