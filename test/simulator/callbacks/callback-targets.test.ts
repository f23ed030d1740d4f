import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import test, { type ExecutionContext } from 'ava';
import { findTargets } from '../../../simulator/callbacks/deliver/callback-targets.ts';
import { sendCallback } from '../../../simulator/callbacks/deliver/send-callback.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const machineAddress = Object.values(networkInterfaces())
  .flatMap((all = []) => all)
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

/** Spellings of this machine, as a host of an address. */
const selves = [
  'localhost',
  'LOCALHOST',
  '127.0.0.1',
  '127.1',
  '127.0.0.2',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0.0.0.0',
  '0',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:0:0]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  ...(machineAddress === undefined ? [] : [machineAddress]),
];

const lastCallback = async (simulator: TestSimulator) =>
  (await simulator.store.callbacks.ofMerchant('test_user')).at(-1);

for (const host of selves) {
  test(`a callback to the gateway as ${host} is given up at once, with a reason`, async (t) => {
    const simulator = await simulatorFor(t, { journalSize: 10 });
    const { port } = new URL(simulator.url);
    const dynamicCallbackUrl = `http://${host}:${port}/payment/rest/instantPayment.do?userName=test_user&password=test_user_password`;
    await payWith(simulator, plainCard.pan, { dynamicCallbackUrl });
    await simulator.settled();
    const callback = await lastCallback(simulator);
    t.is(callback?.state, 'given-up');
    t.is(callback?.tries.length, 1);
    t.regex(callback?.tries[0]?.error ?? '', /is this gateway, which does not call itself/);

    const resent = await simulator.resendCallback('test_user', callback?.id ?? '');
    t.false(resent?.isDelivered);
    t.regex((await lastCallback(simulator))?.tries[1]?.error ?? '', /is this gateway/);
  });
}

test('the address that the portal sets up leads no callback to the gateway', async (t) => {
  const simulator = await simulatorFor(t);
  const answer = await fetch(`${simulator.url}/mportal/mvc/public/merchant/update/test_user`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('test_user:test_user_password').toString('base64')}` },
    body: JSON.stringify({ callbacks_enabled: true, callback_addresses: `${simulator.controlUrl}/merchants` }),
  });
  t.is(answer.status, 200);
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  t.is((await lastCallback(simulator))?.state, 'given-up');
});

test('the port of the control API is never called', async (t) => {
  const simulator = await simulatorFor(t, { controlPort: 0 });
  await payWith(simulator, plainCard.pan, {
    dynamicCallbackUrl: `${simulator.controlUrl}/merchants/test_user/reset`,
  });
  await simulator.settled();
  t.regex((await lastCallback(simulator))?.tries[0]?.error ?? '', /is this gateway/);
});

/** A server that passes each request on, as a proxy or a tunnel does. */
const relayTo = async (t: ExecutionContext, target: string): Promise<{ url: string; statuses: number[] }> => {
  const statuses: number[] = [];
  const relay = createServer((request, response) => {
    const passed = send(new URL(request.url ?? '', target), { method: request.method, headers: request.headers });
    request.pipe(passed);
    passed.once('response', (answer) => {
      statuses.push(answer.statusCode ?? 0);
      response.writeHead(answer.statusCode ?? 500);
      answer.pipe(response);
    });
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  t.teardown(() => relay.close());
  return { url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`, statuses };
};

const surfaces = [
  'payment/rest/instantPayment.do',
  'payment/rest/register.do',
  'payment/merchants/test_user/payment_ru.html',
  'payment/rest/finish3ds.do',
  'acs/challenge',
  'mportal/mvc/public/merchant/update/test_user',
  'sandbox/health',
  'sandbox/merchants/test_user/reset',
  '',
];

for (const path of surfaces)
  test(`a callback that comes back by a detour is refused at /${path}`, async (t) => {
    const simulator = await simulatorFor(t);
    const relay = await relayTo(t, simulator.url);
    const callbacks = { 'tillbox-callback': 'none', 'Tillbox-Callback': 'none' };
    await simulator.setCallbacks('test_user', { headers: callbacks });
    await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: `${relay.url}/${path}` });
    await simulator.settled();
    t.deepEqual(relay.statuses, [403]);
    t.is((await lastCallback(simulator))?.tries[0]?.httpStatus, 403);
  });

test('payments do not breed by callbacks', async (t) => {
  const simulator = await simulatorFor(t);
  const relay = await relayTo(t, simulator.url);
  const card = 'pan=4111111111111111&cvc=123&expiry=203412&cardHolderName=A&amount=100';
  const call = `userName=test_user&password=test_user_password&${card}&returnUrl=https://shop.example`;
  await simulator.setCallbacks('test_user', {
    url: `${relay.url}/payment/rest/instantPayment.do?${call}`,
    method: 'GET',
  });
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  t.is((await simulator.orders('test_user')).total, 1);
  t.deepEqual(relay.statuses, [403]);
});

