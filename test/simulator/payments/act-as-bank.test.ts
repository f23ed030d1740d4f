import test from 'ava';
import { Refused } from '../../../simulator/domain/errors/refused.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';

test('the bank expires, captures, reverses and refunds by itself, with callbacks', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const [{ orderId: open }, first, second] = [await simulator.register(), await hold(simulator), await hold(simulator)];

  await simulator.actAsBank(open, 'expire');
  await simulator.actAsBank(first, 'capture', { amountMinor: 60_000 });
  await simulator.actAsBank(first, 'refund', { amountMinor: 10_000 });
  await simulator.actAsBank(second, 'reverse');
  await simulator.settled();

  t.like(await simulator.status(open), { orderStatus: 6, actionCode: -2014 });
  t.like(await simulator.status(first), {
    orderStatus: 4,
    paymentAmountInfo: { approvedAmount: 100_000, depositedAmount: 50_000, refundedAmount: 10_000 },
  });
  t.is((await simulator.status(second))['orderStatus'], 3);
  t.deepEqual(shop.operations().toSorted(), [
    'approved=1',
    'approved=1',
    'declinedByTimeout=0',
    'deposited=1',
    'refunded=1',
    'reversed=1',
  ]);
});

test('a chargeback is said in the status, and changes nothing else', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await payWith(simulator, plainCard.pan);
  const { chargeback, ...before } = await simulator.status(orderId);

  await simulator.actAsBank(orderId, 'chargeback');

  t.false(chargeback);
  t.deepEqual(await simulator.status(orderId), { ...before, chargeback: true });
});

test('the bank acts in the time of the merchant, and only if the order allows it', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.clockOf('test_user').advance(60_000);

  await simulator.actAsBank(orderId, 'refund');

  t.is((await simulator.status(orderId))['refundedDate'], startMs + 60_000);
  for (const act of ['expire', 'capture', 'reverse', 'refund', 'chargeback'] as const)
    await t.throwsAsync(simulator.actAsBank(orderId, act), { instanceOf: Refused }, act);
  await t.throwsAsync(simulator.actAsBank('nobody', 'refund'), { instanceOf: Refused });
});
