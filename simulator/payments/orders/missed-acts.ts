import { plainAmount } from '../../data/currencies.ts';
import { statusTexts } from '../../data/status-texts.ts';
import type { RefusalReason } from '../../domain/errors/refused.ts';
import type { ActMoment, BankAct, PlannedAct } from '../../domain/orders/bank-act.ts';
import type { MissedStep } from '../../domain/orders/missed-step.ts';
import type { Order } from '../../domain/orders/order.ts';
import { isSame, isUnpaid, withActOver } from '../../domain/orders/planned-acts.ts';
import { withMissedSteps } from '../../domain/orders/with-missed-steps.ts';

/** The order after an act of a scenario that its state does not allow. */
export const withActRefused = (order: Order, act: PlannedAct, reason: RefusalReason, atMs: number): Order =>
  withMissedSteps(withActOver(order, act, reason), [missedAct(order, act, whyActIsRefused(order, act, reason), atMs)]);

/** The order without acts whose moment cannot come any more. */
export const withoutHopelessActs = (order: Order, atMs: number): Order => {
  if (!order.acts || isUnpaid(order)) return order;
  const hopeless = order.acts.filter(({ isOver, dueMs }) => !isOver && dueMs === undefined);
  return withMissedSteps(
    hopeless.reduce((changed, act) => withActOver(changed, act), order),
    hopeless.map((act) => missedAct(order, act, neverCame[act.since], atMs)),
  );
};

/** What is known to be impossible as soon as acts are planned. */
export const missedFromStart = (order: Order, acts: readonly PlannedAct[], atMs: number): readonly MissedStep[] =>
  order.isPreAuth
    ? []
    : acts
        .filter(({ act }) => act === 'capture')
        .map((act) => missedAct(order, act, 'the order is not held: it takes the money in one phase', atMs));

/** The same at an attempt, and acts that count from a registration that is over. */
export const missedOfActs = (order: Order, acts: readonly PlannedAct[], atMs: number): readonly MissedStep[] => [
  ...missedFromStart(order, acts, atMs),
  ...acts
    .filter((act) => act.since === 'registered' && !order.acts?.some((other) => isSame(act, other)))
    .map((act) => missedAct(order, act, neverCame.registered, atMs)),
];

const missedAct = (order: Order, act: PlannedAct, because: string, atMs: number): MissedStep => ({
  atMs,
  scenario: act.scenario,
  asked: actInWords(order, act),
  because,
});

const nouns: Readonly<Record<BankAct, string>> = {
  expire: 'an expiry',
  capture: 'a capture',
  reverse: 'a reversal',
  refund: 'a refund',
  chargeback: 'a chargeback',
};

const actInWords = ({ currency }: Order, { act, amountMinor }: PlannedAct): string =>
  amountMinor === undefined ? nouns[act] : `${nouns[act]} of ${plainAmount(amountMinor, currency)}`;

const neverCame: Readonly<Record<ActMoment, string>> = {
  registered: 'the scenario was chosen after the registration',
  'at-acs': "the payer did not come to the issuer's page",
  paid: 'no money of the order was held or taken',
};

/** What an act needs, for refusals that only say that the state is wrong. */
const needs: Readonly<Record<BankAct, string>> = {
  expire: 'the order is not open',
  capture: 'the order is not held',
  reverse: 'no money of the order is held or taken',
  refund: 'no money of the order is captured',
  chargeback: 'no money of the order is captured',
};

const reasons: Readonly<Partial<Record<RefusalReason, string>>> = {
  'deposit-too-large': 'this is more than is held',
  'refund-too-large': 'this is more than is captured',
  'amount-invalid': 'this is more than was approved',
  'reversed-before': 'the order was reversed before',
  'reversal-unequal': 'a captured payment can be reversed only as a whole',
};

/** Why an order's state does not allow an act, in words. */
export const whyActIsRefused = (order: Order, { act }: PlannedAct, reason: RefusalReason): string => {
  if (reason === 'reversal-impossible' && order.status === 'deposited')
    return 'this bank does not reverse what is captured';
  return reasons[reason] ?? `${needs[act]} (${order.status}: ${statusTexts[order.status]})`;
};
