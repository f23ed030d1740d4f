import test from 'ava';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { infoFor } from '../../../../simulator/wire/info-for.ts';
import { challengeCard, plainCard } from '../../../helpers/payments/pay.ts';
import { cardFields, inTwoCalls, payForm } from '../../../helpers/payments/pay-form.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

const beingProcessed = 'The order is being processed. Redirecting…';

const texts: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^The payment went through\./, [0]],
  [/^The payment was declined\. Check the card/, [116, 71015, 82, 101, 111]],
  [/^This payment cannot be made\./, [2002, 8204, 904]],
  [/^The payment was declined\. Please ask the shop/, [109, 911, 121, 123, 999]],
  [/^The payment was declined\. Please ask the bank/, [100, 103, 104, 107, 120, 5]],
  [/^The bank could not confirm that it was you/, [-2006, -2025, -2018, -2022]],
  [/^There is no connection with the bank/, [907, 910, 151017]],
  [/^The time for entering the card details is over/, [-2007, -2014]],
  [/^The bank did not answer in time/, [-1, 151018, 151019]],
  [/^The order is being processed\./, [-30001]],
];
for (const [text, codes] of texts) {
  for (const code of codes) {
    test(`info of action code ${code}`, (t) => {
      t.regex(infoFor(code, 'en'), text);
    });
  }
}

test('info of an answer with acsUrl does not say that anything is paid', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const onPage = await simulator.register();

  const answer = await inTwoCalls((more) =>
    simulator.call('paymentorder.do', { MDORDER: orderId, language: 'en', ...cardFields(challengeCard), ...more }),
  );

  t.like(answer, { info: beingProcessed });
  t.like(await payForm(simulator, onPage.orderId, challengeCard), { info: beingProcessed });
});

test('info of a card check does not say that anything is paid', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ features: 'VERIFY', amount: '0' });
  t.like(await payForm(simulator, orderId, plainCard), { info: beingProcessed });
});

test('a declined card has an error and no info in calls of shops, and both on the page', async (t) => {
  const simulator = await simulatorFor(t);
  const card = { ...plainCard, pan: cardForActionCode(116) };
  const { orderId } = await simulator.register();
  const direct = await simulator.call('paymentorder.do', { MDORDER: orderId, language: 'en', ...cardFields(card) });

  t.false('info' in direct);
  t.like(direct, { errorTypeName: 'DATA_INPUT_ERROR', processingErrorType: 'CLIENT_ERROR' });
  t.true('info' in (await payForm(simulator, (await simulator.register()).orderId, card)));
});

test('a failed authentication has its own error type', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ features: 'FORCE_TDS' });
  const answer = await simulator.call('paymentorder.do', {
    MDORDER: orderId,
    language: 'en',
    ...cardFields(plainCard),
  });

  t.like(answer, { errorTypeName: 'TDS_UNKNOWN_ARES_STATUS', processingErrorType: 'MANDATORY_3DSECURE' });
});
