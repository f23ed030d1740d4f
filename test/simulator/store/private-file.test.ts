import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { openStore } from '../../../simulator/store/open-store.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { addressOf, startProgram } from '../../helpers/process/own-process.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { anOrder } from '../../helpers/stores/an-order.ts';

const rights = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );

test('a new file of a store, and those beside it, are for their owner only', async (t) => {
  const folder = temporaryFolder(t);
  const store = await openStore(`sqlite:${join(folder, 'tillbox.db')}`);
  t.teardown(store.close);

  await store.orders.insert(anOrder());

  t.deepEqual(rights(folder), { 'tillbox.db': '600', 'tillbox.db-shm': '600', 'tillbox.db-wal': '600' });
});

test('a file that exists keeps its rights, and the program says that others can read it', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'tillbox.db');
  writeFileSync(file, '');
  chmodSync(file, 0o644);
  const program = startProgram({ STORE: `sqlite:${file}` });
  t.teardown(() => program.kill());

  await addressOf(program);

  t.is(rights(folder)['tillbox.db'], '644');
  await eventually(
    t,
    () => program.output.err,
    (text) => text.endsWith('\n'),
  );
  t.is(program.output.err, `STORE=sqlite:${file}: other users of this machine can read it; chmod 600 changes that\n`);
});

test('nothing is said of a new file', async (t) => {
  const program = startProgram({ STORE: `sqlite:${join(temporaryFolder(t), 'tillbox.db')}` });
  t.teardown(() => program.kill());

  await addressOf(program);

  t.is(program.output.err, '');
});
