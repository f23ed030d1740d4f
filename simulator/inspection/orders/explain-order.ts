import { actionCodeRow } from '../../data/action-codes.ts';
import { plainAmount } from '../../data/currencies.ts';
import { statusTexts } from '../../data/status-texts.ts';
import type { Attempt, Order } from '../../domain/orders/order.ts';
import { attemptsLeft, lastAttempt } from '../../domain/orders/pay.ts';

/** `116 (insufficient-funds): Not enough money`. */
export const codeText = (actionCode: number): string => {
  const row = actionCodeRow(actionCode);
  return row ? `${codeName(actionCode)}: ${row.en}` : codeName(actionCode);
};

/** `116 (insufficient-funds)`. */
export const codeName = (actionCode: number): string => {
  const row = actionCodeRow(actionCode);
  return row ? `${actionCode} (${row.name})` : `${actionCode}, whose meaning is unknown`;
};

/** The card or wallet of an attempt, in words. */
export const cardOf = ({ card, paymentWay, bindingId }: Attempt): string => {
  const way = paymentWay === 'CARD' ? '' : ` (${paymentWay})`;
  if (!card) return `a token that could not be read${way}`;
  return `${bindingId === undefined ? '' : 'the stored card '}${card.brand} ${card.maskedPan}${way}`;
};

/** The amount that the issuer approved: all of it, or a part. */
export const approvedMinorOf = ({ amountMinor }: Order, { plan }: Attempt): number =>
  plan.verdict?.kind === 'approve' ? Math.min(plan.verdict.approvedMinor ?? amountMinor, amountMinor) : amountMinor;

/** The reasons of an order's state: the end of its last attempt, the decider of that, and later events. */
export const explainOrder = (order: Order): string => {
  const attempt = lastAttempt(order);
  const state = `The order is ${order.status} (${statusTexts[order.status]}).`;
  if (!attempt)
    return `The payer has not tried to pay. ${state}${isOver(order) ? ` It ended with ${codeText(order.actionCode)}.` : ''}`;
  const isEndedLater = isOver(order) && order.actionCode !== attempt.actionCode;
  return [
    `Attempt ${attempt.number} of ${order.attemptsAllowed} with ${cardOf(attempt)} ${endOf(order, attempt)}.`,
    ...deciderOf(attempt),
    state,
    ...(isEndedLater ? [`It ended with ${codeText(order.actionCode)}.`] : []),
    ...(order.status === 'created' ? [mayTryAgain(order)] : []),
  ].join(' ');
};

const isOver = ({ status }: Order): boolean => status === 'declined';

const endOf = (order: Order, attempt: Attempt): string => {
  const { actionCode, threeDs } = attempt;
  if (actionCode === undefined)
    return threeDs?.stage === 'waiting'
      ? 'waits for the second call of 3-D Secure'
      : "waits for the payer's answer to 3-D Secure";
  if (actionCode !== 0) return `was declined with ${codeText(actionCode)}`;
  return `was approved with ${plainAmount(approvedMinorOf(order, attempt), order.currency)}`;
};

const deciderOf = ({ explanation, threeDs, actionCode }: Attempt): readonly string[] => {
  const decisive = explanation.filter(({ decided }) => decided);
  const asked = explanation.filter(({ decided }) => !decided);
  const failure =
    threeDs?.failure && actionCode !== undefined ? [`The 3-D Secure challenge ended as ${threeDs.failure}.`] : [];
  return [
    ...decisive.map(({ decider, because }) => `Decided by ${decider}: ${because}.`),
    ...failure,
    ...(asked.length > 0
      ? [`Asked before: ${asked.map(({ decider, because }) => `${decider} (${because})`).join('; ')}.`]
      : []),
  ];
};

const mayTryAgain = (order: Order): string => {
  const left = attemptsLeft(order);
  return `The payer may try ${left === 1 ? 'one more card' : `${left} more cards`}.`;
};
