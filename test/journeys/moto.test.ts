import test from 'ava';
import { GatewayRefused } from '../../client/index.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { challengeCard } from '../helpers/payments/pay.ts';
import { shopJourney } from '../helpers/shop/shop-journey.ts';

const cardOnThePhone = { pan: challengeCard.pan, expiry: '203412', cardholder: 'AIDA BEK' };

test('a hotel takes a card by telephone: no code, no challenge, held until the guest arrives', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);

  const room = { ...order('room-7', 50_000), ...cardOnThePhone, preAuth: true };
  const { mdOrder: orderId, orderNumber } = await client.direct.motoPayment(room);

  t.is(orderNumber, 'room-7');
  t.deepEqual(await amountsOf(orderId), [1, 50_000, 0, 0]);
  await client.deposit({ orderId });
  t.deepEqual(await amountsOf(orderId), [2, 50_000, 50_000, 0]);
  const { paymentWay, cardAuthInfo } = await client.getOrderStatus({ orderId });
  t.is(paymentWay, 'CARD_MOTO');
  t.is(Number(cardAuthInfo?.secureAuthInfo?.eci), 7, 'nobody has proved who they are');
  t.deepEqual(await heardOf('room-7'), ['approved=1', 'deposited=1']);
  await t.throwsAsync(client.direct.motoPayment(room), { instanceOf: GatewayRefused });
});

test('a card that is declined by telephone is a success of the call: only the status tells', async (t) => {
  const { client, order, amountsOf, heardOf } = await shopJourney(t);
  const pan = cardForActionCode(116);

  const { mdOrder } = await client.direct.motoPayment({ ...order('room-8', 50_000), ...cardOnThePhone, pan });

  t.like(await client.getOrderStatus({ orderId: mdOrder }), {
    orderStatus: 6,
    actionCode: 116,
    paymentWay: 'CARD_MOTO',
  });
  t.deepEqual(await amountsOf(mdOrder), [6, 0, 0, 0]);
  t.is((await client.waitForPayment({ orderId: mdOrder })).outcome, 'declined');
  t.deepEqual(await heardOf('room-8'), ['deposited=0']);
});
