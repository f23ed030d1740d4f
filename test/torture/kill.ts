import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { StoreName } from '../../simulator/store/open-store.ts';
import { startProgram } from '../helpers/process/own-process.ts';
import { chanceOf } from './chance.ts';
import { countCallbacks } from './count-callbacks.ts';
import { atOnce, complaintsOf, createJudge, deliverAll, type Figures, holdAgainstStore, startReady } from './judge.ts';
import { openShop } from './shop-under-fire.ts';

export interface KillFigures extends Figures {
  readonly runs: number;
  /** How many of the kills came while the program was still starting. */
  readonly duringStart: number;
  /** From a start to an answer of /sandbox/ready. */
  readonly longestRecoveryMs: number;
}

export interface KillOptions {
  readonly runs: number;
  readonly seed: number;
  /** `sqlite`: a new file, gone afterwards; any other name is used as it is, and has to be empty. */
  readonly store: string;
  /** Most operations that are answered before a kill. */
  readonly mostAnswers?: number;
}

/** Kills the program at moments by chance, again and again on one store, and looks for what it answered. */
export const killOften = async ({ runs, seed, store, mostAnswers = 300 }: KillOptions): Promise<KillFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'tillbox-torture-'));
  const name = store === 'sqlite' ? `sqlite:${join(folder, 'tillbox.db')}` : store;
  const chance = chanceOf(seed);
  const receiver = await countCallbacks();
  const environment = { STORE: name, CALLBACK_URL: receiver.url, SESSION_TIMEOUT: '1000000' };
  const shop = openShop(chance);
  const { faults } = shop;
  const { lost, impossible, check } = createJudge();
  let longestRecoveryMs = 0;
  let duringStart = 0;

  const start = async () => {
    const program = await startReady(environment);
    if (!program.isReady) faults.push('it has started and is not ready');
    longestRecoveryMs = Math.max(longestRecoveryMs, program.tookMs);
    return program;
  };

  let checked = 0;
  for (let run = 0; run < runs; run++) {
    if (chance.is(0.2)) {
      duringStart++;
      const program = startProgram(environment);
      await wait(chance.below(500));
      await program.kill();
      continue;
    }
    const program = await start();
    const known = [...shop.orders.values()];
    // Those of the last run, and some of all before.
    await check(() => program.restUrl, [...known.slice(checked), ...known.filter(() => chance.is(50 / known.length))]);
    checked = known.length;
    let isOver = false;
    const work = shop.work(atOnce, { next: () => (isOver ? undefined : program.restUrl) });
    await shop.moreAnswered(1 + chance.below(mostAnswers));
    await wait(chance.below(10));
    isOver = true;
    await program.kill();
    await work;
    faults.push(...complaintsOf(program));
  }

  const program = await start();
  await check(() => program.restUrl, shop.orders.values());
  await deliverAll(() => program.restUrl, faults);
  const exitCode = await program.kill('SIGTERM');
  if (exitCode !== 0) faults.push(`the program ended with ${exitCode}`);
  faults.push(...complaintsOf(program));
  receiver.close();
  const callbacks = await holdAgainstStore(name as StoreName, shop.orders, receiver.taken, impossible);
  rmSync(folder, { recursive: true, force: true });
  return {
    runs,
    duringStart,
    orders: shop.orders.size,
    answered: shop.answered(),
    lost: [...lost],
    impossible: [...impossible],
    callbacks,
    longestRecoveryMs,
    faults,
  };
};
