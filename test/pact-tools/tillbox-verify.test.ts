import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import { pactsFolder, type Row, stateMap, table } from './foreign-pacts/table.ts';
import { differenceFrom, type Verdict } from './foreign-pacts/verdict.ts';
import { type OwnRun, runTillboxVerify } from './run-tillbox.ts';

const fits = (t: ExecutionContext, { verdicts, output }: OwnRun, rows: readonly Row[], of: (row: Row) => Verdict) => {
  t.deepEqual([...verdicts.keys()].sort(), rows.map(({ description }) => description).sort(), output);
  const wrong = rows.flatMap((row) => {
    const given = verdicts.get(row.description) ?? { kind: 'not tried', says: 'absent' };
    const difference = differenceFrom(of(row), given);
    return difference === undefined ? [] : [`${row.description}: ${difference}`];
  });
  t.deepEqual(wrong, []);
};

const isRefused = (verdict: Verdict): boolean => typeof verdict === 'object' && 'refused' in verdict;

for (const [file, rows] of Object.entries(table)) {
  test(`tillbox verify: ${file}`, async (t) => {
    const run = await runTillboxVerify(t, path.join(pactsFolder, file), '--ignore-missing-states');

    fits(t, run, rows, ({ ours }) => ours);
    t.is(run.code, rows.some(({ ours }) => isRefused(ours)) ? 1 : 0, run.output);
  });
}

test('tillbox verify: the whole folder, with a map of the states of the shops', async (t) => {
  const map = path.join(temporaryFolder(t), 'states.json');
  writeFileSync(map, JSON.stringify(stateMap));

  const run = await runTillboxVerify(t, pactsFolder, '--state-map', map);

  fits(t, run, Object.values(table).flat(), ({ ours, withMap = ours }) => withMap);
  t.is(run.code, 1, run.output);
});

test('tillbox verify: a fixed id of a pact goes to its state, with a line that says so', async (t) => {
  const { output } = await runTillboxVerify(t, path.join(pactsFolder, 'ruby-v2.json'), '--ignore-missing-states');

  t.regex(output, /bindingId 019b6f10-3c2a-7c41-9f6e-5a1200b4e0b1 .* "a customer has a stored card"/);
  t.regex(output, /clientId customer-7 .* "a customer has a stored card"/);
});
