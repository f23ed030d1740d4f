import type { ExecutionContext } from 'ava';
import { ScenarioError } from '../../../simulator/domain/errors/scenario-error.ts';
import type { AttemptPlan } from '../../../simulator/domain/orders/attempt-plan.ts';
import type { PaymentFacts } from '../../../simulator/scenario-engine/choice/conditions.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { When } from '../../../simulator/scenario-engine/definition/when.ts';
import type { Scenario } from '../../../simulator/scenario-engine/scenario.ts';

export const aScenario = (body: object, name = 'sample'): Scenario =>
  parseScenario(name, { attempts: [{ approve: true }], ...body });

/** A scenario that declines where the condition holds; without one it is there by its name alone. */
export const aDecline = (name: string, when?: When): Scenario =>
  aScenario({ attempts: [{ decline: 5 }], ...(when && { when }) }, name);

export const somePayment = (facts: Partial<PaymentFacts> = {}): PaymentFacts => ({
  amountMinor: 1500,
  currency: '398',
  orderNumber: 'A-1',
  merchant: 'test_user',
  language: 'en',
  attempt: 1,
  pan: '4111111111111111',
  ...facts,
});

/** The lines of the message with which a scenario is refused. */
export const mistakesIn = (t: ExecutionContext, body: unknown, name = 'x'): readonly string[] => {
  const error = t.throws(() => parseScenario(name, body, { file: `scenarios/${name}.yaml`, lineOf: () => undefined }), {
    instanceOf: ScenarioError,
  });
  return error?.message.split('\n') ?? [];
};

export const declineWith = (actionCode: number): AttemptPlan => ({ verdict: { kind: 'decline', actionCode } });
