import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { startShop } from '../../../client/shop/start-shop.ts';
import { dsk } from '../../../simulator/banks/dsk.ts';
import { listenMistake } from '../../../simulator/commands/listen-error.ts';
import { startCommand } from '../../../simulator/commands/read-config.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { endedProcess } from '../../helpers/process/own-process.ts';
import { gatewayLook } from '../../helpers/shop/shop.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const portOf = (url: string): number => Number(new URL(url).port);

/** With patience that only a program without an answer exhausts. */
const inUse = (port: number, { host = '127.0.0.1', patienceMs = 30_000 } = {}) =>
  listenMistake(Object.assign(new Error('in use'), { code: 'EADDRINUSE', port }), {
    variable: 'PORT',
    port,
    host,
    command: 'npm start',
    patienceMs,
  });

/** A server that is no HTTP server, on a free port. */
const tcpServer = async (t: ExecutionContext, onConnection: Parameters<typeof createTcpServer>[1]): Promise<number> => {
  const server: Server = createTcpServer((socket) => {
    socket.on('error', () => {});
    onConnection?.(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.teardown(() => server.close());
  return (server.address() as AddressInfo).port;
};

test('names another tillbox with its bank, and a command with another port', async (t) => {
  const simulator = await simulatorFor(t, { bank: dsk });
  const port = portOf(simulator.url);

  const mistake = (await inUse(port)) ?? '';

  const [, free = ''] =
    /^PORT=\d+: expected a free port, but another tillbox \(BANK=dsk, version \d+\.\d+\.\d+\) listens there; PORT=(\d+) npm start takes another port, PORT=0 any free one$/.exec(
      mistake,
    ) ?? [];
  t.true(Number(free) > port, mistake);
});

test('names an older tillbox, which tells no version', async (t) => {
  const { origin } = await stubServer(t, () => ({ body: { status: 'ok', bank: 'sber', scenarios: 3 } }));

  t.regex((await inUse(portOf(origin))) ?? '', /but another tillbox \(BANK=sber\) listens there;/);
});

test('names another tillbox whose gateway is not ready', async (t) => {
  const { origin } = await stubServer(t, () => ({
    status: 503,
    headers: { 'content-type': 'application/problem+json' },
    body: { type: 'urn:tillbox:problem:not-ready', title: 'The gateway is not ready', status: 503 },
  }));

  t.regex((await inUse(portOf(origin))) ?? '', /but another tillbox listens there;/);
});

test('names the demo store of another tillbox', async (t) => {
  const gatewayUrl = 'http://127.0.0.1:9/payment/rest/';
  const shop = await startShop({
    ...gatewayLook,
    gatewayUrl,
    userName: 'a',
    password: 'b',
    port: 0,
    host: '127.0.0.1',
  });
  t.teardown(shop.stop);

  t.regex((await inUse(shop.port)) ?? '', /but the demo store of another tillbox listens there;/);
});

test('names another program, whatever it speaks', async (t) => {
  const web = await stubServer(t, () => ({ body: '<h1>It works</h1>' }));
  const json = await stubServer(t, () => ({ body: { status: 'ok' } }));
  const lists = await stubServer(t, () => ({ body: [null] }));
  const bank = await stubServer(t, () => ({ body: { status: 'ok', bank: { evil: '\u001b[2J' }, scenarios: 1 } }));
  const drops = await stubServer(t, () => 'drop');
  const greeting = await tcpServer(t, (socket) => socket.end('220 mail.example ESMTP\r\n'));

  for (const port of [...[web, json, lists, bank, drops].map(({ origin }) => portOf(origin)), greeting])
    t.regex((await inUse(port)) ?? '', /but another program listens there;/);
});

test('does not wait for a program that does not answer, or never ends its answer', async (t) => {
  const hangs = await stubServer(t, () => 'hang');
  const endless = await tcpServer(t, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n');
    const write = (): void => {
      if (!socket.destroyed) socket.write('x'.repeat(60_000), () => setImmediate(write));
    };
    write();
  });

  t.regex(
    (await inUse(portOf(hangs.origin), { patienceMs: 100 })) ?? '',
    /but a program that does not answer listens there;/,
  );
  t.regex((await inUse(endless)) ?? '', /but another program listens there;/);
});

test('asks a port of every address at this machine', async (t) => {
  const simulator = await simulatorFor(t);

  t.regex((await inUse(portOf(simulator.url), { host: '0.0.0.0' })) ?? '', /another tillbox \(BANK=bereke, version /);
});

const errorOf = (code: string) => Object.assign(new Error(`listen ${code}`), { code });

test('says what to do about a port that this user may not open', async (t) => {
  const mistake = await listenMistake(errorOf('EACCES'), {
    variable: 'CONTROL_PORT',
    port: 80,
    host: '127.0.0.1',
    command: 'tillbox',
  });

  t.regex(
    mistake ?? '',
    /^CONTROL_PORT=80: expected a port that this user may open; CONTROL_PORT=\d{4,} tillbox takes/,
  );
});

for (const [code, said] of [
  ['EADDRNOTAVAIL', 'expected an address of this machine, such as 127.0.0.1'],
  ['EINVAL', 'expected an address of this machine, such as 127.0.0.1'],
  ['EAFNOSUPPORT', 'expected an address of this machine, such as 127.0.0.1'],
  ['ENOTFOUND', 'expected an address of this machine, but the name leads to none'],
  ['EAI_AGAIN', 'expected an address of this machine, but the name leads to none'],
] as const)
  test(`blames the host for ${code}`, async (t) => {
    const mistake = await listenMistake(errorOf(code), {
      variable: 'PORT',
      port: 8080,
      host: 'shop.invalid',
      command: 'npm start',
    });

    t.true(mistake?.startsWith(`HOST=shop.invalid: ${said}`), mistake);
    t.true(mistake?.endsWith('; HOST=127.0.0.1 npm start serves this machine only'), mistake);
  });

test('says nothing about other errors', async (t) => {
  const wanted = { variable: 'PORT', port: 8080, host: '127.0.0.1', command: 'tillbox' } as const;

  t.is(await listenMistake(errorOf('ENOSPC'), wanted), undefined);
  t.is(await listenMistake(new Error('a bug'), wanted), undefined);
});

test('a start names the variable of the port that is in use', async (t) => {
  const simulator = await simulatorFor(t);
  const port = String(portOf(simulator.url));
  for (const environment of [{ PORT: port }, { CONTROL_PORT: port }, { SHOP: 'on', SHOP_PORT: port }]) {
    const { exitCode, error } = await endedProcess(t, environment);

    const variable = Object.keys(environment).at(-1);
    t.is(exitCode, 1);
    t.true(
      error.startsWith(`${variable}=${port}: expected a free port, but another tillbox (BANK=bereke, version `),
      error,
    );
    t.regex(error, new RegExp(`; ${variable}=\\d+ tillbox takes another port, ${variable}=0 any free one`));
    t.is(error.includes('SHOP=off leaves the demo store out'), variable === 'SHOP_PORT');
  }
});

test('a start names the host that is not of this machine', async (t) => {
  for (const HOST of ['192.0.2.1', 'shop.invalid']) {
    const { exitCode, error } = await endedProcess(t, { HOST });

    t.is(exitCode, 1);
    t.regex(error, new RegExp(`^HOST=${HOST}: expected an address of this machine`));
  }
});

test('names the command by which tillbox was started', (t) => {
  t.is(startCommand({}), 'tillbox');
  t.is(startCommand({ npm_lifecycle_event: 'start' }), 'npm start');
  t.is(startCommand({ npm_lifecycle_event: 'dev' }), 'npm run dev');
  t.is(startCommand({ npm_lifecycle_event: 'npx' }), 'npx tillbox');
});
