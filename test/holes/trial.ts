import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'ava';

/** A change of a file: a text that stands in it once, and what replaces it. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A run of test files in one process, in a copy of the program. */
export interface Trial {
  /** The test files, below `test/`. */
  readonly tests: readonly string[];
  /** The hole; absent: the program as it is. */
  readonly change?: Change;
  /** The files that trials change. The one before may have been killed, and have left its hole. */
  readonly changed: readonly string[];
  /** The folder of the program that is not changed. */
  readonly original: string;
  /** The file for the verdict, which is `green` or `red`. A process that is killed, because it hangs, leaves none. */
  readonly verdict: string;
}

const root = join(import.meta.dirname, '../..');
const load = createRequire(import.meta.url);

/** Declares the tests of a trial in this process of AVA, which ends at the first test that fails. */
export const runTrial = ({ tests, change, changed, original, verdict }: Trial): void => {
  for (const file of changed) copyFileSync(join(original, file), join(root, file));
  if (change) plant(change);

  let isGreen = false;
  process.once('exit', (code) => writeFileSync(verdict, isGreen && code === 0 ? 'green' : 'red'));
  test.afterEach.always('one test that fails is enough', (t) => {
    if (!t.passed) process.exit(1);
  });
  test.after('all tests have passed', () => {
    isGreen = true;
  });
  // Synchronously, because AVA refuses tests that are declared later.
  for (const file of tests) load(join(root, 'test', file));
};

const plant = ({ file, from, to }: Change): void => {
  const path = join(root, file);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(from, () => to),
  );
};
