import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { GatewayClient, Payer } from '../../../client/index.ts';
import type { GivenProxyOptions } from '../../../contracts/drift/proxy/options.ts';
import { referenceOf } from '../../../contracts/drift/proxy/reference.ts';
import { runProxy } from '../../../contracts/drift/proxy/run.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { dsk } from '../../../simulator/banks/dsk.ts';
import { documentedLogin } from '../../../simulator/simulator.ts';
import { playBank } from '../../helpers/contracts/drift/drift-command.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

/** What tillbox answers as bereke: the same for every test, and a second's work. */
const reference = referenceOf(bereke);

/** Starts the proxy before this gateway. `stop` ends it and resolves with what it said and its exit code. */
const startProxyTo = async (t: ExecutionContext, to: string, options: GivenProxyOptions = {}) => {
  const abort = new AbortController();
  const spoke = new EventTarget();
  let [out, err] = ['', ''];
  const ended = runProxy(
    { to, port: '0', bank: 'bereke', allowHost: ['127.0.0.1'], ...options },
    {
      out: (text) => {
        out += text;
        spoke.dispatchEvent(new Event('out'));
      },
      err: (text) => {
        err += text;
      },
    },
    abort.signal,
    {},
    () => reference,
  );
  await Promise.race([once(spoke, 'out'), ended]);
  const stop = async () => {
    abort.abort();
    return { code: await ended, out, err };
  };
  t.teardown(stop);
  const [baseUrl = ''] = /^http\S+/.exec(out) ?? [];
  return { baseUrl, stop };
};

/** Beside other tests, fifty shops wait for one another. */
const timeoutMs = 100_000;

const shopAt = (baseUrl: string): GatewayClient =>
  new GatewayClient({ baseUrl, userName: documentedLogin.login, password: documentedLogin.password, timeoutMs });

/** A shop sells, looks, refunds and looks again. */
const trade = async (shop: GatewayClient, orderNumber: string): Promise<void> => {
  const order = {
    orderNumber,
    amountMinor: 10_000,
    currency: '398',
    returnUrl: 'http://shop.example/back',
    description: 'tea',
  };
  const { orderId, formUrl } = await shop.register(order);
  await shop.getOrderStatus({ orderId });
  await new Payer({ card: { pan: '4444555511113333', expiry: '12/34', cvc: '123' }, timeoutMs }).pay(formUrl);
  await shop.getOrderStatus({ orderId });
  await shop.refund({ orderId, amountMinor: 4_000 });
  await shop.getOrderStatus({ orderId });
  const held = await shop.registerPreAuth({ ...order, orderNumber: `${orderNumber}-h`, jsonParams: { cart: '7' } });
  await shop.reverse({ orderId: held.orderId }).catch(() => undefined);
  await shop.getOrderStatus({ orderId: held.orderId });
};

test('fifty shops at once get the answers of the bank, and all of them are compared', async (t) => {
  const { simulator } = await playBank(t, bereke);
  const { baseUrl, stop } = await startProxyTo(t, simulator.url);

  await Promise.all(Array.from({ length: 50 }, (_, index) => trade(shopAt(baseUrl), `shop-${index}`)));

  const { code, out } = await stop();
  t.is(code, 0, out);
  t.regex(out, /\n400 answers, 400 compared, 0 differences\.\n$/);
});

test('carts, payers, stored cards and refused payments raise no false alarm', async (t) => {
  const { simulator } = await playBank(t, bereke);
  const { baseUrl, stop } = await startProxyTo(t, simulator.url, { failOn: 'any' });
  const shop = shopAt(baseUrl);
  const order = {
    amountMinor: 10_000,
    returnUrl: 'http://shop.example/back?page=1',
    clientId: 'client-1',
    email: 'payer@shop.example',
    pageView: 'MOBILE',
    jsonParams: { cart: '7' },
    orderBundle: { customerDetails: { email: 'payer@shop.example' } },
  } as const;

  const paid = await shop.register({ ...order, orderNumber: 'a' });
  await new Payer({ savesCard: true }).pay(paid.formUrl);
  await shop.getOrderStatus({ orderId: paid.orderId });
  const declined = await shop.register({ ...order, orderNumber: 'b', language: 'ru' });
  await new Payer({ card: { pan: '4444555511113333', expiry: '12/34', cvc: '999' }, tries: 3 }).pay(declined.formUrl);
  await shop.getOrderStatus({ orderId: declined.orderId });
  const held = await shop.registerPreAuth({ ...order, orderNumber: 'c' });
  await new Payer({}).pay(held.formUrl);
  await shop.getOrderStatus({ orderId: held.orderId });
  await shop.deposit({ orderId: held.orderId, amountMinor: 5_000 });
  await shop.getOrderStatus({ orderId: held.orderId });
  await t.throwsAsync(shop.refund({ orderId: held.orderId, amountMinor: 900_000 }));
  await t.throwsAsync(shop.register({ ...order, orderNumber: 'a' }));
  await shop.bindings.list({ clientId: 'client-1' });

  const { code, out } = await stop();
  t.is(code, 0, out);
  t.regex(out, /\n11 answers, 11 compared, 0 differences\.\n$/);
});

