import test from 'ava';
import { startCallbackReceiver } from '../../../client/index.ts';

test('keeps the callbacks that come in by GET and by POST, and answers each with 200', async (t) => {
  const receiver = await startCallbackReceiver();
  t.teardown(receiver.stop);

  const got = await fetch(`${receiver.url}?mdOrder=order-1&operation=deposited&status=1`);
  const posted = await fetch(receiver.url, { method: 'POST', body: new URLSearchParams({ mdOrder: 'order-2' }) });

  t.deepEqual([got.status, posted.status], [200, 200]);
  t.deepEqual(
    receiver.received.map(({ method, parameters }) => [method, parameters.get('mdOrder')]),
    [
      ['GET', 'order-1'],
      ['POST', 'order-2'],
    ],
  );
});

test('does not keep a body that is larger than any callback', async (t) => {
  const receiver = await startCallbackReceiver();
  t.teardown(receiver.stop);

  const { status } = await fetch(receiver.url, { method: 'POST', body: 'a'.repeat(200_000) });

  t.is(status, 400);
  t.deepEqual(receiver.received, []);
});

test('a receiver ends with its block', async (t) => {
  const receiver = await startCallbackReceiver();
  t.is((await fetch(receiver.url)).status, 200);

  await receiver[Symbol.asyncDispose]();

  await t.throwsAsync(fetch(receiver.url));
});
