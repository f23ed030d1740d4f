import test from 'ava';
import { GatewayRefused } from '../../client/index.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { shopJourney } from '../helpers/shop/shop-journey.ts';

test('a part of a hold goes back, and the rest is captured: once is all that can be reversed', async (t) => {
  const { client, order, buy, amountsOf, heardOf } = await shopJourney(t);
  const orderId = await buy(order('party-1', 60_000), { card: plainCard, isHold: true });

  await client.reverse({ orderId, amountMinor: 10_000 });
  t.deepEqual(await amountsOf(orderId), [1, 50_000, 0, 0]);
  await t.throwsAsync(client.reverse({ orderId }), { instanceOf: GatewayRefused });
  await t.throwsAsync(client.deposit({ orderId, amountMinor: 60_000 }), { instanceOf: GatewayRefused });
  await client.deposit({ orderId });

  t.deepEqual(await amountsOf(orderId), [2, 50_000, 50_000, 0]);
  t.is((await client.getOrderStatus({ orderId })).paymentWay, 'CARD');
  t.deepEqual(await heardOf('party-1'), ['approved=1', 'reversed=1', 'deposited=1']);
});

test('an order with a cart is given back by position, and from then on by sum alone', async (t) => {
  const { client, order, buy, amountsOf, heardOf } = await shopJourney(t);
  const item = (positionId: number, itemAmount: number) => ({
    positionId,
    name: `Cake ${positionId}`,
    quantity: { value: 1, measure: 'piece' },
    itemAmount,
    itemPrice: itemAmount,
    itemCode: `cake-${positionId}`,
  });
  const orderBundle = { cartItems: { items: [item(1, 4_000), item(2, 6_000)] } };
  const orderId = await buy(order('party-1', 10_000, { orderBundle }), { card: plainCard });

  await client.refundRawPosition({ orderId, positionId: 2, amountMinor: 1_500 });
  t.deepEqual(await amountsOf(orderId), [4, 10_000, 8_500, 1_500]);
  await t.throwsAsync(client.refund({ orderId, amountMinor: 1_000 }), { instanceOf: GatewayRefused });
  await client.refundRawSum({ orderId });

  t.deepEqual(await amountsOf(orderId), [4, 10_000, 0, 10_000]);
  t.deepEqual(await heardOf('party-1'), ['deposited=1', 'refunded=1', 'refunded=1']);
});
