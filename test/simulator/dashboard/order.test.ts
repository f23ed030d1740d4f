import test, { type ExecutionContext } from 'ava';
import { Payer } from '../../../client/index.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { type Fields, simulatorFor } from '../../helpers/simulator/simulator.ts';

const declinedThenPaid = {
  about: 'The first card has no money.',
  attempts: [{ decline: 'insufficient-funds' }, { challenge: 'passed' }],
} as const;

/** An order that is declined, paid, and refunded in part; its page. */
const refundedOrder = async (t: ExecutionContext, language?: string) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  await simulator.setScenario('test_user', declinedThenPaid);
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'n-1', amount: '4890000' });
  await new Payer().pay(formUrl);
  await new Payer().pay(formUrl);
  await simulator.status(orderId);
  await simulator.call('refund.do', { orderId, amount: '890000' });
  await simulator.call('refund.do', { orderId, amount: '99990000' });
  const visitor = visitorOf(simulator.url, language === undefined ? {} : { language });
  return { simulator, visitor, orderId, path: `/orders/${orderId}` };
};

test('the page answers first: paid or not, what went wrong, what the shop was told and sent', async (t) => {
  const { visitor, path } = await refundedOrder(t);

  const { status, text } = await visitor.open(path);

  t.is(status, 200);
  for (const words of [
    '48,900.00 KZT Refunded 4',
    'Was it paid? Yes, at 13:00:00; refunded MASTERCARD 555555**5599, after a challenge',
    'What went wrong before? Insufficient funds (116) try 1: a scenario wanted it so',
    'What was the shop told? Nothing yet',
    'What did the shop send? 4 calls, 1 refused register, getOrderStatusExtended, refund',
  ])
    t.true(text.includes(words), words);
});

test('the story has every step in order, the calls with request and answer', async (t) => {
  const { visitor, path } = await refundedOrder(t);

  const { text, html } = await visitor.open(path);

  let at = 0;
  for (const sentence of [
    'The shop registered order n-1 of 48,900.00 KZT.',
    'The payer opened the card page.',
    'Attempt 1 was declined with 116 (insufficient-funds)',
    'Attempt 2 was approved: 48,900.00 KZT was taken.',
    'The shop called getOrderStatusExtended.do: it told orderStatus 2.',
    '8,900.00 KZT was refunded.',
    'The shop called refund.do: it was refused with errorCode 7.',
  ]) {
    const next = text.indexOf(sentence, at);
    t.true(next >= at, sentence);
    at = next;
  }
  t.true(text.includes('POST /payment/rest/refund.do Copy userName = test_user password = ***'));
  t.notRegex(html, /test_user_password|5555555555555599/);
});

test('beside a decline stands a link to who decided it, and beside nothing else', async (t) => {
  const { visitor, path } = await refundedOrder(t);

  const { html } = await visitor.open(path);

  const links = html.split('<li class="event').filter((line) => line.includes('href="#why"'));
  t.is(links.length, 1);
  t.regex(links[0] ?? '', /Attempt 1 was declined with 116/);
  t.regex(html, /<section [^>]*id="why"/);
});

