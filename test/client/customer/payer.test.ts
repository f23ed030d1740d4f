import test, { type ExecutionContext } from 'ava';
import { Payer, type PayerOptions } from '../../../client/index.ts';
import { runProgram } from '../../../simulator/commands/program.ts';
import { type StubReply, type StubRequest, stubServer } from '../../helpers/http/stub-server.ts';

const shopUrl = 'https://shop.example/return?cart=7';
const returned = `${shopUrl}&orderId=order-1&lang=en`;

/** What the stub's bank thinks of a card; `challenge` sends the customer to the issuer's page first. */
type CardFate = 'pay' | 'challenge' | 'decline' | 'bad-number';

interface FakeGateway {
  readonly fates?: Readonly<Record<string, CardFate>>;
  /** Status in the answer about the finished payment; by default what happened on the pages. */
  readonly state?: string;
  readonly returnTo?: string;
}

const challengePan = '5555555555555599';
const poorPan = '4000000000000002';

const paymentPage = (notice = '') => `<!doctype html><main data-page="payment">
  <form id="payment-form" method="post" action="/payment/pay/submit">
  <input type="hidden" name="mdOrder" value="order-1">${notice}
  <input name="pan"><input name="expiry"><input name="newCardCvc"><input name="cardholderName" value="">
  <input type="email" name="email"><input type="checkbox" name="saveCard" value="1">
  <select name="sandboxOutcome"><option value="">as the card says</option><option value="decline:116">no money</option></select>
  <button type="submit">Pay</button></form></main>`;
const autoPost = (action: string, fields: Readonly<Record<string, string>>) =>
  `<form id="auto-post" method="post" action="${action}">${Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')}<noscript><button>Go on</button></noscript></form>`;
const acsPage = (error = '') => `<main data-page="acs"><form id="acs-form" method="post" action="/acs/answer">${error}
  <input type="hidden" name="session" value="s&amp;1"><input name="code">
  <button name="action" value="submit">OK</button><button name="action" value="cancel">Cancel</button>
  <button name="action" value="fail">Fail</button></form></main>`;

/** Imitates the pages of a gateway and of the issuer behind it, with one order on it. */
const gatewayFor = async (t: ExecutionContext, { fates = {}, state, returnTo = returned }: FakeGateway = {}) => {
  let now = 'CREATED';
  const toShop = { status: 303, headers: { location: returnTo } };
  const decline = {
    body: paymentPage('<div data-decline><p>Declined</p><p data-decline-message>Not enough money</p></div>'),
  };
  const paid = () => {
    now = 'DEPOSITED';
    return toShop;
  };
  const submitted = (form: URLSearchParams): StubReply => {
    const fate = form.get('sandboxOutcome') ? 'decline' : (fates[form.get('pan') ?? ''] ?? 'challenge');
    if (fate === 'decline') return decline;
    if (fate === 'pay') return paid();
    if (fate === 'bad-number')
      return { status: 422, body: paymentPage('<p data-field-error="pan">Check the number</p>') };
    return {
      body: autoPost('/acs/start', { PaReq: 'a+b', MD: 'order-1', TermUrl: '/payment/rest/finish3ds.do?lang=en' }),
    };
  };
  const answered = (form: URLSearchParams): StubReply => {
    if (form.get('action') === 'submit' && form.get('code') !== '123456')
      return { body: acsPage('<p data-acs-error>Wrong code</p>') };
    const PaRes = form.get('action') === 'submit' && form.get('session') === 's&1' ? 'Y' : 'N';
    return { body: autoPost('/payment/rest/finish3ds.do?lang=en', { MD: 'order-1', PaRes }) };
  };
  const routes: Readonly<Record<string, (request: StubRequest) => StubReply>> = {
    'GET /payment/merchants/shop/payment_en.html': () => (now === 'CREATED' ? { body: paymentPage() } : toShop),
    'POST /payment/pay/submit': ({ form }) => submitted(form),
    'POST /acs/start': ({ form }) => ({ body: form.get('PaReq') === 'a+b' ? acsPage() : 'PaReq was mangled' }),
    'POST /acs/answer': ({ form }) => answered(form),
    'POST /payment/rest/finish3ds.do': ({ form }) => (form.get('PaRes') === 'Y' ? paid() : decline),
    'POST /payment/rest/getFinishedPaymentInfo.do': () => ({ body: { status: state ?? now } }),
  };
  const stub = await stubServer(
    t,
    (request) => routes[`${request.method} ${request.path}`]?.(request) ?? { status: 404 },
  );
  return { ...stub, formUrl: `${stub.origin}/payment/merchants/shop/payment_en.html?mdOrder=order-1` };
};

