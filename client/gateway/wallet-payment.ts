import { type Check, type Checks, only } from '../options/check.ts';
import { anyObject, oneOf, secret, text, trueOrFalse } from '../options/checks.ts';
import { type AtOncePayment, atOnce, type NextStep } from './at-once.ts';
import { type FormFields, needField, optionalMinorUnits } from './encode-form.ts';
import type { KnownEndpoint } from './endpoint.ts';
import { WrongUse } from './gateway-errors.ts';
import { currency, preAuthChecks } from './order-checks.ts';
import type { PreAuthOrderRequest } from './order-request.ts';
import type { OrderStatusAnswer } from './order-status-answer.ts';
import { objectOf, type RawAnswer } from './read-answer.ts';
import { readCharge } from './stored-card-charge.ts';

const sharedWithOrders = [
  'description',
  'language',
  'autocompletionDate',
  'autoReverseDate',
  'email',
  'phone',
  'ip',
  'dynamicCallbackUrl',
] as const;

type SharedWithOrders = (typeof sharedWithOrders)[number];

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

export const walletChecks = {
  ...only(preAuthChecks, ...sharedWithOrders),
  orderNumber: text,
  paymentToken: secret,
  preAuth: trueOrFalse,
  additionalParameters: anyObject(),
  clientId: text,
  tii: oneOf('CI', 'RI', 'II'),
} satisfies Checks<WalletPaymentRequest>;

export const namedWallet = { ...walletChecks, merchant: text } satisfies Checks<NamedWalletPayment>;

export const googleAmount = {
  ...only(preAuthChecks, 'amountMinor', 'returnUrl', 'failUrl'),
  ...only(atOnce, 'threeDSServerTransId', 'threeDSVer2FinishUrl'),
  currencyCode: currency,
} satisfies Checks<GoogleAmount>;

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
  input: Check<Input>,
): KnownEndpoint<Input, WalletPayment> => ({
  path,
  repeat: 'never',
  body: 'json',
  input,
  fields: (asked) => walletFields(name, asked),
  read: readWalletPayment,
});

/** The same with the token as the wallet gave it, and without a login. */
export const sealedWalletPayment = <Input extends NamedWalletPayment>(
  name: string,
  path: string,
  input: Check<Input>,
) => ({ ...openedWalletPayment<Input>(name, path, input), isOpen: true }) as const;

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
