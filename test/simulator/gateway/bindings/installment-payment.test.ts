import test from 'ava';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { challengeCard, plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

const instalment = '../installmentPayment.do';

test('charges an instalment, with a number 0 and a flag', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, challengeCard);
  const charge = { orderNumber: 'I-1', bindingId, amount: 5000, preAuth: false };

  const answer = await simulator.json(instalment, charge);

  const { orderId, orderStatus, ...rest } = answer;
  t.deepEqual(rest, { errorCode: 0, errorMessage: 'Success', error: false });
  t.like(orderStatus, {
    errorCode: '0',
    orderStatus: 2,
    amount: 5000,
    currency: '398',
    tii: 'I',
    paymentWay: 'CARD_BINDING',
    attributes: [{ name: 'mdOrder', value: orderId }],
    bindingInfo: { clientId: 'aida', bindingId },
    cardAuthInfo: { secureAuthInfo: { eci: 7 } },
    operations: [{ amount: 5000, cardHolder: 'AIDA BEK' }],
  });
  t.is((await simulator.status(orderId))['orderStatus'], 2);
  t.like(await simulator.json(instalment, charge), { errorCode: 1, error: true });
});

test('holds the money where it is told to, and takes it at once where nothing is said', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);

  const held = await simulator.json(instalment, { orderNumber: 'I-1', bindingId, amount: 5000, preAuth: true });
  const taken = await simulator.json(instalment, { orderNumber: 'I-2', bindingId, amount: 5000 });

  t.is(held['orderStatus'].orderStatus, 1);
  t.is(taken['orderStatus'].orderStatus, 2);
});

test('a declined card is told by the status, and the order is over', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, { pan: cardForActionCode(116) });

  const answer = await simulator.json(instalment, { orderNumber: 'I-1', bindingId, amount: 5000, preAuth: false });

  t.like(answer, { errorCode: 0, error: false, orderStatus: { errorCode: '0', orderStatus: 6, actionCode: 116 } });
  t.deepEqual(answer['orderStatus'].operations, []);
});

test('refuses with a number and a flag, and without an order', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const refusal = (fields: object) =>
    simulator.json(instalment, { orderNumber: 'I-1', bindingId, amount: 5000, preAuth: false, ...fields });

  t.deepEqual(await refusal({ bindingId: 'none' }), { errorCode: 2, errorMessage: 'No binding found', error: true });
  t.like(await refusal({ orderNumber: undefined }), { errorCode: 4, error: true });
  t.like(await refusal({ amount: undefined }), { errorCode: 12, error: true });
  t.like(await refusal({ preAuth: 'maybe' }), { errorCode: 5, error: true });
  t.like(await refusal({ password: 'wrong' }), { errorCode: 5, error: true });
  t.like(await refusal({ language: 'RU', bindingId: 'none' }), { errorMessage: 'Связка не найдена' });
  t.is((await simulator.call('getOrderStatusExtended.do', { orderNumber: 'I-1' }))['errorCode'], '6');
});
