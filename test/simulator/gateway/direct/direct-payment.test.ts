import { constants, publicEncrypt, randomUUID } from 'node:crypto';
import test from 'ava';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { passIssuer } from '../../../helpers/payments/at-issuer.ts';
import { challengeCard, frictionlessCard, plainCard } from '../../../helpers/payments/pay.ts';
import { type Card, cardFields, inTwoCalls } from '../../../helpers/payments/pay-form.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const send = (simulator: TestSimulator, orderId: string, fields: Fields): Promise<Json> =>
  simulator.call('paymentorder.do', { MDORDER: orderId, language: 'en', ...fields });

const payDirectly = (simulator: TestSimulator, orderId: string, card: Card, fields: Fields = {}): Promise<Json> =>
  inTwoCalls((more) => send(simulator, orderId, { ...cardFields(card), ...fields, ...more }));

const backUrl = (orderId: string) => `https://shop.example/return?orderId=${orderId}&lang=en`;

const seToken = async (simulator: TestSimulator, parts: readonly string[]): Promise<string> => {
  const { keys } = await simulator.callBare('../se/keys.do');
  const key = { key: keys[0].keyValue, padding: constants.RSA_PKCS1_PADDING };
  return publicEncrypt(key, Buffer.from(parts.join('/'))).toString('base64');
};

for (const endpoint of ['paymentorder.do', 'paymentOrder.do']) {
  test(`${endpoint} pays a registered order at once where the card has no 3-D Secure`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId } = await simulator.register();

    const answer = await simulator.call(endpoint, { MDORDER: orderId, language: 'en', ...cardFields(plainCard) });

    t.deepEqual(answer, { redirect: backUrl(orderId), info: answer['info'], errorCode: 0 });
    t.like(await simulator.status(orderId), { orderStatus: 2, actionCode: 0, paymentWay: 'CARD' });
  });
}

test('takes year and month apart, $EXPIRY winning over them', async (t) => {
  const simulator = await simulatorFor(t);
  const apart = await simulator.register();
  const both = await simulator.register();
  const { $EXPIRY: _, ...card } = cardFields(plainCard);

  await send(simulator, apart.orderId, { ...card, YYYY: '2034', MM: '12' });
  await send(simulator, both.orderId, { ...cardFields(plainCard), YYYY: '2020', MM: '1' });

  t.is((await simulator.status(apart.orderId))['orderStatus'], 2);
  t.is((await simulator.status(both.orderId))['orderStatus'], 2);
});

test('answers the first call of 3-D Secure 2 with what the browser has to visit, the second with the challenge', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();

  const first = await send(simulator, orderId, cardFields(challengeCard));
  const { threeDSServerTransId } = first;
  const second = await send(simulator, orderId, {
    ...cardFields(challengeCard),
    threeDSServerTransID: threeDSServerTransId,
  });

  t.like(first, { errorCode: 0, is3DSVer2: true });
  t.regex(threeDSServerTransId, /^[0-9a-f-]{36}$/);
  t.true(first['threeDSMethodURLServer'].endsWith(threeDSServerTransId));
  t.deepEqual(Object.keys(second).sort(), ['acsUrl', 'errorCode', 'info', 'is3DSVer2', 'packedCReq']);
  t.is((await simulator.status(orderId))['orderStatus'], 5);
});

test('goes on without the card data by 3ds/continue.do, with the login or the public token', async (t) => {
  const merchant = { login: 'test_user', password: 'test_user_password', token: 'open-token' };
  const simulator = await simulatorFor(t, { merchants: [merchant] });
  const challenged = await simulator.register();
  const frictionless = await simulator.register();
  await send(simulator, challenged.orderId, cardFields(challengeCard));
  await send(simulator, frictionless.orderId, cardFields(frictionlessCard));

  const challenge = await simulator.call('3ds/continue.do', { mdOrder: challenged.orderId });
  const paid = await simulator.callBare('3ds/continue.do', { mdOrder: frictionless.orderId, token: 'open-token' });

  t.is(typeof challenge['packedCReq'], 'string');
  t.deepEqual(paid, { redirect: backUrl(frictionless.orderId), info: paid['info'], errorCode: 0, is3DSVer2: true });
  t.is((await simulator.call('3ds/continue.do', { mdOrder: frictionless.orderId }))['errorCode'], 7);
  t.is((await simulator.call('3ds/continue.do', { mdOrder: 'none' }))['errorCode'], 6);
});

