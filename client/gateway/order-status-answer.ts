import type { ActionCodeNumber } from './action-code.ts';
import type { OrderBundle } from './order-request.ts';
import type { OrderStatusNumber } from './order-status.ts';

export { orderStatus } from './order-status.ts';

/**
 * The answer of getOrderStatusExtended.do. Which fields come depends on the order's state and on the version the bank
 * has set for the merchant, so nearly all are optional, and fields that are not listed are left in place.
 * Source: BPC REST documentation and the gateway description published for Alfa-Bank.
 */
export interface OrderStatusAnswer {
  /** About the request, not about the payment. */
  readonly errorCode: string;
  readonly errorMessage?: string;
  readonly orderNumber?: string;
  /** The state of the order: compare it with the constants of `orderStatus`. */
  readonly orderStatus: OrderStatusNumber;
  /**
   * 0: approved, -100: no attempt yet, others: the reason of the last failure. Compare it with the constants of
   * `actionCode`.
   */
  readonly actionCode?: ActionCodeNumber;
  readonly actionCodeDescription?: string;
  readonly displayErrorMessage?: string;
  readonly originalActionCode?: string;
  /** As registered, in minor units; later operations do not change it. */
  readonly amount?: number;
  /** ISO 4217 numeric. */
  readonly currency?: string;
  /** When the order was registered, milliseconds since 1970; so are all dates below unless they say otherwise. */
  readonly date?: number;
  readonly orderDescription?: string;
  /** The customer's. */
  readonly ip?: string;
  readonly authDateTime?: number;
  readonly terminalId?: string;
  readonly authRefNum?: string;
  readonly depositedDate?: number;
  readonly refundedDate?: number;
  readonly reversedDate?: number;
  /** CARD, CARD_BINDING, CARD_MOTO, APPLE_PAY ... */
  readonly paymentWay?: string;
  readonly avsCode?: string;
  readonly chargeback?: boolean;
  readonly tii?: string;
  readonly usedPsdIndicatorValue?: string;
  readonly partialAuthorization?: 'REQUESTED' | 'PARTIAL_AMOUNT' | 'FULL_AMOUNT';
  readonly prepaymentMdOrder?: string;
  readonly partpaymentMdOrders?: readonly string[];
  readonly feUtrnno?: string | number;
  readonly mcc?: string;
  readonly mvv?: string;
  /** Holds `mdOrder`, the gateway's order id. */
  readonly attributes?: readonly NamedValue[];
  /** `jsonParams` of register.do. */
  readonly merchantOrderParams?: readonly NamedValue[];
  readonly transactionAttributes?: readonly NamedValue[];
  /** Absent before the first card. */
  readonly cardAuthInfo?: CardAuthInfo;
  readonly paymentAmountInfo?: PaymentAmountInfo;
  readonly bindingInfo?: BindingInfo;
  readonly bankInfo?: BankInfo;
  readonly payerData?: PayerData;
  readonly refunds?: readonly RefundInfo[];
  readonly orderBundle?: OrderBundle;
  readonly operations?: readonly Readonly<Record<string, unknown>>[];
  readonly pluginInfo?: Readonly<Record<string, unknown>>;
  readonly tokenizationInfo?: TokenizationInfo;
  readonly paymentFacilitator?: Readonly<Record<string, unknown>>;
  readonly [other: string]: unknown;
}

export interface NamedValue {
  readonly name: string;
  /** Some banks leave an empty value out. */
  readonly value?: string;
}

export interface CardAuthInfo {
  /** First six and last four digits. */
  readonly maskedPan?: string;
  /** The same masked number; the only one on old installs. */
  readonly pan?: string;
  /** YYYYMM. */
  readonly expiration?: string;
  readonly cardholderName?: string;
  /** Successful payments only. */
  readonly approvalCode?: string;
  /** VISA, MASTERCARD, AMEX, JCB, CUP, MIR ... */
  readonly paymentSystem?: string;
  readonly product?: string;
  readonly productCategory?: string;
  readonly corporateCard?: string | boolean;
  readonly detokenizedPanRepresentation?: string;
  readonly detokenizedPanExpiryDate?: string;
  readonly secureAuthInfo?: SecureAuthInfo;
}

export interface SecureAuthInfo {
  readonly eci?: number | string;
  readonly authTypeIndicator?: number | string;
  readonly threeDsType?: string;
  readonly threeDSInfo?: { readonly cavv?: string; readonly xid?: string };
  readonly threeDSProtocolVersion?: string;
  readonly aresTransStatus?: string;
  readonly rreqTransStatus?: string;
  readonly paResStatus?: string;
  readonly veResStatus?: string;
  readonly paResCheckStatus?: string;
}

/** All amounts in minor units. */
export interface PaymentAmountInfo {
  /** CREATED, APPROVED, DEPOSITED, DECLINED, REVERSED, REFUNDED, PENDING ... */
  readonly paymentState?: string;
  readonly approvedAmount?: number;
  /** Charged, less what was refunded. */
  readonly depositedAmount?: number;
  readonly refundedAmount?: number;
  readonly feeAmount?: number;
  readonly totalAmount?: number;
}

export interface BindingInfo {
  readonly clientId?: string;
  readonly bindingId?: string;
  readonly authDateTime?: number;
  readonly authRefNum?: string;
  readonly terminalId?: string;
  readonly externalCreated?: boolean;
}

export interface BankInfo {
  readonly bankName?: string;
  /** Two letters, or UNKNOWN. */
  readonly bankCountryCode?: string;
  readonly bankCountryName?: string;
}

export interface PayerData {
  readonly email?: string;
  readonly phone?: string;
  readonly postAddress?: string;
  readonly paymentAccountReference?: string;
}

export interface RefundInfo {
  /** Text here, unlike the dates above. */
  readonly date?: string;
  readonly externalRefundId?: string;
  readonly approvalCode?: string;
  readonly actionCode?: string;
  readonly referenceNumber?: string;
  readonly amount?: number;
}

export interface TokenizationInfo {
  readonly tokenId?: string;
  readonly tokenizationProvider?: string;
  readonly panReference?: string;
  readonly dpan?: string;
  /** YYYYMM. */
  readonly tokenExpiry?: string;
}
