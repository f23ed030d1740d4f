import { setTimeout as wait } from 'node:timers/promises';
import { type PostgresServer, startPostgres } from '../helpers/stores/postgres.ts';
import { chanceOf } from './chance.ts';
import { countCallbacks } from './count-callbacks.ts';
import {
  atOnce,
  complaintsOf,
  createJudge,
  deliverAll,
  type Figures,
  holdAgainstStore,
  readiness,
  startReady,
} from './judge.ts';
import { openShop } from './shop-under-fire.ts';
import { waitUntil } from './wait-until.ts';

export interface OutageFigures extends Figures {
  readonly runs: number;
  /** Calls that were answered with errorCode 7 while the server was away. */
  readonly refused: number;
  /** From the start of the server to an answer of /sandbox/ready that all is well. */
  readonly longestRecoveryMs: number;
}

export interface OutageOptions {
  readonly runs: number;
  readonly seed: number;
  /** Most operations that are answered between two outages. */
  readonly mostAnswers?: number;
}

/** What the log says while the server is away. */
const saidOfOutages = ['the store cannot be used at the moment', 'work in the background failed, and is tried again'];

/** Stops PostgreSQL under load and starts it again, again and again: one process lives through all of it. */
export const stopOften = async (options: OutageOptions): Promise<OutageFigures> => {
  const server = await startPostgres();
  try {
    return await stopThis(server, options);
  } finally {
    await server.stop();
  }
};

const stopThis = async (
  server: PostgresServer,
  { runs, seed, mostAnswers = 300 }: OutageOptions,
): Promise<OutageFigures> => {
  const chance = chanceOf(seed);
  const receiver = await countCallbacks();
  const store = await server.makeDatabase();
  const program = await startReady({ STORE: store, CALLBACK_URL: receiver.url, SESSION_TIMEOUT: '1000000' });
  const next = (): string => program.restUrl;
  const shop = openShop(chance);
  const { faults } = shop;
  const { lost, impossible, check } = createJudge();
  let longestRecoveryMs = 0;
  let isOver = false;
  let isAway = false;

  const work = shop.work(atOnce, { next: () => (isOver ? undefined : next()), mayFail: () => isAway });
  for (let run = 0; run < runs; run++) {
    await shop.moreAnswered(1 + chance.below(mostAnswers));
    isAway = true;
    await server.stop();
    await shop.moreExcused(1);
    if (await readiness(next())) faults.push('ready, though a call was told that PostgreSQL is away');
    await wait(chance.below(300));
    await server.start();
    const began = performance.now();
    await waitUntil(
      () => readiness(next()),
      () => 'a program that is ready again',
    );
    longestRecoveryMs = Math.max(longestRecoveryMs, performance.now() - began);
    isAway = false;
  }
  await shop.moreAnswered(mostAnswers);
  isOver = true;
  await work;

  await check(next, shop.orders.values());
  await deliverAll(next, faults);
  if (program.child.exitCode !== null) faults.push('the process has ended');
  const exitCode = await program.kill('SIGTERM');
  if (exitCode !== 0) faults.push(`the process ended with ${exitCode}`);
  faults.push(...complaintsOf(program, saidOfOutages));
  receiver.close();
  const callbacks = await holdAgainstStore(store, shop.orders, receiver.taken, impossible);
  return {
    runs,
    refused: shop.excused(),
    orders: shop.orders.size,
    answered: shop.answered(),
    lost: [...lost],
    impossible: [...impossible],
    callbacks,
    longestRecoveryMs,
    faults,
  };
};
