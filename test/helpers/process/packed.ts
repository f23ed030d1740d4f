import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ExecutionContext } from 'ava';

const root = path.join(import.meta.dirname, '../../..');
const execute = promisify(execFile);

/** The package as a user has it, and a folder for it. */
export interface Packed {
  readonly folder: string;
  /** What `npm pack` made. */
  readonly tarball: string;
  readonly remove: () => void;
}

/** Packs the project into a folder; the path of the tarball. */
const pack = async (folder: string, withSite: boolean): Promise<string> => {
  if (!withSite) await execute('npm', ['run', 'build'], { cwd: root });
  const scripts = withSite ? [] : ['--ignore-scripts'];
  const options = ['--json', '--silent', '--pack-destination', folder, ...scripts];
  const { stdout } = await execute('npm', ['pack', ...options], { cwd: root });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.search(/^\[\s*$/m))) as [{ filename: string }];
  return path.join(folder, filename);
};

/**
 * Packs the project. `withSite` packs it as it is published; without, the site of the documentation is left out, which
 * takes longer than all the rest. A tarball that `TILLBOX_PACKED` names is taken as it is: .ci/run packs once for all
 * tests, as it is published.
 */
export const packed = async ({ withSite = false } = {}): Promise<Packed> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-package-'));
  const tarball = process.env['TILLBOX_PACKED'] ?? (await pack(folder, withSite));
  return { folder, tarball, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Packs the project and installs it as a user does, with nothing beside it. */
export const installPacked = async (options?: Parameters<typeof packed>[0]): Promise<Packed> => {
  const made = await packed(options);
  writeFileSync(path.join(made.folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await npmInstall(made.folder, made.tarball);
  return made;
};

/** Runs `npm install` in a folder. */
export const npmInstall = async (folder: string, ...packages: readonly string[]): Promise<void> => {
  await execute('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], { cwd: folder });
};

/** The binary of a version of Node, from the registry's packages for this platform. */
export const nodeOf = async (version: string): Promise<string> => {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}@${version}`;
  const { stdout } = await execute('npx', ['--yes', '--package', name, '--', 'node', '-p', 'process.execPath']);
  return stdout.trim().split('\n').at(-1) ?? '';
};

/** Runs a program with this Node first on the path, as a user does who has it; what it wrote. */
export const runWith = async (node: string, folder: string, command: string, ...args: readonly string[]) => {
  const { stdout } = await execute(command, args, { cwd: folder, env: environmentOf(node) });
  return stdout;
};

/** Checks the types of files in a strict project that has only the types of Node beside its own packages. */
export const checkTypes = async (folder: string, ...files: readonly string[]): Promise<void> => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const types = ['--types', 'node', '--typeRoots', path.join(root, 'node_modules/@types')];
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2024', '--noEmit', ...types];
  await runWith(process.execPath, folder, 'node', tsc, ...options, ...files);
};

const environmentOf = (node: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  // The launcher of the tests names its Node; whoever installs the package has no such thing.
  const { TILLBOX_NODE: _, ...environment } = process.env;
  return { ...environment, PATH: `${path.dirname(node)}${path.delimiter}${environment['PATH']}`, ...more };
};

/** Starts `npx tillbox` with these settings and resolves with the address of its merchant API; it stops with the test. */
export const startPacked = (
  t: ExecutionContext,
  node: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const env = environmentOf(node, { PORT: '0', SHOP_PORT: '0', ...settings });
  return launch(t, ['tillbox'], { cwd: folder, env }, /Merchant API {2}(\S+)/);
};

/** Starts `npx tillbox docs` and resolves with the address of the documentation; it stops with the test. */
export const startDocs = (t: ExecutionContext, folder: string): Promise<string> =>
  launch(t, ['tillbox', 'docs'], { cwd: folder, env: environmentOf(process.execPath) }, /Documentation {2}(\S+)/);

/** Runs a command that does not end, until it prints its address. */
const launch = (
  t: ExecutionContext,
  command: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  printed: RegExp,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('npx', command, { ...options, detached: true });
    t.teardown(() => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
    });
    let said = '';
    const read = (text: Buffer): void => {
      said += text.toString();
      const [, url] = printed.exec(said) ?? [];
      if (url) resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`npx ${command.join(' ')} ended with ${code}:\n${said}`)));
  });
