import type { Bank } from '../../banks/bank.ts';
import { displayMessage } from '../../data/display-messages.ts';
import type { Order, Refund } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { describeAction } from '../../wire/describe-action.ts';
import { paymentState, statusNumber } from '../../wire/payment-state.ts';
import { writeSuccess } from '../answers/write-result.ts';
import { bankInfo, unknownBankInfo } from './bank-info.ts';
import { renderCard } from './render-card.ts';
import { asOfVersion } from './status-version.ts';

/**
 * The whole answer of getOrderStatusExtended.do, in the order of keys recorded at a real gateway.
 * Numbers and texts are as there: amounts, dates and codes are numbers, currency and errorCode are texts.
 */
export const renderStatus = (order: Order, bank: Bank, language: PageLanguage): object => {
  const attempt = lastAttempt(order);
  const authorisation = attempt?.authorisation;
  const answer = {
    ...writeSuccess(bank.results.status.success, language),
    orderNumber: order.orderNumber,
    orderStatus: statusNumber(order, bank),
    actionCode: order.actionCode,
    actionCodeDescription: describeAction(order, bank, language),
    displayErrorMessage: displayMessage(order.actionCode, language),
    amount: order.amountMinor,
    currency: order.currency,
    date: order.registeredAtMs,
    ...when('depositedDate', order.depositedAtMs),
    ...when('refundedDate', order.refundedAtMs),
    ...when('reversedDate', order.reversedAtMs),
    orderDescription: order.description ?? '',
    ...when('ip', attempt ? order.payerIp : undefined),
    merchantOrderParams: Object.entries(order.params).map(([name, value]) => ({ name, value })),
    transactionAttributes: [{ name: 'merchantIp', value: order.merchantIp }],
    attributes: [{ name: 'mdOrder', value: order.id }],
    ...when('cardAuthInfo', attempt?.card && renderCard(attempt, attempt.card, order.status, bank)),
    ...when('bindingInfo', renderBinding(order)),
    ...when('authDateTime', authorisation?.atMs),
    terminalId: bank.terminalId,
    ...when('authRefNum', authorisation?.referenceNumber),
    paymentAmountInfo: renderAmounts(order, bank),
    bankInfo: attempt?.card ? bankInfo(bank.country, language) : unknownBankInfo(language),
    ...when('payerData', renderPayer(order)),
    ...when('orderBundle', order.orderBundle),
    ...when('refunds', order.refunds?.map(renderRefund)),
    chargeback: order.isChargedBack ?? false,
    ...when('paymentWay', attempt?.paymentWay),
    ...when('partialAuthorization', renderPartial(order)),
    ...when('tii', order.tii ?? (order.bindingId === undefined ? undefined : 'CI')),
    ...when('mcc', order.mcc),
    ...when('mvv', order.mvv),
    ...when('paymentFacilitator', order.paymentFacilitator),
  };
  return asOfVersion(answer, bank.statusVersion);
};

/** The key with its value, or nothing: keys that don't apply are absent, never null. */
const when = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value });

const renderAmounts = (order: Order, bank: Bank): object => ({
  paymentState: paymentState(order, bank),
  approvedAmount: bank.reversalClearsApproved && order.status === 'reversed' ? 0 : order.approvedMinor,
  depositedAmount: order.depositedMinor,
  refundedAmount: order.refundedMinor,
  feeAmount: order.feeMinor,
  totalAmount: order.amountMinor + order.feeMinor,
});

/** Only a clientId if no card was stored. Source: public clients. */
const renderBinding = ({ clientId, bindingId }: Order): object | undefined => {
  if (clientId === undefined) return undefined;
  return bindingId === undefined ? { clientId } : { clientId, bindingId, externalCreated: false };
};

const renderPayer = ({ email, phone, postAddress }: Order): object | undefined =>
  email === undefined && phone === undefined && postAddress === undefined
    ? undefined
    : { ...when('email', email), ...when('phone', phone), ...when('postAddress', postAddress) };

/** The date is a text here, unlike everywhere else; its form is a guess. Source: BPC REST documentation. */
const renderRefund = ({ atMs, externalRefundId, approvalCode, referenceNumber, amountMinor }: Refund): object => ({
  date: new Date(atMs).toISOString().slice(0, 19),
  ...when('externalRefundId', externalRefundId),
  approvalCode,
  actionCode: '0',
  referenceNumber,
  amount: amountMinor,
});

const renderPartial = (order: Order): string | undefined => {
  const authorisedMinor = authorisedByIssuer(order);
  if (authorisedMinor > 0 && authorisedMinor < order.amountMinor) return 'PARTIAL_AMOUNT';
  if (!order.features.includes('PARTIAL_AUTHORIZATION')) return undefined;
  return authorisedMinor > 0 ? 'FULL_AMOUNT' : 'REQUESTED';
};

/** What the issuer approved: a hold that is reversed in part keeps less of it. */
const authorisedByIssuer = ({ status, amountMinor, approvedMinor, reversedMinor = 0 }: Order): number =>
  status === 'reversed' ? approvedMinor : Math.min(amountMinor, approvedMinor + reversedMinor);
