import test from 'ava';
import { merchantAnswer, merchantChanges } from '../../../simulator/control/merchants/merchant-schemas.ts';
import { sendRaw } from '../../helpers/http/raw-request.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';

test('a test makes its own merchant in one call, and it works at once', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);

  const { status, json } = await control('POST /merchants', { name: 'Own', callbacks: { token: 'secret' } });

  t.is(status, 201);
  t.like(json, {
    name: 'Own',
    bank: 'bereke',
    restUrl: simulator.restUrl,
    callbacks: { token: 'secret', method: 'GET' },
  });
  const own = { userName: json['login'], password: json['password'] };
  const order = { amount: '100', returnUrl: 'https://shop.example/' };
  const { orderId } = await simulator.callBare('register.do', { ...own, ...order });
  t.is(typeof orderId, 'string');
  t.like(await simulator.status(orderId), { errorCode: '5' }, 'another merchant does not see the order');
});

test('a merchant is read, changed and dropped with all that is its', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  await control('POST /merchants', { login: 'own', password: 'p', token: 'public' });
  const order = { userName: 'own', password: 'p', amount: '100', orderNumber: 'A', returnUrl: 'https://shop.example/' };
  const { orderId } = await simulator.callBare('register.do', order);

  t.like((await control('PATCH /merchants/own', { name: 'Other', token: null })).json, { name: 'Other' });
  t.false('token' in (await control('GET /merchants/own')).json);
  t.is((await control('GET /merchants')).json['merchants'].length, 2);

  t.is((await control('POST /merchants/own/reset')).status, 204);
  t.is(await simulator.store.orders.find(orderId), undefined);
  t.truthy((await simulator.callBare('register.do', order))['orderId'], 'its order number is free again');

  t.is((await control('DELETE /merchants/own')).status, 204);
  t.is((await control('GET /merchants/own')).status, 404);
  t.is((await simulator.callBare('register.do', order))['errorCode'], '5');
});

test('whatever setting is removed, the merchant is as documented, and its state can be put in again', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const callbacks = Object.fromEntries(
    Object.keys(merchantChanges.shape.callbacks.unwrap().shape).map((name) => [name, null]),
  );
  const names = Object.keys(merchantChanges.shape).filter((name) => name !== 'password' && name !== 'callbacks');
  t.true(names.includes('name') && names.includes('currencies'));
  const bodies = [...names.map((name) => ({ [name]: null })), { callbacks }];

  for (const body of bodies)
    for (const line of ['POST /merchants', 'PATCH /merchants/test_user']) {
      const said = `${line} ${JSON.stringify(body)}`;
      const { status, json } = await control(line, body);
      t.true(status < 300, said);
      t.notThrows(() => merchantAnswer.parse(json), said);
      const state = await control(`GET /merchants/${json['login']}/state`);
      t.is((await control(`PUT /merchants/${json['login']}/state`, state.json)).status, 200, said);
    }
});

test('a merchant whose name is removed has that of the gateway again', async (t) => {
  const simulator = await simulatorFor(t, { merchantName: 'The shop' });
  const control = controlOf(t, simulator);
  await control('POST /merchants', { login: 'own', name: 'Own' });

  t.like((await control('PATCH /merchants/own', { name: null })).json, { name: 'The shop' });
  t.like((await control('POST /merchants', { name: null })).json, { name: 'The shop' });
});

const wrong = [
  ['POST /merchants', { password: null }, 422, 'password'],
  ['PATCH /merchants/test_user', { password: null }, 422, 'password'],
  ['POST /merchants', { nme: 'x' }, 422, 'nme'],
  ['POST /merchants', { callbacks: { method: 'PUT' } }, 422, 'callbacks.method'],
  ['POST /merchants', { callbacks: { checksum: 'hmac' } }, 422, 'callbacks.checksum'],
  ['POST /merchants', { certificate: 'none' }, 422, 'certificate'],
  ['POST /merchants', { bank: 'berek' }, 422, 'bank'],
  ['POST /merchants', { login: 'test_user' }, 422, 'login'],
  ['POST /merchants', '{', 400, 'body'],
  ['POST /merchants', '[]', 422, 'body'],
  ['POST /merchants', `${'['.repeat(40)}${']'.repeat(40)}`, 400, 'body'],
  ['POST /merchants', `"${'x'.repeat(2_100_000)}"`, 413, 'body'],
  ['GET /merchants/nobody', undefined, 404, 'login'],
  ['PUT /merchants/test_user/scenario', { name: 'no-such' }, 422, 'name'],
  [
    'PUT /merchants/test_user/scenario',
    { scenario: { attempts: [{ decline: 'card-lots' }] } },
    422,
    'attempts[0].decline',
  ],
  ['PUT /merchants/test_user/scenario', {}, 422, 'body'],
  ['POST /merchants/test_user/clock/advance', { by: '20 minutes' }, 422, 'by'],
  ['POST /merchants/test_user/clock/advance', { by: -1 }, 422, 'by'],
  ['POST /merchants/test_user/clock/set', { to: 'tomorrow' }, 422, 'to'],
  ['POST /wallet-tokens', { wallet: 'paypal', amount: 1 }, 422, 'wallet'],
  ['POST /wallet-tokens', { wallet: 'google', amount: 1.5 }, 422, 'amount'],
  ['POST /wallet-tokens', { wallet: 'google', amount: '1', pan: '4111' }, 422, 'pan'],
  ['GET /nothing', undefined, 404, undefined],
  ['DELETE /merchants', undefined, 405, undefined],
] as const;
for (const [line, body, status, field] of wrong) {
  test(`${line} with ${JSON.stringify(body ?? null).slice(0, 60)} is ${status} and names ${field}`, async (t) => {
    const control = controlOf(t, await simulatorFor(t));

    const { json } = await control(line, body);

    t.is(json['status'], status);
    t.is(json['field'], field);
    t.deepEqual(
      ['type', 'title', 'detail'].map((name) => typeof json[name]),
      ['string', 'string', 'string'],
    );
  });
}

