import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** The last try of the callback about a payment, after a shop has answered it so. */
const tryOf = async (t: ExecutionContext, answer: (response: ServerResponse) => void) => {
  const server = createServer({ keepAliveTimeout: 0 }, (_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const simulator = await simulatorFor(t, { callbacks: { url } });
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  const [callback] = (await controlOf(t, simulator)('GET /merchants/test_user/callbacks')).json['callbacks'];
  const { text } = await visitorOf(simulator.url).open(`/callbacks?callback=${callback.id}`);
  return { one: callback.tries.at(-1), text, simulator, callback };
};

test('a try keeps the time and the beginning of the answer, without card numbers and secrets', async (t) => {
  const { one, text } = await tryOf(t, (response) => {
    response.writeHead(500).end(`Card ${plainCard.pan}, ${'x'.repeat(5_000)}`);
  });

  t.true(Number.isInteger(one.tookMs) && one.tookMs >= 0);
  t.regex(one.answer, /^Card 40{3}\S*\*{2}\S*\d{4}, x+$|^Card \d{4,6}\*+\d{4}, x+$/);
  t.is(one.answer.length, 300);
  t.regex(text, /HTTP 500 \d+ ms Card \S+, xxx/);
});

test('the secrets of an answer in JSON are not kept', async (t) => {
  const { one } = await tryOf(t, (response) => {
    response.end(JSON.stringify({ ok: true, apiToken: 'very-secret', password: 'hush' }));
  });

  t.is(one.answer, '{"ok":true,"apiToken":"***","password":"***"}');
});

test('an answer without a body has none', async (t) => {
  const { one } = await tryOf(t, (response) => void response.writeHead(200).end());

  t.is(one.httpStatus, 200);
  t.false('answer' in one);
});

test('an answer whose body never ends counts by its status', async (t) => {
  const { one, callback } = await tryOf(t, (response) => void response.writeHead(200).write('begun'));

  t.is(callback.state, 'delivered');
  t.like(one, { httpStatus: 200, answer: 'begun' });
});

test('time and answer of a try go out and in with the state of the merchant', async (t) => {
  const { simulator, one } = await tryOf(t, (response) => void response.end('fine'));
  const control = controlOf(t, simulator);
  const { json } = await control('GET /merchants/test_user/state');

  await control('PUT /merchants/test_user/state', json);

  const [after] = (await control('GET /merchants/test_user/callbacks')).json['callbacks'];
  t.deepEqual(after.tries.at(-1), one);
});

for (const url of ['not an address', 'http://', 'http://[::1', 'http://shop example/', 'http://shop:99999/'])
  test(`a callback to an address that is none ends with a try that says so, and not as a failure: ${url}`, async (t) => {
    const lines: string[] = [];
    const sayLine = (line: string): string => {
      lines.push(line);
      return line;
    };
    const simulator = await simulatorFor(t, { logLevel: 'error', logFormat: 'text', sayLine });

    const { orderId, formUrl } = await simulator.call('register.do', {
      amount: '1500000',
      returnUrl: 'https://shop.example/return',
      dynamicCallbackUrl: url,
    });
    // Some are refused at once.
    if (orderId === undefined) return t.is(formUrl, undefined);
    await pay(formUrl, { card: plainCard });
    await simulator.settled();

    const [callback] = (await controlOf(t, simulator)('GET /merchants/test_user/callbacks')).json['callbacks'];
    t.is(callback.tries.at(-1).error, 'ERR_INVALID_URL');
    t.deepEqual(lines, []);
  });
