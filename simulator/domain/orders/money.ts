import { Refused } from '../errors/refused.ts';
import { type CartShare, cartAfterCapture, cartAfterRefund } from './cart.ts';
import type { Order, RawRefund, Refund } from './order.ts';
import { applyEvent } from './pay.ts';

/** `amountMinor`: 0 or absent means everything. */
export interface MoneyRequest {
  readonly amountMinor?: number;
  readonly nowMs: number;
  readonly items?: readonly CartShare[];
}

/** `depositType`. Source: Alfa's Swagger: 0 ordinary, 1 intermediate, 2 final. */
type DepositType = 'final' | 'intermediate';

/** Takes held money. A smaller amount frees the rest, unless the capture is intermediate. */
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

/** `tii` of an increment, whose money goes back by its original order alone. Source: BPC REST documentation. */
const increment = 'IPI';

/** The end of the bank's day. */
export const endOfBankDay = (ms: number, utcOffsetMinutes: number): number => {
  const dayMs = 86_400_000;
  const offsetMs = utcOffsetMinutes * 60_000;
  return Math.floor((ms + offsetMs) / dayMs) * dayMs + dayMs - 1 - offsetMs;
};

/** The bank's rule for reversals. */
interface ReversalRule {
  /** The state of a captured payment afterwards. `refused`: it can only be refunded. */
  readonly captured: 'reversed' | 'approved' | 'refused';
  readonly untilMs: number;
}

/** Cancels the authorisation once: a hold wholly or in part, a captured payment only wholly. */
export const reverse = (order: Order, { amountMinor = 0, nowMs }: MoneyRequest, rule: ReversalRule): Order => {
  if (order.tii === increment) throw new Refused('reversal-impossible');
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

interface RefundRequest extends MoneyRequest {
  readonly externalRefundId?: string;
  /** The captured and not yet refunded amount, as the merchant knows it. */
  readonly expectedDepositedMinor?: number;
  readonly raw?: RawRefund;
}

/** A raw refund is followed by raw ones only, and one of a sum by those of sums only. Source: Alfa's documentation. */
const isAllowedAfter = (before: RawRefund | undefined, asked: RawRefund | undefined): boolean =>
  before === undefined || asked === before || asked === 'sum';

/** Gives captured money back, until none is left. A refund with a known external id changes nothing. */
export const refund = (
  order: Order,
  { amountMinor = 0, nowMs, externalRefundId, expectedDepositedMinor, items, raw }: RefundRequest,
  facts: Pick<Refund, 'approvalCode' | 'referenceNumber'>,
): Order => {
  if (externalRefundId !== undefined && order.refunds?.some((done) => done.externalRefundId === externalRefundId))
    return order;
  if (order.tii === increment) throw new Refused('refund-impossible');
  const refunded = applyEvent(order, 'refunded', 'refund-impossible');
  if (order.depositedMinor === 0 || !isAllowedAfter(order.rawRefund, raw)) throw new Refused('refund-impossible');
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

/** The payer's bank takes the money back. Status and amounts stay, which is a guess. @throws Refused if nothing is captured. */
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
