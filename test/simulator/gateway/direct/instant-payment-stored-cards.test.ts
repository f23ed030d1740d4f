import test from 'ava';
import { challengeCard, plainCard } from '../../../helpers/payments/pay.ts';
import { seTokenOf, storedCard } from '../../../helpers/payments/sent-card.ts';
import { type Fields, simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { client, payInstantly, plain } from './pay-instantly.ts';

test('pays with a stored card of its client, unless a number is there as well', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);

  const byBinding = await payInstantly(simulator, { ...client, bindingId });
  const byNumber = await payInstantly(simulator, { ...client, bindingId, ...plain, pan: '4242424242424242' });

  t.like(await simulator.status(byBinding['orderId']), {
    orderStatus: 2,
    paymentWay: 'CARD_BINDING',
    bindingInfo: { clientId: 'aida', bindingId },
  });
  t.is(byNumber['orderStatus'].Pan, '424242**4242');
});

const refusedBindings: readonly (readonly [why: string, fields: Fields, code: string])[] = [
  ['another client`s card', { clientId: 'other' }, '1'],
  ['no client', { clientId: '' }, '5'],
  ['an unknown card', { ...client, bindingId: 'none' }, '2'],
  ['a malformed code', { ...client, cvc: '12' }, '1'],
  ['a card to be stored again', { ...client, features: 'FORCE_CREATE_BINDING' }, '13'],
  ['a hold that the merchant starts', { ...client, tii: 'U', preAuth: 'true' }, '5'],
];
for (const [why, fields, code] of refusedBindings) {
  test(`refuses a payment with a stored card for ${why}, and the number stays free`, async (t) => {
    const simulator = await simulatorFor(t);
    const bindingId = await storedCard(simulator, plainCard);
    const numbered = { orderNumber: 'N-1' };

    t.is((await payInstantly(simulator, { ...numbered, bindingId, ...fields }))['errorCode'], code);
    t.is((await payInstantly(simulator, { ...numbered, ...plain }))['errorCode'], '0');
  });
}

test('a stored card that the merchant charges meets no 3-D Secure, one that the payer charges does', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, challengeCard);

  const byMerchant = await payInstantly(simulator, { ...client, bindingId, tii: 'U' });
  const byPayer = await payInstantly(simulator, { ...client, bindingId, tii: 'F' });

  t.is(byMerchant['orderStatus'].OrderStatus, 2);
  t.like(byPayer, { is3DSVer2: true, orderStatus: { OrderStatus: 0 } });
});

test('takes encrypted data: of a card with or without its code, or of a stored card', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const pays = async (fields: Fields, ...parts: readonly string[]) => {
    const answer = await payInstantly(simulator, { ...fields, seToken: await seTokenOf(simulator, ...parts) });
    return [answer['errorCode'], answer['orderStatus']?.OrderStatus, answer['orderStatus']?.Pan];
  };

  t.deepEqual(await pays({}, plainCard.pan, '123', '203412'), ['0', 2, '444455**3333']);
  t.deepEqual(await pays({}, plainCard.pan, '', '203412'), ['0', 2, '444455**3333']);
  t.deepEqual(await pays(client, '', '123', '', '', bindingId), ['0', 2, '444455**3333']);
  t.deepEqual(await pays(client, '', '', '', '', bindingId), ['0', 2, '444455**3333']);
  t.is((await pays({}, '', '', ''))[0], '1');
  t.is((await payInstantly(simulator, { seToken: 'bm9uZQ==' }))['errorCode'], '5');
});

test('stores the card for a client, unless it is not to be stored: then the order has no client', async (t) => {
  const simulator = await simulatorFor(t);

  const stored = await payInstantly(simulator, { ...plain, ...client });
  const notStored = await payInstantly(simulator, { ...plain, ...client, bindingNotNeeded: 'true' });

  t.regex((await simulator.status(stored['orderId']))['bindingInfo'].bindingId, /^[0-9a-f-]{36}$/);
  t.false('bindingInfo' in (await simulator.status(notStored['orderId'])));
  t.is((await simulator.call('getBindings.do', client))['bindings'].length, 1);
});
