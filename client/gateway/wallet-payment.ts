import type { NextStep } from './at-once.ts';
import { type FormFields, minorUnits } from './encode-form.ts';
import { readOrderStatus } from './endpoints/status/get-order-status-extended.ts';
import { WrongUse } from './gateway-errors.ts';
import type { OrderStatusAnswer } from './order-status-answer.ts';
import type { RawAnswer } from './read-answer.ts';

/** What every payment with a wallet takes. Source: BPC REST documentation, wallets. */
export interface WalletPaymentRequest {
  /** The shop's own number, unique for ever, also after a failed payment. */
  readonly orderNumber: string;
  /** What the wallet gave, in Base64 where the wallet has not done that. */
  readonly paymentToken: string;
  readonly description?: string;
  readonly language?: string;
  /** Hold the money first. */
  readonly preAuth?: boolean;
  /** The two dates exclude each other; both are for held money. */
  readonly autocompletionDate?: Date;
  readonly autoReverseDate?: Date;
  /** Comes back in the status as `merchantOrderParams`. */
  readonly additionalParameters?: Readonly<Record<string, unknown>>;
  /** Stores the card under this id. */
  readonly clientId?: string;
  /** What the stored card is for: any payments, recurring ones, instalments. */
  readonly tii?: 'CI' | 'RI' | 'II';
  readonly email?: string;
  readonly phone?: string;
  /** The customer's. */
  readonly ip?: string;
  readonly dynamicCallbackUrl?: string;
}

/** The gateway opens the token. There is no password in this call, so an app may make it. */
export interface NamedWalletPayment extends WalletPaymentRequest {
  /** The login of the merchant. */
  readonly merchant: string;
}

/** Google's tokens have no amount, and its cards may need 3-D Secure. */
export interface GoogleAmount {
  /** Whole minor units. */
  readonly amountMinor: number;
  /** ISO 4217 numeric; the merchant's default otherwise. */
  readonly currencyCode?: string;
  readonly returnUrl: string;
  readonly failUrl?: string;
  /** Second call of 3-D Secure 2, with all that the first one had. */
  readonly threeDSServerTransId?: string;
  /** Where the issuer's page sends the customer. */
  readonly threeDSVer2FinishUrl?: string;
}

/**
 * A payment that went well, or one that goes on with 3-D Secure, and then the same call is made again with the
 * `threeDSServerTransId`. A declined one is a `GatewayRefused`.
 */
export interface WalletPayment extends NextStep {
  readonly orderId: string;
  /** The stored card, where one was asked for. */
  readonly bindingId?: string;
  /** Not from Google's calls. */
  readonly orderStatus?: OrderStatusAnswer;
  readonly [other: string]: unknown;
}

/** The fields of a call. @throws WrongUse where order number, token or merchant are missing. */
export const walletFields = (
  call: string,
  asked: WalletPaymentRequest & Partial<GoogleAmount> & { readonly merchant?: string },
): FormFields => {
  const { amountMinor, ...fields } = asked;
  if (!fields.orderNumber) throw new WrongUse(`${call} needs orderNumber`);
  if (!fields.paymentToken) throw new WrongUse(`${call} needs paymentToken`);
  if (fields.merchant === '') throw new WrongUse(`${call} needs the merchant's login`);
  return { ...fields, ...(amountMinor !== undefined && { amount: minorUnits('amountMinor', amountMinor) }) };
};

/** Undefined without an order id. */
export const readWalletPayment = ({ data, orderStatus }: RawAnswer): WalletPayment | undefined => {
  const { orderId, ...rest } = objectOf(data);
  if (typeof orderId !== 'string' || orderId === '') return undefined;
  const status = readOrderStatus(objectOf(orderStatus));
  return { ...rest, orderId, ...(status && { orderStatus: status }) };
};

const objectOf = (value: unknown): RawAnswer =>
  typeof value === 'object' && value !== null ? (value as RawAnswer) : {};
