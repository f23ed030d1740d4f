import ava from 'ava';
import { bytesOf, exchangeBytes } from '../../helpers/http/raw-request.ts';
import { processorMs } from '../../helpers/process/own-time.ts';
import { type Fields, type Json, login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** One after another: the bodies are large. */
const test = ava.serial;

const lists = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const keys = (count: number): string => `{${Array.from({ length: count }, (_, index) => `"k${index}":"v"`).join(',')}}`;
const numbers = (count: number): string => `[${Array.from({ length: count }, (_, index) => index).join(',')}]`;

/** JSON objects beyond the limits, and a few that look like it. */
const objectsByTitle: Readonly<Record<string, { readonly text: string; readonly isRead: boolean }>> = {
  '32 levels of objects': { text: objects(32), isRead: true },
  '33 levels of objects': { text: objects(33), isRead: false },
  'an object with 31 levels of lists': { text: `{"a":${lists(31)}}`, isRead: true },
  'an object with 32 levels of lists': { text: `{"a":${lists(32)}}`, isRead: false },
  'levels of lists and objects in turn': { text: `{"a":${'[{"b":'.repeat(20)}1${'}]'.repeat(20)}}`, isRead: false },
  'depth behind a short list': { text: `{"a":[],"b":{},"c":${lists(40)}}`, isRead: false },
  'depth behind a text with a quote': { text: `{"a":"\\"]]]]","b":${lists(40)}}`, isRead: false },
  'depth behind a text that ends with a backslash': { text: `{"a":"\\\\","b":${lists(40)}}`, isRead: false },
  'depth with line ends between the levels': { text: `{"a":${'[\n'.repeat(50)}${']'.repeat(50)}}`, isRead: false },
  'half a million opening brackets': { text: `{"a":${'['.repeat(500_000)}`, isRead: false },
  'brackets in a text': { text: `{"a":"${'['.repeat(5_000)}{{{"}`, isRead: true },
  'commas in a text': { text: `{"a":"${','.repeat(50_000)}"}`, isRead: true },
  'brackets in a name': { text: `{"${'{'.repeat(100)}":1}`, isRead: true },
  '25,000 names': { text: keys(25_000), isRead: false },
  'the same name 25,000 times': { text: `{${'"k":1,'.repeat(24_999)}"k":1}`, isRead: false },
  'a list of 25,000 numbers': { text: `{"a":${numbers(25_000)}}`, isRead: false },
  'a list of 25,000 empty lists': { text: `{"a":[${'[],'.repeat(24_999)}[]]}`, isRead: false },
  '25,000 values in 250 lists': { text: `{"a":[${Array(250).fill(numbers(100)).join(',')}]}`, isRead: false },
  'a list of 15,000 numbers': { text: `{"a":${numbers(15_000)}}`, isRead: true },
};

const postJson = async ({ restUrl }: TestSimulator, path: string, body: string) => {
  const answer = await fetch(new URL(path, restUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return { status: answer.status, text: await answer.text() };
};

for (const [title, { text, isRead }] of Object.entries(objectsByTitle)) {
  const verb = isRead ? 'read' : 'refused as JSON that cannot be read';

  test(`${title}: the body of a JSON call is ${verb}`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await postJson(simulator, '../recurrentPayment.do', text);

    t.is(answer.status, 200);
    t.is(/\[body\] is not a JSON object/.test(answer.text), !isRead, answer.text.slice(0, 200));
  });

  test(`${title}: a JSON parameter is ${verb}`, async (t) => {
    const { call } = await simulatorFor(t);
    const order = { amount: '100', returnUrl: 'https://shop.example/' };

    for (const name of ['billingPayerData', 'shippingPayerData', 'preOrderPayerData', 'jsonParams'])
      t.is((await call('register.do', { ...order, [name]: text }))['orderId'] !== undefined, isRead, name);
    t.is((await call('register.do', { ...order, orderBundle: text }))['orderId'] !== undefined, isRead, 'orderBundle');
  });

  test(`${title}: the body of a control call is ${verb}`, async (t) => {
    const { controlUrl } = await simulatorFor(t);

    for (const [method, path] of [
      ['POST', '/merchants'],
      ['PATCH', '/merchants/test_user'],
      ['PUT', '/merchants/test_user/scenario'],
      ['POST', '/provider-states'],
      ['POST', '/wallet-tokens'],
    ] as const) {
      const answer = await fetch(controlUrl + path, { method, body: text });
      const problem = (await answer.json()) as Json;
      t.is(problem['type'] === 'urn:tillbox:problem:unreadable', !isRead, `${path} ${JSON.stringify(problem)}`);
      t.is(answer.status, isRead ? 422 : 400, path);
    }
  });

  test(`${title}: a body of the merchant portal is ${verb}`, async (t) => {
    const { url } = await simulatorFor(t);

    const answer = await fetch(`${url}/mportal/mvc/public/merchant/update/test_user`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('test_user:test_user_password')}` },
      body: text,
    });

    t.is(answer.status, isRead ? 200 : 400);
  });

  test(`${title}: a message between issuer, page and wallet is no fault of the gateway`, async (t) => {
    const simulator = await simulatorFor(t);
    const message = Buffer.from(text).toString('base64');
    const pages = ['/acs/answer', '/payment/rest/finish3dsVer2PaymentAnonymous.do', '/payment/rest/finish3ds.do'];

    for (const page of pages) {
      const body = new URLSearchParams({ creq: message, PaReq: message, cres: message, PaRes: message });
      t.true((await fetch(simulator.url + page, { method: 'POST', body })).status < 500, page);
    }
    for (const wallet of ['applepay/payment.do', 'google/payment.do', 'samsung/payment.do']) {
      const sent = { merchant: 'test_user', orderNumber: wallet, paymentToken: message, amount: 100 };
      const { status } = await postJson(simulator, `../${wallet}`, JSON.stringify(sent));
      t.is(status, 200, wallet);
    }
    t.truthy((await simulator.register()).orderId);
  });
}

const named = (count: number): readonly (readonly [name: string, value: string])[] =>
  Array.from({ length: count }, (_, index) => [`p${index}`, '1']);
const encoded = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
const parts = (fields: readonly (readonly [string, string])[], more = ''): string =>
  fields
    .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`)
    .join('')
    .concat('--x--\r\n');

const order = Object.entries<string>({ ...login, amount: '100', returnUrl: 'https://shop.example/' });
const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=x';

const forms: Readonly<Record<string, readonly [type: string, body: string, status: 200 | 413]>> = {
  'a form of 9,996 names more': [form, encoded([...order, ...named(9_996)]), 200],
  'a form of 9,997 names more': [form, encoded([...order, ...named(9_997)]), 413],
  'a form of 200,000 names': [form, encoded(named(200_000)), 413],
  'a form of 200,000 equal names': [form, encoded(order) + '&a=1'.repeat(200_000), 413],
  'a form of 200,000 names without values': [form, encoded(order) + '&a'.repeat(200_000), 413],
  'a form of 200,000 values without names': [form, encoded(order) + '&='.repeat(200_000), 413],
  'a form of 200,000 ampersands': [form, encoded(order) + '&'.repeat(200_000), 200],
  'a form of 200,000 equals signs': [form, `${encoded(order)}&${'='.repeat(200_000)}`, 200],
  'a form that is too long behind its login': [form, `${encoded(order)}&${encoded(named(150_000))}`, 413],
  'a multipart form of 5,000 parts more': [multipart, parts([...order, ...named(5_000)]), 200],
  'a multipart form of 10,001 parts': [multipart, parts([...order, ...named(9_997)]), 413],
  'a multipart form of 30,000 parts': [multipart, parts([...order, ...named(30_000)]), 413],
  'a multipart form of 30,000 equal parts': [
    multipart,
    parts([...order, ...Array.from({ length: 30_000 }, () => ['features', 'x'] as const)]),
    413,
  ],
  'a multipart form of 20,000 files': [multipart, parts(named(20_000), '; filename="f"'), 413],
};

for (const [title, [type, body, status]] of Object.entries(forms))
  test(`${title} is answered with ${status}`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await fetch(`${simulator.restUrl}register.do`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });

    const text = await answer.text();
    t.is(answer.status, status, text);
    t.regex(text, status === 200 ? /"orderId"/ : /^a form may have at most 10000 parameters$/);
    const page = await fetch(`${simulator.url}/payment/merchants/any/payment_en.html`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    t.is(page.status === 413, status === 413, 'the card page');
    t.true(page.status < 500);
    t.truthy((await simulator.register()).orderId);
  });

const params = (count: number, from = 0): string =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${from + index}`, 'v'])));

test('an order has at most 1,000 parameters of its own, however they come', async (t) => {
  const { call, register, store } = await simulatorFor(t);
  const { orderId } = await register({ jsonParams: params(1_000) });
  const count = async () => Object.keys((await store.orders.find(orderId))?.params ?? {}).length;
  t.is(await count(), 1_000);

  const fields: Fields = { amount: '100', returnUrl: 'https://shop.example/' };
  for (const jsonParams of [params(1_001), params(5_000), params(15_000)])
    t.is((await call('register.do', { ...fields, jsonParams }))['errorCode'], '5');
  t.is((await call('addParams.do', { orderId, params: params(1) }))['errorCode'], '0');
  t.is((await call('addParams.do', { orderId, params: params(1, 1_000) }))['errorCode'], '5');
  t.is((await call('addParams.do', { orderId, params: params(1_001, 5_000) }))['errorCode'], '5');
  t.is(await count(), 1_000);
});

test('parameters that are added again and again have at most 2 MiB together', async (t) => {
  const { call, register, store } = await simulatorFor(t);
  const { orderId } = await register();
  const add = async (name: string) =>
    (await call('addParams.do', { orderId, params: JSON.stringify({ [name]: 'x'.repeat(900_000) }) }))['errorCode'];

  t.deepEqual([await add('a'), await add('b'), await add('c'), await add('a')], ['0', '0', '5', '0']);
  t.deepEqual(Object.keys((await store.orders.find(orderId))?.params ?? {}), ['a', 'b']);
});

test('a state of brackets is refused when it has arrived', async (t) => {
  const { url, register } = await simulatorFor(t);
  const bodies = ['['.repeat(60 * 2 ** 20), `{"a":${'['.repeat(30 * 2 ** 20)}`, `{"a":[${'[],'.repeat(9 * 2 ** 20)}`];
  const startMs = processorMs();

  for (const body of bodies) {
    const answer = await exchangeBytes(
      url,
      bytesOf({
        line: 'PUT /sandbox/merchants/test_user/state HTTP/1.1',
        headers: ['Host: localhost', 'Connection: close', `Content-Length: ${body.length}`],
        body,
      }),
    );
    t.regex(answer, /^HTTP\/1\.1 400 .*"type":"urn:tillbox:problem:unreadable"/s);
  }

  t.true(processorMs() - startMs < 10_000);
  t.truthy((await register()).orderId);
});

test('a parameter is masked in time, whatever it consists of', async (t) => {
  const { callBare, register } = await simulatorFor(t, { journalSize: 10 });
  const startMs = processorMs();
  const values = [
    `["${'cvc'.repeat(400_000)}`,
    `["${'"cvc'.repeat(300_000)}`,
    `{"token":"${'card number'.repeat(100_000)}`,
    `{"cvc":${'['.repeat(500_000)}`,
    `["\\u0041",${'['.repeat(500_000)}`,
  ];

  for (const value of values) t.is((await callBare('register.do', { jsonParams: value }))['errorCode'], '5');

  t.true(processorMs() - startMs < 10_000);
  t.truthy((await register()).orderId);
});
