import { type FormFields, minorUnits } from './encode-form.ts';
import { readOrderStatus } from './endpoints/status/get-order-status-extended.ts';
import { WrongUse } from './gateway-errors.ts';
import type { OrderBundle, OrderFeature } from './order-request.ts';
import type { OrderStatusAnswer } from './order-status-answer.ts';
import type { RawAnswer } from './read-answer.ts';

/** A stored card that the shop charges without its owner. Source: BPC REST documentation, recurrent and instalment payments. */
export interface StoredCardCharge {
  /** The shop's own number, unique for ever, also after a declined payment. */
  readonly orderNumber: string;
  readonly bindingId: string;
  readonly amountMinor: number;
  /** ISO 4217 numeric, three digits; the merchant's default otherwise. */
  readonly currency?: string;
  readonly description?: string;
  readonly language?: string;
  readonly feeMinor?: number;
  /** Holds the money first; default false. */
  readonly preAuth?: boolean;
  readonly autocompletionDate?: Date;
  readonly autoReverseDate?: Date;
  readonly features?: readonly OrderFeature[];
  readonly dynamicCallbackUrl?: string;
  readonly orderBundle?: OrderBundle;
  /** Comes back in the status as `merchantOrderParams`. */
  readonly additionalParameters?: Readonly<Record<string, string>>;
  readonly billingPayerData?: Readonly<Record<string, unknown>>;
  readonly shippingPayerData?: Readonly<Record<string, unknown>>;
  readonly preOrderPayerData?: Readonly<Record<string, unknown>>;
  readonly orderPayerData?: Readonly<Record<string, unknown>>;
  readonly billingAndShippingAddressMatchIndicator?: 'Y' | 'N';
}

export interface ChargedOrder {
  /** The gateway's id; every later call wants it. */
  readonly orderId: string;
  /** How the order stands now; only 1 and 2 as `orderStatus` mean that the card was charged. */
  readonly orderStatus?: OrderStatusAnswer;
}

export const chargeFields = (charge: StoredCardCharge): FormFields => {
  const { amountMinor, feeMinor, preAuth = false, ...rest } = charge;
  if (!rest.bindingId) throw new WrongUse('bindingId is required: it names the card to charge');
  if (!rest.orderNumber) throw new WrongUse('orderNumber is required: it keeps the card from being charged twice');
  return {
    ...rest,
    amount: minorUnits('amountMinor', amountMinor),
    feeInput: feeMinor === undefined ? undefined : minorUnits('feeMinor', feeMinor),
    preAuth,
  };
};

/** Undefined without an order. */
export const readCharge = (orderId: unknown, status: unknown): ChargedOrder | undefined => {
  if (typeof orderId !== 'string' || !orderId) return undefined;
  const isObject = typeof status === 'object' && status !== null;
  const orderStatus = isObject ? readOrderStatus(status as RawAnswer) : undefined;
  return { orderId, ...(orderStatus && { orderStatus }) };
};
