import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { isNear } from '../../../client/gateway/ask-near.ts';
import { exchange, type Outgoing } from '../../../client/gateway/exchange.ts';
import { GatewayTimeout, GatewayUnreachable } from '../../../client/gateway/gateway-errors.ts';
import { freePort } from '../../helpers/process/free-ports.ts';

/** A server for one test; its address. */
const serve = async (t: ExecutionContext, listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

const post = { what: 'register.do', method: 'POST', body: 'amount=1', timeoutMs: 5_000 } as const;

/** What is asked, and what of the request and of the answer has to be the same as with fetch. */
const answers: readonly (readonly [name: string, listener: RequestListener])[] = [
  ['letters of all kinds', (_, response) => response.end('{"errorMessage":"Сумма не указана ₸ 🂡"}')],
  ['a byte order mark', (_, response) => response.end('\uFEFF{}')],
  ['broken UTF-8', (_, response) => response.end(Buffer.from([0x7b, 0xff, 0x7d]))],
  ['no body', (_, response) => response.writeHead(204).end()],
  [
    'several parts',
    (_, response) => {
      response.write('{"a":');
      setImmediate(() => response.end('1}'));
    },
  ],
  ['a megabyte', (_, response) => response.end('x'.repeat(2 ** 20))],
  ['a redirect', (_, response) => response.writeHead(302, { Location: '/elsewhere?a=%D1%84' }).end()],
  ['a failure', (_, response) => response.writeHead(503, { 'Retry-After': '7' }).end('busy')],
  [
    'a header twice',
    (_, response) =>
      response
        .writeHead(
          200,
          [
            ['Set-Cookie', 'a=1'],
            ['Set-Cookie', 'b=2'],
            ['Vary', 'a'],
            ['Vary', 'b'],
          ].flat(),
        )
        .end(),
  ],
  ['a method and a query', ({ method, url }, response) => response.end(`${method} ${url}`)],
  [
    'the headers that matter',
    ({ headers }, response) =>
      response.end(
        JSON.stringify(
          ['accept', 'accept-language', 'user-agent', 'content-type', 'content-length', 'x-own'].map(
            (name) => headers[name],
          ),
        ),
      ),
  ],
];

const read = ['location', 'Retry-After', 'set-cookie', 'vary', 'content-type', 'none'];

for (const [name, listener] of answers)
  test(`a gateway on this machine is asked as by fetch: ${name}`, async (t) => {
    const url = await serve(t, listener);

    for (const outgoing of [
      post,
      { ...post, body: '' },
      { ...post, body: 'ф', contentType: 'application/json', headers: { accept: 'text/html', 'x-own': '1' } },
      { what: 'a page', method: 'GET', timeoutMs: 5_000 },
    ] as const) {
      const [near, far] = await Promise.all(
        [undefined, fetch].map(async (doFetch) => {
          const { status, headers, text } = await exchange(doFetch, { ...outgoing, url: `${url}a/b.do?c=%20` });
          return { status, text, headers: read.map((header) => headers.get(header)) };
        }),
      );

      t.deepEqual(near, far);
    }
  });

test('an answer that breaks off is no answer', async (t) => {
  const url = await serve(t, ({ socket }, response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('{"half":');
    setImmediate(() => socket.destroy());
  });

  const error = await t.throwsAsync(exchange(undefined, { ...post, url }), { instanceOf: GatewayUnreachable });
  t.false(error?.nothingSent);
});

test('if nothing listens, nothing was sent, and the error says so', async (t) => {
  for (const host of ['127.0.0.1', 'localhost']) {
    const url = `http://${host}:${await freePort()}/`;
    const error = await t.throwsAsync(exchange(undefined, { ...post, url }), {
      instanceOf: GatewayUnreachable,
      message: `register.do: cannot reach ${new URL(url).origin} (ECONNREFUSED): nothing listens there`,
    });
    t.true(error?.nothingSent);
  }
});

test('a gateway that does not answer in time is given up, also in the middle of its answer', async (t) => {
  const silent = await serve(t, () => {});
  const halting = await serve(t, (_, response) => void response.write('{'));

  for (const url of [silent, halting])
    await t.throwsAsync(exchange(undefined, { ...post, url, timeoutMs: 50 }), {
      instanceOf: GatewayTimeout,
      message: `register.do: no answer within 50 ms from ${new URL(url).origin}`,
    });
});

test('the signal of a request ends it with its reason, before it is sent and after', async (t) => {
  const url = await serve(t, () => {});
  const reason = new Error('the caller has no more time');
  const later = new AbortController();
  setImmediate(() => later.abort(reason));

  for (const signal of [AbortSignal.abort(reason), later.signal])
    await t.throwsAsync(exchange(undefined, { ...post, url, signal }), { is: reason });
});

test('a connection is used again, and one that the server has closed is not', async (t) => {
  const ports: (number | undefined)[] = [];
  const url = await serve(t, ({ socket }, response) => {
    ports.push(socket.remotePort);
    if (ports.length === 2) response.shouldKeepAlive = false;
    response.end();
  });

  for (let count = 0; count < 4; count++) await exchange(undefined, { ...post, url });

  t.is(ports[0], ports[1]);
  t.not(ports[1], ports[2]);
  t.is(ports[2], ports[3]);
});

test('a gateway that was started again at the same port is asked on a new connection', async (t) => {
  const start = async (port: number) => {
    const server = createServer((_, response) => response.end()).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await start(0);
  const { port } = server.address() as AddressInfo;
  const ask = () => exchange(undefined, { ...post, url: `http://127.0.0.1:${port}/` });

  for (let count = 0; count < 5; count++) {
    await ask();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    server = await start(port);
  }
  t.is((await ask()).status, 200);
  server.closeAllConnections();
  server.close();
});

const addresses: Readonly<Record<string, boolean>> = {
  'http://127.0.0.1:8080/payment/rest/': true,
  'http://localhost/payment': true,
  'http://LOCALHOST:1/': true,
  'http://[::1]:8080/': true,
  'https://127.0.0.1:8443/': false,
  'http://user:secret@127.0.0.1/': false,
  'http://127.0.0.1.example.com/': false,
  'http://bank.localhost/': false,
  'http://gateway:8080/': false,
  'https://3dsec.berekebank.kz/payment/rest/': false,
  'ftp://localhost/': false,
  'no address': false,
};

for (const [url, isOfThisMachine] of Object.entries(addresses))
  test(`is near, or not: ${url}`, (t) => {
    t.is(isNear(url), isOfThisMachine);
  });

test.serial(
  'a fetch of the caller is asked, and so is one that a test has put in place of the global one',
  async (t) => {
    const url = await serve(t, (_, response) => response.end('the server'));
    const stub = async () => new Response('the stub');
    const own = globalThis.fetch;
    const textOf = async (doFetch?: typeof fetch) =>
      (await exchange(doFetch, { ...post, url } satisfies Outgoing)).text;

    t.is(await textOf(stub), 'the stub');
    globalThis.fetch = stub;
    try {
      t.is(await textOf(), 'the stub');
    } finally {
      globalThis.fetch = own;
    }
    t.is(await textOf(), 'the server');
  },
);

const here = 'http://localhost:8080/payment/rest/register.do';

test.serial(
  'a global fetch that the set-up of a test replaced before the client was loaded is asked, too',
  async (t) => {
    const own = globalThis.fetch;
    globalThis.fetch = async () => new Response('the stub');
    try {
      const { href } = new URL('../../../client/gateway/ask-near.ts?loaded-later', import.meta.url);
      const loadedLater = (await import(href)) as { readonly isNear: typeof isNear };

      t.false(loadedLater.isNear(here));
    } finally {
      globalThis.fetch = own;
    }
    t.true(isNear(here));
  },
);

for (const symbol of [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')])
  test.serial(`what a program has put in place of the sender of fetch is asked: ${symbol.description}`, (t) => {
    class MockAgent {}
    class Agent {}
    const own: unknown = Reflect.get(globalThis, symbol);
    const put = (value: unknown): boolean => Reflect.set(globalThis, symbol, value);
    try {
      t.true(isNear(here));
      put(new MockAgent());
      t.false(isNear(here));
      put(new Agent());
      t.true(isNear(here));
    } finally {
      put(own);
    }
  });
