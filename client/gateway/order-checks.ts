import { type Checks, fields } from '../options/check.ts';
import {
  anyObject,
  date,
  listOf,
  minorUnits,
  oneOf,
  text,
  textLike,
  textOr,
  value,
  wholeNumber,
} from '../options/checks.ts';
import type {
  CartItem,
  OrderBundle,
  OrderParams,
  OrderRequest,
  PayerDataName,
  PreAuthOrderRequest,
} from './order-request.ts';

/** ISO 4217, numeric. */
export const currency = textLike('a currency in three digits, such as 398', /^\d{3}$/);

/** What a gateway calls a field of a call in messages. */
export const parameters = { noun: 'parameter' } as const;

const number = value<number>('a number', (given) => Number.isFinite(given));

const cartItem = fields<CartItem>({ ...parameters, isOpen: true })({
  positionId: textOr(text, wholeNumber(0)),
  name: text,
  quantity: fields<CartItem['quantity']>({ ...parameters, isOpen: true })({ value: number, measure: text }),
  itemAmount: minorUnits,
  itemPrice: minorUnits,
  itemCurrency: wholeNumber(0),
  itemCode: text,
});

const orderBundle = fields<OrderBundle>({ ...parameters, isOpen: true })({
  orderCreationDate: text,
  customerDetails: anyObject(),
  cartItems: fields<NonNullable<OrderBundle['cartItems']>>({ ...parameters, isOpen: true })({
    items: listOf(cartItem),
  }),
});

export const payerData = {
  billingPayerData: anyObject(),
  shippingPayerData: anyObject(),
  preOrderPayerData: anyObject(),
  orderPayerData: anyObject(),
} satisfies Checks<Pick<OrderRequest, PayerDataName>>;

export const orderChecks = {
  ...payerData,
  amountMinor: minorUnits,
  returnUrl: text,
  orderNumber: text,
  currency,
  failUrl: text,
  dynamicCallbackUrl: text,
  description: text,
  language: text,
  ip: text,
  clientId: text,
  merchantLogin: text,
  cardholderName: text,
  jsonParams: anyObject<OrderParams>(),
  sessionTimeoutSecs: wholeNumber(1, 999_999_999, 'seconds'),
  expirationDate: date,
  bindingId: text,
  features: listOf(text),
  postAddress: text,
  orderBundle,
  feeMinor: minorUnits,
  email: text,
  phone: text,
  pageView: text,
  mcc: text,
  mvv: text,
  paymentFacilitator: anyObject(),
  billingAndShippingAddressMatchIndicator: oneOf('Y', 'N'),
} satisfies Checks<OrderRequest>;

export const preAuthChecks = {
  ...orderChecks,
  autocompletionDate: date,
  autoReverseDate: date,
} satisfies Checks<PreAuthOrderRequest>;
