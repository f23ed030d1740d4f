import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import { transform } from 'esbuild';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { blocksIn } from '../helpers/process/shell-blocks.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';

/** Runners that test/package runs. */
const ofRunners = /from '(?:vitest|@playwright\/test)'/;

const programs = blocksIn('docs/testing.md').filter(({ language, text }) => language === 'ts' && !ofRunners.test(text));

const sources = new Map([
  ['tillbox', '../../simulator/index.ts'],
  ['tillbox/client', '../../client/index.ts'],
]);

/** The program as JavaScript of Node 22, with the package's sources in place of the package. */
const toRun = async (text: string, url: string): Promise<string> => {
  const { code } = await transform(text, { loader: 'ts', target: 'node22', format: 'esm' });
  return code
    .replaceAll(/(?<=from ")(tillbox[^"]*)(?=")/g, (name) => new URL(sources.get(name) ?? name, import.meta.url).href)
    .replaceAll('http://localhost:8080', url)
    .replaceAll('console.log(', 'void (');
};

test('docs/testing.md shows programs', (t) => {
  t.is(programs.length, 4);
});

for (const [index, { text }] of programs.entries()) {
  test(`program ${index + 1} of docs/testing.md runs as it is printed`, async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-docs-'));
    t.teardown(() => rmSync(folder, { recursive: true, force: true }));
    const { url } = await simulatorFor(t, { journalSize: 100, scenarios: bundledScenarios });
    const file = path.join(folder, 'program.mjs');
    writeFileSync(file, await toRun(text, url));

    await t.notThrowsAsync(import(pathToFileURL(file).href));
  });
}
