import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import test, { type ExecutionContext } from 'ava';
import { eventually } from '../../helpers/ava/eventually.ts';
import { askOverTls, authorityOf } from '../../helpers/http/ask-over-tls.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { ask } from '../../helpers/simulator/ask.ts';
import { login, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { slowRegister } from './slow-register.ts';

const withTls = (t: ExecutionContext, options: Parameters<typeof simulatorFor>[1] = {}) =>
  simulatorFor(t, { tls: true, tlsFolder: temporaryFolder(t), ...options });

const order = new URLSearchParams({ ...login, amount: '1500000', returnUrl: 'https://shop.example/' }).toString();

/** The host that shops of Bereke Bank have built in. */
const bankHost = 'securepayments.berekebank.kz';

test('a shop with the host of the bank built in registers an order and pays it over HTTPS', async (t) => {
  const simulator = await withTls(t);

  const answer = await askOverTls(simulator, `https://${bankHost}/payment/rest/register.do`, {
    method: 'POST',
    headers: { host: bankHost },
    body: order,
  });

  const { formUrl, orderId } = JSON.parse(answer.text);
  t.regex(formUrl, /^https:\/\/securepayments\.berekebank\.kz\/payment\/merchants\//);
  const page = await askOverTls(simulator, formUrl, { headers: { host: bankHost } });
  t.is(page.status, 200);
  t.true(page.text.includes(orderId));
});

test('links in the answer to a request begin with the scheme and the host that it came by', async (t) => {
  const simulator = await withTls(t);

  const secure = await askOverTls(simulator, `${simulator.tls?.restUrl}register.do?${order}`);
  const plain = await ask(`${simulator.restUrl}register.do?${order}`, { method: 'GET' });

  t.true(JSON.parse(secure.text).formUrl.startsWith(`${simulator.tls?.url}/payment/`), secure.text);
  t.true(JSON.parse(plain.text).formUrl.startsWith(`${simulator.url}/payment/`), plain.text);
});

test('PUBLIC_URL goes before the address that a request came by', async (t) => {
  const simulator = await withTls(t, { publicUrl: 'https://pay.test' });

  const { text: answer } = await askOverTls(simulator, `${simulator.tls?.restUrl}register.do?${order}`);

  t.true(JSON.parse(answer).formUrl.startsWith('https://pay.test/payment/'), answer);
});

test('over HTTPS the gateway answers under the names of its certificate, over HTTP and under other names it does not', async (t) => {
  const simulator = await withTls(t, { tlsNames: ['pay.test'] });
  const health = `${simulator.tls?.url}/sandbox/health`;
  const overTls = async (host: string) => (await askOverTls(simulator, health, { headers: { host } })).status;
  const overHttp = async (host: string) =>
    (await ask(`${simulator.url}/sandbox/health`, { method: 'GET', headers: { host } })).status;

  for (const host of [bankHost, `${bankHost}:8443`, 'PAY.TEST.', '3dsec.berekebank.kz', 'localhost', '127.0.0.1'])
    t.is(await overTls(host), 200, host);
  for (const host of [
    'evil.example',
    'berekebank.kz',
    'x.pay.test',
    `${bankHost}.evil.example`,
    `evil.example#${bankHost}`,
  ])
    t.is(await overTls(host), 421, host);
  for (const host of [bankHost, 'pay.test']) {
    t.is(await overTls(host), 200, host);
    t.is(await overHttp(host), 421, host);
  }
  t.is(await overHttp('localhost'), 200);
});

test('the control API is open to its own pages over HTTPS, and closed to those of other sites and of HTTP', async (t) => {
  const simulator = await withTls(t);
  const { url = '' } = simulator.tls ?? {};
  const statusFor = async (headers: Readonly<Record<string, string>>) =>
    (await askOverTls(simulator, `${url}/sandbox/merchants`, { headers })).status;

  t.is(await statusFor({}), 200);
  t.is(await statusFor({ origin: url }), 200);
  t.is(await statusFor({ origin: url.replace('https:', 'http:') }), 403);
  t.is(await statusFor({ origin: simulator.url }), 403);
  t.is(await statusFor({ 'sec-fetch-site': 'cross-site' }), 403);
});

test('with CONTROL_PORT the control API is not on the port of HTTPS', async (t) => {
  const simulator = await withTls(t, { controlPort: 0 });

  t.is((await askOverTls(simulator, `${simulator.tls?.url}/sandbox/merchants`)).status, 403);
});

test('with a control token every call over HTTPS needs it', async (t) => {
  const simulator = await withTls(t, { controlToken: 'made-up' });
  const call = (headers: Readonly<Record<string, string>>) =>
    askOverTls(simulator, `${simulator.tls?.url}/sandbox/merchants`, { headers });

  t.is((await call({})).status, 401);
  t.is((await call({ authorization: 'Bearer made-up' })).status, 200);
});

test('cookies of the dashboard go over both ports', async (t) => {
  const simulator = await withTls(t);

  const { setCookie } = await askOverTls(simulator, `${simulator.tls?.url}/`, { headers: { accept: 'text/html' } });

  t.true(setCookie.length > 0);
  for (const cookie of setCookie) t.notRegex(cookie, /secure/i);
});

test('without TLS there is no HTTPS', async (t) => {
  const simulator = await simulatorFor(t);

  t.is(simulator.tls, undefined);
});

test('a stop waits for no client that has not finished its handshake, nor for one without a request', async (t) => {
  const simulator = await withTls(t, { stopGraceMs: 600_000 });
  const port = Number(new URL(simulator.tls?.url ?? '').port);
  const silent = connectPlain(port, '127.0.0.1').on('error', () => {});
  await once(silent, 'connect');
  const ready = connect({ port, host: '127.0.0.1', ca: authorityOf(simulator) }).on('error', () => {});
  await once(ready, 'secureConnect');
  await askOverTls(simulator, `${simulator.tls?.url}/sandbox/health`);

  await simulator.stop();

  t.deepEqual(await Promise.all([silent, ready].map((socket) => text(socket).catch(() => ''))), ['', '']);
});

test('a stop lets an answer that is due over HTTPS go out', async (t) => {
  const simulator = await withTls(t, { stopGraceMs: 600_000 });
  await simulator.setScenario('test_user', slowRegister('10m'));
  const answer = askOverTls(simulator, `${simulator.tls?.restUrl}register.do?${order}`);
  await eventually(
    t,
    () => simulator.store.orders.ofMerchant('test_user'),
    (orders) => orders.length === 1,
  );

  const stopped = simulator.stop();
  await simulator.clockOf('test_user').advance(600_000);

  t.regex((await answer).text, /"orderId"/);
  await stopped;
});

test('no callback goes to the port of HTTPS, which is the gateway itself', async (t) => {
  const simulator = await withTls(t);
  const to = `${simulator.tls?.url}/callback`;

  await t.throwsAsync(simulator.testCallback('test_user', { to }), {
    message: /is this gateway, which does not call itself/,
  });
});

test('a client that sends HTTP to the port of HTTPS is named in the log, and disturbs no other', async (t) => {
  const simulator = await withTls(t, { logLevel: 'warn' });
  const { url = '' } = simulator.tls ?? {};

  await t.throwsAsync(ask(`${url.replace('https:', 'http:')}/`, { method: 'GET' }));

  t.is((await askOverTls(simulator, `${url}/sandbox/health`)).status, 200);
  const lines = async () => {
    const { text: page } = await askOverTls(simulator, `${url}/sandbox/log`);
    return page;
  };
  await eventually(t, lines, (page) => page.includes('a client sent HTTP to the port of HTTPS'));
});
