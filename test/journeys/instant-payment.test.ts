import test from 'ava';
import { GatewayRefused, instantPaymentState } from '../../client/index.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { fieldOf, passIssuer, sendBack, visitMethodPages } from '../helpers/payments/at-issuer.ts';
import { challengeCard, frictionlessCard, plainCard } from '../helpers/payments/pay.ts';
import { sentCard } from '../helpers/payments/sent-card.ts';
import { returnUrl, shopJourney } from '../helpers/shop/shop-journey.ts';

test('a card without 3-D Secure is registered and charged in one call, or held and captured', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const card = sentCard(plainCard);

  const paid = await client.direct.instantPayment({ ...order('taxi-1', 3_000), ...card });
  const held = await client.direct.instantPayment({ ...order('taxi-2', 3_000), ...card, preAuth: true });
  await client.deposit({ orderId: held.orderId, amountMinor: 2_000 });

  t.is(instantPaymentState(paid), 'paid');
  t.is(instantPaymentState(held), 'held');
  t.deepEqual(await amountsOf(paid.orderId), [2, 3_000, 3_000, 0]);
  t.deepEqual(await amountsOf(held.orderId), [2, 3_000, 2_000, 0]);
  t.is((await client.getOrderStatus({ orderNumber: 'taxi-1' })).paymentWay, 'CARD');
  t.deepEqual(await heardOf('taxi-1'), ['deposited=1']);
  t.deepEqual(await heardOf('taxi-2'), ['approved=1', 'deposited=1']);
  const again = client.direct.instantPayment({ ...order('taxi-1', 3_000), ...card });
  t.is((await t.throwsAsync(again, { instanceOf: GatewayRefused }))?.errorCode, '1');
});

test('an issuer that knows the browser asks nothing: the second call pays the order of the first', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const payment = { ...order('taxi-1', 3_000), ...sentCard(frictionlessCard) };

  const first = await client.direct.instantPayment(payment);
  t.is(instantPaymentState(first), 'browser-check');
  await visitMethodPages(first);
  const { orderId, threeDSServerTransId = '' } = first;
  const second = await client.direct.instantPayment({ ...payment, threeDSServerTransId, threeDSVer2MdOrder: orderId });

  t.is(instantPaymentState(second), 'paid');
  t.is(second.orderId, orderId);
  t.is(second.redirect, `${returnUrl}?orderId=${orderId}&lang=en`);
  t.deepEqual(await amountsOf(orderId), [2, 3_000, 3_000, 0]);
  t.deepEqual(await heardOf('taxi-1'), ['deposited=1']);
});

test('a challenge ends at the gateway, or on the shop`s own page', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const card = sentCard(challengeCard);
  const challenge = async (orderNumber: string, fields: { readonly threeDSVer2FinishUrl?: string } = {}) => {
    const payment = { ...order(orderNumber, 3_000), ...card, ...fields };
    const { orderId, threeDSServerTransId = '' } = await client.direct.instantPayment(payment);
    const secondCall = { threeDSServerTransId, threeDSVer2MdOrder: orderId };
    return { ...(await client.direct.instantPayment({ ...payment, ...secondCall })), ...secondCall };
  };

  const theirs = await challenge('taxi-1');
  const own = await challenge('taxi-2', { threeDSVer2FinishUrl: 'https://shop.example/3ds-done' });
  t.is(instantPaymentState(theirs), 'challenge');
  const location = await sendBack(await passIssuer(theirs));
  const form = await passIssuer(own);
  const { threeDSServerTransId, threeDSVer2MdOrder } = own;
  const finished = await client.direct.finish3dsVer2({ threeDSServerTransId, threeDSVer2MdOrder });

  t.is(location, `${returnUrl}?orderId=${theirs.orderId}&lang=en`);
  t.is(form.action, 'https://shop.example/3ds-done');
  t.not(fieldOf(form, 'cres'), '');
  t.is(finished.redirect, `${returnUrl}?orderId=${own.orderId}&lang=en`);
  for (const orderNumber of ['taxi-1', 'taxi-2']) {
    const { orderStatus, cardAuthInfo } = await client.getOrderStatus({ orderNumber });
    t.is(orderStatus, 2);
    t.like(cardAuthInfo?.secureAuthInfo, { eci: 2, threeDsType: '3' });
    t.deepEqual(await heardOf(orderNumber), ['deposited=1']);
  }
  t.deepEqual(await amountsOf(own.orderId), [2, 3_000, 3_000, 0]);
});

test('a declined card is an answer, and its order stays open for the customer until its time is over', async (t) => {
  const { simulator, client, order, amountsOf, heardOf } = await shopJourney(t);
  const poor = sentCard({ ...plainCard, pan: cardForActionCode(116) });

  const answer = await client.direct.instantPayment({ ...order('taxi-1', 3_000), ...poor });

  t.is(instantPaymentState(answer), 'declined');
  t.like(await client.getOrderStatus({ orderId: answer.orderId }), { orderStatus: 0, actionCode: 116 });
  await simulator.clock.advance(20 * 60_000);
  t.deepEqual(await amountsOf(answer.orderId), [6, 0, 0, 0]);
  t.deepEqual(await heardOf('taxi-1'), ['deposited=0', 'declinedByTimeout=0']);
});

test('a card that was stored pays the next ride at once', async (t) => {
  const { client, order, heardOf } = await shopJourney(t);
  const { bindingId } = await client.bindings.create({
    clientId: 'aida',
    pan: plainCard.pan,
    expiryDate: '203412',
    cardholderName: 'AIDA BEK',
  });

  const ride = await client.direct.instantPayment({ ...order('taxi-1', 3_000, { clientId: 'aida' }), bindingId });

  t.is(instantPaymentState(ride), 'paid');
  t.like(await client.getOrderStatus({ orderId: ride.orderId }), { orderStatus: 2, paymentWay: 'CARD_BINDING' });
  t.deepEqual(await heardOf('taxi-1'), ['deposited=1']);
});

test('money goes out to a card without a payment before it', async (t) => {
  const { client } = await shopJourney(t);

  const { orderId, orderStatus } = await client.direct.instantRefund({
    orderNumber: 'prize-1',
    amountMinor: 100_000,
    ...sentCard(plainCard),
  });

  t.is(orderStatus?.ErrorCode, '0');
  t.like(await client.getOrderStatus({ orderId }), { orderNumber: 'prize-1', orderStatus: 4 });
});
