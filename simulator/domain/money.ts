import { type CartShare, cartAfterCapture, cartAfterRefund } from './cart.ts';
import type { Order, RawRefund, Refund } from './order.ts';
import { applyEvent } from './pay.ts';
import { Refused } from './refused.ts';

/** What a merchant asks to be done with money that was held or taken. Amounts in minor units; 0 or nothing means everything. */
export interface MoneyRequest {
  readonly amountMinor?: number;
  readonly nowMs: number;
  /** Positions of the cart that it is about. */
  readonly items?: readonly CartShare[];
}

/** `depositType`. Source: Alfa's Swagger: 0 ordinary, 1 intermediate, 2 final. */
export type DepositType = 'final' | 'intermediate';

/** Takes held money. Less than held is final and frees the rest, unless it is an intermediate completion. */
export const capture = (
  order: Order,
  { amountMinor = 0, nowMs, items }: MoneyRequest,
  type: DepositType = 'final',
): Order => {
  const captured = applyEvent(order, type === 'final' ? 'captured' : 'captured-partly');
  const heldMinor = order.approvedMinor - order.depositedMinor;
  const takenMinor = amountMinor === 0 ? heldMinor : amountMinor;
  if (takenMinor > heldMinor) throw new Refused('deposit-too-large');
  return {
    ...captured,
    ...cartAfterCapture(order, takenMinor, items),
    depositedMinor: order.depositedMinor + takenMinor,
    depositedAtMs: nowMs,
  };
};

/** When the bank's day ends that a moment belongs to. */
export const endOfBankDay = (ms: number, utcOffsetMinutes: number): number => {
  const dayMs = 86_400_000;
  const offsetMs = utcOffsetMinutes * 60_000;
  return Math.floor((ms + offsetMs) / dayMs) * dayMs + dayMs - 1 - offsetMs;
};

/** What the bank allows where money is given back without a refund. */
export interface ReversalRule {
  /** What becomes of a captured payment. `refused`: it can only be refunded. */
  readonly captured: 'reversed' | 'approved' | 'refused';
  /** Until when this payment may be reversed. */
  readonly untilMs: number;
}

/** Cancels the authorisation: a hold wholly or in part, a captured payment only wholly, and each only once. */
export const reverse = (order: Order, { amountMinor = 0, nowMs }: MoneyRequest, rule: ReversalRule): Order => {
  const reversed = applyEvent(order, reversalEvent(order, amountMinor, rule), 'reversal-impossible');
  if (order.reversedAtMs !== undefined) throw new Refused('reversed-before');
  if (amountMinor > order.approvedMinor) throw new Refused('amount-invalid');
  if (nowMs > rule.untilMs) throw new Refused('reversal-too-late');
  const isWholeHold = order.status === 'deposited' || amountMinor === 0 || amountMinor === order.approvedMinor;
  const left: Order = { ...reversed, reversedAtMs: nowMs, isHandled: true };
  if (order.status === 'deposited') {
    if (order.depositedMinor !== order.approvedMinor) throw new Refused('reversal-unequal');
    if (amountMinor !== 0 && amountMinor !== order.depositedMinor) throw new Refused('reversal-unequal');
    const cart = cartAfterRefund(order, order.depositedMinor);
    return { ...left, ...cart, depositedMinor: 0, reversedMinor: order.depositedMinor };
  }
  return isWholeHold
    ? { ...left, reversedMinor: order.approvedMinor }
    : { ...left, approvedMinor: order.approvedMinor - amountMinor, reversedMinor: amountMinor };
};

const reversalEvent = (order: Order, amountMinor: number, rule: ReversalRule) => {
  if (order.status === 'deposited') {
    if (rule.captured === 'refused') throw new Refused('reversal-impossible');
    return rule.captured === 'reversed' ? 'captured-reversed' : 'capture-undone';
  }
  return amountMinor === 0 || amountMinor >= order.approvedMinor ? 'reversed' : 'reversed-partly';
};

export interface RefundRequest extends MoneyRequest {
  readonly externalRefundId?: string;
  /** What the merchant believes is captured and not yet refunded. */
  readonly expectedDepositedMinor?: number;
  readonly raw?: RawRefund;
}

/** After a raw refund only raw ones are taken, and after one of a sum only those of sums. Source: Alfa's documentation. */
const isTakenAfter = (before: RawRefund | undefined, asked: RawRefund | undefined): boolean =>
  before === undefined || asked === before || asked === 'sum';

/** Gives captured money back, as often as there is some left. A refund whose external id is known changes nothing. */
export const refund = (
  order: Order,
  { amountMinor = 0, nowMs, externalRefundId, expectedDepositedMinor, items, raw }: RefundRequest,
  facts: Pick<Refund, 'approvalCode' | 'referenceNumber'>,
): Order => {
  if (externalRefundId !== undefined && order.refunds?.some((done) => done.externalRefundId === externalRefundId))
    return order;
  const refunded = applyEvent(order, 'refunded', 'refund-impossible');
  if (order.depositedMinor === 0 || !isTakenAfter(order.rawRefund, raw)) throw new Refused('refund-impossible');
  if (expectedDepositedMinor !== undefined && expectedDepositedMinor !== order.depositedMinor) {
    throw new Refused('deposited-amount-differs');
  }
  const returnedMinor = amountMinor === 0 ? order.depositedMinor : amountMinor;
  if (returnedMinor > order.depositedMinor) throw new Refused('refund-too-large');
  const entry: Refund = {
    atMs: nowMs,
    amountMinor: returnedMinor,
    ...facts,
    ...(externalRefundId !== undefined && { externalRefundId }),
  };
  return {
    ...refunded,
    ...cartAfterRefund(order, returnedMinor, items),
    depositedMinor: order.depositedMinor - returnedMinor,
    refundedMinor: order.refundedMinor + returnedMinor,
    refundedAtMs: nowMs,
    refunds: [...(order.refunds ?? []), entry],
    ...(raw && { rawRefund: raw }),
  };
};

/** The payer's bank takes the money back. Status and amounts stay as they are, which is a guess. @throws Refused where nothing is captured. */
export const chargeBack = (order: Order): Order => {
  if (order.depositedMinor === 0) throw new Refused('wrong-status');
  return { ...order, isChargedBack: true };
};

/** `actionCode` of an order that the merchant closed. Source: BPC action codes. */
const declinedByMerchant = 4005;

/** Closes an order that was not paid. */
export const declineOrder = (order: Order): Order => ({
  ...applyEvent(order, 'declined-by-merchant'),
  actionCode: declinedByMerchant,
});
