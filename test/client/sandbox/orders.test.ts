import test from 'ava';
import { Payer, SandboxProblem } from '../../../client/index.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { order, sandboxFor } from './sandbox.ts';

test('orders are listed newest first, by state, number and time, page by page', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const numbers = async (...filter: readonly Parameters<typeof sandbox.orders.list>[1][]) =>
    (await sandbox.orders.list(merchant, ...filter)).orders.map(({ orderNumber }) => orderNumber);
  const { formUrl } = await gateway.register({ ...order, orderNumber: '1' });
  await new Payer({ card: plainCard }).pay(formUrl);
  const { now } = await sandbox.clock.advance(merchant, '1m');
  for (const orderNumber of ['2', '3']) await gateway.register({ ...order, orderNumber });

  t.deepEqual(await numbers(), ['3', '2', '1']);
  t.deepEqual(await numbers({ status: 'deposited' }), ['1']);
  t.deepEqual(await numbers({ orderNumber: '2' }), ['2']);
  t.deepEqual(await numbers({ since: now }), ['3', '2']);
  t.deepEqual(await numbers({ since: new Date(now) }), ['3', '2']);
  const { orders, total, next } = await sandbox.orders.list(merchant, { limit: 2 });
  t.is(total, 3);
  t.is(next, orders[1]?.orderId);
  t.deepEqual(await numbers({ before: next ?? '' }), ['1']);
});

test('one order tells why it is where it is', async (t) => {
  const shop = await receiverFor(t, 200);
  const { sandbox } = await sandboxFor(t, { journalSize: 100 });
  const merchant = await sandbox.makeMerchant({ callbacks: { url: shop.url } });
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register({ ...order, orderNumber: 'A-1' });
  await new Payer({ card: plainCard }).pay(formUrl);
  await sandbox.callbacks.settle(merchant);

  const paid = await sandbox.orders.get(merchant, orderId);

  t.like(paid, { orderNumber: 'A-1', status: 'deposited', statusText: 'paid', depositedMinor: 1500 });
  t.like(paid.attempts, [{ card: { maskedPan: '444455**3333' }, actionCode: 0 }]);
  t.regex(paid.timeline[0]?.what ?? '', /^The shop registered order A-1 /);
  t.like(paid.callbacks, [{ operation: 'deposited', state: 'delivered' }]);
  t.true(paid.requests.isOn);
  t.regex(paid.requests.entries[0]?.path ?? '', /register\.do$/);
});

test('the bank acts on an order, wholly or for an amount, and the shop sees it', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId, formUrl } = await gateway.registerPreAuth(order);
  await new Payer({ card: plainCard }).pay(formUrl);

  const captured = await sandbox.orders.act(merchant, orderId, 'capture', { amountMinor: 1000 });
  const refunded = await sandbox.orders.act(merchant, orderId, 'refund', { amountMinor: 400 });
  const chargedBack = await sandbox.orders.act(merchant, orderId, 'chargeback');

  t.like(captured, { status: 'deposited', depositedMinor: 1000 });
  t.like(refunded, { refundedMinor: 400 });
  t.like(refunded.refunds, [{ amountMinor: 400 }]);
  t.true(chargedBack.isChargedBack);
  t.is((await gateway.getOrderStatus({ orderId })).paymentAmountInfo?.refundedAmount, 400);
});

test('an act that the state of the order does not allow is a problem with the reason of the gateway', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const { orderId } = await sandbox.gatewayOf(merchant).register(order);

  const error = await t.throwsAsync(sandbox.orders.act(merchant, orderId, 'capture'), { instanceOf: SandboxProblem });

  t.like(error, { status: 409, title: 'That cannot be done now', reason: 'wrong-status' });
  t.regex(error.detail, /^capture is not possible: the order is created /);
});

test('an order of another merchant is not there, nor is one of no merchant', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const [own, other] = [await sandbox.makeMerchant(), await sandbox.makeMerchant()];
  const { orderId } = await sandbox.gatewayOf(own).register(order);
  const refusals = [
    ['orderId', () => sandbox.orders.get(other, orderId)],
    ['orderId', () => sandbox.orders.act(other, orderId, 'expire')],
    ['orderId', () => sandbox.orders.get(own, '../acts')],
    ['login', () => sandbox.orders.list('nobody')],
  ] as const;

  for (const [field, ask] of refusals) {
    const error = await t.throwsAsync(ask(), { instanceOf: SandboxProblem });
    t.like(error, { status: 404, field });
  }
});

test('a filter of orders that cannot be is a problem that names its field', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const refusals = [
    ['before', { before: 'none' }],
    ['limit', { limit: 0 }],
    ['since', { since: 'yesterday' }],
  ] as const;

  for (const [field, filter] of refusals) {
    const error = await t.throwsAsync(sandbox.orders.list('test_user', filter), { instanceOf: SandboxProblem });
    t.like(error, { status: 422, field });
  }
});
