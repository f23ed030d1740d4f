import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { runtimes } from '../helpers/process/runtimes.ts';

const root = path.join(import.meta.dirname, '../..');
const packages = Object.values(runtimes).flatMap((runtime) => runtime.packages.split(' '));
const wordsIn = (file: string) => new Set(readFileSync(path.join(root, file), 'utf8').split(/[^\w-]+/));

for (const file of ['.ci/packages', 'CONTRIBUTING.md']) {
  test(`${file} names every package that runs a recipe`, (t) => {
    const words = wordsIn(file);

    t.deepEqual(
      packages.filter((name) => !words.has(name)),
      [],
    );
  });
}