test('exit code 2: no call came, or no answer could be compared', async (t) => {
  const page = await stubServer(t, () => ({ status: 403, body: '<h1>Forbidden</h1>' }));
  const unused = await startProxyTo(t, page.origin);
  const { baseUrl, stop } = await startProxyTo(t, page.origin);
  await fetch(`${baseUrl}register.do`, { method: 'POST' });

  t.like(await unused.stop(), { code: 2 });
  t.regex((await unused.stop()).err, /^error: no call came, .* does the shop take the address above for the bank\?\n$/);
  const { code, out, err } = await stop();
  t.is(code, 2);
  t.regex(out, /1 answer, 0 compared, 0 differences\.\nNot compared:\n {2}1 times {2}rest\/register\.do/);
  t.regex(err, /^error: no answer was compared, so nothing can be said/);
});

test('a gateway at another path is compared, and calls beside its path are named', async (t) => {
  const answers = await stubServer(t, () => ({ body: '{"errorCode":"6","errorMessage":"x"}' }));
  const { baseUrl, stop } = await startProxyTo(t, `${answers.origin}/ab_by/rest/`);
  t.regex(baseUrl, /\/ab_by\/rest\/$/);

  await fetch(`${baseUrl}getOrderStatusExtended.do`, { method: 'POST' });
  await fetch(new URL('/payment/rest/register.do?orderNumber=1', baseUrl), { method: 'POST' });

  const { out } = await stop();
  t.regex(out, /2 answers, 1 compared, /);
  t.regex(out, /\n {2}1 times {2}\/payment\/rest\/register\.do is not below \/ab_by\/, the path of the gateway\n/);
});

test('what a bank has changed is told once, counted, and ends with exit code 1', async (t) => {
  const { simulator } = await playBank(t, { ...bereke, panMask: 'XXXXXX', formUrl: dsk.formUrl });
  const { baseUrl, stop } = await startProxyTo(t, simulator.url);

  await Promise.all(['a', 'b', 'c'].map((number) => trade(shopAt(baseUrl), number)));

  const { code, out } = await stop();
  t.is(code, 1);
  t.regex(
    out,
    /^rest\/register\.do with success: \$\.formUrl \(changed\): the bank has text with the address \/payment\/merchants\/<merchant>\/payment\.html\?mdOrder&language, tillbox text with the address /m,
  );
  t.regex(out, /^rest\/getOrderStatusExtended\.do with orderStatus 2, DEPOSITED: \$\.cardAuthInfo\.pan \(changed\): /m);
  t.regex(
    out,
    /^ {2}3 times {2}rest\/getOrderStatusExtended\.do with orderStatus 4, REFUNDED: \$\.cardAuthInfo\.pan$/m,
  );
});

test('with --errors the shop gets the difference in place of the answer', async (t) => {
  const { simulator } = await playBank(t, { ...bereke, formUrl: dsk.formUrl });
  const { baseUrl, stop } = await startProxyTo(t, simulator.url, { errors: true });

  const answer = await fetch(`${baseUrl}register.do`, {
    method: 'POST',
    body: new URLSearchParams({
      userName: documentedLogin.login,
      password: documentedLogin.password,
      orderNumber: 'a',
      amount: '10000',
      currency: '398',
      returnUrl: 'http://shop.example/',
    }),
  });

  t.is(answer.status, 500);
  const { errorCode, errorMessage } = (await answer.json()) as Record<string, string>;
  t.is(errorCode, '7');
  t.regex(errorMessage ?? '', /^tillbox proxy: rest\/register\.do with success: \$\.formUrl \(changed\)/);
  t.is((await stop()).code, 1);
});

