import test, { type ExecutionContext } from 'ava';
import { sendRaw } from '../helpers/http/raw-request.ts';
import { pay, plainCard } from '../helpers/payments/pay.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { type Fields, type Json, login, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import {
  type CallbackInput,
  doubleSlash,
  formBody,
  formBodyOnGet,
  multipart,
  oldHttp,
  queryOnGet,
  queryOnPost,
} from './wire.ts';

const order: Fields = {
  ...login,
  orderNumber: '17_1767254400',
  amount: '1500000',
  currency: '398',
  returnUrl: 'https://shop.example/back?a=1&b[]=2',
  description: 'Чай & «кофе» + 100% сахар',
  jsonParams: '{"cart":"C-77","город":"Алматы"}',
  language: 'ru',
};

/** Writes a call to the socket and reads the JSON of the answer, which has to be HTTP 200. */
const send = async (
  t: ExecutionContext,
  { url }: TestSimulator,
  write: CallbackInput,
  call: string,
  fields: Fields,
) => {
  const { status, body } = await sendRaw(url, write(`/payment/rest/${call}`, fields));
  t.is(status, 200, `${call}: ${body}`);
  return JSON.parse(body) as Json;
};

/** Registers the order in this way, asks for its status in the same way, and finds everything that was sent. */
const registersAndAsks = async (t: ExecutionContext, write: CallbackInput, fields: Fields = {}): Promise<void> => {
  const simulator = await simulatorFor(t);

  const registered = await send(t, simulator, write, 'register.do', { ...order, ...fields });
  const { orderId } = registered;
  const status = await send(t, simulator, write, 'getOrderStatusExtended.do', { ...login, orderId, language: 'ru' });

  t.deepEqual(Object.keys(registered), ['orderId', 'formUrl']);
  t.like(status, {
    errorCode: '0',
    errorMessage: 'Успешно',
    orderStatus: 0,
    orderNumber: order['orderNumber'],
    amount: 1_500_000,
    currency: '398',
    orderDescription: order['description'],
  });
  t.deepEqual(status['merchantOrderParams'], [
    { name: 'cart', value: 'C-77' },
    { name: 'город', value: 'Алматы' },
  ]);
  const refused = await send(t, simulator, write, 'register.do', { ...order, ...fields, password: 'wrong' });
  t.is(refused['errorCode'], '5', 'the password is read, too');
};

test('requests in the wild 1: POST with a form body', (t) => registersAndAsks(t, formBody()));

test('requests in the wild 2: POST with everything in the query and an empty body, typed as form or as JSON', async (t) => {
  await registersAndAsks(t, queryOnPost('form'));
  await registersAndAsks(t, queryOnPost('json'));
});

test('requests in the wild 3: GET with the parameters in the query, also for the status', (t) =>
  registersAndAsks(t, queryOnGet));

test('requests in the wild 4: GET with a form body and no query', (t) => registersAndAsks(t, formBodyOnGet));

test('requests in the wild 5: HTTP/1.0 without a length, values unescaped, an ampersand at the end', (t) =>
  registersAndAsks(t, oldHttp));

test('requests in the wild 6: multipart form data', (t) => registersAndAsks(t, multipart));

test('requests in the wild 7: two slashes in the path, and a ping of the bare base address', async (t) => {
  await registersAndAsks(t, doubleSlash(queryOnPost('form')));
  await registersAndAsks(t, doubleSlash(queryOnGet));
  const { restUrl } = await simulatorFor(t);

  // The client gives up after three seconds, keeps the connection open, and does not look at the status.
  const ping = await fetch(restUrl, { signal: AbortSignal.timeout(30_000) });

  t.true(ping.status < 500);
  await t.notThrowsAsync(ping.text());
});

const encodings = [
  'gzip, deflate, br, zstd',
  'gzip;q=1.0,deflate;q=0.6,identity;q=0.3',
  'identity',
  'gzip',
  '*',
  'gzip;q=0, *;q=0',
  'compress, x-gzip',
  '',
];
test('requests in the wild 8: headers of shop plugins, and any Accept-Encoding', async (t) => {
  const plugin = ['CMS: Wordpress 6.5 + woocommerce version: 8.9.1', 'Module-Version: 3.4.2'];
  for (const encoding of encodings) {
    const write = formBody(...plugin, `Accept-Encoding: ${encoding}`);
    await registersAndAsks(t, write);

    const simulator = await simulatorFor(t);
    const { head, body } = await sendRaw(simulator.url, write('/payment/rest/register.do', order));
    t.notRegex(head, /content-encoding/i, encoding);
    t.regex(head, new RegExp(`content-length: ${Buffer.byteLength(body)}\r\n`, 'i'), 'no chunks either');
  }
});

