import { actionCodeRow } from '../../data/action-codes.ts';
import { plainAmount } from '../../data/currencies.ts';
import type { AttemptPlan, ThreeDsRoute } from '../../domain/orders/attempt-plan.ts';
import type { AskedResult, MissedStep } from '../../domain/orders/missed-step.ts';
import type { Order } from '../../domain/orders/order.ts';
import { inUnits } from '../../text/duration.ts';

/** The part of an attempt that a scenario asks for. */
export interface AskedPlan {
  readonly scenario: string;
  readonly plan: AttemptPlan;
  /** The number of attempts that the scenario describes. */
  readonly attempts: number;
}

/** How the attempt is made. */
export interface Circumstances {
  readonly order: Order;
  readonly route: ThreeDsRoute;
  /** Why the route is not the one of the plan. */
  readonly because?: string | undefined;
  /** No caller waits for it. */
  readonly isUnattended?: boolean | undefined;
}

const routes: Readonly<Record<ThreeDsRoute, string>> = {
  none: 'a payment without 3-D Secure',
  frictionless: '3-D Secure without a challenge',
  attempt: '3-D Secure that is only attempted',
  challenge: 'a challenge',
  unavailable: '3-D Secure that cannot be reached',
};

/** What a scenario asks of an attempt and cannot have, known before the attempt begins. */
export const missedOfPlan = (
  { scenario, plan, attempts }: AskedPlan,
  circumstances: Circumstances,
  atMs: number,
): readonly MissedStep[] => {
  const { order, route, because = '', isUnattended } = circumstances;
  const atOnce = order.isPayOut
    ? 'a pay-out is decided at once'
    : isUnattended
      ? 'no caller waits for this payment, which the clock began'
      : undefined;
  const missed: readonly (readonly [asked: string, because: string | undefined])[] = [
    ...(plan.route === undefined ? [] : [[routes[plan.route], plan.route === route ? undefined : because] as const]),
    ...(plan.delayMs === undefined ? [] : [[`an answer after ${inUnits(plan.delayMs)}`, atOnce] as const]),
    ...(plan.pendingMs === undefined ? [] : [[pendingInWords(plan.pendingMs), atOnce] as const]),
    ...missedAmount(order, plan),
    [`${attempts} attempts`, attempts > order.attemptsAllowed ? allowance(order) : undefined],
  ];
  return missed.flatMap(([asked, why]) => (why === undefined ? [] : [{ atMs, scenario, asked, because: why }]));
};

const allowance = ({ attemptsAllowed }: Order): string =>
  `the order allows ${attemptsAllowed === 1 ? 'one attempt' : `${attemptsAllowed} attempts`}`;

const missedAmount = (order: Order, plan: AttemptPlan): readonly (readonly [asked: string, because: string])[] => {
  const { amountMinor, currency, features, isPayOut } = order;
  if (plan.verdict?.kind !== 'approve' || plan.verdict.approvedMinor === undefined) return [];
  const asked = verdictInWords(plan.verdict, currency);
  if (isPayOut) return [[asked, 'a pay-out is never in part']];
  if (features.includes('VERIFY')) return [[asked, 'this order only checks the card']];
  return plan.verdict.approvedMinor > amountMinor
    ? [[asked, `the order is of ${plainAmount(amountMinor, currency)} only`]]
    : [];
};

/** The result that a scenario asks for; undefined if it leaves it to the card, or ends the attempt before the bank. */
export const askedResult = ({ scenario, plan }: AskedPlan, { currency, isPayOut }: Order): AskedResult | undefined => {
  const { verdict, pendingMs } = plan;
  if (isPayOut || (!verdict && pendingMs === undefined)) return undefined;
  const asked = [
    ...(verdict ? [verdictInWords(verdict, currency)] : []),
    ...(pendingMs === undefined ? [] : [pendingInWords(pendingMs)]),
  ].join(' and ');
  return { scenario, asked };
};

const verdictInWords = (verdict: NonNullable<AttemptPlan['verdict']>, currency: string): string => {
  if (verdict.kind === 'decline') {
    const row = actionCodeRow(verdict.actionCode);
    return `a decline with ${verdict.actionCode}${row ? ` (${row.name})` : ''}`;
  }
  return verdict.approvedMinor === undefined
    ? 'an approval'
    : `an approval of ${plainAmount(verdict.approvedMinor, currency)}`;
};

const pendingInWords = (pendingMs: number): string => `a decision after ${inUnits(pendingMs)}`;
