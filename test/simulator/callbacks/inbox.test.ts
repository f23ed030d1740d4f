import test from 'ava';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const merchants = [
  { login: 'test_user', password: 'test_user_password' },
  { login: 'other', password: 'p' },
];

test('callbacks to the inbox of their own merchant come without a call', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const inbox = `${simulator.url}/sandbox/inbox/test_user`;
  await simulator.setCallbacks('test_user', { url: inbox, token: 'top-secret' });
  const orderId = await payWith(simulator, plainCard.pan, { orderNumber: 'A-1' });
  await simulator.settled();

  const { callbacks } = (await control('GET /merchants/test_user/callbacks')).json;
  t.like(callbacks, [{ state: 'delivered', tries: [{ httpStatus: 200 }] }]);
  const { entries } = (await control('GET /merchants/test_user/journal?path=/sandbox/inbox/test_user')).json;
  t.like(entries, [
    { surface: 'inbox', method: 'GET', httpStatus: 200, parameters: { mdOrder: orderId, operation: 'deposited' } },
  ]);
  t.is(entries[0].parameters.checksum, callbacks[0].fields.find(({ name }: Json) => name === 'checksum').value);

  await control(`POST /merchants/test_user/callbacks/${callbacks[0].id}/resend`, { to: inbox, checksum: 'wrong' });
  t.like((await control('POST /merchants/test_user/callbacks/test', { to: inbox })).json, { isDelivered: true });
  const order = await simulator.order(orderId);
  t.false(order?.requests.entries.some(({ surface }) => surface === 'inbox'));
});

for (const [what, addressAt] of [
  ['the inbox of another merchant', (url: string) => `${url}/sandbox/inbox/other`],
  ['a path that leads on', (url: string) => `${url}/sandbox/inbox/test_user/../../merchants`],
  ['a path below it', (url: string) => `${url}/sandbox/inbox/test_user/x`],
  ['an encoded path', (url: string) => `${url}/sandbox/inbox/..%2Fmerchants`],
  ['an encoded login', (url: string) => `${url}/sandbox/inbox/test%5Fuser`],
  ['doubled slashes', (url: string) => `${url}//sandbox/inbox/test_user`],
  ['capitals', (url: string) => `${url}/sandbox/INBOX/test_user`],
  ['a query', (url: string) => `${url}/sandbox/inbox/test_user?x=1`],
  ['a fragment', (url: string) => `${url}/sandbox/inbox/test_user#x`],
  ['a user in the address', (url: string) => `${url.replace('//', '//user@')}/sandbox/inbox/test_user`],
  ['another name of this machine', (url: string) => `${url.replace('127.0.0.1', 'localhost')}/sandbox/inbox/test_user`],
  ['another call of the control API', (url: string) => `${url}/sandbox/merchants/test_user/reset`],
  ['the merchant API', (url: string) => `${url}/payment/rest/register.do`],
] as const)
  test(`no other address of the gateway is open to callbacks: ${what}`, async (t) => {
    const simulator = await simulatorFor(t, { journalSize: 100, merchants });
    const control = controlOf(t, simulator);
    const url = addressAt(simulator.url);
    await simulator.setCallbacks('test_user', { url });
    await payWith(simulator, plainCard.pan, { orderNumber: 'A-1', dynamicCallbackUrl: url });
    await simulator.settled();

    const { callbacks } = (await control('GET /merchants/test_user/callbacks')).json;
    t.like(callbacks, [{ state: 'given-up' }]);
    t.regex(callbacks[0].tries[0].error, /this gateway, which does not call itself/);
    for (const login of ['test_user', 'other']) {
      const { entries } = (await control(`GET /merchants/${login}/journal?path=/sandbox/inbox/${login}`)).json;
      t.deepEqual(entries, []);
    }
    for (const path of ['test', `${callbacks[0].id}/resend`]) {
      const { status } = await control(`POST /merchants/test_user/callbacks/${path}`, { to: url });
      t.is(status, 422, path);
    }
  });

test('a shop that redirects to the inbox is not followed', async (t) => {
  const { createServer } = await import('node:http');
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const shop = createServer((_, response) => {
    response.writeHead(302, { Location: `${simulator.url}/sandbox/inbox/test_user` }).end();
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  t.teardown(() => shop.close());
  const address = shop.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await simulator.setCallbacks('test_user', { url: `http://127.0.0.1:${port}/` });
  await payWith(simulator, plainCard.pan);
  await simulator.settled();

  const control = controlOf(t, simulator);
  t.like((await control('GET /merchants/test_user/callbacks')).json['callbacks'], [{ tries: [{ httpStatus: 302 }] }]);
  t.deepEqual((await control('GET /merchants/test_user/journal?path=/sandbox/inbox/test_user')).json['entries'], []);
});

test('the inbox takes every GET and POST of others, masks cards, and tells nobody which merchants there are', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100, controlToken: 'secret' });
  const inbox = `${simulator.url}/sandbox/inbox/`;
  const send = async (login: string, init: RequestInit = {}, query = '') => {
    const answer = await fetch(inbox + login + query, init);
    return [answer.status, await answer.text()];
  };

  t.deepEqual(await send('test_user', {}, '?operation=deposited'), [200, 'OK']);
  t.deepEqual(
    await send('test_user', {
      method: 'POST',
      body: new URLSearchParams({ pan: plainCard.pan, note: `card ${plainCard.pan}` }),
    }),
    [200, 'OK'],
  );
  t.deepEqual(await send('test_user', { method: 'POST', body: 'a.b.c', headers: { 'Content-Type': 'text/plain' } }), [
    200,
    'OK',
  ]);
  t.deepEqual(await send('nobody'), [200, 'OK']);
  t.is((await send('test_user', { method: 'PUT' }))[0], 405);
  t.is((await send('test_user', { headers: { 'Sec-Fetch-Site': 'cross-site' } }))[0], 403);
  t.is((await send('test_user/x'))[0], 404);

  const { entries } = await simulator.journal('test_user', { path: '/sandbox/inbox/test_user' });
  t.deepEqual(
    entries.map(({ httpStatus, parameters }) => [httpStatus, JSON.stringify(parameters).includes(plainCard.pan)]),
    [
      [200, false],
      [200, false],
      [200, false],
    ],
  );
  t.deepEqual(entries[2]?.parameters, { 'a.b.c': '' });
  t.is((await simulator.journal('test_user', { caller: 'unknown', path: '/sandbox/inbox/nobody' })).entries.length, 1);
});
