import test from 'ava';
import { GatewayRefused, makeSeToken, Payer, paymentStep } from '../../client/index.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { fieldOf, passIssuer, sendBack, visitMethodPages } from '../helpers/payments/at-issuer.ts';
import { challengeCard, frictionlessCard, plainCard } from '../helpers/payments/pay.ts';
import { sentCard } from '../helpers/payments/sent-card.ts';
import { returnUrl, shopJourney } from '../helpers/shop/shop-journey.ts';

const paid = [2, 9_000, 9_000, 0];
const back = (orderId: string) => `${returnUrl}?orderId=${orderId}&lang=en`;

test('a card without 3-D Secure is charged at once, in clear or encrypted by the shop`s page', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const first = await client.register(order('book-1', 9_000));
  const second = await client.register(order('book-2', 9_000));
  const card = sentCard(plainCard);
  const [key] = await client.direct.publicKeys();
  t.is((await client.direct.verifyEnrollment({ pan: plainCard.pan })).enrolled, 'N');

  const inClear = await client.direct.payOrder({ orderId: first.orderId, ...card, ip: '192.0.2.7', language: 'en' });
  const { cardholderName, ...sealed } = card;
  const seToken = makeSeToken({ publicKey: key?.keyValue ?? '', ...sealed, orderId: second.orderId });
  const encrypted = await client.direct.payOrder({ orderId: second.orderId, seToken, cardholderName });
  const twice = client.direct.payOrder({ orderId: second.orderId, seToken, cardholderName });

  t.is(paymentStep(inClear), 'finished');
  t.is(inClear.redirect, back(first.orderId));
  t.is(paymentStep(encrypted), 'finished');
  await t.throwsAsync(twice, { instanceOf: GatewayRefused });
  for (const [orderNumber, { orderId }] of [['book-1', first] as const, ['book-2', second] as const]) {
    t.deepEqual(await amountsOf(orderId), paid);
    t.is((await client.getOrderStatus({ orderId })).paymentWay, 'CARD');
    t.deepEqual(await heardOf(orderNumber), ['deposited=1']);
  }
});

test('an issuer that knows the browser asks nothing: two calls, and no page between them', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const { orderId } = await client.register(order('book-1', 9_000));
  const payment = { orderId, ...sentCard(frictionlessCard) };
  t.is((await client.direct.verifyEnrollment({ pan: frictionlessCard.pan })).enrolled, 'Y');

  const first = await client.direct.payOrder(payment);
  t.is(paymentStep(first), 'browser-check');
  await visitMethodPages(first);
  const second = await client.direct.payOrder({ ...payment, threeDSServerTransId: first.threeDSServerTransId ?? '' });

  t.is(paymentStep(second), 'finished');
  t.is(second.redirect, back(orderId));
  const { cardAuthInfo } = await client.getOrderStatus({ orderId });
  t.like(cardAuthInfo?.secureAuthInfo, { eci: 5, threeDsType: '4', aresTransStatus: 'Y' });
  t.deepEqual(await amountsOf(orderId), paid);
  t.deepEqual(await heardOf('book-1'), ['deposited=1']);
});

test('a challenge ends on the shop`s own page, which finishes the payment', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const { orderId } = await client.register(order('book-1', 9_000));
  const threeDSVer2FinishUrl = 'https://shop.example/3ds-done';
  const payment = { orderId, ...sentCard(challengeCard), threeDSVer2FinishUrl };

  const { threeDSServerTransId = '' } = await client.direct.payOrder(payment);
  const challenge = await client.direct.payOrder({ ...payment, threeDSServerTransId });
  t.is(paymentStep(challenge), 'challenge');
  t.deepEqual((await amountsOf(orderId))[0], 5, 'the customer is at the issuer');
  const early = client.direct.finish3dsVer2({ threeDSServerTransId });
  await t.throwsAsync(early, { instanceOf: GatewayRefused });
  const form = await passIssuer(challenge);
  const finished = await client.direct.finish3dsVer2({ threeDSServerTransId });

  t.is(form.action, threeDSVer2FinishUrl);
  t.is(JSON.parse(Buffer.from(fieldOf(form, 'cres'), 'base64url').toString()).transStatus, 'Y');
  t.is(paymentStep(finished), 'finished');
  t.is(finished.redirect, back(orderId));
  t.deepEqual(await amountsOf(orderId), paid);
  t.deepEqual(await heardOf('book-1'), ['deposited=1']);
});

test('a challenge ends at the gateway, which sends the customer on, after a second call without the card', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const { orderId } = await client.register(order('book-1', 9_000));

  await client.direct.payOrder({ orderId, ...sentCard(challengeCard) });
  const challenge = await client.direct.continue3ds({ orderId });

  t.is(paymentStep(challenge), 'challenge');
  t.is(await sendBack(await passIssuer(challenge)), back(orderId));
  t.deepEqual(await amountsOf(orderId), paid);
  t.deepEqual(await heardOf('book-1'), ['deposited=1']);
});

