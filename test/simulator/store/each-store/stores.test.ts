import type { ExecutionContext } from 'ava';
import type { Merchant } from '../../../../simulator/domain/merchant.ts';
import type { Store } from '../../../../simulator/store/store.ts';
import { testsOnEach } from '../../../helpers/ava/tests-on-store.ts';
import { startMs } from '../../../helpers/simulator/simulator.ts';
import { anAttempt, anOrder } from '../../../helpers/stores/an-order.ts';
import { aBinding, aCallback, aTask, aTemplate } from '../../../helpers/stores/kept-things.ts';
import { storeDrivers } from '../../../helpers/stores/stores.ts';

/** What every store does, whatever it is made of. */
const behaviour = (title: string, run: (t: ExecutionContext, store: Store) => Promise<void>): void => {
  for (const [driver, open] of Object.entries(storeDrivers))
    testsOnEach(driver)(`${driver}: ${title}`, async (t) => run(t, await open(t)));
};

const idsOf = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);

const numbered = (id: string, change: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ id, orderNumber: id, ...change });

const aMerchant = (login: string, change: Partial<Merchant> = {}): Merchant => ({
  login,
  password: 'secret',
  name: 'Shop',
  ...change,
});

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

behaviour('merchants stand in the order in which they were added', async (t, { merchants }) => {
  for (const login of ['zoya', 'aida', 'marat']) await merchants.save(aMerchant(login));
  await merchants.save(aMerchant('zoya', { password: 'changed' }));
  await merchants.remove('aida');
  await merchants.save(aMerchant('aida'));

  const all = await merchants.all();

  t.deepEqual(
    all.map(({ login, password }) => [login, password]),
    [
      ['zoya', 'changed'],
      ['marat', 'secret'],
      ['aida', 'secret'],
    ],
  );
});

behaviour('a merchant is found by login and by token, as it was saved last', async (t, { merchants }) => {
  const merchant = aMerchant('aida', { token: 'public', statusVersion: 3, bank: 'dsk' });
  await merchants.save(merchant);
  await merchants.save(aMerchant('other'));

  t.deepEqual(await merchants.find('aida'), merchant);
  t.deepEqual(await merchants.findByToken('public'), merchant);
  t.is(await merchants.find('Aida'), undefined);
  t.is(await merchants.findByToken('other'), undefined);

  await merchants.save(aMerchant('aida'));
  t.is(await merchants.findByToken('public'), undefined);
  t.false(Object.hasOwn((await merchants.find('aida')) ?? {}, 'token'));

  await merchants.remove('aida');
  t.is(await merchants.find('aida'), undefined);
});

behaviour('of many merchants that are made with one login, or one token, one is kept', async (t, { merchants }) => {
  const makers = Array.from({ length: 20 }, (_, index) => index);
  const made = (change: (index: number) => Merchant) =>
    Promise.all(makers.map((index) => merchants.insert(change(index))));

  const sameLogin = await made((index) => aMerchant('aida', { password: `secret-${index}` }));
  const sameToken = await made((index) => aMerchant(`shop-${index}`, { token: 'public' }));

  t.is(sameLogin.filter(Boolean).length, 1);
  t.is((await merchants.find('aida'))?.password, `secret-${sameLogin.indexOf(true)}`);
  t.is(sameToken.filter(Boolean).length, 1);
  t.is((await merchants.findByToken('public'))?.login, `shop-${sameToken.indexOf(true)}`);
  t.is((await merchants.all()).length, 2);
});

behaviour('no merchant gets the token of another, before that gives it up', async (t, { merchants }) => {
  await merchants.insert(aMerchant('aida', { token: 'public' }));
  await merchants.insert(aMerchant('zoya'));

  t.false(await merchants.save(aMerchant('zoya', { token: 'public', name: 'Another' })));
  t.false(await merchants.save(aMerchant('marat', { token: 'public' })));
  t.true(await merchants.save(aMerchant('aida', { token: 'public', name: 'Another' })));

  t.deepEqual(await merchants.find('zoya'), aMerchant('zoya'));
  t.is(await merchants.find('marat'), undefined);
  t.deepEqual(await merchants.findByToken('public'), aMerchant('aida', { token: 'public', name: 'Another' }));

  await merchants.save(aMerchant('aida'));
  t.true(await merchants.save(aMerchant('zoya', { token: 'public' })));
  t.is((await merchants.findByToken('public'))?.login, 'zoya');
});

behaviour('of many that begin with one merchant and its token at once none fails', async (t, { merchants }) => {
  const saves = Array.from({ length: 20 }, () => merchants.save(aMerchant('aida', { token: 'public' })));

  t.deepEqual(new Set(await Promise.all(saves)), new Set([true]));
});

