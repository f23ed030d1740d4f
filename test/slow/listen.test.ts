import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { eventually } from '../helpers/ava/eventually.ts';
import { pay, plainCard } from '../helpers/payments/pay.ts';
import { controlToken, merchantInContainer } from '../helpers/process/container.ts';
import { startProgram } from '../helpers/process/own-process.ts';

/** The command in a process of its own, when it listens. */
const listenFor = async (t: ExecutionContext, url: string, ...args: readonly string[]) => {
  const program = startProgram({ CONTROL_TOKEN: controlToken }, [], ['listen', '--url', url, ...args]);
  t.teardown(() => program.kill());
  await eventually(
    t,
    () => program.output.err,
    (text) => text.includes('Listening to '),
  );
  return program;
};

/** Lines without their times. */
const linesOf = ({ output }: Pick<ReturnType<typeof startProgram>, 'output'>): readonly string[] =>
  output.out.split('\n').flatMap((line) => line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/, '') || []);

test('tillbox listen tells the steps of orders, refused calls and moved clocks of one merchant', async (t) => {
  const { url, login, register, gateway, sandbox } = await merchantInContainer();
  const program = await listenFor(t, url, '--login', login);

  const { orderId, formUrl } = await register('A-1');
  await pay(formUrl, { card: plainCard });
  await gateway.deposit({ orderId, amountMinor: 100 }).catch(() => {});
  await sandbox.clock.freeze(login);
  await eventually(
    t,
    () => linesOf(program),
    (lines) => lines.some((line) => line.includes('stands still')),
  );

  t.is(await program.kill('SIGINT'), 130);
  const name = `order A-1 (…${orderId.slice(-6)})`;
  t.deepEqual(linesOf(program), [
    `${name}  The shop registered order A-1 of 15000.00 KZT.`,
    `${name}  The payer opened the card page.`,
    `${name}  Attempt 1 began, with VISA 444455**3333.`,
    `${name}  Attempt 1 was approved: 15000.00 KZT was taken.`,
    'POST deposit.do  refused 7: Payment must be in the correct state',
    'the clock stands still',
  ]);
  t.is(program.output.err, `Listening to ${url}. Stop with Ctrl+C.\n`);
});

test('without a login, the merchant stands in each line', async (t) => {
  const { url, login, register } = await merchantInContainer();
  const program = await listenFor(t, url);

  await register('A-1');
  await eventually(
    t,
    () => linesOf(program),
    (lines) => lines.some((line) => line.startsWith(`${login}  order A-1 `)),
  );

  t.is(await program.kill('SIGTERM'), 143);
});

test('with --json each line is an event of the control API', async (t) => {
  const { url, login, register } = await merchantInContainer();
  const program = await listenFor(t, url, '--login', login, '--json');

  const { orderId } = await register('A-1');
  await eventually(
    t,
    () => linesOf(program),
    ({ length }) => length === 2,
  );

  const events = linesOf(program).map((line) => JSON.parse(line));
  t.like(
    events.find(({ type }) => type === 'order'),
    { merchant: login, orderId, status: 'created' },
  );
  t.like(
    events.find(({ type }) => type === 'request'),
    { merchant: login, method: 'POST', isRefused: false },
  );
});

test('a reader that goes away ends it', async (t) => {
  const { url, login, register } = await merchantInContainer();
  const program = await listenFor(t, url, '--login', login);

  program.child.stdout.destroy();
  await register('A-1');

  t.is(await program.ended, 143);
  t.is(program.output.err, `Listening to ${url}. Stop with Ctrl+C.\n`);
});

/** A way to a port that can be cut, after which nothing gets through until it is opened again. */
const cuttableWay = async (t: ExecutionContext, url: string) => {
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy();
    const there = connect(Number(new URL(url).port), '127.0.0.1');
    for (const one of [socket, there]) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => socket.destroy() && there.destroy());
    }
    socket.pipe(there).pipe(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.teardown(() => server.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isOpen = false;
      for (const socket of sockets) socket.destroy();
    },
    open: () => {
      isOpen = true;
    },
  };
};

test('after a break of the connection it goes on with what came meanwhile', async (t) => {
  const { url, login, register } = await merchantInContainer();
  const way = await cuttableWay(t, url);
  const program = await listenFor(t, way.url, '--login', login);
  const numbers = () =>
    [...program.output.out.matchAll(/The shop registered order (\S+)/g)].map(([, number]) => number);
  await register('A-1');
  await eventually(t, numbers, ({ length }) => length === 1);

  way.cut();
  await eventually(
    t,
    () => program.output.err,
    (text) => text.includes(`the connection to ${way.url} broke; it is opened again\n`),
  );
  await register('A-2');
  way.open();
  await eventually(t, numbers, ({ length }) => length === 2);

  t.deepEqual(numbers(), ['A-1', 'A-2']);
  t.is(await program.kill('SIGINT'), 130);
});
