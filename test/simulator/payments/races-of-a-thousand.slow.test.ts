import test from 'ava';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import './races.test.ts';

test('lets exactly five hundred of a thousand refunds succeed that arrive at once', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ amount: '500' });
  await payForm(simulator, orderId, plainCard);

  const answers = await Promise.all(
    Array.from({ length: 1_000 }, () => simulator.call('refund.do', { orderId, amount: '1' })),
  );

  t.is(answers.filter(({ errorCode }) => errorCode === '0').length, 500);
  t.is(answers.filter(({ errorCode }) => errorCode === '7').length, 500);
  const { approvedAmount, depositedAmount, refundedAmount } = (await simulator.status(orderId))['paymentAmountInfo'];
  t.deepEqual([approvedAmount, depositedAmount, refundedAmount], [500, 0, 500]);
});
