import { join } from 'node:path';
import test from 'ava';
import { ScenarioError } from '../../../simulator/domain/scenario-error.ts';
import { loadScenarios } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
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
    message: `${join(folder, 'a.yaml')}: the name a is already taken by ${join(folder, 'a.json')}`,
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
