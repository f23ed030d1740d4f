import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';
import { takeTurns } from '../ava/take-turns.ts';

const main = fileURLToPath(new URL('../../../simulator/commands/cli.ts', import.meta.url));

export type Environment = Readonly<Record<string, string>>;

/** How the program is started: `[command, ...arguments]` before the node that runs it; nothing by default. */
export type Launcher = readonly string[];

/** What the program is given of the tests' own environment: nothing that it reads itself, and what is compiled already. */
const inherited = (): Environment => {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }) };
};

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the program, or one of its commands, in a process of its own, at a free port, without the demo shop. It ends with this process at last. */
export const startProgram = (environment: Environment, launcher: Launcher = [], args: readonly string[] = []) => {
  const env = { ...inherited(), PORT: '0', SHOP: 'off', LOG_LEVEL: 'error', ...environment };
  const [command = '', ...rest] = [...launcher, process.execPath, main, ...args];
  const child = spawn(command, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const ended = once(child, 'close').then(() => {
    running.delete(child);
    return child.exitCode;
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => {
    output.out += text;
  });
  child.stderr.on('data', (text: Buffer) => {
    output.err += text;
  });
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return { child, ended, output, kill };
};

export type Program = ReturnType<typeof startProgram>;

/** Where the merchant API of a program is, when it has said so. @throws where it ends before. */
export const addressOf = async ({ child, ended, output }: Program): Promise<string> => {
  for (;;) {
    const restUrl = /(?:Merchant API|API магазина) {2,}(\S+)/.exec(output.out)?.[1];
    if (restUrl !== undefined) return restUrl;
    const isOver = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
    if (isOver) throw new Error(`the program ended: ${output.err}`);
  }
};

/** What a program that is not expected to run ended with, and what it wrote to standard error. */
export const endOf = async ({ ended, output }: Program) => ({ exitCode: await ended, error: output.err });

/** A program that is killed with the test. */
const programOf = async (t: ExecutionContext, environment: Environment): Promise<Program> => {
  await takeTurns(t);
  const program = startProgram(environment);
  t.teardown(() => program.kill());
  return program;
};

/** The program in a process of its own, when it has said where it listens. `ended`: resolves with the exit code. */
export const ownProcessFor = async (t: ExecutionContext, environment: Environment) => {
  const program = await programOf(t, environment);
  const restUrl = await addressOf(program);
  return { ...program, restUrl, url: new URL(restUrl).origin };
};

export type OwnProcess = Awaited<ReturnType<typeof ownProcessFor>>;

/** A process that is not expected to run: what it ended with, and what it wrote to standard error. */
export const endedProcess = async (t: ExecutionContext, environment: Environment) =>
  endOf(await programOf(t, environment));
