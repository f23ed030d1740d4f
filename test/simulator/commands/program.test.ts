import { readFile } from 'node:fs/promises';
import test from 'ava';
import { runProgram } from '../../../simulator/commands/program.ts';
import { settings } from '../../../simulator/config.ts';

/** Runs the command line; gives its exit code and its output. */
const run = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join(''), err: err.join('') };
};

/** Every command, with arguments and options that its help has to name. */
const commands: Readonly<Record<string, readonly string[]>> = {
  start: [],
  pay: ['formUrl', '--card <PAN>', '--expiry <MM/YY>', '--cvc <digits>', '--otp <code>', '--verbose'],
  demo: ['folder'],
  'scenarios check': ['places', '--folder <folder>'],
  'scenarios list': ['--json', '--folder <folder>'],
  'scenarios explain': [
    '--amount <minor>',
    '--order-number <number>',
    '--card <PAN>',
    '--client-id <id>',
    '--email <address>',
    '--description <text>',
    '--currency <code>',
    '--language <code>',
    '--merchant <login>',
    '--attempt <number>',
    '--scenario <name>',
    '--folder <folder>',
  ],
  'scenarios try': ['scenario', '--folder <folder>'],
  contracts: ['files'],
};

test('tillbox --help lists every command with one line', async (t) => {
  const { code, out, err } = await run('--help');
  const [, list = ''] = out.split('\nCommands:\n');
  const lines = list.trimEnd().split('\n');

  t.is(code, 0);
  t.is(err, '');
  t.deepEqual(
    lines.map((line) => /^ {2}((?:scenarios )?[a-z]+)(?: [[<]\S+)* {2,}\S/.exec(line)?.[1]),
    Object.keys(commands),
  );
});

for (const [name, parts] of Object.entries(commands)) {
  test(`tillbox ${name} --help has usage, arguments, options and one example`, async (t) => {
    const { code, out, err } = await run(...name.split(' '), '--help');

    t.is(code, 0);
    t.is(err, '');
    t.true(out.startsWith(`Usage: tillbox ${name} [options]`));
    const items = out.split('\n').map((line) => /^ {2}(\S+(?: <\S+>)?)(?: {2,}|$)/.exec(line)?.[1] ?? '');
    t.deepEqual(
      parts.filter((part) => !items.includes(part)),
      [],
    );
    t.regex(out, /^ {2}-h, --help /m);
    t.is(out.match(/\nExample:\n {2}\$ .*\btillbox \S.*\n/g)?.length, 1);
    if (name !== 'start') t.true(out.split('\n').every(({ length }) => length <= 120));
  });
}

test('tillbox scenarios --help lists its commands', async (t) => {
  const { code, out } = await run('scenarios', '--help');

  t.is(code, 0);
  for (const name of ['check', 'list', 'explain', 'try'])
    t.regex(out, new RegExp(`^ {2}scenarios ${name} .* {2}\\S`, 'm'));
});

test('tillbox start --help lists every setting', async (t) => {
  const { out } = await run('start', '--help');

  for (const { variable, meaning } of Object.values(settings)) t.true(out.includes(variable) && out.includes(meaning));
});

test('tillbox --version is the version of the package', async (t) => {
  const manifest = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');

  t.deepEqual(await run('--version'), { code: 0, out: `${JSON.parse(manifest).version}\n`, err: '' });
});

const wrongUses: readonly (readonly [args: readonly string[], err: RegExp])[] = [
  [['fly'], /^error: unknown command 'fly'\n/],
  [['toString'], /^error: unknown command 'toString'\n/],
  [['strat'], /^error: unknown command 'strat'\n\(Did you mean start\?\)\n/],
  [['--port', '80'], /^error: unknown option '--port'\n/],
  [['start', 'now'], /^error: too many arguments for 'start'/],
  [['start', '--port'], /^error: unknown option '--port'\n/],
  [['pay'], /^error: missing required argument 'formUrl'\n/],
  [['pay', 'one', 'two'], /^error: too many arguments for 'pay'/],
  [['pay', 'one', '--card'], /^error: option '--card <PAN>' argument missing\n/],
  [['pay', 'one', '--verbos'], /^error: unknown option '--verbos'\n\(Did you mean --verbose\?\)\n/],
  [['demo', 'one', 'two'], /^error: too many arguments for 'demo'/],
  [['contracts', '--fast'], /^error: unknown option '--fast'\n/],
];

for (const [args, err] of wrongUses) {
  test(`tillbox ${args.join(' ')} is wrong usage`, async (t) => {
    const ran = await run(...args);

    t.is(ran.code, 2);
    t.is(ran.out, '');
    t.regex(ran.err, err);
    t.true(ran.err.endsWith('\n--help shows the usage.\n'));
  });
}

test('a scenario file that is wrong ends the demo with its mistakes', async (t) => {
  t.deepEqual(await run('demo', '/no/such/folder'), {
    code: 1,
    out: '',
    err: '/no/such/folder: expected a folder of scenario files, but it cannot be read (ENOENT)\n',
  });
});
