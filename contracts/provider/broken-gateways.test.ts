import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'ava';
import { breaks } from '../../simulator/breaks/all.ts';
import { changesAnswers } from '../../simulator/breaks/apply.ts';
import type { Break } from '../../simulator/breaks/break.ts';
import { isPartial, shopPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import { summariseBreaks } from '../pact/summary.ts';
import type { BreakJob, BreakReports } from './break-process.ts';
import { judge, type Verdict } from './judge-break.ts';
import { plantedBreaks } from './planted-breaks.ts';
import { sampleOf } from './sample.ts';

/** `npm run test:breaks` takes all of them, `npm run contracts` a fixed sample. */
const chosen = process.env['ALL_BREAKS'] ? breaks : sampleOf(breaks);
const answers = chosen.filter(changesAnswers);
const behaviours = chosen.filter((row) => !changesAnswers(row));

/** Each job has some breaks, so that results come all the time. */
const perJob = 20;
const jobs = (rows: readonly Break[], size: number): readonly (readonly Break[])[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));

/** A contract about one subject may have no status. */
const plantedJob = isPartial ? [] : [plantedBreaks];
const waiting = [[...plantedJob, ...jobs(answers, perJob)], jobs(behaviours, 1)].map((list) => [...list]);
const reports = new Map([...chosen, ...plantedBreaks].map(({ id }) => [id, Promise.withResolvers<BreakReports>()]));

const folder = mkdtempSync(path.join(tmpdir(), 'recording-'));
const recording = path.join(folder, 'answers.json');
test.after.always('the recording is removed', () => rmSync(folder, { recursive: true }));

/** One process has the answers and one the behaviours, whose states take time; who is ready first helps the other. */
for (const [own, others] of [waiting, waiting.toReversed()]) {
  const verify = quietVerifier<BreakJob, BreakReports>(new URL('break-process.ts', import.meta.url));
  const work = async (): Promise<void> => {
    const rows = own?.shift() ?? others?.shift();
    if (!rows) return;
    const done = verify({ pactFile: shopPact, ids: rows.map(({ id }) => id), recording });
    for (const { id } of rows) reports.get(id)?.resolve(done);
    await done.catch(() => {});
    await work();
  };
  void work();
}

const verdicts = new Map<string, Verdict>();

for (const row of chosen) {
  const { id, does, equivalent } = row;
  test(`${id}: the contract ${equivalent ? 'may accept' : 'rejects'} a gateway that ${does}`, async (t) => {
    const report = (await reports.get(id)?.promise)?.[id];
    if (!report) throw new Error(`${id} was not tried`);
    const verdict = judge(row, report, isPartial);
    verdicts.set(id, verdict);

    t.deepEqual(verdict.troubles, []);
  });
}

/** What the gate has to say of wrong rows. */
const planted: Readonly<Record<string, RegExp>> = {
  'zz-01': /^it changes no interaction of the contract$/,
  'zz-02': /^a gateway that adds a field that no shop reads is accepted: Nobody suffers\.$/,
  'zz-03':
    /^it is marked as equivalent, and rejected: Expected '1500000' \(String\) to be equal to 1500000 \(Integer\)$/,
};

for (const row of plantedJob.flat()) {
  test(`${row.id}: a planted row is named, which ${row.does}`, async (t) => {
    const report = (await reports.get(row.id)?.promise)?.[row.id];
    if (!report) throw new Error(`${row.id} was not tried`);
    const { troubles } = judge(row, report);

    t.is(troubles.length, 1);
    t.regex(troubles[0] ?? '', planted[row.id] ?? /(?!)/);
  });
}

test.after.always('the summary has the rejected ones, and the others by name', () =>
  summariseBreaks(breaks, chosen, verdicts),
);
