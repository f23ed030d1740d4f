import test from 'ava';
import {
  checkCallback,
  GatewayAnswerUnreadable,
  GatewayHttpError,
  GatewayTimeout,
  GatewayUnreachable,
  Payer,
  SandboxClient,
  SandboxProblem,
  WrongUse,
} from '../../../client/index.ts';
import { version } from '../../../simulator/runtime/version.ts';
import { type StubReply, stubServer } from '../../helpers/http/stub-server.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';
import { order, sandboxFor } from './sandbox.ts';

test('a test makes a merchant, and gets a client that pays with it', async (t) => {
  const { sandbox } = await sandboxFor(t);

  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId, formUrl } = await gateway.register(order);
  await new Payer({ card: plainCard }).pay(formUrl);

  t.is((await gateway.waitForPayment({ orderId })).outcome, 'paid');
});

test('every setting of a merchant can be given, read, changed and taken away', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const callbacks = {
    url: 'http://127.0.0.1:1/callback',
    method: 'POST',
    token: 'secret',
    checksum: 'hmac',
    headers: { 'X-Shop': '7' },
    operations: ['deposited'],
    parameters: ['amount'],
    sendsCreationDate: true,
    retryAfterMs: 10,
    mostFailures: 2,
  } as const;
  const settings = { name: 'Own', password: 'p', token: 'open', bank: 'dsk', statusVersion: 3 } as const;

  const made = await sandbox.makeMerchant({ login: 'own@shop', ...settings, errorCodeStyle: 'number', callbacks });

  t.like(made, { login: 'own@shop', ...settings, errorCodeStyle: 'number', callbacks });
  t.deepEqual(await sandbox.getMerchant('own@shop'), made);
  t.deepEqual(
    (await sandbox.listMerchants()).map(({ login }) => login),
    ['test_user', 'own@shop'],
  );
  const changed = await sandbox.changeMerchant(made, { token: null, callbacks: { method: 'GET' } });
  t.is(changed.token, undefined);
  t.like(changed.callbacks, { ...callbacks, method: 'GET' });
});

test('a merchant is reset and dropped, and all of them at once', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const numbered = { ...order, orderNumber: 'A-1' };
  const gateway = sandbox.gatewayOf(merchant);
  await gateway.register(numbered);

  await sandbox.resetMerchant(merchant);
  await gateway.register(numbered);
  await sandbox.resetAll();
  await gateway.register(numbered);
  await sandbox.deleteMerchant(merchant);

  await t.throwsAsync(gateway.register(numbered), { name: 'GatewayRefused' });
});

test('a scenario is chosen by name or written out, and taken away', async (t) => {
  const { sandbox } = await sandboxFor(t, { scenarios: 'scenarios' });
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const actionCode = async () => {
    const { orderId, formUrl } = await gateway.register(order);
    await new Payer({ card: plainCard }).pay(formUrl);
    return (await gateway.getOrderStatus({ orderId })).actionCode;
  };

  t.is((await sandbox.setScenario(merchant, 'declined-card-lost')).scenario, 'declined-card-lost');
  t.is(await actionCode(), 208);
  await sandbox.setScenario(merchant, { attempts: [{ decline: 'card-stolen' }] });
  t.is(await actionCode(), 823);
  await sandbox.unsetScenario(merchant);
  t.is(await actionCode(), 0);
});

test('the clock of a merchant is read, moved, set, stopped and started', async (t) => {
  const { sandbox, simulator } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const { orderId } = await sandbox.gatewayOf(merchant).register(order);

  t.deepEqual(await sandbox.clock.get(merchant), {
    now: '2026-01-01T08:00:00.000Z',
    nowMs: startMs,
    isFrozen: true,
    nextDue: { at: '2026-01-01T08:20:00.000Z', what: 'expiry', orderId },
  });
  t.is((await sandbox.clock.advance(merchant, '20m')).nowMs, startMs + 20 * 60_000);
  t.is((await sandbox.gatewayOf(merchant).getOrderStatus({ orderId })).orderStatus, 6);
  t.is((await sandbox.clock.set(merchant.login, new Date('2026-02-01T00:00:00Z'))).now, '2026-02-01T00:00:00.000Z');
  t.is((await sandbox.clock.run(merchant)).now, '2026-02-01T00:00:00.000Z', 'that of the test stands still');
  t.true((await sandbox.clock.freeze(merchant)).isFrozen);
  t.is(simulator.clock.now(), startMs);
});

