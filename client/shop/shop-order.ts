import { randomBytes } from 'node:crypto';
import type { OrderBundle } from '../gateway/order-request.ts';
import type { Product } from './catalogue.ts';
import type { ShopLanguage } from './languages.ts';
import { shopTexts } from './texts.ts';

/** An order as the shop knows it. Never changed in place. */
export interface ShopOrder {
  /** The shop's own number, which the gateway knows as `orderNumber`. */
  readonly id: string;
  readonly product: Product;
  readonly quantity: number;
  readonly amountMinor: number;
  /** ISO 4217, three digits. */
  readonly currency: string;
  /** Of the customer who ordered. */
  readonly language: ShopLanguage;
  /** Whether the money is only held first. */
  readonly isReserved: boolean;
  readonly createdAtMs: number;
  /** From register.do; absent when the gateway did not open a payment. A renewal has no payment page. */
  readonly payment?: { readonly orderId: string; readonly formUrl?: string };
  readonly result: PaymentResult;
  /** From the last answer about the status, if the bank tells amounts. */
  readonly money?: Money;
  /** Masked. */
  readonly cardText?: string;
  /** The stored card of a subscription, once it is paid. */
  readonly bindingId?: string;
  /** The order that this one renews. */
  readonly renews?: string;
  readonly hasEnded?: true;
  /** How often the shop's staff have acted on it: a form of an older page changes nothing. */
  readonly acts: number;
  /** Why the last act was not done. */
  readonly refusal?: Refusal | undefined;
  /** The callbacks of the bank, each event once; they are a reason to ask for the status, not a proof. */
  readonly bankCalls: readonly BankCall[];
}

/** The result of a payment, as the shop knows it. */
export type PaymentResult =
  | { readonly kind: 'not-opened' | 'waiting' | 'paid' | 'held' | 'partly-refunded' | 'given-back' }
  | {
      readonly kind: 'not-paid';
      /** In the bank's words; empty if it gave none. */
      readonly reason: string;
      readonly canTryAgain: boolean;
      /** The answer was about something else. */
      readonly isMismatch?: true;
    };

/** In minor units. */
export interface Money {
  readonly heldMinor: number;
  /** Less what was refunded. */
  readonly takenMinor: number;
  readonly refundedMinor: number;
}

export type Refusal =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreached' | 'badAmount' };

export interface BankCall {
  readonly atMs: number;
  readonly operation: string;
  readonly isSuccessful: boolean;
}

/** The most characters that most banks take. */
const usualLength = 32;

/** A number that is unique, also across restarts. Some banks take ten characters at most. */
const newOrderId = (nowMs: number, longest: number): string => {
  const usual = `shop-${nowMs.toString(36)}-${randomBytes(4).toString('hex')}`;
  return usual.length <= longest ? usual : randomBytes(16).toString('hex').slice(0, longest);
};

export interface Purchase {
  readonly product: Product;
  readonly quantity: number;
  readonly currency: string;
  readonly language: ShopLanguage;
  readonly isReserved?: boolean;
  readonly renews?: string;
}

export const newOrder = (purchase: Purchase, nowMs: number, longestNumber = usualLength): ShopOrder => ({
  isReserved: false,
  ...purchase,
  id: newOrderId(nowMs, longestNumber),
  amountMinor: purchase.product.priceMinor * purchase.quantity,
  createdAtMs: nowMs,
  result: { kind: 'not-opened' },
  acts: 0,
  bankCalls: [],
});

/** Whether the bank has reported this event before. */
export const isReported = ({ bankCalls }: ShopOrder, { operation, isSuccessful }: Omit<BankCall, 'atMs'>): boolean =>
  bankCalls.some((call) => call.operation === operation && call.isSuccessful === isSuccessful);

/** True while the status may still change by itself. */
export const isOpen = ({ payment, result }: ShopOrder): boolean =>
  payment !== undefined && (result.kind === 'waiting' || (result.kind === 'not-paid' && result.canTryAgain));

/** What is bought, in one line. */
export const goodsText = ({ product, quantity, language }: ShopOrder): string =>
  `${product.name[language]}, ${quantity} ${shopTexts[language].pcs}`;

/** Who buys in the demo shop, unless the bank wants to know more. */
const customerDetails = {
  email: 'customer@shop.example',
  phone: '77010000000',
  deliveryInfo: { country: 'KZ', city: 'Almaty', postAddress: 'Abay Avenue 1' },
} as const;

/** The cart as register.do wants it; its sum is the order's amount. */
export const cartOf = (
  order: ShopOrder,
  customer: Readonly<Record<string, unknown>> = customerDetails,
): OrderBundle => {
  const { product, quantity, amountMinor, currency, createdAtMs, language } = order;
  return {
    orderCreationDate: new Date(createdAtMs).toISOString().slice(0, 19),
    customerDetails: customer,
    cartItems: {
      items: [
        {
          positionId: 1,
          name: product.name[language],
          itemDetails: { itemDetailsParams: [{ name: 'description', value: product.about[language] }] },
          quantity: { value: quantity, measure: shopTexts[language].pcs },
          itemAmount: amountMinor,
          itemPrice: product.priceMinor,
          itemCurrency: Number(currency),
          itemCode: product.id,
        },
      ],
    },
  };
};
