import type { CallbackOperation } from '../domain/callback.ts';

const payment = [
  'deposited',
  'approved',
  'reversed',
  'refunded',
  'declinedByTimeout',
  'declinedCardPresent',
] as const satisfies readonly CallbackOperation[];
const success = ['deposited', 'approved', 'reversed', 'refunded'] as const;
const refund = ['refunded'] as const;
const decline = ['declinedByTimeout', 'declinedCardPresent'] as const;
const storedCard = ['bindingCreated', 'bindingActivityChanged'] as const;
const newCard = ['bindingCreated'] as const;

/**
 * Additional parameters of callbacks, and the operations that may carry them; those of card-to-card transfers are left out. Source: BPC REST documentation, additional callback parameters.
 */
export const callbackParameterOperations = {
  amount: payment,
  paymentAmount: payment,
  amountFormatted: payment,
  feeAmount: payment,
  approvedAmount: payment,
  depositedAmount: payment,
  refundedAmount: payment,
  approvedAmountFormatted: payment,
  depositedAmountFormatted: payment,
  refundedAmountFormatted: payment,
  totalAmountFormatted: payment,
  depositedTotalAmountFormatted: payment,
  currentReverseAmountFormatted: ['reversed'],
  currentRefundAmountFormatted: refund,
  operationRefundedAmount: refund,
  operationRefundedAmountFormatted: refund,
  externalRefundId: refund,
  approvalCode: payment,
  authCode: payment,
  bankName: payment,
  currency: payment,
  currencyName: payment,
  depositFlag: payment,
  eci: payment,
  cavv: payment,
  authValue: payment,
  xid: payment,
  threeDSType: payment,
  ip: payment,
  ipCountryCode: payment,
  maskedPan: payment,
  cardholderName: payment,
  merchantFullName: payment,
  merchantLogin: payment,
  mdorder: payment,
  orderDescription: payment,
  date: payment,
  clientId: [...payment, ...storedCard],
  actionCode: payment,
  actionCodeDescription: payment,
  paymentRefNum: payment,
  refNum: payment,
  refnum: payment,
  paymentState: payment,
  paymentWay: payment,
  paymentSystem: payment,
  processingId: payment,
  terminalId: payment,
  transactionAttributes: payment,
  sessionExpiredDate: payment,
  tokenizeCryptogram: payment,
  avsCode: payment,
  finishCheckUrl: payment,
  paymentDate: success,
  depositedDate: success,
  reversedDate: ['deposited', 'reversed', 'refunded'],
  refundedDate: refund,
  declineDate: decline,
  bindingId: storedCard,
  enabled: ['bindingActivityChanged'],
  email: newCard,
  phone: newCard,
  panMasked: newCard,
  panCountryCode: newCard,
} as const satisfies Readonly<Record<string, readonly CallbackOperation[]>>;

export type CallbackParameter = keyof typeof callbackParameterOperations;

export const isCallbackParameter = (name: string): name is CallbackParameter =>
  Object.hasOwn(callbackParameterOperations, name);

export const mayCarry = (operation: CallbackOperation, name: CallbackParameter): boolean => {
  const operations: readonly CallbackOperation[] = callbackParameterOperations[name];
  return operations.includes(operation);
};
