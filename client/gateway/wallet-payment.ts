import type { AtOncePayment, NextStep } from './at-once.ts';
import { type FormFields, needField, optionalMinorUnits } from './encode-form.ts';
import type { Endpoint } from './endpoint.ts';
import { WrongUse } from './gateway-errors.ts';
import type { PreAuthOrderRequest } from './order-request.ts';
import type { OrderStatusAnswer } from './order-status-answer.ts';
import { objectOf, type RawAnswer } from './read-answer.ts';
import { readCharge } from './stored-card-charge.ts';

type SharedWithOrders =
  | 'description'
  | 'language'
  | 'autocompletionDate'
  | 'autoReverseDate'
  | 'email'
  | 'phone'
  | 'ip'
  | 'dynamicCallbackUrl';

/** The fields of every payment with a wallet. Source: BPC REST documentation, wallets. */
export interface WalletPaymentRequest extends Pick<PreAuthOrderRequest, SharedWithOrders> {
  /** The shop's own number, unique for ever, also after a failed payment. */
  readonly orderNumber: string;
  /** The wallet's token, in Base64. */
  readonly paymentToken: string;
  /** Holds the money first. */
  readonly preAuth?: boolean;
  /** Comes back in the status as `merchantOrderParams`. */
  readonly additionalParameters?: Readonly<Record<string, unknown>>;
  /** Stores the card under this id. */
  readonly clientId?: string;
  /** The purpose of the stored card: any payments, recurring ones, instalments. */
  readonly tii?: 'CI' | 'RI' | 'II';
}

/** The gateway opens the token. There is no password in this call, so an app may make it. */
export interface NamedWalletPayment extends WalletPaymentRequest {
  /** The login of the merchant. */
  readonly merchant: string;
}

/** Google's tokens have no amount, and its cards may need 3-D Secure. */
export interface GoogleAmount
  extends Pick<PreAuthOrderRequest, 'amountMinor' | 'returnUrl' | 'failUrl'>,
    Pick<AtOncePayment, 'threeDSServerTransId' | 'threeDSVer2FinishUrl'> {
  /** ISO 4217 numeric; the merchant's default otherwise. */
  readonly currencyCode?: string;
}

/**
 * A successful payment, or one that continues with 3-D Secure: then the same call is repeated with the
 * `threeDSServerTransId`. A declined one is a `GatewayRefused`.
 */
export interface WalletPayment extends NextStep {
  readonly orderId: string;
  /** The stored card, if one was requested. */
  readonly bindingId?: string;
  /** Not from Google's calls. */
  readonly orderStatus?: OrderStatusAnswer;
  readonly [other: string]: unknown;
}

/** A call for a shop that opens tokens by itself; `name` is for error messages. A repeat would be a second order. */
export const openedWalletPayment = <Input extends WalletPaymentRequest & { readonly merchant?: string }>(
  name: string,
  path: string,
): Endpoint<Input, WalletPayment> => ({
  path,
  repeat: 'never',
  body: 'json',
  fields: (asked) => walletFields(name, asked),
  read: readWalletPayment,
});

/** The same with the token as the wallet gave it, and without a login. */
export const sealedWalletPayment = <Input extends NamedWalletPayment>(name: string, path: string) =>
  ({ ...openedWalletPayment<Input>(name, path), isOpen: true }) as const;

const walletFields = (
  call: string,
  asked: WalletPaymentRequest & Partial<GoogleAmount> & { readonly merchant?: string },
): FormFields => {
  const { amountMinor, ...fields } = needField(call, needField(call, asked, 'orderNumber'), 'paymentToken');
  if (fields.merchant === '') throw new WrongUse(`${call} needs the merchant's login`);
  return { ...fields, amount: optionalMinorUnits('amountMinor', amountMinor) };
};

/** Undefined without an order id. */
export const readWalletPayment = ({ data, orderStatus }: RawAnswer): WalletPayment | undefined => {
  const payment = objectOf(data);
  const charge = readCharge(payment['orderId'], orderStatus);
  return charge && { ...payment, ...charge };
};
