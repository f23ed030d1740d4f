import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

/**
 * Declares the tests of these files of test/, so that one process runs them. Loads the files synchronously, because AVA starts
 * as soon as the first test is declared and refuses tests that are declared later.
 */
const declare = (pattern: string, exclude: readonly string[]): void => {
  const files = globSync(pattern, { cwd: root, exclude }).toSorted();
  if (files.length === 0) throw new Error(`test/${pattern} has no test file`);
  for (const file of files) load(join(root, file));
};

/** The tests of every file in these folders of test/ and below, without those that only `npm run test:slow` runs. */
export const importTests = (...folders: readonly string[]): void => {
  for (const folder of folders) declare(`${folder}/**/*.test.ts`, ['**/*.slow.test.ts']);
};

/** The tests that only `npm run test:slow` runs: they take much of the processor, and rarely fail. */
export const importSlowTests = (...folders: readonly string[]): void => {
  for (const folder of folders) declare(`${folder}/**/*.slow.test.ts`, []);
};
