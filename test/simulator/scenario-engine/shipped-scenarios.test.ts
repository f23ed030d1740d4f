import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { actionCodeRow, actionCodes } from '../../../simulator/data/action-codes.ts';
import { choosePlan } from '../../../simulator/scenario-engine/choice/choose-plan.ts';
import { plainOutcome } from '../../../simulator/scenario-engine/choice/outcomes.ts';
import { scenarioJsonSchema, schemaFile } from '../../../simulator/scenario-engine/definition/json-schema.ts';
import { loadScenarios } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
import { planForAttempt } from '../../../simulator/scenario-engine/scenario.ts';
import { somePayment } from './a-scenario.ts';

const shippedFolder = fileURLToPath(new URL('../../../scenarios', import.meta.url));

test('the committed schema is what the definition gives; `npm run docs` writes it', async (t) => {
  t.true((await readFile(schemaFile, 'utf8')) === scenarioJsonSchema());
});

test('every shipped scenario has a description, advice for the shop, an expected end and a unique name', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);

  t.true(scenarios.length >= 110);
  for (const { name, about, shop, expect, source } of scenarios) {
    t.like(source, { about, shop: shop ?? '' });
    for (const value of ['actionCode', 'orderStatus', 'payer'] as const) t.not(expect[value], undefined, name);
    t.not(actionCodeRow(expect.actionCode ?? Number.NaN), undefined, name);
    t.true(name === 'approved' || plainOutcome(name) === undefined, `${name} hides a word`);
  }
});

test('the shipped scenarios decline with every group of action codes', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);

  const codes = scenarios.flatMap(({ attempts }) =>
    attempts.flatMap(({ plan }) => (plan.verdict?.kind === 'decline' ? [plan.verdict.actionCode] : [])),
  );

  const groups = new Set(codes.map((code) => actionCodeRow(code)?.group));
  t.deepEqual(
    [...new Set(actionCodes.map(({ group }) => group))].filter((group) => !groups.has(group)),
    ['approved'],
  );
});

test('the shipped scenarios go every way through 3-D Secure to every end', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);

  const plans = scenarios.flatMap(({ attempts }) => attempts.map(({ plan }) => plan));
  const seen = new Set(
    plans.map(({ route, challengeEnd, verdict }) =>
      [challengeEnd ? `${route} ${challengeEnd}` : route, verdict?.kind ?? 'approve'].join(', '),
    ),
  );

  const reachTheBank = ['none', 'frictionless', 'attempt', 'challenge passed', 'challenge payer'];
  const endBefore = ['challenge failed', 'challenge cancelled', 'challenge timed-out', 'challenge abandoned'];
  const ways = [
    ...reachTheBank.flatMap((way) => [`${way}, approve`, `${way}, decline`]),
    ...[...endBefore, 'unavailable'].map((way) => `${way}, approve`),
  ];
  t.deepEqual(
    ways.filter((way) => !seen.has(way)),
    [],
  );
  t.true(plans.some(({ verdict }) => verdict?.kind === 'decline' && verdict.actionCode === 1434));
});

test('a declining shipped scenario expects the code of the last attempt that is made', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);

  for (const scenario of scenarios) {
    const verdict = planForAttempt(scenario, scenario.payer.tries)?.plan.verdict;
    if (verdict?.kind === 'decline') t.is(scenario.expect.actionCode, verdict.actionCode, scenario.name);
    if (scenario.expect.orderStatus === 2) t.not(verdict?.kind, 'decline', scenario.name);
  }
});

test('no shipped scenario catches an ordinary payment by surprise', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);
  const orderNumbers = ['1', '1001', 'A-1', 'ORDER-2026-000017', '6f9619ff-8b86-d011-b42d-00cf4fc964ff'];
  const pans = ['4111111111111111', '5555555555555599', '4000001111111118', '4242424242424242', '4444555511113333'];

  for (const orderNumber of orderNumbers) {
    for (const pan of pans) {
      const facts = somePayment({
        orderNumber,
        pan,
        amountMinor: 600_000,
        email: 'payer@shop.kz',
        description: 'Two books',
        clientId: '17',
      });

      t.is(choosePlan(facts, { scenarios }).plan, undefined);
    }
  }
});
