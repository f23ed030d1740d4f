import test from 'ava';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { passIssuer, sendBack, visitMethodPages } from '../helpers/payments/at-issuer.ts';
import { challengeCard, plainCard } from '../helpers/payments/pay.ts';
import { sentCard } from '../helpers/payments/sent-card.ts';
import { returnUrl, shopJourney } from '../helpers/shop/shop-journey.ts';

const nothing = [3, 0, 0, 0];

test('a good card is good, and nothing is charged', async (t) => {
  const { client, amountsOf, heardOf } = await shopJourney(t);

  const { orderId, orderNumber, actionCode, eci } = await client.direct.verifyCard(sentCard(plainCard));

  t.deepEqual([actionCode, eci], [0, '07']);
  t.deepEqual(await amountsOf(orderId), nothing);
  t.like(await client.getOrderStatus({ orderId }), { actionCode: 0, paymentWay: 'CARD' });
  t.deepEqual(await heardOf(orderNumber), ['deposited=1'], 'a callback is only a hint');
});

test('a bad card is an answer with the issuer`s code', async (t) => {
  const { client, amountsOf } = await shopJourney(t);

  const answer = await client.direct.verifyCard(sentCard({ ...plainCard, pan: cardForActionCode(116) }));

  t.is(answer.actionCode, 116);
  t.deepEqual(await amountsOf(answer.orderId), [6, 0, 0, 0]);
});

test('a card with a challenge is checked in two calls, and the customer comes back', async (t) => {
  const { client, amountsOf } = await shopJourney(t);
  const card = { ...sentCard(challengeCard), returnUrl };

  const first = await client.direct.verifyCard(card);
  await visitMethodPages(first);
  const { orderId, threeDSServerTransId = '' } = first;
  const second = await client.direct.verifyCard({ ...card, threeDSServerTransId, threeDSVer2MdOrder: orderId });
  t.false('actionCode' in second, 'the customer is at the issuer');

  t.is(await sendBack(await passIssuer(second)), `${returnUrl}?orderId=${orderId}&lang=en`);
  t.deepEqual(await amountsOf(orderId), nothing);
  t.is((await client.getOrderStatus({ orderId })).actionCode, 0);
});
