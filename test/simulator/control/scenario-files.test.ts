import { chmod, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { testWithout } from '../../helpers/ava/test-without.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const mine = '# My own\nabout: Mine.\nattempts:\n  - decline: 116\n';
const stolen = 'about: Stolen.\nattempts:\n  - decline: card-stolen\n';

const withFolder = async (t: ExecutionContext, files: Readonly<Record<string, string>> = {}) => {
  const folder = await folderWith(t, files);
  const simulator = await simulatorFor(t, { scenarios: folder, logLevel: 'silent' });
  const control = controlOf(t, simulator);
  const save = (name: string, body: object) => control(`PUT /scenario-files/${name}`, body);
  return { folder, simulator, control, save };
};

test('a text is checked as a file would be: line, column, and the word that was probably meant', async (t) => {
  const { control } = await withFolder(t);
  const check = async (text: string, more: object = {}): Promise<Json> =>
    (await control('POST /scenarios/check', { text, ...more })).json;

  t.deepEqual(await check(mine), {
    mistakes: [],
    about: 'Mine.',
    scenario: { about: 'Mine.', attempts: [{ decline: 116 }] },
    withoutEffect: [],
  });
  t.deepEqual((await check('about: x\nattempts:\n  - decline: insufficent-funds\n  - approv: true\n'))['mistakes'], [
    {
      line: 3,
      column: 14,
      text: 'attempts[0].decline: expected an action code or its name, got "insufficent-funds"; did you mean insufficient-funds?',
    },
    { line: 4, column: 13, text: 'attempts[1].approv: unknown key; did you mean approve?' },
  ]);
  t.regex((await check('attempts: [', {}))['mistakes'][0].text, /^cannot be read/);
  t.regex((await check(mine, { isJson: true }))['mistakes'][0].text, /^cannot be read/);
  t.deepEqual((await check('{"attempts": [{"approve": true}]}', { isJson: true }))['mistakes'], []);
  t.notRegex(JSON.stringify(await check('attempts: 4539148803436467')), /4539148803436467/);
});

test('a right text is checked for steps without effect, as `tillbox scenarios check` does', async (t) => {
  const { control } = await withFolder(t);
  const text = `attempts:
  - approve: true
  - decline: 116
gateway:
  - { on: bindCard, do: empty }
later:
  - { after: 1m, do: capture }
`;

  const { json } = await control('POST /scenarios/check', { text });

  t.deepEqual(json['mistakes'], []);
  t.deepEqual(json['withoutEffect'], [
    {
      path: 'attempts[1]',
      line: 3,
      column: 5,
      text: 'is not reached: attempt 1 pays the order, with card 444455**3333',
      isNote: false,
    },
    {
      path: 'gateway[0]',
      line: 5,
      column: 5,
      text: 'is not reached by the rehearsal, which makes no call of bindCard',
      isNote: true,
    },
    {
      path: 'later[0]',
      line: 7,
      column: 5,
      text: 'is not possible: the order is paid in one phase, so that nothing is held; add phases: 2',
      isNote: false,
    },
  ]);
});

for (const [what, text] of [
  ['an alias of nothing', 'a: *x'],
  [
    'aliases of aliases',
    'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*b,*b,*b,*b,*b,*b]',
  ],
  ['thousands of brackets', '['.repeat(16_000)],
  ['thousands of dashes', '- '.repeat(8_000)],
] as const)
  test(`a text that would cost too much is a mistake: ${what}`, async (t) => {
    const { control } = await withFolder(t);

    const { status, json } = await control('POST /scenarios/check', { text });

    t.is(status, 200);
    t.regex(json['mistakes'][0].text, /^cannot be read/);
  });

test('a scenario is saved in the folder as it was written, and applies at once', async (t) => {
  const { folder, simulator, control, save } = await withFolder(t);

  const saved = await save('mine', { text: mine, version: 'new' });

  t.is(saved.status, 200, saved.text);
  t.like(saved.json, { name: 'mine', file: 'mine.yaml', isInUse: true, mistakes: [] });
  t.is(await readFile(join(folder, 'mine.yaml'), 'utf8'), mine);
  t.deepEqual(await readdir(folder), ['mine.yaml']);
  t.true((await simulator.scenarios()).some(({ name }) => name === 'mine'));
  const found = await control('GET /scenario-files/mine');
  t.deepEqual(found.json, { name: 'mine', file: 'mine.yaml', text: mine, isOwn: true, version: saved.json['version'] });
});

test('a file keeps its ending and its mode, and a change of somebody else is not lost', async (t) => {
  const { folder, save } = await withFolder(t, { 'a.yml': mine, 'b.json': '{"attempts": [{"approve": true}]}' });
  await chmod(join(folder, 'a.yml'), 0o600);

  t.is((await save('a', { text: stolen, version: 'new' })).status, 409);
  const first = await save('a', { text: stolen });
  t.is(first.json['file'], 'a.yml');
  t.is((await lstat(join(folder, 'a.yml'))).mode & 0o777, 0o600);
  await writeFile(join(folder, 'a.yml'), mine);
  const late = await save('a', { text: stolen, version: first.json['version'] });
  t.is(late.status, 409);
  t.regex(late.json['detail'], /changed since it was read/);
  t.is(await readFile(join(folder, 'a.yml'), 'utf8'), mine);

  t.is((await save('b', { text: mine })).status, 422);
  t.is((await save('b', { text: '{"attempts": [{"approve": true}]}' })).json['file'], 'b.json');
  t.deepEqual((await readdir(folder)).toSorted(), ['a.yml', 'b.json']);
});

test('an own file takes the place of the one of its name that comes with tillbox', async (t) => {
  const { control, save, simulator } = await withFolder(t);
  const before = (await control('GET /scenario-files/slow-bank')).json;
  t.is(before['isOwn'], false);
  t.regex(before['text'], /delay: 300ms/);

  t.is((await save('slow-bank', { text: stolen, version: 'new' })).status, 200);

  t.like((await control('GET /scenario-files/slow-bank')).json, { isOwn: true, text: stolen });
  t.is((await simulator.scenarios()).find(({ name }) => name === 'slow-bank')?.about, 'Stolen.');
});

test('a wrong scenario is refused with its line, and the file stays', async (t) => {
  const { folder, save } = await withFolder(t, { 'mine.yaml': mine });

  const { status, json } = await save('mine', { text: 'about: x\nattempts: [{ declin: 1 }]\n' });

  t.is(status, 422);
  t.like(json, { field: 'text', detail: 'text: line 2: attempts[0].declin: unknown key; did you mean decline?' });
  t.is(await readFile(join(folder, 'mine.yaml'), 'utf8'), mine);
  t.is((await save('mine', { text: 'about: Pay with 4539148803436467.\n' })).status, 422);
  t.is((await save('mine', { text: `about: ${'x'.repeat(16 * 1024)}\n` })).status, 413);
  t.is((await save('mine', {})).status, 422);
});

test('as long as another file is wrong, the last good scenarios stay, and the answer says so', async (t) => {
  const { folder, save, control } = await withFolder(t, { 'mine.yaml': mine });
  await writeFile(join(folder, 'other.yaml'), 'attempts: [{ decline: nonsense }]\n');

  const { json } = await save('mine', { text: stolen });

  t.is(json['isInUse'], false);
  t.regex(json['mistakes'][0], /^other\.yaml:1: /);
  t.regex((await control('GET /scenario-files/other')).json['text'], /nonsense/);
  t.like((await save('other', { text: mine })).json, { isInUse: true, mistakes: [] });
});

for (const name of [
  '..',
  '.',
  '..%2Fescaped',
  '%2e%2e%2fescaped',
  '..%5Cescaped',
  '%2Ftmp%2Fescaped',
  'sub%2Fescaped',
  'a%00b',
  'a.yaml',
  '.hidden',
  'scenario.schema.json',
  'Upper',
  'a--b',
  '-a',
  '116',
  'con%20',
  'a%0Ab',
  '%F0%9F%92%B3',
  '%C0%AE%C0%AE%C0%AFescaped',
  'a'.repeat(101),
  '~',
  'C:',
])
  test(`a name that is none is refused, and nothing is written or read: ${name.slice(0, 40)}`, async (t) => {
    const { folder, simulator } = await withFolder(t);
    await mkdir(join(folder, 'sub'));
    const address = `${simulator.url}/sandbox/scenario-files/${name}`;

    for (const init of [{ method: 'PUT', body: JSON.stringify({ text: mine }) }, { method: 'GET' }]) {
      const { status } = await fetch(address, init);
      // The client of HTTP itself makes another address of dots.
      if (!/^\.+$/.test(name)) t.is(status, 422);
    }
    t.deepEqual(await readdir(folder, { recursive: true }), ['sub']);
    t.false((await readdir(join(folder, '..'))).some((file) => file.includes('escaped')));
  });

test('a link is neither written through nor read out of the folder', async (t) => {
  const outside = await folderWith(t, { 'secret.yaml': mine });
  const { folder, save, control } = await withFolder(t);
  await symlink(join(outside, 'secret.yaml'), join(folder, 'link.yaml'));
  await symlink(join(outside, 'nothing.yaml'), join(folder, 'dangling.yaml'));

  for (const name of ['link', 'dangling']) {
    t.is((await control(`GET /scenario-files/${name}`)).status, 404, name);
    const { status, json } = await save(name, { text: stolen });
    t.is(status, 409, name);
    t.is(json['reason'], 'not-a-file');
    t.true((await lstat(join(folder, `${name}.yaml`))).isSymbolicLink());
  }
  t.deepEqual(await readdir(outside), ['secret.yaml']);
  t.is(await readFile(join(outside, 'secret.yaml'), 'utf8'), mine);
});

test('where nothing can be written, it says why', async (t) => {
  const { folder, save } = await withFolder(t);
  await rm(folder, { recursive: true });
  const gone = await save('mine', { text: mine });
  t.is(gone.status, 409);
  t.is(gone.json['reason'], 'missing');

  const bundled = controlOf(t, await simulatorFor(t));
  const none = await bundled('PUT /scenario-files/mine', { text: mine });
  t.is(none.status, 409);
  t.is(none.json['reason'], 'no-folder');
  t.regex(none.json['detail'], /SCENARIOS/);
});

// Even root cannot write there.
const readOnly = '/sys/kernel';
const readOnlyTitle = 'a folder that cannot be written is named as such';
const readOnlyTest = async (t: ExecutionContext): Promise<void> => {
  const control = controlOf(t, await simulatorFor(t, { scenarios: readOnly, logLevel: 'silent' }));

  const { status, json } = await control('PUT /scenario-files/mine', { text: mine });

  t.is(status, 409);
  t.is(json['reason'], 'read-only');
  t.regex(json['detail'], /cannot be written \(E/);
};
if (process.platform === 'linux') test(readOnlyTitle, readOnlyTest);
else testWithout('no folder of Linux that even root cannot write', readOnlyTitle);

test('other sites and callers without the token save nothing', async (t) => {
  const { folder, save, simulator } = await withFolder(t);
  const send = (headers: Readonly<Record<string, string>>, url = simulator.url) =>
    fetch(`${url}/sandbox/scenario-files/mine`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ text: mine }),
    });

  for (const headers of [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'text/plain' },
  ]) {
    t.is((await send(headers)).status, 403, JSON.stringify(headers));
  }
  t.deepEqual(await readdir(folder), []);
  t.is((await save('mine', { text: mine })).status, 200);

  const closed = await simulatorFor(t, { scenarios: folder, controlToken: 'a-token', logLevel: 'silent' });
  for (const [method, path] of [
    ['PUT', 'scenario-files/mine'],
    ['GET', 'scenario-files/mine'],
    ['POST', 'scenarios/check'],
  ] as const) {
    const body = method === 'GET' ? null : JSON.stringify({ text: stolen });
    t.is((await fetch(`${closed.url}/sandbox/${path}`, { method, body })).status, 401, path);
  }
  t.is(await readFile(join(folder, 'mine.yaml'), 'utf8'), mine);
});
