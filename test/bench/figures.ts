import { setTimeout as wait } from 'node:timers/promises';
import { dashboardFigures } from './dashboard.ts';
import { byTurns, type Effort, type Figure, median, type Result } from './figure.ts';
import { growthFigures } from './growth.ts';
import {
  bareServer,
  buildPackage,
  compileCache,
  keepingServer,
  load,
  type Program,
  quietPackage,
  type RunningServer,
  runFlows,
  runScript,
  simulator,
  simulatorOfImage,
  simulatorOfMany,
  simulatorOfNoFiles,
  simulatorOfPackage,
  simulatorWithFile,
  start,
} from './processes.ts';
import { measureReplicas } from './replicas.ts';

type RateKind = 'register' | 'pair' | 'page';

const withServers = async <T>(
  programs: readonly [Program, Program],
  measure: (ours: RunningServer, baseline: RunningServer) => Promise<T>,
): Promise<T> => {
  const ours = await start(programs[0]);
  const baseline = await start(programs[1]);
  try {
    return await measure(ours, baseline);
  } finally {
    await ours.end('SIGTERM');
    await baseline.end('SIGTERM');
  }
};

/** A new file for each run, which is gone with the process. */
const measureSqlite = (effort: Effort): Promise<Result> =>
  measureRateOf([simulatorWithFile(), simulator], 'register')(effort);

/** Beside the rate: how often a second of the server's processor would do, which other programs disturb less. */
const measureRateOf = (programs: readonly [Program, Program], kind: RateKind) => (effort: Effort) =>
  withServers(programs, async (ours, baseline) => {
    const one = { server: ours, path: kind === 'page' ? await pagePath(ours) : '', perCpuSecond: [] as number[] };
    const other = { server: baseline, path: '/page', perCpuSecond: [] as number[] };
    const rate = async ({ server, path, perCpuSecond }: typeof one, seconds: number): Promise<number> => {
      const before = server.cpuSeconds();
      const { count, perSecond } = await load({ job: 'rate', kind, seconds, path, origin: server.origin });
      perCpuSecond.push(Number(count) / (server.cpuSeconds() - before));
      return Number(perSecond);
    };
    await byTurns(1, one, other, (subject) => rate(subject, Math.min(2, effort.seconds)));
    const rates = await byTurns(effort.rounds, one, other, (subject) => rate(subject, effort.seconds));
    const cpuRatio = median(one.perCpuSecond.slice(1)) / median(other.perCpuSecond.slice(1));
    return { ...rates, unit: '/s', cpuRatio };
  });

/** The npm package, as people run it: it is bundled, and faster than the source. */
const measureRate =
  (kind: RateKind, baseline: Program = bareServer) =>
  async (effort: Effort) => {
    await buildPackage();
    return measureRateOf([quietPackage, baseline], kind)(effort);
  };

/** Each in a process that has just started: the engine has compiled nothing yet, as in a run of tests. */
const measureFirst = (measured: 'perSecond' | 'p99Ms', unit: string) => async (effort: Effort) => {
  const first = async (program: Program): Promise<number> => {
    const server = await start(program);
    const result = await load({ job: 'rate', kind: 'register', amount: 10_000, origin: server.origin });
    await server.end('SIGKILL');
    return Number(result[measured]);
  };
  await buildPackage();
  return { ...(await byTurns(effort.rounds, quietPackage, bareServer, first)), unit };
};

const pagePath = async ({ origin }: RunningServer): Promise<string> => {
  const fields = { amount: '1000', currency: '398', userName: 'test_user', password: 'test_user_password' };
  const body = new URLSearchParams({ ...fields, returnUrl: 'https://shop.example/return' });
  const answer = await fetch(`${origin}/payment/rest/register.do`, { method: 'POST', body });
  const { formUrl } = (await answer.json()) as { formUrl: string };
  const { pathname, search } = new URL(formUrl);
  return pathname + search;
};

/** How long a program has had nothing to do: the engine gives back what the start took and nobody needs any more. */
const idleSeconds = 30;

/** The program as npm installs it, when it has answered one call and rested. */
const measureIdle = async (): Promise<Result> => {
  await buildPackage();
  const residentMiB = async (program: Program): Promise<number> => {
    const server = await start(program);
    await wait(idleSeconds * 1000);
    const resident = server.residentMiB();
    await server.end('SIGTERM');
    return resident;
  };
  const [ours, baseline] = await Promise.all([residentMiB(quietPackage), residentMiB(bareServer)]);
  return { ours, baseline, unit: 'MiB' };
};

const startMs = async (program: Program): Promise<number> => {
  const server = await start(program);
  await server.end('SIGKILL');
  return server.startMs;
};

const measureStart = (baseline: Program) => async (effort: Effort) => {
  await buildPackage();
  await fillCompileCache(simulatorOfImage);
  await fillCompileCache(baseline);
  return { ...(await byTurns(effort.starts, simulatorOfImage, baseline, startMs)), unit: 'ms' };
};

