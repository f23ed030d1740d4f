import type { Order } from '../../../../simulator/domain/orders/order.ts';
import { startMs } from '../../../helpers/simulator/simulator.ts';
import { anOrder } from '../../../helpers/stores/an-order.ts';
import { aCallback } from '../../../helpers/stores/kept-things.ts';
import { behaviour, idsOf } from './behaviour.ts';

const numbered = (id: string, change: Partial<Order> = {}) => anOrder({ id, orderNumber: id, ...change });

const at = (id: string, seconds: number, change: Partial<Order> = {}) =>
  numbered(id, { registeredAtMs: startMs + seconds * 1000, ...change });

behaviour(
  'orders come newest first, page by page, those of one moment in the turn in which they came',
  async (t, { orders }) => {
    for (const order of [at('b', 2), at('a', 1), at('d', 3), at('c', 2)]) await orders.insert(order);
    await orders.insert(at('strange', 9, { merchant: 'other' }));

    t.deepEqual(idsOf(await orders.newest('test_user', { limit: 9 })), ['d', 'c', 'b', 'a']);
    t.deepEqual(idsOf(await orders.newest('test_user', { limit: 2 })), ['d', 'c']);
    t.deepEqual(idsOf(await orders.newest('test_user', { limit: 2, before: 'c' })), ['b', 'a']);
    t.deepEqual(await orders.newest('test_user', { limit: 2, before: 'a' }), []);
    t.deepEqual(await orders.newest('test_user', { limit: 2, before: 'no such order' }), []);
    t.deepEqual(await orders.newest('nobody', { limit: 2 }), []);
  },
);

behaviour('orders are found by when they were registered, and by their states', async (t, { orders }) => {
  const all = [
    at('a', 1, { status: 'deposited' }),
    at('b', 2),
    at('c', 3, { status: 'declined' }),
    at('d', 4),
    at('e', 5, { status: 'pending' }),
  ];
  for (const order of all) await orders.insert(order);

  const since = { sinceMs: startMs + 2000, beforeMs: startMs + 5000 };
  t.deepEqual(idsOf(await orders.newest('test_user', { ...since, limit: 9 })), ['d', 'c', 'b']);
  t.deepEqual(idsOf(await orders.newest('test_user', { states: ['created', 'pending'], limit: 9 })), ['e', 'd', 'b']);
  t.deepEqual(idsOf(await orders.newest('test_user', { states: ['created'], limit: 1, before: 'd' })), ['b']);
  t.deepEqual(await orders.counts('test_user', since), { created: 2, declined: 1 });
  t.deepEqual(await orders.counts('test_user'), { created: 2, declined: 1, deposited: 1, pending: 1 });
  t.deepEqual(await orders.counts('nobody'), {});
  t.deepEqual([await orders.total('test_user'), await orders.total('nobody')], [5, 0]);
});

behaviour('counts and pages follow an order that changes, and one that is gone', async (t, { orders }) => {
  const order = at('a', 1);
  await orders.insert(order);
  await orders.insert(at('b', 2, { merchant: 'other' }));
  await orders.insert(at('second', 3, { orderNumber: 'a' }));
  await orders.replace({ ...order, version: 2, status: 'deposited' });
  await orders.replace({ ...order, version: 2, status: 'declined' });

  t.deepEqual(await orders.counts('test_user'), { deposited: 1 });
  t.deepEqual(await orders.counts('test_user', { sinceMs: startMs }), { deposited: 1 });
  t.like(await orders.newest('test_user', { limit: 9 }), [{ id: 'a', status: 'deposited', version: 2 }]);

  await orders.forget('test_user');
  t.deepEqual(await orders.newest('test_user', { limit: 9 }), []);
  t.deepEqual(await orders.counts('test_user'), {});
  t.deepEqual(await orders.counts('other'), { created: 1 });
  t.deepEqual([await orders.total('test_user'), await orders.total('other')], [0, 1]);
});

behaviour('callbacks of several subjects come at once, and are counted by their states', async (t, { callbacks }) => {
  for (const [id, subject] of [
    ['c', 'order-2'],
    ['b', 'order-1'],
    ['a', 'order-2'],
    ['d', 'order-3'],
  ] as const)
    await callbacks.save(aCallback({ id, subject }));
  await callbacks.save(aCallback({ id: 'c', subject: 'order-2', state: 'delivered' }));
  await callbacks.save(aCallback({ id: 'e', subject: 'order-4', merchant: 'other' }));

  t.deepEqual(idsOf(await callbacks.aboutAny(['order-1', 'order-2'])).toSorted(), ['a', 'b', 'c']);
  const ofSecond = (await callbacks.aboutAny(['order-1', 'order-2'])).filter(({ subject }) => subject === 'order-2');
  t.deepEqual(idsOf(ofSecond), ['c', 'a']);
  t.deepEqual(await callbacks.aboutAny([]), []);
  t.deepEqual(await callbacks.counts('test_user'), { waiting: 3, delivered: 1, 'given-up': 0, lost: 0 });

  await callbacks.forget('test_user');
  t.deepEqual(await callbacks.counts('test_user'), { waiting: 0, delivered: 0, 'given-up': 0, lost: 0 });
  t.deepEqual(await callbacks.counts('other'), { waiting: 1, delivered: 0, 'given-up': 0, lost: 0 });
});
