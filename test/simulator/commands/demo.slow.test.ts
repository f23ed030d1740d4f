import { fileURLToPath } from 'node:url';
import test from 'ava';
import { certify } from '../../../simulator/commands/demo/demo.ts';
import { runScenario } from '../../../simulator/commands/demo/run-scenario.ts';
import { setStage } from '../../../simulator/commands/demo/stage.ts';
import { playStory, stories } from '../../../simulator/commands/demo/stories.ts';
import { loadScenarios } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
import type { Scenario } from '../../../simulator/scenario-engine/scenario.ts';
import { takeTurns } from '../../helpers/ava/take-turns.ts';

const shippedFolder = fileURLToPath(new URL('../../../scenarios', import.meta.url));

/** Scenarios that say more than what the bank answers. */
const isAboutTrouble = ({ attempts, gateway, payer }: Scenario): boolean => {
  const { tries: _, atAcs, leavesPage, ...habits } = payer;
  const isOpen = attempts.some(({ plan }) => plan.pendingMs !== undefined);
  return isOpen || gateway.length > 0 || leavesPage || atAcs !== 'answer' || Object.keys(habits).length > 0;
};

test('the demo ends as each shipped scenario expects that is about waiting, faults or habits', async (t) => {
  const scenarios = (await loadScenarios(shippedFolder)).filter(isAboutTrouble);
  await takeTurns(t);
  const stage = await setStage(scenarios);
  t.teardown(stage.stop);

  const problems: (readonly string[])[] = [];
  const missed: string[] = [];
  for (const scenario of scenarios) {
    const { scenario: name, orderId, problems: found } = await runScenario(stage, scenario);
    problems.push(found.map((problem) => `${name}: ${problem}`));
    const { missedSteps = [] } = (await stage.simulator.order(orderId)) ?? {};
    missed.push(...missedSteps.map(({ asked }) => `${name}: ${asked}`));
  }

  t.true(scenarios.length >= 16);
  t.deepEqual(problems.flat(), []);
  t.deepEqual(missed, ['paid-just-before-expiry: an expiry'], 'which is what it is about');
});

test('every story of the demo ends as it says', async (t) => {
  await takeTurns(t);
  const stage = await setStage([]);
  t.teardown(stage.stop);

  const unexpected: string[] = [];
  for (const story of stories) if (!(await playStory(stage, story)).isAsExpected) unexpected.push(story.name);

  t.true(stories.length > 0);
  t.deepEqual(unexpected, []);
});

test('the checklist of the certification of SATIM passes', async (t) => {
  const lines: string[] = [];
  const out = (text: string) => void lines.push(text);

  t.is(await certify({ out, err: out } as Parameters<typeof certify>[0]), 0);

  t.regex(lines.join(''), /19 checks, 0 not as expected/);
  t.regex(lines.join(''), /^7215 valid card +2 +0 +1500000 +00$/m);
});
