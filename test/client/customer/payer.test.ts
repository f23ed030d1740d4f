import test from 'ava';
import { Payer, type PayerOptions } from '../../../client/index.ts';
import { type StubReply, stubServer } from '../../helpers/http/stub-server.ts';
import {
  acsPage,
  autoPost,
  challengePan,
  gatewayFor,
  pageServer,
  paymentPage,
  poorPan,
  returned,
} from './stub-pages.ts';

const pay = (formUrl: string, options: PayerOptions = {}) => new Payer().pay(formUrl, options);

test('pays with the challenge card through the issuer page and stops before the shop', async (t) => {
  const gateway = await gatewayFor(t);

  const payment = await pay(gateway.formUrl);

  t.like(payment, { end: 'shop', url: returned, orderId: 'order-1', declines: [], paymentState: 'DEPOSITED' });
  t.deepEqual(
    payment.steps.map(({ method, url, status, saw }) => `${method} ${new URL(url).pathname} ${status} ${saw}`),
    [
      'GET /payment/merchants/shop/payment_en.html 200 the payment page',
      'POST /payment/pay/submit 200 a form that submits itself',
      "POST /acs/start 200 the issuer's page",
      'POST /acs/answer 200 a form that submits itself',
      'POST /payment/rest/finish3ds.do 303 a redirect to the shop',
    ],
  );
});

test('types the card as a person would, and asks for the result without a login', async (t) => {
  const gateway = await gatewayFor(t, { fates: { '4111111111111111': 'pay' } });

  await pay(gateway.formUrl, {
    card: { pan: '4111111111111111', expiry: '1/2035', cvc: '999', holder: 'AIDA T' },
    email: 'a@example.com',
    savesCard: true,
  });

  const [, submitted, asked] = gateway.received;
  t.is(
    submitted?.form.toString(),
    'mdOrder=order-1&pan=4111111111111111&expiry=01%2F35&newCardCvc=999&cardholderName=AIDA+T&email=a%40example.com&saveCard=1&sandboxOutcome=',
  );
  t.is(asked?.form.toString(), 'orderId=order-1');
});

test('takes a second card after a decline, and reports the decline', async (t) => {
  const gateway = await gatewayFor(t, { fates: { [poorPan]: 'decline' } });

  const payment = await pay(gateway.formUrl, { cards: [{ pan: poorPan }, { pan: challengePan }] });

  t.like(payment, { end: 'shop', paymentState: 'DEPOSITED', declines: ['Not enough money'] });
});

test('stays on the page when its tries are used up', async (t) => {
  const gateway = await gatewayFor(t, { fates: { [poorPan]: 'decline' } });

  const payment = await pay(gateway.formUrl, { card: { pan: poorPan }, tries: 2 });

  t.like(payment, { end: 'page', paymentState: 'CREATED', declines: ['Not enough money', 'Not enough money'] });
  t.is(gateway.received.filter(({ path }) => path === '/payment/pay/submit').length, 2);
});

test('chooses an outcome of the sandbox panel', async (t) => {
  const gateway = await gatewayFor(t);

  t.is((await pay(gateway.formUrl, { outcome: 'decline:116' })).end, 'page');
  await t.throwsAsync(pay(gateway.formUrl, { outcome: 'magic' }), { message: /offers no sandboxOutcome "magic"/ });
});

test('reports what the page says about a field', async (t) => {
  const gateway = await gatewayFor(t, { fates: { '1': 'bad-number' } });

  const payment = await pay(gateway.formUrl, { card: { pan: '1' } });

  t.like(payment, { end: 'page', declines: [], fieldErrors: ['pan: Check the number'] });
});

test('can fail, cancel or leave the issuer page, and leave the payment page', async (t) => {
  const gateway = await gatewayFor(t);

  t.like(await pay(gateway.formUrl, { atAcs: 'cancel' }), { end: 'page', declines: ['Not enough money'] });
  t.like(await pay(gateway.formUrl, { atAcs: 'fail' }), { end: 'page', declines: ['Not enough money'] });
  t.like(await pay(gateway.formUrl, { atAcs: 'leave' }), { end: 'acs', paymentState: 'CREATED' });
  t.like(await pay(gateway.formUrl, { leavesPage: true }), { end: 'page', declines: [] });
  const noButton = await pay(gateway.formUrl, { atAcs: 'pass' });
  t.is(noButton.end, 'acs');
  t.regex(noButton.steps.at(-1)?.saw ?? '', /no button "pass"/);
});

