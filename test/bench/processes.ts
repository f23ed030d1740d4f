import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bench = path.join(root, 'test/bench');

/** Servers share one core and the load comes from the other, where the machine has two and `taskset`. */
export const isPinned = spawnSync('taskset', ['-c', '1', 'true']).status === 0;
const pinned = (core: 0 | 1 | 'any', args: readonly string[], command = process.execPath): [string, string[]] =>
  isPinned && core !== 'any' ? ['taskset', ['-c', String(core), command, ...args]] : [command, [...args]];

/** Holds the compiled code of the programs, as in the image; gone when the process ends. */
export const compileCache = mkdtempSync(path.join(tmpdir(), 'tillbox-bench-'));
process.on('exit', () => rmSync(compileCache, { recursive: true, force: true }));

export interface Program {
  readonly script: string;
  /** What follows the script. */
  readonly args?: (port: number) => readonly string[];
  /** What runs the script, with what comes before it; Node by default. */
  readonly runner?: readonly [command: string, ...args: readonly string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** Where it runs; the root of the project by default. */
  readonly folder?: string;
  /** It runs on any core, as does its load that says so. */
  readonly isFree?: boolean;
}

/** A folder without scenario files. */
const emptyFolder = path.join(compileCache, 'no-scenarios');
mkdirSync(emptyFolder);

export const simulator: Program = {
  script: path.join(root, 'simulator/commands/cli.ts'),
  environment: { SHOP: 'off', LOG_LEVEL: 'error' },
};
/** Its orders lie in a new file. */
export const simulatorWithFile = (): Program => ({
  ...simulator,
  environment: {
    ...simulator.environment,
    STORE: `sqlite:${path.join(mkdtempSync(path.join(compileCache, 'store-')), 'tillbox.db')}`,
  },
});
/** As the Dockerfile sets it up, out of dist/; `buildPackage` makes that. It runs where no scenario files are, as there. */
export const simulatorOfImage: Program = {
  script: path.join(root, 'dist/simulator/commands/cli.js'),
  folder: emptyFolder,
  environment: { NODE_ENV: 'production', NODE_COMPILE_CACHE: compileCache, SHOP_PORT: '0' },
};
/** The command that npm installs, out of dist/; `buildPackage` makes that. It runs in a project without scenario files. */
export const simulatorOfPackage: Program = {
  script: path.join(root, 'dist/simulator/commands/launcher/tillbox.js'),
  folder: emptyFolder,
  environment: { SHOP_PORT: '0' },
};
/** The same, without the demo shop and what it says of each call. */
export const quietPackage: Program = { ...simulatorOfPackage, environment: simulator.environment };

export const buildPackage = async (): Promise<void> => {
  await promisify(execFile)(process.execPath, [path.join(root, 'simulator/commands/build.ts')]);
};

/** With so many merchants and the scenario files that it ships with. */
export const simulatorOfMany = (count: number): Program => ({
  ...simulator,
  environment: {
    ...simulator.environment,
    MERCHANTS: Array.from({ length: count }, (_, number) => `shop-${number}:secret`).join(','),
  },
});
export const simulatorOfNoFiles: Program = {
  ...simulator,
  environment: { ...simulator.environment, MERCHANTS: 'shop-0:secret', SCENARIOS: emptyFolder },
};
export const bareServer: Program = { script: path.join(bench, 'bare-server.js'), environment: {} };
/** The same with orders in a map and a journal: the least that a stand-in for a gateway of one's own does. */
export const keepingServer: Program = { ...bareServer, environment: { KEEPS: 'orders' } };

export interface RunningServer {
  readonly origin: string;
  readonly startMs: number;
  readonly residentMiB: () => number;
  /** Processor time that it has taken so far, in seconds. */
  readonly cpuSeconds: () => number;
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** Starts a program; resolves when it has answered its first register.do. */
export const start = async ({
  script,
  args,
  runner,
  environment,
  folder = root,
  isFree,
}: Program): Promise<RunningServer> => {
  const port = await freePort();
  const [by, ...before] = runner ?? [process.execPath];
  const [command, all] = pinned(isFree ? 'any' : 0, [...before, script, ...(args?.(port) ?? [])], by);
  const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), ...environment };
  const began = performance.now();
  const child = spawn(command, all, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  await firstAnswer(child, port);
  return {
    origin: `http://127.0.0.1:${port}`,
    startMs: performance.now() - began,
    residentMiB: () => residentMiB(child.pid ?? 0),
    cpuSeconds: () => cpuSeconds(child.pid ?? 0),
    end: async (signal) => {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
};

const firstAnswer = async (child: ChildProcess, port: number): Promise<void> => {
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}`);
    await wait(1);
  }
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const options = {
      port,
      host: '127.0.0.1',
      path: '/payment/rest/register.do',
      method: 'POST',
      agent: false,
      headers,
    };
    const sent = request(options, (answer) => {
      answer.resume();
      if (answer.statusCode === 200) answer.on('end', () => resolve(true));
      else reject(new Error(`register.do answered ${answer.statusCode}`));
    });
    sent.on('error', () => resolve(false));
    sent.end(
      'amount=1000&currency=398&userName=test_user&password=test_user_password' +
        '&returnUrl=https%3A%2F%2Fshop.example%2Freturn&description=my_first_order&language=en',
    );
  });

/** Below 32768: a connection that is tried on a higher port may meet itself. */
const freePort = async (): Promise<number> => {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  if (!isFree) return freePort();
  const { port: found } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return found;
};

const residentMiB = (pid: number): number => {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
};

/** Fields 14 and 15 of /proc/<pid>/stat, in hundredths of a second; the second field may hold spaces and ends with `)`. */
const cpuSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

/** Runs load.js on the other core and gives what it measured. */
export const load = async (job: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> => {
  const [command, args] = pinned(job['isFree'] === true ? 'any' : 1, [
    path.join(bench, 'load.js'),
    JSON.stringify(job),
  ]);
  const { stdout } = await promisify(execFile)(command, args);
  return JSON.parse(stdout) as Record<string, unknown>;
};

/** Runs a script of this folder with what it is told, and gives the line of JSON that it writes. */
export const runScript = async (script: string, job: object): Promise<Record<string, unknown>> => {
  const args = [path.join(bench, script), JSON.stringify(job)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Record<string, unknown>;
};

/** Runs 200 tests with AVA and gives how many were done in a second; see flows.test.ts. */
export const runFlows = async (kind: string): Promise<number> => {
  const ava = path.join(root, 'node_modules/ava/entrypoints/cli.js');
  const args = [ava, '--config', 'test/bench/ava.config.js', 'test/bench/flows.test.ts', '--', kind];
  // AVA passes on what a test prints by its own standard error.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return Number(/"perSecond":([\d.]+)/.exec(stdout + stderr)?.[1]);
};