/** A gateway with the payment page of the test. */
const pageServer = async (t: ExecutionContext, answer: (request: StubRequest, count: number) => StubReply) => {
  const stub = await stubServer(t, answer);
  return { ...stub, formUrl: `${stub.origin}/payment/merchants/shop/payment_en.html?mdOrder=order-1` };
};

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
    saveCard: true,
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
  t.like(await pay(gateway.formUrl, { leavePage: true }), { end: 'page', declines: [] });
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
  t.is((await pay(gateway.formUrl, { visitShop: true })).shopPage, '<h1>Thank you, order-1</h1>');
});

test('says what is wrong with an address that is no payment page', async (t) => {
  await t.throwsAsync(pay('payment_en.html'), { message: /not an http\(s\) address/ });
  await t.throwsAsync(pay('https://gateway.example/payment/'), { message: /has no mdOrder/ });
});

const runPay = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(['pay', ...args], { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join(''), err: err.join('') };
};

test('the pay command writes only the last address and exits with 0 after a payment', async (t) => {
  const gateway = await gatewayFor(t);

  t.deepEqual(await runPay(gateway.formUrl), { code: 0, out: `${returned}\n`, err: '' });
});

test('the pay command exits with 2 after a decline and says why', async (t) => {
  const gateway = await gatewayFor(t, { fates: { [poorPan]: 'decline' } });
  const atShop = await gatewayFor(t, { fates: { [poorPan]: 'pay' }, state: 'DECLINED' });

  const result = await runPay(gateway.formUrl, '--card', poorPan, '--expiry', '01/30', '--cvc', '321');

  t.deepEqual(result, { code: 2, out: `${gateway.origin}/payment/pay/submit\n`, err: 'declined: Not enough money\n' });
  t.is(gateway.received[1]?.form.get('newCardCvc'), '321');
  t.is((await runPay(atShop.formUrl, '--card', poorPan)).code, 2);
});

test('the pay command counts a finished verification as a success, and a doubtful end as neither', async (t) => {
  t.is((await runPay((await gatewayFor(t, { state: 'REVERSED' })).formUrl)).code, 0);

  const unsure = await runPay((await gatewayFor(t, { state: 'CREATED' })).formUrl);
  t.is(unsure.code, 1);
  t.is(unsure.err, 'not paid (paymentState CREATED); the last page was a redirect to the shop\n');
});

test('the pay command answers anything else with 1 and one line', async (t) => {
  const gateway = await gatewayFor(t, { fates: { '1': 'bad-number' } });
  await gateway.stop();
  const badCard = await gatewayFor(t, { fates: { '1': 'bad-number' } });

  const lines: readonly (readonly [readonly string[], RegExp])[] = [
    [['ftp://x'], /not an http/],
    [[gateway.formUrl], /^opening a page: cannot reach .*ECONNREFUSED/],
    [[badCard.formUrl, '--card', '1'], /^the card page refused the card: pan: Check the number/],
    [[badCard.formUrl, '--expiry', 'soon'], /MM\/YY/],
  ];
  for (const [args, message] of lines) {
    const { code, err } = await runPay(...args);
    t.is(code, 1);
    t.regex(err, message);
    t.is(err.trimEnd().split('\n').length, 1);
  }
});

test('the pay command explains itself, and its steps on demand', async (t) => {
  const gateway = await gatewayFor(t);

  const help = await runPay('--help');
  const verbose = await runPay(gateway.formUrl, '--verbose', '--otp', '123456');

  t.is(help.code, 0);
  t.regex(help.out, /--card <PAN>/);
  t.is(verbose.out, `${returned}\n`);
  t.is(verbose.err.trimEnd().split('\n').length, 5);
  t.regex(verbose.err, /^GET http.* 200 the payment page\n/);
});
