import test from 'ava';
import { readForms } from '../../../client/customer/read-form.ts';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { asked, resultIn, type Status, shopFor } from '../../helpers/shop/shop.ts';

test('offers six products, each with a form that buys it', async (t) => {
  const shop = await shopFor(t);

  const forms = readForms(readHtml(await shop.page('/')), `${shop.url}/`);

  t.is(forms.length, 6);
  t.like(forms[0], { method: 'POST', action: `${shop.url}/buy` });
});

test('opens a payment with its own number, addresses and cart, and sends the customer to the payment page', async (t) => {
  const shop = await shopFor(t);

  const answer = await shop.buy('camel-scarf', '2');

  t.is(answer.status, 303);
  t.is(answer.headers.get('location'), `${shop.gateway.origin}/payment/merchants/shop/payment_en.html?mdOrder=md-1`);
  const sent = Object.fromEntries(shop.registered());
  const { orderNumber = '' } = sent;
  t.regex(orderNumber, /^shop-[0-9a-z]+-[0-9a-f]{8}$/);
  t.true(orderNumber.length <= 36);
  t.like(sent, {
    amount: '4950100',
    currency: '398',
    returnUrl: `${shop.url}/orders/${orderNumber}/return`,
    failUrl: `${shop.url}/orders/${orderNumber}/return?failed=yes`,
    description: 'Camel wool scarf, 2 pcs',
  });
  const [item] = JSON.parse(sent['orderBundle'] ?? '').cartItems.items;
  t.like(item, {
    name: 'Camel wool scarf',
    itemAmount: 4950100,
    itemPrice: 2475050,
    quantity: { value: 2, measure: 'pcs' },
  });
});

