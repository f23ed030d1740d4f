import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import ava from 'ava';
import { bytesOf, exchangeBytes, type RawRequest, sendRaw } from '../../helpers/http/raw-request.ts';
import { type Fields, type Json, login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** One after another, because hundreds of simulators at once starve each other on a small machine; no test needs the order. */
const test = ava.serial;

const form = 'Content-Type: application/x-www-form-urlencoded';
const json = 'Content-Type: application/json';
const close = ['Host: gateway.test', 'Connection: close'];

const encoded = (fields: Fields): string => new URLSearchParams(fields).toString();

/** As curl and PHP do it: a space is %20. */
const percentEncoded = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

const withLength = (body: string | Buffer): string => `Content-Length: ${Buffer.byteLength(body)}`;

const posted = (path: string, body: string | Buffer, ...headers: string[]): RawRequest => ({
  line: `POST ${path} HTTP/1.1`,
  headers: [...close, ...headers, withLength(body)],
  body,
});

const chunked = (text: string, size: number): string => {
  let body = '';
  for (let at = 0; at < text.length; at += size) {
    const part = text.slice(at, at + size);
    body += `${part.length.toString(16)}\r\n${part}\r\n`;
  }
  return `${body}0\r\n\r\n`;
};

const multipart = (fields: Fields, boundary: string): string =>
  Object.entries(fields)
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')
    .concat(`--${boundary}--\r\n`);

interface Transport {
  readonly title: string;
  readonly write: (path: string, fields: Fields) => RawRequest;
}

const transports: readonly Transport[] = [
  { title: 'POST with a form body', write: (path, fields) => posted(path, encoded(fields), form) },
  {
    title: 'POST with a form body, spaces as %20',
    write: (path, fields) => posted(path, percentEncoded(fields), form),
  },
  {
    title: 'POST with a form body and a charset in the content type',
    write: (path, fields) => posted(path, encoded(fields), `${form}; charset=UTF-8`),
  },
  {
    title: 'POST with the content type in capitals',
    write: (path, fields) => posted(path, encoded(fields), form.toUpperCase()),
  },
  { title: 'POST with a form body and no content type', write: (path, fields) => posted(path, encoded(fields)) },
  {
    title: 'POST with a form body in chunks',
    write: (path, fields) => ({
      line: `POST ${path} HTTP/1.1`,
      headers: [...close, form, 'Transfer-Encoding: chunked'],
      body: chunked(encoded(fields), 7),
    }),
  },
  {
    title: 'POST with everything in the query, Content-Length 0 and the content type of a form',
    write: (path, fields) => posted(`${path}?${encoded(fields)}`, '', form),
  },
  {
    title: 'POST with everything in the query, Content-Length 0 and the content type of JSON',
    write: (path, fields) => posted(`${path}?${encoded(fields)}`, '', json),
  },
  {
    title: 'POST with everything in the query and neither content type nor length',
    write: (path, fields) => ({ line: `POST ${path}?${encoded(fields)} HTTP/1.1`, headers: close }),
  },
  {
    title: 'POST with everything in the query and a JSON body that says nothing',
    write: (path, fields) => posted(`${path}?${encoded(fields)}`, '{}', json),
  },
  {
    title: 'GET with a query',
    write: (path, fields) => ({ line: `GET ${path}?${encoded(fields)} HTTP/1.1`, headers: close }),
  },
  {
    title: 'GET with a form body and no query',
    write: (path, fields) => ({
      line: `GET ${path} HTTP/1.1`,
      headers: [...close, form, withLength(encoded(fields))],
      body: encoded(fields),
    }),
  },
  {
    title: 'HTTP/1.0 with an unescaped query and a trailing ampersand',
    write: (path, fields) => ({
      line: `POST ${path}?${unescapedQuery(fields)}& HTTP/1.0`,
      headers: ['Host: gateway.test', 'Connection: close', json],
    }),
  },
  {
    title: 'HTTP/1.0 without any header',
    write: (path, fields) => ({ line: `GET ${path}?${encoded(fields)} HTTP/1.0` }),
  },
  {
    title: 'multipart form written by hand',
    write: (path, fields) => {
      const boundary = '------------------------8f2c';
      return posted(path, multipart(fields, boundary), `Content-Type: multipart/form-data; boundary=${boundary}`);
    },
  },
  {
    title: 'multipart form with a quoted boundary and its content type in capitals',
    write: (path, fields) =>
      posted(path, multipart(fields, 'a b'), 'Content-Type: Multipart/Form-Data; boundary="a b"'),
  },
  {
    title: 'two slashes in the path',
    write: (path, fields) => posted(path.replace('/rest/', '/rest//'), encoded(fields), form),
  },
  {
    title: 'many slashes in the path and everything in an unescaped query',
    write: (path, fields) => ({
      line: `GET ${path.replaceAll('/', '///')}?${unescapedQuery(fields)} HTTP/1.1`,
      headers: close,
    }),
  },
  {
    title: 'the headers of shop plugins',
    write: (path, fields) =>
      posted(
        path,
        encoded(fields),
        form,
        'CMS: WordPress 6.5 + woocommerce version: 8.9.1',
        'Module-Version: 3.4.2',
        'Accept-Encoding: gzip, deflate, br',
        'Accept: */*',
        'Origin: null',
        'Cookie: JSESSIONID=1; a',
      ),
  },
  {
    title: 'a request target with scheme and host, as through a proxy',
    write: (path, fields) => ({
      line: `GET http://gateway.test${path}?${encoded(fields)} HTTP/1.1`,
      headers: close,
    }),
  },
];

/**
 * Braces, quotes and brackets as they are. What would end a value or the request line is escaped, and so are letters
 * above ASCII: old .NET escapes those by itself, and Node refuses their bare bytes (llhttp, issue 259).
 */
const unescapedQuery = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value.replace(/[%&+# \u0080-\uffff]/g, encodeURIComponent)}`)
    .join('&');

const fullOrder: Fields = {
  ...login,
  orderNumber: '17_1700000000/А-1',
  amount: '1500000',
  returnUrl: 'https://shop.example/back?a=1&b[]=2',
  description: 'Чай & 100% «кофе» + сахар [2]',
  jsonParams: '{"a":"b","город":"Алматы"}',
  email: 'payer+1@shop.example',
  postAddress: 'Республика: Р',
};

for (const { title, write } of transports) {
  test(`reads a registration and a status call sent as ${title}`, async (t) => {
    const simulator = await simulatorFor(t);

    const registered = await sendRaw(simulator.url, write('/payment/rest/register.do', fullOrder));
    const { orderId } = JSON.parse(registered.body);
    const order = await simulator.store.orders.find(orderId);
    const asked = await sendRaw(
      simulator.url,
      write('/payment/rest/getOrderStatusExtended.do', { ...login, orderId, language: 'ru' }),
    );

    t.is(registered.status, 200);
    t.regex(registered.head, /\r\nContent-Type: application\/json;charset=UTF-8\r\n/);
    t.like(order, {
      orderNumber: fullOrder['orderNumber'],
      amountMinor: 1500000,
      returnUrl: fullOrder['returnUrl'],
      description: fullOrder['description'],
      params: { a: 'b', город: 'Алматы' },
      email: fullOrder['email'],
      postAddress: fullOrder['postAddress'],
    });
    t.is(asked.status, 200);
    t.like(JSON.parse(asked.body), { errorCode: '0', errorMessage: 'Успешно', orderStatus: 0 });
  });
}

test('reads the multipart form of a client library', async (t) => {
  const simulator = await simulatorFor(t);
  const body = new FormData();
  for (const [name, value] of Object.entries(fullOrder)) body.append(name, value);
  body.append('receipt', new Blob(['a file that nobody asked for']), 'receipt.txt');

  const answer = await fetch(`${simulator.restUrl}register.do`, { method: 'POST', body });
  const { orderId } = (await answer.json()) as Json;

  t.like(await simulator.store.orders.find(orderId), { description: fullOrder['description'], amountMinor: 1500000 });
});

test('invites a client that waits for 100 Continue to send its body', async (t) => {
  const simulator = await simulatorFor(t);
  const body = encoded(fullOrder);
  const call = request(`${simulator.restUrl}register.do`, {
    method: 'POST',
    headers: {
      expect: '100-continue',
      'content-length': body.length,
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
  call.flushHeaders();

  await once(call, 'continue');
  call.end(body);
  const [answer] = (await once(call, 'response')) as [IncomingMessage];

  t.regex((await answer.toArray()).join(''), /"orderId"/);
});

test('answers requests that come one after another on one connection, in their order', async (t) => {
  const simulator = await simulatorFor(t);
  const first = { ...posted('/payment/rest/register.do', encoded(fullOrder), form) };
  const kept = { ...first, headers: (first.headers ?? []).filter((header) => header !== 'Connection: close') };

  const text = await exchangeBytes(simulator.url, Buffer.concat([bytesOf(kept), bytesOf(kept), bytesOf(first)]));

  t.deepEqual(
    [...text.matchAll(/"(orderId|errorCode":"\d)"/g)].map(([, what]) => what),
    ['orderId', 'errorCode":"1', 'errorCode":"1'],
  );
});

for (const path of ['/payment/rest/', '/payment/rest', '/payment', '/payment/', '/', '//', '/payment/rest//']) {
  test(`answers a ping of ${path} at once`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const version of ['1.1', '1.0']) {
      const { status } = await sendRaw(simulator.url, { line: `GET ${path} HTTP/${version}`, headers: close });

      t.true(status === 200 || status === 404, `${status}`);
    }
  });
}

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

for (const [title, contentType] of [
  ['a JSON body', 'application/json'],
  ['a text body', 'text/plain'],
] as const) {
  test(`does not read ${title} on a form endpoint`, async (t) => {
    const simulator = await simulatorFor(t);
    const body = contentType === 'text/plain' ? encoded(fullOrder) : JSON.stringify(fullOrder);

    const answer = await fetch(`${simulator.restUrl}register.do`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    });

    t.is(answer.status, 200);
    t.like(await answer.json(), { errorCode: '5', errorMessage: '[userName] or [password] or [token] is empty' });
  });
}

for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
  test(`answers ${method} with 405 and no order`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await fetch(`${simulator.restUrl}register.do?${encoded(fullOrder)}`, { method });

    t.is(answer.status, 405);
    t.is(await simulator.store.orders.findByNumber('test_user', fullOrder['orderNumber'] ?? ''), undefined);
  });
}

const nowhere = [
  'rest/registerr.do',
  'rest/register',
  'rest/register.do/',
  'rest/Register.do',
  'rest/%00',
  'register.do',
];
for (const path of nowhere) {
  test(`answers 404 at ${path}`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const method of ['GET', 'POST']) {
      const { status } = await sendRaw(simulator.url, { line: `${method} /payment/${path} HTTP/1.1`, headers: close });

      t.is(status, 404);
    }
  });
}

