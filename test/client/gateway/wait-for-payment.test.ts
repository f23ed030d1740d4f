import test from 'ava';
import { GatewayTimeout } from '../../../client/index.ts';
import { clientOf, gatewayWith, rejection, status } from './stub-gateway.ts';

const outcomes = { 1: 'held', 2: 'paid', 3: 'reversed', 4: 'refunded', 6: 'declined' } as const;
for (const [orderStatus, outcome] of Object.entries(outcomes)) {
  test(`waits through open states until the order is ${outcome}`, async (t) => {
    const gateway = await gatewayWith(
      t,
      status(0),
      status(0, { actionCode: 116 }),
      status(5),
      status(7),
      status(Number(orderStatus)),
    );
    const pausesMs: number[] = [];
    const client = clientOf(gateway.baseUrl, { wait: async (delayMs) => void pausesMs.push(delayMs) });

    const finished = await client.waitForPayment({ orderId: 'o', firstDelayMs: 100, maxDelayMs: 300 });

    t.is(finished.outcome, outcome);
    t.is(finished.status.orderStatus, Number(orderStatus));
    t.deepEqual(pausesMs, [100, 200, 300, 300]);
  });
}

test('gives up waiting after the given time and says what it saw last', async (t) => {
  const gateway = await gatewayWith(t, status(0));

  const error = await rejection(t, clientOf(gateway.baseUrl).waitForPayment({ orderId: 'o', timeoutMs: 60_000 }));

  t.true(error instanceof GatewayTimeout);
  t.regex(error.message, /order o did not come to an end within 60000 ms; last seen: orderStatus 0/);
});

test('waits out faults, but not a refusal', async (t) => {
  const gateway = await gatewayWith(t, { status: 500 }, {}, 'drop', status(2));
  const refusing = await gatewayWith(t, { body: { errorCode: '6', errorMessage: 'Order not found' } });

  const finished = await clientOf(gateway.baseUrl, { retries: 0 }).waitForPayment({ orderId: 'o' });
  const error = await rejection(t, clientOf(refusing.baseUrl).waitForPayment({ orderId: 'o' }));

  t.is(finished.outcome, 'paid');
  t.is(error.kind, 'refused');
});

test('a gateway that never answers cannot hold a wait beyond its time', async (t) => {
  const gateway = await gatewayWith(t, 'hang');

  const error = await rejection(t, clientOf(gateway.baseUrl).waitForPayment({ orderId: 'o', timeoutMs: 40 }));

  t.is(error.kind, 'timed-out');
});
