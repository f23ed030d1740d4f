import test from 'ava';
import { Payer, SandboxProblem } from '../../../client/index.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { order, sandboxFor } from './sandbox.ts';

test('callbacks are listed newest first, by order, state and operation, and each can be looked at', async (t) => {
  const shop = await receiverFor(t, 200);
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant({ callbacks: { url: shop.url } });
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId, formUrl } = await gateway.register({ ...order, orderNumber: 'A-1' });
  await new Payer({ card: plainCard }).pay(formUrl);
  await sandbox.callbacks.settle(merchant);
  await sandbox.clock.advance(merchant, '1s');
  await gateway.refund({ orderId, amountMinor: 500 });
  await sandbox.callbacks.settle(merchant);

  const { callbacks, total } = await sandbox.callbacks.list(merchant);

  t.like(callbacks, [{ operation: 'refunded' }, { operation: 'deposited', orderId, status: '1', state: 'delivered' }]);
  t.is(total, 2);
  const [newest, oldest] = callbacks;
  t.deepEqual((await sandbox.callbacks.list(merchant, { order: 'A-1', limit: 1 })).callbacks, [newest]);
  t.deepEqual((await sandbox.callbacks.list(merchant, { operation: 'deposited' })).callbacks, [oldest]);
  t.deepEqual(await sandbox.callbacks.list(merchant, { state: 'given-up' }), {
    callbacks: [],
    total: 0,
    counts: { waiting: 0, delivered: 2, 'given-up': 0, lost: 0 },
    isPaused: false,
  });
  t.deepEqual(await sandbox.callbacks.get(merchant, newest?.id ?? ''), newest);
  t.is(new URL(newest?.request.url ?? '').searchParams.get('mdOrder'), orderId);
});

test('a callback that the shop did not take is sent again, and waiting for all of them says how many are what', async (t) => {
  const shop = await receiverFor(t, 500, 503, 200);
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant({ callbacks: { url: shop.url, mostFailures: 1 } });
  const { formUrl } = await sandbox.gatewayOf(merchant).register(order);
  await new Payer({ card: plainCard }).pay(formUrl);

  t.deepEqual(await sandbox.callbacks.settle(merchant), { waiting: 0, delivered: 0, 'given-up': 1, lost: 0 });
  const [{ id } = { id: '' }] = (await sandbox.callbacks.list(merchant)).callbacks;
  t.like(await sandbox.callbacks.resend(merchant, id), {
    isDelivered: false,
    try: { httpStatus: 503, byHand: true },
    callback: { id },
  });
  t.like(await sandbox.callbacks.resend(merchant, id), { isDelivered: true, callback: { state: 'delivered' } });
  t.deepEqual(await sandbox.callbacks.settle(merchant), { waiting: 0, delivered: 1, 'given-up': 0, lost: 0 });
});

test('a callback or a merchant that is not there is a problem that names it', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const refusals = [
    ['id', () => sandbox.callbacks.get('test_user', 'a/b')],
    ['id', () => sandbox.callbacks.resend('test_user', 'none')],
    ['login', () => sandbox.callbacks.list('nobody')],
    ['login', () => sandbox.callbacks.settle('nobody')],
  ] as const;

  for (const [field, ask] of refusals) {
    const error = await t.throwsAsync(ask(), { instanceOf: SandboxProblem });
    t.like(error, { status: 404, field });
  }
});

test('a filter that cannot be is a problem that names its field', async (t) => {
  const { sandbox } = await sandboxFor(t);

  const error = await t.throwsAsync(sandbox.callbacks.list('test_user', { limit: -1 }), { instanceOf: SandboxProblem });

  t.like(error, { status: 422, field: 'limit' });
});
