import { fields, only } from '../options/check.ts';
import { minorUnits as minorUnitsCheck, text, texts, trueOrFalse } from '../options/checks.ts';
import { type FormFields, minorUnits, optionalMinorUnits } from './encode-form.ts';
import { readOrderStatus } from './endpoints/status/get-order-status-extended.ts';
import { WrongUse } from './gateway-errors.ts';
import { parameters, payerData, preAuthChecks } from './order-checks.ts';
import type { PayerDataName, PreAuthOrderRequest } from './order-request.ts';
import type { OrderStatusAnswer } from './order-status-answer.ts';
import { objectOf } from './read-answer.ts';

const sharedWithOrders = [
  'currency',
  'description',
  'language',
  'feeMinor',
  'autocompletionDate',
  'autoReverseDate',
  'features',
  'dynamicCallbackUrl',
  'orderBundle',
  'billingAndShippingAddressMatchIndicator',
] as const;

type SharedWithOrders = PayerDataName | (typeof sharedWithOrders)[number];

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

export const storedCardCharge = fields<StoredCardCharge>(parameters)({
  ...payerData,
  ...only(preAuthChecks, ...sharedWithOrders),
  orderNumber: text,
  bindingId: text,
  amountMinor: minorUnitsCheck,
  preAuth: trueOrFalse,
  additionalParameters: texts(),
});

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
