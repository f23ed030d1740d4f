import test, { type ExecutionContext } from 'ava';
import { checkCallback, type NewMerchant } from '../../client/index.ts';
import { targetOf } from '../../simulator/commands/sandbox/forward.ts';
import { eventually } from '../helpers/ava/eventually.ts';
import { type StubReply, stubServer } from '../helpers/http/stub-server.ts';
import { pay, plainCard } from '../helpers/payments/pay.ts';
import { controlToken, merchantInContainer } from '../helpers/process/container.ts';
import { startProgram } from '../helpers/process/own-process.ts';

/** A shop on this machine that answers so, and a listener that forwards the callbacks of a merchant to it. */
const forwardingTo = async (
  t: ExecutionContext,
  reply: (count: number) => StubReply,
  settings: NewMerchant = {},
  ...args: readonly string[]
) => {
  const merchant = await merchantInContainer(settings);
  const shop = await stubServer(t, (_, count) => reply(count));
  const to = `${shop.origin.replace('http://', '')}/callback`;
  const reach = ['--url', merchant.url, '--login', merchant.login];
  const program = startProgram({ CONTROL_TOKEN: controlToken }, [], ['listen', '--forward-to', to, ...reach, ...args]);
  t.teardown(() => program.kill());
  await eventually(
    t,
    () => program.output.err,
    (text) => text.includes('Listening to '),
  );
  const payOrder = async (orderNumber: string): Promise<string> => {
    const { orderId, formUrl } = await merchant.register(orderNumber);
    await pay(formUrl, { card: plainCard });
    return orderId;
  };
  return { ...merchant, shop, program, payOrder };
};

test('a merchant without an address gets its callbacks through the listener, and the sandbox has the answers', async (t) => {
  const { sandbox, login, shop, program, payOrder } = await forwardingTo(t, () => ({ status: 200 }));

  const orderId = await payOrder('A-1');
  const { tries, state, request } = await sandbox.waitForCallback(orderId, 'deposited', { timeoutMs: 60_000 });

  t.is(state, 'delivered');
  t.like(tries, [{ httpStatus: 200, forwardedTo: `${shop.origin}/callback` }]);
  const [sent] = shop.received;
  t.is(sent?.method, 'GET');
  t.is(`${shop.origin}${sent?.path}?${sent?.query}`, request.url);
  t.is(sent?.query.get('mdOrder'), orderId);
  await eventually(
    t,
    () => program.output.out,
    (text) => text.includes('the shop answered HTTP 200'),
  );
  t.regex(program.output.out, new RegExp(` forwarded: GET ${shop.origin}/callback: HTTP 200 after \\d+ ms\n`));
  t.is(await program.kill('SIGINT'), 130);
  t.is((await sandbox.getMerchant(login)).callbacks.url, undefined);
});

test('method, body, query and headers are those of the gateway', async (t) => {
  const callbacks = {
    url: 'http://169.254.1.1/from-the-gateway?shop=7',
    method: 'POST',
    token: 'secret',
    headers: { 'X-Shop': 'hidden' },
  } as const;
  const { sandbox, shop, payOrder } = await forwardingTo(t, () => ({ status: 200 }), { callbacks });

  await sandbox.waitForCallback(await payOrder('A-1'), 'deposited', { timeoutMs: 60_000 });

  const [sent] = shop.received;
  t.like(sent, { method: 'POST', path: '/callback' });
  t.is(sent?.query.get('shop'), '7');
  t.like(sent?.headers, { 'x-shop': 'hidden', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' });
  t.is(checkCallback(sent?.body ?? '', { token: 'secret' }).orderNumber, 'A-1');
});

test('a shop that refuses gets the callback again when the gateway sends it again', async (t) => {
  const { sandbox, login, shop, payOrder } = await forwardingTo(t, (count) => ({ status: count === 1 ? 500 : 200 }));
  const orderId = await payOrder('A-1');
  await sandbox.callbacks.settle(login);
  const [refused] = (await sandbox.callbacks.list(login)).callbacks;
  t.is(refused?.state, 'waiting');

  await sandbox.clock.advance(login, '30s');

  const { tries } = await sandbox.waitForCallback(orderId, 'deposited', { timeoutMs: 60_000 });
  t.deepEqual(
    tries.map(({ httpStatus }) => httpStatus),
    [500, 200],
  );
  t.is(shop.received.length, 2);
});

test('with --json a line has what the shop answered', async (t) => {
  const { sandbox, login, program, payOrder, shop } = await forwardingTo(t, () => 'drop', {}, '--json');
  await payOrder('A-1');
  await sandbox.callbacks.settle(login);

  const lines = () => program.output.out.split('\n').filter((line) => line.includes('"type":"forward"'));
  await eventually(t, lines, ({ length }) => length > 0);

  t.like(JSON.parse(lines()[0] ?? ''), { merchant: login, to: `${shop.origin}/callback`, error: 'ECONNRESET' });
});

test('after the listener has gone, the gateway sends the callbacks itself', async (t) => {
  const own = await stubServer(t, () => ({ status: 200 }));
  const { sandbox, shop, program, payOrder } = await forwardingTo(t, () => ({ status: 200 }), {
    callbacks: { url: own.origin },
  });

  await program.kill('SIGINT');
  const { tries } = await sandbox.waitForCallback(await payOrder('A-1'), 'deposited', { timeoutMs: 60_000 });

  t.is(tries[0]?.forwardedTo, undefined);
  t.deepEqual([shop.received.length, own.received.length], [0, 1]);
});

const targets: readonly (readonly [url: string, forwardTo: string, target: string])[] = [
  ['https://a.test/cb?shop=7', 'http://localhost:3001/callback', 'http://localhost:3001/callback?shop=7'],
  ['https://a.test/cb?shop=7', 'http://localhost:3001', 'http://localhost:3001/cb?shop=7'],
  ['https://a.test/cb?b=2', 'http://localhost:3001/callback?a=1', 'http://localhost:3001/callback?a=1&b=2'],
  ['https://a.test', 'http://localhost:3001', 'http://localhost:3001/'],
  ['http://localhost:3001/c?a=1', 'http://localhost:3001/c?a=1', 'http://localhost:3001/c?a=1'],
];
for (const [url, forwardTo, target] of targets)
  test(`what would go to ${url} goes to ${target} with --forward-to ${forwardTo}`, (t) => {
    t.is(targetOf(url, forwardTo), target);
  });
