import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import test from 'ava';
import { StoreError } from '../../../simulator/domain/errors/store-error.ts';
import { expectedStore, openStore, type StoreName } from '../../../simulator/store/open-store.ts';
import { testWithout } from '../../helpers/ava/test-without.ts';
import { cannotRefuse, wrongsOfStart } from '../../helpers/process/refused-start.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { unusableFiles } from '../../helpers/process/unusable-files.ts';
import { anOrder } from '../../helpers/stores/an-order.ts';

for (const [what, file] of Object.entries(unusableFiles)) {
  const title = `${what} is refused in one line, and everything stays as it is`;
  const reason = cannotRefuse(file);
  if (reason === undefined)
    test(title, async (t) => {
      t.deepEqual(await wrongsOfStart(temporaryFolder(t), file), []);
    });
  else testWithout(reason, title);
}

test('a name that is no store is refused', async (t) => {
  const error = await t.throwsAsync(openStore('redis:x' as StoreName), { instanceOf: StoreError });
  t.is(error?.message, `STORE=redis:***: expected ${expectedStore}`);
});

test('a file that another program holds for a moment is opened', async (t) => {
  const file = join(temporaryFolder(t), 'tillbox.db');
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');

  const opened = openStore(`sqlite:${file}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  other.exec('COMMIT');
  await t.notThrowsAsync(opened);
  await (await opened).close();
  other.close();
});

test('several processes that start on one new file at once share it', async (t) => {
  const file = join(temporaryFolder(t), 'tillbox.db');
  const script = `
    import { openStore } from ${JSON.stringify(new URL('../../../simulator/store/open-store.ts', import.meta.url).href)};
    const store = await openStore(${JSON.stringify(`sqlite:${file}`)});
    for (let index = 0; index < 50; index++)
      if (await store.orders.insert({ ...${JSON.stringify(anOrder())}, id: process.pid + ':' + index, orderNumber: 'N-' + index }) === undefined)
        console.log(index);
    await store.close();
  `;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);

  const outputs = await Promise.all([run(), run(), run(), run()]);

  const kept = outputs.flatMap(({ stdout }) => stdout.split('\n').filter(Boolean).map(Number));
  t.deepEqual(
    kept.toSorted((a, b) => a - b),
    Array.from({ length: 50 }, (_, index) => index),
    'each number once',
  );
});
