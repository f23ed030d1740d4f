import { type ChildProcess, spawn } from 'node:child_process';
import { stopwatch, within } from '../../simulator/runtime/machine-time.ts';
import { signalOf } from './interrupted.ts';

/** The shop's own command, which is run without a shell. */
export interface ShopCommand {
  /** The program and its arguments. */
  readonly line: readonly [program: string, ...args: string[]];
  /** Added to the environment of this process. */
  readonly environment: Readonly<Record<string, string>>;
  /** After this time the command is killed, with all processes that it has started; in milliseconds, none by default. */
  readonly limitMs?: number | undefined;
  /** `kept`: the end of it is in the result; `passed`: it goes to standard error, and the result has none. */
  readonly output: 'kept' | 'passed';
  /** Ends the command, by the signal of an `Interrupted` or by SIGTERM, and by SIGKILL if that does not help. */
  readonly signal?: AbortSignal | undefined;
}

/** How a command ended. */
export interface ShopRun {
  /** Undefined if a signal has ended it, or if it has never run. */
  readonly exitCode?: number;
  readonly endedBy?: NodeJS.Signals;
  /** Its time was over. */
  readonly isTimedOut: boolean;
  /** Why there is no such program to run: `ENOENT`, or `exit code 127` of a program that starts others. */
  readonly notStarted?: string;
  /** Whole milliseconds of the machine. */
  readonly tookMs: number;
  /** The end of standard output and standard error, in the order of arrival. */
  readonly output: string;
}

/** How much of the output is kept. */
const keptBytes = 32_768;

/** How long a command may take to end after a signal. */
const graceMs = 5_000;

/** How long output may still arrive after the end of a command. */
const lateOutputMs = 1_000;

/** Exit codes of shells, `env`, `npx` and the like for a program that cannot be run, or that is not there. */
const notStartedCodes: readonly number[] = [126, 127];

/**
 * Runs the command in a process group of its own, so that everything it starts ends with it.
 * @throws the reason of the signal, once the command has ended
 */
export const runShopCommand = async (command: ShopCommand): Promise<ShopRun> => {
  const { line, environment, limitMs, output, signal } = command;
  signal?.throwIfAborted();
  const took = stopwatch();
  const [program, ...args] = line;
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', ...(output === 'kept' ? (['pipe', 'pipe'] as const) : ([2, 2] as const))],
    detached: process.platform !== 'win32',
  });
  const kept = keepEnd(child);
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    killGroup(child, 'SIGKILL');
  }, limitMs ?? longestMs);
  let killer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    killGroup(child, signalOf(signal?.reason));
    killer = setTimeout(() => killGroup(child, 'SIGKILL'), graceMs);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const end = await ended(child);
    // What it has left behind would stand in the way of the next run.
    killGroup(child, 'SIGKILL');
    await within(lateOutputMs, kept.closed);
    signal?.throwIfAborted();
    return { ...end, isTimedOut, tookMs: took(), output: kept.text() };
  } finally {
    clearTimeout(timer);
    clearTimeout(killer);
    signal?.removeEventListener('abort', stop);
  }
};

/** The longest time of a timer: almost 25 days. */
const longestMs = 2 ** 31 - 1;

const ended = (child: ChildProcess): Promise<Pick<ShopRun, 'exitCode' | 'endedBy' | 'notStarted'>> =>
  new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => resolve({ notStarted: error.code ?? error.message }));
    child.on('exit', (exitCode, endedBy) => {
      if (exitCode === null) return resolve(endedBy ? { endedBy } : {});
      resolve({ exitCode, ...(notStartedCodes.includes(exitCode) && { notStarted: `exit code ${exitCode}` }) });
    });
  });

/** Sends a signal to a command and to everything that it has started. */
const killGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // All of them have ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Keeps the end of what a command prints. */
const keepEnd = (child: ChildProcess) => {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  let chunks: Buffer[] = [];
  let bytes = 0;
  const keep = (chunk: Buffer): void => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes < keptBytes * 2) return;
    chunks = [Buffer.concat(chunks).subarray(-keptBytes)];
    bytes = keptBytes;
  };
  for (const stream of streams) stream.on('data', keep);
  return {
    closed: Promise.all(streams.map((stream) => new Promise((resolve) => stream.on('close', resolve)))),
    text: (): string => Buffer.concat(chunks).subarray(-keptBytes).toString(),
  };
};
