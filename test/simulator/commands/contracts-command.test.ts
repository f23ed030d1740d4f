import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { readPact } from '../../../contracts/pact/pact-file.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

const wrongFiles: readonly (readonly [text: string | undefined, reason: string])[] = [
  [undefined, 'it cannot be read (ENOENT)'],
  ['root:x:0:0', 'it is not JSON'],
  ['{}', 'it has no interactions'],
  ['null', 'it has no interactions'],
  ['{"interactions":{}}', 'it has no interactions'],
];

for (const [text, reason] of wrongFiles) {
  test(`a pact file of ${text ?? 'nothing'} is refused with its name: ${reason}`, (t) => {
    const file = join(temporaryFolder(t), 'pact.json');
    if (text !== undefined) writeFileSync(file, text);

    t.throws(() => readPact(file), { message: `${file}: expected a pact file, but ${reason}` });
  });
}
