import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import test from 'ava';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { open, submit } from './open-and-submit.ts';

const addressForms = [
  'payment_en.html?mdOrder=ID',
  'payment_ru.html?mdOrder=ID',
  'payment_kk.html?mdOrder=ID',
  'payment_de.html?mdOrder=ID',
  'livecom/payment_en.html?mdOrder=ID',
  'mobile_payment_ru.html?mdOrder=ID',
  'livecom/mobile_payment_en.html?mdOrder=ID',
  'ecom/iframe_payment_en.html?mdOrder=ID',
  'ecom/payment.html?mdOrder=ID&language=kk',
  'multiecom/payment.html?mdOrder=ID&language=bg',
];
for (const form of addressForms) {
  test(`opens the page at ${form}`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId } = await simulator.register({ description: 'Tea & <3 "cups"', orderNumber: 'N-1' });

    const answer = await open(`${simulator.url}/payment/merchants/${form.replace('ID', orderId)}`);
    const html = await answer.text();

    t.is(answer.status, 200);
    t.true(html.includes('id="payment-form"'));
    t.true(html.includes('Tea &amp; &lt;3 &quot;cups&quot;'));
    t.true(html.includes(`lang="${/ru/.test(form) ? 'ru' : /kk/.test(form) ? 'kk' : 'en'}"`));
    t.regex(answer.headers.get('content-security-policy') ?? '', /script-src 'self'/);
    t.notRegex(html, /<script(?![^>]* src=)|\son\w+=|style="/);
  });
}

test('shows the error page for an order that nobody knows', async (t) => {
  const simulator = await simulatorFor(t);
  for (const query of ['', '?mdOrder=', '?mdOrder=nobody']) {
    const answer = await open(`${simulator.url}/payment/merchants/payment_en.html${query}`);

    t.is(answer.status, 404);
    t.true((await answer.text()).includes('data-page="error"'));
  }
});

test('stays on the page after a decline, with the reason and the attempts that are left', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register();

  const walk = await pay(formUrl, { card: { pan: cardForActionCode(116) } });

  t.is(walk.end, 'page');
  t.deepEqual(walk.declines, ['Not enough money on the card. Top it up or use another card.']);
  t.regex(await (await open(formUrl)).text(), /Attempts left: 2 of 3/);
});

test('pays with a second card after a decline', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  const walk = await pay(formUrl, { cards: [{ pan: cardForActionCode(116) }, challengeCard] });

  t.is(walk.end, 'shop');
  t.like(await simulator.status(orderId), { orderStatus: 2, actionCode: 0 });
});

const fieldProblems = [
  ['pan', { pan: '4444555511113334' }],
  ['pan', { pan: '' }],
  ['pan', { pan: '42' }],
  ['expiry', { expiry: '13/34' }],
  ['expiry', { expiry: 'soon' }],
  ['expiry', { expiry: '12/25' }],
  ['cvc', { newCardCvc: '12' }],
  ['cvc', { newCardCvc: '1234' }],
  ['cvc', { pan: '378282246310005', newCardCvc: '123' }],
  ['cardholder', { cardholderName: '' }],
  ['cardholder', { cardholderName: 'R2-D2 4' }],
] as const;
for (const [field, fields] of fieldProblems) {
  test(`says what is wrong with ${field} when it is ${Object.values(fields).join(' and ') || 'empty'}, and tries nothing`, async (t) => {
    const simulator = await simulatorFor(t, { sandboxPanel: false });
    const { orderId, formUrl } = await simulator.register();

    const html = await (await submit(formUrl, fields)).text();

    t.true(html.includes(`data-field-error="${field}"`));
    t.false(html.includes(plainCard.pan), 'the card number never comes back');
    t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -100 });
  });
}

