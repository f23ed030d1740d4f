import test from 'ava';
import { type Choice, choosePlan } from '../../../simulator/scenario-engine/choice/choose-plan.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { When } from '../../../simulator/scenario-engine/definition/when.ts';
import { aDecline, aScenario, somePayment } from './a-scenario.ts';

const reasons = ({ explanation }: Choice): readonly string[] =>
  explanation.map(({ decider, decided, because }) => `${decider} ${decided ? 'yes' : 'no'}: ${because}`);

test('the order is asked first, then the merchant, then the files, and the explanation has each of them', (t) => {
  const scenarios = [
    aDecline('a-large', { amount: { from: 500_000 } }),
    aDecline('b-unused'),
    aDecline('c-kzt', { currency: 'KZT', attempt: 1 }),
  ];

  t.deepEqual(reasons(choosePlan(somePayment(), { requested: '116', scenarios })), [
    'order yes: asks for 116: the bank declines the card (insufficient funds, 116)',
  ]);
  t.deepEqual(reasons(choosePlan(somePayment(), { merchantScenario: aDecline('hers', { amount: 1 }), scenarios })), [
    'order no: asks for no scenario',
    'merchant test_user yes: has scenario hers set: on attempt 1 the bank declines the card (do not honour, 5)',
  ]);
  t.deepEqual(reasons(choosePlan(somePayment(), { scenarios })), [
    'order no: asks for no scenario',
    'merchant test_user no: has no scenario set',
    'scenario a-large no: amount: expected 500000 or more, the order has 1500',
    'scenario c-kzt yes: currency 398 is KZT, attempt 1 is 1: on attempt 1 the bank declines the card (do not honour, 5)',
  ]);
});

test('the explanation has a scenario that holds without attempts, and an unknown one of the merchant', (t) => {
  const gateway = [{ on: 'register', do: { httpStatus: 503 } }];
  const faulty = parseScenario('faulty', { when: { amount: { to: 2000 } }, gateway });

  t.deepEqual(reasons(choosePlan(somePayment(), { scenarios: [faulty], merchantAsksFor: 'gone' })), [
    'order no: asks for no scenario',
    'merchant test_user no: has scenario gone set, but nothing is called so',
    'scenario faulty no: amount 1500 is 2000 or less, but has no steps for attempts',
  ]);
});

test('the plan is undefined if no decider has one', (t) => {
  const choice = choosePlan(somePayment(), { scenarios: [aDecline('only-by-name')] });

  t.deepEqual(reasons(choice), ['order no: asks for no scenario', 'merchant test_user no: has no scenario set']);
  t.false('plan' in choice);
});

test('the attempt number picks the entry of a scenario that is asked for', (t) => {
  const scenarios = [aScenario({ attempts: [{ decline: 116 }, { challenge: 'passed' }] }, 'two')];

  const second = choosePlan(somePayment({ attempt: 2 }), { requested: 'two', scenarios });

  t.deepEqual(second.plan, { route: 'challenge', challengeEnd: 'passed' });
  t.is(second.scenario, 'two');
  t.deepEqual(reasons(second), [
    'order yes: asks for scenario two: on attempt 2 the bank asks for a challenge, which is passed',
  ]);
});

test('an unknown name is explained with a suggestion, and the next decider is asked', (t) => {
  const choice = choosePlan(somePayment(), {
    requested: 'insuficient-funds',
    scenarios: [aDecline('all', { currency: 'KZT' })],
  });

  t.is(
    reasons(choice)[0],
    'order no: asks for insuficient-funds, but nothing is called so; did you mean insufficient-funds?',
  );
  t.is(choice.scenario, 'all');
});

test('no explanation has the card number, wherever it was written', (t) => {
  const pan = '4111111111111111';
  const facts = somePayment({
    pan,
    orderNumber: `order-${pan}`,
    description: `paid by ${pan}`,
    email: `${pan}@b.kz`,
    clientId: pan,
    merchant: pan,
  });
  const files: When[] = [
    { card: pan, attempt: 2 },
    { card: '41111111111', attempt: 2 },
    { card: `${pan}1` },
    { orderNumber: 'x' },
    { description: 'x' },
    { email: 'x' },
    { clientId: 'x' },
    { merchant: 'x' },
    { card: pan },
  ];
  const scenarios = files.map((when, index) => aDecline(`s${index}`, when));

  const choice = choosePlan(facts, { requested: pan, scenarios });

  t.is(choice.scenario, 's8');
  t.false(JSON.stringify(choice).includes('4111111'));
  t.is(
    reasons(choice).at(-1),
    'scenario s8 yes: card 411111**1111 is 411111**1111: on attempt 1 the bank declines the card (do not honour, 5)',
  );
});

test('an empty card number leaves the explanation as it is', (t) => {
  const choice = choosePlan(somePayment({ pan: '' }), { scenarios: [] });

  t.is(choice.explanation[0]?.because, 'asks for no scenario');
});
