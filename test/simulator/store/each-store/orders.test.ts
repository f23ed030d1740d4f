import { startMs } from '../../../helpers/simulator/simulator.ts';
import { anAttempt, anOrder } from '../../../helpers/stores/an-order.ts';
import { aBinding, aCallback } from '../../../helpers/stores/kept-things.ts';
import { behaviour, idsOf } from './behaviour.ts';

const numbered = (id: string, change: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ id, orderNumber: id, ...change });

const withTransaction = (serverTransId: string) =>
  anAttempt({
    threeDs: { route: 'challenge', version: 2, serverTransId, stage: 'at-acs', wrongCodes: 0 },
  });

behaviour('an order comes back as it was kept, by id and by number', async (t, { orders }) => {
  const order = anOrder({
    attempts: [anAttempt()],
    description: 'Жана жыл 🎁 "\\" \u0000 \ud800',
    params: { note: 'a\nb', ключ: "'; DROP TABLE orders; --" },
    orderBundle: { cartItems: { items: [{ positionId: 1, quantity: { value: 0.1 } }] } },
  });

  t.is(await orders.insert(order), undefined);

  t.deepEqual(await orders.find(order.id), order);
  t.deepEqual(await orders.findByNumber('test_user', 'N-1'), order);
  t.is(await orders.find('no such order'), undefined);
  t.is(await orders.findByNumber('test_user', 'N-2'), undefined);
  t.is(await orders.findByNumber('other', 'N-1'), undefined);
});

behaviour('what an order does not have is absent, not undefined', async (t, { orders }) => {
  await orders.insert(anOrder());

  const found = await orders.find(anOrder().id);

  t.false(Object.hasOwn(found ?? {}, 'description'));
  t.deepEqual(Object.keys(found ?? {}).toSorted(), Object.keys(anOrder()).toSorted());
});

behaviour('an order of a megabyte is kept whole', async (t, { orders }) => {
  const params = Object.fromEntries(Array.from({ length: 1000 }, (_, key) => [`key${key}`, 'ж'.repeat(500)]));

  await orders.insert(anOrder({ params }));

  t.deepEqual((await orders.find(anOrder().id))?.params, params);
});

behaviour('an order number is used once by a merchant, and by each merchant', async (t, { orders }) => {
  const first = anOrder({ id: 'first' });
  await orders.insert(first);

  t.deepEqual(await orders.insert(anOrder({ id: 'second' })), first);
  t.is(await orders.find('second'), undefined);
  t.is(await orders.insert(anOrder({ id: 'third', merchant: 'other' })), undefined);
  t.is(await orders.insert(anOrder({ id: 'fourth', orderNumber: 'n-1' })), undefined, 'capitals count');
});

behaviour('of many orders that use one number at once one is kept', async (t, { orders }) => {
  const ids = Array.from({ length: 50 }, (_, index) => `order-${index}`);

  const older = await Promise.all(ids.map((id) => orders.insert(anOrder({ id }))));

  t.is(older.filter((order) => order === undefined).length, 1);
  t.deepEqual(idsOf(await orders.ofMerchant('test_user')), [ids[older.indexOf(undefined)]]);
});

behaviour('order numbers with odd letters are told apart', async (t, { orders }) => {
  const orderNumbers = ['', ' ', 'é', 'e\u0301', '%', '_', "'", '"', '№ 1', '🎁', '1', '01', '1.0', 'null'];
  for (const [index, orderNumber] of orderNumbers.entries())
    t.is(await orders.insert(anOrder({ id: `order-${index}`, orderNumber })), undefined, orderNumber);

  for (const [index, orderNumber] of orderNumbers.entries())
    t.is((await orders.findByNumber('test_user', orderNumber))?.id, `order-${index}`, orderNumber);
});

behaviour('an order changes only where nobody has changed it since it was read', async (t, { orders }) => {
  const order = anOrder();
  await orders.insert(order);
  const next = { ...order, version: 2, status: 'deposited', depositedMinor: 100_000 } as const;

  t.true(await orders.replace(next));
  t.false(await orders.replace({ ...next, status: 'declined' }));
  t.false(await orders.replace({ ...next, version: 4 }));
  t.false(await orders.replace({ ...next, id: 'no such order', version: 3 }));

  t.deepEqual(await orders.find(order.id), next);
  t.deepEqual(await orders.findByNumber('test_user', 'N-1'), next);
});

behaviour('an order is kept with its callbacks and its card, or nothing is', async (t, store) => {
  const { orders, callbacks, bindings } = store;
  const order = anOrder();
  await orders.insert(order);
  const besides = (id: string) => ({
    callbacks: [aCallback({ id: `${id}-1`, subject: order.id }), aCallback({ id: `${id}-2`, subject: order.id })],
    binding: aBinding({ id: `${id}-card` }),
  });

  t.true(await orders.replace({ ...order, version: 2 }, besides('kept')));
  t.false(await orders.replace({ ...order, version: 2 }, besides('refused')));

  t.deepEqual(idsOf(await callbacks.about(order.id)), ['kept-1', 'kept-2']);
  t.deepEqual(await bindings.find('kept-card'), aBinding({ id: 'kept-card' }));
  t.is(await bindings.find('refused-card'), undefined);
  t.deepEqual(await callbacks.waitingSubjects('test_user'), [order.id]);
});

