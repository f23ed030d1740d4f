import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ExecutionContext } from 'ava';

const root = path.join(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** The package as a user has it: packed, and installed into an empty folder. */
export interface Installed {
  readonly folder: string;
  readonly remove: () => void;
}

/** Packs the project and installs the tarball, with nothing beside it. */
export const installPacked = async (): Promise<Installed> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-package-'));
  const { stdout } = await execute('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: root });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await execute('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', path.join(folder, filename)], {
    cwd: folder,
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
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

const environmentOf = (node: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  // The launcher of the tests names its Node; whoever installs the package has no such thing.
  const { TILLBOX_NODE: _, ...environment } = process.env;
  return { ...environment, PATH: `${path.dirname(node)}${path.delimiter}${environment['PATH']}`, ...more };
};

/** Starts `npx tillbox` and resolves with the address of its merchant API; it stops with the test. */
export const startPacked = (t: ExecutionContext, node: string, folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('npx', ['tillbox'], {
      cwd: folder,
      env: environmentOf(node, { PORT: '0', SHOP_PORT: '0' }),
      detached: true,
    });
    t.teardown(() => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
    });
    let said = '';
    const read = (text: Buffer): void => {
      said += text.toString();
      const [, url] = /Merchant API {2}(\S+)/.exec(said) ?? [];
      if (url) resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`npx tillbox ended with ${code}:\n${said}`)));
  });
