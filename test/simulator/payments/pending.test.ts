import test, { type ExecutionContext } from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const minuteMs = 60_000;

/** A simulator with this scenario for each attempt, and a shop with its callbacks. */
const pendingWith = async (t: ExecutionContext, entry: object, options: SimulatorOptions = {}) => {
  const shop = await receiverFor(t, 200);
  const scenarios = [parseScenario('slow', { attempts: [entry] })];
  const simulator = await simulatorFor(t, { scenarios, callbacks: { url: shop.url }, ...options });
  await simulator.setScenario('test_user', 'slow');
  const heard = async () => {
    await simulator.settled();
    return shop.operations();
  };
  return { simulator, heard, advance: simulator.clockOf('test_user').advance };
};

const statusOf = async (simulator: TestSimulator, orderId: string, fields: Fields = {}) => {
  const { orderStatus, actionCode, paymentAmountInfo } = await simulator.status(orderId, fields);
  return [orderStatus, actionCode, paymentAmountInfo.paymentState];
};

test('a payment that is pending leaves the payer at the shop and says 7, PENDING, until the bank approves', async (t) => {
  const { simulator, heard, advance } = await pendingWith(t, { pending: '10m', approve: true });
  const { orderId, formUrl } = await simulator.register();

  const walk = await pay(formUrl, { card: plainCard });

  t.like(walk, { end: 'shop', paymentState: 'PENDING', declines: [] });
  t.true(walk.url.startsWith('https://shop.example/return?orderId='));
  const { orderStatus, actionCode, paymentAmountInfo, displayErrorMessage } = await simulator.status(orderId);
  t.deepEqual([orderStatus, actionCode], [7, -30001]);
  t.like(paymentAmountInfo, { paymentState: 'PENDING', approvedAmount: 0, depositedAmount: 0 });
  t.regex(displayErrorMessage, /still being processed/);
  t.deepEqual(await heard(), []);

  await advance(10 * minuteMs - 1);
  t.is((await statusOf(simulator, orderId))[0], 7);
  t.deepEqual(await heard(), []);

  await advance(1);
  t.deepEqual(await heard(), ['deposited=1']);
  t.deepEqual(await statusOf(simulator, orderId), [2, 0, 'DEPOSITED']);
});

test('it settles at its moment without any call, and its dates are of that moment', async (t) => {
  const { simulator, heard, advance } = await pendingWith(t, { pending: '2h', approve: true });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });

  await advance(5 * 60 * minuteMs);

  t.deepEqual(await heard(), ['deposited=1']);
  const { date, depositedDate, authDateTime } = await simulator.status(orderId);
  t.deepEqual([depositedDate - date, authDateTime - date], [120 * minuteMs, 120 * minuteMs]);
});

test('it may settle as a decline, after which another card may be tried while the order lives', async (t) => {
  const { simulator, heard, advance } = await pendingWith(t, { pending: '10m', decline: 'insufficient-funds' });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });

  await advance(10 * minuteMs);

  t.deepEqual(await heard(), ['deposited=0']);
  t.deepEqual(await statusOf(simulator, orderId), [0, 116, 'CREATED']);
  await simulator.setScenario('test_user', undefined);
  t.is((await pay(formUrl, { card: plainCard })).paymentState, 'DEPOSITED');
});

test('a decline that comes after the time of the order is its end', async (t) => {
  const { simulator, heard, advance } = await pendingWith(t, { pending: '1h', decline: 'insufficient-funds' });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });

  await advance(30 * minuteMs);
  t.is((await statusOf(simulator, orderId))[0], 7);

  await advance(30 * minuteMs);
  t.deepEqual(await heard(), ['deposited=0']);
  t.deepEqual(await statusOf(simulator, orderId), [6, 116, 'DECLINED']);
});

test('while it is pending the order is busy for another card, and nothing can be done with its money', async (t) => {
  const { simulator, advance } = await pendingWith(t, { pending: '10m', approve: true });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });

  const again = await payForm(simulator, orderId, plainCard);
  t.like(again, { errorCode: 5, errorMessage: 'The order is locked by another action' });
  for (const call of ['refund.do', 'reverse.do', 'deposit.do'])
    t.is((await simulator.call(call, { orderId, amount: '0' }))['errorCode'], '7', call);
  t.is((await pay(formUrl, { card: plainCard })).end, 'shop');

  await advance(10 * minuteMs);
  t.deepEqual(await statusOf(simulator, orderId), [2, 0, 'DEPOSITED']);
  t.is((await simulator.store.orders.find(orderId))?.attempts.length, 1);
});