test('gives up on an issuer that asks for the code for ever', async (t) => {
  const gateway = await gatewayFor(t);

  const payment = await pay(gateway.formUrl, { otp: '000000' });

  t.is(payment.end, 'elsewhere');
  t.regex(payment.steps.at(-1)?.saw ?? '', /Wrong code; gave up after 20 pages/);
});

test('gives up on redirects in a circle', async (t) => {
  const gateway = await pageServer(t, ({ query }) => ({
    status: 302,
    headers: { location: `/payment/merchants/shop/payment_en.html?mdOrder=order-1&n=${Number(query.get('n')) + 1}` },
  }));

  const payment = await pay(gateway.formUrl);

  t.is(payment.end, 'elsewhere');
  t.is(payment.steps.length, 20);
});

test('an order that was paid before leads straight to the shop', async (t) => {
  const gateway = await gatewayFor(t);
  await pay(gateway.formUrl);

  const again = await pay(gateway.formUrl);

  t.is(again.end, 'shop');
  t.is(again.steps.length, 1);
});

test('passes an issuer on another host, which is not taken for the shop', async (t) => {
  let gatewayOrigin = '';
  const issuer = await stubServer(t, ({ path }) => {
    if (path === '/start') return { status: 302, headers: { location: '/challenge' } };
    if (path === '/challenge') return { body: acsPage() };
    return { status: 303, headers: { location: `${gatewayOrigin}/payment/done` } };
  });
  const gateway = await pageServer(t, ({ method, path }) => {
    if (path === '/payment/done') return { status: 302, headers: { location: returned } };
    return { body: method === 'GET' ? paymentPage() : autoPost(`${issuer.origin}/start`, { creq: 'x' }) };
  });
  gatewayOrigin = gateway.origin;

  const payment = await pay(gateway.formUrl);

  t.like(payment, { end: 'shop', url: returned });
});

test('knows a shop that shares its origin with the gateway by the order id it is given', async (t) => {
  const gateway = await gatewayFor(t, { returnTo: '/shop/return?orderId=order-1&lang=en' });

  const payment = await pay(gateway.formUrl);

  t.like(payment, { end: 'shop', url: `${gateway.origin}/shop/return?orderId=order-1&lang=en` });
});

test('tells error pages, result pages and unknown pages apart', async (t) => {
  const endOn = async (reply: StubReply) => pay((await pageServer(t, () => reply)).formUrl);

  const refused = await endOn({ body: '<main data-page="error"><h1>Order not found</h1></main>' });
  t.is(refused.end, 'error-page');
  t.is(refused.steps[0]?.saw, 'an error page: Order not found');
  t.like(await endOn({ status: 500, body: 'Oops' }), { end: 'error-page', steps: [{ status: 500, saw: 'HTTP 500' }] });
  t.is((await endOn({ body: '<main data-page="finish">Paid</main>' })).end, 'elsewhere');
  t.is((await endOn({ body: '<p>Hello</p>' })).end, 'elsewhere');
});

test('visits the shop only when asked to', async (t) => {
  const shop = await stubServer(t, ({ query }) => ({ body: `<h1>Thank you, ${query.get('orderId')}</h1>` }));
  const gateway = await gatewayFor(t, { returnTo: `${shop.origin}/return?orderId=order-1` });

  t.is((await pay(gateway.formUrl)).shopPage, undefined);
  t.is(shop.received.length, 0);
  t.is((await pay(gateway.formUrl, { visitsShop: true })).shopPage, '<h1>Thank you, order-1</h1>');
});

test('a shop that is not there or never answers is an error that names it', async (t) => {
  const shop = await stubServer(t, () => 'hang');
  const gateway = await gatewayFor(t, { returnTo: `${shop.origin}/return` });
  /** The shop never answers; requests of the gateway have no time limit. */
  const late: typeof fetch = (url, init) =>
    String(url).startsWith(shop.origin)
      ? new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
      : fetch(url, { ...init, signal: null });

  const error = await t.throwsAsync(pay(gateway.formUrl, { visitsShop: true, timeoutMs: 20, fetch: late }));
  await shop.stop();
  const gone = await t.throwsAsync(pay(gateway.formUrl, { visitsShop: true }));

  t.is(error?.message, `opening the page of the shop: no answer within 20 ms from ${shop.origin}`);
  t.is(
    gone?.message,
    `opening the page of the shop: cannot reach ${shop.origin} (ECONNREFUSED): nothing listens there`,
  );
});

test('says what is wrong with an address that is no payment page', async (t) => {
  await t.throwsAsync(pay('payment_en.html'), { message: /not an http\(s\) address/ });
  await t.throwsAsync(pay('https://gateway.example/payment/'), { message: /has no mdOrder/ });
});