test('a callback to another gateway is a call like any other', async (t) => {
  const [simulator, other] = [await simulatorFor(t), await simulatorFor(t)];
  await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: `${other.url}/sandbox/health` });
  await simulator.settled();
  t.is((await lastCallback(simulator))?.tries[0]?.httpStatus, 200);
});

const none = { hosts: [], ownPorts: () => [] };

const forbidden = [
  '169.254.169.254',
  '169.254.0.1',
  '169.254.255.255:8080',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:a9fe:a9fe::1]',
  '[fe80::1]',
  '[febf:ffff::1]',
  '[fd00:ec2::254]',
  '[fd00:0ec2:0:0:0:0:0:0254]',
  '100.100.100.200',
  '168.63.129.16',
];

for (const host of forbidden)
  test(`link-local and metadata addresses need to be named: ${host}`, async (t) => {
    const url = new URL(`http://${host}/latest/meta-data`);
    const found = await findTargets(url, none);
    t.regex('reason' in found ? found.reason : '', /link-local or metadata address/);
    const named = await findTargets(url, { ...none, hosts: [url.hostname] });
    t.true('targets' in named);
  });

for (const host of ['192.168.1.20', '10.0.0.1', '172.17.0.1', '[fd12:3456::1]', '127.0.0.1', '[::1]', '8.8.8.8'])
  test(`other addresses are allowed: ${host}`, async (t) => {
    t.true('targets' in (await findTargets(new URL(`http://${host}:3001/`), { ...none, ownPorts: () => [8080] })));
  });

test('a name is judged by all that it stands for, and only what is allowed is called', async (t) => {
  const resolve = async () => [
    { address: '169.254.169.254', family: 4 },
    { address: 'fe80::1%eth0', family: 6 },
    { address: '10.0.0.7', family: 4 },
  ];
  t.deepEqual(await findTargets(new URL('http://shop.test/'), { ...none, resolve }), {
    targets: [{ address: '10.0.0.7', family: 4 }],
  });
  const metadata = await findTargets(new URL('http://shop.test/'), {
    ...none,
    resolve: async () => [{ address: '169.254.169.254', family: 4 }],
  });
  t.true('reason' in metadata);
  const self = await findTargets(new URL('http://shop.test:8080/'), {
    hosts: ['shop.test'],
    ownPorts: () => [8080],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  t.regex('reason' in self ? self.reason : '', /is this gateway/);
});

test('a shop gets its callbacks with the mark of the gateway, the same in each', async (t) => {
  const simulator = await simulatorFor(t);
  const shop = await receiverFor(t);
  for (let count = 0; count < 2; count++) {
    await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: shop.url });
  }
  await shop.hasReceived(2);
  const marks = shop.received.map(({ headers }) => headers['tillbox-callback']);
  t.regex(String(marks[0]), /^[\da-f-]{36}$/);
  t.is(new Set(marks).size, 1);
});

test('the connection goes to the address that was judged, not to a second answer for the name', async (t) => {
  const shop = await receiverFor(t);
  const simulator = await simulatorFor(t);
  const orderId = await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: shop.url });
  const [callback] = await simulator.store.callbacks.about(orderId);
  if (!callback) return t.fail('no callback');
  let asked = 0;
  const resolve = async () => {
    asked++;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const url = `http://shop.invalid:${new URL(shop.url).port}/`;
  const options = { targets: { ...none, resolve }, mark: () => 'a', patienceMs: 20_000 };
  const { attempt } = await sendCallback({ ...callback, url }, 0, options);
  t.is(attempt.httpStatus, 200);
  t.is(asked, 1);
});

for (const host of ['shop.example', 'SHOP.example:443'])
  test(`CALLBACK_HOSTS=${host} names that host and no other`, async (t) => {
    const resolve = async () => [{ address: '10.0.0.7', family: 4 }];
    const isAllowed = async (url: string) =>
      'targets' in (await findTargets(new URL(url), { ...none, hosts: [host], resolve }));
    t.true(await isAllowed('https://shop.example/callback'));
    t.true(await isAllowed('https://SHOP.EXAMPLE:443/'));
    for (const url of [
      'https://evil-shop.example/',
      'https://shop.example.evil.example/',
      'https://a.shop.example/',
      'https://example/',
      'https://10.0.0.7/',
      'https://shop.example@evil.example/',
    ])
      t.false(await isAllowed(url), url);
    t.is(await isAllowed('https://shop.example:444/'), host === 'shop.example');
  });
