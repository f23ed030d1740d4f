import { type FormFields, minorUnits, optionalMinorUnits } from './encode-form.ts';
import { readOrderStatus } from './endpoints/status/get-order-status-extended.ts';
import { WrongUse } from './gateway-errors.ts';
import type { PayerDataName, PreAuthOrderRequest } from './order-request.ts';
import type { OrderStatusAnswer } from './order-status-answer.ts';
import { objectOf } from './read-answer.ts';

type SharedWithOrders =
  | PayerDataName
  | 'currency'
  | 'description'
  | 'language'
  | 'feeMinor'
  | 'autocompletionDate'
  | 'autoReverseDate'
  | 'features'
  | 'dynamicCallbackUrl'
  | 'orderBundle'
  | 'billingAndShippingAddressMatchIndicator';

/** A stored card that the shop charges without its owner. Source: BPC REST documentation, recurrent and instalment payments. */
export interface StoredCardCharge extends Pick<PreAuthOrderRequest, SharedWithOrders> {
  /** The shop's own number, unique for ever, also after a declined payment. */
  readonly orderNumber: string;
  readonly bindingId: string;
  readonly amountMinor: number;
  /** Holds the money first; default false. */
  readonly preAuth?: boolean;
  /** Comes back in the status as `merchantOrderParams`. */
  readonly additionalParameters?: Readonly<Record<string, string>>;
}

export interface ChargedOrder {
  /** The gateway's id; every later call wants it. */
  readonly orderId: string;
  /** The order's status now; only 1 and 2 as `orderStatus` mean that the card was charged. */
  readonly orderStatus?: OrderStatusAnswer;
}

export const chargeFields = (charge: StoredCardCharge): FormFields => {
  const { amountMinor, feeMinor, preAuth = false, ...rest } = charge;
  if (!rest.bindingId) throw new WrongUse('bindingId is required: it names the card to charge');
  if (!rest.orderNumber) throw new WrongUse('orderNumber is required: it keeps the card from being charged twice');
  return {
    ...rest,
    amount: minorUnits('amountMinor', amountMinor),
    feeInput: optionalMinorUnits('feeMinor', feeMinor),
    preAuth,
  };
};

/** Undefined without an order. */
export const readCharge = (orderId: unknown, status: unknown): ChargedOrder | undefined => {
  if (typeof orderId !== 'string' || !orderId) return undefined;
  const orderStatus = readOrderStatus(objectOf(status));
  return { orderId, ...(orderStatus && { orderStatus }) };
};
