import test from 'ava';
import { GatewayUnreachable } from '../../../client/gateway/gateway-errors.ts';
import { catalogue, tenge } from '../../../client/shop/catalogue.ts';
import type { Checked } from '../../../client/shop/checkout.ts';
import { createOrderBook } from '../../../client/shop/order-book.ts';
import { newOrder, type PaymentResult, type ShopOrder } from '../../../client/shop/shop-order.ts';

const orderInBook = () => {
  const [product] = catalogue;
  if (!product) throw new Error('the catalogue is empty');
  const orders = createOrderBook();
  const order = orders.change(newOrder({ product, quantity: 1, currency: tenge, language: 'en' }, 0), {
    result: { kind: 'waiting' },
  });
  return { orders, order, kind: () => orders.find(order.id)?.result.kind };
};

/** A question to the gateway that is answered by hand. */
const question = () => {
  const { promise, resolve } = Promise.withResolvers<(order: ShopOrder) => Checked>();
  return {
    ask: async (order: ShopOrder): Promise<Checked> => (await promise)(order),
    answer: (kind: Exclude<PaymentResult['kind'], 'not-paid'>) =>
      resolve((order) => ({ order: { ...order, result: { kind } } })),
    fail: () => resolve((order) => ({ order, fault: new GatewayUnreachable('down', true) })),
    /** The order is settled, so there was nothing to ask. */
    skip: () => resolve((order) => ({ order })),
  };
};

test('the answer to an earlier question does not take the place of a later one', async (t) => {
  const { orders, order, kind } = orderInBook();
  const [early, late] = [question(), question()];
  const first = orders.ask(order, early.ask);
  const second = orders.ask(order, late.ask);

  late.answer('given-back');
  t.is((await second).order.result.kind, 'given-back');
  early.answer('paid');
  t.is((await first).order.result.kind, 'given-back');
  t.is(kind(), 'given-back');
});

test('answers that come in the order of the questions are kept, each', async (t) => {
  const { orders, order, kind } = orderInBook();
  const [early, late] = [question(), question()];
  const first = orders.ask(order, early.ask);
  const second = orders.ask(order, late.ask);

  early.answer('paid');
  await first;
  t.is(kind(), 'paid');
  late.answer('given-back');
  await second;
  t.is(kind(), 'given-back');
});

for (const end of ['fail', 'skip'] as const)
  test(`a later question without an answer (${end}) does not hide the answer to an earlier one`, async (t) => {
    const { orders, order, kind } = orderInBook();
    const [early, late] = [question(), question()];
    const first = orders.ask(order, early.ask);
    const second = orders.ask(order, late.ask);

    late[end]();
    const { fault } = await second;
    t.is(fault !== undefined, end === 'fail');
    early.answer('paid');
    await first;
    t.is(kind(), 'paid');
  });

test('orders do not wait for each other', async (t) => {
  const { orders, order, kind } = orderInBook();
  const other = orders.change({ ...order, id: 'other' }, {});
  const [early, late] = [question(), question()];
  const first = orders.ask(order, early.ask);
  const second = orders.ask(other, late.ask);

  late.answer('given-back');
  await second;
  early.answer('paid');
  await first;
  t.is(kind(), 'paid');
});
