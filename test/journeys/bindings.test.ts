import test from 'ava';
import { GatewayRefused, Payer, paymentStep } from '../../client/index.ts';
import { passIssuer, sendBack, visitMethodPages } from '../helpers/payments/at-issuer.ts';
import { challengeCard, plainCard } from '../helpers/payments/pay.ts';
import { returnUrl, shopJourney } from '../helpers/shop/shop-journey.ts';

const refusal = { instanceOf: GatewayRefused };

test('a customer keeps a card with a shop for years: it pays, is switched off and on, and gets a new date', async (t) => {
  const { simulator, client, order, buy, amountsOf, heardOf, heard } = await shopJourney(t);
  const { bindings } = client;
  const ofAida = (orderNumber: string) => order(orderNumber, 4_000, { clientId: 'aida' });
  const first = await buy(ofAida('film-1'), { card: challengeCard, savesCard: true });
  const [card, ...others] = await bindings.list({ clientId: 'aida', bindingType: 'C' });
  const bindingId = card?.bindingId ?? '';
  t.deepEqual(others, []);
  t.like(card, {
    maskedPan: '555555**5599',
    expiryDate: '203412',
    bindingCategory: 'COMMON',
    paymentSystem: 'MASTERCARD',
  });
  t.is((await client.getOrderStatus({ orderId: first })).bindingInfo?.bindingId, bindingId);
  t.deepEqual((await heardOf('film-1')).toSorted(), ['bindingCreated=1', 'deposited=1']);

  // The customer pays with it on the shop's page: the issuer asks, as for any payment of theirs.
  const { orderId } = await client.register(ofAida('film-2'));
  const looked = await bindings.payOrder({ orderId, bindingId });
  t.is(paymentStep(looked), 'browser-check');
  await visitMethodPages(looked);
  const { threeDSServerTransId = '' } = looked;
  const challenge = await bindings.payOrder({ orderId, bindingId, threeDSServerTransId });
  t.is(paymentStep(challenge), 'challenge');
  t.is(await sendBack(await passIssuer(challenge)), `${returnUrl}?orderId=${orderId}&lang=en`);
  t.deepEqual(await amountsOf(orderId), [2, 4_000, 4_000, 0]);
  t.is((await client.getOrderStatus({ orderId })).paymentWay, 'CARD_BINDING');

  // The shop charges it without them: no issuer is asked.
  const third = await client.register(ofAida('film-3'));
  t.is(paymentStep(await bindings.payOrder({ orderId: third.orderId, bindingId, tii: 'U' })), 'finished');
  t.like(await client.getOrderStatus({ orderId: third.orderId }), { orderStatus: 2, tii: 'U' });

  await bindings.unbind({ bindingId });
  t.is((await t.throwsAsync(bindings.unbind({ bindingId }), refusal))?.errorCode, '2');
  const fourth = await client.register(ofAida('film-4'));
  await t.throwsAsync(bindings.payOrder({ orderId: fourth.orderId, bindingId, tii: 'U' }), refusal);
  await bindings.bind({ bindingId });
  t.is((await t.throwsAsync(bindings.bind({ bindingId }), refusal))?.errorCode, '2');
  const changes = () => heard.filter(({ values }) => values['operation'] === 'bindingActivityChanged').length;
  await simulator.settled();
  t.is(changes(), 2);

  await bindings.extend({ bindingId, newExpiry: '203712' });
  await t.throwsAsync(bindings.extend({ bindingId, newExpiry: '202001' }), refusal);
  t.is((await bindings.listByCardOrId({ bindingId }))[0]?.expiryDate, '203712');
});

test('a card that was stored without a payment pays on the page, and stands once in the list where it was stored twice', async (t) => {
  const { client, order, amountsOf } = await shopJourney(t);
  const { bindings } = client;
  const card = { clientId: 'aida', pan: plainCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };

  const { bindingId, maskedPan } = await bindings.create(card);
  await bindings.create(card);

  t.is(maskedPan, '444455**3333');
  t.is((await bindings.list({ clientId: 'aida' })).length, 1);
  t.is((await bindings.listAll({ clientId: 'aida' })).length, 2);
  t.is((await bindings.listByCardOrId({ pan: plainCard.pan })).length, 2);
  t.deepEqual(await bindings.listByCardOrId({ pan: challengeCard.pan }), []);
  const [listed] = await bindings.list({ clientId: 'aida' });
  const { orderId, formUrl } = await client.register(order('film-1', 4_000, { clientId: 'aida' }));
  const walk = await new Payer().pay(formUrl, { bindingId: listed?.bindingId ?? bindingId, card: plainCard });
  t.is(walk.end, 'shop');
  t.deepEqual(await amountsOf(orderId), [2, 4_000, 4_000, 0]);
  t.is((await client.getOrderStatus({ orderId })).paymentWay, 'CARD_BINDING');
});

test('a stored card pays no order of another customer, and a shop`s charge is never a hold', async (t) => {
  const { client, order, buy, amountsOf } = await shopJourney(t);
  await buy(order('film-1', 4_000, { clientId: 'aida' }), { card: plainCard, savesCard: true });
  const bindingId = (await client.bindings.list({ clientId: 'aida' }))[0]?.bindingId ?? '';

  const stranger = await client.register(order('film-2', 4_000, { clientId: 'dana' }));
  const nobody = await client.register(order('film-3', 4_000));
  const held = await client.registerPreAuth(order('film-4', 4_000, { clientId: 'aida' }));

  await t.throwsAsync(client.bindings.payOrder({ orderId: stranger.orderId, bindingId }), refusal);
  await t.throwsAsync(client.bindings.payOrder({ orderId: nobody.orderId, bindingId }), refusal);
  await t.throwsAsync(client.bindings.payOrder({ orderId: held.orderId, bindingId, tii: 'U' }), refusal);
  for (const { orderId } of [stranger, nobody, held]) t.deepEqual(await amountsOf(orderId), [0, 0, 0, 0]);
  t.is(paymentStep(await client.bindings.payOrder({ orderId: held.orderId, bindingId })), 'finished');
  t.deepEqual(await amountsOf(held.orderId), [1, 4_000, 0, 0]);
});
