import type { z } from 'zod';
import type { MerchantContext } from '../context.ts';
import { maskPan } from '../domain/card.ts';
import { hideInValue } from '../masking/hide-card-data.ts';
import { ordersLeft, withFollowed } from '../merchants/next-orders.ts';
import { given } from '../options/check-options.ts';
import { ConfigError } from '../options/config-error.ts';
import { type ExplainedPayment, explainPayment, plainPayment } from '../payments/attempt/explain-payment.ts';
import { decidersOf } from '../payments/faults/deciders-of.ts';
import type { PaymentFacts } from '../scenario-engine/choice/conditions.ts';
import { isOutcomeName, outcomeNames } from '../scenario-engine/choice/outcomes.ts';
import { meantName } from '../scenario-engine/choice/unknown-name.ts';
import type { orderToExplain, scenarioExplanation } from './explanation-schemas.ts';
import type { Frozen } from './frozen.ts';

export type OrderToExplain = Frozen<z.output<typeof orderToExplain>>;
export type ScenarioExplanation = Frozen<z.output<typeof scenarioExplanation>>;

/**
 * The scenario that such an order of this merchant would meet, and everything that is asked before it. Nothing is
 * registered or counted. @throws ConfigError if no scenario or outcome has the name that it asks for
 */
export const explainScenario = async (
  context: MerchantContext,
  { card = plainPayment.pan, features = [], ...order }: OrderToExplain,
): Promise<ScenarioExplanation> => {
  const { jsonParams, ...asked } = hideInValue(order);
  const requested = jsonParams?.['scenario'] === undefined ? undefined : String(jsonParams['scenario']);
  const facts = factsOf(context, asked, card);
  const { merchant, store } = context;
  const isNext = (await ordersLeft(store, merchant)) > 0;
  const follower = withFollowed(merchant, isNext ? merchant.nextOrders : undefined);
  const deciders = await decidersOf(context, follower, [requested]);
  if (requested !== undefined && !isOutcomeName(requested, deciders.scenarios))
    throw new ConfigError(await unknownName(context, requested));
  return show(explainPayment(facts, { ...deciders, requested }, features), facts);
};

const factsOf = (
  { bank, merchant }: MerchantContext,
  {
    amountMinor = plainPayment.amountMinor,
    currency = bank.currency,
    orderNumber = plainPayment.orderNumber,
    language = bank.defaultLanguage,
    attempt = 1,
    ...others
  }: Omit<OrderToExplain, 'card' | 'features' | 'jsonParams'>,
  pan: string,
): PaymentFacts => ({
  amountMinor,
  currency,
  orderNumber,
  language,
  attempt,
  ...others,
  merchant: merchant.login,
  pan,
});

const unknownName = async ({ allScenarios }: MerchantContext, name: string): Promise<string> => {
  const meant = meantName(name, outcomeNames(await allScenarios()));
  return `jsonParams.scenario: expected the name of a scenario or outcome, got ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
};

const show = (
  { choice, plan, explanation, refusedWith, parts, unasked, byNameOnly }: ExplainedPayment,
  { merchant: _, pan, ...facts }: PaymentFacts,
): ScenarioExplanation => {
  const actionCode = refusedWith ?? codeOf(plan);
  return {
    ...(choice.scenario !== undefined && { scenario: choice.scenario }),
    decidedBy: explanation.flatMap(({ decider, decided }) => (decided ? [decider] : [])),
    explanation,
    route: plan.route,
    ...(actionCode !== undefined && { actionCode }),
    parts,
    notAsked: unasked,
    byNameOnly,
    order: { ...given(facts), card: maskPan(pan) },
  };
};

/** Undefined if the payer or the issuer's page decides. */
const codeOf = ({ verdict, challengeEnd, failsWith }: ExplainedPayment['plan']): number | undefined => {
  if (challengeEnd !== undefined && challengeEnd !== 'passed') return failsWith;
  return verdict?.kind === 'decline' ? verdict.actionCode : verdict && 0;
};
