import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { ExecutionContext } from 'ava';
import { takeTurns } from '../../helpers/ava/take-turns.ts';
import { freePorts } from '../../helpers/process/free-ports.ts';
import type { ShellBlock } from '../../helpers/process/shell-blocks.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const launcher = 'simulator/commands/launcher/tillbox.js';

/** The ports that pages print: the gateway, its control API, the demo shop, the shop of the reader, HTTPS. Each is replaced by a free one. */
const printedPorts = ['8080', '8081', '3000', '3001', '8443'];

/** Whether a block starts the gateway, and does not end. */
export const isStart = ({ text }: ShellBlock): boolean => /(?:^|\s)(?:npm start|npx tillbox)$/.test(text.trimEnd());

/** A reader with a terminal, who types the commands of a page one after the other. */
export interface Session {
  /** Starts the program by a command that does not end, in place of an earlier one. */
  readonly start: (command: string) => Promise<void>;
  /** Runs commands; what they print, with the ports of the page. Rejects if one fails. */
  readonly run: (commands: string) => Promise<string>;
  /** Runs commands until they print something that matches. */
  readonly follow: (commands: string, expected: RegExp) => Promise<void>;
  /** Writes a file of the reader, beside which commands and programs run. */
  readonly write: (name: string, text: string) => void;
  /** The folder of the project, in which `npm` and `node` run; other commands, and `npx tillbox`, have an empty one. */
  readonly project: string;
}

export const sessionFor = async (t: ExecutionContext): Promise<Session> => {
  await takeTurns(t);
  const ports = await freePorts(printedPorts.length);
  const portOf = (printed: string): string => String(ports[printedPorts.indexOf(printed)] ?? printed);
  const withPorts = (text: string): string =>
    text.replaceAll(new RegExp(`(?<=[:=,(] ?)(?:${printedPorts.join('|')})\\b`, 'g'), portOf);
  const withPrintedPorts = (text: string): string =>
    text.replaceAll(
      new RegExp(`(?<=:)(?:${ports.join('|')})\\b`, 'g'),
      (port) => printedPorts[ports.indexOf(Number(port))] ?? port,
    );
  const project = projectFor(t);
  const scratch = temporaryFolder(t);
  const tls = { TLS_PORT: portOf('8443'), TLS_FOLDER: temporaryFolder(t) };
  const env = { ...ownEnvironment(), ...tls, PORT: portOf('8080'), SHOP_PORT: portOf('3000') };
  const folderOf = (commands: string): string =>
    /^(?:\w+=\S* |\\\n| )*(?:npm|npx(?! tillbox)|node) /.test(commands) ? project : scratch;
  let stop = async (): Promise<void> => {};
  t.teardown(() => stop());

  /** Runs commands in the background until they print this. */
  const launch = async (commands: string, expected: RegExp): Promise<() => Promise<void>> => {
    const options = { cwd: folderOf(commands), env: { ...env, PATH: pathFor(t) }, detached: true } as const;
    const child = spawn('sh', ['-c', withPorts(commands)], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'close');
    let said = '';
    const isSaid = new Promise<void>((resolve, reject) => {
      const read = (text: Buffer): void => {
        said += text;
        if (expected.test(said)) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      ended.then(() => reject(new Error(`it ended:\n${said}`)), reject);
    });
    const end = async (): Promise<void> => {
      if (child.pid !== undefined) killGroup(child.pid);
      await ended;
    };
    await isSaid.catch(async (error: unknown) => {
      await end();
      throw error;
    });
    return end;
  };

  return {
    project,
    start: async (command) => {
      await stop();
      stop = await launch(command, /Stop with Ctrl\+C/);
    },
    run: async (commands) => {
      const options = { cwd: folderOf(commands), env: { ...env, PATH: pathFor(t) } };
      // Without --norc, bash takes the socket that is its input for a remote shell's, and reads the tester's own files.
      const flags = ['--norc', '-e', '-o', 'pipefail', '-c'];
      const { stdout } = await execute('bash', [...flags, withPorts(commands)], options);
      return withPrintedPorts(stdout);
    },
    write: (name, text) => writeFileSync(join(scratch, name), withPorts(text)),
    follow: async (commands, expected) => (await launch(commands, expected))(),
  };
};

/** Ends a program with all that it started, also what it has left running. */
const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** The environment of the tests without what the program itself reads. */
const ownEnvironment = (): Readonly<Record<string, string>> => {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }) };
};

/** The project as a fresh clone has it: files that the commands write do not come into the real one. */
const projectFor = (t: ExecutionContext): string => {
  const folder = temporaryFolder(t);
  for (const name of readdirSync(root)) if (name !== '.git') symlinkSync(join(root, name), join(folder, name));
  return folder;
};

/** The first programs on the path: `npm ci` has been run already, and `npx tillbox` is the one of the project. */
const pathFor = (t: ExecutionContext): string => {
  const folder = join(temporaryFolder(t), 'bin');
  mkdirSync(folder);
  const rest = `${join(process.execPath, '..')}${delimiter}${process.env['PATH'] ?? ''}`;
  const write = (name: string, lines: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\nexport PATH='${rest}'\nexec ${name} "$@"\n`, {
      mode: 0o755,
    });
  };
  write('npm', '[ "$1" = ci ] && exit');
  write('npx', `[ "$1" = tillbox ] && shift && exec '${process.execPath}' '${join(root, launcher)}' "$@"`);
  return `${folder}${delimiter}${rest}`;
};
