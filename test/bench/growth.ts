import { byTurns, type Effort, type Figure, type Result } from './figure.ts';
import { load, type RunningServer, simulator, start } from './processes.ts';

interface Grown {
  readonly memoryMiB: number;
  readonly results: Readonly<Record<string, Result>>;
}

interface Filled {
  readonly server: RunningServer;
  readonly origin: string;
  readonly orderIds: unknown;
  readonly memoryMiB: number;
}

const startFilled = async (count: number): Promise<Filled> => {
  const server = await start(simulator);
  const before = server.residentMiB();
  const { origin } = server;
  const { orderIds } = await load({ job: 'fill', origin, count });
  return { server, origin, orderIds, memoryMiB: server.residentMiB() - before };
};

/**
 * Servers with 100 orders, some and many, measured by turns. All have run some thousand calls before they are measured: a
 * colder one would measure the compiler.
 */
const grow = async ({ orders, rounds }: Effort): Promise<Grown> => {
  const few = await startFilled(100);
  const some = await startFilled(orders / 100);
  const many = await startFilled(orders);
  const medianMicros =
    (kind: 'register' | 'status', count = 1000) =>
    async ({ origin, orderIds }: Filled): Promise<number> =>
      (await load({ job: 'latency', kind, count, origin, orderIds }))['medianMicros'] as number;
  for (const filled of [few, some, many]) await medianMicros('status', 4000)(filled);
  const compare = async (kind: 'register' | 'status', grown: Filled): Promise<Result> => ({
    ...(await byTurns(rounds, grown, few, medianMicros(kind))),
    unit: 'us',
  });
  try {
    return {
      memoryMiB: many.memoryMiB,
      results: {
        'status-some': await compare('status', some),
        'status-many': await compare('status', many),
        'register-some': await compare('register', some),
        'register-many': await compare('register', many),
      },
    };
  } finally {
    for (const { server } of [few, some, many]) await server.end('SIGTERM');
  }
};

/** Measured once for all figures of a run. */
const grownFor = new WeakMap<Effort, Promise<Grown>>();
const grown = (effort: Effort): Promise<Grown> => {
  const known = grownFor.get(effort) ?? grow(effort);
  grownFor.set(effort, known);
  return known;
};

const resultOf = (name: string) => async (effort: Effort) => {
  const result = (await grown(effort)).results[name];
  if (!result) throw new Error(`nothing was measured of ${name}`);
  return result;
};

const growth = (name: string, title: string): Figure => ({
  name,
  title,
  target: { atMost: 1.3 },
  measure: resultOf(name),
});

/** With a million orders; a hundred thousand in a quick run. */
export const growthFigures: readonly Figure[] = [
  {
    name: 'memory',
    title: 'memory of a million orders (quick: 100,000)',
    target: { atMost: 1536 },
    measure: async (effort) => ({ ours: (await grown(effort)).memoryMiB, unit: 'MiB' }),
  },
  growth('status-some', 'status p50, ten thousand orders (quick: 1,000) : 100'),
  growth('status-many', 'status p50, a million orders (quick: 100,000) : 100'),
  growth('register-some', 'register.do p50, ten thousand orders (quick: 1,000) : 100 and what it adds'),
  growth('register-many', 'register.do p50, a million orders (quick: 100,000) : 100 and what it adds'),
];
