import test from 'ava';
import {
  GatewayAnswerUnreadable,
  GatewayClient,
  GatewayRefused,
  GatewayUnreachable,
  orderStatus,
  Payer,
} from '../../client/index.ts';
import { Refused } from '../../simulator/domain/errors/refused.ts';
import { hintFor, hintLine } from '../../simulator/http/call/hint.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { sendRaw } from '../helpers/http/raw-request.ts';
import { stubServer } from '../helpers/http/stub-server.ts';
import { payWith } from '../helpers/payments/paid-order.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { asked, resultIn, shopFor } from '../helpers/shop/shop.ts';
import { login, simulatorFor } from '../helpers/simulator/simulator.ts';
import { formBodyOnGet, queryOnPost } from './wire.ts';

const credentials = { userName: 'test_user', password: 'test_user_password' };
const clientOf = (baseUrl: string) => new GatewayClient({ baseUrl, ...credentials, retries: 0 });
const order = { amountMinor: 100_000, returnUrl: 'https://shop.example/return' };

test('complaint 1, the test host wants a certificate that nobody has: plain http will do here', async (t) => {
  const { restUrl } = await simulatorFor(t);

  t.is(new URL(restUrl).protocol, 'http:');
  t.truthy((await clientOf(restUrl).register(order)).formUrl);
});

test('complaint 2, the gateway cannot be reached: it is on this machine, and its absence has a name of its own', async (t) => {
  const simulator = await simulatorFor(t);
  t.is(new URL(simulator.url).hostname, '127.0.0.1');
  const gone = await stubServer(t, () => 'drop');
  await gone.stop();

  const error = await t.throwsAsync(clientOf(`${gone.origin}/payment/rest/`).register(order), {
    instanceOf: GatewayUnreachable,
  });

  t.true(error?.nothingSent);
});

test('complaint 3, access is denied without a word why: the log says it', async (t) => {
  const { store, call } = await simulatorFor(t);
  t.is((await call('register.do', { userName: 'live-api' }))['errorCode'], '5');
  const why = async (fields: object) => {
    const hint = await hintFor(new Refused('access-denied'), { store }, { ...login, ...fields });
    return hint && hintLine(hint);
  };

  t.is(
    await why({ userName: 'live-api' }),
    "there is no merchant live-api: MERCHANTS=live-api:<password> makes one, MERCHANTS='*' lets in any",
  );
  t.is(await why({ password: 'live' }), 'the password of test_user is another one');
});

test('complaint 4, orderId and orderNumber are confused: the answer is 6, and the log says which is which', async (t) => {
  const { store, call, register } = await simulatorFor(t);
  const { orderId } = await register({ orderNumber: 'A-17' });
  const why = async (fields: object) => {
    const hint = await hintFor(new Refused('order-not-found'), { store }, { ...login, ...fields });
    return hint && hintLine(hint);
  };

  t.is((await call('getOrderStatusExtended.do', { orderId: 'A-17' }))['errorCode'], '6');
  t.is((await call('getOrderStatusExtended.do', { orderNumber: orderId }))['errorCode'], '6');
  t.is(
    await why({ orderId: 'A-17' }),
    "A-17 is the shop's own number of an order: it goes into orderNumber, not orderId",
  );
  t.is(await why({ orderId: 'nobody' }), undefined);
  t.is(await why({ userName: 'somebody', orderId: 'A-17' }), undefined, 'numbers of others are not told');
});

test('complaint 5, status 5 is taken for an error: errorCode stays 0, and the payment goes on', async (t) => {
  const { restUrl } = await simulatorFor(t);
  const client = clientOf(restUrl);
  const { orderId, formUrl } = await client.register(order);

  await new Payer().pay(formUrl, { atAcs: 'leave' });

  t.like(await client.getOrderStatus({ orderId }), { errorCode: '0', orderStatus: orderStatus.atAcs });
});

test('complaint 6, how does one learn of a payment: by the callback, and by asking where none arrives', async (t) => {
  const shop = await receiverFor(t, 500);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const client = clientOf(simulator.restUrl);
  const { orderId, formUrl } = await client.register(order);

  await new Payer().pay(formUrl, { card: plainCard });
  await simulator.settled();
  await simulator.clock.advance(3_600_000);

  t.is(shop.received.length, 3, 'the gateway tries a few times only');
  t.is((await client.waitForPayment({ orderId })).outcome, 'paid');
});

test('complaint 7, the address of callbacks is set by asking the bank: here it is a setting, or goes with the order', async (t) => {
  const [always, once] = [await receiverFor(t, 200), await receiverFor(t, 200)];
  const simulator = await simulatorFor(t);

  await simulator.setCallbacks('test_user', { url: always.url });
  await payWith(simulator, plainCard.pan);
  await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: once.url });
  await simulator.settled();

  t.deepEqual([always.operations(), once.operations()], [['deposited=1'], ['deposited=1']]);
});

test('complaint 8, the same callback comes several times: a shop that asks for the status takes it', async (t) => {
  const shop = await shopFor(t, { callbackKey: { token: 'secret' } });
  await shop.buy('tea-bowl');
  shop.bank({ orderStatus: 2, actionCode: 0 });

  await shop.page(shop.returnPath());
  await shop.page(shop.returnPath());

  t.is(resultIn(await shop.page(shop.returnPath())), 'paid');
  t.is(asked(shop.gateway.received).length, 3);
});