test('the evidence is closed but for the last failure and the last move of money, until all is opened', async (t) => {
  const { visitor, path } = await refundedOrder(t);
  const opened = async (address: string): Promise<number> =>
    ((await visitor.open(address)).html.match(/<details id="line-[^>]* open>/g) ?? []).length;

  t.is(await opened(path), 2);
  t.is(await opened(`${path}?open=all`), 4);
});

for (const [language, words] of [
  [
    'ru',
    [
      'Оплачен ли он? Да, в 13:00:00; возвращён',
      'Попытка 1 отклонена с кодом 116 (insufficient-funds): Недостаточно средств.',
      'Магазин вызвал refund.do: отказ с errorCode 7.',
    ],
  ],
  ['kk', ['Төленді ме?', 'Дүкен n-1 тапсырысын 48 900,00 KZT сомаға тіркеді.']],
] as const)
  test(`the story is told in ${language}`, async (t) => {
    const { visitor, path } = await refundedOrder(t, language);

    const { text } = await visitor.open(path);

    for (const sentence of words) t.true(text.includes(sentence), sentence);
    t.notRegex(text, /\b(?:The shop|Attempt \d|The payer)\b/);
  });

test('the shop refunds a part, and the bank takes the rest back', async (t) => {
  const { visitor, path, simulator, orderId } = await refundedOrder(t);

  const refunded = await visitor.submit(path, 'refund', { sum: '1,000.50' });
  t.true(refunded.text.includes('1,000.50 KZT went back.'), refunded.text.slice(0, 300));
  t.is((await simulator.status(orderId))['paymentAmountInfo'].refundedAmount, 990_050);

  const wrong = await visitor.submit(path, 'refund', { sum: 'all of it' });
  t.true(wrong.text.includes('all of it is no amount; expected one such as 150.00'));
  const tooMuch = await visitor.submit(path, 'refund', { sum: '50000' });
  t.regex(tooMuch.text, /Refund amount exceeds deposited amount/);

  const back = await visitor.submit(path, 'chargeback');
  t.true(back.text.includes('has taken the money back.'));
  t.true((await simulator.order(orderId))?.isChargedBack);
});

const oneOrder = async (t: ExecutionContext, fields: Fields = {}, call = 'register.do') => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const { orderId } = await simulator.call(call, {
    amount: '1500000',
    returnUrl: 'https://shop.example/return',
    ...fields,
  });
  return { simulator, orderId, path: `/orders/${orderId}`, visitor: visitorOf(simulator.url) };
};

test('a hold is paid by the built-in customer, completed in part and reversed', async (t) => {
  const { visitor, path, simulator, orderId } = await oneOrder(t, {}, 'registerPreAuth.do');

  t.regex((await visitor.submit(path, 'pay')).text, /Held, at 13:00:00/);
  const held = await visitor.open(path);
  t.true(held.text.includes('Will be a reversal, since the money is only held. At most 15,000.00 KZT.'));
  await visitor.submit(path, 'deposit', { sum: '100.00' });
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('an open order shows what is due, goes there, and can be declined or expired instead', async (t) => {
  const { visitor, path, simulator, orderId } = await oneOrder(t);
  const page = await visitor.open(path);
  t.true(page.text.includes('Next: an order expires at 13:20:00'));
  t.regex(page.html, /href="[^"]*payment_en\.html\?mdOrder=/);

  t.regex((await visitor.submit(path, 'expire')).text, /The order has expired\./);
  t.is((await simulator.status(orderId))['orderStatus'], 6);
});

test('a callback that the shop refused is sent again from its line', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100, callbacks: { url: 'http://127.0.0.1:1/callback' } });
  const { orderId, formUrl } = await simulator.register();
  await new Payer().pay(formUrl);
  await eventually(
    t,
    async () => (await simulator.callbacks('test_user')).callbacks[0]?.tries.length,
    (count) => count === 1,
  );
  const visitor = visitorOf(simulator.url);

  const page = await visitor.open(`/orders/${orderId}`);
  t.regex(page.text, /Callback deposited with status 1 was sent: the shop got no answer/);
  t.regex(page.text, /Next: a callback is tried again/);

  t.regex(
    (await visitor.submit(`/orders/${orderId}`, 'resend')).text,
    /The shop has not accepted the callback: Connection refused \(ECONNREFUSED\)/,
  );
});

test('an order is played again with another end', async (t) => {
  const { visitor, path, simulator } = await oneOrder(t);

  const page = await visitor.submit(path, 'play', { scenario: 'declined-card-lost' });

  t.regex(page.text, /A new order went the same way\./);
  t.regex(page.text, /What went wrong\? [^?]*\(208\)/);
  t.is((await simulator.orders('test_user')).total, 2);
});

test('an order that is not there, or belongs to another merchant, is not shown', async (t) => {
  const simulator = await simulatorFor(t, {
    merchants: [
      { login: 'one', password: 'p' },
      { login: 'two', password: 'p' },
    ],
  });
  const { orderId } = await simulator.callBare('register.do', {
    userName: 'two',
    password: 'p',
    amount: '100',
    returnUrl: 'https://shop.example/',
  });
  const visitor = visitorOf(simulator.url);

  const short = await visitor.send(`/orders/${orderId}`);
  t.is(short.headers.get('location'), `/orders/${orderId}?merchant=two`);
  t.is((await visitor.open(`/orders/${orderId}?merchant=two`)).status, 200);
  for (const path of [`/orders/${orderId}?merchant=one`, '/orders/nothing', '/orders/%E0%A4%A', '/orders/%3Cb%3E'])
    t.is((await visitor.open(path)).status, 404, path);
});

test('texts of a shop are shown as texts in every field', async (t) => {
  const evil = '"><script>alert(1)</script><img src=x>';
  const { visitor, path } = await oneOrder(t, {
    description: evil,
    email: 'a@example.com',
    orderNumber: '1"><b>',
    clientId: evil,
  });

  const { html } = await visitor.open(`${path}?open=all`);

  t.notRegex(html, /<script>alert|<img|1"><b>/);
});

test('a card number that a shop sends anywhere is in no byte of the page', async (t) => {
  const { visitor, path } = await oneOrder(t, {
    description: 'card 4111111111111111',
    orderNumber: 'o-5555555555555599',
  });

  const { html } = await visitor.open(`${path}?open=all`);

  t.notRegex(html, /4111111111111111|5555555555555599/);
});

test('an order that can be paid has a QR code of its card page, where a phone reaches it', async (t) => {
  const simulator = await simulatorFor(t, { publicUrl: 'https://pay.example' });
  const { orderId } = await simulator.register();
  const visitor = visitorOf(simulator.url);
  const label = 'aria-label="QR code of the card page"';

  t.true((await visitor.open(`/orders/${orderId}`)).html.includes(label));

  await simulator.call('decline.do', { orderId });
  t.false((await visitor.open(`/orders/${orderId}`)).html.includes(label));
  const alone = await simulatorFor(t);
  const own = await alone.register();
  t.false((await visitorOf(alone.url).open(`/orders/${own.orderId}`)).html.includes(label));
});