test('sends the payer back to the shop`s own page, where the shop finishes 3-D Secure 2', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const answer = await payDirectly(simulator, orderId, challengeCard, {
    threeDSVer2FinishUrl: 'https://shop.example/3ds-done',
  });

  const back = await passIssuer(answer);
  const { threeDSServerTransID: threeDSServerTransId } = JSON.parse(
    Buffer.from(back.fields.find(({ name }) => name === 'cres')?.value ?? '', 'base64url').toString(),
  );
  const finished = await simulator.call('finish3dsVer2Payment.do', { threeDSServerTransId });

  t.is(back.action, 'https://shop.example/3ds-done');
  t.deepEqual(finished, { redirect: backUrl(orderId), errorCode: 0, is3DSVer2: true });
  t.like(await simulator.status(orderId), { orderStatus: 2, actionCode: 0 });
});

test('finishes nothing that the issuer has not answered, nor for another merchant', async (t) => {
  const merchants = [
    { login: 'test_user', password: 'test_user_password' },
    { login: 'other', password: 'secret' },
  ];
  const simulator = await simulatorFor(t, { merchants });
  const { orderId } = await simulator.register();
  const first = await send(simulator, orderId, cardFields(challengeCard));
  const { threeDSServerTransId } = first;
  await simulator.call('3ds/continue.do', { mdOrder: orderId });
  const finish = (fields: Fields) => simulator.call('finish3dsVer2Payment.do', fields);
  const other = { userName: 'other', password: 'secret' };

  t.is((await finish({ threeDSServerTransId }))['errorCode'], 5, 'the payer is still at the issuer');
  t.is((await finish({ threeDSServerTransId: 'none' }))['errorCode'], 6);
  t.is((await finish({ threeDSServerTransId, threeDSVer2MdOrder: 'other' }))['errorCode'], 6);
  t.is((await finish({ threeDSServerTransId, ...other }))['errorCode'], 5);
  t.is((await send(simulator, orderId, { ...cardFields(plainCard), ...other }))['errorCode'], 5);
  t.is((await simulator.status(orderId))['orderStatus'], 5);
});

test('a failed challenge sends the payer to the failUrl, with a number 0 and an error', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ failUrl: 'https://shop.example/fail' });
  const answer = await payDirectly(simulator, orderId, challengeCard, {
    threeDSVer2FinishUrl: 'https://shop.example/done',
  });

  await passIssuer(answer, '000000');
  const threeDSServerTransId = (await simulator.store.orders.find(orderId))?.attempts[0]?.threeDs?.serverTransId ?? '';
  const finished = await simulator.call('finish3dsVer2Payment.do', { threeDSServerTransId });

  t.like(finished, { errorCode: 0, redirect: `https://shop.example/fail?orderId=${orderId}&lang=en`, is3DSVer2: true });
  t.is(typeof finished['error'], 'string');
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -2025 });
});

test('speaks 3-D Secure 1 where the bank does: PaReq, the shop`s own TermUrl, finish3dsPayment.do', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, threeDsVersion: 1 } });
  const { orderId } = await simulator.register();

  const answer = await send(simulator, orderId, cardFields(challengeCard));
  const back = await passIssuer({ ...answer, termUrl: 'https://shop.example/term' });
  const paRes = back.fields.find(({ name }) => name === 'PaRes')?.value ?? '';
  const finished = await simulator.call('finish3dsPayment.do', { mdOrder: orderId, paRes });

  t.deepEqual(Object.keys(answer).sort(), ['acsUrl', 'errorCode', 'info', 'paReq', 'termUrl']);
  t.is(back.action, 'https://shop.example/term');
  t.deepEqual(finished, { redirect: backUrl(orderId), errorCode: 0 });
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('a decline is a number 0 with a way on, while attempts are left and after the last', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 2 });
  const { orderId } = await simulator.register({ failUrl: 'https://shop.example/fail' });
  const poor = { ...plainCard, pan: cardForActionCode(116) };

  const first = await payDirectly(simulator, orderId, poor);
  const last = await payDirectly(simulator, orderId, poor);

  const expected = { errorCode: 0, redirect: `https://shop.example/fail?orderId=${orderId}&lang=en` };
  t.like(first, { ...expected, errorTypeName: 'DATA_INPUT_ERROR', processingErrorType: 'CLIENT_ERROR' });
  t.is(first['error'], first['errorMessage']);
  t.like(last, expected);
  t.false('processingErrorType' in last);
  t.like(await simulator.status(orderId), { orderStatus: 6, actionCode: 116 });
});

test('refuses before anything is tried: a number, the text twice, and no 3-D Secure', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();

  const answer = await send(simulator, orderId, { ...cardFields(plainCard), $PAN: '4444555511113334' });

  t.deepEqual(answer, {
    error: 'Unknown payment system: check the card number',
    errorCode: 1,
    is3DSVer2: false,
    errorMessage: 'Unknown payment system: check the card number',
  });
  t.is((await send(simulator, 'none', cardFields(plainCard)))['errorCode'], 6);
  t.is((await send(simulator, orderId, { ...cardFields(plainCard), password: 'wrong' }))['errorCode'], 5);
  t.is((await simulator.status(orderId))['actionCode'], -100);
});

