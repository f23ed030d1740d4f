import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { CallbackForged, checkCallback } from '../../../client/index.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { pageNames } from '../../../simulator/data/endpoint-names.ts';
import { callbackFaults } from '../../../simulator/domain/faults/callback-faults.ts';
import { faults } from '../../../simulator/domain/faults/fault.ts';
import { endpointName } from '../../../simulator/scenario-engine/definition/endpoint-name.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { Scenario } from '../../../simulator/scenario-engine/scenario.ts';
import { attemptSteps } from '../../../simulator/scenario-engine/steps/attempt-steps.ts';
import { callbackSteps } from '../../../simulator/scenario-engine/steps/callback-steps.ts';
import { gatewaySteps } from '../../../simulator/scenario-engine/steps/gateway-steps.ts';
import { laterSteps } from '../../../simulator/scenario-engine/steps/later-steps.ts';
import { bytesOf, exchangeBytes } from '../../helpers/http/raw-request.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { asking, eachChanges, entriesOf, inShort, lateMs, scenariosOf, withoutChance } from './watch-steps.ts';

/** Heads say the same in any order, and in capitals. */
const inOneOrder = (answer: string): string => {
  const [head = '', ...body] = answer.split('\r\n\r\n');
  const [status = '', ...headers] = head.split('\r\n');
  return [status, ...headers.map((header) => header.toLowerCase()).toSorted(), ...body].join('\r\n');
};

