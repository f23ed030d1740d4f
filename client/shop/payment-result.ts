import { type OrderStatusAnswer, orderStatus } from '../gateway/order-status-answer.ts';
import type { Money, PaymentResult, ShopOrder } from './shop-order.ts';

/** What an answer about the status changes in an order. */
export const answered = (order: ShopOrder, status: OrderStatusAnswer): ShopOrder => {
  const result = resultOf(order, status);
  const money = moneyOf(result, status);
  const cardText = status.cardAuthInfo?.maskedPan ?? status.cardAuthInfo?.pan;
  const bindingId = order.product.isSubscription && result.kind === 'paid' && status.bindingInfo?.bindingId;
  return { ...order, result, ...(money && { money }), ...(cardText && { cardText }), ...(bindingId && { bindingId }) };
};

/**
 * Reads the result of a payment from the gateway's answer, and from nothing else. An answer about another order or
 * another sum is never "paid". A declined card leaves the order open while tries remain.
 */
const resultOf = (order: ShopOrder, status: OrderStatusAnswer): PaymentResult => {
  const { orderNumber, amount, currency = order.currency } = status;
  if (orderNumber !== order.id || amount !== order.amountMinor || String(currency) !== order.currency) {
    return { kind: 'not-paid', reason: '', canTryAgain: false, isMismatch: true };
  }
  const reason = status.actionCodeDescription ?? '';
  if (status.paymentAmountInfo?.paymentState === 'PARTIALLY_REFUNDED') return { kind: 'partly-refunded' };
  switch (status.orderStatus) {
    case orderStatus.paid:
      return { kind: 'paid' };
    case orderStatus.held:
    case orderStatus.partlyDeposited:
      return { kind: 'held' };
    case orderStatus.refunded:
      return { kind: (status.paymentAmountInfo?.depositedAmount ?? 0) > 0 ? 'partly-refunded' : 'given-back' };
    case orderStatus.reversed:
      return { kind: 'given-back' };
    case orderStatus.declined:
      return { kind: 'not-paid', reason, canTryAgain: false };
    case orderStatus.created:
      return hasFailedAttempt(status) ? { kind: 'not-paid', reason, canTryAgain: true } : { kind: 'waiting' };
    default:
      return { kind: 'waiting' };
  }
};

const moneyOf = ({ kind }: PaymentResult, { paymentAmountInfo: info }: OrderStatusAnswer): Money | undefined => {
  if (!info || kind === 'waiting' || kind === 'not-paid') return undefined;
  const { approvedAmount = 0, depositedAmount = 0, refundedAmount = 0 } = info;
  const heldMinor = kind === 'held' ? approvedAmount - depositedAmount : 0;
  return { heldMinor, takenMinor: depositedAmount, refundedMinor: refundedAmount };
};

/** No failure: approved, no attempt yet, not decided yet. Source: BPC action codes. */
const noFailures: readonly number[] = [0, -100, -30001];

const hasFailedAttempt = ({ actionCode = 0 }: OrderStatusAnswer): boolean => !noFailures.includes(actionCode);
