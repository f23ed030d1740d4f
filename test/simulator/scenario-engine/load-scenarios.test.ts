import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { ScenarioError } from '../../../simulator/domain/scenario-error.ts';
import { checkScenarios, loadScenarios } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
import { planForAttempt } from '../../../simulator/scenario-engine/scenario.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';

test('the folder may hold YAML and JSON, sorted by name, without the schema and other files', async (t) => {
  const folder = await folderWith(t, {
    'b.json': '{ "$schema": "./scenario.schema.json", "attempts": [{ "decline": 5 }] }',
    'a.yaml': '# a comment\nabout: >-\n  Two\n  lines.\nattempts:\n  - decline: 5\n',
    'a-b.yml': 'attempts: [{ decline: 5 }]',
    'scenario.schema.json': '{}',
    'README.md': 'no scenario',
    '.hidden.yaml': 'no: scenario',
  });

  const scenarios = await loadScenarios(folder);

  t.deepEqual(
    scenarios.map(({ name }) => name),
    ['a', 'a-b', 'b'],
  );
  t.is(scenarios[0]?.about, 'Two lines.');
  t.is(scenarios[2]?.file, join(folder, 'b.json'));
  t.true(scenarios.every((scenario) => planForAttempt(scenario, 1)?.plan.verdict?.kind === 'decline'));
});

test('two files of one name are refused', async (t) => {
  const folder = await folderWith(t, { 'a.json': '{}', 'a.yaml': '{}' });

  await t.throwsAsync(loadScenarios(folder), {
    instanceOf: ScenarioError,
    message: `${join(folder, 'a.yaml')}: the name a is already taken by ${join(folder, 'a.json')}; rename one of them`,
  });
});

test('a missing folder is refused, an empty one is not', async (t) => {
  const folder = await folderWith(t, {});

  t.deepEqual(await loadScenarios(folder), []);
  await t.throwsAsync(loadScenarios(join(folder, 'none')), {
    instanceOf: ScenarioError,
    message: `${join(folder, 'none')}: expected a folder of scenario files, but it cannot be read (ENOENT)`,
  });
});

test('a file that is no YAML or no JSON is refused with its place', async (t) => {
  const broken = await folderWith(t, { 'a.yaml': 'attempts:\n  - decline: [' });
  const twice = await folderWith(t, { 'a.yaml': 'about: a\nabout: b' });
  const noJson = await folderWith(t, { 'a.json': '{ "about": "x",\n"attempts": [ }' });

  const start = (folder: string, file: string): string => `${join(folder, file)}:2: cannot be read: `;
  const messageOf = async (folder: string): Promise<string> =>
    (await t.throwsAsync(loadScenarios(folder), { instanceOf: ScenarioError }))?.message ?? '';
  t.regex(await messageOf(broken), /: cannot be read: .* at line 2, column \d+$/);
  t.is(await messageOf(twice), `${start(twice, 'a.yaml')}Map keys must be unique at line 2, column 1`);
  t.true((await messageOf(noJson)).startsWith(start(noJson, 'a.json')));
});

test('a wrong file is named with the path of the field', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ decline: insufficent-funds }]' });

  await t.throwsAsync(loadScenarios(folder), {
    message: `${join(folder, 'a.yaml')}:1: attempts[0].decline: expected an action code or its name, got "insufficent-funds"; did you mean insufficient-funds?`,
  });
});

test('capital letters in the ending of a file are no matter', async (t) => {
  const folder = await folderWith(t, {
    'a.YAML': 'attempts: [{ decline: 5 }]',
    'b.Yml': 'attempts: [{ decline: 5 }]',
    'c.JSON': '{ "attempts": [{ "decline": 5 }] }',
  });

  t.deepEqual(
    (await loadScenarios(folder)).map(({ name }) => name),
    ['a', 'b', 'c'],
  );
});

test('a sub-folder with scenario files is named as not read, any other is not', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ decline: 5 }]' });
  for (const name of [
    'cards/one.yaml',
    'cards/two.JSON',
    'more/one.yml',
    'notes/read.me',
    '.git/x.yaml',
    'node_modules/x.json',
  ]) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), '{}');
  }

  const { scenarios, mistakes, ignored } = await checkScenarios(folder);

  t.deepEqual([scenarios.map(({ name }) => name), mistakes], [['a'], []]);
  t.deepEqual(ignored, [
    `${folder}/cards: is not read, because it is a sub-folder; move its 2 files into the folder above`,
    `${folder}/more: is not read, because it is a sub-folder; move its file into the folder above`,
  ]);
});

for (const [encoding, bytes, got] of [
  ['UTF-16 with a mark', Buffer.from('\ufeffattempts: [approve]', 'utf16le'), 'UTF-16'],
  ['UTF-16, the other way round', Buffer.from('\ufeffattempts: [approve]', 'utf16le').swap16(), 'UTF-16'],
  ['UTF-16 without a mark', Buffer.from('attempts: [approve]', 'utf16le'), 'UTF-16'],
  ['windows-1251', Buffer.concat([Buffer.from('about: '), Buffer.from([0xcf, 0xeb, 0xe0])]), 'another encoding'],
] as const)
  test(`a file in ${encoding} is told so by its name`, async (t) => {
    const folder = await folderWith(t, {});
    await writeFile(join(folder, 'mine.yaml'), bytes);

    await t.throwsAsync(loadScenarios(folder), {
      instanceOf: ScenarioError,
      message: `${join(folder, 'mine.yaml')}: expected a text in UTF-8, got ${got}; save the file as UTF-8`,
    });
  });

test('the mark of UTF-8 at the beginning of a file is no part of it', async (t) => {
  const folder = await folderWith(t, {
    'a.json': '\ufeff{ "attempts": ["approve"] }',
    'b.yaml': '\ufeffattempts: [approve]',
  });

  t.is((await loadScenarios(folder)).length, 2);
});
