import test from 'ava';
import { packedModule } from '../../../simulator/commands/packed-module.ts';
import { ScenarioError } from '../../../simulator/domain/errors/scenario-error.ts';
import { bundledScenarios } from '../../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { loadScenarios } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
import { type PackedScenarios, unpackScenarios } from '../../../simulator/scenario-engine/definition/pack-scenarios.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';

/** The module as a program would load it. */
const loaded = async (text: string): Promise<PackedScenarios> =>
  (await import(`data:text/javascript,${encodeURIComponent(text)}`)).packedScenarios;

test('the data that the build puts into the bundle are the scenarios of the files', async (t) => {
  const files = await loadScenarios(bundledScenarios);

  const { names, named, conditional } = unpackScenarios(await loaded(await packedModule(bundledScenarios)));

  t.true(files.length >= 110);
  t.deepEqual(
    names,
    files.map(({ name }) => name),
  );
  for (const scenario of files) t.deepEqual(named(scenario.name), scenario);
  t.deepEqual(
    conditional(),
    files.filter(({ when }) => when),
  );
  t.true(conditional().length > 0);
});

test('a scenario of the bundle is read at its first use, and only once', async (t) => {
  const { texts } = await loaded(await packedModule(bundledScenarios));
  const asked: string[] = [];
  const counted = new Proxy(texts, {
    get: (all, name) => {
      asked.push(String(name));
      return all[String(name)];
    },
  });

  const { named } = unpackScenarios({ texts: counted, conditional: [] });
  const first = named('slow-bank');

  t.is(named('slow-bank'), first);
  t.is(named('no-such'), undefined);
  t.is(named('toString'), undefined);
  t.deepEqual(asked, ['slow-bank']);
});

test('the build fails with the line of a wrong scenario', async (t) => {
  const folder = await folderWith(t, {
    'good.yaml': 'attempts: [{ approve: true }]',
    'wrong.yaml': 'about: x\nattempts:\n  - decline: card-lots\n',
  });

  await t.throwsAsync(packedModule(folder), {
    instanceOf: ScenarioError,
    message: /wrong\.yaml:3: attempts\[0\]\.decline: .*did you mean card-lost\?$/,
  });
});