test('takes an encrypted card, but only for the order that it is meant for', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const parts = ['2026-01-01T08:00:00+05:00', randomUUID(), plainCard.pan, '123', '203412'];
  const pay = async (sent: readonly string[]) =>
    send(simulator, orderId, { TEXT: 'AIDA BEK', seToken: await seToken(simulator, sent) });

  t.is((await pay([...parts, 'another-order']))['errorCode'], 5);
  t.is((await pay(['yesterday', ...parts.slice(1), orderId]))['errorCode'], 5);
  t.is((await send(simulator, orderId, { TEXT: 'AIDA BEK', seToken: 'bm9uZQ==' }))['errorCode'], 5);
  t.is((await pay([...parts, orderId]))['errorCode'], 0);
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('the keys for encrypted cards are one RSA key in PEM', async (t) => {
  const simulator = await simulatorFor(t);

  const { keys, ...rest } = await simulator.callBare('../se/keys.do');

  t.deepEqual(rest, {});
  t.is(keys.length, 1);
  t.regex(keys[0].keyValue, /^-----BEGIN PUBLIC KEY-----\n/);
  t.is(keys[0].protocolVersion, 'RSA');
  t.true(keys[0].keyExpiration > simulator.clock.now());
});

test('takes the merchant`s word for an authentication of its own', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const own = { eci: '05', cavv: 'AAABBBCCC=', xid: 'ds-trans-1', threeDSProtocolVersion: '2.2.0' };

  const answer = await payDirectly(simulator, orderId, challengeCard, { jsonParams: JSON.stringify(own) });

  t.deepEqual(Object.keys(answer).sort(), ['errorCode', 'info', 'redirect']);
  t.deepEqual((await simulator.status(orderId))['cardAuthInfo'].secureAuthInfo, {
    eci: 5,
    threeDSInfo: { cavv: 'AAABBBCCC=', xid: 'ds-trans-1' },
    threeDSProtocolVersion: '2.2.0',
  });
  t.is(
    (await payDirectly(simulator, (await simulator.register()).orderId, plainCard, { jsonParams: '{"eci":"five"}' }))[
      'errorCode'
    ],
    5,
  );
});

test('sends the payer on by acsRedirect.do: to the issuer, or back to the shop', async (t) => {
  const simulator = await simulatorFor(t);
  const waiting = await simulator.register();
  await payDirectly(simulator, waiting.orderId, challengeCard);
  const paid = await simulator.register();
  await payDirectly(simulator, paid.orderId, plainCard);
  const open = (orderId: string) =>
    fetch(`${simulator.url}/payment/acsRedirect.do?orderId=${orderId}`, { redirect: 'manual' });

  t.true((await (await open(waiting.orderId)).text()).includes('name="creq"'));
  const back = await open(paid.orderId);
  t.is(back.status, 302);
  t.is(back.headers.get('location'), backUrl(paid.orderId));
  t.is((await open('none')).status, 404);
});

test('says whether a card takes part in 3-D Secure', async (t) => {
  const simulator = await simulatorFor(t);
  const ask = (pan: string) => simulator.call('verifyEnrollment.do', { pan });

  t.deepEqual(await ask(challengeCard.pan), {
    errorCode: '0',
    errorMessage: 'Success',
    emitterName: 'SIMULATED ISSUER BANK',
    emitterCountryCode: 'KZ',
    enrolled: 'Y',
  });
  t.is((await ask(plainCard.pan))['enrolled'], 'N');
  t.is((await ask('4444'))['errorCode'], '1');
});

test('answers the page`s small questions', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ feeInput: '150' });

  t.deepEqual(await simulator.callBare('isMaestroCard.do', { pan: '5018000000000009' }), {
    errorCode: 0,
    isMaestro: true,
  });
  t.deepEqual(await simulator.callBare('isMaestroCard.do', { pan: plainCard.pan }), { errorCode: 0, isMaestro: false });
  t.deepEqual(await simulator.callBare('getFee.do', { mdOrder: orderId, pan: plainCard.pan }), {
    errorCode: 0,
    fee: 150,
  });
  t.is((await simulator.callBare('getFee.do', { mdOrder: 'none' }))['errorCode'], 6);
  t.is((await simulator.callBare('getPaymentSettings.do', { login: 'test_user' }))['errorCode'], 0);
  t.is((await simulator.callBare('getPaymentSettings.do', { login: 'nobody' }))['errorCode'], 5);
});

test('keeps no card number and no code of a direct payment', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  await payDirectly(simulator, orderId, { ...plainCard, cvc: '987' });

  const kept = JSON.stringify(await simulator.store.orders.find(orderId));

  t.false(kept.includes(plainCard.pan));
  t.notRegex(kept, /\b987\b/, 'as a value; ids may have these digits in them');
});
