import { sendRaw } from '../../helpers/http/raw-request.ts';
import { type Fields, login, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { encoded, form, multipart, posted, test } from './raw-calls.ts';

const absent: readonly (readonly [title: string, fields: Fields])[] = [
  ['empty texts', { currency: '', description: '', failUrl: '', sessionTimeoutSecs: '', jsonParams: '', features: '' }],
  [
    'the word undefined',
    { currency: 'undefined', orderNumber: 'undefined', failUrl: 'undefined', features: 'undefined' },
  ],
  ['the word null', { jsonParams: 'null', orderBundle: 'null', currency: 'null', orderNumber: 'null' }],
  ['currency=0', { currency: '0' }],
  ['sessionTimeoutSecs=0', { sessionTimeoutSecs: '0' }],
  ['an empty cart', { orderBundle: '{}' }],
  ['a cart with an empty list', { orderBundle: '{"cartItems":{"items":[]}}' }],
  ['a cart with null as its list', { orderBundle: '{"cartItems":{"items":null}}' }],
  ['a cart that is null', { orderBundle: '{"orderCreationDate":"","cartItems":null}' }],
  ['empty payer data', { billingPayerData: '{}', orderPayerData: 'null', paymentFacilitator: '' }],
];
for (const [title, fields] of absent) {
  test(`takes ${title} for "not set"`, async (t) => {
    const simulator = await simulatorFor(t);

    const { orderId } = await simulator.register(fields);
    const order = await simulator.store.orders.find(orderId);

    t.like(order, { currency: '398', params: {}, features: [], expiresAtMs: simulator.clock.now() + 1_200_000 });
    t.regex(order?.orderNumber ?? '', /^[a-z0-9]{16}$/);
    for (const name of ['description', 'failUrl', 'orderBundle'] as const) t.is(order?.[name], undefined);
  });
}

test('takes an empty text, null and undefined for a missing parameter where one is required', async (t) => {
  const simulator = await simulatorFor(t);
  for (const nothing of ['', 'null', 'undefined']) {
    t.is((await simulator.call('register.do', { amount: nothing, returnUrl: 'https://a.example' }))['errorCode'], '12');
    t.is((await simulator.call('register.do', { amount: '100', returnUrl: nothing }))['errorCode'], '4');
    t.is((await simulator.call('getOrderStatusExtended.do', { orderId: nothing }))['errorCode'], '1');
    t.is((await simulator.callBare('register.do', { ...login, userName: nothing }))['errorCode'], '5');
  }
});

test('ignores parameters that it does not know', async (t) => {
  const simulator = await simulatorFor(t);

  const { orderId } = await simulator.register({ foo: 'bar', 'a[b]': '<script>', taxSystem: '1', USERNAME: 'x' });

  t.is((await simulator.status(orderId, { foo: 'bar' }))['orderStatus'], 0);
});

const repeated = [
  ['features=FORCE_TDS&features=PARTIAL_AUTHORIZATION', ['FORCE_TDS', 'PARTIAL_AUTHORIZATION']],
  ['features=FORCE_TDS&features=FORCE_TDS', ['FORCE_TDS']],
  ['features=FORCE_TDS%2CPARTIAL_AUTHORIZATION', ['FORCE_TDS', 'PARTIAL_AUTHORIZATION']],
  ['features=FORCE_TDS;PARTIAL_AUTHORIZATION', ['FORCE_TDS', 'PARTIAL_AUTHORIZATION']],
  ['features=&features=FORCE_TDS', ['FORCE_TDS']],
] as const;
for (const [sent, features] of repeated) {
  test(`reads ${sent}`, async (t) => {
    const simulator = await simulatorFor(t);
    const order = encoded({ ...login, amount: '100', returnUrl: 'https://shop.example' });
    const fields = [...new URLSearchParams(`${order}&${sent}`)];
    const ways = [
      posted('/payment/rest/register.do', `${order}&${sent}`, form),
      posted(`/payment/rest/register.do?${sent}`, order, form),
      posted(
        '/payment/rest/register.do',
        `${fields.map((field) => multipart(Object.fromEntries([field]), 'x').replace('--x--\r\n', '')).join('')}--x--\r\n`,
        'Content-Type: multipart/form-data; boundary=x',
      ),
    ];
    for (const way of ways) {
      const { orderId } = JSON.parse((await sendRaw(simulator.url, way)).body);

      t.deepEqual((await simulator.store.orders.find(orderId))?.features, features);
    }
  });
}

test('joins query and body; the query wins where both say something', async (t) => {
  const simulator = await simulatorFor(t);
  const query = encoded({ ...login, amount: '100', features: 'FORCE_TDS' });
  const body = encoded({ amount: '200', returnUrl: 'https://shop.example', features: 'PARTIAL_AUTHORIZATION' });
  const sent = [
    posted(`/payment/rest/register.do?${query}`, body, form),
    posted(
      `/payment/rest/register.do?${query}`,
      multipart(Object.fromEntries(new URLSearchParams(body)), 'x'),
      'Content-Type: multipart/form-data; boundary=x',
    ),
  ];
  for (const one of sent) {
    const { orderId } = JSON.parse((await sendRaw(simulator.url, one)).body);

    const expected = { amountMinor: 100, features: ['FORCE_TDS', 'PARTIAL_AUTHORIZATION'] };
    t.like(await simulator.store.orders.find(orderId), expected);
  }
});

const escapes = [
  ['a+b', 'a b'],
  ['a%20b', 'a b'],
  ['a%2Bb', 'a+b'],
  ['100%', '100%'],
  ['%zz%1', '%zz%1'],
  ['%D0%A7%D0%B0%D0%B9', 'Чай'],
  ['a%0Ab', 'a\nb'],
  ['a=b==', 'a=b=='],
] as const;
for (const [sent, description] of escapes) {
  test(`decodes ${sent} in query and body`, async (t) => {
    const simulator = await simulatorFor(t);
    const order = encoded({ ...login, amount: '100', returnUrl: 'https://shop.example' });
    const requests = [
      posted('/payment/rest/register.do', `${order}&description=${sent}`, form),
      posted(`/payment/rest/register.do?${order}&description=${sent}`, '', form),
    ];
    for (const one of requests) {
      const { orderId } = JSON.parse((await sendRaw(simulator.url, one)).body);

      t.is((await simulator.store.orders.find(orderId))?.description, description);
    }
  });
}
