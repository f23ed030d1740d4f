import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { isUsable } from '../../simulator/runtime/usable-node.js';

interface NodePackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

interface Choice {
  readonly nodePackageFor: (platform: string, arch: string) => NodePackage | undefined;
  readonly isFile: (target: string) => boolean;
  readonly scriptInShim: (text: string) => string | undefined;
  readonly childEnvironment: (
    environment: Record<string, string>,
    node: string,
    folder: string,
    delimiter: string,
  ) => Record<string, string>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = path.join(root, 'simulator/commands/launcher/with-node.js');
const tillbox = path.join(root, 'simulator/commands/launcher/tillbox.js');
const choice: Choice = await import(path.join(root, 'simulator/commands/launcher/with-node-choice.js'));
const oldNode = `data:text/javascript,
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });`;

for (const [version, usable] of [
  ['14.21.3', false],
  ['20.20.2', false],
  ['22.19.0', false],
  ['22.20.0', true],
  ['v22.23.2', true],
  ['23.11.0', false],
  ['24.11.1', false],
  ['24.12.0', true],
  ['25.9.0', false],
  ['26.0.0', true],
  ['27.1.0', true],
] as const) {
  test(`Node ${version} is ${usable ? 'usable' : 'not usable'}`, (t) => {
    t.is(isUsable(version), usable);
  });
}

test('every Node that may be fetched is a usable one, and its package has a SHA-512', (t) => {
  for (const platform of ['linux x64', 'linux arm64', 'win32 x64', 'darwin x64', 'darwin arm64']) {
    const [system = '', arch = ''] = platform.split(' ');
    const { version = '', integrity = '' } = choice.nodePackageFor(system, arch) ?? {};
    t.true(isUsable(version), platform);
    t.regex(integrity, /^sha512-[\w+/]{86}==$/, platform);
  }
  t.is(choice.nodePackageFor('freebsd', 'x64'), undefined);
});

test('a target with the ending of a script is a file and any other one a command', (t) => {
  t.true(['simulator/commands/cli.ts', 'a.js', 'b.mjs', 'c.cts'].every(choice.isFile));
  t.false(['ava', 'tsc', 'biome', 'node.js.org'].some(choice.isFile));
});

test('the script behind a command is read out of the file that npm writes on Windows', (t) => {
  const shim = '#!/bin/sh\nexec node  "$basedir/../ava/entrypoints/cli.js" "$@"\n';

  t.is(choice.scriptInShim(shim), '../ava/entrypoints/cli.js');
  t.is(choice.scriptInShim('#!/usr/bin/env node\nimport "./cli.js";\n'), undefined);
});

test('the chosen Node comes first on the PATH of the child, however the variable is spelt', (t) => {
  const { Path, PATH, TILLBOX_NODE } = choice.childEnvironment({ Path: 'b' }, 'a/node', 'a', ';');

  t.is(Path, 'a;b');
  t.is(PATH, undefined);
  t.is(TILLBOX_NODE, 'a/node');
});

test('a usable Node runs a file with its own arguments, whose exit code the launcher takes over', async (t) => {
  const files = await filesFor(t, {
    'program.ts': `
      const words: readonly string[] = process.argv.slice(1);
      console.log(JSON.stringify(words));
      process.exitCode = 7;`,
  });

  const { code, out, err } = await end(launch([files('program.ts'), 'one', '--two']));

  t.deepEqual(JSON.parse(out), [files('program.ts'), 'one', '--two']);
  t.is(err, '');
  t.is(code, 7);
});

test('a usable Node runs tillbox in the same process, with its own arguments', async (t) => {
  const child = spawn(process.execPath, ['--import', 'data:text/javascript,console.log(process.pid)', tillbox, 'fly']);
  const { code, out, err } = await end(child);

  t.is(out, `${child.pid}\n`);
  t.regex(err, /unknown command 'fly'/);
  t.is(code, 2);
});

test('a usable Node runs a command of node_modules/.bin', async (t) => {
  const { code, out, err } = await end(launch(['tsc', '--version']));

  t.regex(out, /^Version \d/);
  t.is(err, '');
  t.is(code, 0);
});

test('another Node says what it fetches from npm, and runs the program on that', async (t) => {
  const files = await filesWithNpm(t, 'echo "npm warn about nothing" >&2; fetch "$FETCHED"', {
    'program.ts': 'console.log(process.env["FROM"], process.argv[2], process.env["PATH"]); process.exitCode = 5;',
  });

  const { code, out, err } = await end(launchOnOldNode(files, [files('program.ts'), 'one']));
  const [from, word, searchPath] = out.trim().split(' ');

  t.is(from, 'wrapper');
  t.is(word, 'one');
  t.true(searchPath?.startsWith(path.join(files('cache'), 'tillbox', `${own.name}-${own.version}-`)));
  t.regex(
    err,
    /^tillbox needs Node 22\.20\+, 24\.12\+ or 26\+; this is 20\.20\.2, so it runs on Node [^\n]+\nFetched the npm package node-[^ ]+@\d[^ ]+, checked its SHA-512, and keep it in [^\n]+\n$/,
  );
  t.is(code, 5);
  t.regex(await readFile(files('asked'), 'utf8'), /^ci --ignore-scripts [^\n]+\n$/);
});

test('a fetched Node is kept, and npm is asked once', async (t) => {
  const files = await filesWithNpm(t, 'fetch "$FETCHED"', { 'program.ts': 'console.log(process.env["FROM"]);' });

  await end(launchOnOldNode(files, [files('program.ts')]));
  const { out, err } = await end(launchOnOldNode(files, [files('program.ts')]));

  t.is(out, 'wrapper\n');
  t.regex(err, /^tillbox needs [^\n]+\n$/);
  t.is((await readFile(files('asked'), 'utf8')).split('\n').length, 2);
  t.is((await readdir(path.join(files('cache'), 'tillbox'))).length, 1);
});

test('a surrounding npm run does not change how the Node is fetched', async (t) => {
  const settings =
    'env | grep -ci "^npm_config_\\(workspace\\|global\\|dry_run\\|omit\\)=" >> "$ASKED"; fetch "$FETCHED"';
  const files = await filesWithNpm(t, settings, { 'program.ts': '' });
  const handedOn = {
    npm_config_workspace: 'a',
    npm_config_global: 'true',
    npm_config_dry_run: 'true',
    npm_config_omit: 'dev',
  };

  const { code } = await end(launchOnOldNode(files, [files('program.ts')], handedOn));

  t.is(code, 0);
  t.regex(await readFile(files('asked'), 'utf8'), /\n0\n$/);
});

test('TILLBOX_NODE=none forbids another Node, and lets a usable one work', async (t) => {
  const files = await filesWithNpm(t, 'fetch "$FETCHED"', { 'program.ts': 'console.log("here");' });

  const old = await end(launchOnOldNode(files, [files('program.ts')], { TILLBOX_NODE: 'none' }));
  const usable = await end(launch([files('program.ts')], { TILLBOX_NODE: 'none' }));

  t.is(old.code, 1);
  t.is(old.out, '');
  t.regex(
    old.err,
    /^tillbox needs Node [^\n]+; this is 20\.20\.2, and TILLBOX_NODE=none forbids another\.\nInstall Node 24, or /,
  );
  t.is(usable.out, 'here\n');
  await t.throwsAsync(readFile(files('asked'), 'utf8'), { code: 'ENOENT' });
});

test('a launcher inside a program that was moved to a usable Node stays silent and asks npm no more', async (t) => {
  const files = await filesWithNpm(t, 'fetch "$FETCHED"', {
    'inner.ts': 'console.log("inner", process.env["FROM"]);',
    'outer.ts': `
      import { spawnSync } from 'node:child_process';
      const args = ['--import', ${JSON.stringify(oldNode)}, ${JSON.stringify(launcher)}, process.argv[2] as string];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      console.log(JSON.stringify({ stdout, stderr }));`,
  });

  const { out } = await end(launchOnOldNode(files, [files('outer.ts'), files('inner.ts')]));

  t.deepEqual(JSON.parse(out), { stdout: 'inner wrapper\n', stderr: '' });
  t.is((await readFile(files('asked'), 'utf8')).split('\n').length, 2);
});

test('another Node says what to do when npm cannot help', async (t) => {
  const files = await filesWithNpm(t, 'echo "no network" >&2; exit 9', { 'program.ts': 'console.log("never");' });

  const { code, out, err } = await end(launchOnOldNode(files, [files('program.ts')]));

  t.is(code, 1);
  t.is(out, '');
  t.regex(err, /npm could not fetch another \(exit code 9:\nno network\n\)/);
  t.regex(err, /Install Node 24, or name the binary of a usable one: TILLBOX_NODE=\/path\/to\/node\n$/);
});

test('a fetched Node that is not usable either ends the matter', async (t) => {
  const files = await filesWithNpm(t, 'fetch "$TOO_OLD"', { 'program.ts': 'console.log("never");' });

  const { code, out, err } = await end(launchOnOldNode(files, [files('program.ts')]));

  t.is(code, 1);
  t.is(out, '');
  t.regex(err, /the fetched \S+ is Node 18\.0\.0\.\n/);
});

test('TILLBOX_NODE names the Node to use, without a word and without npm', async (t) => {
  const files = await filesWithNpm(t, 'exit 9', { 'program.ts': 'console.log(process.env["FROM"]);' });

  const { code, out, err } = await end(launchOnOldNode(files, [files('program.ts')], { TILLBOX_NODE: files('node') }));

  t.is(out, 'wrapper\n');
  t.is(err, '');
  t.is(code, 0);
});

test('TILLBOX_NODE that is no Node stops the launcher', async (t) => {
  const { code, err } = await end(launch(['tsc', '--version'], { TILLBOX_NODE: '/nowhere/node' }));

  t.is(code, 1);
  t.regex(err, /TILLBOX_NODE \/nowhere\/node does not run/);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} reaches the program on the other Node, whose exit code the launcher takes over`, async (t) => {
    const files = await filesWithNpm(t, 'fetch "$FETCHED"', {
      'program.ts': `
        process.on('${signal}', () => process.exit(3));
        setInterval(() => {}, 60_000);
        console.log('ready');`,
    });

    const child = launchOnOldNode(files, [files('program.ts')]);
    const ended = end(child);
    if (child.stdout) await once(child.stdout, 'data');
    child.kill(signal);

    t.is((await ended).code, 3);
  });
}

test('a program that a signal ended gives 128 and the number of the signal', async (t) => {
  const files = await filesWithNpm(t, 'fetch "$FETCHED"', { 'program.ts': 'process.kill(process.pid, "SIGKILL");' });

  t.is((await end(launchOnOldNode(files, [files('program.ts')]))).code, 137);
});

type Files = (name: string) => string;

/** A folder of its own for the test; gives the path of a file in it, or of the folder for ''. */
const filesFor = async (t: ExecutionContext, contents: Readonly<Record<string, string>>): Promise<Files> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tillbox-with-node-'));
  t.teardown(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(contents)) await writeFile(path.join(folder, name), content);
  return (name) => (name ? path.join(folder, name) : folder);
};

const own = choice.nodePackageFor(process.platform, process.arch) ?? { name: '', version: '' };

/** Installs a binary as npm would. */
const fetchIn = (folder: string): string => `fetch() { mkdir -p "${folder}" && cp "$1" "${folder}/node"; }`;

/** Beside the given files: an npm that notes its arguments, and two binaries for it to fetch. */
const filesWithNpm = async (t: ExecutionContext, npm: string, contents: Readonly<Record<string, string>>) => {
  const executables = {
    npm: `#!/bin/sh\n${fetchIn(`node_modules/${own.name}/bin`)}\necho "$@" >> "$ASKED"\n${npm}\n`,
    node: `#!/bin/sh\nFROM=wrapper exec "${process.execPath}" "$@"\n`,
    'old-node': '#!/bin/sh\necho 18.0.0\n',
  };
  const files = await filesFor(t, { ...contents, ...executables });
  for (const name of Object.keys(executables)) await chmod(files(name), 0o755);
  return files;
};

const launch = (args: readonly string[], environment: Readonly<Record<string, string>> = {}, flags: string[] = []) => {
  const { TILLBOX_NODE: _, ...inherited } = process.env;
  const env = { ...inherited, ...environment };
  return spawn(process.execPath, [...flags, launcher, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
};

const launchOnOldNode = (files: Files, args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  launch(
    args,
    {
      PATH: `${files('')}${path.delimiter}${process.env['PATH']}`,
      ASKED: files('asked'),
      XDG_CACHE_HOME: files('cache'),
      FETCHED: files('node'),
      TOO_OLD: files('old-node'),
      ...environment,
    },
    ['--import', oldNode],
  );

const end = async (child: ChildProcess) => {
  const [[code], out, err] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  return { code, out, err };
};
