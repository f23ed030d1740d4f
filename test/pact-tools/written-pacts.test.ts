import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import type { Json } from '../helpers/simulator/simulator.ts';
import { pactsFolder, table } from './foreign-pacts/table.ts';
import { writePact } from './foreign-pacts/written-pact.ts';
import { writtenPacts } from './foreign-pacts/written-pacts.ts';

const readPact = (file: string): Json => JSON.parse(readFileSync(path.join(pactsFolder, file), 'utf8'));

for (const pact of writtenPacts) {
  test(`${pact.file} is as the core of Pact writes it in version ${pact.version} of the format`, (t) => {
    t.deepEqual(readPact(pact.file), writePact(pact, temporaryFolder(t)));
  });
}

test('each interaction of each pact has a row, and there are more than 25', (t) => {
  const files = globSync('*.json', { cwd: pactsFolder }).sort();
  t.deepEqual(files, Object.keys(table).sort());
  let count = 0;
  for (const file of files) {
    const descriptions = readPact(file)['interactions'].map(({ description }: Json) => description);
    count += descriptions.length;
    t.deepEqual(descriptions.toSorted(), (table[file] ?? []).map(({ description }) => description).sort(), file);
  }
  t.true(count > 25);
});
