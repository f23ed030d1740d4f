import type { Bank } from '../../banks/bank.ts';
import { actionCodeRow } from '../../data/action-codes.ts';
import { type CallbackParameter, isCallbackParameter, mayCarry } from '../../data/callback-parameters.ts';
import { currencyByNumeric, plainAmount } from '../../data/currencies.ts';
import { paymentStates } from '../../data/payment-states.ts';
import type { CallbackOperation } from '../../domain/callback.ts';
import { withMask } from '../../domain/card.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Attempt, Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import { issuerName } from '../../issuer/issuer-name.ts';
import { seededBytes, seededDigits } from '../../issuer/seeded-numbers.ts';

export interface OrderFacts {
  readonly operation: CallbackOperation;
  readonly order: Order;
  readonly merchant: Merchant;
  readonly bank: Bank;
  /** The beginning of links; empty if the gateway does not know its own address. */
  readonly publicUrl: string;
}

type Facts = OrderFacts & { readonly attempt: Attempt | undefined };

type Read = (facts: Facts) => string | number | undefined;

/** A parameter of the manual that has no value here. */
const never: Read = () => undefined;

const formatted =
  (amount: (order: Order) => number | undefined): Read =>
  ({ order }) => {
    const amountMinor = amount(order);
    return amountMinor === undefined ? undefined : plainAmount(amountMinor, order.currency);
  };

const lastRefund = ({ refunds }: Order): number | undefined => refunds?.at(-1)?.amountMinor;

/** All that was ever captured, and the fee. Source: BPC REST documentation. */
const everDeposited = ({ depositedMinor, refundedMinor, feeMinor }: Order): number =>
  depositedMinor + refundedMinor === 0 ? 0 : depositedMinor + refundedMinor + feeMinor;

/** `paymentState` of a callback has words of its own. Source: BPC REST documentation. */
const callbackStates: Readonly<Record<(typeof paymentStates)[keyof typeof paymentStates], string>> = {
  CREATED: 'started',
  APPROVED: 'payment_approved',
  DECLINED: 'payment_declined',
  REVERSED: 'payment_void',
  DEPOSITED: 'payment_deposited',
  REFUNDED: 'refunded',
  PENDING: 'pending',
  MULTIPLE_INTERMEDIATE_DEPOSITED: 'partly_deposited',
};

const threeDsType: Read = ({ attempt }) => {
  if (!attempt) return undefined;
  const { version, route, transStatus } = attempt.threeDs ?? {};
  if (transStatus === 'A') return `THREE_DS${version}_ATTEMPT`;
  if (transStatus !== 'Y') return 'SSL';
  return route === 'frictionless' ? 'THREE_DS2_FRICTIONLESS' : `THREE_DS${version}_FULL`;
};

/** Ways to pay in which the wallet sends a cryptogram in place of a card's CVC. */
const tokenised = /^(?:APPLE_PAY|SAMSUNG_PAY|TOKEN_PAY|GOOGLE_PAY_TOKENIZED)/;

/** A payment with a token of the card scheme comes with a cryptogram; that of a simulated wallet is made up. */
const cryptogram: Read = ({ order, attempt }) =>
  attempt && tokenised.test(attempt.paymentWay)
    ? seededBytes(`${order.id}:${attempt.number}:cryptogram`).subarray(0, 20).toString('base64')
    : undefined;

/** The gateway's own page about the payment; there is no other receipt. */
const receipt: Read = ({ order, bank, publicUrl }) =>
  publicUrl === ''
    ? undefined
    : `${publicUrl}${bank.basePath}/merchants/finish_${order.language}.html?orderId=${order.id}`;

const approvalCode: Read = ({ attempt }) => attempt?.authorisation?.approvalCode;
const referenceNumber: Read = ({ attempt }) => attempt?.authorisation?.referenceNumber;
const cavv: Read = ({ attempt }) => attempt?.authorisation?.cavv;

type OrderParameter = Exclude<
  CallbackParameter,
  'bindingId' | 'enabled' | 'email' | 'phone' | 'panMasked' | 'panCountryCode'
>;

