import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hole } from './hole.ts';
import { holes } from './holes.ts';

/**
 * Plants one hole after the other into a copy of the program, and runs the tests that must notice it; `--all`: the whole
 * suite. Named on the command line: only holes whose text contains one of the words. Prints TAP, and fails if a hole was
 * not noticed, or no longer fits the code.
 */
const root = join(import.meta.dirname, '..', '..');

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isWhole = process.argv.includes('--all');
const chosen = holes.filter(({ hole, file }) => words.every((word) => `${hole} ${file}`.includes(word)));

/** Longest time of one run, in milliseconds; a hole that lets a test hang is not noticed by it. */
const patienceMs = isWhole ? 900_000 : 120_000;

const folders: string[] = [];

const copyProgram = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tillbox-holes-'));
  folders.push(folder);
  const leftOut = /\/(?:node_modules|dist|\.git)$/;
  cpSync(root, folder, { recursive: true, filter: (path) => !leftOut.test(path) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

const runTests = (folder: string, files: readonly string[]): Promise<'green' | 'red' | 'hanging'> =>
  new Promise((resolve) => {
    const ava = join(folder, 'node_modules', 'ava', 'entrypoints', 'cli.js');
    const child = spawn(process.execPath, [ava, '--fail-fast', ...files.map((file) => `test/${file}`)], {
      cwd: folder,
      stdio: 'ignore',
      timeout: patienceMs,
    });
    child.once('exit', (code) => resolve(code === 0 ? 'green' : code === null ? 'hanging' : 'red'));
  });

/** What is wrong with a hole; undefined: it was noticed. */
const faultOf = async (folder: string, { file, from, to, tests }: Hole): Promise<string | undefined> => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2)
    return `${file} has the text to replace ${text.split(from).length - 1} times: ${from}`;
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  const result = await runTests(folder, isWhole ? [] : tests);
  writeFileSync(path, text);
  if (result === 'red') return undefined;
  return result === 'green' ? `no test of ${tests.join(', ')} notices it` : 'its tests hang';
};

let passed = 0;
const failures: string[] = [];
const tell = (title: string, fault: string | undefined): void => {
  if (fault === undefined) passed++;
  else failures.push(title);
  console.log(
    `${fault === undefined ? 'ok' : 'not ok'} ${passed + failures.length} - ${title}${fault ? `: ${fault}` : ''}`,
  );
};

try {
  const first = copyProgram();
  const whole = [...new Set(chosen.flatMap(({ tests }) => tests))].toSorted();
  const clean = await runTests(first, isWhole ? [] : whole);
  tell('without a hole the tests are green', clean === 'green' ? undefined : `they are ${clean}`);

  const waiting = clean === 'green' ? [...chosen] : [];
  const work = async (folder: string): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) tell(next.hole, await faultOf(folder, next));
  };
  const others = Array.from({ length: Math.min(availableParallelism(), chosen.length) - 1 }, copyProgram);
  await Promise.all([first, ...others].map(work));
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
console.log(`# pass ${passed}\n# fail ${failures.length}\n# skip 0`);
process.exitCode = failures.length === 0 ? 0 : 1;
