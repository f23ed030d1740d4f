import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Simulator } from '../../simulator/simulator.ts';
import { ownMs } from '../helpers/process/own-time.ts';
import { type Bystander, makeBystander } from './bystander.ts';
import { chanceOf } from './chance.ts';
import { secretsOf, wrongsInAnswer } from './check-answer.ts';
import { type Connection, openConnection, type Reply } from './connection.ts';
import { endRound, unfreeze } from './end-round.ts';
import { createMemory } from './memory.ts';
import { countShares } from './shares.ts';
import { rareTargets, targets } from './targets.ts';
import { publicToken } from './valid-values.ts';
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
  /** How many of a hundred requests got past the door: were not refused for their headers alone. */
  readonly pastDoor: number;
  /** Who answered how often, and with what; one line for each surface. */
  readonly shares: readonly string[];
  /** Addresses of which no request was answered well. */
  readonly neverWell: readonly string[];
  /** Wrong answers, requests without an answer, orders with wrong amounts, and merchants that were touched, in words. */
  readonly faults: readonly string[];
  /** What lives in memory, in bytes, before and after, each time without any merchant's things. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

export interface AbuseOptions {
  readonly requests: number;
  readonly seed: number;
  /** Longest time that one answer may take, in milliseconds, without the time in which other processes had the processor. */
  readonly mostMs?: number;
  /** How many connections ask at the same time. */
  readonly connections?: number;
  /** How many requests are made before the memory is measured for the first time. */
  readonly warmUp?: number;
}

/** Sends the same requests for the same seed, as far as answers come in the same order. */
export const abuse = async (simulator: Simulator, options: AbuseOptions): Promise<AbuseFigures> => {
  const { requests, warmUp = Math.min(20_000, Math.ceil(requests / 5)) } = options;
  const bystander = await makeBystander(simulator);
  await simulator.changeMerchant('test_user', {
    token: publicToken,
    callbacks: { token: 'callback-token-of-test-user' },
  });
  const run = createRun(simulator, bystander, options);
  await run.send(warmUp);
  const heapBefore = heapBytes();
  const began = performance.now();
  await run.send(requests - warmUp);
  const tookMs = performance.now() - began;
  const { shares } = run;
  return {
    ...run,
    requests,
    timed: requests - warmUp,
    tookMs,
    heapBefore,
    heapAfter: heapBytes(),
    slowestMs: run.slowest.ms,
    slowest: run.slowest.line,
    pastDoor: shares.pastDoor(),
    shares: shares.lines(),
    neverWell: shares.neverWell([...targets, ...rareTargets]),
  };
};

/** How many orders live before everything is dropped: a run is about requests, not about how many orders fit in. */
const roundSize = 20_000;

const mostFaults = 20;

/** After this time of the machine no answer is expected any more, in milliseconds. */
const hangingMs = 60_000;

const createRun = (simulator: Simulator, bystander: Bystander, options: AbuseOptions) => {
  const { seed, connections = 4, mostMs = 1_000 } = options;
  const chance = chanceOf(seed);
  const statuses = new Map<number, number>();
  const shares = countShares();
  const faults: string[] = [];
  const slowest = { ms: 0, line: '' };
  const { known, learn } = createMemory(bystander);
  const secrets = secretsOf(bystander.secrets);
  let left = 0;

  const complain = (fault: string): void => {
    if (faults.length < mostFaults) faults.push(fault);
  };

  const askOne = async (connection: Connection): Promise<void> => {
    const sent = writeAbuse(chance, known, { foreign: bystander.ids });
    const { target, method, path, bytes } = sent;
    const words = () => `${bytes.toString('latin1', 0, 1_500)}`;
    const began = ownMs();
    let reply: Reply | undefined;
    try {
      reply = await connection.ask(method, bytes, hangingMs);
    } catch (error) {
      complain(`${(error as Error).message} to\n${words()}`);
    }
    const ms = ownMs() - began - (target.waitsMs ?? 0);
    if (ms > mostMs) complain(`it took ${ms.toFixed(0)} ms to answer\n${words()}`);
    if (ms > slowest.ms) {
      slowest.ms = ms;
      slowest.line = `${method} ${path.slice(0, 120)}, ${bytes.length} bytes`;
    }
    if (!reply) return;
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    shares.note(target, reply);
    const hasChosenIds = target.path.includes('{spare}');
    for (const wrong of wrongsInAnswer({ target, reply, secrets, hasChosenIds }))
      complain(
        `${wrong}: the answer to\n${words()}\n${reply.status} ${reply.contentType}\n${reply.body.slice(0, 1_000)}`,
      );
    learn(sent, reply);
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
      for (const fault of await endRound(simulator, bystander, known.states)) complain(fault);
    }
  };

  return { send, statuses, shares, faults, slowest };
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
