import test from 'ava';
import { challengeCard, pay } from '../../../helpers/payments/pay.ts';
import { sentCard } from '../../../helpers/payments/sent-card.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

const sslOnly = { login: 'test_user', password: 'test_user_password', sslOnly: true } as const;

test('a merchant with SSL only has no 3-D Secure: instantPayment.do pays at once', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [sslOnly] });
  const order = { amount: '100', returnUrl: 'https://shop.example', ...sentCard(challengeCard) };

  const answer = await simulator.call('instantPayment.do', order);

  t.like(answer, { errorCode: '0', acsUrl: undefined, orderStatus: { OrderStatus: 2, originalActionCode: '00' } });
});

test('verifyCard.do, the card page and its session know it, too', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [sslOnly] });
  const { orderId, formUrl } = await simulator.register();

  t.like(await simulator.call('verifyCard.do', sentCard(challengeCard)), { errorCode: '0', actionCode: 0, eci: '07' });
  t.like(await simulator.callBare('getSessionStatus.do', { MDORDER: orderId }), { sslOnly: true });
  await pay(formUrl, { card: challengeCard });
  t.like(await simulator.status(orderId), { orderStatus: 2, cardAuthInfo: { secureAuthInfo: { eci: 7 } } });
});

test('the setting is one of the control API and can be taken back', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [sslOnly] });
  await simulator.changeMerchant('test_user', { sslOnly: null });
  const { orderId } = await simulator.register();
  t.like(await simulator.callBare('getSessionStatus.do', { MDORDER: orderId }), { sslOnly: false });
});

test('a card is not stored for another merchant', async (t) => {
  const simulator = await simulatorFor(t);
  const card = { clientId: 'aida', pan: challengeCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };

  t.like(await simulator.call('createBindingNoPayment.do', { ...card, merchantLogin: 'other' }), {
    errorCode: 5,
    error: true,
  });
  t.like(await simulator.call('createBindingNoPayment.do', { ...card, merchantLogin: 'test_user' }), { errorCode: 0 });
  t.is((await simulator.call('getBindings.do', { clientId: 'aida' }))['bindings'].length, 1);
});
