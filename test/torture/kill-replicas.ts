import { setTimeout as wait } from 'node:timers/promises';
import type { StoreName } from '../../simulator/store/open-store.ts';
import { chanceOf } from './chance.ts';
import { countCallbacks } from './count-callbacks.ts';
import {
  atOnce,
  type CallbackFigures,
  complaintsOf,
  createJudge,
  deliverAll,
  type Figures,
  holdAgainstStore,
  startReady,
} from './judge.ts';
import { openShop } from './shop-under-fire.ts';

export interface ReplicaFigures extends Figures {
  readonly runs: number;
  readonly replicas: number;
  /** What the shop heard before the first kill: each callback once. */
  readonly whileAllLived: CallbackFigures;
  /** From a start to an answer of /sandbox/ready. */
  readonly longestRecoveryMs: number;
}

export interface ReplicaOptions {
  readonly runs: number;
  readonly seed: number;
  /** An empty database of PostgreSQL. */
  readonly store: StoreName;
  readonly replicas?: number;
  /** Most operations that are answered between two kills. */
  readonly mostAnswers?: number;
}

/**
 * Several processes on one database, each call of the shop at the next of them. First they live, and each callback comes
 * once; then one after the other is killed under load and started again, while the shop goes on with the rest.
 */
export const killReplicas = async (options: ReplicaOptions): Promise<ReplicaFigures> => {
  const { runs, seed, store, replicas = 3, mostAnswers = 300 } = options;
  const chance = chanceOf(seed);
  const receiver = await countCallbacks();
  const environment = { STORE: store, CALLBACK_URL: receiver.url, SESSION_TIMEOUT: '1000000' };
  const shop = openShop(chance);
  const { faults } = shop;
  const { lost, impossible, check } = createJudge();
  let longestRecoveryMs = 0;

  const start = async () => {
    const program = await startReady(environment);
    if (!program.isReady) faults.push('it has started and is not ready');
    longestRecoveryMs = Math.max(longestRecoveryMs, program.tookMs);
    return program;
  };

  let alive = await Promise.all(Array.from({ length: replicas }, start));
  let isOver = false;
  let turn = 0;
  const nextRestUrl = (): string => alive[turn++ % alive.length]?.restUrl ?? '';
  const workUntilOver = (): Promise<void> => {
    isOver = false;
    return shop.work(atOnce, { next: () => (isOver ? undefined : nextRestUrl()) });
  };
  const heard = () => holdAgainstStore(store, shop.orders, receiver.taken, impossible);

  const peace = workUntilOver();
  await shop.moreAnswered(mostAnswers);
  isOver = true;
  await peace;
  await deliverAll(nextRestUrl, faults);
  const whileAllLived = await heard();

  const war = workUntilOver();
  for (let run = 0; run < runs; run++) {
    await shop.moreAnswered(1 + chance.below(mostAnswers));
    await wait(chance.below(10));
    const victim = alive[chance.below(alive.length)];
    alive = alive.filter((program) => program !== victim);
    await victim?.kill();
    if (victim) faults.push(...complaintsOf(victim));
    await shop.moreAnswered(1 + chance.below(mostAnswers));
    alive = [...alive, await start()];
  }
  isOver = true;
  await war;

  await check(nextRestUrl, shop.orders.values());
  await deliverAll(nextRestUrl, faults);
  for (const program of alive) {
    const exitCode = await program.kill('SIGTERM');
    if (exitCode !== 0) faults.push(`a process ended with ${exitCode}`);
    faults.push(...complaintsOf(program));
  }
  receiver.close();
  return {
    runs,
    replicas,
    orders: shop.orders.size,
    answered: shop.answered(),
    callbacks: await heard(),
    whileAllLived,
    lost: [...lost],
    impossible: [...impossible],
    longestRecoveryMs,
    faults,
  };
};
