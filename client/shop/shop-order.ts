import { randomBytes } from 'node:crypto';
import type { OrderBundle } from '../gateway/order-request.ts';
import { type OrderStatusAnswer, orderStatus } from '../gateway/order-status-answer.ts';
import type { Product, ShopCurrency } from './catalogue.ts';

/** An order as the shop knows it. Never changed in place. */
export interface ShopOrder {
  /** The shop's own number, which the gateway knows as `orderNumber`. */
  readonly id: string;
  readonly product: Product;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly currency: ShopCurrency;
  readonly createdAtMs: number;
  /** From register.do; absent when the gateway did not open a payment. */
  readonly payment?: { readonly orderId: string; readonly formUrl: string };
  readonly result: PaymentResult;
  /** The callbacks of the bank, each event once; they are a reason to ask for the status, not a proof. */
  readonly bankCalls: readonly BankCall[];
}

export interface BankCall {
  readonly atMs: number;
  readonly operation: string;
  readonly isSuccessful: boolean;
}

/** The result of a payment, as the shop knows it. */
export type PaymentResult =
  | { readonly kind: 'not-opened' | 'waiting' | 'paid' | 'held' | 'given-back' }
  | { readonly kind: 'not-paid'; readonly reason: string; readonly canTryAgain: boolean };

/** A number that is unique, also across restarts. */
const newOrderId = (nowMs: number): string => `shop-${nowMs.toString(36)}-${randomBytes(4).toString('hex')}`;

export const newOrder = (product: Product, quantity: number, currency: ShopCurrency, nowMs: number): ShopOrder => ({
  id: newOrderId(nowMs),
  product,
  quantity,
  amountMinor: product.priceMinor * quantity,
  currency,
  createdAtMs: nowMs,
  result: { kind: 'not-opened' },
  bankCalls: [],
});

/** Whether the bank has reported this event before. */
export const isReported = ({ bankCalls }: ShopOrder, { operation, isSuccessful }: Omit<BankCall, 'atMs'>): boolean =>
  bankCalls.some((call) => call.operation === operation && call.isSuccessful === isSuccessful);

/** Who buys in the demo shop. Some banks register no order without it. */
const customerDetails = {
  email: 'customer@shop.example',
  phone: '77010000000',
  deliveryInfo: { country: 'KZ', city: 'Almaty', postAddress: 'Abay Avenue 1' },
} as const;

/** The cart as register.do wants it; its sum is the order's amount. */
export const cartOf = ({ product, quantity, amountMinor, currency, createdAtMs }: ShopOrder): OrderBundle => ({
  orderCreationDate: new Date(createdAtMs).toISOString().slice(0, 19),
  customerDetails,
  cartItems: {
    items: [
      {
        positionId: 1,
        name: product.name,
        itemDetails: { itemDetailsParams: [{ name: 'description', value: product.about }] },
        quantity: { value: quantity, measure: 'pcs' },
        itemAmount: amountMinor,
        itemPrice: product.priceMinor,
        itemCurrency: Number(currency.numeric),
        itemCode: product.id,
      },
    ],
  },
});

/**
 * Reads the result of a payment from the gateway's answer, and from nothing else. An answer about another order or
 * another sum is never "paid". A declined card leaves the order open while tries remain.
 */
export const resultOf = (order: ShopOrder, status: OrderStatusAnswer): PaymentResult => {
  const { numeric } = order.currency;
  const { orderNumber, amount, currency = numeric } = status;
  if (orderNumber !== order.id || amount !== order.amountMinor || String(currency) !== numeric) {
    return { kind: 'not-paid', reason: 'The bank answered about another order or sum.', canTryAgain: false };
  }
  const reason = status.actionCodeDescription || 'The bank gave no reason.';
  switch (status.orderStatus) {
    case orderStatus.paid:
      return { kind: 'paid' };
    case orderStatus.held:
    case orderStatus.partlyDeposited:
      return { kind: 'held' };
    case orderStatus.reversed:
    case orderStatus.refunded:
      return { kind: 'given-back' };
    case orderStatus.declined:
      return { kind: 'not-paid', reason, canTryAgain: false };
    case orderStatus.created:
      return hasFailedAttempt(status) ? { kind: 'not-paid', reason, canTryAgain: true } : { kind: 'waiting' };
    default:
      return { kind: 'waiting' };
  }
};

/** No failure: approved, no attempt yet, not decided yet. Source: BPC action codes. */
const noFailures: readonly number[] = [0, -100, -30001];

const hasFailedAttempt = ({ actionCode = 0 }: OrderStatusAnswer): boolean => !noFailures.includes(actionCode);

/** True while the status may still change. */
export const isOpen = ({ payment, result }: ShopOrder): boolean =>
  payment !== undefined && (result.kind === 'waiting' || (result.kind === 'not-paid' && result.canTryAgain));