/** What a client sends for each thing that it has not set. */
const unset: readonly (readonly [title: string, fields: Fields])[] = [
  ['nothing at all', {}],
  [
    'empty texts',
    {
      currency: '',
      description: '',
      failUrl: '',
      pageView: '',
      merchantLogin: '',
      expirationDate: '',
      bindingId: '',
      features: '',
      orderBundle: '',
      jsonParams: '',
      sessionTimeoutSecs: '',
      orderNumber: '',
      clientId: '',
    },
  ],
  ['null for jsonParams', { jsonParams: 'null' }],
  ['0 for the currency', { currency: '0' }],
  ['0 for the time to live', { sessionTimeoutSecs: '0' }],
  ['a cart whose list is null', { orderBundle: '{"cartItems":{"items":null}}' }],
  ['a cart with an empty list', { orderBundle: '{"cartItems":{"items":[]}}' }],
  [
    'all zero values of Go',
    {
      currency: '0',
      jsonParams: 'null',
      sessionTimeoutSecs: '0',
      orderBundle: '{"cartItems":{"items":null}}',
      failUrl: '',
      description: '',
      features: '',
    },
  ],
  [
    'the word undefined',
    {
      currency: 'undefined',
      description: 'undefined',
      failUrl: 'undefined',
      sessionTimeoutSecs: 'undefined',
      expirationDate: 'undefined',
      jsonParams: 'undefined',
      orderNumber: 'undefined',
      clientId: 'undefined',
      language: 'undefined',
      token: 'undefined',
    },
  ],
];
test('requests in the wild 9: what clients send for fields that are not set counts as absent', async (t) => {
  for (const [title, fields] of unset) {
    const simulator = await simulatorFor(t);
    const sent = { ...login, amount: '100', returnUrl: 'https://shop.example/', ...fields };

    const { orderId, errorMessage } = await send(t, simulator, formBody(), 'register.do', sent);
    t.is(errorMessage, undefined, title);
    await simulator.clock.advance(1_199_999);
    const status = await send(t, simulator, formBody(), 'getOrderStatusExtended.do', { ...login, orderId });

    t.like(status, { orderStatus: 0, currency: '398', errorMessage: 'Success', orderDescription: '' }, title);
    t.deepEqual(status['merchantOrderParams'], [], title);
    t.regex(status['orderNumber'], /^[a-z0-9]{16}$/, `${title}: a number is made`);
    for (const key of ['orderBundle', 'bindingInfo', 'payerData']) t.false(key in status, `${title}: ${key}`);
    await simulator.clock.advance(1);
    const over = await send(t, simulator, formBody(), 'getOrderStatusExtended.do', { ...login, orderId });
    t.is(over['orderStatus'], 6, `${title}: the usual twenty minutes`);
  }
});

test('requests in the wild 10: a shop plugin sets up its callbacks at the merchant portal', async (t) => {
  for (const portal of ['mportal', 'mportal-uat']) {
    const shop = await receiverFor(t, 200);
    const simulator = await simulatorFor(t, { merchants: [{ login: 'teashop-api', password: 'p:w д' }] });
    const as = { userName: 'teashop-api', password: 'p:w д' };
    const settings = {
      callbacks_enabled: true,
      callback_type: 'STATIC',
      callback_addresses: `${shop.url}?wc-api=teashop&action=callback`,
      callback_http_method: 'GET',
      callback_operations: 'deposited,approved,declinedByTimeout',
    };

    const answer = await fetch(`${simulator.url}/${portal}/mvc/public/merchant/update/teashop`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from('teashop-api:p:w д').toString('base64')}`,
      },
      body: JSON.stringify(settings),
    });
    const sent = { ...as, amount: '100', returnUrl: 'https://shop.example/' };
    const { orderId, formUrl } = await simulator.callBare('register.do', sent);
    await pay(formUrl, { card: plainCard });
    await simulator.callBare('refund.do', { ...as, orderId });
    await simulator.callBare('register.do', sent);
    await simulator.clock.advance(1_200_000);
    await simulator.settled();

    t.is(answer.status, 200, portal);
    t.deepEqual(shop.operations(), ['deposited=1', 'declinedByTimeout=0'], 'refunds were not asked for');
    for (const { method, form } of shop.received) {
      t.is(method, 'GET');
      t.deepEqual([form.get('wc-api'), form.get('action')], ['teashop', 'callback']);
    }
    t.is(shop.received[0]?.form.get('mdOrder'), orderId);
  }
});
