import type { ExecutionContext } from 'ava';
import { GatewayRefused, orderStatus, Payer, paymentStep } from '../../../client/index.ts';
import { challengeCard, challengeThatFails, plainCard } from '../payments/pay.ts';
import { type JourneyOptions, returnUrl, shopBefore } from './shop-journey.ts';

/** What every bank has in common, as stories that a test tells for its bank. */
export type CoreJourney = (t: ExecutionContext, options?: JourneyOptions) => Promise<void>;

const refusedWith = async (t: ExecutionContext, call: Promise<unknown>, errorCode: string): Promise<void> => {
  t.is((await t.throwsAsync(call, { instanceOf: GatewayRefused }))?.errorCode, errorCode);
};

/** Money is held, captured in parts, and given back in parts. */
const holdCaptureRefund: CoreJourney = async (t, options = {}) => {
  const { client, order, buy, amountsOf, heardOf } = await shopBefore(t, options);
  const { capturesInSteps = true, partRefundStatus = orderStatus.refunded } = options;
  const orderId = await buy(order('sofa-1', 100_000), { card: plainCard, isHold: true });
  t.is((await client.waitForPayment({ orderId })).outcome, 'held');
  t.deepEqual(await amountsOf(orderId), [orderStatus.held, 100_000, 0, 0]);

  if (capturesInSteps) {
    await client.deposit({ orderId, amountMinor: 40_000, step: 'intermediate' });
    t.deepEqual(await amountsOf(orderId), [orderStatus.partlyDeposited, 100_000, 40_000, 0]);
  }
  await client.deposit({ orderId, amountMinor: capturesInSteps ? 30_000 : 70_000 });
  t.deepEqual(await amountsOf(orderId), [orderStatus.paid, 100_000, 70_000, 0]);
  await refusedWith(t, client.deposit({ orderId, amountMinor: 1_000 }), '7');

  const part = { orderId, amountMinor: 20_000, externalRefundId: 'cushion' };
  await client.refund(part);
  await client.refund(part);
  t.deepEqual(await amountsOf(orderId), [partRefundStatus, 100_000, 50_000, 20_000], 'one id, one refund');
  await client.refund({ orderId, amountMinor: 50_000 });
  t.deepEqual(await amountsOf(orderId), [orderStatus.refunded, 100_000, 0, 70_000]);
  await refusedWith(t, client.refund({ orderId, amountMinor: 1_000 }), '7');

  const { paymentWay, amount, paymentAmountInfo } = await client.getOrderStatus({ orderId });
  t.deepEqual([paymentWay, amount, paymentAmountInfo?.paymentState], ['CARD', 100_000, 'REFUNDED']);
  const captures = capturesInSteps ? ['deposited=1', 'deposited=1'] : ['deposited=1'];
  t.deepEqual(await heardOf('sofa-1'), ['approved=1', ...captures, 'refunded=1', 'refunded=1']);
};

/** Held money goes back before anything is captured. */
const reverseHold: CoreJourney = async (t, options = {}) => {
  const { client, order, buy, heardOf } = await shopBefore(t, options);
  const orderId = await buy(order('chair-1', 20_000), { card: plainCard, isHold: true });

  await client.reverse({ orderId });

  const { paymentWay, paymentAmountInfo, ...status } = await client.getOrderStatus({ orderId });
  t.like(status, { orderStatus: orderStatus.reversed, amount: 20_000 });
  t.is(paymentWay, 'CARD');
  t.like(paymentAmountInfo, { paymentState: 'REVERSED', depositedAmount: 0, refundedAmount: 0 });
  t.is((await client.waitForPayment({ orderId })).outcome, 'reversed');
  await refusedWith(t, client.reverse({ orderId }), '7');
  await refusedWith(t, client.deposit({ orderId }), '7');
  t.deepEqual(await heardOf('chair-1'), ['approved=1', 'reversed=1']);
};

