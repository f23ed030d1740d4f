import test, { type ExecutionContext } from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { inTime } from '../../helpers/ava/in-time.ts';
import { bytesOf, exchangeBytes } from '../../helpers/http/raw-request.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const simulatorWith = (t: ExecutionContext, ...gateway: readonly object[]): Promise<TestSimulator> =>
  simulatorFor(t, { seed: 'faults', scenarios: [parseScenario('faulty', { gateway })] });

const faulty = { jsonParams: '{"scenario":"faulty"}' };

/** All that comes over the wire for a call, until the connection is closed. */
const onTheWire = ({ restUrl }: TestSimulator, endpoint: string, fields: Readonly<Record<string, string>>) => {
  const body = new URLSearchParams({ ...login, ...fields }).toString();
  const { pathname } = new URL(restUrl + endpoint);
  const headers = [
    'Host: localhost',
    'Connection: close',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ];
  return exchangeBytes(restUrl, bytesOf({ line: `POST ${pathname} HTTP/1.1`, headers, body }));
};

const bodyOf = (answer: string): string => answer.slice(answer.indexOf('\r\n\r\n') + 4);

const statusOf = async (t: ExecutionContext, fault: object): Promise<string> => {
  const simulator = await simulatorWith(t, { on: 'getOrderStatusExtended', do: fault });
  const { orderId } = await simulator.register(faulty);
  return onTheWire(simulator, 'getOrderStatusExtended.do', { orderId });
};

for (const status of [429, 500, 502, 503]) {
  test(`a call is answered with HTTP ${status} and a page that is no JSON`, async (t) => {
    const answer = await statusOf(t, { httpStatus: status });

    t.true(answer.startsWith(`HTTP/1.1 ${status} `));
    t.regex(answer, /content-type: text\/html/i);
    t.true(bodyOf(answer).startsWith('<html>'));
  });
}

test('an error code comes in the own shape of each endpoint, and nothing is done', async (t) => {
  const steps = ['register', 'deposit', 'getOrderStatus', 'paymentorder'].map((on) => ({ on, do: { errorCode: 7 } }));
  const simulator = await simulatorWith(t, ...steps);

  t.like(
    await simulator.call('register.do', {
      amount: '1',
      returnUrl: 'https://shop.example',
      orderNumber: 'A',
      ...faulty,
    }),
    {
      errorCode: '7',
    },
  );
  t.is(await simulator.store.orders.findByNumber('test_user', 'A'), undefined);
  await simulator.setScenario('test_user', 'faulty');
  t.like(await simulator.call('deposit.do', { orderId: 'x' }), { errorCode: '7' });
  t.like(await simulator.call('getOrderStatus.do', { orderId: 'x' }), { ErrorCode: '7' });
  t.like(await simulator.call('paymentorder.do', { MDORDER: 'x' }), { errorCode: 7 });
});

test('an answer is complete but cannot be read', async (t) => {
  const answer = await statusOf(t, { malformed: true });

  const length = Number(/content-length: (\d+)/i.exec(answer)?.[1]);
  t.is(Buffer.byteLength(bodyOf(answer)), length);
  t.throws(() => JSON.parse(bodyOf(answer)), { instanceOf: SyntaxError });
});

test('an answer breaks off in the middle', async (t) => {
  const answer = await statusOf(t, { truncated: true });

  const length = Number(/content-length: (\d+)/i.exec(answer)?.[1]);
  t.is(bodyOf(answer).length, length >> 1);
});

test('an answer is 200 with nothing in it', async (t) => {
  const answer = await statusOf(t, { empty: true });

  t.regex(answer, /^HTTP\/1\.1 200 /);
  t.is(bodyOf(answer), '');
});

test('an answer calls itself something else', async (t) => {
  const answer = await statusOf(t, { contentType: 'text/html' });

  t.regex(answer, /content-type: text\/html\r\n/i);
  t.is(JSON.parse(bodyOf(answer)).errorCode, '0');
});

test('an answer that drips is whole in the end', async (t) => {
  const answer = await statusOf(t, { drip: '40ms' });

  t.is(JSON.parse(bodyOf(answer)).errorCode, '0');
});

for (const [when, isKept] of [
  ['before', false],
  ['after', true],
] as const) {
  test(`a connection is closed ${when} the work was done, so that the order is ${isKept ? '' : 'not '}there`, async (t) => {
    const simulator = await simulatorWith(t, { on: 'register', do: { drop: when } });

    const answer = await onTheWire(simulator, 'register.do', {
      amount: '1',
      returnUrl: 'https://shop.example',
      orderNumber: 'A',
      ...faulty,
    });

    t.is(answer, '');
    t.is((await simulator.store.orders.findByNumber('test_user', 'A')) !== undefined, isKept);
  });
}

