import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'ava';

const root = join(import.meta.dirname, '../..');
const load = createRequire(import.meta.url);

/** Where the suites have their AVA configurations: `npm test` at the top, the others in their folders. */
const configs = [
  '',
  ...['slow', 'stores', 'browser', 'package', 'recipes', 'site', 'bench', 'openapi', 'pact-tools'].map(
    (folder) => `test/${folder}`,
  ),
];

/** Files that run twice: in memory in npm test, on every store in test:slow. */
const runsTwice = (file: string): boolean => file.includes('/each-store/');

const isSlow = (file: string): boolean => file.endsWith('.slow.test.ts');

/** The files in the folders that a file names in `importTests('client', 'journeys')`, or in `importSlowTests`. */
const importedBy = (file: string): readonly string[] => {
  const calls = readFileSync(join(root, file), 'utf8').matchAll(/^import(Slow)?Tests\(([^)]*)\);$/gm);
  return [...calls].flatMap(([, slow, folders = '']) =>
    [...folders.matchAll(/'([^']+)'/g)]
      .flatMap(([, folder]) => globSync(`test/${folder}/**/*.test.ts`, { cwd: root }))
      .filter((found) => isSlow(found) === (slow !== undefined)),
  );
};

/** Every file that a suite runs, as often as it runs it. */
const filesOf = (folder: string): readonly string[] => {
  const { files } = load(join(root, folder, 'ava.config.js')).default as { readonly files: readonly string[] };
  const named = files.flatMap((pattern) => globSync(pattern, { cwd: root }));
  return [...named, ...named.flatMap(importedBy)];
};

test('every test file is run by one suite, once', (t) => {
  const runs = configs.flatMap(filesOf);

  const timesOf = (file: string): number => runs.filter((run) => run === file).length;
  const all = globSync('test/**/*.test.ts', { cwd: root, exclude: (name) => name === 'node_modules' });
  t.true(all.length > 150);
  t.deepEqual(
    all.filter((file) => timesOf(file) !== (runsTwice(file) ? 2 : 1)).map((file) => `${file}: ${timesOf(file)}`),
    [],
  );
});
