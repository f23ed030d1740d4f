import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import test from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { attemptCard, challengeCard, frictionlessCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const open = (url: string) => fetch(url, { redirect: 'manual' });

/** Submits the page's form the way a browser without JavaScript does. */
const submit = (formUrl: string, fields: Fields = {}) => {
  const body = new URLSearchParams({
    mdOrder: new URL(formUrl).searchParams.get('mdOrder') ?? '',
    pan: plainCard.pan,
    expiry: plainCard.expiry,
    newCardCvc: plainCard.cvc,
    cardholderName: 'AIDA TESTOVA',
    ...fields,
  });
  return fetch(formUrl, { method: 'POST', body, redirect: 'manual' });
};

/** One of the page's own calls. */
const pageCall = async (simulator: TestSimulator, name: string, fields: Fields): Promise<Json> => {
  const answer = await fetch(simulator.restUrl + name, { method: 'POST', body: new URLSearchParams(fields) });
  return (await answer.json()) as Json;
};

const cardFields = ({ pan, cvc }: { pan: string; cvc: string }): Fields => ({
  $PAN: pan,
  $CVC: cvc,
  $EXPIRY: '203412',
  TEXT: 'AIDA TESTOVA',
  language: 'en',
});

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

const returns = [
  ['https://shop.example/ok', 'https://shop.example/ok?orderId=ID&lang=en'],
  ['https://shop.example/?back', 'https://shop.example/?back&orderId=ID&lang=en'],
  ['https://shop.example/ok?a=1&b=2#top', 'https://shop.example/ok?a=1&b=2&orderId=ID&lang=en#top'],
  ['https://shop.example/ok?', 'https://shop.example/ok?orderId=ID&lang=en'],
  ['myshop://paid', 'myshop://paid?orderId=ID&lang=en'],
  [
    'https://shop.example/спасибо',
    'https://shop.example/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE?orderId=ID&lang=en',
  ],
] as const;
for (const [returnUrl, expected] of returns) {
  test(`sends the payer from ${returnUrl} on with orderId and lang`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register({ returnUrl });

    const answer = await submit(formUrl);

    t.is(answer.status, 302);
    t.is(answer.headers.get('location'), expected.replace('ID', orderId));
  });
}

test('takes an address without a scheme as one below the gateway', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register({ returnUrl: 'finish.html' });

  const answer = await submit(formUrl);

  const location = answer.headers.get('location') ?? '';
  t.is(location, `${simulator.url}/payment/finish.html?orderId=${orderId}&lang=en`);
  t.true((await (await open(location)).text()).includes('data-page="finish"'));
});

test('goes to failUrl after the last decline, to returnUrl where there is none', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const card = { pan: cardForActionCode(116) };
  const withFail = await simulator.register({ failUrl: 'https://shop.example/fail' });
  const without = await simulator.register();

  t.true((await pay(withFail.formUrl, { card })).url.startsWith('https://shop.example/fail?'));
  t.true((await pay(without.formUrl, { card })).url.startsWith('https://shop.example/return?'));
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

test('sends a finished order on at once, whichever way it finished, and never pays it twice', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const paid = await simulator.register();
  await submit(paid.formUrl);
  const declined = await simulator.register({ failUrl: 'https://shop.example/fail' });
  await submit(declined.formUrl, { pan: cardForActionCode(5) });
  const expired = await simulator.register({ failUrl: 'https://shop.example/fail' });
  await simulator.clock.advance(1_200_000);

  for (const [{ formUrl, orderId }, address] of [
    [paid, 'return'],
    [declined, 'fail'],
    [expired, 'fail'],
  ] as const) {
    const location = `https://shop.example/${address}?orderId=${orderId}&lang=en`;
    t.is((await open(formUrl)).headers.get('location'), location);
    t.is((await submit(formUrl)).headers.get('location'), location);
  }
  t.is((await simulator.store.orders.find(paid.orderId))?.attempts.length, 1);
  t.is((await simulator.status(expired.orderId))['actionCode'], -2014);
});

test('gives one payment for many submissions at the same moment', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(formUrl)));

  t.true(answers.every(({ status }) => status === 302));
  t.like(await simulator.status(orderId), { orderStatus: 2, paymentAmountInfo: { depositedAmount: 1_500_000 } });
  t.is((await simulator.store.orders.find(orderId))?.attempts.length, 1);
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

