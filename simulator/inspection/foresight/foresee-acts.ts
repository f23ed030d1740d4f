import { bereke } from '../../banks/bereke.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { PlannedAct } from '../../domain/orders/bank-act.ts';
import type { Order } from '../../domain/orders/order.ts';
import { bankChanges } from '../../payments/orders/bank-changes.ts';
import { whyActIsRefused } from '../../payments/orders/missed-acts.ts';
import { rehearsedOrder } from '../../scenario-engine/definition/rehearsed-order.ts';
import type { LaterStep, Scenario } from '../../scenario-engine/scenario.ts';
import type { ForeseenAttempts } from './foresee-attempts.ts';

/** Why a later step has no effect in a rehearsal, by its index; absent if it has one, or if that is not certain. */
export const foreseeActs = (
  scenario: Scenario,
  { isPaid, comesToIssuer }: ForeseenAttempts,
): ReadonlyMap<number, string> => {
  const problems = new Map<number, string>();
  for (const [step, { act, since }] of scenario.later.entries()) {
    if (since === 'at-acs' && !comesToIssuer)
      problems.set(step, "is not reached: no attempt comes to the issuer's page");
    else if (since === 'paid' && !isPaid) problems.set(step, 'is not reached: no attempt pays the order');
    else if (act === 'expire' && since === 'paid')
      problems.set(step, 'is not possible: an order that is paid does not expire');
    else if (act !== 'expire' && !isPaid) problems.set(step, 'is not possible: no attempt pays the order');
    else if (act === 'capture' && since !== 'paid' && scenario.phases === 1) problems.set(step, captureInOnePhase);
  }
  if (isPaid) for (const [step, problem] of refusedActs(scenario)) problems.set(step, problem);
  return problems;
};

/** An expiry is a race with the payer, and left out. */
const refusedActs = ({
  name,
  phases,
  later,
  attempts,
}: Scenario): readonly (readonly [step: number, problem: string])[] => {
  const acts = later.flatMap((act, step) => (act.act !== 'expire' && act.since === 'paid' ? [{ ...act, step }] : []));
  const problems: (readonly [step: number, problem: string])[] = [];
  let order = paidOrder(phases === 2, approvedIn(attempts.at(-1)?.plan.verdict));
  for (const { sentence: _, ...act } of acts.toSorted((one, other) => one.afterMs - other.afterMs)) {
    const result = tryAct(order, { scenario: name, ...act });
    if (typeof result === 'string') problems.push([act.step, problemOf(act, result, phases)]);
    else order = result;
  }
  return problems;
};

const captureInOnePhase = 'is not possible: the order is paid in one phase, so that nothing is held; add phases: 2';

const problemOf = ({ act }: Pick<LaterStep, 'act'>, because: string, phases: 1 | 2): string =>
  act === 'capture' && phases === 1 ? captureInOnePhase : `is not possible: ${because}`;

const approvedIn = (verdict: { readonly approvedMinor?: number } | { readonly kind: string } | undefined): number =>
  Math.min(
    (verdict && 'approvedMinor' in verdict && verdict.approvedMinor) || rehearsedOrder.amountMinor,
    rehearsedOrder.amountMinor,
  );

/** The order after an act, or why it is refused. */
const tryAct = (order: Order, act: PlannedAct): Order | string => {
  const { amountMinor, afterMs } = act;
  try {
    const details = { nowMs: afterMs, ...(amountMinor !== undefined && { amountMinor }) };
    return bankChanges[act.act]({ bank: bereke, options: { bank: bereke } }, order, details);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return whyActIsRefused(order, act, error.reason);
  }
};

/** The order of a rehearsal just after its payment. */
const paidOrder = (isPreAuth: boolean, approvedMinor: number): Order => ({
  id: 'foreseen',
  version: 1,
  merchant: '',
  orderNumber: '',
  status: isPreAuth ? 'approved' : 'deposited',
  actionCode: 0,
  isPreAuth,
  amountMinor: rehearsedOrder.amountMinor,
  feeMinor: 0,
  currency: bereke.currency,
  language: 'en',
  returnUrl: rehearsedOrder.returnUrl,
  registeredAtMs: 0,
  expiresAtMs: 0,
  merchantIp: '',
  attemptsAllowed: 1,
  attempts: [],
  approvedMinor,
  depositedMinor: isPreAuth ? 0 : approvedMinor,
  refundedMinor: 0,
  params: {},
  features: [],
});
