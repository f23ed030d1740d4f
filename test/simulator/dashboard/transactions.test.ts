import test, { type ExecutionContext } from 'ava';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const visitFor = async (t: ExecutionContext, options: Parameters<typeof simulatorFor>[1] = {}) => {
  const simulator = await simulatorFor(t, { journalSize: 100, ...options });
  return { simulator, visitor: visitorOf(simulator.url) };
};

const order = { amount: '1250000', returnUrl: 'https://shop.example/' };

test('without orders the list says how they come', async (t) => {
  const { visitor } = await visitFor(t);

  const { status, text } = await visitor.open('/transactions');

  t.is(status, 200);
  t.regex(text, /No orders yet An order stands here as soon as the shop registers it/);
});

test('an order has a row with its number, amount, status, and what happened', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  const { orderId, formUrl } = await simulator.register({ ...order, orderNumber: '10482' });

  const fresh = await visitor.open('/transactions');
  t.regex(fresh.text, /Today, 1 January 13:00:00 10482 12,500\.00 KZT Created 0 Card page not opened yet, 20:00 left/);
  t.true(fresh.html.includes(`href="/orders/${orderId}"`));

  await pay(formUrl, { card: plainCard });
  t.regex(
    (await visitor.open('/transactions')).text,
    /10482 12,500\.00 KZT Deposited 2 Paid at the first try 444455\*\*3333 no 3DS/,
  );
});

test('of a long order number the end is never cut', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  await simulator.register({ ...order, orderNumber: 'DS-2026-004817' });
  await simulator.register({ ...order, orderNumber: '\u{1f9e3}\u{1f469}\u{200d}\u{1f467}-2026-5' });

  const { html } = await visitor.open('/transactions');

  t.true(html.includes('<bdi class="long-number"><span>DS-2026-</span><span>004817</span></bdi>'));
  t.true(html.includes('<bdi>\u{1f9e3}\u{1f469}\u{200d}\u{1f467}-2026-5</bdi>'));
});

test('a list of nothing counts nothing', async (t) => {
  const { visitor } = await visitFor(t);

  t.notRegex((await visitor.open('/transactions?q=nothing')).text, /0 of 0 shown/);
});

test('calls that were refused stand among the orders, also one with a wrong password', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  await simulator.call('register.do', { ...order, orderNumber: 'A-1', amount: '', ammount: '5' });
  await simulator.call('register.do', { ...order, orderNumber: 'A-2', password: 'guess' });
  await simulator.call('register.do', { ...order, orderNumber: 'A-3', userName: 'nobody' });

  const { text } = await visitor.open('/transactions');

  t.regex(text, /register\.do Refused Access denied \(errorCode 5\): the password of test_user is another one/);
  t.regex(text, /register\.do Refused .*; the shop sent “ammount”: is that it\?/);
  t.regex(text, /Refused calls 2/);
  t.notRegex(text, /nobody|guess/);
});

test('a parameter that was sent under its name is no hint, whatever the case of the word in the text', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  await simulator.call('register.do', { ...order, orderNumber: 'A-1', amount: '-1' });

  const { text } = await visitor.open('/transactions');

  t.regex(text, /Amount is invalid \(errorCode \d+\)/);
  t.notRegex(text, /is that it/);
});

test('why a call was refused is said in the language of the reader, whichever language the call had', async (t) => {
  const { simulator } = await visitFor(t);
  await simulator.call('register.do', { ...order, orderNumber: 'A-1', currency: '999', language: 'en' });
  await simulator.call('deposit.do', { orderId: 'A-2', language: 'ru' });
  const texts = { en: 'Order not found', ru: 'Заказ не найден', kk: 'Тапсырыс табылмады' };

  for (const [language, orderNotFound] of Object.entries(texts)) {
    const { text } = await visitorOf(simulator.url, { language }).open('/transactions');
    t.true(text.includes(`${orderNotFound} (errorCode 6)`), text);
    t.regex(text, { en: /Unknown currency: 999/, ru: /валюта: 999/, kk: /валюта: 999/ }[language] ?? /^$/);
  }
});

test('the order and the call say why it was refused, too, and show the answer as it was sent', async (t) => {
  const { simulator } = await visitFor(t);
  const { orderId } = await simulator.register({ language: 'ru' });
  await simulator.call('deposit.do', { orderId, language: 'en' });
  const { entries } = await simulator.journal('test_user');
  const visitor = visitorOf(simulator.url, { language: 'ru' });

  for (const path of [`/orders/${orderId}?open=all`, `/calls?call=${entries.at(-1)?.number}`]) {
    const { text } = await visitor.open(path);
    t.regex(text, /Платёж должен быть в корректном состоянии/, path);
    t.regex(text, /"errorMessage" : "Payment must be in the correct state"/, path);
  }
});

test('a call with a wrong password is in the list of the merchant that it names, and in no other', async (t) => {
  const { simulator } = await visitFor(t, {
    merchants: [
      { login: 'one', password: 'p' },
      { login: 'two', password: 'p' },
    ],
  });
  await simulator.call('register.do', { ...order, userName: 'one', password: 'guess' });

  t.like((await simulator.journal('one')).entries, [{ isRefused: true, isNotAccepted: true, errorCode: 5 }]);
  t.deepEqual((await simulator.journal('two')).entries, []);
  t.notRegex(JSON.stringify(await simulator.journal('one')), /guess/);
  const verified = await simulator.verify('one', { path: 'register.do', times: 0 });
  t.true(verified.verified, 'the merchant has not called');
});

