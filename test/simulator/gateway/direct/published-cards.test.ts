import test from 'ava';
import { passIssuer } from '../../../helpers/payments/at-issuer.ts';
import { challengeCard, frictionlessCard, pay } from '../../../helpers/payments/pay.ts';
import { cardFields, inTwoCalls } from '../../../helpers/payments/pay-form.ts';
import { type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

/** As BPC's page and Bereke's Kazakh page print them. */
const printed = [
  ['5555555555555599', '12/34'],
  ['5555555555555599', '12/24'],
  ['4111111111111111', '12/26'],
  ['4000001111111118', '12/30'],
  ['4444555511113333', '12/26'],
  ['4444555511113333', '12/24'],
  ['4012001038166662', '12/24'],
  ['5000001111111115', '12/30'],
] as const;
for (const [pan, expiry] of printed) {
  test(`${pan} with ${expiry} never expires`, async (t) => {
    const simulator = await simulatorFor(t);
    await simulator.clock.advance(40 * 365 * 86_400_000);
    const { formUrl, orderId } = await simulator.register();

    await pay(formUrl, { card: { pan, expiry, cvc: '123' } });

    t.like(await simulator.status(orderId), { orderStatus: 2, actionCode: 0 });
  });
}

test("Bereke's older card passes with the code 12345678", async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl, orderId } = await simulator.register();
  await pay(formUrl, { card: { pan: '4012001038166662', expiry: '12/24', cvc: '123' }, otp: '12345678' });
  t.like(await simulator.status(orderId), { orderStatus: 2 });
});

const sendWrong = (simulator: TestSimulator, orderId: string, card: typeof challengeCard | typeof frictionlessCard) =>
  inTwoCalls((more) =>
    simulator.call('paymentorder.do', {
      MDORDER: orderId,
      language: 'en',
      ...cardFields({ ...card, cvc: '999' }),
      threeDSVer2FinishUrl: 'https://shop.example/done',
      ...more,
    }),
  );

const declined: Json = { errorCode: 0, is3DSVer2: true };

test('a wrong CVC of a card with a challenge declines after the challenge', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ failUrl: 'https://shop.example/fail' });

  const answer = await sendWrong(simulator, orderId, challengeCard);
  await passIssuer(answer);
  const { threeDSServerTransID: threeDSServerTransId } = JSON.parse(
    Buffer.from(answer['packedCReq'], 'base64url').toString(),
  );
  const end = await simulator.call('finish3dsVer2Payment.do', { threeDSServerTransId });

  t.is(typeof answer['acsUrl'], 'string');
  t.like(end, declined);
  t.is(typeof end['error'], 'string');
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 71015 });
});

test('a wrong CVC of a card without a challenge declines with the mark of 3-D Secure 2', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ failUrl: 'https://shop.example/fail' });

  t.like(await sendWrong(simulator, orderId, frictionlessCard), {
    ...declined,
    errorTypeName: 'DATA_INPUT_ERROR',
    processingErrorType: 'CLIENT_ERROR',
  });
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 71015 });
});
