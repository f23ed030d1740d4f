import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import test from 'ava';
import { runProgram } from '../../../simulator/commands/program.ts';
import { settings } from '../../../simulator/config.ts';

/** Runs the command line; gives its exit code and its output. */
const run = (...args: readonly string[]) => runAt(100, ...args);

/** The same on a terminal of this width. */
const runAt = async (columns: number, ...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(args, { out: (text) => out.push(text), err: (text) => err.push(text), columns });
  return { code, out: out.join(''), err: err.join('') };
};

/** Every command, with arguments and options that its help has to name. */
const commands: Readonly<Record<string, readonly string[]>> = {
  start: [],
  pay: ['formUrl', '--card <PAN>', '--expiry <MM/YY>', '--cvc <digits>', '--otp <code>', '--verbose'],
  demo: ['folder'],
  callback: [
    '--operation <name>',
    '--failed',
    '--field <name=value...>',
    '--any-operation',
    '--forged',
    '--times <number>',
    '--order <id|number>',
    '--sandbox <URL>',
    '--login <login>',
    '--to <URL>',
    '--token <key>',
    '--proof <kind>',
    '--method <method>',
  ],
  listen: ['--url <URL>', '--token <token>', '--login <login>', '--json'],
  orders: [
    '--url <URL>',
    '--token <token>',
    '--login <login>',
    '--json',
    '--status <state>',
    '--number <number>',
    '--since <time>',
    '--before <orderId>',
    '--limit <number>',
  ],
  why: ['order', '--url <URL>', '--token <token>', '--login <login>', '--json'],
  trigger: ['act', 'order', '--url <URL>', '--token <token>', '--login <login>', '--json', '--amount <minor>'],
  time: ['move', '--url <URL>', '--token <token>', '--login <login>', '--json'],
  open: ['order', '--url <URL>', '--token <token>', '--login <login>', '--json'],
  logs: [
    '--url <URL>',
    '--token <token>',
    '--login <login>',
    '--json',
    '--refused',
    '--path <endpoint>',
    '--limit <number>',
    '--follow',
  ],
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
  verify: [
    'pacts',
    '--bank <name>',
    '--all-banks',
    '--require <banks>',
    '--as-is',
    '--in-tenge',
    '--gateway <url>',
    '--login <name>',
    '--filter-description <regex>',
    '--filter-state <regex>',
    '-c, --filter-consumer <regex>',
    '--last-failed',
    '--state-map <file>',
    '--ignore-missing-states',
    '-b, --broker-url <url>',
    '-t, --token <token>',
    '--user <name>',
    '--password <password>',
    '--consumer-version-selectors <json>',
    '--enable-pending',
    '--include-wip-pacts-since <date>',
    '--publish',
    '--provider-version <version>',
    '--provider-branch <branch>',
    '--build-url <url>',
    '-j, --json <file>',
    '-x, --junit <file>',
  ],
  record: [
    'command',
    '-o, --output <file>',
    '--callbacks <file>',
    '--consumer <name>',
    '--reads <fields>',
    '--probe',
    '--date <date>',
    '--bank <name>',
    '--port <number>',
    '--sandbox <URL>',
    '--token <token>',
    '-j, --json <file>',
    '-x, --junit <file>',
  ],
  'verify-shop': [
    '--callback <URL>',
    '--token <key>',
    '--proof <kind>',
    '--method <method>',
    '--buy <URL|command>',
    '--check <URL|command>',
    '--paid <test>',
    '--wait <seconds>',
    '--state-change-url <URL>',
    '--sandbox <URL>',
    '--login <login>',
    '--only <cases>',
    '--skip <cases>',
    '--json <file>',
    '--junit <file>',
  ],
  mutate: [
    'command',
    '--only <ids>',
    '--concurrency <number>',
    '--port <number>',
    '--sandbox <URL>',
    '--token <token>',
    '--min-score <percent>',
    '--report <file>',
    '--html <file>',
    '--json <file>',
    '--junit <file>',
  ],
  drift: [
    '--gateway <url>',
    '--login <name>',
    '--bank <name>',
    '--allow-host <host>',
    '--rate <number>',
    '--list',
    '--cards',
    '--by-hand',
    '--with-wrong-password',
    '--save <file>',
    '--from <file>',
    '--accept <file>',
    '--save-accepted <file>',
    '--fail-on <kind>',
    '--profile <file>',
    '-j, --json <file>',
    '-x, --junit <file>',
  ],
  proxy: [
    '--to <url>',
    '--bank <name>',
    '--allow-host <host>',
    '--port <number>',
    '--errors',
    '--fail-on <kind>',
    '--har <file>',
    '-j, --json <file>',
    '-x, --junit <file>',
  ],
  docs: [],
  completion: ['shell'],
};