test('callbacks go to a receiver on this machine, with a checksum that can be checked', async (t) => {
  const { sandbox, simulator } = await sandboxFor(t);
  const receiver = await receiverFor(t, 200);
  const merchant = await sandbox.makeMerchant({ callbacks: { url: receiver.url, checksum: 'rsa' } });
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register(order);

  await new Payer({ card: plainCard }).pay(formUrl);
  await simulator.settled();

  const certificate = await sandbox.callbackCertificate();
  const [callback] = receiver.received.map(({ form }) => checkCallback(form, { certificate }));
  t.like(callback, { mdOrder: orderId, isSuccessful: true });
});

test('it says whether the gateway lives and is ready', async (t) => {
  const { sandbox } = await sandboxFor(t);

  t.deepEqual(await sandbox.health(), { status: 'ok' });
  t.deepEqual(await sandbox.ready(), { status: 'ok', bank: 'bereke', version: version(), scenarios: 0 });
});

test('a problem keeps what the sandbox says: title, detail, field and status', async (t) => {
  const { sandbox } = await sandboxFor(t);

  const error = await t.throwsAsync(sandbox.changeMerchant('test_user', { bank: 'berek' }), {
    instanceOf: SandboxProblem,
  });

  t.like(error, { call: 'PATCH /merchants/test_user', status: 422, title: 'A field is wrong', field: 'bank' });
  t.is(error.type, 'urn:tillbox:problem:wrong-field');
  t.is(error.message, `PATCH /merchants/test_user: A field is wrong: bank: ${error.detail} (HTTP 422)`);
});

test('a login is a part of the path, whatever is in it', async (t) => {
  const { sandbox } = await sandboxFor(t);

  const error = await t.throwsAsync(sandbox.getMerchant('../a b?c'), { instanceOf: SandboxProblem });

  t.like(error, { status: 404, field: 'login', detail: 'no merchant has the login ../a b?c' });
});

test('it sends the token; without it, or with a wrong one, the sandbox says what is missing', async (t) => {
  const { url, controlUrl } = await simulatorFor(t, { host: '0.0.0.0', controlToken: 'secret' });

  t.is((await new SandboxClient({ url, token: 'secret' }).makeMerchant({ login: 'own' })).login, 'own');
  for (const options of [{ url }, { url: `${controlUrl}/`, token: 'guessed' }]) {
    const error = await t.throwsAsync(new SandboxClient(options).listMerchants(), { instanceOf: SandboxProblem });
    t.is(error.status, 401);
    t.regex(error.detail, /CONTROL_TOKEN/);
    t.notRegex(error.message, /guessed/);
  }
});

test('a gateway that is not there is an error with its address', async (t) => {
  const { origin, stop } = await stubServer(t, () => 'drop');
  await stop();

  const error = await t.throwsAsync(new SandboxClient({ url: origin }).makeMerchant(), {
    instanceOf: GatewayUnreachable,
  });

  t.is(
    error.message,
    `POST /merchants: cannot reach ${origin} (ECONNREFUSED): nothing listens there; expected the address of the gateway, such as http://localhost:8080, or that of its CONTROL_PORT`,
  );
  t.true(error.nothingSent);
});

const strangers: readonly (readonly [what: string, reply: StubReply, error: new (...args: never[]) => Error])[] = [
  ['a page with HTTP 404', { status: 404, body: '<h1>Not found</h1>' }, GatewayHttpError],
  ['a redirect', { status: 302, headers: { location: '/' } }, GatewayHttpError],
  ['a page with HTTP 200', { body: '<h1>Welcome</h1>' }, GatewayAnswerUnreadable],
  [
    'a broken problem document',
    { status: 422, headers: { 'content-type': 'application/problem+json' }, body: '{' },
    GatewayAnswerUnreadable,
  ],
  ['nothing', 'hang', GatewayTimeout],
];
for (const [what, reply, error] of strangers) {
  test(`something else than a sandbox that answers ${what} is an error of its own`, async (t) => {
    const { origin } = await stubServer(t, () => reply);

    const sandbox = new SandboxClient({ url: origin, ...(reply === 'hang' && { timeoutMs: 50 }) });
    await t.throwsAsync(sandbox.makeMerchant(), { instanceOf: error });
  });
}

test('an address that is none is refused before anything is sent', (t) => {
  for (const url of ['localhost:8080', '', 'ftp://localhost'])
    t.throws(() => new SandboxClient({ url }), { instanceOf: WrongUse, message: /http:\/\/localhost:8080/ });
});
