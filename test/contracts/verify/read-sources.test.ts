import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { readSources } from '../../../contracts/verify/read-sources.ts';
import { pactV2, paidStatus } from '../../helpers/contracts/sample-pacts.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

const noAccess = { timeoutMs: 10_000, headersFor: () => ({}) };

const pact = JSON.stringify(pactV2([paidStatus]));

test('files, folders and addresses are read in their order', async (t) => {
  const folder = temporaryFolder(t);
  const pacts = join(folder, 'pacts');
  for (const name of ['deeper.json', 'node_modules', '.git']) mkdirSync(join(pacts, name), { recursive: true });
  for (const name of ['b.json', 'a.json', 'notes.txt', 'node_modules/c.json', '.git/d.json', 'deeper.json/e.json'])
    writeFileSync(join(pacts, name), name === 'b.json' ? `\ufeff${pact}` : pact);
  writeFileSync(join(folder, 'pact'), pact);
  const server = await stubServer(t, () => ({ body: pact }));

  const sources = await readSources([join(folder, 'pact'), pacts, `${server.origin}/pact`], noAccess);

  t.deepEqual(
    sources.map(({ name }) => name),
    [
      join(folder, 'pact'),
      join(pacts, 'a.json'),
      join(pacts, 'b.json'),
      join(pacts, 'deeper.json/e.json'),
      `${server.origin}/pact`,
    ],
  );
  for (const source of sources) t.deepEqual(source.pact, JSON.parse(pact));
});

const wrongTexts: readonly (readonly [text: string, says: string])[] = [
  ['root:x:0:0', 'expected a pact, but it is not JSON'],
  ['{"interactions": [\n{} {}]}', 'expected a pact, but it is not JSON (line 2, column 4)'],
  ['\n', 'expected a pact, but it is empty'],
  [
    '<!DOCTYPE html><title>Log in</title>',
    'expected a pact, but it is a page of HTML: this address needs a login, or is another one',
  ],
  ['{"interactions":[{"request":{}}]}', 'expected a pact, but its interaction 1 has no response'],
  [
    '{"interactions":[{"type":"Asynchronous/Messages"},{"response":{}}]}',
    'expected a pact, but its interaction 2 has no request',
  ],
  ['{}', 'expected a pact, but it has no interactions'],
  ['null', 'expected a pact, but it has no interactions'],
  ['[]', 'expected a pact, but it has no interactions'],
  ['{"interactions":[{},"text"]}', 'expected a pact, but its interaction 2 is no object'],
  ['{"interactions":{}}', 'expected a pact, but it has no interactions'],
];
for (const [text, says] of wrongTexts)
  test(`a file with ${text} is no pact`, async (t) => {
    const file = join(temporaryFolder(t), 'pact.json');
    writeFileSync(file, text);

    await t.throwsAsync(readSources([file], noAccess), { name: 'CannotTry', message: `${file}: ${says}` });
  });

test('a file that is not there, a folder without pacts and an address of nothing are refused by their names', async (t) => {
  const folder = temporaryFolder(t);
  const server = await stubServer(t, () => ({ status: 404, body: 'no' }));
  const gone = await stubServer(t, () => 'drop');

  for (const [place, says] of [
    ['/no/such/pact.json', 'expected a pact file, but it cannot be read (ENOENT)'],
    [folder, 'expected a folder of pacts, but it has no .json file'],
    [`${server.origin}/pact`, 'expected a pact, but it answers HTTP 404'],
  ] as const)
    await t.throwsAsync(readSources([place], noAccess), { message: `${place}: ${says}` });
  await t.throwsAsync(readSources([`${gone.origin}/`], noAccess), {
    message: /expected a pact, but there is no answer \(/,
  });
  await t.throwsAsync(readSources(['http://'], noAccess), { message: 'http://: expected the address of a pact' });
});

test('an address is asked with the credentials for it, and shown without those in it', async (t) => {
  const server = await stubServer(t, () => ({ body: pact }));
  const own = server.origin.replace('http://', 'http://me:p%40ss@');

  await readSources([`${server.origin}/`], {
    ...noAccess,
    headersFor: (url) => ({ authorization: `Bearer ${url.port}` }),
  });
  const [source] = await readSources([`${own}/pact`], noAccess);

  t.is(source?.name, `${server.origin}/pact`);
  t.deepEqual(
    server.received.map(({ headers }) => headers.authorization),
    [`Bearer ${new URL(server.origin).port}`, `Basic ${Buffer.from('me:p@ss').toString('base64')}`],
  );
});