test('complaint 9, amounts with a point are refused with 5, and the client sends none', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await payWith(simulator, plainCard.pan);

  for (const amount of ['10.50', '10,5', '1e3', '-1']) {
    t.is((await simulator.call('refund.do', { orderId, amount }))['errorCode'], '5', amount);
    t.is((await simulator.call('deposit.do', { orderId, amount }))['errorCode'], '5', amount);
  }
  await t.throwsAsync(clientOf(simulator.restUrl).refund({ orderId, amountMinor: 10.5 }), { message: /amountMinor/ });
});

test('complaint 10, a number is used up even by an attempt that failed: the client says so with code 1', async (t) => {
  const { restUrl, clock } = await simulatorFor(t);
  const client = clientOf(restUrl);
  const again = { ...order, orderNumber: '17_1767254400' };
  const { formUrl } = await client.register(again);
  await new Payer().pay(formUrl, { card: { pan: cardForActionCode(116) }, tries: 3 });
  await clock.advance(1_200_000);

  const error = await t.throwsAsync(client.register(again), { instanceOf: GatewayRefused });

  t.is(error?.errorCode, '1');
  t.truthy((await client.register({ ...again, orderNumber: '17_1767254401' })).orderId);
});

test('complaint 11, a newer protocol takes JSON alone and knows every field: this one takes forms and JSON with anything in them', async (t) => {
  const { restUrl, call } = await simulatorFor(t);
  const fields = { amount: '100', returnUrl: order.returnUrl, somethingElse: 'x' };
  t.truthy((await call('register.do', fields))['formUrl']);

  const answer = await fetch(`${restUrl}register.do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...credentials, ...fields }),
  });

  t.truthy(((await answer.json()) as { formUrl?: string }).formUrl);
});

test('complaint 12, wallets cannot be tried out: here their tokens can be made', async (t) => {
  const { url, call } = await simulatorFor(t);
  const asked = { wallet: 'google', amount: 100, authMethod: 'CRYPTOGRAM_3DS' };
  const made = await fetch(`${url}/sandbox/wallet-tokens`, { method: 'POST', body: JSON.stringify(asked) });
  const { paymentToken } = (await made.json()) as { paymentToken: string };
  const sent = { merchant: 'test_user', orderNumber: 'W-1', amount: 100, paymentToken, returnUrl: order.returnUrl };

  const paid = await fetch(`${url}/payment/google/payment.do`, { method: 'POST', body: JSON.stringify(sent) });

  t.like(await paid.json(), { success: true });
  t.is((await call('getOrderStatusExtended.do', { orderNumber: 'W-1' }))['orderStatus'], 2);
});

test('complaint 13, plugins rename languages around the gateway: their names are understood', async (t) => {
  const { call } = await simulatorFor(t);
  const refused = async (language: string) => (await call('register.do', { language }))['errorMessage'];

  const russian = await refused('ru');
  t.not(russian, await refused('en'));
  for (const language of ['ua', 'uk', 'by', 'be']) t.is(await refused(language), russian, language);
});

test('complaint 14, a mock tells states by counting calls, and a bank has no expiry on demand: here time is moved', async (t) => {
  const { restUrl, clock } = await simulatorFor(t);
  const client = clientOf(restUrl);
  const { orderId } = await client.register(order);
  for (let calls = 0; calls < 20; calls++) t.is((await client.getOrderStatus({ orderId })).orderStatus, 0);

  await clock.advance(1_200_000);

  t.is((await client.getOrderStatus({ orderId })).orderStatus, orderStatus.declined);
});

test('complaint 15, parameters are not found where a client put them: they are read from body and query', async (t) => {
  const { url } = await simulatorFor(t);
  const fields = { ...login, amount: '100', returnUrl: order.returnUrl };
  for (const write of [queryOnPost('form'), queryOnPost('json'), formBodyOnGet]) {
    const { body } = await sendRaw(url, write('/payment/rest/register.do', fields));

    t.truthy(JSON.parse(body).formUrl);
  }
});

test('complaint 16, shops in Windows-1251 have to convert: texts are UTF-8 both ways, and other bytes break nothing', async (t) => {
  const { url, call } = await simulatorFor(t);
  const start = new URLSearchParams({ ...login, amount: '100', returnUrl: order.returnUrl, orderNumber: 'CP-1' });
  const send = async (description: string) => {
    const body = `${start}&description=${description}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return fetch(`${url}/payment/rest/register.do`, { method: 'POST', headers, body });
  };

  const answer = await send('%D7%E0%E9');

  t.is(answer.status, 200);
  t.deepEqual(Object.keys((await answer.json()) as object), ['orderId', 'formUrl']);
  t.regex((await call('getOrderStatusExtended.do', { orderNumber: 'CP-1' }))['orderDescription'], /\uFFFD/);
});

test('complaint 17, the test server answers 200 with an empty body: the client does not take that for a yes', async (t) => {
  const empty = await stubServer(t, () => ({ body: '' }));

  await t.throwsAsync(clientOf(`${empty.origin}/payment/rest/`).register(order), {
    instanceOf: GatewayAnswerUnreadable,
  });
});

test('complaint 18, callbacks do not reach a developer`s machine: here they do', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });

  await payWith(simulator, plainCard.pan);
  await simulator.settled();

  t.is(new URL(shop.url).hostname, '127.0.0.1');
  t.deepEqual(shop.operations(), ['deposited=1']);
});

test('complaint 19, a first integration takes a long manual: here it takes three calls', async (t) => {
  const { restUrl } = await simulatorFor(t);
  const client = clientOf(restUrl);

  const { orderId, formUrl } = await client.register(order);
  await new Payer().pay(formUrl);
  const { orderStatus: status } = await client.getOrderStatus({ orderId });

  t.is(status, orderStatus.paid);
});