test('a shop that only redirects leaves all pages of 3-D Secure to acsRedirect.do', async (t) => {
  const { simulator, client, order, amountsOf, heardOf } = await shopJourney(t);
  const { orderId } = await client.register(order('book-1', 9_000));
  await client.direct.payOrder({ orderId, ...sentCard(challengeCard) });
  await client.direct.continue3ds({ orderId });

  const walk = await new Payer().pay(`${simulator.url}/payment/acsRedirect.do?orderId=${orderId}`);

  t.is(walk.end, 'shop');
  t.is(walk.url, back(orderId));
  t.deepEqual(await amountsOf(orderId), paid);
  t.deepEqual(await heardOf('book-1'), ['deposited=1']);
});

test('3-D Secure 1 has one call and a PaRes that comes back to the shop', async (t) => {
  const bank = { ...bereke, threeDsVersion: 1 } as const;
  const { client, order, amountsOf, heardOf } = await shopJourney(t, { simulator: { bank } });
  const own = await client.register(order('book-1', 9_000));
  const theirs = await client.register(order('book-2', 9_000));
  const card = sentCard(challengeCard);

  const atIssuer = await client.direct.payOrder({ orderId: own.orderId, ...card });
  t.is(paymentStep(atIssuer), 'challenge');
  const form = await passIssuer({ ...atIssuer, termUrl: 'https://shop.example/term' });
  const finished = await client.direct.finish3ds({ orderId: own.orderId, paRes: fieldOf(form, 'PaRes') });
  const other = await client.direct.payOrder({ orderId: theirs.orderId, ...card });
  const location = await sendBack(await passIssuer(other));

  t.is(form.action, 'https://shop.example/term');
  t.is(finished.redirect, back(own.orderId));
  t.is(location, back(theirs.orderId), 'finish3ds.do of the gateway does the same by itself');
  for (const { orderId } of [own, theirs]) t.deepEqual(await amountsOf(orderId), paid);
  t.deepEqual(await heardOf('book-1'), ['deposited=1']);
});

test('a declined card is an answer, a wrong one a refusal, and the next card pays', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const failUrl = 'https://shop.example/fail';
  const { orderId } = await client.register(order('book-1', 9_000, { failUrl }));
  const pay = (pan: string) => client.direct.payOrder({ orderId, ...sentCard({ ...plainCard, pan }) });

  const wrong = await t.throwsAsync(pay('4444555511113334'), { instanceOf: GatewayRefused });
  t.is(wrong?.errorCode, '1');
  t.is((await client.getOrderStatus({ orderId })).actionCode, -100, 'nobody has tried yet');
  const declined = await pay(cardForActionCode(116));
  t.is(paymentStep(declined), 'declined');
  t.like(declined, { errorCode: '0', redirect: `${failUrl}?orderId=${orderId}&lang=en` });
  t.like(await client.getOrderStatus({ orderId }), { orderStatus: 0, actionCode: 116 });

  t.is(paymentStep(await pay(plainCard.pan)), 'finished');
  t.deepEqual(await amountsOf(orderId), paid);
  t.deepEqual(await heardOf('book-1'), ['deposited=0', 'deposited=1']);
});

test('a challenge that the customer fails is declined where the shop finishes it', async (t) => {
  const { client, order, heardOf } = await shopJourney(t, { simulator: { paymentAttempts: 1 } });
  const { orderId } = await client.register(order('book-1', 9_000));
  const { threeDSServerTransId = '' } = await client.direct.payOrder({ orderId, ...sentCard(challengeCard) });

  await passIssuer(await client.direct.continue3ds({ orderId }), '000000');
  const finished = await client.direct.finish3dsVer2({ threeDSServerTransId });

  t.is(paymentStep(finished), 'declined');
  t.like(await client.getOrderStatus({ orderId }), { orderStatus: 6, actionCode: -2025 });
  t.is((await client.waitForPayment({ orderId })).outcome, 'declined');
  t.deepEqual(await heardOf('book-1'), ['deposited=0']);
});

test('a shop with a 3-D Secure server of its own sends its result, and there is no second call', async (t) => {
  const { client, order, amountsOf } = await shopJourney(t);
  const { orderId } = await client.register(order('book-1', 9_000));
  const jsonParams = { eci: '05', cavv: 'AAABBBCCC=', xid: 'ds-trans-1', threeDSProtocolVersion: '2.2.0' };

  const answer = await client.direct.payOrder({ orderId, ...sentCard(challengeCard), jsonParams });

  t.is(paymentStep(answer), 'finished');
  const { cardAuthInfo } = await client.getOrderStatus({ orderId });
  t.like(cardAuthInfo?.secureAuthInfo, { eci: 5, threeDSInfo: { cavv: 'AAABBBCCC=', xid: 'ds-trans-1' } });
  t.deepEqual(await amountsOf(orderId), paid);
});
