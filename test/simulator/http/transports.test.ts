import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { bytesOf, exchangeBytes, type RawRequest, sendRaw } from '../../helpers/http/raw-request.ts';
import { type Fields, type Json, login, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { chunked, close, encoded, form, fullOrder, json, multipart, posted, test, withLength } from './raw-calls.ts';

/** As curl and PHP do it: a space is %20. */
const percentEncoded = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

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
      headers: ['Host: localhost', 'Connection: close', json],
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
