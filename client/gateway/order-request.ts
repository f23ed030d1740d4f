import type { ScenarioName } from '../options/scenario-name.ts';

/** A feature of an order; banks add their own, so any other text is accepted too. */
export type OrderFeature =
  | 'VERIFY'
  | 'FORCE_TDS'
  | 'FORCE_SSL'
  | 'FORCE_FULL_TDS'
  | 'FORCE_CREATE_BINDING'
  | 'PARTIAL_AUTHORIZATION'
  | 'FORCE_PAYMENT_WAY'
  | 'AUTO_PAYMENT'
  | (string & {});

/** Parameters of the shop's own. */
export interface OrderParams {
  /** For a tillbox only: the scenario of the payment. */
  readonly scenario?: ScenarioName | number;
  readonly [other: string]: unknown;
}

/** The fields of register.do. Source: BPC REST documentation, register.do. */
export interface OrderRequest {
  /** Whole minor units: 15.00 KZT is 1500. 0 only together with the feature VERIFY. */
  readonly amountMinor: number;
  /** Absolute. The gateway adds `orderId` and `lang` to it. */
  readonly returnUrl: string;
  /** The shop's own number, unique for ever, also after a failed payment. */
  readonly orderNumber?: string;
  /** ISO 4217 numeric, three digits; the merchant's default otherwise. */
  readonly currency?: string;
  /** The customer's address after a failure; `returnUrl` otherwise. */
  readonly failUrl?: string;
  /** Receives this order's payment callbacks. */
  readonly dynamicCallbackUrl?: string;
  readonly description?: string;
  readonly language?: string;
  /** The customer's address. */
  readonly ip?: string;
  /** Lets the customer store a card under this id. */
  readonly clientId?: string;
  /** A child merchant in whose name the order is registered. */
  readonly merchantLogin?: string;
  readonly cardholderName?: string;
  /** Comes back in the status as `merchantOrderParams`. */
  readonly jsonParams?: OrderParams;
  /** Life of the order in seconds; `expirationDate` wins. */
  readonly sessionTimeoutSecs?: number;
  readonly expirationDate?: Date;
  /** The order can only be paid with this stored card. */
  readonly bindingId?: string;
  readonly features?: readonly OrderFeature[];
  readonly postAddress?: string;
  readonly orderBundle?: OrderBundle;
  readonly feeMinor?: number;
  readonly email?: string;
  readonly phone?: string;
  readonly pageView?: string;
  readonly mcc?: string;
  readonly mvv?: string;
  readonly paymentFacilitator?: Readonly<Record<string, unknown>>;
  readonly billingPayerData?: Readonly<Record<string, unknown>>;
  readonly shippingPayerData?: Readonly<Record<string, unknown>>;
  readonly preOrderPayerData?: Readonly<Record<string, unknown>>;
  readonly orderPayerData?: Readonly<Record<string, unknown>>;
  readonly billingAndShippingAddressMatchIndicator?: 'Y' | 'N';
}

/** The names of all data about the payer. */
export type PayerDataName = 'billingPayerData' | 'shippingPayerData' | 'preOrderPayerData' | 'orderPayerData';

/** The additional fields of registerPreAuth.do. The two dates exclude each other. */
export interface PreAuthOrderRequest extends OrderRequest {
  /** The gateway captures the whole hold at this time. */
  readonly autocompletionDate?: Date;
  /** The gateway releases the hold at this time. */
  readonly autoReverseDate?: Date;
}

/** Customer and cart; the sum of `itemAmount` must be the order's amount. Source: BPC REST documentation, orderBundle. */
export interface OrderBundle {
  /** `yyyy-MM-ddTHH:mm:ss`; `yyyy-MM-dd` at BT iPay. */
  readonly orderCreationDate?: string;
  readonly customerDetails?: Readonly<Record<string, unknown>>;
  /** Without it, the bundle is about the customer alone. */
  readonly cartItems?: { readonly items: readonly CartItem[] };
  readonly [other: string]: unknown;
}

export interface CartItem {
  readonly positionId: number | string;
  readonly name: string;
  readonly quantity: { readonly value: number; readonly measure: string };
  /** Minor units, price times quantity. */
  readonly itemAmount?: number;
  /** Minor units, for one. */
  readonly itemPrice?: number;
  readonly itemCurrency?: number;
  readonly itemCode?: string;
  readonly [other: string]: unknown;
}