test('refuses by name what it does not imitate, with or without a login, and never with success', async (t) => {
  const simulator = await simulatorFor(t);
  for (const fields of [{}, login, { ...login, language: 'ru' }]) {
    const answer = await simulator.callBare('sbp/c2b/qr/dynamic/get.do', fields);

    t.is(answer['errorCode'], '7');
    t.regex(answer['errorMessage'], /sbp\/c2b\/qr\/dynamic\/get\.do/);
    t.deepEqual(Object.keys(answer), ['errorCode', 'errorMessage']);
  }
});

const broken = [
  ['words that are no request', 'hello\r\n\r\n'],
  ['a query with bare UTF-8', 'GET /payment/rest/register.do?description=\u00d0\u00a7 HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['a space in the address', 'GET /payment/rest/register.do?description=a b HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['the beginning of a TLS handshake', '\u0016\u0003\u0001\u0002\u0000\u0001'],
  ['a length that is no number', 'POST /payment/rest/register.do HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n'],
  ['two different lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ['an HTTP/1.1 request without a host', 'GET /payment/rest/ HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a query of 20 KiB', `GET /payment/rest/register.do?a=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
] as const;
for (const [title, bytes] of broken) {
  test(`closes the connection on ${title}`, async (t) => {
    const simulator = await simulatorFor(t);

    const text = await exchangeBytes(simulator.url, Buffer.from(bytes, 'latin1'));

    t.regex(text, /^HTTP\/1\.1 4\d\d /);
    await assertAlive(simulator, t.true);
  });
}

/** The simulator still registers orders after whatever went before. */
const assertAlive = async (simulator: TestSimulator, assert: (holds: boolean, message: string) => unknown) => {
  const { orderId } = await simulator.register();
  assert(/^[0-9a-f-]{36}$/.test(orderId), 'the simulator still works');
};

const tooLarge = 'a'.repeat(2 * 1024 * 1024 + 1);
const largeBodies: readonly (readonly [title: string, request: RawRequest])[] = [
  ['form', posted('/payment/rest/register.do', tooLarge, form)],
  ['JSON', posted('/payment/rest/register.do', tooLarge, json)],
  [
    'multipart',
    posted(
      '/payment/rest/register.do',
      multipart({ ...fullOrder, big: tooLarge }, 'x'),
      'Content-Type: multipart/form-data; boundary=x',
    ),
  ],
  [
    'multipart with a file',
    posted(
      '/payment/rest/register.do',
      `--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n${tooLarge}\r\n--x--\r\n`,
      'Content-Type: multipart/form-data; boundary=x',
    ),
  ],
  [
    'chunked',
    {
      line: 'POST /payment/rest/register.do HTTP/1.1',
      headers: [...close, form, 'Transfer-Encoding: chunked'],
      body: chunked(tooLarge, 65_536),
    },
  ],
];
for (const [title, large] of largeBodies) {
  test(`answers 413 to a ${title} body over 2 MiB`, async (t) => {
    const simulator = await simulatorFor(t);

    const { status } = await sendRaw(simulator.url, large);

    t.is(status, 413);
    await assertAlive(simulator, t.true);
  });
}

test('reads a body of exactly 2 MiB', async (t) => {
  const simulator = await simulatorFor(t);
  const order = `${encoded(fullOrder)}&rest=`;
  const body = order + 'a'.repeat(2 * 1024 * 1024 - order.length);

  const { body: answer } = await sendRaw(simulator.url, posted('/payment/rest/register.do', body, form));

  t.regex(answer, /"orderId"/);
});

test('answers a request line without a version, as an HTTP of 1991 sends it, and closes', async (t) => {
  const simulator = await simulatorFor(t);

  const text = await exchangeBytes(simulator.url, Buffer.from('GET /payment/rest/register.do\r\n\r\n'));

  t.regex(text, /"errorCode":"5"/);
});

test('forgets a client that goes away in the middle of its body', async (t) => {
  const simulator = await simulatorFor(t);
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const call = request(`${simulator.restUrl}register.do`, {
      method: 'POST',
      headers: { 'content-type': type, 'content-length': 1000, expect: '100-continue' },
    });
    call.on('error', () => {});
    call.flushHeaders();
    await once(call, 'continue');
    call.write('--x\r\nContent-Disposition: form-data; name="amount"\r\n\r\n1');
    call.destroy();

    await assertAlive(simulator, t.true);
  }
});

const order: Fields = { ...login, amount: '100', returnUrl: 'https://shop.example' };
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const cart = (item: string): string =>
  `{"cartItems":{"items":[{"positionId":1,"name":"Tea","quantity":{"value":1,"measure":"pc"},"itemAmount":100${item}}]}}`;

const abuses: Readonly<Record<string, Fields | string>> = {
  'prototype keys as parameters': `${encoded(order)}&__proto__=1&constructor=2&toString=3&hasOwnProperty=4&__proto__[a]=5`,
  'nothing but prototype keys': '__proto__=1&__proto__=2&constructor=3&prototype=4&valueOf=5',
  'a login called __proto__': { ...order, userName: '__proto__', password: '__proto__' },
  'a login called constructor': { ...order, userName: 'constructor' },
  'a language called constructor': { ...order, language: 'constructor' },
  'a language called __proto__': { ...order, language: '__proto__' },
  'a feature called __proto__': { ...order, features: '__proto__' },
  'a currency called toString': { ...order, currency: 'toString' },
  'an order number called __proto__': { ...order, orderNumber: '__proto__' },
  'prototype keys in jsonParams': { ...order, jsonParams: '{"__proto__":{"a":1},"constructor":"b","toString":null}' },
  'a scenario called __proto__': { ...order, jsonParams: '{"scenario":"__proto__"}' },
  'a scenario that is an object': { ...order, jsonParams: '{"scenario":{"toString":1}}' },
  'prototype keys in the cart': { ...order, orderBundle: cart(',"__proto__":{"a":1},"constructor":{}') },
  '5,000 parameters': `${Array.from({ length: 5_000 }, (_, index) => `p${index}=${index}`).join('&')}&${encoded(order)}`,
  '5,000 times the same parameter': `${encoded(order)}&${'features=VERIFY&'.repeat(5_000)}`,
  '100,000 empty parameters': '&'.repeat(100_000),
  '100,000 equals signs': '='.repeat(100_000),
  'NUL bytes in every text': { ...order, orderNumber: '\0', description: 'a\0b', clientId: '\0', email: '\0' },
  'a NUL byte in jsonParams': { ...order, jsonParams: '{"a":"\\u0000"}' },
  'a NUL byte in the login': { ...order, userName: 'test_user\0' },
  'invalid UTF-8': `${encoded(order)}&description=%ff%fe%c0%80&clientId=%ed%a0%80`,
  'half a surrogate pair in jsonParams': { ...order, jsonParams: '{"a":"\\ud800"}' },
  'half a surrogate pair in the cart': { ...order, orderBundle: cart(',"itemCode":"\\udc00"') },
  'a description of a million letters': { ...order, description: 'a'.repeat(1_000_000) },
  'a returnUrl of a million letters': { ...order, returnUrl: `https://${'a'.repeat(1_000_000)}` },
  'an amount of a million digits': { ...order, amount: '1'.repeat(1_000_000) },
  'a password of a million letters': { ...order, password: 'a'.repeat(1_000_000) },
  'a million brackets in a text': { ...order, description: '<'.repeat(1_000_000) },
  'a million blanks in a URL': { ...order, returnUrl: ' '.repeat(1_000_000) },
  'jsonParams of a million letters': { ...order, jsonParams: JSON.stringify({ a: 'a'.repeat(1_000_000) }) },
  'jsonParams of 50,000 keys': {
    ...order,
    jsonParams: `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  },
  'jsonParams a hundred thousand levels deep': { ...order, jsonParams: `{"a":${deep(100_000)}}` },
  'a cart a hundred thousand levels deep': { ...order, orderBundle: cart(`,"a":${deep(100_000)}`) },
  'a cart that is a list': { ...order, orderBundle: deep(100_000) },
  'payer data a hundred thousand levels deep': { ...order, billingPayerData: `{"a":${deep(100_000)}}` },
  'a payment facilitator a hundred thousand levels deep': { ...order, paymentFacilitator: `{"a":${deep(100_000)}}` },
  'a cart whose numbers are objects': {
    ...order,
    orderBundle: '{"cartItems":{"items":[{"positionId":{"toString":1},"name":"Tea"}]}}',
  },
  'a cart whose amount is an object': { ...order, orderBundle: cart(',"itemPrice":{"toString":1}') },
  'a cart whose currency is an object': { ...order, orderBundle: cart(',"itemCurrency":{"toString":1,"valueOf":1}') },
  'a cart whose quantity is an object': {
    ...order,
    orderBundle: cart(',"quantity":{"value":{"toString":null},"measure":"pc"}'),
  },
  'a cart of 10,000 items': {
    ...order,
    amount: '10000',
    orderBundle: JSON.stringify({
      cartItems: {
        items: Array.from({ length: 10_000 }, (_, index) => ({
          positionId: index,
          name: 'Tea',
          quantity: { value: 1, measure: 'pc' },
          itemAmount: 1,
        })),
      },
    }),
  },
  'a page view with odd characters': { ...order, pageView: '../../😀%00?#' },
};
for (const [title, fields] of Object.entries(abuses)) {
  test(`survives ${title}`, async (t) => {
    const simulator = await simulatorFor(t);
    const body = typeof fields === 'string' ? fields : encoded(fields);
    for (const endpoint of ['register.do', 'getOrderStatusExtended.do', 'getOrderStatus.do', 'sbp/c2b/qr/status.do']) {
      const answer = await fetch(simulator.restUrl + endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });

      const text = await answer.text();
      t.true(answer.status < 500, `${endpoint} ${answer.status}`);
      if (answer.status === 200) await assertSensible(simulator, JSON.parse(text), t.true);
    }
    await assertAlive(simulator, t.true);
  });
}

/** A 200 carries an error code or an order whose status can be read. */
const assertSensible = async (simulator: TestSimulator, answer: Json, assert: (holds: boolean) => unknown) => {
  if (answer['orderId'] === undefined) {
    assert(typeof (answer['errorCode'] ?? answer['ErrorCode']) === 'string');
    return;
  }
  assert((await simulator.status(answer['orderId']))['orderStatus'] === 0);
};

test('finds the login behind 5,000 parameters that it does not know', async (t) => {
  const simulator = await simulatorFor(t);

  t.truthy(
    (
      await simulator.callBare(
        'register.do',
        Object.fromEntries(new URLSearchParams(String(abuses['5,000 parameters']))),
      )
    )['orderId'],
  );
});

const brokenForms = [
  ['without a boundary', 'multipart/form-data', multipart(fullOrder, 'x')],
  ['with another boundary', 'multipart/form-data; boundary=y', multipart(fullOrder, 'x')],
  ['that breaks off', 'multipart/form-data; boundary=x', multipart(fullOrder, 'x').slice(0, -30)],
  ['with a part that has no name', 'multipart/form-data; boundary=x', '--x\r\n\r\nvalue\r\n--x--\r\n'],
  ['with a name from the prototype', 'multipart/form-data; boundary=x', multipart({ ['__proto__']: '1' }, 'x')],
  ['of noise', 'multipart/form-data; boundary=x', '\0'.repeat(100_000)],
  [
    'with 5,000 equal fields',
    'multipart/form-data; boundary=x',
    multipart({ features: 'VERIFY' }, 'x').replace('--x--\r\n', '').repeat(5_000),
  ],
] as const;
for (const [title, type, body] of brokenForms) {
  test(`answers a multipart form ${title}`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await sendRaw(simulator.url, posted('/payment/rest/register.do', body, `Content-Type: ${type}`));

    t.is(answer.status, 200);
    await assertSensible(simulator, JSON.parse(answer.body), t.true);
    await assertAlive(simulator, t.true);
  });
}

const targets = [
  '/payment/merchants/%E0%A4%A.html',
  '/payment/merchants/%/payment_en.html?mdOrder=%',
  '/%',
  '/..%2f..%2fetc/passwd',
  '/payment/rest/../rest/register.do',
  '/__proto__',
  '/payment/rest/__proto__',
  '*',
  'register.do',
  '//[',
  '/\\\\evil',
  '/payment/rest/register.do?',
  '/payment/rest/register.do?#fragment',
];
for (const target of targets) {
  test(`answers the address ${target} without a fault of its own`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const { status } = await sendRaw(simulator.url, { line: `${method} ${target} HTTP/1.1`, headers: close });

      t.true(status >= 200 && status < 500, `${method} ${status}`);
    }
    await assertAlive(simulator, t.true);
  });
}

test('answers 400 to an address that is none, and serves on', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await sendRaw(simulator.url, {
    line: 'GET http://[/x HTTP/1.1',
    headers: ['Host: x', 'Connection: close'],
  });

  t.is(answer.status, 400);
  t.is(typeof (await simulator.register()).orderId, 'string');
});
