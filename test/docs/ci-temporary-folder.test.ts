import { execFileSync } from 'node:child_process';
import { existsSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');

/** The folder that a run makes if this one is the folder in memory; `df`: a function in place of the program. */
const folderOf = (t: ExecutionContext, memory: string, df: string): string => {
  const script = `set -euo pipefail; . .ci/temporary-folder.sh; df() { ${df}; }; temporary_folder "$1"`;
  const folder = execFileSync('bash', ['-c', script, 'bash', memory], { cwd: root, encoding: 'utf8' }).trimEnd();
  t.teardown(() => existsSync(folder) && rmdirSync(folder));
  return folder;
};

test('the temporary files of a run are in memory if there is room', (t) => {
  const memory = temporaryFolder(t);

  const folder = folderOf(t, memory, 'echo 6000000');

  t.is(dirname(folder), memory);
  t.is(statSync(folder).mode & 0o7777, 0o1777);
});

for (const [why, df] of Object.entries({ 'there is no room': 'echo 5999999', 'nobody knows': 'return 1' }))
  test(`they are where temporary files are otherwise, if ${why}`, (t) => {
    const memory = temporaryFolder(t);

    const folder = folderOf(t, memory, df);

    t.is(dirname(folder), tmpdir());
    t.is(statSync(folder).mode & 0o7777, 0o1777);
  });

test('they are where temporary files are otherwise, if no folder can be made in memory', (t) => {
  const memory = join(temporaryFolder(t), 'none');

  t.is(dirname(folderOf(t, memory, 'echo 6000000')), tmpdir());
});
