import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';

const main = fileURLToPath(new URL('../../simulator/main.ts', import.meta.url));

export type Environment = Readonly<Record<string, string>>;

/** Starts the program in a process of its own, at a free port, without the demo shop; it is killed with the test. */
const startProcess = (t: ExecutionContext, environment: Environment) => {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', SHOP: 'off', LOG_LEVEL: 'error', ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close').then(() => child.exitCode);
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
  t.teardown(() => kill());
  return { child, ended, output, kill };
};

export type OwnProcess = Awaited<ReturnType<typeof ownProcessFor>>;

/** The program in a process of its own, when it has said where it listens. `ended`: resolves with the exit code. */
export const ownProcessFor = async (t: ExecutionContext, environment: Environment) => {
  const { child, ended, output, kill } = startProcess(t, environment);
  for (;;) {
    const restUrl = /Merchant API {2}(\S+)/.exec(output.out)?.[1];
    if (restUrl !== undefined) return { restUrl, url: new URL(restUrl).origin, child, ended, output, kill };
    const isOver = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
    if (isOver) throw new Error(`the program ended: ${output.err}`);
  }
};

/** A process that is not expected to run: what it ended with, and what it wrote to standard error. */
export const endedProcess = async (t: ExecutionContext, environment: Environment) => {
  const { ended, output } = startProcess(t, environment);
  return { exitCode: await ended, error: output.err };
};