/** The shop closes an order that nobody has paid, and finds a paid one closed to that. */
const declineOrder: CoreJourney = async (t, options = {}) => {
  const { client, order, buy, amountsOf, heardOf } = await shopBefore(t, options);
  const { orderId, formUrl } = await client.register(order('lamp-1', 5_000));

  await client.decline({ orderId });

  t.deepEqual(await amountsOf(orderId), [orderStatus.declined, 0, 0, 0]);
  t.is((await client.waitForPayment({ orderId })).outcome, 'declined');
  const late = await new Payer().pay(formUrl, { card: plainCard });
  t.true(late.end === 'shop' || late.end === 'elsewhere', 'nobody can pay it any more');
  t.deepEqual(await amountsOf(orderId), [orderStatus.declined, 0, 0, 0]);
  await refusedWith(t, client.decline({ orderId }), '7');

  const paid = await buy(order('lamp-2', 5_000), { card: plainCard });
  await refusedWith(t, client.decline({ orderId: paid }), '7');
  t.deepEqual(await amountsOf(paid), [orderStatus.paid, 5_000, 5_000, 0]);
  t.deepEqual(await heardOf('lamp-2'), ['deposited=1']);
};

/**
 * The customer pays on the gateway's page: one card fails at its issuer, another passes the challenge. Where an
 * order can be tried once, the customer has the other card alone.
 */
const redirectWithChallenge: CoreJourney = async (t, options = {}) => {
  const { client, order, amountsOf, heardOf } = await shopBefore(t, options);
  const failing = options.paymentAttempts === 1 ? [] : [challengeThatFails];
  const { orderId, formUrl } = await client.register(order('desk-1', 30_000));
  t.deepEqual(await amountsOf(orderId), [orderStatus.created, 0, 0, 0]);

  const walk = await new Payer().pay(formUrl, { cards: [...failing, challengeCard] });

  t.is(walk.end, 'shop');
  t.is(walk.declines.length, failing.length);
  t.true(walk.url.startsWith(`${returnUrl}?`));
  t.is(new URL(walk.url).searchParams.get('orderId'), orderId);
  const { paymentWay, actionCode, cardAuthInfo } = await client.getOrderStatus({ orderId });
  t.deepEqual([paymentWay, actionCode], ['CARD', 0]);
  t.is(Number(cardAuthInfo?.secureAuthInfo?.eci), 2, 'a Mastercard that its owner has proved to be theirs');
  t.deepEqual(await amountsOf(orderId), [orderStatus.paid, 30_000, 30_000, 0]);
  t.deepEqual(await heardOf('desk-1'), [...failing.map(() => 'deposited=0'), 'deposited=1']);
};

/** The customer lets the shop keep a card, and pays the next order with it until it is switched off. */
const payWithStoredCard: CoreJourney = async (t, options = {}) => {
  const { client, order, buy, amountsOf, heardOf } = await shopBefore(t, options);
  const ofAida = (orderNumber: string) => order(orderNumber, 7_000, { clientId: 'aida' });
  t.deepEqual(await client.bindings.list({ clientId: 'aida' }), []);
  const first = await buy(ofAida('tea-1'), { card: plainCard, savesCard: true });
  const [card] = await client.bindings.list({ clientId: 'aida' });
  const bindingId = card?.bindingId ?? '';
  t.is((await client.getOrderStatus({ orderId: first })).bindingInfo?.bindingId, bindingId);

  const { orderId } = await client.register(ofAida('tea-2'));
  const answer = await client.bindings.payOrder({ orderId, bindingId, tii: 'F', ip: '192.0.2.7' });

  t.is(paymentStep(answer), 'finished');
  t.is((await client.getOrderStatus({ orderId })).paymentWay, 'CARD_BINDING');
  t.deepEqual(await amountsOf(orderId), [orderStatus.paid, 7_000, 7_000, 0]);
  t.deepEqual(await heardOf('tea-2'), ['deposited=1']);

  const third = await client.register(ofAida('tea-3'));
  await client.bindings.unbind({ bindingId });
  t.deepEqual(await client.bindings.list({ clientId: 'aida' }), []);
  const asked = { orderId: third.orderId, bindingId, tii: 'F', ip: '192.0.2.7' };
  await t.throwsAsync(client.bindings.payOrder(asked), { instanceOf: GatewayRefused });
  await client.bindings.bind({ bindingId });
  t.is(paymentStep(await client.bindings.payOrder(asked)), 'finished');
  t.deepEqual(await amountsOf(third.orderId), [orderStatus.paid, 7_000, 7_000, 0]);
};

/** Each of them by what a shop does in it. */
export const coreJourneys: Readonly<Record<string, CoreJourney>> = {
  'holds, captures and refunds': holdCaptureRefund,
  'gives a hold free': reverseHold,
  'closes an order': declineOrder,
  'pays on the page, with a challenge': redirectWithChallenge,
  'stores a card and pays with it': payWithStoredCard,
};
