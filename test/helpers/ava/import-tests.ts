import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

/**
 * Declares the tests of every file in these folders of test/ and below, so that one process runs them. Loads the files
 * synchronously, because AVA starts as soon as the first test is declared and refuses tests that are declared later.
 */
export const importTests = (...folders: readonly string[]): void => {
  for (const folder of folders) {
    const files = globSync(`${folder}/**/*.test.ts`, { cwd: root }).toSorted();
    if (files.length === 0) throw new Error(`test/${folder} has no test file`);
    for (const file of files) load(join(root, file));
  }
};
