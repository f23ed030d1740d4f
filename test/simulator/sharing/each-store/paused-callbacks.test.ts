import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { paid, pairFor, test } from './simulator-pair.ts';

test('callbacks that one process pauses wait in both, and both send them after the other has ended the pause', async (t, join) => {
  const { url, received, operations } = await receiverFor(t, 200);
  const { one, other } = await pairFor(t, join, { callbacks: { url } });

  await one.pauseCallbacks('test_user');
  const orderIds = await Promise.all([one, other, one, other].map(paid));
  await Promise.all([one.settled(), other.settled()]);
  t.is(received.length, 0);
  t.like(await other.callbacks('test_user'), { isPaused: true, total: 4 });

  t.like(await other.runCallbacks('test_user'), { isPaused: false, delivered: 4, waiting: 0 });
  t.deepEqual(
    operations(),
    orderIds.map(() => 'deposited=1'),
  );
});

test('a pause in one process waits for the callback that the other has on its way', async (t, join) => {
  const { url, received, release, hasReceived } = await receiverFor(t, 'hang', 200);
  const { one, other } = await pairFor(t, join, { callbacks: { url } });
  await paid(one);
  await hasReceived();

  const paused = other.pauseCallbacks('test_user');
  setTimeout(release, 100);

  t.like(await paused, { isPaused: true, delivered: 1 });
  t.is(received.length, 1);
});
