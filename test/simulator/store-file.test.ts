import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import test from 'ava';
import { openStore, type StoreName } from '../../simulator/store/open-store.ts';
import { applicationId, migrations } from '../../simulator/store/sqlite/schema.ts';
import { StoreError } from '../../simulator/store/store-error.ts';
import { anOrder } from '../helpers/an-order.ts';
import { endedProcess } from '../helpers/own-process.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const databaseOf = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

/** Files that cannot be used: how each is made in a folder, and what is expected in its place. */
const unusable: Readonly<Record<string, { readonly make: (folder: string) => string; readonly expected: string }>> = {
  'a file that is no database': {
    make: (folder) => {
      writeFileSync(join(folder, 'notes.txt'), 'Milk, bread, and a long list of other things that nobody may lose.');
      return join(folder, 'notes.txt');
    },
    expected: 'a file of tillbox or a new one, but this is no SQLite database',
  },
  'the database of another program': {
    make: (folder) => {
      databaseOf(join(folder, 'books.db'), 'CREATE TABLE books (title TEXT)');
      return join(folder, 'books.db');
    },
    expected: 'a file of tillbox or a new one, but this is the database of another program',
  },
  'a database that was overwritten in the middle': {
    make: (folder) => {
      const file = join(folder, 'tillbox.db');
      const numbers = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)';
      databaseOf(
        file,
        `${migrations.join('')} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length};
        INSERT INTO counters (merchant, key, count) ${numbers} SELECT 'test_user', 'key ' || i, i FROM n`,
      );
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0xab, bytes.length / 2, bytes.length / 2 + 8192));
      return file;
    },
    expected: 'a whole database, but this file is damaged',
  },
  'a file in a folder that is not there': {
    make: (folder) => join(folder, 'nowhere', 'tillbox.db'),
    expected: 'a file in a folder that exists and that this user may write',
  },
  'a folder': { make: (folder) => folder, expected: 'a file in a folder that exists and that this user may write' },
};

for (const [what, { make, expected }] of Object.entries(unusable))
  test(`${what} is refused in one line, and stays as it is`, async (t) => {
    const file = make(temporaryFolder(t));
    const isFile = existsSync(file) && statSync(file).isFile();
    const before = isFile ? readFileSync(file) : undefined;

    const { exitCode, error } = await endedProcess(t, { STORE: `sqlite:${file}` });

    t.is(error, `STORE=sqlite:${file}: expected ${expected}\n`);
    t.is(exitCode, 1);
    t.deepEqual(isFile ? readFileSync(file) : undefined, before);
    t.false(existsSync(`${file}-wal`) || existsSync(`${file}-shm`));
  });

test('a database of a newer version is refused, and stays as it is', async (t) => {
  const file = join(temporaryFolder(t), 'tillbox.db');
  await (await openStore(`sqlite:${file}`)).close();
  databaseOf(file, 'PRAGMA user_version = 1000');
  const before = readFileSync(file);

  const { exitCode, error } = await endedProcess(t, { STORE: `sqlite:${file}` });

  t.regex(
    error,
    /^STORE=.*: expected a database of version \d+ or older, but this one has version 1000: a newer tillbox/,
  );
  t.is(error.trim().split('\n').length, 1);
  t.is(exitCode, 1);
  t.deepEqual(readFileSync(file), before);
});

test('a file that the user may not write is refused', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'tillbox.db');
  await (await openStore(`sqlite:${file}`)).close();
  chmodSync(file, 0o444);
  chmodSync(folder, 0o755);
  // The superuser may write everything, so the process becomes somebody else first.
  const script = `
    import { openStore } from ${JSON.stringify(new URL('../../simulator/store/open-store.ts', import.meta.url).href)};
    import ${JSON.stringify(new URL('../../simulator/store/sqlite/sqlite-store.ts', import.meta.url).href)};
    if (process.getuid() === 0) process.seteuid(65534);
    await openStore(${JSON.stringify(`sqlite:${file}`)}).catch(({ message }) => console.log(message));
  `;

  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);

  t.is(stdout, `STORE=sqlite:${file}: expected a file that this user may write\n`);
});

test('a name that is no store is refused', async (t) => {
  const error = await t.throwsAsync(openStore('redis:x' as StoreName), { instanceOf: StoreError });
  t.is(error?.message, 'STORE=redis:x: expected memory, sqlite:<file> or postgres://<address>');
});

test('several processes that start on one new file at once share it', async (t) => {
  const file = join(temporaryFolder(t), 'tillbox.db');
  const script = `
    import { openStore } from ${JSON.stringify(new URL('../../simulator/store/open-store.ts', import.meta.url).href)};
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
