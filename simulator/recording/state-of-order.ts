import type { Order, Refund } from '../domain/orders/order.ts';
import { cardForActionCode } from '../issuer/code-range.ts';
import { neutral } from './neutral.ts';
import { neutralParams } from './neutral-json.ts';
import type { OrderBefore } from './order-before.ts';

/** A provider state with its parameters. */
export interface AskedState {
  readonly name: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The state of a call, or the reason why there is none. */
export type FoundState =
  | { readonly states: readonly AskedState[]; readonly card?: CardOfState; readonly gives: readonly string[] }
  | { readonly reason: string };

/** The card with which the state pays: facts of a card are exact if the recorded one was the same. */
export interface CardOfState {
  readonly pan: string;
}

const challengeCard: CardOfState = { pan: '5555555555555599' };
const storedCard: CardOfState = { pan: '4444555511113333' };

/** What a call shows of an order. */
export interface Shown {
  /** Names of its further parameters at that time. */
  readonly paramNames: readonly string[];
  /** The stored card of the payment; in other answers, and in those of acts, it makes no difference. */
  readonly showsCard: boolean;
}

/** The provider state in which an order is as this one was before a call, as far as its answer shows. */
export const stateOfOrder = (before: OrderBefore, { paramNames, showsCard }: Shown): FoundState => {
  const { order, oddity } = before;
  if (oddity !== undefined) return { reason: `no state has such an order: ${oddity}` };
  const found = sentenceFor(before, showsCard);
  if ('reason' in found) return found;
  const { name, params = {}, card, gives = [] } = found;
  const own = isRegisteredInWords(name) ? registeredWith(order, paramNames) : {};
  return {
    states: [{ name, params: { amount: order.amountMinor, ...own, ...params } }],
    ...(card && { card }),
    gives: ['orderId', 'orderNumber', ...gives],
  };
};

interface Sentence {
  readonly name: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly card?: CardOfState;
  readonly gives?: readonly string[];
}

type SentenceOrReason = Sentence | { readonly reason: string };

/** Tries before the last one leave no trace in any answer. */
const sentenceFor = (before: OrderBefore, showsCard: boolean): SentenceOrReason => {
  const { order, attempts, ended, isExpired, isClosed } = before;
  const last = attempts.at(-1);
  if (!last) {
    if (isExpired) return { name: 'an expired order exists' };
    return { name: isClosed ? 'an order that the shop closed exists' : 'a registered order exists' };
  }
  if (ended.length < attempts.length)
    return before.wasChallenged && last.bindingId === undefined && !isExpired && !isClosed
      ? { name: "an order with the customer at the issuer's page exists", card: challengeCard }
      : { reason: 'no state has an order whose payment is at this point' };
  const { actionCode = 0 } = last;
  if (actionCode !== 0) return declined(before, actionCode);
  if (order.approvedMinor + (order.reversedMinor ?? 0) < order.amountMinor && !order.features.includes('VERIFY'))
    return { reason: 'no state has an order that was paid in part' };
  if (last.bindingId !== undefined && showsCard) return paidWithStoredCard(before);
  if (order.features.includes('VERIFY')) return { name: 'an order that verified a card exists', card: challengeCard };
  const isStored = showsCard && order.bindingId !== undefined && order.clientId !== undefined;
  const paid = order.isPreAuth ? heldState(before) : paidState(before);
  if ('reason' in paid || !isStored) return 'reason' in paid ? paid : { ...paid, card: challengeCard };
  return paid.name === paidInOnePhase
    ? { name: 'a paid order whose card was stored exists', card: challengeCard }
    : { reason: 'no state has an order whose card was stored and whose money was moved later' };
};

const paidInOnePhase = 'an order paid in one phase exists';

const declined = ({ order, ended, isExpired, isClosed }: OrderBefore, actionCode: number): SentenceOrReason => {
  const isLast = ended.length >= order.attemptsAllowed;
  if (isExpired || (isClosed && !isLast)) return { reason: 'no state has an order that ended after a declined card' };
  const name = isLast ? 'an order declined for good exists' : 'an order with a declined card and attempts left exists';
  return { name, params: { actionCode }, card: { pan: cardForActionCode(actionCode) } };
};

const paidWithStoredCard = ({ order, refunds, reversedMinor }: OrderBefore): SentenceOrReason =>
  refunds.length > 0 || reversedMinor > 0 || order.isPreAuth
    ? { reason: 'no state has an order that was paid with a stored card and whose money was moved later' }
    : { name: 'an order paid with a stored card exists', card: storedCard, gives: ['bindingId', 'clientId'] };

const paidState = (before: OrderBefore): SentenceOrReason => {
  const { order, reversedMinor } = before;
  if (reversedMinor >= order.amountMinor) return { name: 'a reversed order exists' };
  if (reversedMinor > 0) return { reason: 'no state has an order that was paid and reversed in part' };
  return refundedState(before, order.amountMinor, paidInOnePhase);
};

const refundedState = ({ refunds }: OrderBefore, paidMinor: number, whole: string): SentenceOrReason => {
  const [first] = refunds;
  if (!first) return { name: whole };
  const sum = refunds.reduce((total, { amountMinor }) => total + amountMinor, 0);
  // Of several refunds the state has the sum.
  if (sum < paidMinor)
    return { name: 'an order refunded in part exists', params: { part: sum, ...knownRefund(first) } };
  // The state refunds a part and then the rest, also for an order that was refunded at once.
  const part = first.amountMinor < paidMinor ? { part: first.amountMinor } : {};
  return { name: 'an order refunded in full exists', params: part };
};

const knownRefund = ({ externalRefundId }: Refund) =>
  externalRefundId === undefined ? {} : { externalRefundId: neutral.externalRefundId };

const heldState = (before: OrderBefore): SentenceOrReason => {
  const { order, capturedMinor, refunds, reversedMinor } = before;
  const [part, ...others] = capturedMinor;
  if (part === undefined) {
    if (reversedMinor === 0) return { name: 'an order held in two phases exists' };
    if (reversedMinor >= order.amountMinor) return { name: 'a reversed order exists' };
    return { name: 'an order whose hold was reversed in part exists', params: { part: reversedMinor } };
  }
  if (reversedMinor > 0) return { reason: 'no state has an order that was captured and reversed' };
  const captured = capturedMinor.reduce((total, amountMinor) => total + amountMinor, 0);
  const refunded = refunds.reduce((total, { amountMinor }) => total + amountMinor, 0);
  if (others.length > 0)
    return captured === order.amountMinor && others.length === 1 && refunded === 0
      ? { name: 'an order captured in two steps exists', params: { part } }
      : { reason: 'no state has an order with these captures' };
  if (refunded === 0)
    return before.keepsHold
      ? { name: 'an order with the first of several captures exists', params: { part } }
      : { name: 'an order captured in part exists', params: { part } };
  return refunded === captured && refunds.length === 1
    ? { name: 'an order captured in part and refunded exists', params: { part } }
    : { reason: 'no state has an order that was captured and refunded in part' };
};

/** The states that play a story take fields of register.do; the others have an order of their own. */
const isRegisteredInWords = (name: string): boolean => name !== 'an order paid with a stored card exists';

/** The registration of the recorded order, with neutral texts. */
const registeredWith = (order: Order, paramNames: readonly string[]) => ({
  ...(order.clientId !== undefined && { clientId: neutral.clientId }),
  ...(order.description !== undefined && { description: neutral.description }),
  ...(order.email !== undefined && { email: neutral.email }),
  ...(order.phone !== undefined && { phone: neutral.phone }),
  jsonParams: neutralParams(paramNames),
});
