import test from 'ava';
import type { AttemptPlan } from '../../../simulator/domain/orders/attempt-plan.ts';
import { choosePlan } from '../../../simulator/scenario-engine/choice/choose-plan.ts';
import { isOutcomeName, outcomeOptions, plainOutcome } from '../../../simulator/scenario-engine/choice/outcomes.ts';
import { aDecline, declineWith, somePayment } from './a-scenario.ts';

const words: readonly (readonly [name: string, plan: AttemptPlan | undefined])[] = [
  ['approve', { verdict: { kind: 'approve' } }],
  ['approved', { verdict: { kind: 'approve' } }],
  ['0', { verdict: { kind: 'approve' } }],
  ['insufficient-funds', declineWith(116)],
  ['116', declineWith(116)],
  ['-2025', declineWith(-2025)],
  ['frictionless', { route: 'frictionless' }],
  ['attempt', { route: 'attempt' }],
  ['challenge', { route: 'challenge', challengeEnd: 'payer' }],
  ['challenge-passed', { route: 'challenge', challengeEnd: 'passed' }],
  ['challenge-failed', { route: 'challenge', challengeEnd: 'failed' }],
  ['challenge-cancelled', { route: 'challenge', challengeEnd: 'cancelled' }],
  ['challenge-timed-out', { route: 'challenge', challengeEnd: 'timed-out' }],
  ['challenge-abandoned', { route: 'challenge', challengeEnd: 'abandoned' }],
  ['three-ds-unavailable', { route: 'unavailable' }],
  ['soft-decline', { route: 'none', ...declineWith(1434) }],
  ['424242', undefined],
  ['1e2', undefined],
  ['', undefined],
  ['passed', undefined],
];

for (const [name, plan] of words) {
  test(`an order that asks for "${name}" gets ${JSON.stringify(plan) ?? 'nothing'}`, (t) => {
    t.deepEqual(choosePlan(somePayment(), { requested: name, scenarios: [] }).plan, plan);
    t.is(isOutcomeName(name, []), plan !== undefined);
  });
}

test("a scenario's name comes before the words", (t) => {
  const scenarios = [aDecline('approve')];

  t.true(isOutcomeName('approve', scenarios));
  t.deepEqual(choosePlan(somePayment(), { requested: 'approve', scenarios }).plan, declineWith(5));
});

test('every option can be asked for, stands there once, and means what its label says', (t) => {
  const scenarios = [aDecline('a-scenario'), aDecline('approve'), aDecline('do-not-honour')];

  const groups = outcomeOptions(scenarios);

  const values = groups.flatMap(({ options }) => options.map(({ value }) => value));
  t.deepEqual(
    groups.slice(0, 3).map(({ group }) => group),
    ['Outcomes', 'Scenarios', 'Declined by the issuer'],
  );
  t.is(new Set(values).size, values.length);
  t.true(values.every((value) => isOutcomeName(value, scenarios)));
  t.true(values.includes('5') && values.includes('341023'));
  for (const { value, label } of groups.slice(2).flatMap(({ options }) => options)) {
    const code = Number(/\((-?\d+)\)$/.exec(label)?.[1]);
    t.deepEqual(plainOutcome(value)?.plan, declineWith(code));
    t.false(scenarios.some(({ name }) => name === value));
  }
});
