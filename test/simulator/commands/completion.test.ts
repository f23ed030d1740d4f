import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { runProgram } from '../../../simulator/commands/program.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

const run = promisify(execFile);

type Shell = 'bash' | 'zsh' | 'fish';

const scriptFor = async (shell: string) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(['completion', shell], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join(''), err: err.join('') };
};

const isHere = (shell: Shell): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

/** How a shell completes the last word of a line with the script in a file, without a terminal. */
const asking: Readonly<Record<Shell, (file: string, words: readonly string[]) => readonly string[]>> = {
  bash: (file, words) => ['--norc', '-c', `source ${file}; ${call(words)}; printf '%s\\n' "\${COMPREPLY[@]}"`],
  zsh: (file, words) => ['-f', '-c', `source ${file}; ${call(words)}; print -l -- $COMPREPLY`],
  fish: (file, words) => ['--no-config', '-c', `source ${file}; complete -C '${words.join(' ')}'`],
};

/** What a shell does when a person presses the key. */
const call = (words: readonly string[]): string =>
  `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; ${'emulate sh -c _tillbox 2>/dev/null || _tillbox'}`;

/** The words that a shell offers for the last word of a line, without descriptions. */
const completerFor = async (t: ExecutionContext, shell: Shell) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'script');
  writeFileSync(file, (await scriptFor(shell)).out);
  mkdirSync(join(folder, 'my scenarios'));
  writeFileSync(join(folder, 'my scenario.yaml'), '');
  return async (line: string): Promise<readonly string[]> => {
    const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ZDOTDIR: folder, HOME: folder } } as const;
    const { stdout } = await run(shell, asking[shell](file, line.split(' ')), options);
    const typed = line.split(' ').at(-1) ?? '';
    // Without a terminal zsh leaves out nothing; fish adds descriptions.
    return stdout
      .split('\n')
      .flatMap((word) => word.split('\t')[0]?.trim() || [])
      .filter((word) => word.startsWith(typed));
  };
};

const lines: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['tillbox sta', ['start']],
  ['tillbox s', ['start', 'scenarios']],
  ['tillbox trigger ', ['expire', 'capture', 'reverse', 'refund', 'chargeback']],
  ['tillbox orders --status par', ['partly-deposited']],
  ['tillbox time f', ['freeze']],
  ['tillbox scenarios ', ['check', 'list', 'explain', 'try']],
  ['tillbox scenarios try slow-ba', ['slow-bank', 'slow-bank-then-decline']],
  ['tillbox scenarios explain --curr', ['--currency']],
  ['tillbox scenarios explain --currency KZ', ['KZT']],
  ['tillbox scenarios explain --language ', ['en', 'ru', 'kk']],
  ['tillbox scenarios explain --scenario three-ds-una', ['three-ds-unavailable']],
  ['tillbox pay --card 555555555555559', ['5555555555555599']],
  ['tillbox completion ', ['bash', 'zsh', 'fish']],
  ['tillbox start --h', ['--help']],
  ['tillbox pay --expiry ', []],
];

for (const shell of ['bash', 'zsh', 'fish'] as const) {
  const title = `tillbox completion ${shell} completes commands, options and their values`;
  if (!isHere(shell)) {
    console.warn(`Skipped, because there is no ${shell} here: ${title}`);
    continue;
  }

  test(title, async (t) => {
    const complete = await completerFor(t, shell);

    for (const [line, offered] of lines) t.deepEqual([...(await complete(line))].sort(), [...offered].sort(), line);
    const [folder, ...others] = await complete('tillbox scenarios list --folder my');
    t.regex(folder ?? '', /^my\\? scenarios\/?$/, 'folders only, with a space');
    t.deepEqual(others, []);
    t.is((await complete('tillbox scenarios check my')).length, 2, 'folders and files');
  });
}

test('the script for zsh is that for bash behind what zsh needs for it; all begin with what their shells look for', async (t) => {
  const [bash, zsh, fish] = [await scriptFor('bash'), await scriptFor('zsh'), await scriptFor('fish')];

  t.true(zsh.out.startsWith('#compdef tillbox\n'));
  t.true(zsh.out.endsWith(`\nbashcompinit\n${bash.out}`));
  t.true(bash.out.endsWith('\ncomplete -F _tillbox tillbox\n'));
  t.true(fish.out.split('\n').every((line) => line === '' || line.startsWith('complete -c tillbox ')));
});

test('another shell is refused with what was meant', async (t) => {
  t.deepEqual(await scriptFor('bsh'), {
    code: 2,
    out: '',
    err: 'error: there is no script for bsh: expected bash, zsh, fish; did you mean bash?\n--help shows the usage.\n',
  });
});