test('tillbox --help lists every command with one line, in groups', async (t) => {
  const { code, out, err } = await run('--help');
  const [, list = ''] = out.split('\nGateway:\n');
  const lines = list.split('\n').filter((line) => line.startsWith('  '));

  t.is(code, 0);
  t.is(err, '');
  t.deepEqual(
    lines.map((line) => /^ {2}((?:scenarios )?[a-z-]+)(?: [[<]\S+)* {2,}\S/.exec(line)?.[1]),
    Object.keys(commands),
  );
  t.deepEqual(out.match(/^\w+:$/gm), [
    'Options:',
    'Gateway:',
    'Payments:',
    'Sandbox:',
    'Scenarios:',
    'Contracts:',
    'Documentation:',
    'Shell:',
  ]);
});

for (const [name, parts] of Object.entries(commands)) {
  test(`tillbox ${name} --help has usage, arguments, options and one example`, async (t) => {
    const { code, out, err } = await run(...name.split(' '), '--help');

    t.is(code, 0);
    t.is(err, '');
    t.true(out.startsWith(`Usage: tillbox ${name} [options]`));
    const items = out.split('\n').map((line) => /^ {2}((?:-\w, )?\S+(?: <\S+>)?)(?: {2,}|$)/.exec(line)?.[1] ?? '');
    t.deepEqual(
      parts.filter((part) => !items.includes(part)),
      [],
    );
    t.regex(out, /^ {2}-h, --help /m);
    t.is(out.match(/\nExample:\n {2}\$ .*\btillbox \S.*\n/g)?.length, 1);
    for (const columns of [100, 80, 70]) {
      const narrow = await runAt(columns, ...name.split(' '), '--help');
      const tooLong = narrow.out.split('\n').filter((line) => line.length > columns && !line.startsWith('  $ '));
      t.deepEqual(tooLong, [], `${columns} columns`);
    }
    t.deepEqual(await run('help', ...name.split(' ')), { code, out, err });
  });
}

test('tillbox scenarios --help lists its commands', async (t) => {
  const { code, out } = await run('scenarios', '--help');

  t.is(code, 0);
  for (const name of ['check', 'list', 'explain', 'try'])
    t.regex(out, new RegExp(`^ {2}scenarios ${name} .* {2}\\S`, 'm'));
});

test('tillbox start --help lists every setting with its values and its default', async (t) => {
  const { out } = await run('start', '--help');

  const [, list = ''] = out.split('Settings, from the environment:');
  const words = list.replaceAll(/\s+/g, ' ');
  for (const { variable, meaning, expects, default: standard } of Object.values(settings)) {
    t.true(words.includes(` ${variable} ${meaning.replaceAll('`', '')}`), variable);
    t.true(words.includes(` Default: ${standard || 'empty'}.`), variable);
    if (!expects.startsWith('a text')) t.true(words.includes(` Expects ${expects}.`), variable);
  }
  for (const value of ['bereke, bpc, vtb-kz,', 'memory, sqlite:', 'debug', 'hmac'])
    t.true(words.includes(value), value);
});

test('tillbox help is tillbox --help', async (t) => {
  t.deepEqual(await run('help'), await run('--help'));
  t.deepEqual(await run('help', 'scenarios'), await run('scenarios', '--help'));
});

test('output that nobody reads ends a command without a word', async (t) => {
  const program = spawn(process.execPath, ['simulator/commands/cli.ts', '--help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  program.stdout.destroy();

  const [stderr] = await Promise.all([text(program.stderr), once(program, 'exit')]);

  t.deepEqual({ stderr, code: program.exitCode }, { stderr: '', code: 0 });
});

test('tillbox --version is the version of the package', async (t) => {
  const manifest = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');

  t.deepEqual(await run('--version'), { code: 0, out: `${JSON.parse(manifest).version}\n`, err: '' });
});

const wrongUses: readonly (readonly [args: readonly string[], err: RegExp])[] = [
  [['fly'], /^error: unknown command 'fly'\n/],
  [['toString'], /^error: unknown command 'toString'\n/],
  [['strat'], /^error: unknown command 'strat'\n\(Did you mean start\?\)\n/],
  [['scenario', 'list'], /^error: unknown command 'scenario'\n\(Did you mean scenarios\?\)\n/],
  [['explian'], /^error: unknown command 'explian'\n\(Did you mean scenarios explain\?\)\n/],
  [['scenarios', 'lst'], /^error: unknown command 'lst'\n\(Did you mean scenarios list\?\)\n/],
  [['scenarios', 'fly'], /^error: unknown command 'fly'\n--help/],
  [['help', 'fly'], /^error: unknown command 'fly'\n/],
  [['fly', '--help'], /^error: unknown command 'fly'\n/],
  [['scenarios', 'fly', '-h'], /^error: unknown command 'fly'\n/],
  [['completion'], /^error: missing required argument 'shell'\n/],
  [['completion', 'bash', 'zsh'], /^error: too many arguments for 'completion'/],
  [
    ['--port', '80'],
    /^error: unknown option '--port'\n\(PORT is a setting of the environment: PORT=\.\.\. tillbox\)\n/,
  ],
  [
    ['start', '--control-token=secret'],
    /^error: unknown option '--control-token=\*\*\*'\n\(CONTROL_TOKEN is a setting of the environment: CONTROL_TOKEN=\.\.\. tillbox\)\n/,
  ],
  [['start', 'now'], /^error: too many arguments for 'start'/],
  [['start', '--port'], /^error: unknown option '--port'\n/],
  [['pay'], /^error: missing required argument 'formUrl'\n/],
  [['pay', 'one', 'two'], /^error: too many arguments for 'pay'/],
  [['pay', 'one', '--card'], /^error: option '--card <PAN>' argument missing\n/],
  [['pay', 'one', '--verbos'], /^error: unknown option '--verbos'\n\(Did you mean --verbose\?\)\n/],
  [['pay', 'one', '--card', ''], /^error: --card: expected a value, got an empty text\n/],
  [['pay', 'one', '--otp='], /^error: --otp: expected a value, got an empty text\n/],
  [['orders', '--login', ''], /^error: --login: expected a value, got an empty text\n/],
  [['scenarios', 'list', '--folder', ''], /^error: --folder: expected a value, got an empty text\n/],
  [['demo', 'one', 'two'], /^error: too many arguments for 'demo'/],
  [['contracts', 'my-pact.json'], /^error: unknown command 'contracts'\n\(Did you mean verify\?\)\n/],
  [['verify', '--fast'], /^error: unknown option '--fast'\n/],
  [['verify', '--al-banks'], /^error: unknown option '--al-banks'\n\(Did you mean --all-banks\?\)\n/],
  [['verify', '--bank'], /^error: option '--bank <name>' argument missing\n/],
  [['verify', '--bank', 'dks'], /^error: --bank dks: expected one of .*; did you mean dsk\?\n/],
];

for (const [args, err] of wrongUses) {
  test(`tillbox ${JSON.stringify(args)} is wrong usage`, async (t) => {
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
    err: '/no/such/folder: expected a folder of scenario files, but there is none\n',
  });
});
