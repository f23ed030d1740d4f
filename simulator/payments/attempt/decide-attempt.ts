import type { MerchantContext } from '../../context.ts';
import type { Explanation } from '../../domain/orders/attempt-plan.ts';
import type { PlannedAct } from '../../domain/orders/bank-act.ts';
import type { AskedResult, MissedStep } from '../../domain/orders/missed-step.ts';
import type { Attempt, Order } from '../../domain/orders/order.ts';
import { concluded } from '../../domain/orders/pay.ts';
import { contextOfOrder } from '../../merchants/next-orders.ts';
import type { Choice } from '../../scenario-engine/choice/choose-plan.ts';
import { decidersOf } from '../faults/deciders-of.ts';
import { requestedScenario } from '../faults/requested-scenario.ts';
import { missedOfActs } from '../orders/missed-acts.ts';
import { planActs } from '../orders/plan-acts.ts';
import { refuseUnknownOutcome } from '../orders/refuse-unknown-outcome.ts';
import { decidePlan } from './decide-plan.ts';
import { type AskedPlan, askedResult, missedOfPlan } from './missed-plan.ts';
import type { PaymentMeans } from './payment-means.ts';
import type { PaymentRequest } from './payment-request.ts';

/** The plan of an attempt, and the reasons for it. `refusedWith`: the code it fails with before any authorisation. */
export interface Decision {
  readonly plan: Attempt['plan'];
  readonly explanation: readonly Explanation[];
  readonly refusedWith?: number;
  /** The scenario or outcome of the payment call. */
  readonly askedFor?: string;
  readonly acts?: readonly PlannedAct[];
  /** The result that a scenario asks for. */
  readonly askedResult?: AskedResult;
  /** What scenarios ask for in vain, as far as it is known by now. */
  readonly missed: readonly MissedStep[];
}

/** Asks in this order: the call or order, the merchant's scenario, the scenario files, the card; otherwise it is approved. */
export const decideAttempt = async (
  ofMerchant: MerchantContext,
  order: Order,
  { means, requestedOutcome, threeDs, isUnattended }: PaymentRequest,
): Promise<Decision> => {
  const context = contextOfOrder(ofMerchant, order);
  const atMs = context.clock.now();
  const ofOrder = order.params['scenario'];
  const deciders = await knownDeciders(context, order, requestedOutcome ?? ofOrder);
  const facts = { ...order, attempt: concluded(order) + 1, pan: means.number };
  const decided = decidePlan(facts, deciders, means.plan, { features: order.features, threeDs });
  const { choice, plan, explanation, refusedWith, routeBecause: because } = decided;
  const asked = askedPlan(choice, deciders);
  if (means.refusedWith !== undefined) return refusedBefore(means.refusedWith, means.plan, asked, atMs);
  const { scenarios } = deciders;
  const requestedLater = requestedScenario([requestedOutcome, ofOrder], scenarios, 'later');
  const acts = planActs(facts, { ...deciders, requested: requestedLater });
  const result = asked && askedResult(asked, order);
  return {
    plan,
    explanation,
    ...(refusedWith !== undefined && { refusedWith }),
    ...(requestedOutcome !== undefined && { askedFor: requestedOutcome }),
    acts: acts.filter(({ since }) => since !== 'registered'),
    ...(result && { askedResult: result }),
    missed: [
      ...missingScenario(choice, deciders, atMs),
      ...(asked ? missedOfPlan(asked, { order, route: plan.route, because, isUnattended }, atMs) : []),
      ...missedOfActs(order, acts, atMs),
    ],
  };
};

/** @throws Refused if nothing has the requested name. */
const knownDeciders = async (context: MerchantContext, order: Order, requested: string | undefined) => {
  const { merchant } = context;
  if (requested !== undefined) await refuseUnknownOutcome(context, requested);
  const deciders = await decidersOf(context, merchant, [requested, order.params['scenario']]);
  if (!deciders.merchantScenario && merchant.scenario !== undefined) warnOfLostScenario(context, order);
  return { ...deciders, requested };
};

/** A scenario that was set for the merchant may go later, with its file. */
const warnOfLostScenario = ({ log, merchant }: MerchantContext, { id }: Order): void =>
  log.warn(
    { orderId: id, merchant: merchant.login, scenario: merchant.scenario },
    'the scenario of the merchant no longer exists, so it decides nothing',
  );

type KnownDeciders = Awaited<ReturnType<typeof knownDeciders>>;

const askedPlan = ({ plan, scenario, attempts = 0 }: Choice, { requested }: KnownDeciders): AskedPlan | undefined => {
  const name = scenario ?? requested;
  return plan && name !== undefined ? { scenario: name, plan, attempts } : undefined;
};

/** The merchant's scenario, if it would be asked and no longer exists. */
const missingScenario = (
  { plan, scenario }: Choice,
  { requested, merchantScenario: found, merchantAsksFor }: KnownDeciders,
  atMs: number,
): readonly MissedStep[] => {
  const orderDecides = plan && requested !== undefined && (scenario ?? requested) === requested;
  if (merchantAsksFor === undefined || found || orderDecides) return [];
  return [{ atMs, scenario: merchantAsksFor, because: 'no scenario has this name' }];
};

/** The attempt fails whatever a scenario asks for. */
const refusedBefore = (
  refusedWith: number,
  { plan, because }: PaymentMeans['plan'],
  asked: AskedPlan | undefined,
  atMs: number,
): Decision => ({
  plan,
  explanation: [{ decider: 'wallet', decided: true, because }],
  refusedWith,
  missed: asked ? [{ atMs, scenario: asked.scenario, asked: 'this attempt', because }] : [],
});