test('requests and answers pass byte by byte, with their headers and redirects', async (t) => {
  const bank = await stubServer(t, () => ({
    status: 302,
    headers: { Location: 'https://shop.example/back?orderId=1', 'X-Bank': 'yes', 'Set-Cookie': 'a=1' },
    body: 'moved',
  }));
  const { baseUrl, stop } = await startProxyTo(t, bank.origin);

  const answer = await fetch(`${baseUrl.replace('rest/', '')}page.html?mdOrder=1&a=%D0%B1`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'X-Shop': 'tea', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'b=%D0%B0&b=2&empty=',
  });

  const [received] = bank.received;
  t.is(answer.status, 302);
  t.is(answer.headers.get('location'), 'https://shop.example/back?orderId=1');
  t.is(answer.headers.get('x-bank'), 'yes');
  t.is(answer.headers.get('set-cookie'), 'a=1');
  t.is(await answer.text(), 'moved');
  t.is(received?.path, '/payment/page.html');
  t.is(String(received?.query), 'mdOrder=1&a=%D0%B1');
  t.is(received?.body, 'b=%D0%B0&b=2&empty=');
  t.is(received?.headers['x-shop'], 'tea');
  t.regex((await stop()).out, /Not compared:\n {2}1 times {2}no call of the merchant API\n/);
});

test('an answer that announces no state, or one that tillbox was not asked about, is not compared', async (t) => {
  const bodies = ['<html></html>', '{"errorCode":"0","orderStatus":77}'];
  const bank = await stubServer(t, (_, count) => ({ body: bodies[count - 1] ?? '' }));
  const { baseUrl, stop } = await startProxyTo(t, bank.origin);

  for (const _ of bodies) await fetch(`${baseUrl}getOrderStatusExtended.do`, { method: 'POST' });

  const { code, out } = await stop();
  t.is(code, 2);
  t.regex(out, /1 times {2}rest\/getOrderStatusExtended\.do announces no state\n/);
  t.regex(
    out,
    /1 times {2}rest\/getOrderStatusExtended\.do answered with orderStatus 77: no question of tillbox has such an answer\n/,
  );
});

test('a code with which tillbox refuses no such call is shown', async (t) => {
  const bodies = ['{"errorCode":"4","errorMessage":"a"}', '{"errorCode":"98","errorMessage":"b"}'];
  const bank = await stubServer(t, (_, count) => ({
    headers: { 'content-type': bereke.contentType },
    body: bodies[count - 1] ?? '',
  }));
  const { baseUrl, stop } = await startProxyTo(t, bank.origin);

  for (const _ of bodies) await fetch(`${baseUrl}register.do`, { method: 'POST' });

  const { code, out } = await stop();
  t.is(code, 0);
  t.deepEqual(out.match(/^rest.*$/gm), [
    'rest/register.do with errorCode 98: $.errorCode (new): the bank has the code 98, tillbox only 1, 12, 13, 14, 2, 3, 4, 5, 7, 8 (does not count)',
  ]);
});

test('a bank that is not there is told to the shop, and is exit code 2', async (t) => {
  const { simulator } = await playBank(t, bereke);
  await simulator.stop();
  const { baseUrl, stop } = await startProxyTo(t, simulator.url);

  const answer = await fetch(`${baseUrl}register.do`, { method: 'POST' });

  t.is(answer.status, 502);
  const { code, out } = await stop();
  t.is(code, 2);
  t.regex(out, /Without an answer:\n {2}1 times {2}ECONNREFUSED\n/);
});

test('the file of the exchanges has no secrets', async (t) => {
  const { simulator } = await playBank(t, bereke);
  const har = join(temporaryFolder(t), 'shop.har');
  const { baseUrl, stop } = await startProxyTo(t, simulator.url, { har });
  const shop = shopAt(baseUrl);
  const { orderId } = await shop.register({
    orderNumber: 'a',
    amountMinor: 10_000,
    returnUrl: 'http://shop.example/back?token=abc',
    email: 'payer@shop.example',
  });
  await shop.direct.payOrder({ orderId, pan: '4444555511113333', expiry: '203412', cvc: '123', cardholderName: 'A B' });
  await shop.getOrderStatus({ orderId });

  await stop();

  const text = readFileSync(har, 'utf8');
  const { log } = JSON.parse(text);
  t.is(log.version, '1.2');
  t.is(log.entries.length, 3);
  t.is(log.entries[0].request.url, `${simulator.url}/payment/rest/register.do`);
  t.regex(log.entries[0].response.content.text, /"orderId":"/);
  for (const secret of [documentedLogin.login, documentedLogin.password, '4444555511113333', 'payer@'])
    t.false(text.includes(secret), secret);
});

for (const [options, message] of [
  [{ to: 'https://gateway.example' }, /--to: gateway\.example is not asked/],
  [{ har: '/no/such/shop.har' }, /--har \/no\/such\/shop\.har: there is no folder \/no\/such/],
  [{ port: '70000' }, /--port 70000: expected a port from 0 to 65535/],
] as const)
  test(`${JSON.stringify(options)} is refused`, async (t) => {
    const { stop } = await startProxyTo(t, 'http://127.0.0.1:1', options);

    const { code, err } = await stop();
    t.is(code, 2);
    t.regex(err, message);
  });
