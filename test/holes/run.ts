import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hole } from './hole.ts';
import { holes } from './holes.ts';
import type { Trial } from './trial.ts';

/**
 * Plants one hole after the other into copies of the program, and runs the tests that must notice it, in a process for each
 * hole. Named on the command line: only holes whose text contains all the words. Prints TAP, and fails if a hole was not
 * noticed, or no longer fits the code.
 */
const root = join(import.meta.dirname, '..', '..');

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = holes.filter(({ hole, file }) => words.every((word) => `${hole} ${file}`.includes(word)));
const changed = [...new Set(holes.map(({ file }) => file))];

const scratch = mkdtempSync(join(tmpdir(), 'tillbox-holes-'));

const copyProgram = (name: string): string => {
  const folder = join(scratch, name);
  const leftOut = /\/(?:node_modules|dist|\.git)$/;
  cpSync(root, folder, { recursive: true, filter: (path) => !leftOut.test(path) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'test/holes/trials'));
  return folder;
};

/** One AVA for all trials of a copy, because it takes as long to start as many of the tests. */
const runAva = (folder: string, files: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    const ava = [join(folder, 'node_modules/ava/entrypoints/cli.js'), '--config', 'test/holes/ava.config.js'];
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, '.compiled') };
    spawn(process.execPath, [...ava, ...files], { cwd: folder, stdio: 'ignore', env }).once('exit', () => resolve());
  });

type Run = Pick<Trial, 'tests' | 'change'>;
type Verdict = 'green' | 'red' | 'hanging';

let written = 0;

/** Runs trials in copies of the program; the verdicts, in the order of the trials. */
const verdictsOf = async (copies: readonly string[], runs: readonly Run[]): Promise<readonly Verdict[]> => {
  const trials = runs.map((run, index) => {
    const name = `${++written}.test.ts`;
    const verdict = join(scratch, `${name}.verdict`);
    const copy = copies[index % copies.length] ?? '';
    const trial: Trial = { ...run, changed, original: root, verdict };
    const text = `import { runTrial } from '../trial.ts';\n\nrunTrial(${JSON.stringify(trial)});\n`;
    writeFileSync(join(copy, 'test/holes/trials', name), text);
    return { copy, verdict, file: `test/holes/trials/${name}` };
  });
  await Promise.all(
    copies.map((copy) => {
      const files = trials.filter((trial) => trial.copy === copy).map(({ file }) => file);
      return files.length > 0 ? runAva(copy, files) : undefined;
    }),
  );
  return trials.map(({ verdict }) => (existsSync(verdict) ? (readFileSync(verdict, 'utf8') as Verdict) : 'hanging'));
};

/** Why a hole no longer fits the code; undefined: it does. */
const misfitOf = ({ file, from }: Hole): string | undefined => {
  const times = readFileSync(join(root, file), 'utf8').split(from).length - 1;
  return times === 1 ? undefined : `${file} has the text to replace ${times} times: ${from}`;
};

/** What is wrong with the verdict on a hole; undefined: it was noticed. */
const faultOf = ({ tests }: Hole, verdict: Verdict | undefined): string | undefined => {
  if (verdict === 'red') return undefined;
  return verdict === 'green' ? `no test of ${tests.join(', ')} notices it` : 'its tests hang';
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

/** What is wrong with the tests when the program has no hole; undefined: nothing. */
const unfitOf = (sets: readonly (readonly string[])[], verdicts: readonly Verdict[]): string | undefined => {
  const wrong = sets.flatMap((tests, index) => (verdicts[index] === 'green' ? [] : [`${tests} ${verdicts[index]}`]));
  return wrong.length > 0 ? wrong.join(', ') : undefined;
};

try {
  const copies = Array.from({ length: Math.min(availableParallelism(), Math.max(1, chosen.length)) }, (_, index) =>
    copyProgram(String(index)),
  );
  const sets = [...new Map(chosen.map(({ tests }) => [tests.join(), tests])).values()];
  const unfit = unfitOf(
    sets,
    await verdictsOf(
      copies,
      sets.map((tests) => ({ tests })),
    ),
  );
  tell('without a hole the tests are green', unfit);

  if (unfit === undefined) {
    const misfits = new Map(chosen.map((hole) => [hole, misfitOf(hole)]));
    const planted = chosen.filter((hole) => misfits.get(hole) === undefined);
    const verdicts = await verdictsOf(
      copies,
      planted.map(({ file, from, to, tests }) => ({ tests, change: { file, from, to } })),
    );
    for (const hole of chosen) tell(hole.hole, misfits.get(hole) ?? faultOf(hole, verdicts[planted.indexOf(hole)]));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`# pass ${passed}\n# fail ${failures.length}\n# skip 0`);
process.exitCode = failures.length === 0 ? 0 : 1;
