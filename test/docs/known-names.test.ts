import { readFileSync } from 'node:fs';
import test from 'ava';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { loadScenarios } from '../../simulator/scenario-engine/definition/load-scenarios.ts';
import { knownNameModules } from './generate/known-names.ts';

const textOf = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

for (const [file, text] of Object.entries(knownNameModules())) {
  test(`${file} is what the tables and files say (write it with: npm run docs)`, (t) => {
    t.is(textOf(file), text);
  });
}

test('the names of scenarios that an editor completes are those that the simulator knows', async (t) => {
  const names = [...textOf('client/options/scenario-name.ts').matchAll(/^ {2}\| '([^']+)'/gm)].map(([, name]) => name);

  t.deepEqual(
    names,
    (await loadScenarios(bundledScenarios)).map(({ name }) => name),
  );
});