test('says thank you only after the gateway has confirmed the payment, by the id that the shop kept', async (t) => {
  const shop = await shopFor(t);
  await shop.buy('tea-bowl');

  const before = await shop.page(`${shop.returnPath()}?orderId=md-1&lang=en&status=paid`);
  shop.bank({ orderStatus: 2, actionCode: 0 });
  const after = await shop.page(`${shop.returnPath()}?orderId=somebody-elses&lang=en`);

  t.is(resultIn(before), 'waiting');
  t.regex(before, /http-equiv="refresh" content="3; url=\/orders\/shop-/);
  t.is(resultIn(after), 'paid');
  t.regex(after, /Thank you!/);
  t.notRegex(after, /http-equiv/);
  t.deepEqual(
    asked(shop.gateway.received).map(({ form }) => form.get('orderId')),
    ['md-1', 'md-1'],
  );
});

const states: readonly (readonly [string, Status, string, RegExp])[] = [
  ['a hold', { orderStatus: 1, actionCode: 0 }, 'held', /reserved/],
  ['a cancelled payment', { orderStatus: 3, actionCode: 0 }, 'given-back', /on its way back/],
  ['a refund', { orderStatus: 4, actionCode: 0 }, 'given-back', /on its way back/],
  [
    'a decline',
    { orderStatus: 6, actionCode: 116, actionCodeDescription: 'Not <enough> money' },
    'not-paid',
    /Not &lt;enough&gt; money/,
  ],
  [
    'a decline with tries left',
    { orderStatus: 0, actionCode: 116, actionCodeDescription: 'No' },
    'not-paid',
    /Back to the payment page/,
  ],
  ['a challenge under way', { orderStatus: 5, actionCode: -100 }, 'waiting', /waiting for the bank/],
  ['a pending payment', { orderStatus: 7 }, 'waiting', /waiting for the bank/],
  ['a pending payment at a bank without 7', { orderStatus: 0, actionCode: -30001 }, 'waiting', /waiting for the bank/],
  ['a payment of another sum', { orderStatus: 2, actionCode: 0, amount: 1 }, 'not-paid', /another order or sum/],
  [
    'a payment of another order',
    { orderStatus: 2, actionCode: 0, orderNumber: 'x' },
    'not-paid',
    /another order or sum/,
  ],
];
for (const [name, status, result, words] of states) {
  test(`shows ${name} as "${result}"`, async (t) => {
    const shop = await shopFor(t);
    await shop.buy('tea-bowl');
    shop.bank(status);

    const page = await shop.page(shop.returnPath());

    t.is(resultIn(page), result);
    t.regex(page, words);
  });
}

test('says that the gateway cannot be reached, and thanks once it can', async (t) => {
  const shop = await shopFor(t);
  await shop.buy('tea-bowl');
  shop.bank({ status: 503 });

  const answer = await shop.get(shop.returnPath());
  const page = await answer.text();
  shop.bank({ orderStatus: 2 });

  t.is(answer.status, 503);
  t.regex(page, /The gateway cannot be reached/);
  t.regex(page, /Look again/);
  t.is(resultIn(await shop.page(shop.returnPath())), 'paid');
});

test('shows why the bank did not open a payment, without the password', async (t) => {
  const body = { errorCode: '5', errorMessage: 'Access denied for <b>shop-secret</b>' };
  const shop = await shopFor(t, {}, { body });

  const answer = await shop.buy('tea-bowl');
  const page = await answer.text();

  t.is(answer.status, 502);
  t.regex(page, /did not open this payment/);
  t.regex(page, /Access denied for &lt;b&gt;\*\*\*&lt;\/b&gt;/);
  t.false(shop.lines.join().includes('shop-secret'));
  t.is(shop.lines.length, 1);
  t.is(resultIn(await shop.page('/orders')), 'not-opened');
});

test('lists its orders, newest first, with what the gateway says by now', async (t) => {
  const shop = await shopFor(t);

  t.regex(await shop.page('/orders'), /Nobody has bought anything yet/);
  await shop.buy('tea-bowl');
  const first = shop.registered().get('orderNumber') ?? 'none';
  shop.bank({ orderStatus: 2 });
  await shop.page('/orders');
  shop.bank('drop');
  await shop.buy('steppe-notebook');
  const page = await shop.page('/orders');

  t.is(markedElements(readHtml(page), 'data-order')[1]?.value, first);
  t.deepEqual(
    markedElements(readHtml(page), 'data-result').map(({ value }) => value),
    ['waiting', 'paid'],
  );
  t.regex(page, /cannot be reached just now/);
});

test('sends customers to the public address of the gateway and lets the browser follow', async (t) => {
  const shop = await shopFor(t, {
    publicGatewayUrl: 'https://pay.example/payment/rest/',
    publicUrl: 'https://dala.example/',
  });

  const answer = await shop.buy('tea-bowl');

  t.is(answer.headers.get('location'), 'https://pay.example/payment/merchants/shop/payment_en.html?mdOrder=md-1');
  t.regex(
    answer.headers.get('content-security-policy') ?? '',
    /form-action 'self' http:\/\/127\.0\.0\.1:\d+ https:\/\/pay\.example;/,
  );
  t.regex(shop.registered().get('returnUrl') ?? '', /^https:\/\/dala\.example\/orders\//);
});

test('every page comes with a strict policy and without scripts or styles in it', async (t) => {
  const shop = await shopFor(t);
  await shop.buy('tea-bowl');

  for (const path of ['/', '/orders', shop.returnPath(), '/nothing/here']) {
    const answer = await shop.get(path);
    t.regex(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    t.is(answer.headers.get('cache-control'), 'no-store');
    t.notRegex(await answer.text(), /<script(?! type="module" src="\/shop\.js"><\/script>)|<style|\sstyle=|\son\w+=/);
  }
  t.regex((await shop.get('/shop.css')).headers.get('content-type') ?? '', /text\/css/);
});

test('answers what it does not have with 404', async (t) => {
  const shop = await shopFor(t);

  t.is((await shop.get('/orders/shop-unknown/return?orderId=md-1')).status, 404);
  t.is((await shop.get('/nothing')).status, 404);
  t.is((await shop.buy('golden-fleece')).status, 404);
  t.is((await shop.buy('tea-bowl', '0.5')).status, 404);
  t.is(shop.gateway.received.length, 0);
});
