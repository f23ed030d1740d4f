import test from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { attemptCard, challengeCard, frictionlessCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { submit } from './open-and-submit.ts';

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

test('answers getSessionStatus.do while the order is open and afterwards', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'N-1', sessionTimeoutSecs: '600' });

  const before = await pageCall(simulator, 'getSessionStatus.do', { MDORDER: orderId });
  await submit(formUrl);
  const after = await pageCall(simulator, 'getSessionStatus.do', { MDORDER: orderId, language: 'ru' });

  t.like(before, { remainingSecs: 600, orderNumber: 'N-1', amount: '15000.00 KZT', sessionStatus: 0, sslOnly: false });
  t.is(before['redirect'], undefined);
  t.false(before['orderExpired']);
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
