import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Order } from '../../simulator/domain/order.ts';
import { openStore, type StoreName } from '../../simulator/store/open-store.ts';
import { wrongsOf } from '../helpers/money-invariants.ts';
import { addressOf, startProgram } from '../helpers/own-process.ts';
import { chanceOf } from './chance.ts';
import { callbackKey, countCallbacks } from './count-callbacks.ts';
import { impossibleOf, type KnownOrder, lostOf } from './ledger.ts';
import { openShop, seenOrder } from './shop-under-fire.ts';

export interface KillFigures {
  readonly runs: number;
  /** How many of the kills came while the program was still starting. */
  readonly duringStart: number;
  readonly orders: number;
  readonly answered: number;
  readonly lost: readonly string[];
  readonly impossible: readonly string[];
  readonly callbacks: {
    readonly due: number;
    readonly received: number;
    readonly lost: readonly string[];
    readonly invented: readonly string[];
  };
  /** From a start to an answer of /sandbox/ready. */
  readonly longestRecoveryMs: number;
  /** Refusals, answers other than HTTP 200, errors that were logged. */
  readonly faults: readonly string[];
}

export interface KillOptions {
  readonly runs: number;
  readonly seed: number;
  /** `sqlite`: a new file, gone afterwards; any other name is used as it is, and has to be empty. */
  readonly store: string;
  /** Longest time under load before a kill. */
  readonly mostLoadMs?: number;
}

const atOnce = 8;

/** Kills the program at moments by chance, again and again on one store, and looks for what it answered. */
export const killOften = async ({ runs, seed, store, mostLoadMs = 600 }: KillOptions): Promise<KillFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'tillbox-torture-'));
  const name = store === 'sqlite' ? `sqlite:${join(folder, 'tillbox.db')}` : store;
  const chance = chanceOf(seed);
  const receiver = await countCallbacks();
  const environment = { STORE: name, CALLBACK_URL: receiver.url, SESSION_TIMEOUT: '1000000' };
  const shop = openShop(chance);
  const { faults } = shop;
  const lost = new Set<string>();
  const impossible = new Set<string>();
  let longestRecoveryMs = 0;
  let duringStart = 0;

  const start = async () => {
    const began = performance.now();
    const program = startProgram(environment);
    const restUrl = await addressOf(program);
    const ready = await fetch(new URL('/sandbox/ready', restUrl));
    await ready.arrayBuffer();
    if (ready.status !== 200) faults.push(`/sandbox/ready: HTTP ${ready.status}`);
    longestRecoveryMs = Math.max(longestRecoveryMs, performance.now() - began);
    return { ...program, restUrl };
  };

  const check = async (restUrl: string, orders: readonly KnownOrder[]): Promise<void> => {
    const left = [...orders];
    const checkNext = async (): Promise<void> => {
      for (let known = left.pop(); known; known = left.pop()) {
        const seen = await seenOrder(restUrl, known);
        for (const what of lostOf(known, seen)) lost.add(`${known.orderNumber}: ${what}`);
        for (const why of impossibleOf(known, seen)) impossible.add(`${known.orderNumber}: ${why}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, checkNext));
  };

  const noteErrors = ({ out, err }: { readonly out: string; readonly err: string }): void => {
    faults.push(...out.split('\n').filter((line) => line.startsWith('{"level":50')));
    if (err !== '') faults.push(err);
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
    await check(program.restUrl, [...known.slice(checked), ...known.filter(() => chance.is(50 / known.length))]);
    checked = known.length;
    const work = shop.workUntilGone(program.restUrl, atOnce);
    await wait(20 + chance.below(mostLoadMs));
    await program.kill();
    await work;
    noteErrors(program.output);
  }

  const program = await start();
  await check(program.restUrl, [...shop.orders.values()]);
  await deliverAll(program.restUrl, faults);
  const exitCode = await program.kill('SIGTERM');
  if (exitCode !== 0) faults.push(`the program ended with ${exitCode}`);
  noteErrors(program.output);
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

/** Moves the merchant's clock until no callback waits. */
const deliverAll = async (restUrl: string, faults: string[]): Promise<void> => {
  const merchant = new URL('/sandbox/merchants/test_user/', restUrl);
  for (let round = 0; round < 20; round++) {
    await fetch(new URL('clock/advance', merchant), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"by":"31s"}',
    });
    await fetch(new URL('callbacks/settle', merchant), { method: 'POST' });
    const waiting = await fetch(new URL('callbacks?state=waiting&limit=1', merchant));
    if (((await waiting.json()) as { total: number }).total === 0) return;
  }
  faults.push('callbacks still wait');
};

/** What an order as it is now has to have told its shop: operations, and how often. */
const newsDueOf = (order: Order): Readonly<Record<string, number>> => {
  const { isPreAuth, approvedMinor, depositedMinor, refundedMinor, refunds = [], status } = order;
  const isPaid = approvedMinor > 0;
  const isDeposited = isPreAuth ? depositedMinor + refundedMinor > 0 : isPaid;
  return {
    approved: isPreAuth && isPaid ? 1 : 0,
    deposited: isDeposited ? 1 : 0,
    refunded: refunds.length,
    reversed: status === 'reversed' ? 1 : 0,
  };
};

/** Holds what is kept, when all is over, against what the shop sent and what it heard. */
const holdAgainstStore = async (
  name: StoreName,
  known: ReadonlyMap<string, KnownOrder>,
  taken: ReadonlyMap<string, number>,
  impossible: Set<string>,
): Promise<KillFigures['callbacks']> => {
  const store = await openStore(name);
  const orders = await store.orders.ofMerchant('test_user');
  const kept = new Map<string, number>();
  for (const { fields } of await store.callbacks.ofMerchant('test_user')) {
    const { orderNumber = '', operation = '' } = Object.fromEntries(fields);
    const key = callbackKey(orderNumber, operation);
    kept.set(key, (kept.get(key) ?? 0) + 1);
  }
  await store.close();
  const due = new Map<string, number>();
  for (const order of orders) {
    if (!known.has(order.orderNumber)) impossible.add(`${order.orderNumber}: nobody registered it`);
    for (const wrong of wrongsOf(order)) impossible.add(`${order.orderNumber}: ${wrong}`);
    for (const [operation, count] of Object.entries(newsDueOf(order)))
      if (count > 0) due.set(callbackKey(order.orderNumber, operation), count);
  }
  const lost = [...due]
    .filter(([key, count]) => (kept.get(key) ?? 0) < count || (taken.get(key) ?? 0) < count)
    .map(([key, count]) => `${key}: due ${count}, kept ${kept.get(key) ?? 0}, received ${taken.get(key) ?? 0}`);
  const invented = [
    ...[...taken.keys()].filter((key) => !due.has(key)).map((key) => `${key}: received`),
    ...[...kept].filter(([key, count]) => count > (due.get(key) ?? 0)).map(([key, count]) => `${key}: kept ${count}`),
  ];
  const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);
  return { due: sum(due.values()), received: sum(taken.values()), lost, invented };
};
