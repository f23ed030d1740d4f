import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { refusalIn } from '../../../simulator/dashboard/texts/refusals/refusal-in.ts';
import { ScenarioError } from '../../../simulator/domain/errors/scenario-error.ts';
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

const scenario = '{ "attempts": ["approve"] }';

test('two files of one name are refused', async (t) => {
  const folder = await folderWith(t, { 'a.json': scenario, 'a.yaml': scenario });

  await t.throwsAsync(loadScenarios(folder), {
    instanceOf: ScenarioError,
    message: `${join(folder, 'a.yaml')}: the name a is already taken by ${join(folder, 'a.json')}; rename one of them`,
  });
});

test('names that are taken do not hide other mistakes', async (t) => {
  const folder = await folderWith(t, { 'a.json': scenario, 'a.yaml': '', 'b.yaml': scenario, 'b.yml': scenario });

  const { mistakes, scenarios } = await checkScenarios(folder);

  t.deepEqual(scenarios, []);
  t.deepEqual(
    mistakes.map((mistake) => mistake.replaceAll(`${folder}/`, '')),
    [
      'a.yaml: the name a is already taken by a.json; rename one of them',
      'b.yml: the name b is already taken by b.yaml; rename one of them',
      'a.yaml: cannot be read: it is empty',
    ],
  );
});

test('a missing folder is refused, an empty one is not', async (t) => {
  const folder = await folderWith(t, {});

  t.deepEqual(await loadScenarios(folder), []);
  await t.throwsAsync(loadScenarios(join(folder, 'none')), {
    instanceOf: ScenarioError,
    message: `${join(folder, 'none')}: expected a folder of scenario files, but there is none`,
  });
});

test('a file that is no YAML or no JSON is refused with its place', async (t) => {
  const broken = await folderWith(t, { 'a.yaml': 'attempts:\n  - decline: [' });
  const twice = await folderWith(t, { 'a.yaml': 'about: a\nabout: b' });
  const noJson = await folderWith(t, { 'a.json': '{ "about": "x",\n"attempts": [ }' });

  const start = (folder: string, file: string): string => `${join(folder, file)}:2: cannot be read: `;
  const messageOf = async (folder: string): Promise<string> =>
    (await t.throwsAsync(loadScenarios(folder), { instanceOf: ScenarioError }))?.message ?? '';
  t.regex(await messageOf(broken), /:2: cannot be read: .* end with a \]$/);
  t.is(await messageOf(twice), `${start(twice, 'a.yaml')}the key about stands twice`);
  t.true((await messageOf(noJson)).startsWith(start(noJson, 'a.json')));
});

const unreadable: readonly (readonly [file: string, text: string, message: string])[] = [
  [
    'a.json',
    '{\n "attempts": ["approve"],\n "attempts": [{ "decline": 5 }] }',
    ':3: cannot be read: the key attempts stands twice',
  ],
  ['a.json', '{\n "attempts": [{ "decline": 5 },]\n}\n', ':2: cannot be read: there is a comma too much before ]'],
  [
    'a.json',
    '{\n "attempts": [\n{ "decline": 5 }\n],\n\n}\n',
    ':6: cannot be read: there is a comma too much before }',
  ],
  ['a.json', '{\n // no\n "attempts": ["approve"] }', ':2: cannot be read: JSON has no comments'],
  ['a.json', "{\n 'attempts': [] }", ':2: cannot be read: JSON has double quotes only'],
  ['a.json', ' \n', ': cannot be read: it is empty'],
  ['a.yaml', '', ': cannot be read: it is empty'],
  ['a.yaml', '# soon\n', ': cannot be read: it has only comments'],
  [
    'a.yaml',
    'attempts: [approve]\n---\nattempts: [approve]',
    ':2: cannot be read: it has several documents, divided by ---; each needs a file of its own',
  ],
  ['a.yaml', 'attempts:\n\t- approve', ':2: cannot be read: Tabs are not allowed as indentation'],
];
for (const [file, text, message] of unreadable)
  test(`${file} with ${JSON.stringify(text)} is refused, and why`, async (t) => {
    const folder = await folderWith(t, { [file]: text });

    t.deepEqual((await checkScenarios(folder)).mistakes, [`${join(folder, file)}${message}`]);
    for (const language of ['ru', 'kk'] as const)
      t.regex(refusalIn(language, message.replace(/^[:\d]+ /, '')), /^\p{Script=Cyrillic}/u);
  });

const nearMisses: readonly (readonly [text: string, message: string])[] = [
  [
    'attempts: [{ decline: "116" }]',
    'attempts[0].decline: expected an action code or its name, got "116"; did you mean 116 without quotes?',
  ],
  ['attempts: [{ approve: yes }]', 'attempts[0].approve: expected true, got "yes"; did you mean true?'],
  [
    'attempts: [approve]\npayer: { leavesPage: no }',
    'payer.leavesPage: expected true or false, got "no"; did you mean false?',
  ],
  ['attempts: [approve]\npayer: { atACS: pass }', 'payer.atACS: unknown key; did you mean atAcs?'],
  ['attempts: [approve]\nexpect: { order_status: 2 }', 'expect.order_status: unknown key; did you mean orderStatus?'],
  [
    'attempts: [approve]\nexpect: { actionCode: "0" }',
    'expect.actionCode: expected an action code, got "0"; did you mean 0 without quotes?',
  ],
  [
    'attempts: [approve]\nwhen: { amount: "500" }',
    'when.amount: expected a whole number of minor units, or a range { from, to }, got "500"; did you mean 500 without quotes?',
  ],
  ['attempts: [approve]\nphases: 3', 'phases: expected 1 or 2, got 3'],
  [
    'callbacks: [{ on: any, do: { fails: always, repeat: 2 } }]',
    'callbacks[0]: fails and repeat contradict each other: the shop never gets the callback',
  ],
];
for (const [text, message] of nearMisses)
  test(`${JSON.stringify(text)} names what was meant`, async (t) => {
    const folder = await folderWith(t, { 'a.yaml': text });
    const [mistake = ''] = (await checkScenarios(folder)).mistakes;

    t.is(mistake.replace(/^.*?:\d+: /, ''), message);
    for (const language of ['ru', 'kk'] as const) t.regex(refusalIn(language, message), /\p{Script=Cyrillic}/u);
  });

test('a wrong name says what names are made of, and what was probably meant', async (t) => {
  const folder = await folderWith(t, { 'No Money.yaml': scenario, 'Оплата.yaml': scenario });

  const made = 'expected a name of small letters a to z, digits and single hyphens, with at least one letter';
  t.deepEqual((await checkScenarios(folder)).mistakes, [
    `${join(folder, 'No Money.yaml')}:1: ${made}, got "No Money"; did you mean no-money?`,
    `${join(folder, 'Оплата.yaml')}:1: ${made}, got "Оплата"`,
  ]);
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