test('a waiting callback counts down, and one that was given up is told', async (t) => {
  const shop = await receiverFor(t, 500);
  const { simulator, visitor } = await visitFor(t, { callbacks: { url: shop.url } });
  const { formUrl } = await simulator.register(order);
  await pay(formUrl, { card: plainCard });
  await simulator.settled();

  const waiting = await visitor.open('/transactions');
  t.regex(waiting.text, /Waits 0:30/);
  t.regex(waiting.html, /data-due="\d+">0:30/);

  for (let again = 0; again < 2; again++) {
    await simulator.clock.advance(30_000);
    await simulator.settled();
  }
  t.regex((await visitor.open('/transactions')).text, /Paid, the shop answers HTTP 500 .* Given up/);
});

test('the filter of the portal finds orders, and what it does not find it repeats in words', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  const paid = await simulator.register({ ...order, orderNumber: 'paid-1', email: 'aida@shop.example' });
  await pay(paid.formUrl, { card: plainCard });
  await simulator.register({ ...order, orderNumber: 'open-2', amount: '700' });
  const numbersAt = async (query: string): Promise<readonly string[]> =>
    [...(await visitor.open(`/transactions?${query}`)).html.matchAll(/title="([^"]+)" data-row/g)].map(
      ([, n = '']) => n,
    );

  for (const query of [
    'q=aida',
    'q=3333',
    'q=paid',
    `q=${paid.orderId.slice(-12)}`,
    'number=paid-1',
    'number=%25d-1',
    `id=${paid.orderId}`,
    'amount=12%20500,00',
    'amount=12,500',
    'status=deposited',
    'card=3333',
    'email=AIDA@shop.example',
    'code=0',
  ])
    t.deepEqual(await numbersAt(query), ['paid-1'], query);
  t.deepEqual(await numbersAt('amount=7'), ['open-2']);
  t.deepEqual(await numbersAt('from=2026-01-01T13:00&to=2026-01-01'), ['open-2', 'paid-1']);
  t.deepEqual(await numbersAt('from=2026-01-01T13:01'), []);
  t.deepEqual(await numbersAt('from=rubbish'), []);

  const { text } = await visitor.open('/transactions?status=declined&card=9999');
  t.regex(text, /No transaction has status Declined and card \*\*9999 Orders without this filter: 2 Clear filters/);
});

test('without a filter two days are shown, and all when one searches', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  await simulator.register({ ...order, orderNumber: 'old' });
  await simulator.clock.advance(3 * 86_400_000);

  t.regex(
    (await visitor.open('/transactions')).text,
    /Nothing came in the last two days Orders from before: 1 Show all/,
  );
  t.regex((await visitor.open('/transactions?period=all')).text, /old 12,500\.00/);
  t.regex((await visitor.open('/transactions?q=old')).text, /old 12,500\.00/);
});

test('the list goes on page by page, with orders and refused calls in their places', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  for (let index = 0; index < 60; index++) {
    await simulator.register({ ...order, orderNumber: `n${index}` });
    if (index % 6 === 0) await simulator.call('register.do', { ...order, amount: 'x', orderNumber: `bad${index}` });
    await simulator.clock.advance(1000);
  }
  const rowsOf = (html: string): readonly string[] =>
    [...html.matchAll(/<tr[^>]*data-id="([^"]+)"/g)].map(([, id = '']) => id);

  const first = await visitor.open('/transactions');
  const next = /<a href="([^"]*)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await visitor.open(next);

  t.regex(first.text, /50 of 70 shown/);
  t.is(rowsOf(first.html).length, 50);
  t.is(new Set([...rowsOf(first.html), ...rowsOf(second.html)]).size, 70);
  t.notRegex(second.html, /rel="next"/);
  t.is(rowsOf(second.html).filter((id) => id.startsWith('call-')).length > 0, true);
});

test('the CSV has every row, quotes what it has to, and holds no formula', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  await simulator.register({ ...order, orderNumber: '=cmd("x"),1', email: '@evil' });
  await simulator.call('register.do', { ...order, amount: 'x' });

  const answer = await visitor.send('/transactions?format=csv');
  const lines = Buffer.from(await answer.arrayBuffer())
    .toString()
    .split('\r\n');

  t.is(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
  t.regex(answer.headers.get('content-disposition') ?? '', /attachment; filename="transactions-test_user.csv"/);
  t.true(lines[0]?.startsWith('\ufeffTime,Order,'));
  t.is(lines.length, 4);
  t.true(lines.some((line) => line.includes(`,"'=cmd(""x""),1",`) && line.includes(",'@evil,")));
  t.true(lines.some((line) => line.includes(',12500.00,KZT,Created,0,-100,')));
});

test('what a shop has written is text on the page', async (t) => {
  const { simulator, visitor } = await visitFor(t);
  const evil = '"><img src=x onerror=alert(1)>';
  await simulator.register({ ...order, orderNumber: 'x<b>"' });

  const { html } = await visitor.open(`/transactions?q=${encodeURIComponent(evil)}&number=${encodeURIComponent(evil)}`);
  t.notRegex(html, /<img/);
  t.notRegex((await visitor.open('/transactions')).html, /<b>"/);
});

for (const [language, words] of [
  ['ru', /Сегодня, 1 января .* Создан 0 Страница не открыта, ещё 20:00/],
  ['kk', /Бүгін, 1 қаңтар .* Құрылды 0 Бет ашылмаған, 20:00 қалды/],
] as const)
  test(`the list is in ${language}`, async (t) => {
    const { simulator } = await visitFor(t);
    await simulator.register(order);

    t.regex((await visitorOf(simulator.url, { language }).open('/transactions')).text, words);
  });