test('after a challenge it is pending too; a hold and a stored card come when it settles', async (t) => {
  const { simulator, heard, advance } = await pendingWith(t, { challenge: 'passed', pending: '10m', approve: true });
  const { orderId, formUrl } = await simulator.call('registerPreAuth.do', {
    amount: '5000',
    returnUrl: 'https://shop.example/',
    clientId: 'c-1',
  });

  const walk = await pay(formUrl, { card: challengeCard, savesCard: true });

  t.is(walk.end, 'shop');
  t.is((await statusOf(simulator, orderId))[0], 7);
  t.is((await simulator.store.bindings.ofClient('test_user', 'c-1')).length, 0);

  await advance(10 * minuteMs);
  t.deepEqual(await heard(), ['approved=1', 'bindingCreated=1']);
  t.deepEqual(await statusOf(simulator, orderId), [1, 0, 'APPROVED']);
  t.is((await simulator.store.bindings.ofClient('test_user', 'c-1')).length, 1);
});

test('without a verdict of its own it settles as the card has it', async (t) => {
  const { simulator, advance } = await pendingWith(t, { pending: '1m' });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: { pan: '4000000000116006', expiry: '12/34', cvc: '123' } });

  await advance(minuteMs);

  t.is((await simulator.status(orderId))['actionCode'], 116);
});

test('a shop that closes a pending order has the last word', async (t) => {
  const { simulator, heard, advance } = await pendingWith(t, { pending: '10m', approve: true });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });

  t.is(Number((await simulator.call('decline.do', { orderId }))['errorCode']), 0);

  await advance(60 * minuteMs);
  t.deepEqual(await statusOf(simulator, orderId), [6, 4005, 'DECLINED']);
  t.deepEqual(await heard(), []);
});

test("the page's own call sends the payer back to the shop without an error", async (t) => {
  const { simulator } = await pendingWith(t, { pending: '10m', approve: true });
  const { orderId } = await simulator.register();

  const answer = await payForm(simulator, orderId, plainCard);

  t.like(answer, { errorCode: 0, error: undefined });
  t.regex(answer['redirect'], /^https:\/\/shop\.example\/return\?orderId=/);
  t.regex(answer['info'], /is being processed/);
});

test("the gateway's own result page calls it neither paid nor declined", async (t) => {
  const { simulator } = await pendingWith(t, { pending: '10m', approve: true });
  const { orderId, formUrl } = await simulator.register({ returnUrl: 'finish.html' });

  await pay(formUrl, { card: plainCard });

  const page = await (await fetch(`${simulator.url}/payment/merchants/finish_en.html?orderId=${orderId}`)).text();
  t.regex(page, /<h1>Payment in progress<\/h1>/);
  t.regex(page, /still being processed/);
});

test('a wallet and a charge of a stored card are no failures while they are pending', async (t) => {
  const { simulator, advance } = await pendingWith(t, { approve: true });
  const { orderId, formUrl } = await simulator.register({ clientId: 'c-2' });
  await pay(formUrl, { card: plainCard, savesCard: true });
  const { bindingInfo } = await simulator.status(orderId);
  await simulator.setScenario('test_user', { attempts: [{ pending: '10m', approve: true }] });

  const charged = await simulator.json('../recurrentPayment.do', {
    orderNumber: 'next-month',
    bindingId: bindingInfo.bindingId,
    amount: 100,
  });

  t.like(charged, { success: true, orderStatus: { orderStatus: 7, actionCode: -30001 } });
  await advance(10 * minuteMs);
  t.is((await simulator.status(charged['data'].orderId))['orderStatus'], 2);
});

test('a pending order is 0 in the legacy status, and at banks with another meaning of 7', async (t) => {
  const { simulator } = await pendingWith(
    t,
    { pending: '10m', approve: true },
    {
      bank: { ...bereke, tellsPartRefunds: true },
    },
  );
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });

  t.deepEqual(await statusOf(simulator, orderId), [0, -30001, 'PENDING']);
  t.like(await simulator.call('getOrderStatus.do', { orderId }), { OrderStatus: 0, ErrorCode: '0' });
});
