import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { runScenario, type ScenarioRun } from '../../simulator/commands/demo/run-scenario.ts';
import { setStage } from '../../simulator/commands/demo/stage.ts';
import { loadScenarios } from '../../simulator/scenario-engine/definition/load-scenarios.ts';
import type { Scenario } from '../../simulator/scenario-engine/scenario.ts';

const shipped = fileURLToPath(new URL('../../scenarios', import.meta.url));

const runAll = async (
  t: ExecutionContext,
  folder: string,
  isChosen: (scenario: Scenario) => boolean = () => true,
): Promise<readonly ScenarioRun[]> => {
  const scenarios = await loadScenarios(folder);
  const stage = await setStage(scenarios);
  t.teardown(stage.stop);
  const runs: ScenarioRun[] = [];
  for (const scenario of scenarios) if (isChosen(scenario)) runs.push(await runScenario(stage, scenario));
  return runs;
};

const runWritten = async (t: ExecutionContext, body: object): Promise<ScenarioRun | undefined> => {
  const folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
  t.teardown(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'written.json'), JSON.stringify(body));
  return (await runAll(t, folder))[0];
};

test('every shipped scenario about callbacks, or about what comes later, ends as it says', async (t) => {
  const runs = await runAll(t, shipped, ({ callbacks, later }) => callbacks.length + later.length > 0);

  t.true(runs.length >= 16);
  t.deepEqual(
    runs.flatMap(({ scenario, problems }) => problems.map((problem) => `${scenario}: ${problem}`)),
    [],
  );
});

const lost = { callbacks: [{ on: 'deposited', do: { lost: true } }] };
const early = { callbacks: [{ on: 'deposited', do: { beforeRedirect: true } }] };
const wrong = { callbacks: [{ on: 'deposited', do: { wrongChecksum: true, fields: { amount: 1 } } }] };
const declined = { attempts: [{ decline: 116 }] };

const expectations: readonly (readonly [body: object, callbacks: readonly unknown[], problems: readonly string[]])[] = [
  [lost, [], []],
  [lost, ['deposited'], ['callbacks[0]: expected deposited, got nothing']],
  [early, ['deposited'], []],
  [early, [], ['callbacks[0]: expected nothing, got deposited=1']],
  [early, ['deposited', 'deposited'], ['callbacks[1]: expected deposited, got nothing']],
  [early, ['approved'], ['callbacks[0]: expected approved, got deposited=1']],
  [early, ['deposited', 'redirect'], []],
  [
    early,
    ['redirect', 'deposited'],
    ['callbacks[0]: expected redirect, got deposited=1', 'callbacks[1]: expected deposited, got redirect'],
  ],
  [wrong, ['deposited'], ['callbacks[0].checksum: expected right, got wrong']],
  [wrong, [{ operation: 'deposited', checksum: 'wrong' }], []],
  [wrong, [{ operation: 'deposited', checksum: 'wrong', amount: 2 }], ['callbacks[0].amount: expected 2, got 1']],
  [declined, [{ operation: 'deposited', status: 0 }], []],
  [declined, [{ operation: 'deposited', status: 1 }], ['callbacks[0].status: expected 1, got 0']],
];

for (const [body, callbacks, problems] of expectations) {
  const verb = problems.length > 0 ? 'does not meet' : 'meets';
  test(`${JSON.stringify(body)} ${verb} ${JSON.stringify(callbacks)}`, async (t) => {
    const run = await runWritten(t, { ...body, expect: { callbacks } });

    t.deepEqual(run?.problems, problems);
  });
}

test('a scenario may hold the money first, and let the payer take time on either page', async (t) => {
  const run = await runWritten(t, {
    attempts: [{ challenge: 'payer' }],
    phases: 2,
    payer: { opensAfter: '5m', answersAfter: '1m' },
    expect: { orderStatus: 1, callbacks: ['approved', 'redirect'] },
    callbacks: [{ on: 'approved', do: { beforeRedirect: true } }],
  });

  t.deepEqual(run?.problems, []);
  t.true((run?.ms ?? 0) >= 360_000);
});