behaviour('a merchant that stays as it is, is the same object', async (t, { merchants }) => {
  await merchants.save(aMerchant('aida'));
  const found = await merchants.find('aida');

  t.is(await merchants.find('aida'), found);
  await merchants.save(aMerchant('aida', { name: 'Another' }));
  t.not(await merchants.find('aida'), found);
  t.is((await merchants.find('aida'))?.name, 'Another');
});

behaviour('a scenario of its own comes and goes with the merchant', async (t, { merchants }) => {
  const ownScenario = { attempts: [{ decline: 'insufficient-funds' }] };
  await merchants.save(aMerchant('aida', { ownScenario }));
  await merchants.save(aMerchant('other'));
  t.deepEqual((await merchants.find('aida'))?.ownScenario, ownScenario);
  t.is((await merchants.find('other'))?.ownScenario, undefined);

  await merchants.save(aMerchant('aida'));
  t.is((await merchants.find('aida'))?.ownScenario, undefined);
});

behaviour('callbacks stand in the order in which they were added, subject by subject', async (t, { callbacks }) => {
  for (const [id, subject] of [
    ['c', 'order-2'],
    ['b', 'order-1'],
    ['a', 'order-2'],
  ] as const)
    await callbacks.save(aCallback({ id, subject }));
  await callbacks.save(aCallback({ id: 'd', subject: 'order-3', merchant: 'other' }));
  const delivered = aCallback({ id: 'c', subject: 'order-2', state: 'delivered', tries: [{ atMs: startMs }] });
  await callbacks.save(delivered);

  t.deepEqual(idsOf(await callbacks.about('order-2')), ['c', 'a']);
  t.deepEqual((await callbacks.about('order-2'))[0], delivered);
  t.deepEqual(idsOf(await callbacks.ofMerchant('test_user')), ['c', 'a', 'b']);
  t.deepEqual(await callbacks.about('order-9'), []);

  await callbacks.forget('test_user');
  t.deepEqual(await callbacks.about('order-1'), []);
  t.deepEqual(await callbacks.ofMerchant('test_user'), []);
  t.deepEqual(idsOf(await callbacks.ofMerchant('other')), ['d']);
});

behaviour('a merchant has still to be told about what has a callback that waits', async (t, { callbacks }) => {
  await callbacks.save(aCallback({ id: 'a', subject: 'order-1', state: 'delivered' }));
  await callbacks.save(aCallback({ id: 'b', subject: 'order-1' }));
  await callbacks.save(aCallback({ id: 'c', subject: 'order-1' }));
  await callbacks.save(aCallback({ id: 'd', subject: 'order-2', state: 'given-up' }));
  await callbacks.save(aCallback({ id: 'e', subject: 'order-3', merchant: 'other' }));
  t.deepEqual(await callbacks.waitingSubjects('test_user'), ['order-1']);

  for (const id of ['b', 'c']) await callbacks.save(aCallback({ id, subject: 'order-1', state: 'lost' }));
  t.deepEqual(await callbacks.waitingSubjects('test_user'), []);
});

behaviour('stored cards are listed by client and by merchant, oldest first', async (t, { bindings }) => {
  for (const [id, clientId] of [
    ['z', 'aida'],
    ['y', 'marat'],
    ['x', 'aida'],
  ] as const)
    await bindings.insert(aBinding({ id, clientId }));
  await bindings.insert(aBinding({ id: 'w', merchant: 'other' }));

  t.deepEqual(await bindings.find('z'), aBinding({ id: 'z' }));
  t.deepEqual(idsOf(await bindings.ofClient('test_user', 'aida')), ['z', 'x']);
  t.deepEqual(idsOf(await bindings.ofMerchant('test_user')), ['z', 'y', 'x']);
  t.deepEqual(await bindings.ofClient('nobody', 'aida'), []);

  await bindings.forget('test_user');
  t.is(await bindings.find('z'), undefined);
  t.deepEqual(await bindings.ofClient('test_user', 'aida'), []);
  t.deepEqual(idsOf(await bindings.ofClient('other', 'aida')), ['w']);
});

for (const [kind, thing, change] of [
  ['bindings', aBinding(), { isActive: false }],
  ['tasks', aTask(), { state: 'TERMINATED' }],
  ['templates', aTemplate(), { isDeleted: true }],
] as const)
  behaviour(`of ${kind} each version is kept once`, async (t, store) => {
    const collection = store[kind] as Store['templates'];
    const kept = thing as ReturnType<typeof aTemplate>;
    await collection.insert(kept);
    const next = { ...kept, ...change, version: 2 } as typeof kept;

    t.true(await collection.replace(next));
    t.false(await collection.replace(next));
    t.false(await collection.replace({ ...next, id: 'nothing' }));
    t.deepEqual(await collection.find(kept.id), next);
    t.deepEqual(await collection.ofMerchant('test_user'), [next]);
    t.is(await collection.find('nothing'), undefined);

    await collection.forget('test_user');
    t.is(await collection.find(kept.id), undefined);
    t.deepEqual(await collection.ofMerchant('test_user'), []);
  });

