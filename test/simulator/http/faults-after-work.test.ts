import test, { type ExecutionContext } from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { ask } from '../../helpers/simulator/ask.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** Every call of the merchant follows these steps. */
const following = async (t: ExecutionContext, ...gateway: readonly object[]): Promise<TestSimulator> => {
  const simulator = await simulatorFor(t, { scenarios: [parseScenario('faulty', { gateway })] });
  await simulator.setScenario('test_user', 'faulty');
  return simulator;
};

test('a scripted error has a text of its own', async (t) => {
  const simulator = await following(t, { on: 'refund', do: { errorCode: 7, errorMessage: 'Ask the bank, please' } });
  const orderId = await payWith(simulator, plainCard.pan);

  t.like(await simulator.call('refund.do', { orderId, amount: '100' }), {
    errorCode: '7',
    errorMessage: 'Ask the bank, please',
  });
  t.like((await simulator.status(orderId))['paymentAmountInfo'], { refundedAmount: 0 });
});

test('a text without a code is that of a system error', async (t) => {
  const simulator = await following(t, { on: 'refund', do: { errorMessage: 'Later' } });
  const orderId = await payWith(simulator, plainCard.pan);
  t.like(await simulator.call('refund.do', { orderId, amount: '100' }), { errorCode: '7', errorMessage: 'Later' });
  t.like((await simulator.status(orderId))['paymentAmountInfo'], { refundedAmount: 0 });
});

test('the work is done, and the answer says no', async (t) => {
  const simulator = await following(t, { on: 'refund', do: { errorCode: 5, errorMessage: 'No', after: true } });
  const orderId = await payWith(simulator, plainCard.pan);

  t.like(await simulator.call('refund.do', { orderId, amount: '100' }), { errorCode: '5', errorMessage: 'No' });
  t.like((await simulator.status(orderId))['paymentAmountInfo'], { refundedAmount: 100 });
});

test('the work is done, and a proxy answers HTTP 502', async (t) => {
  const simulator = await following(t, { on: 'refund', do: { httpStatus: 502, after: true } });
  const orderId = await payWith(simulator, plainCard.pan);

  const { status, text } = await ask(`${simulator.restUrl}refund.do`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...login, orderId, amount: '100' }).toString(),
  });

  t.is(status, 502);
  t.true(text.includes('<html>'));
  t.like((await simulator.status(orderId))['paymentAmountInfo'], { refundedAmount: 100 });
});

test('what the gateway refuses by itself is refused as always', async (t) => {
  const simulator = await following(t, { on: 'refund', do: { errorCode: 7, after: true } });
  t.like(await simulator.call('refund.do', { orderId: 'unknown', amount: '100' }), { errorCode: '6' });
});

test('a page has no error text', (t) => {
  for (const step of [{ errorMessage: 'No' }, { after: true }])
    t.throws(() => parseScenario('faulty', { gateway: [{ on: 'page', do: step }] }), { message: /page is a page/ });
});
