import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import test from 'ava';
import { GatewayClient, type GatewayClientOptions, WrongUse } from '../../../client/index.ts';
import type { StubRequest } from '../../helpers/http/stub-server.ts';
import { clientOf, gatewayWith, order, registered, rejection, secret } from './stub-gateway.ts';

test('registers an order with a form-encoded POST and gives back its id and page', async (t) => {
  const gateway = await gatewayWith(t, { body: registered });

  const answer = await clientOf(gateway.baseUrl).register({ ...order, orderNumber: 'A-1', currency: '398' });

  t.deepEqual(answer, registered);
  const [request] = gateway.received as [StubRequest];
  t.is(request.method, 'POST');
  t.is(request.path, '/payment/rest/register.do');
  t.regex(String(request.headers['content-type']), /^application\/x-www-form-urlencoded/);
  t.deepEqual(Object.fromEntries(request.form), {
    returnUrl: 'https://shop.example/return',
    orderNumber: 'A-1',
    currency: '398',
    amount: '1500',
    userName: 'shop-api',
    password: secret,
  });
});

test('takes a date of another realm, as test runners have them', async (t) => {
  const gateway = await gatewayWith(t, { body: registered });

  await clientOf(gateway.baseUrl).register({ ...order, expirationDate: runInNewContext('new Date(0)') });

  t.is(gateway.received[0]?.form.get('expirationDate'), '1970-01-01T00:00:00');
});

test('writes objects as JSON, dates as UTC without a zone, and repeats features', async (t) => {
  const gateway = await gatewayWith(t, { body: registered });

  await clientOf(gateway.baseUrl).registerPreAuth({
    ...order,
    jsonParams: { cart: 'Ы & 7' },
    orderBundle: { cartItems: { items: [] } },
    features: ['FORCE_TDS', 'VERIFY'],
    expirationDate: new Date('2030-01-02T08:04:05.678+05:00'),
    autoReverseDate: new Date(Date.UTC(2030, 11, 31, 23, 59, 59)),
    feeMinor: 10,
  });

  const [request] = gateway.received as [StubRequest];
  t.is(request.path, '/payment/rest/registerPreAuth.do');
  t.is(request.form.get('jsonParams'), '{"cart":"Ы & 7"}');
  t.is(request.form.get('orderBundle'), '{"cartItems":{"items":[]}}');
  t.deepEqual(request.form.getAll('features'), ['FORCE_TDS', 'VERIFY']);
  t.is(request.form.get('expirationDate'), '2030-01-02T03:04:05');
  t.is(request.form.get('autoReverseDate'), '2030-12-31T23:59:59');
  t.is(request.form.get('feeInput'), '10');
});

for (const slashes of ['', '/', '//']) {
  test(`takes a base address that ends in "rest${slashes}"`, async (t) => {
    const gateway = await gatewayWith(t, { body: registered });

    await clientOf(`${gateway.origin}/payment/rest${slashes}`).register(order);

    t.is(gateway.received[0]?.path, '/payment/rest/register.do');
  });
}

test('sends a token in place of a login, and the language of the client unless the call has its own', async (t) => {
  const gateway = await gatewayWith(t, { body: registered });
  const client = new GatewayClient({ baseUrl: gateway.baseUrl, token: 'open-token', language: 'kk' });

  await client.register(order);
  await client.register({ ...order, language: 'ru' });

  t.is(gateway.received[0]?.form.get('token'), 'open-token');
  t.false(gateway.received[0]?.form.has('userName'));
  t.deepEqual(
    gateway.received.map(({ form }) => form.getAll('language')),
    [['kk'], ['ru']],
  );
});

for (const amountMinor of [15.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1500' as unknown as number]) {
  test(`refuses the amount ${inspect(amountMinor)} before anything is sent`, async (t) => {
    const gateway = await gatewayWith(t, { body: registered });

    const error = await rejection(t, clientOf(gateway.baseUrl).register({ ...order, amountMinor }));

    t.true(error instanceof WrongUse);
    t.regex(error.message, /amountMinor: expected a whole number of minor units/);
    t.is(gateway.received.length, 0);
  });
}

test('names the mistake when the client is made or used wrongly', async (t) => {
  const base = 'http://127.0.0.1:9/payment/rest/';
  const both = { baseUrl: base, userName: 'a', password: 'b', token: 'c' } as unknown as GatewayClientOptions;

  t.throws(() => new GatewayClient(both), { instanceOf: WrongUse, message: /either userName and password, or token/ });
  t.throws(() => clientOf('gateway.example'), { instanceOf: WrongUse, message: /baseUrl must be an http/ });
  const inUrl = t.throws(() => clientOf(`https://me:${secret}@host/rest/`), { instanceOf: WrongUse });
  t.false(inUrl.message.includes(secret));
  const client = clientOf(base);
  t.regex((await rejection(t, client.register({ ...order, returnUrl: '' }))).message, /returnUrl is required/);
  t.regex((await rejection(t, client.getOrderStatus({ orderId: '' }))).message, /orderId or orderNumber/);
  const badDate = client.register({ ...order, expirationDate: new Date('tomorrow') });
  t.regex((await rejection(t, badDate)).message, /expirationDate: expected a valid Date/);
});

test('never shows the password: not in errors, not in messages of the gateway, not in the client', async (t) => {
  const echo = { body: { errorCode: '5', errorMessage: `[password] ${secret} is wrong` } };
  const gateway = await gatewayWith(t, echo, { body: `<p>userName=shop-api&password=${secret}` }, 'drop');
  const client = clientOf(gateway.baseUrl);

  for (const _ of ['refused', 'unreadable', 'unreachable']) {
    const error = await rejection(t, client.register(order));
    t.false(inspect(error, { depth: 9 }).includes(secret));
  }
  t.false(inspect(client, { depth: 9, showHidden: true }).includes(secret));
});

test('a call ends with the reason of its signal', async (t) => {
  const gateway = await gatewayWith(t, 'hang');

  const call = clientOf(gateway.baseUrl).getOrderStatus(
    { orderId: 'o' },
    { signal: AbortSignal.abort('changed my mind') },
  );

  await call.then(
    () => t.fail(),
    (reason) => t.is(reason, 'changed my mind'),
  );
});
