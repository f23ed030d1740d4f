import { createClock } from '../../../../simulator/runtime/clock.ts';
import { eventually } from '../../../helpers/ava/eventually.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { payForm } from '../../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { simulatorFor, startMs } from '../../../helpers/simulator/simulator.ts';
import { pairFor, test, twentyMinutesMs } from './simulator-pair.ts';

test('an order that is registered at one is paid and refunded at the other', async (t, join) => {
  const { one, other } = await pairFor(t, join);
  const { orderId } = await one.register();

  await payForm(other, orderId, plainCard);

  t.is((await one.status(orderId))['orderStatus'], 2);
  t.is((await other.call('refund.do', { orderId, amount: '500' }))['errorCode'], '0');
  t.is((await one.status(orderId))['orderStatus'], 4);
});

test('time that is moved at one has moved at the other, for all that it brings', async (t, join) => {
  const { one, other } = await pairFor(t, join);
  const { orderId } = await other.register();

  await one.clockOf('test_user').advance(twentyMinutesMs);

  t.is((await one.status(orderId))['actionCode'], -2014);
  t.is((await other.status(orderId))['actionCode'], -2014);
  t.is(other.clockOf('test_user').now(), startMs + twentyMinutesMs);
});

test('a clock that is stopped, started and reset at one is so at the other', async (t, join) => {
  const { one, other } = await pairFor(t, join, { clock: createClock() });
  const seenAtOther = async () => {
    await other.call('getOrderStatusExtended.do', { orderId: 'none' });
    return other.clockOf('test_user').isFrozen();
  };

  await one.clockOf('test_user').freeze();
  t.true(await seenAtOther());
  await one.clockOf('test_user').run();
  t.false(await seenAtOther());
  await one.clockOf('test_user').freeze();
  t.true(await seenAtOther());
  await one.resetMerchant('test_user');
  t.false(await seenAtOther());
});

test('what a process leaves undone that is gone, the other does', async (t, join) => {
  const { url, operations } = await receiverFor(t, 200);
  const start = async () =>
    simulatorFor(t, { clock: createClock(), store: await join(), sessionTimeoutSecs: 1, callbacks: { url } });
  const [gone, left] = [await start(), await start()];
  const { orderId } = await gone.register();
  await gone.stop();

  await eventually(t, operations, (heard) => heard.length > 0);

  t.deepEqual(operations(), ['declinedByTimeout=0']);
  t.is((await left.status(orderId))['actionCode'], -2014);
});

test('an answer that a scenario delays comes when time is moved at the other', async (t, join) => {
  const { one, other } = await pairFor(t, join);
  await one.setScenario('test_user', { gateway: [{ on: 'getOrderStatusExtended', do: { delay: '10m' } }] });
  let answer: unknown;
  void one.status('none').then((late) => {
    answer = late;
  });

  await eventually(
    t,
    async () => {
      await other.clockOf('test_user').advance(600_000);
      return answer;
    },
    (late) => late !== undefined,
  );

  t.like(answer, { errorCode: '6' });
});
