import test from 'ava';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const item = (positionId: number, itemAmount: number) => ({
  positionId,
  name: `thing ${positionId}`,
  quantity: { value: 1, measure: 'pcs' },
  itemAmount,
});

const cart = (...items: object[]) => JSON.stringify({ cartItems: { items } });
const items = (...list: object[]) => JSON.stringify({ items: list });

const order: Fields = {
  amount: '1000',
  returnUrl: 'https://shop.example/',
  orderBundle: cart(item(1, 600), item(2, 400)),
};

const payFor = async (simulator: TestSimulator, endpoint: string): Promise<string> => {
  const { orderId, formUrl } = await simulator.call(endpoint, order);
  await pay(formUrl, { card: plainCard });
  return orderId;
};

const deposited = async (simulator: TestSimulator, orderId: string): Promise<number[]> =>
  (await simulator.status(orderId))['orderBundle'].cartItems.items.map(
    ({ depositedItemAmount }: Json) => depositedItemAmount,
  );

test('a payment in one phase captures every position', async (t) => {
  const simulator = await simulatorFor(t);

  t.deepEqual(await deposited(simulator, await payFor(simulator, 'register.do')), [600, 400]);
});

test('a capture counts for the positions that it names, else for the first ones', async (t) => {
  const simulator = await simulatorFor(t);
  const held = await payFor(simulator, 'registerPreAuth.do');
  t.deepEqual(await deposited(simulator, held), [0, 0]);
  await simulator.call('deposit.do', { orderId: held, amount: '400', depositItems: items(item(2, 400)) });
  const bySum = await payFor(simulator, 'registerPreAuth.do');
  await simulator.call('deposit.do', { orderId: bySum, amount: '700' });

  t.deepEqual(await deposited(simulator, held), [0, 400]);
  t.deepEqual(await deposited(simulator, bySum), [600, 100]);
});

test('a refund is taken from the positions that it names, else from the last ones', async (t) => {
  const simulator = await simulatorFor(t);
  const named = await payFor(simulator, 'register.do');
  await simulator.call('refund.do', { orderId: named, amount: '200', refundItems: items(item(1, 200)) });
  const bySum = await payFor(simulator, 'register.do');
  await simulator.call('refund.do', { orderId: bySum, amount: '500' });

  t.deepEqual(await deposited(simulator, named), [400, 400]);
  t.deepEqual(await deposited(simulator, bySum), [500, 0]);
  await simulator.call('refund.do', { orderId: bySum });
  t.deepEqual(await deposited(simulator, bySum), [0, 0]);
});

test('refuses positions that the cart does not have, or that hold less, and moves nothing', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await payFor(simulator, 'register.do');
  const refund = async (list: string, amount: string) =>
    (await simulator.call('refund.do', { orderId, amount, refundItems: list }))['errorCode'];

  t.is(await refund(items(item(3, 100)), '100'), '8');
  t.is(await refund(items(item(2, 500)), '500'), '8');
  t.is(await refund(items(item(2, 100)), '200'), '8');
  t.deepEqual(await deposited(simulator, orderId), [600, 400]);
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('a raw refund of a sum answers with a number, moves the money and lets only others of sums follow', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await payFor(simulator, 'register.do');

  const answer = await simulator.call('processRawSumRefund.do', { orderId, amount: '300' });

  t.deepEqual(answer, { errorCode: 0, errorMessage: 'Success' });
  t.like(await simulator.status(orderId), { orderStatus: 4, paymentAmountInfo: { refundedAmount: 300 } });
  t.is((await simulator.call('processRawSumRefund.do', { orderId, amount: '701' }))['errorCode'], 7);
  t.is((await simulator.call('processRawSumRefund.do', { orderId }))['errorCode'], 12);
  t.is((await simulator.call('refund.do', { orderId, amount: '700' }))['errorCode'], '7');
  t.is((await simulator.call('processRawSumRefund.do', { orderId, amount: '700' }))['errorCode'], 0);
});

for (const endpoint of ['processRawPositionRefund.do', 'processRawPositionOrderRefund.do']) {
  test(`after ${endpoint} only raw refunds are taken`, async (t) => {
    const simulator = await simulatorFor(t);
    const orderId = await payFor(simulator, 'register.do');
    const refund = (fields: Fields) => simulator.call(endpoint, { orderId, ...fields });

    t.is((await refund({ positionId: '3', amount: '100' }))['errorCode'], 8);
    t.deepEqual(await refund({ positionId: '2', amount: '400' }), { errorCode: 0, errorMessage: 'Success' });
    t.deepEqual(await deposited(simulator, orderId), [600, 0]);
    t.is((await refund({ positionId: '2', amount: '1' }))['errorCode'], 8, 'the position is empty');
    t.is((await simulator.call('refund.do', { orderId, amount: '100' }))['errorCode'], '7');
    t.is((await simulator.call('processRawSumRefund.do', { orderId, amount: '600' }))['errorCode'], 0);
  });
}