test('accepts a card number with blanks and dashes, a name in any alphabet, and the published date of an old test card', async (t) => {
  const simulator = await simulatorFor(t);
  for (const fields of [
    { pan: '4444 5555 1111 3333' },
    { pan: '4444-5555-1111-3333', expiry: '12 / 2034' },
    { cardholderName: "Аида О'Тест-ова" },
    { pan: '639002000000000003', expiry: '12/19' },
    { pan: '378282246310005', newCardCvc: '1234' },
  ]) {
    const { orderId, formUrl } = await simulator.register();
    await submit(formUrl, fields);

    t.is((await simulator.status(orderId))['orderStatus'], 2, JSON.stringify(fields));
  }
});

test('declines a test card with another CVC or another future date with 71015', async (t) => {
  const simulator = await simulatorFor(t);
  for (const fields of [{ newCardCvc: '999' }, { expiry: '11/33' }]) {
    const { orderId, formUrl } = await simulator.register();
    await submit(formUrl, fields);

    t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 71015 });
  }
});

test('sends letters beyond ASCII whole, in whatever language the page is', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register({ description: 'Шарф \u{1f9e3} & "чай"', language: 'en' });

  const answer = await open(formUrl);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const inRussian = await (await open(formUrl.replace('_en.html', '_ru.html'))).text();

  t.is(answer.headers.get('content-length'), String(bytes.length));
  t.true(bytes.toString().includes('Шарф \u{1f9e3} &amp; &quot;чай&quot;'));
  t.true(inRussian.includes('Оплата картой'));
});

test('links back to the shop only by a web address', async (t) => {
  const simulator = await simulatorFor(t);
  const safe = await simulator.register({
    jsonParams: '{"backToShopUrl":"https://shop.example/cart","backToShopName":"My shop"}',
  });
  const unsafe = await simulator.register({ jsonParams: '{"backToShopUrl":"vbscript:x"}' });

  const html = await (await open(safe.formUrl)).text();

  t.regex(html, /href="https:\/\/shop\.example\/cart"/);
  t.true(html.includes('My shop'));
  t.false((await (await open(unsafe.formUrl)).text()).includes('vbscript'));
});

test("serves the pages' own files, and nothing outside their folder", async (t) => {
  const simulator = await simulatorFor(t);
  const assets = `${simulator.url}/payment/merchants/assets`;
  const css = await open(`${assets}/page.css`);
  const headers = { 'if-none-match': css.headers.get('etag') ?? '' };
  const [again] = (await once(get(`${assets}/page.css`, { headers }), 'response')) as [IncomingMessage];

  t.is(css.status, 200);
  t.is(css.headers.get('content-type'), 'text/css; charset=utf-8');
  t.is(again.statusCode, 304);
  for (const name of ['..%2f..%2fmain.ts', 'nothing.css', '__proto__'])
    t.is((await open(`${assets}/${name}`)).status, 404);
});

test('every page has the same icon, which browsers also find where they look by themselves', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register();
  const asPerson = (path: string) => fetch(simulator.url + path, { headers: { accept: 'text/html' } });

  const pages = [await open(formUrl), await asPerson('/payment/rest/regster.do')];
  const icons = await Promise.all(
    pages.map(async (page) => /<link rel="icon" href="([^"]+)"/.exec(await page.text())?.[1] ?? 'none'),
  );
  const files = await Promise.all(['/favicon.ico', ...icons].map((path) => open(simulator.url + path)));

  t.is(new Set(icons).size, 1);
  t.is(new Set(await Promise.all(files.map((file) => file.text()))).size, 1);
  for (const file of files) t.is(file.headers.get('content-type'), 'image/svg+xml');
});

test('shows its own result and error pages', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  await submit(formUrl);
  const base = `${simulator.url}/payment/merchants/ecom`;

  const finish = await (await open(`${base}/finish.html?orderId=${orderId}&lang=ru`)).text();
  const error = await (await open(`${base}/errors_en.html?error=payment.errors.order_already_processed`)).text();

  t.true(
    finish.includes('data-page="finish"') && finish.includes('<bdi>444455**3333</bdi>') && finish.includes('lang="ru"'),
  );
  t.true(error.includes('data-page="error"') && error.includes('processed already'));
});
