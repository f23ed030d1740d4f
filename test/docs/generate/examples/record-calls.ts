import type { Bank } from '../../../../simulator/banks/bank.ts';
import { exampleOrder } from '../../../../simulator/banks/example-order.ts';
import { pageCalls } from '../../../../simulator/card-page/routes.ts';
import type { CallExample } from '../../../../simulator/control/openapi/call-examples.ts';
import { addressOf } from '../../../../simulator/data/endpoint-facts.ts';
import { gatewayEndpoints } from '../../../../simulator/gateway/endpoints.ts';
import type { Endpoint } from '../../../../simulator/http/call/endpoint.ts';
import { createClock } from '../../../../simulator/runtime/clock.ts';
import { startSimulator } from '../../../../simulator/simulator.ts';
import { ask } from '../../../helpers/simulator/ask.ts';
import { callsOver, type Json, type SentCall } from '../../../helpers/simulator/simulator.ts';
import { trades } from '../../../journeys/trades.ts';
import { asShopOf } from './bank-shop.ts';

/** Where the clock of the recording stands: 1 January 2026, 08:00 UTC. */
const startMs = Date.UTC(2026, 0, 1, 8);

/** The address in the examples. */
const origin = 'http://127.0.0.1:8080';

/** Longer answers are no examples: long lists. In characters. */
const longest = 5_000;

/** The trades register orders in many ways and of small amounts, and pay one at the second attempt. */
const openToAll = {
  registrationWants: [],
  paramsWanted: {},
  leastAmountMinor: 1,
  refusesOtherLanguages: false,
  orderNumberLength: 36,
  confirmationMinutes: 0,
  paymentAttempts: 3,
} as const satisfies Partial<Bank>;

/** The longest successful answer of each call at a bank, with its request, by the path of the call. */
export const recordCalls = async (bank: Bank): Promise<ReadonlyMap<string, CallExample>> => {
  const simulator = await startSimulator({
    bank: { ...bank, ...openToAll },
    seed: 'examples',
    clock: createClock({ startMs }),
    logLevel: 'error',
  });
  try {
    const found = new Map<string, CallExample>();
    const shop = callsOver(simulator.restUrl, recorder(bank, found, simulator.url));
    await shop.call('register.do', exampleOrder(bank, 'https://shop.example/return'));
    for (const trade of trades) await trade({ ...shop, clock: simulator.clock, currency: bank.currency });
    return found;
  } finally {
    await simulator.stop();
  }
};

const recorder = (bank: Bank, found: Map<string, CallExample>, url: string) => {
  const calls = new Map([...gatewayEndpoints, ...pageCalls].map((call) => [addressOf(call, bank.basePath), call]));
  let number = 0;
  return async (sent: SentCall): Promise<Json> => {
    const call = calls.get(sent.url.pathname);
    if (!call) throw new Error(`there is no call ${sent.url.pathname}`);
    const fields = asShopOf(bank, call, sent.fields, ++number);
    const isJson = sent.contentType === 'application/json';
    const body = isJson ? JSON.stringify(fields) : new URLSearchParams(fields as Record<string, string>).toString();
    const { text } = await ask(sent.url, { method: 'POST', headers: { 'content-type': sent.contentType }, body });
    const answer = JSON.parse(text) as Json;
    const example = {
      request: shown(call, fields),
      answer: JSON.parse(text, (_, value) => atOrigin(value, url)) as Json,
    };
    const length = lengthOf(example);
    if (isSuccess(answer) && length <= longest && length > lengthOf(found.get(call.path)))
      found.set(call.path, example);
    return answer;
  };
};

const lengthOf = (example: CallExample | undefined): number => JSON.stringify(example?.answer ?? '').length;

/** A value with the address of the examples in place of the gateway's, also inside a packed message. */
const atOrigin = (value: unknown, url: string): unknown => {
  if (typeof value !== 'string') return value;
  const unpacked = value.startsWith('eyJ') ? Buffer.from(value, 'base64url').toString() : '';
  return unpacked.includes(url)
    ? Buffer.from(unpacked.replaceAll(url, origin)).toString('base64url')
    : value.replaceAll(url, origin);
};

/** The fields that the call reads, without what is another one in each recording. */
const shown = ({ parameters }: Endpoint, fields: Readonly<Record<string, unknown>>): CallExample['request'] =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name in parameters)
      .map(([name, value]) => [name, name === 'paymentToken' ? 'eyJ2ZXJzaW9uIjoiRUNfdjEifQ==' : value]),
  );

const isSuccess = (answer: Json): boolean =>
  ['0', 0, undefined].includes(answer['errorCode']) &&
  ['0', undefined].includes(answer['ErrorCode']) &&
  answer['success'] !== false &&
  answer['error'] !== true &&
  answer['status'] !== 'FAIL';
