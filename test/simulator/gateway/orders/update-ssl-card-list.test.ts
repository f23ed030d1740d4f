import test from 'ava';
import { updateSSLCardList } from '../../../../client/gateway/endpoints/orders/update-ssl-card-list.ts';
import { GatewayClient, GatewayRefused } from '../../../../client/index.ts';
import { challengeCard, pay } from '../../../helpers/payments/pay.ts';
import { login, simulatorFor } from '../../../helpers/simulator/simulator.ts';

const failsChallenge = { card: challengeCard, atAcs: 'fail' } as const;

test('lets the card of an order pay without 3-D Secure, though it asks for it', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, failsChallenge);
  const { userName = '', password = '' } = login;
  const client = new GatewayClient({ baseUrl: simulator.restUrl, userName, password });

  const answer = await client.call(updateSSLCardList, { orderId });
  const walk = await pay(formUrl, failsChallenge);

  t.is(answer.errorCode, '0');
  t.is(walk.end, 'shop');
  t.is((await simulator.status(orderId))['orderStatus'], 2);
  await t.throwsAsync(() => client.call(updateSSLCardList, { orderId }), { instanceOf: GatewayRefused });
});

test('says with a number that the card is in the list already', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId: mdorder, formUrl } = await simulator.register();
  await pay(formUrl, failsChallenge);

  const first = await simulator.call('updateSSLCardList.do', { mdorder });
  const second = await simulator.call('updateSSLCardList.do', { mdorder });

  t.deepEqual(first, { errorCode: '0', errorMessage: 'Success' });
  t.deepEqual(second, { errorCode: 6, errorMessage: 'The card number is already in the list' });
});

test('refuses an order that is unknown, unnamed, or has met no card', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId: mdorder } = await simulator.register();

  t.like(await simulator.call('updateSSLCardList.do', { mdorder }), { errorCode: '7' });
  t.like(await simulator.call('updateSSLCardList.do', { mdorder: 'nobody' }), { errorCode: '6' });
  t.like(await simulator.call('updateSSLCardList.do'), { errorCode: '4' });
});
