import { once } from 'node:events';
import { request } from 'node:http';
import { exchangeBytes, type RawRequest, sendRaw } from '../../helpers/http/raw-request.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import {
  assertAlive,
  assertSensible,
  chunked,
  close,
  encoded,
  form,
  fullOrder,
  json,
  multipart,
  posted,
  test,
} from './raw-calls.ts';

const broken = [
  ['words that are no request', 'hello\r\n\r\n'],
  [
    'a query with bare UTF-8',
    'GET /payment/rest/register.do?description=\u00d0\u00a7 HTTP/1.1\r\nHost: localhost\r\n\r\n',
  ],
  ['a space in the address', 'GET /payment/rest/register.do?description=a b HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['the beginning of a TLS handshake', '\u0016\u0003\u0001\u0002\u0000\u0001'],
  [
    'a length that is no number',
    'POST /payment/rest/register.do HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n',
  ],
  ['two different lengths', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ['an HTTP/1.1 request without a host', 'GET /payment/rest/ HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a query of 20 KiB', `GET /payment/rest/register.do?a=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
] as const;
for (const [title, bytes] of broken) {
  test(`closes the connection on ${title}`, async (t) => {
    const simulator = await simulatorFor(t);

    const text = await exchangeBytes(simulator.url, Buffer.from(bytes, 'latin1'));

    t.regex(text, /^HTTP\/1\.1 4\d\d /);
    await assertAlive(simulator, t.true);
  });
}

const told: readonly (readonly [bytes: string, sentence: RegExp])[] = [
  [
    'GET /payment/rest/register.do?description=\u00d0\u00a7 HTTP/1.1\r\nHost: localhost\r\n\r\n',
    /the address has a letter that is not percent-encoded/,
  ],
  [
    'GET /payment/rest/register.do?description=a b HTTP/1.1\r\nHost: localhost\r\n\r\n',
    /the address has a space that is not percent-encoded/,
  ],
  ['\u0016\u0003\u0001\u0002\u0000\u0001', /HTTPS came to a port of HTTP/],
  [`GET /payment/rest/register.do?a=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, /over 16 KiB/],
  ['hello\r\n\r\n', /a request cannot be read: HPE_INVALID_METHOD/],
];
for (const [bytes, sentence] of told)
  test(`the log says of a request that cannot be read: ${sentence.source}`, async (t) => {
    const lines: string[] = [];
    const sayLine = (line: string): string => {
      lines.push(line);
      return line;
    };
    const simulator = await simulatorFor(t, { logLevel: 'warn', logFormat: 'text', sayLine });

    await exchangeBytes(simulator.url, Buffer.from(bytes, 'latin1'));
    await simulator.stop();

    t.regex(lines.join('\n'), sentence);
    t.false(
      lines.some((line) => line.includes('description=')),
      'a query may have a password in it',
    );
  });

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