behaviour('of many changes of one version at once one is kept', async (t, { orders }) => {
  const order = anOrder();
  await orders.insert(order);
  const amounts = Array.from({ length: 50 }, (_, index) => index);

  const kept = await Promise.all(
    amounts.map((refundedMinor) => orders.replace({ ...order, version: 2, refundedMinor })),
  );

  t.is(kept.filter(Boolean).length, 1);
  t.is((await orders.find(order.id))?.refundedMinor, kept.indexOf(true));
});

behaviour('an order is found by the authentication of its last attempt', async (t, { orders }) => {
  const order = anOrder({ attempts: [withTransaction('first')] });
  await orders.insert(order);
  t.is((await orders.findByServerTransId('first'))?.id, order.id);

  const next = { ...order, version: 2, attempts: [withTransaction('first'), withTransaction('second')] };
  await orders.replace(next);

  t.is(await orders.findByServerTransId('first'), undefined);
  t.deepEqual(await orders.findByServerTransId('second'), next);
  t.is(await orders.findByServerTransId(''), undefined);
});

behaviour('orders are due in the order of their times, only when these have come', async (t, { orders }) => {
  for (const [id, expiresAtMs] of [
    ['late', startMs + 30],
    ['early', startMs + 10],
    ['middle', startMs + 20],
    ['same', startMs + 20],
  ] as const)
    await orders.insert(numbered(id, { expiresAtMs }));
  await orders.insert(numbered('of-another', { expiresAtMs: startMs, merchant: 'other' }));
  await orders.insert(numbered('paid', { expiresAtMs: startMs, status: 'deposited' }));

  t.deepEqual(await orders.due('test_user', startMs + 9, 10), []);
  t.deepEqual(await orders.due('test_user', startMs + 10, 10), ['early']);
  t.deepEqual([...(await orders.due('test_user', startMs + 29, 10))].toSorted(), ['early', 'middle', 'same']);
  t.deepEqual((await orders.due('test_user', startMs + 99, 10)).at(-1), 'late');
  t.deepEqual(await orders.due('test_user', startMs + 99, 1), ['early']);
  t.deepEqual(await orders.due('nobody', startMs + 99, 1), []);
});

behaviour('an order that changes is due when its new version says', async (t, { orders }) => {
  const order = anOrder({ expiresAtMs: startMs + 10 });
  await orders.insert(order);
  t.is(await orders.nextDueMs('test_user'), startMs + 10);

  await orders.replace({ ...order, version: 2, busyUntilMs: startMs + 50 });
  t.is(await orders.nextDueMs('test_user'), startMs + 50);
  t.deepEqual(await orders.due('test_user', startMs + 49, 10), []);
  t.deepEqual(await orders.due('test_user', startMs + 50, 10), [order.id]);

  await orders.replace({ ...order, version: 3, status: 'deposited' });
  t.is(await orders.nextDueMs('test_user'), undefined);
  t.deepEqual(await orders.due('test_user', startMs + 99, 10), []);

  await orders.replace({ ...order, version: 4, status: 'pending', settlesAtMs: startMs + 70 });
  t.is(await orders.nextDueMs('test_user'), startMs + 70);
});

behaviour('the next due time is the earliest of the merchant', async (t, { orders }) => {
  t.is(await orders.nextDueMs('test_user'), undefined);
  await orders.insert(numbered('late', { expiresAtMs: startMs + 20 }));
  await orders.insert(numbered('early', { expiresAtMs: startMs + 10.5 }));
  await orders.insert(numbered('other', { expiresAtMs: startMs, merchant: 'other' }));

  t.is(await orders.nextDueMs('test_user'), startMs + 10.5);
});

behaviour('forgotten orders are gone, and their numbers are free', async (t, { orders }) => {
  await orders.insert(anOrder({ attempts: [withTransaction('gone')] }));
  await orders.insert(anOrder({ id: 'of-another', merchant: 'other' }));

  await orders.forget('test_user');
  await orders.forget('nobody');

  t.is(await orders.find(anOrder().id), undefined);
  t.is(await orders.findByServerTransId('gone'), undefined);
  t.is(await orders.nextDueMs('test_user'), undefined);
  t.deepEqual(await orders.ofMerchant('test_user'), []);
  t.deepEqual(idsOf(await orders.ofMerchant('other')), ['of-another']);
  t.is(await orders.insert(anOrder({ id: 'anew' })), undefined);
});