test('a registration whose answer is lost is sent again under the same number, and is not lost a second time', async (t) => {
  const calls = ['register.do', 'registerPreAuth.do', 'instantPayment.do'];
  const gateway = calls.map((call) => ({ on: call.slice(0, -3), times: 1, do: { drop: 'after' } }));
  for (const call of calls) {
    const simulator = await simulatorWith(t, ...gateway);
    const order = { amount: '1', returnUrl: 'https://shop.example', backUrl: 'https://shop.example', orderNumber: 'A' };
    const card = call === 'instantPayment.do' && {
      pan: '4444555511113333',
      cvc: '123',
      expiry: '203412',
      cardHolderName: 'T',
    };

    t.is(await onTheWire(simulator, call, { ...order, ...card, ...faulty }), '', call);
    t.truthy(await simulator.store.orders.findByNumber('test_user', 'A'), call);
    t.regex(await onTheWire(simulator, call, { ...order, ...card, ...faulty }), /"errorCode":"?1/, call);
  }
});

test("an answer comes late by the merchant's clock, after the work was done", async (t) => {
  const simulator = await simulatorWith(t, { on: 'register', do: { delay: '30s' } });
  let isOver = false;

  const late = simulator.register({ orderNumber: 'A', ...faulty }).then((answer) => {
    isOver = true;
    return answer;
  });
  await eventually(t, () => simulator.store.orders.findByNumber('test_user', 'A'), Boolean);
  t.false(isOver);
  const answer = await inTime(t, late, () => simulator.clockOf('test_user').advance(30_000));

  t.truthy(answer.orderId);
});

test('a fault happens as often as it says, for each order by itself; then the next entry speaks', async (t) => {
  const simulator = await simulatorWith(
    t,
    { on: 'rest/getOrderStatusExtended.do', times: 2, do: { errorCode: 7 } },
    { on: 'getOrderStatusExtended', times: 1, do: { errorCode: 5 } },
  );
  const [one, two] = [await simulator.register(faulty), await simulator.register(faulty)];
  const plain = await simulator.register();
  const codes: string[] = [];
  for (const { orderId } of [one, one, one, one, two, plain])
    codes.push((await simulator.status(orderId))['errorCode']);

  t.deepEqual(codes, ['7', '7', '5', '0', '7', '0']);
});

test('what an order says of attempts leaves its merchant, or a file that holds, to speak of the gateway', async (t) => {
  const scenarios = [
    parseScenario('a-decline', { attempts: [{ decline: 5 }] }),
    parseScenario('a-vip', { when: { orderNumber: '^vip-' }, gateway: [{ on: 'deposit', do: { errorCode: 5 } }] }),
  ];
  const simulator = await simulatorFor(t, { scenarios });
  const asked = { jsonParams: '{"scenario":"a-decline"}' };
  const [vip, plain] = [await simulator.register({ ...asked, orderNumber: 'vip-1' }), await simulator.register(asked)];

  t.is((await simulator.call('deposit.do', { orderId: vip.orderId }))['errorCode'], '5');
  t.is((await simulator.call('deposit.do', { orderId: plain.orderId }))['errorCode'], '7');
});

test('a scenario that a merchant was given as a whole speaks of the gateway too, also to the page', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const on = ['getOrderStatusExtended', 'getSessionStatus'].map((name) => ({ on: name, do: { httpStatus: 503 } }));
  await simulator.setScenario('test_user', { gateway: on });

  t.true((await onTheWire(simulator, 'getOrderStatusExtended.do', { orderId })).startsWith('HTTP/1.1 503 '));
  t.true((await onTheWire(simulator, 'getSessionStatus.do', { MDORDER: orderId })).startsWith('HTTP/1.1 503 '));
  t.is((await simulator.call('deposit.do', { orderId }))['errorCode'], '7');
});

test('a merchant that is reset has met no fault yet', async (t) => {
  const simulator = await simulatorWith(t, { on: 'getLastOrdersForMerchants', times: 1, do: { errorCode: 5 } });
  const codes: number[] = [];
  const ask = async () => {
    const asked = { page: '0', size: '1', from: '20260101000000', to: '20270101000000', transactionStates: 'CREATED' };
    codes.push((await simulator.call('getLastOrdersForMerchants.do', { ...asked, merchants: '' }))['errorCode']);
  };
  await simulator.setScenario('test_user', 'faulty');
  await ask();
  await ask();
  await fetch(`${simulator.controlUrl}/merchants/test_user/reset`, { method: 'POST' });
  await ask();

  t.deepEqual(codes, [5, 0, 5]);
});
