import test, { type ExecutionContext } from 'ava';
import { CallbackForged, checkCallback, checkJwtCallback, SandboxClient } from '../../../client/index.ts';
import { startSimulator } from '../../../simulator/index.ts';
import { type StubReply, stubServer } from '../../helpers/http/stub-server.ts';
import { runCommand } from './run-command.ts';

/** A shop that takes any callback, or answers so. */
const shopFor = async (t: ExecutionContext, reply: StubReply = { body: 'taken' }) => {
  const shop = await stubServer(t, () => reply);
  const last = () => {
    const { query, body } = shop.received.at(-1) ?? { query: new URLSearchParams(), body: '' };
    query.delete('shop');
    return { query, body };
  };
  return { url: `${shop.origin}/callback`, requests: shop.received, last };
};

const starting = startSimulator({ logLevel: 'error' });
test.after.always('the gateway stops', async () => (await starting).stop());

/** An order of a merchant of its own with these settings. */
const gatewayFor = async (callbacks: object) => {
  const simulator = await starting;
  const sandbox = new SandboxClient({ url: simulator.url });
  const merchant = await sandbox.makeMerchant({ callbacks });
  const order = { orderNumber: 'A-1', amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' };
  const { orderId } = await sandbox.gatewayOf(merchant).register({ ...order, description: 'Чайная пиала' });
  const { login } = merchant;
  return { sandbox, login, orderId, args: ['--sandbox', simulator.url, '--login', login] as const };
};

test('a callback about an order has the address, the key and the parameters of its merchant', async (t) => {
  const shop = await shopFor(t);
  const callbacks = { url: shop.url, token: 'secret', parameters: ['amount', 'orderDescription'] };
  const { args, orderId } = await gatewayFor(callbacks);

  const { code, out, err } = await runCommand('callback', '--order', 'A-1', ...args);

  t.deepEqual({ code, err }, { code: 0, err: '' });
  const { parameters } = checkCallback(shop.last().query, { token: 'secret' });
  const { checksum: _, ...others } = parameters;
  t.deepEqual(Object.entries(others), [
    ['mdOrder', orderId],
    ['orderNumber', 'A-1'],
    ['operation', 'deposited'],
    ['status', '1'],
    ['amount', '1500000'],
    ['orderDescription', 'Чайная пиала'],
  ]);
  t.true(out.startsWith(`GET ${shop.url}?mdOrder=${orderId}&orderNumber=A-1&operation=deposited&status=1&amount=`));
  t.regex(out, /\n\nHTTP 200 after \d+ ms\ntaken\n$/);
});

test('the order and its callbacks stay as they are', async (t) => {
  const shop = await shopFor(t);
  const { sandbox, login, orderId, args } = await gatewayFor({ url: shop.url });
  await runCommand('callback', '--order', orderId, ...args);

  t.is((await sandbox.orders.get(login, orderId)).status, 'created');
  t.is((await sandbox.callbacks.list(login)).total, 0);
});

test('POST, RSA, a failure and own headers come from the merchant and the options', async (t) => {
  const shop = await shopFor(t);
  const callbacks = { url: shop.url, method: 'POST', checksum: 'rsa', headers: { 'X-Shop': '7' } };
  const { args, sandbox } = await gatewayFor(callbacks);

  const run = await runCommand('callback', '--order', 'A-1', '--operation', 'refunded', '--failed', ...args);

  t.is(run.code, 0);
  const { operation, isSuccessful } = checkCallback(shop.last().body, {
    certificate: await sandbox.callbackCertificate(),
  });
  t.deepEqual({ operation, isSuccessful }, { operation: 'refunded', isSuccessful: false });
  t.is(shop.requests[0]?.headers['x-shop'], '7');
});

test('further and changed parameters are signed; --forged spoils the checksum', async (t) => {
  const shop = await shopFor(t);
  const to = ['callback', '--to', `${shop.url}?shop=7`, '--token', 'secret'];
  const fields = ['--field', 'orderNumber=B-2', '--field', 'orderDescription=Пиала = 1'];

  await runCommand(...to, ...fields);
  const { orderNumber, parameters } = checkCallback(shop.last().query, { token: 'secret' });
  t.deepEqual([orderNumber, parameters['orderDescription']], ['B-2', 'Пиала = 1']);

  await runCommand(...to, '--forged');
  t.throws(() => checkCallback(shop.last().query, { token: 'secret' }), {
    instanceOf: CallbackForged,
  });
});

test('a token is the body of a POST', async (t) => {
  const shop = await shopFor(t);
  await runCommand('callback', '--to', shop.url, '--token', 'c2VjcmV0', '--proof', 'jwt');
  t.is(checkJwtCallback(shop.last().body, { token: 'c2VjcmV0' }).operation, 'deposited');
  t.is(shop.requests[0]?.headers['content-type'], 'text/plain;charset=UTF-8');
});

test('it is sent as often as asked; one answer that is not 200 is a failure', async (t) => {
  const shop = await shopFor(t, { status: 403, body: 'the checksum is wrong' });
  const { code, out } = await runCommand('callback', '--to', shop.url, '--proof', 'none', '--times', '2');

  t.is(code, 1);
  t.is(shop.requests.length, 2);
  t.is(out.match(/^HTTP 403 after \d+ ms\nthe checksum is wrong$/gm)?.length, 2);
});

test('a shop that cannot be reached is a failure', async (t) => {
  const { code, out } = await runCommand('callback', '--to', 'http://127.0.0.1:1/callback', '--proof', 'none');

  t.is(code, 1);
  t.regex(out, /^ECONNREFUSED after/m);
});

test('an operation that no gateway has is sent only on demand', async (t) => {
  const shop = await shopFor(t);
  const to = ['callback', '--to', shop.url, '--proof', 'none', '--operation', 'subscriptionCreated'];

  const { code, err } = await runCommand(...to);
  t.is(code, 2);
  t.regex(err, /^error: --operation subscriptionCreated: expected approved, .* \(--any-operation sends it/);
  t.is(shop.requests.length, 0);

  t.is((await runCommand(...to, '--any-operation')).code, 0);
  t.is(shop.last().query.get('operation'), 'subscriptionCreated');
});

const wrong: readonly (readonly [args: readonly string[], err: RegExp])[] = [
  [[], /^error: --order or --to is needed\n/],
  [['--to', 'localhost:3001'], /^error: --to localhost:3001: expected an http or https address\n/],
  [['--to', 'http://a', '--proof', 'hmca'], /^error: --proof hmca: .*; did you mean hmac\?\n/],
  [['--to', 'http://a', '--token', 'x', '--method', 'PUT'], /^error: --method PUT: expected GET, POST/],
  [['--to', 'http://a'], /^error: --token: expected the key/],
  [['--to', 'http://a', '--operation', 'deposted'], /did you mean deposited\? \(--any-operation/],
  [['--to', 'http://a', '--field', 'amount'], /^error: --field amount: expected name=value\n/],
  [['--to', 'http://a', '--times', 'x'], /^error: --times x: expected a whole number from 1\n/],
  [['--to', 'http://a', '--times', '0'], /^error: --times 0: expected a whole number from 1\n/],
  [['--to', 'http://a', '--times', '1.5'], /^error: --times 1\.5: expected a whole number from 1\n/],
  [
    ['--order', 'A-1', '--token', 'x'],
    /^error: --token has no effect with --order: the settings of its merchant say it\n/,
  ],
  [['--order', 'A-1', '--proof', 'rsa'], /^error: --proof has no effect with --order: /],
  [['--order', 'A-1', '--method', 'POST'], /^error: --method has no effect with --order: /],
  [
    ['--to', 'http://a', '--login', 'x'],
    /^error: --login has no effect with --to: without --order there is no gateway\n/,
  ],
  [['--to', 'http://a', '--sandbox', 'http://b'], /^error: --sandbox has no effect with --to: /],
  [
    ['--to', 'http://a', '--proof', 'jwt', '--method', 'GET'],
    /^error: --method has no effect with --proof jwt: a token/,
  ],
  [
    ['--to', 'http://a', '--proof', 'none', '--forged'],
    /^error: --forged has no effect with --proof none: there is no/,
  ],
  [['--to', 'http://a', '--proof', 'none', '--token', 'x'], /^error: --token has no effect with --proof none: /],
  [['--order', 'A-1', '--sandbox', 'http://127.0.0.1:1'], /^\S.*127\.0\.0\.1:1/],
];
for (const [args, err] of wrong)
  test(`tillbox callback ${args.join(' ')} sends nothing`, async (t) => {
    const run = await runCommand('callback', ...args);

    t.is(run.code, 2);
    t.is(run.out, '');
    t.regex(run.err, err);
  });

test('--to takes the place of the address of the merchant', async (t) => {
  const [own, other] = [await shopFor(t), await shopFor(t)];
  const { args } = await gatewayFor({ url: own.url, token: 'secret' });

  const { code } = await runCommand('callback', '--order', 'A-1', '--to', other.url, ...args);

  t.deepEqual([code, own.requests.length, other.requests.length], [0, 0, 1]);
  t.is(checkCallback(other.last().query, { token: 'secret' }).operation, 'deposited');
});

test('--forged needs a checksum', async (t) => {
  const shop = await shopFor(t);
  const { args } = await gatewayFor({ url: shop.url });

  const { code, err } = await runCommand('callback', '--order', 'A-1', '--forged', ...args);

  t.is(code, 2);
  t.regex(err, /^--forged: the merchant has callbacks without a checksum/);
  t.is(shop.requests.length, 0);
});

test('without the order or an address nothing is sent', async (t) => {
  const { args, login } = await gatewayFor({});

  const other = await runCommand('callback', '--order', 'B-2', ...args);
  t.deepEqual(other, { code: 2, out: '', err: `${login} has no order B-2\n` });
  const nowhere = await runCommand('callback', '--order', 'A-1', ...args);
  t.deepEqual(nowhere, { code: 2, out: '', err: `${login} has no address for callbacks; --to names one\n` });
  const shop = await shopFor(t);
  t.is((await runCommand('callback', '--order', 'A-1', '--to', shop.url, ...args)).code, 0);
});