/** Amounts in minor units, dates in milliseconds since 1970, as in the status answer. Guesses: the country of the address, the number in processing, the form of the attributes, dates. */
const readers: Readonly<Record<OrderParameter, Read>> = {
  amount: ({ order }) => order.amountMinor,
  paymentAmount: ({ order }) => order.amountMinor,
  amountFormatted: formatted(({ amountMinor }) => amountMinor),
  feeAmount: ({ order }) => order.feeMinor,
  approvedAmount: ({ order }) => order.approvedMinor,
  depositedAmount: ({ order }) => order.depositedMinor,
  refundedAmount: ({ order }) => order.refundedMinor,
  approvedAmountFormatted: formatted(({ approvedMinor }) => approvedMinor),
  depositedAmountFormatted: formatted(({ depositedMinor }) => depositedMinor),
  refundedAmountFormatted: formatted(({ refundedMinor }) => refundedMinor),
  totalAmountFormatted: formatted(({ amountMinor, feeMinor }) => amountMinor + feeMinor),
  depositedTotalAmountFormatted: formatted(everDeposited),
  currentReverseAmountFormatted: formatted(({ reversedMinor }) => reversedMinor),
  currentRefundAmountFormatted: formatted(lastRefund),
  operationRefundedAmount: ({ order }) => lastRefund(order),
  operationRefundedAmountFormatted: formatted(lastRefund),
  externalRefundId: ({ order }) => order.refunds?.at(-1)?.externalRefundId,
  approvalCode,
  authCode: approvalCode,
  bankName: ({ attempt }) => attempt && issuerName,
  currency: ({ order }) => order.currency,
  currencyName: ({ order }) => currencyByNumeric(order.currency)?.alpha,
  depositFlag: ({ order }) => (order.isPreAuth ? 2 : 1),
  eci: ({ attempt }) => attempt?.authorisation && String(attempt.authorisation.eci).padStart(2, '0'),
  cavv,
  authValue: cavv,
  xid: ({ attempt }) => attempt?.threeDs?.serverTransId,
  threeDSType: threeDsType,
  ip: ({ order }) => order.payerIp,
  ipCountryCode: ({ order, bank }) => order.payerIp && bank.country,
  maskedPan: ({ attempt, bank }) => attempt?.card && withMask(attempt.card.maskedPan, bank.panMask),
  cardholderName: ({ attempt }) => attempt?.card?.holder,
  merchantFullName: ({ merchant }) => merchant.name,
  merchantLogin: ({ merchant }) => merchant.login,
  mdorder: ({ order }) => order.id,
  orderDescription: ({ order }) => order.description,
  date: ({ order }) => order.registeredAtMs,
  clientId: ({ order }) => order.clientId,
  actionCode: ({ order }) => order.actionCode,
  actionCodeDescription: ({ order }) => actionCodeRow(order.actionCode)?.[order.language],
  paymentRefNum: referenceNumber,
  refNum: referenceNumber,
  refnum: referenceNumber,
  paymentState: ({ order }) => callbackStates[paymentStates[order.status]],
  paymentWay: ({ attempt }) => attempt?.paymentWay,
  paymentSystem: ({ attempt }) => attempt?.card?.brand,
  processingId: ({ order }) =>
    order.clientId && seededDigits(seededBytes(`${order.merchant}:${order.clientId}`), 0, 10),
  terminalId: ({ bank }) => bank.terminalId,
  transactionAttributes: ({ order }) => JSON.stringify([{ name: 'merchantIp', value: order.merchantIp }]),
  sessionExpiredDate: ({ order }) => order.expiresAtMs,
  tokenizeCryptogram: cryptogram,
  // No issuer here compares addresses.
  avsCode: never,
  finishCheckUrl: receipt,
  paymentDate: ({ attempt }) => attempt?.authorisation?.atMs,
  depositedDate: ({ order }) => order.depositedAtMs,
  reversedDate: ({ order }) => order.reversedAtMs,
  refundedDate: ({ order }) => order.refundedAtMs,
  declineDate: ({ operation, order, attempt }) =>
    operation === 'declinedByTimeout' ? order.expiresAtMs : (attempt?.authorisation?.atMs ?? attempt?.startedAtMs),
};

const byName: Readonly<Record<string, Read>> = readers;

/** The values of the parameters that a merchant asks for, if this operation carries them and they apply. */
export const readOrderParameters = (
  names: readonly string[],
  facts: OrderFacts,
): readonly (readonly [string, string])[] =>
  names.flatMap((name) => {
    if (!isCallbackParameter(name) || !mayCarry(facts.operation, name)) return [];
    const value = byName[name]?.({ ...facts, attempt: lastAttempt(facts.order) });
    return value === undefined ? [] : [[name, String(value)] as const];
  });