test('answers getSessionStatus.do while the order is open and afterwards', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'N-1', sessionTimeoutSecs: '600' });

  const before = await pageCall(simulator, 'getSessionStatus.do', { MDORDER: orderId });
  await submit(formUrl);
  const after = await pageCall(simulator, 'getSessionStatus.do', { MDORDER: orderId, language: 'ru' });

  t.like(before, { remainingSecs: 600, orderNumber: 'N-1', amount: '15000.00 KZT', sessionStatus: 0, sslOnly: false });
  t.is(before['redirect'], undefined);
  t.deepEqual(after, {
    redirect: `https://shop.example/return?orderId=${orderId}&lang=ru`,
    orderExpired: false,
    merchantInfo: { custom: false },
  });
  t.like(await pageCall(simulator, 'getSessionStatus.do', { MDORDER: 'nobody' }), { errorCode: 6 });
  t.like(await pageCall(simulator, 'getSessionStatus.do', {}), { errorCode: 4 });
});

test('pays by processform.do in one call without 3-D Secure', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();

  const answer = await pageCall(simulator, 'processform.do', { MDORDER: orderId, ...cardFields(plainCard) });

  t.is(answer['errorCode'], 0);
  t.is(answer['redirect'], `https://shop.example/return?orderId=${orderId}&lang=en`);
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('pays by processform.do in two calls with a frictionless card, in either spelling of the id', async (t) => {
  for (const spelling of ['threeDSServerTransId', 'threeDSServerTransID']) {
    const simulator = await simulatorFor(t);
    const { orderId } = await simulator.register();
    const card = { MDORDER: orderId, ...cardFields(frictionlessCard) };

    const first = await pageCall(simulator, 'processform.do', card);
    const between = await simulator.status(orderId);
    const second = await pageCall(simulator, 'processform.do', { ...card, [spelling]: first['threeDSServerTransId'] });

    t.like(first, { errorCode: 0, is3DSVer2: true });
    t.is(typeof first['threeDSMethodDataPacked'], 'string');
    t.is(between['orderStatus'], 0);
    t.is(second['redirect'], `https://shop.example/return?orderId=${orderId}&lang=en`);
    t.is((await simulator.status(orderId))['cardAuthInfo'].secureAuthInfo.aresTransStatus, 'Y');
  }
});

test('goes to the issuer by processform.do with a challenge card, and ends there', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const card = { MDORDER: orderId, ...cardFields(challengeCard) };
  const { threeDSServerTransId } = await pageCall(simulator, 'processform.do', card);

  const second = await pageCall(simulator, 'processform.do', { ...card, threeDSServerTransId });
  const creq = JSON.parse(Buffer.from(second['packedCReq'], 'base64url').toString());

  t.like(second, { errorCode: 0, is3DSVer2: true, acsUrl: `${simulator.url}/acs/challenge` });
  t.like(creq, { messageType: 'CReq', threeDSServerTransID: threeDSServerTransId });
  t.is((await simulator.status(orderId))['orderStatus'], 5);
  t.is((await pageCall(simulator, 'getSessionStatus.do', { MDORDER: orderId }))['acsUrl'], second['acsUrl']);
});

test('says a decline in processform.do with errorCode 0, and redirects only after the last attempt', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 2 });
  const { orderId } = await simulator.register({ failUrl: 'https://shop.example/fail' });
  const card = { MDORDER: orderId, ...cardFields({ pan: cardForActionCode(116), cvc: '123' }) };

  const first = await pageCall(simulator, 'processform.do', card);
  const last = await pageCall(simulator, 'processform.do', card);

  t.like(first, {
    errorCode: 0,
    error: 'Not enough money on the card. Top it up or use another card.',
    processingErrorType: 'CLIENT_ERROR',
  });
  t.is(first['redirect'], undefined);
  t.is(last['redirect'], `https://shop.example/fail?orderId=${orderId}&lang=en`);
  t.is(last['errorCode'], 0);
});

test('stores the card by processform.do unless the page says that it is not wanted', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingOf = async (fields: Fields) => {
    const { orderId } = await simulator.register({ clientId: 'c-1' });
    await pageCall(simulator, 'processform.do', { MDORDER: orderId, ...cardFields(plainCard), ...fields });
    return (await simulator.status(orderId))['bindingInfo'].bindingId;
  };

  t.is(typeof (await bindingOf({})), 'string');
  t.is(typeof (await bindingOf({ bindingNotNeeded: 'false' })), 'string');
  t.is(await bindingOf({ bindingNotNeeded: 'true' }), undefined);
});