behaviour('the task that pays next is known, also after it has changed', async (t, { tasks }) => {
  const at = (days: number) => startMs + days * 86_400_000;
  t.is(await tasks.nextDue('test_user'), undefined);
  await tasks.insert(aTask({ id: 'later', merchantTaskId: 'later', nextNumber: 2 }));
  await tasks.insert(aTask({ id: 'next' }));
  await tasks.insert(aTask({ id: 'of-another', merchant: 'other', nextNumber: 3 }));
  t.deepEqual(await tasks.nextDue('test_user'), { id: 'next', dueMs: at(1) });

  await tasks.replace(aTask({ id: 'next', version: 2, nextNumber: 4 }));
  t.deepEqual(await tasks.nextDue('test_user'), { id: 'later', dueMs: at(2) });

  await tasks.replace(aTask({ id: 'later', merchantTaskId: 'later', version: 2, state: 'TERMINATED' }));
  t.deepEqual(await tasks.nextDue('test_user'), { id: 'next', dueMs: at(4) });

  await tasks.forget('test_user');
  t.is(await tasks.nextDue('test_user'), undefined);
  t.deepEqual(await tasks.nextDue('other'), { id: 'of-another', dueMs: at(3) });
});

behaviour("of many tasks with one id of the merchant's own, one is kept", async (t, { tasks }) => {
  const ids = Array.from({ length: 20 }, (_, index) => `task-${index}`);

  const kept = await Promise.all(ids.map((id) => tasks.insert(aTask({ id, merchantTaskId: 'gold' }))));

  t.is(kept.filter(Boolean).length, 1);
  t.deepEqual(idsOf(await tasks.ofMerchant('test_user')), [ids[kept.indexOf(true)]]);
  t.deepEqual(await tasks.nextDue('test_user'), { id: ids[kept.indexOf(true)], dueMs: startMs + 86_400_000 });
  t.true(await tasks.insert(aTask({ id: 'other', merchantTaskId: 'gold', merchant: 'other' })));
  t.true(await tasks.insert(aTask({ id: 'capitals', merchantTaskId: 'Gold' })), 'capitals count');

  await tasks.forget('test_user');
  t.true(await tasks.insert(aTask({ id: 'anew', merchantTaskId: 'gold' })));
});

behaviour('a count never comes twice, and goes on from where it was put', async (t, { counters }) => {
  const counts = await Promise.all(Array.from({ length: 20 }, () => counters.next('test_user', 'a')));
  t.is(new Set(counts).size, 20);
  t.is(Math.max(...counts), 20);

  await counters.set('test_user', 'b', 7);
  t.is(await counters.next('test_user', 'b'), 8);
  t.is(await counters.next('other', 'b'), 1);
  t.deepEqual(await counters.ofMerchant('test_user'), { a: 20, b: 8 });
  t.deepEqual(await counters.ofMerchant('nobody'), {});
});

behaviour('counts are forgotten by how their keys begin, letter by letter', async (t, { counters }) => {
  for (const key of ['a%:1', 'a%:2', 'A%:3', 'ab:4', 'a_:5', 'б:6']) await counters.next('test_user', key);
  await counters.next('other', 'a%:1');

  await counters.forget('test_user', 'a%:');
  t.deepEqual(await counters.ofMerchant('test_user'), { 'A%:3': 1, 'ab:4': 1, 'a_:5': 1, 'б:6': 1 });

  await counters.forget('test_user');
  t.deepEqual(await counters.ofMerchant('test_user'), {});
  t.is(await counters.next('test_user', 'a%:1'), 1);
  t.deepEqual(await counters.ofMerchant('other'), { 'a%:1': 1 });
});

behaviour('of each clock the last is kept', async (t, { clocks }) => {
  const clock = { merchant: 'test_user', nowMs: startMs, aheadMs: 0.5, isFrozen: true };
  const later = { ...clock, nowMs: startMs + 1000, aheadMs: -5, isFrozen: false };
  await clocks.save(clock);
  await clocks.save({ ...clock, merchant: 'other' });
  await clocks.save(later);
  t.deepEqual(await clocks.all(), [later, { ...clock, merchant: 'other' }]);

  await clocks.forget('test_user');
  t.deepEqual(await clocks.all(), [{ ...clock, merchant: 'other' }]);
});
