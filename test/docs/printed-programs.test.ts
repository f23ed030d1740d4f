import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { runnableProgram } from '../helpers/process/runnable-program.ts';
import { blocksIn } from '../helpers/process/shell-blocks.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';

/** Runners that test/package runs. */
const ofRunners = /from '(?:vitest|@playwright\/test)'/;

const programs = blocksIn('docs/testing.md').filter(({ language, text }) => language === 'ts' && !ofRunners.test(text));

/** The program with the address of this simulator, and without what it prints. */
const toRun = async (text: string, url: string): Promise<string> =>
  (await runnableProgram(text)).replaceAll('http://localhost:8080', url).replaceAll('console.log(', 'void (');

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
