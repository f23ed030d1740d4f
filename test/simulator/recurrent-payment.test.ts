import test from 'ava';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { challengeCard, plainCard } from '../helpers/pay.ts';
import { simulatorFor } from '../helpers/simulator.ts';
import { storedCard } from '../helpers/stored-card.ts';

const recurrent = '../recurrentPayment.do';
const instalment = '../installmentPayment.do';

test('charges a stored card as agreed: no 3-D Secure, the whole status in the answer', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, challengeCard);

  const answer = await simulator.json(recurrent, {
    orderNumber: 'R-1',
    bindingId,
    amount: 5000,
    language: 'EN',
    description: 'Subscription',
    additionalParameters: { plan: 'gold' },
  });

  t.deepEqual(Object.keys(answer).sort(), ['data', 'orderStatus', 'success']);
  t.true(answer['success']);
  t.like(answer['orderStatus'], {
    errorCode: '0',
    orderNumber: 'R-1',
    orderStatus: 2,
    actionCode: 0,
    amount: 5000,
    orderDescription: 'Subscription',
    paymentWay: 'CARD_BINDING',
    tii: 'R',
    merchantOrderParams: [{ name: 'plan', value: 'gold' }],
  });
  const [operation, ...others] = answer['orderStatus'].operations;
  t.deepEqual(others, []);
  t.like(operation, { amount: 5000, cardHolder: 'AIDA BEK' });
  t.regex(operation.authCode, /^\d{6}$/);
  t.like(await simulator.status(answer['data'].orderId), { orderStatus: 2 });
});

test('holds the money where it is told to', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);

  const { data, orderStatus } = await simulator.json(recurrent, {
    orderNumber: 'R-1',
    bindingId,
    amount: 5000,
    preAuth: true,
  });

  t.is(orderStatus.orderStatus, 1);
  t.is((await simulator.call('deposit.do', { orderId: data.orderId }))['errorCode'], '0');
});

test('a declined card is told by the status', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, { pan: cardForActionCode(240) });

  const answer = await simulator.json(recurrent, { orderNumber: 'R-1', bindingId, amount: 5000 });

  t.like(answer, { success: true, orderStatus: { actionCode: 240, orderStatus: 0 } });
});

test('refuses with a text code, 10 for a number that was used before', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const charge = { orderNumber: 'R-1', bindingId, amount: 5000 };
  await simulator.json(recurrent, charge);

  const again = await simulator.json(recurrent, charge);

  t.deepEqual(Object.keys(again).sort(), ['error', 'success']);
  t.false(again['success']);
  t.is(again['error'].code, '10');
  t.is(again['error'].description, again['error'].message);
  const code = async (fields: object) => (await simulator.json(recurrent, { ...charge, ...fields }))['error'].code;
  t.is(await code({ password: 'wrong' }), '10');
  t.is(await code({ orderNumber: 'R-2', bindingId: 'none' }), '1');
  t.is(await code({ orderNumber: 'R-3', amount: 12.5 }), '1');
  t.is(await code({ orderNumber: null }), '1');
});

test('charges an instalment, with a number 0 and a flag', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const charge = { orderNumber: 'I-1', bindingId, amount: 5000, preAuth: false };

  const answer = await simulator.json(instalment, charge);

  const { orderId, orderStatus, ...rest } = answer;
  t.deepEqual(rest, { errorCode: 0, errorMessage: 'Success', error: false });
  t.like(orderStatus, { errorCode: '0', orderStatus: 2, tii: 'I' });
  t.is((await simulator.status(orderId))['orderStatus'], 2);
  t.like(await simulator.json(instalment, charge), { errorCode: 1, error: true });
  t.like(await simulator.json(instalment, { ...charge, preAuth: undefined }), { errorCode: 4, error: true });
});