/** All that comes over the wire. */
const onTheWire = async ({ url }: TestSimulator, path: string, fields?: Readonly<Record<string, string>>) => {
  const body = new URLSearchParams(fields).toString();
  const headers = [
    'Host: localhost',
    'Connection: close',
    ...(fields ? ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`] : []),
  ];
  const line = `${fields ? 'POST' : 'GET'} ${path} HTTP/1.1`;
  return inShort(withoutChance(inOneOrder(await exchangeBytes(url, bytesOf({ line, headers, body })))));
};

/** An answer when its last byte is there, also of a redirect, whose body no browser waits for. */
const wholeAnswer = async (asked: Request): Promise<Response> => {
  const body = Buffer.from(await asked.arrayBuffer());
  const sent = request(asked.url, { method: asked.method, headers: Object.fromEntries(asked.headers), agent: false });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const text = Buffer.concat(await answer.toArray());
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  return Object.defineProperty(new Response(text, { status: answer.statusCode ?? 0, headers }), 'url', {
    value: asked.url,
  });
};

/** A payer's walk to the end, as the browser and the shop see it. */
const walkOf = async (simulator: TestSimulator, index: number) => {
  const { orderId, formUrl } = await simulator.register(asking(index));
  const seen: unknown[] = [];
  const recording: typeof fetch = async (address, init) => {
    try {
      const answer = await wholeAnswer(new Request(address, init));
      const headers = [...answer.headers].map(([name, value]) => withoutChance(`${name}: ${value}\r\n`)).toSorted();
      seen.push([answer.status, ...headers, inShort(withoutChance(await answer.clone().text()))]);
      return answer;
    } catch (error) {
      seen.push((error as Error).message);
      throw error;
    }
  };
  const end = await pay(formUrl, { card: challengeCard, fetch: recording }).then(
    (walk) => walk.end,
    (error: Error) => withoutChance(error.message),
  );
  const { orderStatus, actionCode } = await simulator.status(orderId);
  return [seen, end, orderStatus, actionCode];
};

type Reach = (simulator: TestSimulator, index: number) => Promise<unknown>;

/** How each surface is reached whose answers can have a fault: calls, and what a browser opens. */
const surfaces: Readonly<Record<string, { readonly reach: Reach; readonly threeDsVersion?: 1 | 2 }>> = {
  getOrderStatusExtended: {
    reach: async (simulator, index) => {
      const { orderId } = await simulator.register(asking(index));
      return onTheWire(simulator, '/payment/rest/getOrderStatusExtended.do', { ...login, orderId });
    },
  },
  getSessionStatus: {
    reach: async (simulator, index) => {
      const { orderId } = await simulator.register(asking(index));
      return onTheWire(simulator, `/payment/rest/getSessionStatus.do?MDORDER=${orderId}`);
    },
  },
  page: {
    reach: async (simulator, index) => {
      const { pathname, search } = new URL((await simulator.register(asking(index))).formUrl);
      return onTheWire(simulator, pathname + search);
    },
  },
  processform: { reach: walkOf },
  acs: { reach: walkOf },
  acsRedirect: {
    reach: async (simulator, index) => {
      const { orderId, formUrl } = await simulator.register(asking(index));
      await pay(formUrl, { card: challengeCard, atAcs: 'leave' });
      return onTheWire(simulator, `/payment/acsRedirect.do?orderId=${orderId}`);
    },
  },
  finish3ds: { reach: walkOf, threeDsVersion: 1 },
  finish3dsVer2PaymentAnonymous: { reach: walkOf },
};

test('every page is among the surfaces', (t) => {
  t.deepEqual(
    pageNames.filter((name) => !(name in surfaces)),
    [],
  );
});

/** A page has no errorCode. */
const fits = (on: string, entry: object): boolean =>
  !(
    ['errorCode', 'errorMessage', 'after'].some((key) => key in entry) &&
    pageNames.some((page) => page === endpointName(on))
  );

for (const [on, { reach, threeDsVersion = 2 }] of Object.entries(surfaces)) {
  test(`every gateway step changes what arrives from ${on}`, async (t) => {
    const entries = entriesOf(gatewaySteps).filter((entry) => fits(on, entry));
    const scenarios = scenariosOf(entries, (entry) => ({ gateway: [{ on, do: entry }] }));
    const simulator = await simulatorFor(t, { seed: 'every-step', scenarios, bank: { ...bereke, threeDsVersion } });

    await eachChanges(t, simulator, entries, (index) => reach(simulator, index));
  });
}

test('an order number that is drawn makes no difference, even if it begins with many digits', async (t) => {
  const seed = 'seed-25';
  const drawn = await simulatorFor(t, { seed });
  t.regex((await drawn.status((await drawn.register()).orderId))['orderNumber'], /^\d{6}[a-z]/, 'the plant');
  const simulator = await simulatorFor(t, { seed, scenarios: scenariosOf([], () => ({})) });
  const answer = () => surfaces['getOrderStatusExtended']?.reach(simulator, 0);

  t.is(await answer(), await answer());
});

test('every kind of fault is had by a step', (t) => {
  const parsed = [
    ...entriesOf(gatewaySteps).map((entry) => parseScenario('x', { gateway: [{ on: 'register', do: entry }] })),
    ...entriesOf(callbackSteps).map((entry) => parseScenario('x', { callbacks: [{ on: 'approved', do: entry }] })),
  ];
  const kinds = parsed.flatMap(({ gateway, callbacks }) =>
    [...gateway.map(({ fault }) => fault), ...callbacks.map(({ settings }) => settings)].flatMap(Object.keys),
  );

  t.deepEqual(
    [...new Set(kinds)].sort(),
    [...new Set([...Object.keys(faults), ...Object.keys(callbackFaults)])].sort(),
  );
});

const token = 'callback-token';

test('every callback step changes what the shop receives, or when', async (t) => {
  const entries = entriesOf(callbackSteps);
  const scenarios = scenariosOf(entries, (entry) => ({ callbacks: [{ on: 'approved', do: entry }] }));
  const plain = { waited: false, atOnce: received, later: received };
  let seen = await receivedOf(t, scenarios, entries.length);
  for (let tries = 0; tries < 10 && seen.waited; tries += 1) seen = await receivedOf(t, scenarios, entries.length);

  t.deepEqual(seen, plain);
  for (const [index, entry] of entries.entries())
    t.notDeepEqual(await receivedOf(t, scenarios, index), plain, JSON.stringify(entry));
});

/** What the shop receives without a step. */
const received = ['approved', 'deposited'].map((operation) => ({ operation, status: '1', isGenuine: true }));

/** What a shop receives of a payment in two phases: at once, and after an hour; and whether the payer waited for it. */
const receivedOf = async (t: ExecutionContext, scenarios: readonly Scenario[], index: number) => {
  const shop = await receiverFor(t, 'hang');
  const simulator = await simulatorFor(t, { scenarios, callbacks: { url: shop.url, token } });
  const paying = hold(simulator, asking(index));
  const waited = (await Promise.race([paying, wait(lateMs)])) === undefined;
  const releasing = setInterval(shop.release, 10);
  t.teardown(() => clearInterval(releasing));
  const orderId = await paying;
  const soFar = () =>
    shop.received.map(({ form }) => {
      const { mdOrder: _, orderNumber: __, checksum: ___, ...fields } = Object.fromEntries(form);
      return { ...fields, isGenuine: isGenuine(form) };
    });
  await simulator.settled();
  await simulator.call('deposit.do', { orderId });
  await simulator.settled();
  const atOnce = soFar();
  await simulator.clock.advance(3_600_000);
  await simulator.settled();
  return { waited, atOnce, later: soFar() };
};

const isGenuine = (form: URLSearchParams): boolean => {
  try {
    checkCallback(form, { token });
    return true;
  } catch (error) {
    if (error instanceof CallbackForged) return false;
    throw error;
  }
};

/** What the shop reads of an order. */
const statusOf = async (simulator: TestSimulator, orderId: string) => {
  const status = await simulator.status(orderId);
  return withoutChance(JSON.stringify(status).replaceAll(/"(?:date|authDateTime|\w*[Tt]ime)":\d+,?/g, ''));
};

test('every later step changes an order that is open, held or paid', async (t) => {
  const entries = entriesOf(laterSteps);
  const scenarios = scenariosOf(entries, (entry) => ({ later: [{ after: '10m', do: entry }] }));
  const simulator = await simulatorFor(t, { scenarios });
  const stages = [
    async (fields: Readonly<Record<string, string>>) => (await simulator.register(fields)).orderId,
    (fields: Readonly<Record<string, string>>) => hold(simulator, fields),
    (fields: Readonly<Record<string, string>>) => payWith(simulator, plainCard.pan, fields),
  ];
  const endsOf = async (index: number) => {
    const ids = await Promise.all(stages.map((stage) => stage(asking(index))));
    await simulator.clock.advance(15 * 60_000);
    await simulator.settled();
    return Promise.all(ids.map((id) => statusOf(simulator, id)));
  };
  const plain = await endsOf(entries.length);

  t.deepEqual(await endsOf(entries.length), plain);
  for (const [index, entry] of entries.entries()) t.notDeepEqual(await endsOf(index), plain, JSON.stringify(entry));
});

const decliningCard = { pan: '4444444444444422', expiry: '12/34', cvc: '123' };

test('every step of an attempt changes how a payment goes with one of three cards', async (t) => {
  const entries = entriesOf(attemptSteps);
  const scenarios = scenariosOf(entries, (entry) => ({ attempts: [entry] }));
  const simulator = await simulatorFor(t, { seed: 'every-step', scenarios });

  await eachChanges(t, simulator, entries, (index) =>
    Promise.all(
      [plainCard, challengeCard, decliningCard].map(async (card) => {
        const { orderId, formUrl } = await simulator.register(asking(index));
        const { end, steps } = await pay(formUrl, { card });
        const visited = steps.map(({ url }) => withoutChance(url));
        return [end, visited, await statusOf(simulator, orderId)];
      }),
    ),
  );
});
