import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Simulator } from '../../simulator/simulator.ts';
import { chanceOf } from './chance.ts';
import { openConnection } from './connection.ts';
import { wrongsOf } from './money-invariants.ts';
import { writeAbuse } from './write-abuse.ts';

export interface AbuseFigures {
  readonly requests: number;
  /** How many of them were timed: those after the warm-up. */
  readonly timed: number;
  readonly tookMs: number;
  readonly slowestMs: number;
  readonly slowest: string;
  /** HTTP statuses and how often each came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Answers of HTTP 500, requests without an answer, and orders with wrong amounts, in words. */
  readonly faults: readonly string[];
  /** What lives in memory, in bytes, before and after, each time without any merchant's things. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

export interface AbuseOptions {
  readonly requests: number;
  readonly seed: number;
  /** Longest time that one answer may take, in milliseconds. */
  readonly mostMs?: number;
  /** How many connections ask at the same time. */
  readonly connections?: number;
  /** How many requests are made before the memory is measured for the first time. */
  readonly warmUp?: number;
}

/** Sends the same requests for the same seed, as far as answers come in the same order. */
export const abuse = async (simulator: Simulator, options: AbuseOptions): Promise<AbuseFigures> => {
  const { requests, warmUp = Math.min(20_000, Math.ceil(requests / 5)) } = options;
  const run = createRun(simulator, options);
  await run.send(warmUp);
  await clear(simulator);
  const heapBefore = heapBytes();
  const began = performance.now();
  await run.send(requests - warmUp);
  const tookMs = performance.now() - began;
  run.faults.push(...(await wrongOrders(simulator)));
  await clear(simulator);
  return {
    ...run,
    requests,
    timed: requests - warmUp,
    tookMs,
    heapBefore,
    heapAfter: heapBytes(),
    slowestMs: run.slowest.ms,
    slowest: run.slowest.line,
  };
};

/** How many orders live before everything is dropped: a run is about requests, not about how many orders fit in. */
const roundSize = 20_000;

const createRun = (simulator: Simulator, { seed, connections = 4, mostMs = 1_000 }: AbuseOptions) => {
  const chance = chanceOf(seed);
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  const slowest = { ms: 0, line: '' };
  const known = { orders: ['none'], others: ['none'], tokens: ['none'] };
  let left = 0;

  const learn = (body: string): void => {
    for (const [, name = '', id = ''] of body.matchAll(/"(\w+)":"([\da-f-]{36})"/g)) {
      const ids = name === 'orderId' || name === 'mdOrder' ? known.orders : known.others;
      if (ids.push(id) > 60) ids.shift();
    }
    const [, token] = /"paymentToken":"([^"]+)"/.exec(body) ?? [];
    if (token !== undefined && known.tokens.push(token) > 20) known.tokens.shift();
  };

  const askOne = async (connection: ReturnType<typeof openConnection>): Promise<void> => {
    const { method, path, bytes } = writeAbuse(chance, known);
    const began = performance.now();
    const words = () => `${bytes.toString('latin1', 0, 1_500)}`;
    try {
      const { status, body } = await connection.ask(method, bytes, mostMs);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500 && faults.length < 20) faults.push(`HTTP ${status} to\n${words()}\n${body.slice(0, 300)}`);
      if (body.length < 4_000) learn(body);
    } catch (error) {
      if (faults.length < 20) faults.push(`${(error as Error).message} to\n${words()}`);
    }
    const ms = performance.now() - began;
    if (ms <= slowest.ms) return;
    slowest.ms = ms;
    slowest.line = `${method} ${path.slice(0, 120)}, ${bytes.length} bytes`;
  };

  const work = async (): Promise<void> => {
    const connection = openConnection(simulator.url);
    while (left-- > 0) await askOne(connection);
    connection.close();
  };

  const send = async (count: number): Promise<void> => {
    for (let sent = 0; sent < count; sent += roundSize) {
      await unfreeze(simulator);
      left = Math.min(roundSize, count - sent);
      await Promise.all(Array.from({ length: connections }, work));
      if (count - sent <= roundSize) continue;
      faults.push(...(await wrongOrders(simulator)));
      await clear(simulator);
    }
  };

  return { send, statuses, faults, slowest };
};

const wrongOrders = async ({ store }: Simulator): Promise<readonly string[]> => {
  const merchants = await store.merchants.all();
  const orders = await Promise.all(merchants.map(({ login }) => store.orders.ofMerchant(login)));
  return orders.flat().flatMap((order) => wrongsOf(order).map((wrong) => `order ${order.id}: ${wrong}`));
};

/** Drops what every merchant has, and the merchants that calls have made. */
const clear = async (simulator: Simulator): Promise<void> => {
  await simulator.settled();
  for (const { login } of await simulator.store.merchants.all()) {
    if (login === 'test_user') await simulator.resetMerchant(login);
    else await simulator.deleteMerchant(login);
  }
  await unfreeze(simulator);
};

const unfreeze = async (simulator: Simulator): Promise<void> => {
  await simulator.setScenario('test_user', undefined);
};

/** What is still alive after a collection. */
const heapBytes = (): number => {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed;
};

/** Whether an order can still be registered and paid, told by its status in the end. */
export const stillWorks = async ({ restUrl, settled }: Simulator): Promise<number | string> => {
  await settled();
  const call = async (endpoint: string, fields: Readonly<Record<string, string>>) =>
    (await post(restUrl + endpoint, new URLSearchParams(fields).toString())) as Record<string, string>;
  const login = { userName: 'test_user', password: 'test_user_password' };
  const registered = await call('register.do', { ...login, amount: '1000', returnUrl: 'https://shop.example/' });
  const orderId = registered['orderId'] ?? '';
  const card = { $PAN: '4444555511113333', $EXPIRY: '203412', $CVC: '123', TEXT: 'AIDA BEK' };
  await call('processform.do', { MDORDER: orderId, ...card });
  const status = await call('getOrderStatusExtended.do', { ...login, orderId });
  return status['orderStatus'] ?? JSON.stringify(registered);
};

const post = (url: string, body: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent: false, headers }, async (answer) => {
      let text = '';
      for await (const chunk of answer.setEncoding('utf8')) text += chunk;
      resolve(JSON.parse(text));
    });
    sent.on('error', reject).end(body);
  });
