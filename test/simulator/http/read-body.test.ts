import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { type RawRequest, sendRaw } from '../../helpers/http/raw-request.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { encoded, form, fullOrder, json, posted, test } from './raw-calls.ts';

const register = '/payment/rest/register.do';
const formType = form.slice('Content-Type: '.length);
const order = { ...login, amount: '100', returnUrl: 'https://shop.example', description: 'Чай' };

const registered = async (simulator: TestSimulator, request: RawRequest) => {
  const { body, status } = await sendRaw(simulator.url, request);
  const answer = status === 200 ? JSON.parse(body) : {};
  return { status, answer, body, order: await simulator.store.orders.find(answer.orderId ?? 'none') };
};

for (const [title, sent, type] of [
  ['JSON in which everything is a field', JSON.stringify({ ...order, features: ['FORCE_SSL', 'VERIFY'] }), json],
  ['JSON after a byte order mark', `\uFEFF${JSON.stringify({ ...order, features: ['FORCE_SSL', 'VERIFY'] })}`, json],
  [
    'JSON with a nested object and the login in small letters',
    JSON.stringify({
      username: login['userName'],
      ...order,
      userName: undefined,
      amount: 100,
      features: ['FORCE_SSL', 'VERIFY'],
      jsonParams: { a: 'b' },
    }),
    'Content-Type: application/json; charset=utf-8',
  ],
] as const) {
  test(`a call that asks for a form reads ${title}`, async (t) => {
    const read = await registered(await simulatorFor(t), posted(register, sent, type));

    t.like(read.order, { amountMinor: 100, description: 'Чай', features: ['FORCE_SSL', 'VERIFY'] }, read.body);
  });
}

test('a call that asks for a form reads username, too', async (t) => {
  const simulator = await simulatorFor(t);
  const { userName, ...rest } = login;
  const answer = await simulator.callBare('register.do', { ...order, ...rest, username: userName ?? '' });
  t.is(typeof answer['orderId'], 'string', JSON.stringify(answer));
});

/** Cyrillic letters in single bytes. */
const bytesIn: Readonly<Record<string, Buffer>> = {
  'windows-1251': Buffer.from([0xd7, 0xe0, 0xe9]),
  'koi8-r': Buffer.from([0xfe, 0xc1, 0xca]),
  'iso-8859-5': Buffer.from([0xc7, 0xd0, 0xd9]),
};
const escaped = (bytes: Buffer): string => [...bytes].map((byte) => `%${byte.toString(16)}`).join('');

for (const [charset, bytes] of Object.entries(bytesIn)) {
  test(`reads letters in ${charset}, escaped, as they are, and in JSON`, async (t) => {
    const simulator = await simulatorFor(t);
    const { description: _, ...rest } = order;
    const typed = (type: string) => `${type}; charset="${charset.toUpperCase()}"`;
    const whole = `${JSON.stringify(rest).slice(0, -1)},"description":"`;
    const requests = [
      posted(register, `${encoded(rest)}&description=${escaped(bytes)}`, typed(form)),
      posted(register, Buffer.concat([Buffer.from(`${encoded(rest)}&description=`), bytes]), typed(form)),
      posted(register, Buffer.concat([Buffer.from(whole), bytes, Buffer.from('"}')]), typed(json)),
    ];
    for (const request of requests) {
      const read = await registered(simulator, request);
      t.is(read.order?.description, 'Чай', read.body);
    }
  });
}

const packed = {
  gzip: gzipSync(encoded(fullOrder)),
  'x-gzip': gzipSync(encoded(fullOrder)),
  deflate: deflateSync(encoded(fullOrder)),
  'deflate, gzip': gzipSync(deflateSync(encoded(fullOrder))),
  br: brotliCompressSync(encoded(fullOrder)),
  identity: Buffer.from(encoded(fullOrder)),
};
for (const [encoding, bytes] of Object.entries(packed)) {
  test(`unpacks a body with Content-Encoding: ${encoding}`, async (t) => {
    const read = await registered(
      await simulatorFor(t),
      posted(register, bytes, form, `Content-Encoding: ${encoding}`),
    );
    t.is(read.order?.description, fullOrder['description'], read.body);
  });
}

