import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test from 'ava';
import { openStore } from '../../../simulator/store/open-store.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { storeOnFullDisk } from '../../helpers/stores/store-on-full-disk.ts';

test('with a full disk it is not ready, says why, and is ready again when there is room', async (t) => {
  const { store, disk } = storeOnFullDisk();
  const control = controlOf(t, await simulatorFor(t, { store, logLevel: 'silent' }));
  t.is((await control('GET /ready')).status, 200);

  disk.isFull = true;
  const { status, json } = await control('GET /ready');
  t.is(status, 503);
  t.like(json, { type: 'urn:tillbox:problem:unavailable', detail: 'database or disk is full' });
  t.is((await control('GET /health')).status, 200);

  disk.isFull = false;
  t.is((await control('GET /ready')).status, 200);
});

test('while another program writes to the file it is not ready, and does not wait for it', async (t) => {
  const file = join(temporaryFolder(t), 'tillbox.db');
  const store = await openStore(`sqlite:${file}`);
  const control = controlOf(t, await simulatorFor(t, { store, logLevel: 'silent' }));
  const other = new DatabaseSync(file);
  t.teardown(() => other.close());
  other.exec('BEGIN IMMEDIATE');
  const startNs = process.hrtime.bigint();

  const { status, json } = await control('GET /ready');

  t.is(status, 503);
  t.is(json['detail'], 'database is locked');
  t.true(process.hrtime.bigint() - startNs < 3_000_000_000n, 'SQLite would wait for five seconds');
  other.exec('COMMIT');
  await eventually(
    t,
    () => control('GET /ready'),
    (answer) => answer.status === 200,
  );
});
