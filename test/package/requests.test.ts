import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { startSimulator } from '../../simulator/simulator.ts';
import { npmInstall } from '../helpers/process/packed.ts';

const execute = promisify(execFile);

/** Postman's own runner of collections, and a runner that reads the files of the JetBrains editors. */
const tools = ['newman@6.2.2', 'httpyac@6.16.7'];

/** The files that are packed. */
const read = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../../docs/requests', name), 'utf8');

/** A folder with the runners alone. */
const install = async (): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-requests-'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
  await npmInstall(folder, ...tools);
  return folder;
};

const installing = install();
test.after.always('the folder is removed', async () => rmSync(await installing, { recursive: true, force: true }));

test("Postman's own runner takes the collection, and the gateway accepts every request", async (t) => {
  const runners = await installing;
  const simulator = await startSimulator({ logLevel: 'error', journalSize: 1000 });
  t.teardown(simulator.stop);
  const collection = JSON.parse(read('tillbox.postman_collection.json')) as {
    item: { name: string; item: unknown[] }[];
  };
  const folders = collection.item.filter(({ name }) => name !== 'Other calls');
  writeFileSync(path.join(runners, 'collection.json'), JSON.stringify(collection));
  const named = folders.flatMap(({ name }) => ['--folder', name]);
  const report = ['--reporters', 'json', '--reporter-json-export', 'report.json'];

  const args = ['run', 'collection.json', '--env-var', `baseUrl=${simulator.url}`, ...named, ...report];
  await t.notThrowsAsync(execute('./node_modules/.bin/newman', args, { cwd: runners }));

  const { run } = JSON.parse(readFileSync(path.join(runners, 'report.json'), 'utf8'));
  t.deepEqual(run.failures, []);
  t.is(run.stats.assertions.total, folders.flatMap(({ item }) => item).length);
});

test('a runner of the files for the JetBrains editors sends every request', async (t) => {
  const runners = await installing;
  const simulator = await startSimulator({ logLevel: 'error', journalSize: 1000 });
  t.teardown(simulator.stop);
  const [inTurn = ''] = read('tillbox.jetbrains.http').split('### Other calls: ');
  writeFileSync(path.join(runners, 'requests.http'), inTurn.replace('http://127.0.0.1:8080', simulator.url));

  // It ends before a pipe is read to its end.
  await execute('sh', ['-c', './node_modules/.bin/httpyac send requests.http --all --json > answers.json'], {
    cwd: runners,
  });

  const { requests } = JSON.parse(readFileSync(path.join(runners, 'answers.json'), 'utf8')) as {
    requests: { response: { statusCode: number; body?: string } }[];
  };
  t.is(requests.length, [...inTurn.matchAll(/^### /gm)].length);
  for (const { response } of requests) {
    t.true(response.statusCode < 300);
    t.notRegex(JSON.stringify(response.body ?? ''), /(?:errorCode|ErrorCode)\W+[1-9]|success\W+false|status\W+FAIL/);
  }
});
