import test from 'ava';
import { waitForPayment } from '../../../client/gateway/wait-for-payment.ts';
import { GatewayTimeout, type OrderStatusAnswer } from '../../../client/index.ts';
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

const lastSeen: readonly (readonly [reply: ReturnType<typeof status>, text: string])[] = [
  [status(0, { actionCode: -100 }), 'orderStatus 0, registered: has the payer paid?'],
  [
    status(0, { actionCode: 116, actionCodeDescription: 'Not enough money' }),
    'orderStatus 0, registered, and a card was declined with actionCode 116 (Not enough money): does the payer try another?',
  ],
  [status(5), "orderStatus 5, at the issuer's page (3-D Secure): has the payer answered?"],
  [status(7), 'orderStatus 7, pending: the bank has not decided yet'],
  [status(9), 'orderStatus 9, which this client does not know'],
];
for (const [reply, text] of lastSeen) {
  test(`gives up waiting after the given time and says what it saw last: ${text}`, async (t) => {
    const gateway = await gatewayWith(t, reply);

    const error = await rejection(t, clientOf(gateway.baseUrl).waitForPayment({ orderId: 'o', timeoutMs: 60_000 }));

    t.true(error instanceof GatewayTimeout);
    t.is(error.message, `order o did not come to an end within 60000 ms; last seen: ${text}`);
  });
}

test('the time-out of the last look hides nothing that was seen before', async (t) => {
  const answers: OrderStatusAnswer[] = [{ errorCode: '0', orderStatus: 5 }];
  /** Answers once, then never. */
  const ask = (_: string, signal: AbortSignal) =>
    new Promise<OrderStatusAnswer>((resolve, reject) => {
      const answer = answers.pop();
      if (answer) resolve(answer);
      else if (signal.aborted) reject(signal.reason);
      else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  const wait = () => waitForPayment(ask, async () => {}, { orderId: 'o', timeoutMs: 20 });

  const seen = await rejection(t, wait());
  const unseen = await rejection(t, wait());

  t.regex(seen.message, /within 20 ms; last seen: orderStatus 5, at the issuer's page/);
  t.is(unseen.message, 'order o did not come to an end within 20 ms; last seen: no answer of the gateway');
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
