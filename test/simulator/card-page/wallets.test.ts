import test from 'ava';
import { readForms } from '../../../client/customer/read-form.ts';
import { readHtml } from '../../../client/customer/read-html.ts';
import { challengeCard, pay } from '../../helpers/payments/pay.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** Chooses a card in the sheet of a wallet, without JavaScript. */
const choose = (formUrl: string, orderId: string, walletCard: string): Promise<Response> =>
  fetch(formUrl, {
    method: 'POST',
    body: new URLSearchParams({ mdOrder: orderId, language: 'en', walletCard }),
    redirect: 'manual',
  });

const offered = async (formUrl: string): Promise<readonly string[]> => {
  const forms = readForms(readHtml(await (await fetch(formUrl)).text()), formUrl);
  return forms.find(({ id }) => id === 'wallet-form')?.buttons.map(({ value }) => value) ?? [];
};

const settings = (simulator: TestSimulator) => simulator.callBare('getPaymentSettings.do', { login: 'test_user' });

test('has a button for each wallet of the merchant that the page has a call for', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register();

  const html = await (await fetch(formUrl)).text();
  const calls = [...html.matchAll(/data-call="([^"]+)"/g)].map(([, call]) => call);
  const { applePay, googlePay, samsungPay } = await settings(simulator);

  t.deepEqual([...new Set(calls)], ['/payment/applepay/paymentOrder.do', '/payment/google/paymentOrder.do']);
  t.true(applePay.enabled && googlePay.enabled && samsungPay.enabled);
  t.false(html.includes('Samsung Pay'), 'no call of the page is known for it');
});

test('offers a card for each ending; only Google`s can ask for 3-D Secure', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register();

  t.deepEqual(await offered(formUrl), [
    'apple.approved',
    'apple.declined',
    'google.approved',
    'google.challenged',
    'google.declined',
  ]);
});

for (const [wallet, paymentWay] of [
  ['apple', 'APPLE_PAY'],
  ['google', 'GOOGLE_PAY_TOKENIZED'],
] as const) {
  test(`an order paid with ${wallet} leads to the shop at once`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register();

    const answer = await choose(formUrl, orderId, `${wallet}.approved`);

    t.is(answer.headers.get('location'), `https://shop.example/return?orderId=${orderId}&lang=en`);
    t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay });
  });

  test(`a card of ${wallet} without money leads back to the page, with the reason and the attempts left`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register();

    const answer = await choose(formUrl, orderId, `${wallet}.declined`);
    const page = await (await fetch(new URL(answer.headers.get('location') ?? '', formUrl))).text();

    t.is(answer.status, 303);
    t.true(page.includes('Not enough money on the card.'));
    t.true(page.includes('Attempts left: 2 of 3'));
    t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 116, paymentWay });
  });
}

test('the number of a card in Google`s wallet leads to the issuer, and then to the shop', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  const answer = await choose(formUrl, orderId, 'google.challenged');
  const walk = await pay(formUrl);

  t.is(answer.status, 200);
  t.true((await answer.text()).includes('data-page="auto-post"'));
  t.is(walk.end, 'shop');
  t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'GOOGLE_PAY_CARD' });
});

test('a scenario of the order decides over the card in the wallet', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  const { orderId, formUrl } = await simulator.register({ jsonParams: '{"scenario":"insufficient-funds"}' });

  await choose(formUrl, orderId, 'google.approved');

  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 116 });
});

for (const walletCard of ['', 'google', 'google.other', 'samsung.approved', '__proto__']) {
  test(`shows the form again and tries nothing when the card is "${walletCard}"`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register();

    const answer = await choose(formUrl, orderId, walletCard);

    t.is(answer.status, 200);
    t.true((await answer.text()).includes('payment-form'));
    t.is((await simulator.status(orderId))['actionCode'], -100);
  });
}

test('an order that takes one stored card only has no wallets, and refuses one', async (t) => {
  const simulator = await simulatorFor(t);
  const client: Fields = { clientId: 'aida' };
  const card = { pan: challengeCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK', ...client };
  const { bindingId } = await simulator.call('createBindingNoPayment.do', card);
  const { orderId, formUrl } = await simulator.register({ ...client, bindingId });

  const answer = await choose(formUrl, orderId, 'google.approved');

  t.deepEqual(await offered(formUrl), []);
  t.is(answer.status, 200);
  t.is((await simulator.status(orderId))['actionCode'], -100);
});

test('without the sandbox panel there is no card to stand in, so there are no wallets', async (t) => {
  const simulator = await simulatorFor(t, { sandboxPanel: false });
  const { orderId, formUrl } = await simulator.register();

  await choose(formUrl, orderId, 'google.approved');

  t.deepEqual(await offered(formUrl), []);
  t.is((await simulator.status(orderId))['actionCode'], -100);
});
