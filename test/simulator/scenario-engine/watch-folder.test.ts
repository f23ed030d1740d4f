import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { afterMachineTime } from '../../../simulator/runtime/machine-time.ts';
import { checkScenarios } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
import { stampOf, watchFolder } from '../../../simulator/scenario-engine/definition/watch-folder.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';

/** A folder on a system that reports no events, and the sentences of its scenarios as they were last read. */
const withoutEvents = async (t: ExecutionContext, folder: string) => {
  let sentences: readonly string[] = [];
  let reads = 0;
  let plans = 0;
  const planned = new Set<() => void>();
  const stop = watchFolder(folder, {
    stamp: await stampOf(folder),
    after: (delayMs, action) => {
      plans += 1;
      planned.add(action);
      const cancel = afterMachineTime(delayMs, () => {
        planned.delete(action);
        action();
      });
      return () => {
        planned.delete(action);
        cancel();
      };
    },
    read: () => {
      reads += 1;
      return checkScenarios(folder);
    },
    apply: ({ scenarios }) => {
      sentences = scenarios.map(({ name, attempts }) => `${name} ${attempts[0]?.sentence}`);
    },
    listen: () => undefined,
    pollEveryMs: 20,
  });
  t.teardown(stop);
  const becomes = (...wanted: readonly string[]) =>
    eventually(
      t,
      () => sentences.join(),
      (seen) => seen === wanted.join(),
    );
  return { becomes, stop, planned, plans: () => plans, reads: () => reads };
};

test('changes are found without events: of a file, a new one, one that goes, and the folder', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ approve: true }]' });
  const { becomes } = await withoutEvents(t, folder);

  await writeFile(join(folder, 'a.yaml'), 'attempts: [{ decline: 116 }]');
  await becomes('a declines the card (insufficient funds, 116)');
  await writeFile(join(folder, 'b.yaml'), 'attempts: [{ decline: 101 }]');
  await becomes('a declines the card (insufficient funds, 116)', 'b declines the card (card expired, 101)');
  await rm(join(folder, 'a.yaml'));
  await becomes('b declines the card (card expired, 101)');

  await rename(folder, `${folder}-away`);
  t.teardown(() => rm(`${folder}-away`, { recursive: true, force: true }));
  await becomes();
  await mkdir(folder);
  await writeFile(join(folder, 'c.yaml'), 'attempts: [{ decline: 101 }]');
  await becomes('c declines the card (card expired, 101)');
});

test('while nothing changes, nothing is read and no check is planned', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ approve: true }]' });
  const { planned, plans, reads, becomes } = await withoutEvents(t, folder);

  await eventually(
    t,
    () => [plans(), planned.size],
    ([made, open]) => made === 1 && open === 0,
  );
  t.is(reads(), 0);

  await writeFile(join(folder, 'a.yaml'), 'attempts: [{ decline: 116 }]');
  await becomes('a declines the card (insufficient funds, 116)');
  t.true(reads() >= 1);
});

test('after the end no change is read, and another watcher of the folder goes on', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ approve: true }]' });
  const ended = await withoutEvents(t, folder);
  const other = await withoutEvents(t, folder);
  await eventually(t, ended.plans, (made) => made === 1);

  ended.stop();
  await writeFile(join(folder, 'a.yaml'), 'attempts: [{ decline: 116 }]');
  await other.becomes('a declines the card (insufficient funds, 116)');

  t.deepEqual([ended.reads(), ended.planned.size], [0, 0]);
});
