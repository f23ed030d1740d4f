import test, { type ExecutionContext } from 'ava';
import { checkCallback } from '../../../client/index.ts';
import { bt } from '../../../simulator/banks/bt.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const line = 'POST /merchants/test_user/callbacks/test';

const shopFor = async (t: ExecutionContext, { callbacks, ...options }: SimulatorOptions = {}, ...answers: number[]) => {
  const shop = await receiverFor(t, ...(answers.length > 0 ? answers : [200]));
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, ...callbacks }, ...options });
  return { shop, simulator, control: controlOf(t, simulator) };
};

test('a test callback goes to the configured address as a real one would, and the answer says what came back', async (t) => {
  const { shop, simulator, control } = await shopFor(t, {
    callbacks: {
      token: 'top-secret',
      method: 'POST',
      parameters: ['amount', 'maskedPan'],
      headers: { 'X-Key': 'hide' },
    },
  });

  const { json, text } = await control(line);

  const [received] = shop.received;
  t.like(json, { isDelivered: true, try: { httpStatus: 200 }, checksum: { kind: 'hmac', isRight: true } });
  t.is(json['request'].body, received?.body);
  t.is(json['request'].url, shop.url);
  t.is(received?.headers['x-key'], 'hide');
  t.like(checkCallback(received?.form ?? new URLSearchParams(), { token: 'top-secret' }), {
    operation: 'deposited',
    isSuccessful: true,
    orderNumber: 'test-callback',
  });
  t.is(received?.form.get('amount'), '1500000');
  t.is(received?.form.get('maskedPan'), '444455**3333');
  for (const secret of ['top-secret', '"hide"']) t.false(text.includes(secret));
  t.like(await simulator.callbacks('test_user'), { callbacks: [], total: 0, isPaused: false });
  t.deepEqual(await simulator.store.orders.ofMerchant('test_user'), []);
});

test('what the shop answers is told, and so is why nothing answered', async (t) => {
  const { control } = await shopFor(t, {}, 503, 404);
  t.like((await control(line)).json, { isDelivered: false, try: { httpStatus: 503 } });
  t.like((await control(line)).json, { isDelivered: false, try: { httpStatus: 404 } });

  t.like((await control(line, { to: 'http://127.0.0.1:1/' })).json, {
    isDelivered: false,
    try: { error: 'ECONNREFUSED' },
    request: { method: 'GET' },
  });
});

test('another address is called instead, also by a merchant that has none or is paused', async (t) => {
  const shop = await receiverFor(t, 200);
  const other = await shopFor(t, { callbacks: { url: 'http://127.0.0.1:1/', operations: [] } });
  await other.control('POST /merchants/test_user/callbacks/pause');

  t.like((await other.control(line, { to: shop.url })).json, { isDelivered: true });

  const { control } = await shopFor(t);
  await control('POST /merchants', { login: 'own', callbacks: { url: null } });
  const refused = (await control('POST /merchants/own/callbacks/test')).json;
  t.like(refused, { status: 409 });
  t.regex(refused['detail'], /callbacks\.url/);
  t.like((await control('POST /merchants/own/callbacks/test', { to: shop.url })).json, { isDelivered: true });
  t.is(shop.received.length, 2);
});

test('a bank whose callbacks are tokens sends one', async (t) => {
  const { shop, control } = await shopFor(t, { bank: bt });

  t.like((await control(line)).json, { isDelivered: true, checksum: { kind: 'jwt', isRight: true } });
  t.is(shop.received[0]?.body.split('.').length, 3);
});

test('addresses to which no callback may go are refused, and named', async (t) => {
  const { simulator, control } = await shopFor(t);
  const limited = await shopFor(t, { callbackHosts: ['shop.example'] });
  const cases = [
    [control, simulator.restUrl, /this gateway, which does not call itself/],
    [control, `http://localhost:${new URL(simulator.url).port}/`, /this gateway/],
    [control, 'http://169.254.169.254/latest/meta-data', /link-local or metadata/],
    [limited.control, 'http://127.0.0.1:1/', /not among CALLBACK_HOSTS/],
    [control, 'ftp://shop.example/', /begins with http/],
    [control, 'http://', /begins with http/],
    [control, 'http://[::1', /./],
  ] as const;

  for (const [ask, to, says] of cases) {
    const { json } = await ask(line, { to });
    t.like(json, { status: 422, field: 'to' }, to);
    t.regex(json['detail'], says);
  }
  t.like((await control(line, { too: 'x' })).json, { status: 422, field: 'too' });
  t.like((await control('POST /merchants/nobody/callbacks/test')).json, { status: 404, field: 'login' });
  const own = await limited.control(line);
  t.like(own.json, { status: 409 }, 'the configured address is judged, too');
});

test('a test callback is sent in process, too', async (t) => {
  const { shop, simulator } = await shopFor(t);

  const sent = await simulator.testCallback('test_user');
  t.like(sent, { isDelivered: true, try: { httpStatus: 200 } });
  t.like(await simulator.testCallback('test_user', { to: 'http://127.0.0.1:1/' }), { isDelivered: false });
  await t.throwsAsync(simulator.testCallback('test_user', { to: simulator.url }), {
    name: 'ConfigError',
    message: /^to: .*this gateway/,
  });
  await t.throwsAsync(simulator.testCallback('test_user', { ot: 'x' } as Json), {
    name: 'ConfigError',
    message: /ot: /,
  });
  t.is(shop.received.length, 1);
});

for (const url of [
  'http://[',
  'shop.example',
  '',
  ' ',
  'http://:80',
  '/callback',
  'http://user:pa ss@[::',
  'http://a b/',
]) {
  test(`an own address that is none (${JSON.stringify(url)}) is told, not called`, async (t) => {
    const { simulator, control } = await shopFor(t);
    const merchant = await simulator.store.merchants.find('test_user');
    if (!merchant?.callbacks) throw new Error('there is no merchant with callbacks');
    t.true(await simulator.store.merchants.save({ ...merchant, callbacks: { ...merchant.callbacks, url } }));

    const { status, json } = await control(line);

    t.true(status === 409 || status === 422, `${status}`);
    t.regex(json['detail'], /is no address$|has no callback address/);
  });
}
