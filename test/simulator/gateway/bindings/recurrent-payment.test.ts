import test from 'ava';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { challengeCard, plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

const recurrent = '../recurrentPayment.do';

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

test('a recurrent payment holds the money where it is told to', async (t) => {
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

test('a declined card is an error with code 1, one text for programmers and one for payers', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, { pan: cardForActionCode(240) });

  const answer = await simulator.json(recurrent, { orderNumber: 'R-1', bindingId, amount: 5000 });

  t.deepEqual(answer, {
    error: {
      code: '1',
      description: 'The cardholder stopped the recurring payment',
      message: answer['error'].message,
    },
    success: false,
  });
  t.not(answer['error'].message, answer['error'].description);
  t.like(await simulator.call('getOrderStatusExtended.do', { orderNumber: 'R-1' }), {
    orderStatus: 6,
    actionCode: 240,
    tii: 'R',
  });
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

test('further parameters name the outcome, and are echoed', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const charge = (orderNumber: string, scenario: string) =>
    simulator.json(recurrent, { orderNumber, bindingId, amount: 5000, additionalParameters: { scenario } });

  const poor = await charge('R-1', 'insufficient-funds');
  const unknown = await charge('R-2', 'no such thing');

  t.false(poor['success']);
  t.is((await simulator.call('getOrderStatusExtended.do', { orderNumber: 'R-1' }))['actionCode'], 116);
  t.is(unknown['error'].code, '1');
  t.is((await simulator.call('getOrderStatusExtended.do', { orderNumber: 'R-2' }))['errorCode'], '6');
});

test('takes the features, the cart and the callback address of a registration', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const item = { positionId: 1, name: 'Plan', quantity: { value: 1, measure: 'pcs' }, itemAmount: 5000 };

  const paid = await simulator.json(recurrent, {
    orderNumber: 'R-1',
    bindingId,
    amount: 5000,
    orderBundle: { cartItems: { items: [item] } },
    features: ['VERIFY', 'FORCE_SSL'],
  });

  t.like(paid['orderStatus'], { orderStatus: 3, orderBundle: { cartItems: { items: [{ name: 'Plan' }] } } });
  const wrong = { orderNumber: 'R-2', bindingId, amount: 4999, orderBundle: { cartItems: { items: [item] } } };
  t.false((await simulator.json(recurrent, wrong))['success']);
});

test('charges no card that is switched off or gone, and uses up no order number', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const charge = { orderNumber: 'R-1', bindingId, amount: 5000 };
  await simulator.call('unBindCard.do', { bindingId });

  t.false((await simulator.json(recurrent, charge))['success']);
  await simulator.call('bindCard.do', { bindingId });
  t.true((await simulator.json(recurrent, charge))['success']);
});
