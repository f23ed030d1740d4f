import { startPostgres } from '../helpers/stores/postgres.ts';
import { killOften } from './kill.ts';
import { killReplicas } from './kill-replicas.ts';
import { stopOften } from './outage.ts';
import { inWords, printFigures } from './print-figures.ts';

export interface RunOptions {
  readonly runs: number;
  readonly seed: number;
  readonly store: string;
}

/** Runs something on a new database of a PostgreSQL server of its own. */
const onPostgres = async <T>(run: (address: `postgres://${string}`) => Promise<T>): Promise<T> => {
  const server = await startPostgres();
  try {
    return await run(await server.makeDatabase());
  } finally {
    await server.stop();
  }
};

const recovery = (longestMs: number): string => `${longestMs.toFixed(0)} ms at most, until /sandbox/ready says so`;

/** Each runs, prints its figures, and says whether all went well. */
export const runKill = async ({ runs, seed, store }: RunOptions): Promise<boolean> => {
  const kill = (name: string) => killOften({ runs, seed, store: name });
  const figures = store === 'postgres' ? await onPostgres(kill) : await kill(store);
  return printFigures(seed, figures, {
    runs: `${runs}, of which killed while starting ${figures.duringStart}`,
    recovery: recovery(figures.longestRecoveryMs),
  });
};

export const runReplicas = async ({ runs, seed }: RunOptions): Promise<boolean> => {
  const figures = await onPostgres((store) => killReplicas({ runs, seed, store }));
  const { whileAllLived } = figures;
  const went = printFigures(seed, figures, {
    runs: `${runs}, of ${figures.replicas} processes one each`,
    recovery: recovery(figures.longestRecoveryMs),
    'in peace': inWords(whileAllLived),
  });
  return went && whileAllLived.lost.length + whileAllLived.repeated.length === 0;
};

export const runOutage = async ({ runs, seed }: RunOptions): Promise<boolean> => {
  const figures = await stopOften({ runs, seed });
  return printFigures(seed, figures, {
    runs: `${runs}`,
    refused: `${figures.refused} with errorCode 7 while the server was away`,
    recovery: recovery(figures.longestRecoveryMs),
  });
};