/** Not the first start, which writes the compile cache. */
const measureStartOfPackage = async (effort: Effort): Promise<Result> => {
  await buildPackage();
  await fillCompileCache(simulatorOfPackage);
  return { ...(await byTurns(effort.starts, simulatorOfPackage, bareServer, startMs)), unit: 'ms' };
};

/** Node writes its compile cache when a program ends in good order; so it is given the time to load everything. */
const fillCompileCache = async (program: Program): Promise<void> => {
  const server = await start(program);
  await wait(1500);
  await server.end('SIGTERM');
};

const measureInProcess = async ({ inProcess }: Effort): Promise<Result> => {
  const { oursMs, baselineMs } = await runScript('in-process.ts', { count: inProcess });
  return { ours: Number(oursMs), baseline: Number(baselineMs), unit: 'ms' };
};

type FlowKind = 'shared' | 'each' | 'bare';

const measureFlows = (kind: FlowKind, baseline: FlowKind) => async (effort: Effort) => ({
  ...(await byTurns(effort.rounds, kind, baseline, runFlows)),
  unit: '/s',
});

/** `calling`: how many of the thousand merchants call, one after the other. */
const measureManyMerchants = (calling: 1 | 1000) => (effort: Effort) =>
  withServers([simulatorOfMany(1000), simulatorOfNoFiles], async (many, one) => {
    const rate = async ({ origin }: RunningServer, logins: number, seconds: number): Promise<number> =>
      Number((await load({ job: 'rate', kind: 'registerAs', seconds, logins, origin }))['perSecond']);
    const subjects = [
      { server: many, logins: calling },
      { server: one, logins: 1 },
    ] as const;
    const measure = (seconds: number) => (subject: (typeof subjects)[number]) =>
      rate(subject.server, subject.logins, seconds);
    await byTurns(1, subjects[0], subjects[1], measure(Math.min(2, effort.seconds)));
    return { ...(await byTurns(effort.rounds, subjects[0], subjects[1], measure(effort.seconds))), unit: '/s' };
  });

const bareWithCache: Program = { ...bareServer, environment: { NODE_COMPILE_CACHE: compileCache } };

export const figures: readonly Figure[] = [
  { name: 'register', title: 'register.do', target: { atLeast: 1.5 }, measure: measureRate('register') },
  { name: 'pair', title: 'register.do, then status', target: { atLeast: 1.4 }, measure: measureRate('pair') },
  {
    name: 'register-kept',
    title: 'register.do : a bare server that keeps orders and a journal',
    target: { atLeast: 1 },
    measure: measureRate('register', keepingServer),
  },
  {
    name: 'pair-kept',
    title: 'register.do, then status : the same',
    target: { atLeast: 1 },
    measure: measureRate('pair', keepingServer),
  },
  { name: 'page', title: 'hosted page', target: { atLeast: 0.6 }, measure: measureRate('page') },
  {
    name: 'sqlite',
    title: 'register.do, orders in a file : in memory',
    target: { atLeast: 0.4 },
    measure: measureSqlite,
  },
  { name: 'first', title: 'the first 10,000 register.do of a process', measure: measureFirst('perSecond', '/s') },
  { name: 'first-p99', title: 'the slowest of a hundred of them', measure: measureFirst('p99Ms', 'ms') },
  { name: 'start', title: 'start to first answer, image', target: { atMost: 0.8 }, measure: measureStart(bareServer) },
  { name: 'start-cached', title: 'the same, both with a compile cache', measure: measureStart(bareWithCache) },
  {
    name: 'start-npm',
    title: 'start to first answer, command of the npm package',
    target: { atMost: 0.8 },
    measure: measureStartOfPackage,
  },
  ...growthFigures,
  {
    name: 'idle',
    title: 'memory of the npm package, half a minute after its first call',
    target: { atMost: 1.15 },
    measure: measureIdle,
  },
  {
    name: 'replicas',
    title: 'register.do, three processes on one PostgreSQL, all on the same cores',
    target: { atLeast: 1000 },
    measure: measureReplicas,
  },
  {
    name: 'merchants',
    title: 'register.do, 1,000 merchants and all scenario files : one and none',
    target: { atLeast: 0.9 },
    measure: measureManyMerchants(1),
  },
  {
    name: 'merchants-calling',
    title: 'the same, where all of them call in turn',
    measure: measureManyMerchants(1000),
  },
  {
    name: 'in-process',
    title: 'start, register.do, stop in process',
    target: { atMost: 3 },
    measure: measureInProcess,
  },
  {
    name: 'flows',
    title: 'the first 200 redirect flows of a process : as many requests to a bare server',
    target: { atLeast: 0.5 },
    measure: measureFlows('shared', 'bare'),
  },
  {
    name: 'flows-each',
    title: 'the same with a simulator each : with one for all',
    target: { atLeast: 0.25 },
    measure: measureFlows('each', 'shared'),
  },
  ...dashboardFigures,
];