const badForms = [
  ['a wrong number', { $PAN: '4444555511113334' }, 1],
  ['no CVC', { $CVC: '' }, 1],
  ['an expired date', { $EXPIRY: '202512' }, 1],
  ['no order', { MDORDER: '' }, 4],
  ['an unknown order', { MDORDER: 'nobody' }, 6],
  ['an unknown outcome', { jsonParams: '{"scenario":"no-such-thing"}' }, 5],
] as const;
for (const [what, fields, errorCode] of badForms) {
  test(`refuses ${what} in processform.do with ${errorCode}, and tries nothing`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId } = await simulator.register();

    const answer = await pageCall(simulator, 'processform.do', {
      MDORDER: orderId,
      ...cardFields(plainCard),
      ...fields,
    });

    t.is(answer['errorCode'], errorCode);
    t.is(typeof answer['error'], 'string');
    t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -100 });
  });
}

test('tells by showErrors.do and getFinishedPaymentInfo.do how an order ended', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'N-1' });

  t.deepEqual(await pageCall(simulator, 'showErrors.do', { MDORDER: orderId }), { errorCode: 0 });
  await submit(formUrl, { pan: attemptCard.pan });
  const { redirect } = await pageCall(simulator, 'showErrors.do', { MDORDER: orderId });
  const info = await pageCall(simulator, 'getFinishedPaymentInfo.do', { orderId });

  t.is(redirect, `https://shop.example/return?orderId=${orderId}&lang=en`);
  t.like(info, { status: 'DEPOSITED', panMasked: '400000**1118', formattedAmount: '15000.00 KZT', orderNumber: 'N-1' });
  t.regex(info['approvalCode'], /^\d{6}$/);
});

test('speaks 3-D Secure 1 where the bank does', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, threeDsVersion: 1 } });
  const paid = await simulator.register();
  const failed = await simulator.register();
  const { orderId } = await simulator.register();

  const answer = await pageCall(simulator, 'processform.do', { MDORDER: orderId, ...cardFields(challengeCard) });
  const passedWalk = await pay(paid.formUrl);
  await pay(failed.formUrl, { otp: '000000' });

  t.like(answer, { errorCode: 0, termUrl: `${simulator.url}/payment/rest/finish3ds.do?lang=en` });
  t.is(typeof answer['paReq'], 'string');
  t.is(passedWalk.end, 'shop');
  t.is((await simulator.status(paid.orderId))['orderStatus'], 2);
  t.like(await simulator.status(failed.orderId), { orderStatus: 0, actionCode: -2006 });
});

test('shows the sandbox panel unless it is switched off', async (t) => {
  const shown = await simulatorFor(t);
  const hidden = await simulatorFor(t, { sandboxPanel: false });
  const { formUrl } = await hidden.register();

  const html = await (await open(formUrl)).text();

  t.false(html.includes('sandboxOutcome'));
  t.true((await (await open((await shown.register()).formUrl)).text()).includes('sandboxOutcome'));
  await submit(formUrl, { sandboxOutcome: 'insufficient-funds' });
  t.is((await open(formUrl)).status, 302, 'a hidden panel has no say');
});

test('lets the panel choose any outcome by name', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  await submit(formUrl, { sandboxOutcome: 'card-lost' });

  t.is((await simulator.status(orderId))['actionCode'], 208);
});

test('gives the page all outcomes in groups, also those of scenario files', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  const hidden = await simulatorFor(t, { sandboxPanel: false });
  const path = '/payment/merchants/sandbox-outcomes.json';

  const groups = (await (await open(`${simulator.url}${path}`)).json()) as {
    readonly group: string;
    readonly options: readonly { readonly value: string }[];
  }[];
  const valuesIn = (name: string) => groups.find(({ group }) => group === name)?.options.map(({ value }) => value);

  t.true(valuesIn('Outcomes')?.includes('challenge-failed'));
  t.true(valuesIn('Scenarios')?.includes('slow-bank'));
  t.true(valuesIn('Declined by the issuer')?.includes('card-lost'));
  t.is((await open(`${hidden.url}${path}`)).status, 404);
});

test('keeps the outcome that was asked for when the form comes back, and says so where there is none of that name', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  const wrongCard = await (await submit(formUrl, { pan: '1', sandboxOutcome: 'card-lost' })).text();
  const wrongName = await (await submit(formUrl, { sandboxOutcome: 'card-losst' })).text();

  t.regex(wrongCard, /name="sandboxOutcome"[^>]*value="card-lost"/);
  t.regex(wrongName, /data-field-error="general">[^<]*card-losst/);
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -100 });
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

test('shows its own result and error pages', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  await submit(formUrl);
  const base = `${simulator.url}/payment/merchants/ecom`;

  const finish = await (await open(`${base}/finish.html?orderId=${orderId}&lang=ru`)).text();
  const error = await (await open(`${base}/errors_en.html?error=payment.errors.order_already_processed`)).text();

  t.true(finish.includes('data-page="finish"') && finish.includes('444455**3333') && finish.includes('lang="ru"'));
  t.true(error.includes('data-page="error"') && error.includes('processed already'));
});
