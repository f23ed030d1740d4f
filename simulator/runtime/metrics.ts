import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createRates, type Rate } from './rates.ts';

type Histogram = ReturnType<typeof monitorEventLoopDelay>;

/** Requests to an address, by the HTTP status of the answer. */
export interface RequestCount {
  /** Those with HTTP 200: nearly all. */
  well: number;
  readonly others: Map<number, number>;
}

/** Labels to counts: `approved approved`, `5`. */
export type Counts = ReadonlyMap<string, number>;

/** What this process has counted since it started. */
export interface Metrics {
  /** The counter of an address; asked for once. */
  requests(address: string): RequestCount;
  refused(errorCode: string): void;
  /** A payment attempt is over. `group`: that of its action code. */
  paid(result: 'approved' | 'declined', group: string): void;
  callbackTried(outcome: 'delivered' | 'failed' | 'given-up'): void;
  readonly read: {
    readonly requests: ReadonlyMap<string, RequestCount>;
    readonly refusals: Counts;
    readonly payments: Counts;
    readonly callbacks: Counts;
  };
  /** What came in each stretch of the last ten minutes, oldest first. */
  rates(): readonly Rate[];
  /** The lag of the event loop in nanoseconds, measured from the first call on. */
  lag(): Histogram;
  stop(): void;
}

export const countRequest = (count: RequestCount, httpStatus: number): void => {
  if (httpStatus === 200) count.well++;
  else add(count.others, httpStatus);
};

const add = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const sum = (counts: Iterable<number>): number => {
  let all = 0;
  for (const count of counts) all += count;
  return all;
};

export const createMetrics = (): Metrics => {
  const requests = new Map<string, RequestCount>();
  const refusals = new Map<string, number>();
  const payments = new Map<string, number>();
  const callbacks = new Map<string, number>();
  let lag: Histogram | undefined;
  const rates = createRates(() => ({
    requests: sum([...requests.values()].map(({ well, others }) => well + sum(others.values()))),
    refusals: sum(refusals.values()),
    payments: sum(payments.values()),
    callbacks: sum(callbacks.values()),
  }));
  return {
    requests: (address) => {
      const count = requests.get(address) ?? { well: 0, others: new Map<number, number>() };
      requests.set(address, count);
      return count;
    },
    refused: (errorCode) => add(refusals, errorCode),
    paid: (result, group) => add(payments, `${result} ${group}`),
    callbackTried: (outcome) => add(callbacks, outcome),
    read: { requests, refusals, payments, callbacks },
    rates: rates.read,
    lag: () => {
      if (!lag) {
        lag = monitorEventLoopDelay({ resolution: 20 });
        lag.enable();
      }
      return lag;
    },
    stop: () => {
      rates.stop();
      lag?.disable();
    },
  };
};