test('unpacks deflate without its head, as some clients send it', async (t) => {
  const bytes = deflateRawSync(encoded(fullOrder));
  const read = await registered(await simulatorFor(t), posted(register, bytes, form, 'Content-Encoding: deflate'));
  t.is(read.order?.description, fullOrder['description'], read.body);
});

test('refuses an encoding that it does not know with 415, and a body that is not packed so with 400', async (t) => {
  const simulator = await simulatorFor(t);
  const with_ = (encoding: string, bytes: Buffer) => posted(register, bytes, form, `Content-Encoding: ${encoding}`);

  const unknown = await sendRaw(simulator.url, with_('zip', packed.gzip));
  const broken = await sendRaw(simulator.url, with_('gzip', packed.identity));

  t.is(unknown.status, 415);
  t.true(unknown.body.includes('the content encoding zip cannot be read: known are gzip, deflate and br'));
  t.is(broken.status, 400);
});

test('unpacks no more than a body may have', async (t) => {
  const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20, 'a'));
  const answer = await sendRaw((await simulatorFor(t)).url, posted(register, bomb, form, 'Content-Encoding: gzip'));
  t.is(answer.status, 413);
});

/** A simulator, and what it has written to its log when it is stopped. */
const withLog = async (t: Parameters<typeof simulatorFor>[0]) => {
  const lines: string[] = [];
  const sayLine = (line: string): string => {
    if (line !== 'warning: ') lines.push(line);
    return line;
  };
  const simulator = await simulatorFor(t, { logLevel: 'warn', logFormat: 'text', sayLine });
  const problems = async (): Promise<readonly string[]> => {
    await simulator.stop();
    return lines;
  };
  return { simulator, problems };
};

const unread = [
  ['of another type', encoded(fullOrder), ['Content-Type: text/plain'], 'a body of type text/plain is not read'],
  ['that is no JSON', '{"a":', [json], 'the body is no JSON object, as its type says, and is not read'],
  ['that is a JSON list', '[1]', [json], 'the body is no JSON object, as its type says, and is not read'],
  [
    'of JSON without a type',
    JSON.stringify(order),
    [],
    'the body looks like JSON but has no Content-Type, so it is read as a form',
  ],
  [
    'in a charset that nobody knows',
    encoded(fullOrder),
    [`${form}; charset=klingon`],
    'the charset klingon is unknown, so the body is not read',
  ],
] as const;
for (const [title, body, headers, line] of unread) {
  test(`answers a body ${title} as if it had no login, and says why in the log`, async (t) => {
    const { simulator, problems } = await withLog(t);

    const answer = await sendRaw(simulator.url, posted(register, body, ...headers));

    t.is(answer.status, 200);
    t.like(JSON.parse(answer.body), { errorCode: '5' });
    t.deepEqual(await problems(), [line]);
  });
}

test('says in the log that a call takes no token', async (t) => {
  const { simulator, problems } = await withLog(t);
  const answer = await simulator.callBare('refund.do', { token: 'open', orderId: 'x', amount: '1' });
  t.like(answer, { errorCode: '5' });
  t.deepEqual(await problems(), ['this call takes no token: it needs userName and password']);
});

test('loses no byte in silence: what is no UTF-8 is named', async (t) => {
  const { simulator, problems } = await withLog(t);
  const line = 'bytes of [description] are not UTF-8 and are lost: a charset in the Content-Type would keep them';
  const { description: _, ...rest } = order;
  const rests = encoded(rest);
  const bytes = bytesIn['windows-1251'] ?? Buffer.alloc(0);

  await sendRaw(simulator.url, posted(register, `${rests}&description=${escaped(bytes)}`, form));
  await sendRaw(simulator.url, posted(register, Buffer.concat([Buffer.from(`${rests}&description=`), bytes]), form));
  await sendRaw(simulator.url, posted(register, `${rests}&description=100%25`, `Content-Type: ${formType}`));

  t.deepEqual(await problems(), [line, line]);
});

for (const encoding of [
  'constructor',
  'valueOf',
  '__proto__',
  'zstd',
  'gzip, gzip, gzip, gzip',
  'GZIP,br,gzip,deflate',
])
  test(`refuses Content-Encoding: ${encoding}`, async (t) => {
    const request = posted(register, encoded(fullOrder), form, `Content-Encoding: ${encoding}`);

    t.is((await sendRaw((await simulatorFor(t)).url, request)).status, 415);
  });
