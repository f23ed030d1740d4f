import type { ExecutionContext } from 'ava';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { takeTurns } from '../ava/take-turns.ts';
import { replicasOfRun, storeOfRun } from '../stores/store-of-run.ts';
import { ask } from './ask.ts';
import { startReplicas } from './replicas.ts';

/** Answers of the gateway, read by name in tests. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they test
export type Json = Record<string, any>;

export type Fields = Readonly<Record<string, string>>;

/** Calls of the merchant API as tests make them. */
export interface TestCalls {
  /** POSTs a form below /payment/rest/ with the login of the default merchant. */
  call(endpoint: string, fields?: Fields): Promise<Json>;
  /** POSTs a form below /payment/rest/ with just these fields. */
  callBare(endpoint: string, fields?: Fields): Promise<Json>;
  /** POSTs JSON with the login; the address is relative to /payment/rest/. */
  json(endpoint: string, fields?: object): Promise<Json>;
  /** Registers an order that is fine, with these fields instead of its own. */
  register(fields?: Fields): Promise<{ orderId: string; formUrl: string }>;
  status(orderId: string, fields?: Fields): Promise<Json>;
}

export interface TestSimulator extends Simulator, TestCalls {}

/** The login of the documented curl. */
export const login: Fields = { userName: 'test_user', password: 'test_user_password' };

/** Where the clock of a test stands: 1 January 2026, 08:00 UTC. */
export const startMs = Date.UTC(2026, 0, 1, 8);

/** Far more than the longest run: a processor that many tests share must not cut a connection off. */
const limitMs = 600_000;
/** How long a shop of a test may take to answer a callback: its processor may be busy, too. */
const patientMs = 60_000;

const patientLimits = { headersMs: limitMs, requestMs: limitMs, unreadMs: limitMs, idleMs: limitMs };

/** A call as it is sent. */
export interface SentCall {
  /** As the test named it. */
  readonly endpoint: string;
  readonly url: URL;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly contentType: string;
  readonly body: string;
}

/** Calls of a gateway that `send` sends. */
export const callsOver = (restUrl: string, send: (sent: SentCall) => Promise<Json>): TestCalls => {
  const callBare: TestCalls['callBare'] = (endpoint, fields = {}) =>
    send({
      endpoint,
      url: new URL(restUrl + endpoint),
      fields,
      contentType: 'application/x-www-form-urlencoded',
      body: new URLSearchParams(fields).toString(),
    });
  const json: TestCalls['json'] = (endpoint, own = {}) => {
    const fields = { ...login, ...own };
    const url = new URL(endpoint, restUrl);
    return send({ endpoint, url, fields, contentType: 'application/json', body: JSON.stringify(fields) });
  };
  const call: TestCalls['call'] = (endpoint, fields = {}) => callBare(endpoint, { ...login, ...fields });
  return {
    call,
    callBare,
    json,
    register: async (fields = {}) => {
      const order = { amount: '1500000', returnUrl: 'https://shop.example/return', ...fields };
      return (await call('register.do', order)) as { orderId: string; formUrl: string };
    },
    status: (orderId, fields = {}) => call('getOrderStatusExtended.do', { orderId, ...fields }),
  };
};

const startOnStore = async (t: ExecutionContext, options: SimulatorOptions): Promise<Simulator> => {
  if (options.store) return startSimulator(options);
  // With a seed they would make up the same ids; and each has a journal of its own.
  const canBeMany = options.seed === undefined && options.journalSize === undefined;
  if (replicasOfRun && canBeMany) return startReplicas(t, options);
  const store = await storeOfRun(t);
  return startSimulator({ ...(store && { store }), ...options });
};

/** A simulator of its own, at a free port, with a clock that stands still; it stops with the test. */
export const simulatorFor = async (t: ExecutionContext, options: SimulatorOptions = {}): Promise<TestSimulator> => {
  await takeTurns(t);
  const limits = { ...patientLimits, ...options.limits };
  const settings = {
    clock: createClock({ startMs }),
    logLevel: 'error',
    callbackPatienceMs: patientMs,
    ...options,
    limits,
  } as const;
  const simulator = await startOnStore(t, settings);
  t.teardown(simulator.stop);
  return {
    ...simulator,
    ...callsOver(simulator.restUrl, async ({ endpoint, url, contentType, body }) => {
      const answer = await ask(url, { method: 'POST', headers: { 'content-type': contentType }, body });
      t.is(answer.status, 200, `HTTP status of ${endpoint}`);
      return JSON.parse(answer.text) as Json;
    }),
  };
};
