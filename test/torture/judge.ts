import { setTimeout as wait } from 'node:timers/promises';
import type { Order } from '../../simulator/domain/orders/order.ts';
import { openStore, type StoreName } from '../../simulator/store/open-store.ts';
import { addressOf, type Environment, type Program, startProgram } from '../helpers/process/own-process.ts';
import { callbackKey } from './count-callbacks.ts';
import { impossibleOf, type KnownOrder, lostOf } from './ledger.ts';
import { wrongsOf } from './money-invariants.ts';
import { seenOrder } from './shop-under-fire.ts';

/** What became of what a shop sent. */
export interface Figures {
  readonly orders: number;
  readonly answered: number;
  readonly lost: readonly string[];
  readonly impossible: readonly string[];
  readonly callbacks: CallbackFigures;
  /** Refusals, answers other than HTTP 200, errors that were logged. */
  readonly faults: readonly string[];
}

export interface CallbackFigures {
  readonly due: number;
  readonly received: number;
  readonly lost: readonly string[];
  readonly invented: readonly string[];
  /** Taken by the shop more often than due: allowed where a process died between sending and noting it. */
  readonly repeated: readonly string[];
}

/** How many calls go at the same time. */
export const atOnce = 8;

/** Holds orders as the gateway tells them against what the shop knows. */
export const createJudge = () => {
  const lost = new Set<string>();
  const impossible = new Set<string>();

  const check = async (next: () => string, orders: Iterable<KnownOrder>): Promise<void> => {
    const left = [...orders];
    const checkNext = async (): Promise<void> => {
      for (let known = left.pop(); known; known = left.pop()) {
        const seen = await seenOrder(next(), known);
        for (const what of lostOf(known, seen)) lost.add(`${known.orderNumber}: ${what}`);
        for (const why of impossibleOf(known, seen)) impossible.add(`${known.orderNumber}: ${why}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, checkNext));
  };

  return { lost, impossible, check };
};

/** Starts the program and waits until it is ready. `tookMs`: how long that was. */
export const startReady = async (environment: Environment) => {
  const began = performance.now();
  const program = startProgram(environment);
  const restUrl = await addressOf(program);
  const isReady = await readiness(restUrl);
  return { ...program, restUrl, isReady, tookMs: performance.now() - began };
};

export const readiness = async (restUrl: string): Promise<boolean> => {
  const answer = await fetch(new URL('/sandbox/ready', restUrl));
  await answer.arrayBuffer();
  return answer.status === 200;
};

/** What a program complained of; `but`: what is no fault here. */
export const complaintsOf = (
  { output: { out, err } }: Pick<Program, 'output'>,
  but: readonly string[] = [],
): readonly string[] => [
  ...out.split('\n').filter((line) => line.startsWith('{"level":50') && !but.some((words) => line.includes(words))),
  ...(err === '' ? [] : [err]),
];

/** Moves the merchant's clock until no callback waits. `next`: whom to ask. */
export const deliverAll = async (next: () => string, faults: string[]): Promise<void> => {
  const ask = (path: string, body?: string) => {
    const address = new URL(`/sandbox/merchants/test_user/${path}`, next());
    return fetch(
      address,
      body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body },
    );
  };
  for (let round = 0; round < 40; round++) {
    await ask('clock/advance', '{"by":"31s"}');
    await ask('callbacks/settle', '{}');
    const waiting = await ask('callbacks?state=waiting&limit=1');
    if (((await waiting.json()) as { total: number }).total === 0) return;
    // Another process may be at it.
    await wait(50);
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
export const holdAgainstStore = async (
  name: StoreName,
  known: ReadonlyMap<string, KnownOrder>,
  taken: ReadonlyMap<string, number>,
  impossible: Set<string>,
): Promise<CallbackFigures> => {
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
  const repeated = [...taken].filter(([key, count]) => count > (due.get(key) ?? count)).map(([key]) => key);
  return { due: sum(due.values()), received: sum(taken.values()), lost, invented, repeated };
};