test('the payments of a merchant follow a scenario by name, or one of its own, until it is taken away', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: 'scenarios' });
  const control = controlOf(t, simulator);
  const pay = async (): Promise<number> => {
    const { orderId } = await simulator.register();
    await payForm(simulator, orderId, plainCard);
    return (await simulator.status(orderId))['actionCode'];
  };

  t.is(
    (await control('PUT /merchants/test_user/scenario', { name: 'declined-card-lost' })).json['scenario'],
    'declined-card-lost',
  );
  t.is(await pay(), 208);
  await control('PUT /merchants/test_user/scenario', { scenario: { attempts: [{ decline: 'card-stolen' }] } });
  t.is(await pay(), 823);
  t.is((await control('DELETE /merchants/test_user/scenario')).status, 204);
  t.is(await pay(), 0);
});

test('the clock of a merchant is moved, set, stopped and started', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const { orderId } = await simulator.register();

  t.deepEqual((await control('GET /merchants/test_user/clock')).json, {
    now: '2026-01-01T08:00:00.000Z',
    nowMs: startMs,
    isFrozen: true,
    nextDue: { at: '2026-01-01T08:20:00.000Z', what: 'expiry', orderId },
  });
  const { json } = await control('POST /merchants/test_user/clock/advance', { by: '1h30m' });

  t.is(json['now'], '2026-01-01T09:30:00.000Z');
  t.is((await simulator.status(orderId))['orderStatus'], 6, 'what was due has happened');
  t.is(
    (await control('POST /merchants/test_user/clock/set', { to: '2026-02-01T00:00:00Z' })).json['nowMs'],
    Date.UTC(2026, 1, 1),
  );
  t.is((await control('POST /merchants/test_user/clock/set', { to: startMs })).json['nowMs'], startMs);
  t.true((await control('POST /merchants/test_user/clock/freeze')).json['isFrozen']);
  t.is((await control('POST /merchants/test_user/clock/run')).status, 200);
  t.is(simulator.clock.now(), startMs, 'the clock of the process stays');
});

test('pages of another site, and names of the open net, may not use the control API', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const host = new URL(simulator.url).host;
  const as = (headers: readonly string[]) =>
    sendRaw(simulator.url, { line: 'GET /sandbox/merchants HTTP/1.1', headers: [...headers, 'Connection: close'] });

  t.is((await control('GET /merchants', undefined, { origin: 'https://evil.example' })).status, 403);
  t.is((await as([`Host: ${host}`, 'Sec-Fetch-Site: cross-site'])).status, 403);
  t.is((await as([`Host: ${host}`, 'Sec-Fetch-Site: same-origin', `Origin: http://${host}`])).status, 200);
  t.is((await as(['Host: evil.example'])).status, 421);
  t.is((await as(['Host: localhost:8080'])).status, 200);
});

test('at a public address it wants a token, and says so; health and ready stay open', async (t) => {
  const open = await simulatorFor(t, { host: '0.0.0.0' });
  const closed = await simulatorFor(t, { host: '0.0.0.0', controlToken: 'secret' });

  const refused = await controlOf(t, open)('GET /merchants');
  t.is(refused.status, 403);
  t.regex(refused.json['detail'], /CONTROL_TOKEN.*CONTROL_PORT/);
  t.is((await controlOf(t, open)('GET /health')).status, 200);
  t.is((await controlOf(t, open)('GET /ready')).status, 200);
  const control = controlOf(t, closed);
  t.is((await control('GET /merchants')).status, 401);
  t.is((await control('GET /merchants', undefined, { authorization: 'Bearer wrong!' })).status, 401);
  t.is((await control('GET /merchants', undefined, { authorization: 'Bearer secret' })).status, 200);
});

test('with a port of its own it answers there only', async (t) => {
  const simulator = await simulatorFor(t, { host: '0.0.0.0', controlPort: 0 });

  t.is((await controlOf(t, simulator)('GET /merchants')).status, 200);
  const refused = await controlOf(t, { controlUrl: `${simulator.url}/sandbox` })('GET /merchants');
  t.is(refused.status, 403);
  t.true(refused.json['detail'].includes(new URL(simulator.controlUrl).port));
});
