import type { Bank } from '../banks/bank.ts';
import { actionCodeRow } from '../data/action-codes.ts';
import { currencyByNumeric, plainAmount } from '../data/currencies.ts';
import { paymentStates } from '../data/payment-states.ts';
import type { CallbackOperation } from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Attempt, Order } from '../domain/order.ts';
import { lastAttempt } from '../domain/pay.ts';

/** What a parameter is made of. */
interface Facts {
  readonly order: Order;
  readonly merchant: Merchant;
  readonly bank: Bank;
  readonly attempt: Attempt | undefined;
}

type Read = (facts: Facts) => string | number | undefined;

/** Stands in the manual, but nothing here has a value for it. */
const never: Read = () => undefined;

const formatted =
  (amount: (order: Order) => number): Read =>
  ({ order }) =>
    plainAmount(amount(order), order.currency);

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

const threeDsType = ({ attempt }: Facts): string => {
  const { version, route, transStatus } = attempt?.threeDs ?? {};
  if (transStatus === 'A') return `THREE_DS${version}_ATTEMPT`;
  if (transStatus !== 'Y') return 'SSL';
  return route === 'frictionless' ? 'THREE_DS2_FRICTIONLESS' : `THREE_DS${version}_FULL`;
};

/** Parameters that a merchant can have added to its callbacks. Source: BPC REST documentation, callback notifications. */
export const callbackParameters: Readonly<Record<string, Read>> = {
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
  operationRefundedAmount: ({ order }) => order.refunds?.at(-1)?.amountMinor,
  operationRefundedAmountFormatted: ({ order }) => {
    const last = order.refunds?.at(-1);
    return last && plainAmount(last.amountMinor, order.currency);
  },
  currentRefundAmountFormatted: ({ order }) => {
    const last = order.refunds?.at(-1);
    return last && plainAmount(last.amountMinor, order.currency);
  },
  currentReverseAmountFormatted: ({ order }) =>
    order.reversedMinor === undefined ? undefined : plainAmount(order.reversedMinor, order.currency),
  depositedTotalAmountFormatted: formatted(
    ({ depositedMinor, feeMinor }) => depositedMinor && depositedMinor + feeMinor,
  ),
  externalRefundId: ({ order }) => order.refunds?.at(-1)?.externalRefundId,
  approvalCode: ({ attempt }) => attempt?.authorisation?.approvalCode,
  authCode: ({ attempt }) => attempt?.authorisation?.approvalCode,
  bankName: ({ attempt }) => attempt && 'SIMULATED ISSUER BANK',
  currency: ({ order }) => order.currency,
  currencyName: ({ order }) => currencyByNumeric(order.currency)?.alpha,
  depositFlag: ({ order }) => (order.isPreAuth ? 2 : 1),
  eci: ({ attempt }) => attempt?.authorisation && String(attempt.authorisation.eci).padStart(2, '0'),
  cavv: ({ attempt }) => attempt?.authorisation?.cavv,
  authValue: ({ attempt }) => attempt?.authorisation?.cavv,
  xid: ({ attempt }) => attempt?.threeDs?.serverTransId,
  threeDSType: (facts) => facts.attempt && threeDsType(facts),
  ip: ({ order }) => order.payerIp,
  ipCountryCode: ({ order, bank }) => order.payerIp && bank.country,
  maskedPan: ({ attempt }) => attempt?.card.maskedPan,
  panMasked: ({ attempt }) => attempt?.card.maskedPan,
  panCountryCode: ({ attempt, bank }) => attempt && bank.country,
  cardholderName: ({ attempt }) => attempt?.card.holder,
  merchantFullName: ({ merchant }) => merchant.name,
  merchantLogin: ({ merchant }) => merchant.login,
  orderDescription: ({ order }) => order.description,
  date: ({ order }) => order.registeredAtMs,
  clientId: ({ order }) => order.clientId,
  bindingId: ({ order }) => order.bindingId,
  email: ({ order }) => order.email,
  phone: ({ order }) => order.phone,
  actionCode: ({ order }) => order.actionCode,
  actionCodeDescription: ({ order }) => actionCodeRow(order.actionCode)?.[order.language],
  paymentRefNum: ({ attempt }) => attempt?.authorisation?.referenceNumber,
  refNum: ({ attempt }) => attempt?.authorisation?.referenceNumber,
  refnum: ({ attempt }) => attempt?.authorisation?.referenceNumber,
  mdorder: ({ order }) => order.id,
  paymentState: ({ order }) => callbackStates[paymentStates[order.status]],
  paymentWay: ({ attempt }) => attempt?.paymentWay,
  paymentSystem: ({ attempt }) => attempt?.card.brand,
  terminalId: ({ bank }) => bank.terminalId,
  sessionExpiredDate: ({ order }) => order.expiresAtMs,
  paymentDate: ({ attempt }) => attempt?.authorisation?.atMs,
  depositedDate: ({ order }) => order.depositedAtMs,
  reversedDate: ({ order }) => order.reversedAtMs,
  refundedDate: ({ order }) => order.refundedAtMs,
  declineDate: ({ order, attempt }) => attempt?.authorisation?.atMs ?? order.expiresAtMs,
  transactionAttributes: ({ order }) => `merchantIp=${order.merchantIp}`,
  avsCode: never,
  processingId: never,
  tokenizeCryptogram: never,
  finishCheckUrl: never,
};

/** Parameters that only some callbacks carry; all others go with every one but those about stored cards. Source: as above. */
const onlyWith: Readonly<Record<string, readonly CallbackOperation[]>> = {
  paymentDate: ['deposited', 'approved', 'reversed', 'refunded'],
  depositedDate: ['deposited', 'approved', 'reversed', 'refunded'],
  reversedDate: ['deposited', 'reversed', 'refunded'],
  refundedDate: ['refunded'],
  declineDate: ['declinedByTimeout', 'declinedCardPresent'],
  currentReverseAmountFormatted: ['reversed'],
  currentRefundAmountFormatted: ['refunded'],
  operationRefundedAmount: ['refunded'],
  operationRefundedAmountFormatted: ['refunded'],
  externalRefundId: ['refunded'],
  bindingId: ['bindingCreated'],
  email: ['bindingCreated'],
  phone: ['bindingCreated'],
  panMasked: ['bindingCreated'],
  panCountryCode: ['bindingCreated'],
};

const mayCarry = (operation: CallbackOperation, name: string): boolean =>
  onlyWith[name]?.includes(operation) ?? (operation !== 'bindingCreated' || name === 'clientId');

/** The values of the parameters that a merchant asks for; what does not apply is left out. */
export const readParameters = (
  names: readonly string[],
  operation: CallbackOperation,
  { order, merchant, bank }: Omit<Facts, 'attempt'>,
): readonly (readonly [string, string])[] => {
  const facts: Facts = { order, merchant, bank, attempt: lastAttempt(order) };
  return names.flatMap((name) => {
    if (!mayCarry(operation, name)) return [];
    const value = callbackParameters[name]?.(facts);
    return value === undefined ? [] : [[name, String(value)] as const];
  });
};
