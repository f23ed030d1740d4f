import test from 'ava';
import { eventually } from '../../helpers/ava/eventually.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { storeOnFullDisk } from '../../helpers/stores/store-on-full-disk.ts';

const order = { amount: '1000', returnUrl: 'https://shop.example/' };

test('a call that cannot be kept is answered with the system error, and goes well when there is room again', async (t) => {
  const { store, disk } = storeOnFullDisk();
  const { call } = await simulatorFor(t, { store, logLevel: 'silent' });

  disk.isFull = true;
  t.is((await call('register.do', order))['errorCode'], '7');
  disk.isFull = false;

  t.is((await call('register.do', order))['errorCode'], undefined);
});

test('the control API answers a problem where nothing can be kept', async (t) => {
  const { store, disk } = storeOnFullDisk();
  const { controlUrl } = await simulatorFor(t, { store, logLevel: 'silent' });
  disk.isFull = true;

  const answer = await fetch(`${controlUrl}/merchants`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"login":"other"}',
  });

  t.is(answer.status, 503);
  t.is(((await answer.json()) as { type: string }).type, 'urn:tillbox:problem:unavailable');
});

test('what time brings and where a clock stands are kept when there is room again', async (t) => {
  const { store, disk } = storeOnFullDisk();
  const { clockOf, status, register } = await simulatorFor(t, {
    store,
    logLevel: 'silent',
    sessionTimeoutSecs: 60,
  });
  const { orderId } = await register();
  disk.isFull = true;
  await clockOf('test_user').advance(61_000);
  t.is((await store.orders.find(orderId))?.status, 'created');
  t.deepEqual(await store.clocks.all(), []);

  disk.isFull = false;
  await eventually(
    t,
    () => store.orders.find(orderId),
    (order) => order?.status === 'declined',
  );

  t.is((await status(orderId))['orderStatus'], 6);
  await eventually(
    t,
    () => store.clocks.all(),
    ([clock]) => clock?.merchant === 'test_user',
  );
});
