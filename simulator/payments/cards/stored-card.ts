import type { Context, MerchantContext } from '../../context.ts';
import type { Binding } from '../../domain/binding.ts';
import { isPastExpiry } from '../../domain/card.ts';
import type { Order } from '../../domain/order.ts';
import { Refused } from '../../domain/refused.ts';
import { type AttemptEnd, attemptPayment } from '../attempt/attempt-payment.ts';
import { storedMeans } from '../attempt/payment-means.ts';
import type { PaymentRequest } from '../attempt/payment-request.ts';
import { currentOrder } from '../orders/current-order.ts';

/** Whether the month in which a stored card ends is over; published test cards are good for ever. */
export const isExpired = ({ card, plan }: Binding, nowMs: number): boolean =>
  !plan.known && isPastExpiry(card.expiry, nowMs);

/** A stored card that can pay for this client of this merchant. @throws Refused where there is none, or it is off or expired. */
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

/** Stored cards of an order's client that the payer may choose from, the newest first and each card once. */
export const offeredBindings = async ({ store, clock }: Context, order: Order): Promise<readonly Binding[]> => {
  if (order.clientId === undefined) return [];
  const all = await store.bindings.ofClient(order.merchant, order.clientId);
  const usable = all.filter((binding) => binding.isActive && !isExpired(binding, clock.now()));
  return order.onlyBindingId === undefined
    ? eachCardOnce(usable)
    : usable.filter(({ id }) => id === order.onlyBindingId);
};

/** The newest of those that are the same card, newest first. Numbers are not kept, so the masked one has to do. */
export const eachCardOnce = (bindings: readonly Binding[]): readonly Binding[] => {
  const byCard = new Map<string, Binding>();
  for (const binding of bindings) {
    const key = `${binding.card.maskedPan} ${binding.card.expiry}`;
    byCard.delete(key);
    byCard.set(key, binding);
  }
  return [...byCard.values()].reverse();
};

/** Reasons of the merchant to charge a stored card without its owner. Source: BPC REST documentation, tii. */
export const startedByMerchant: ReadonlySet<string> = new Set(['U', 'R', 'I']);

/** Everything of a payment but what it is paid with. */
export type BindingPayment = Omit<PaymentRequest, 'means' | 'paymentWay' | 'savesCard'> & {
  readonly bindingId: string;
};

/** Pays an order with a stored card of its client. @throws Refused where order or card cannot be used for that. */
export const payWithBinding = async (
  context: MerchantContext,
  { bindingId, ...request }: BindingPayment,
): Promise<AttemptEnd> => {
  const order = await currentOrder(context, request.order);
  if (order.clientId === undefined) throw new Refused('client-id-empty');
  const binding = await usableBinding(context, order, bindingId);
  const isByMerchant = startedByMerchant.has(request.tii ?? '');
  return attemptPayment(context, {
    ...request,
    order,
    ...(isByMerchant && { threeDs: 'skipped' }),
    means: storedMeans(binding),
    paymentWay: `${binding.paymentWay}_BINDING`,
    savesCard: false,
  });
};
