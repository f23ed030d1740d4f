import test from 'ava';
import { CallbackNotDelivered, GatewayTimeout, Payer, SandboxProblem, WrongUse } from '../../../client/index.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { order, sandboxFor } from './sandbox.ts';

/** Longer than a test may last: what should come, comes before; what cannot come is told at once. */
const patient = { timeoutMs: 600_000 };

test('another process waits for a callback, before and after it was delivered', async (t) => {
  const shop = await receiverFor(t, 200);
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant({ callbacks: { url: shop.url } });
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register(order);
  const waiting = sandbox.waitForCallback(orderId, 'deposited', patient);

  await new Payer({ card: plainCard }).pay(formUrl);

  const callback = await waiting;
  t.like(callback, { operation: 'deposited', status: '1', orderId, state: 'delivered', tries: [{ httpStatus: 200 }] });
  t.deepEqual(await sandbox.waitForCallback(orderId, 'deposited', { timeoutMs: 0, status: 1 }), callback);
});

test('a callback that does not come fails with what came and why, as in process', async (t) => {
  const shop = await receiverFor(t, 200);
  const { sandbox, simulator } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant({ callbacks: { url: shop.url } });
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register(order);
  await new Payer({ card: plainCard }).pay(formUrl);
  await sandbox.callbacks.settle(merchant);

  const { message } = await t.throwsAsync(sandbox.waitForCallback(orderId, 'refunded', { timeoutMs: 10 }), {
    instanceOf: CallbackNotDelivered,
  });

  t.is(await sandbox.whyOf(orderId), await simulator.whyOf(orderId));
  t.true(
    message.startsWith(`the callback refunded of order ${orderId} was not delivered within 0.01 s\nSeen: deposited`),
  );
  t.true(message.endsWith(await sandbox.whyOf(orderId)));
});

test('a callback that cannot come fails at once, and wrong names are problems', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const { orderId } = await sandbox.gatewayOf(merchant).register(order);

  await t.throwsAsync(sandbox.waitForCallback(orderId, 'deposited', patient), {
    instanceOf: CallbackNotDelivered,
    message: new RegExp(`cannot come: merchant ${merchant.login} has no callback address`),
  });
  const misspelt = sandbox.waitForCallback(orderId, 'Deposited' as 'deposited', patient);
  t.like(await t.throwsAsync(misspelt, { message: /did you mean deposited\?/ }), { status: 422 });
  for (const call of [sandbox.waitForCallback('a/b', 'deposited'), sandbox.whyOf('a/b')])
    t.like(await t.throwsAsync(call, { instanceOf: SandboxProblem }), { status: 404, field: 'orderId' });
  await t.throwsAsync(sandbox.waitForCallback(orderId, 'deposited', { timeout: 5 } as object), {
    instanceOf: WrongUse,
  });
  await t.throwsAsync(sandbox.whyOf(undefined as unknown as string), { instanceOf: WrongUse });
});

test('a payment that does not end in time is explained', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId } = await gateway.register(order);

  const { message } = await t.throwsAsync(gateway.waitForPayment({ orderId, timeoutMs: 1, firstDelayMs: 1 }), {
    instanceOf: GatewayTimeout,
  });

  t.true(message.endsWith(`\n\n${await sandbox.whyOf(orderId)}`));
});
