import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Hole } from './hole.ts';
import { holes } from './holes.ts';

/**
 * Plants one hole after the other into a copy of the program, and runs the test that must notice it; `--all`: the whole
 * suite, which must be red. Named on the command line: only holes whose text contains each of the words. Prints TAP, and
 * fails if a hole was not noticed, or no longer fits the code. That the tests are green without a hole is for `npm test`
 * to show.
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

interface TestRun {
  /** null: it was ended because it took too long. */
  readonly exitCode: number | null;
  readonly failed: readonly string[];
}

/** What of these arguments to AVA is tested, which ends with the first test that is red. */
const runTests = async (folder: string, args: readonly string[]): Promise<TestRun> => {
  const ava = join(folder, 'node_modules', 'ava', 'entrypoints', 'cli.js');
  const child = spawn(process.execPath, [ava, '--tap', '--fail-fast', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let tap = '';
  child.stdout.on('data', (text: Buffer) => {
    tap += text;
  });
  const stopWaiting = new AbortController();
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const exitCode = await Promise.race([
    ended,
    wait(patienceMs, null, { signal: stopWaiting.signal }).catch(() => null),
  ]);
  stopWaiting.abort();
  child.kill();
  return { exitCode, failed: [...tap.matchAll(/^not ok \d+ - (.*)$/gm)].map(([, title = '']) => title) };
};

/** What is wrong with a hole; undefined: it was noticed. */
const faultOf = async (folder: string, { file, from, to, noticed }: Hole): Promise<string | undefined> => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2)
    return `${file} has the text to replace ${text.split(from).length - 1} times: ${from}`;
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  const [testFile, title] = noticed;
  const { exitCode, failed } = await runTests(folder, isWhole ? [] : ['--match', title, `test/${testFile}`]);
  writeFileSync(path, text);
  if (exitCode === null) return 'its tests hang';
  // A test of another title does not run, and one that is not there would end AVA with an error, too.
  if (isWhole ? failed.length > 0 : failed.some((one) => one.endsWith(title))) return undefined;
  return exitCode === 0 ? `${testFile} does not notice it` : `${testFile} has no test "${title}", or does not run`;
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
  const waiting = [...chosen];
  const work = async (): Promise<void> => {
    const folder = copyProgram();
    for (let next = waiting.shift(); next; next = waiting.shift()) tell(next.hole, await faultOf(folder, next));
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), chosen.length) }, work));
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
console.log(`# pass ${passed}\n# fail ${failures.length}\n# skip 0`);
process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
