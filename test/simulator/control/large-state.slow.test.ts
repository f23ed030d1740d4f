import test, { type ExecutionContext } from 'ava';
import type { MerchantState } from '../../../simulator/merchants/state/state-document.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { storeDrivers } from '../../helpers/stores/stores.ts';

/** The state of the merchant with so many orders. */
const largeState = async ({ register, state }: TestSimulator, orders: number): Promise<MerchantState> => {
  await register();
  const {
    orders: [order],
    ...rest
  } = await state('test_user');
  if (!order) throw new Error('there is no order');
  const expiresAtMs = order.expiresAtMs + 1e9;
  return {
    ...rest,
    orders: Array.from({ length: orders }, (_, index) => ({
      ...order,
      expiresAtMs,
      id: `${order.id}-${index}`,
      orderNumber: `n-${index}`,
      params: { note: 'x'.repeat(300) },
    })),
  };
};

/** How often other work gets its turn while some work runs. */
const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let turns = 0;
  let isOver = false;
  const next = (): void => {
    turns++;
    if (!isOver) setImmediate(next);
  };
  setImmediate(next);
  await work().finally(() => {
    isOver = true;
  });
  return turns;
};

/** Far fewer than there are, and far more than there are without slices. */
const fewTurns = 10;

test('20,000 orders are checked and put in in slices', async (t) => {
  const simulator = await simulatorFor(t);
  const state = await largeState(simulator, 20_000);

  t.true((await turnsDuring(() => simulator.setState('test_user', state))) > fewTurns);
  t.is((await simulator.store.orders.ofMerchant('test_user')).length, 20_000);
  t.true((await turnsDuring(() => simulator.setState('copy', state, { newIds: true }))) > fewTurns);
  t.is((await simulator.store.orders.ofMerchant('copy')).length, 20_000);
});

const wrong: Readonly<Record<string, (orders: MerchantState['orders']) => unknown>> = {
  'a wrong field': ([first, ...orders]) => [...orders, { ...first, currency: 'KZT' }],
  'an unknown field': ([first, ...orders]) => [...orders, { ...first, pan: '1' }],
  'an id twice': ([first, ...orders]) => [...orders, { ...first, id: orders[0]?.id }],
  'a number twice': ([first, ...orders]) => [...orders, { ...first, orderNumber: orders[0]?.orderNumber }],
  'no object at the end': (orders) => [...orders, null],
};

for (const [title, change] of Object.entries(wrong))
  test(`20,000 orders with ${title} change nothing, and are checked in slices`, async (t) => {
    const simulator = await simulatorFor(t);
    const state = await largeState(simulator, 20_000);
    const before = await simulator.state('test_user');
    const broken = { ...state, orders: change(state.orders) } as MerchantState;

    const turns = await turnsDuring(() =>
      t.throwsAsync(simulator.setState('test_user', broken), { name: 'StateError', message: /./ }),
    );

    t.true(turns > fewTurns);
    t.deepEqual(await simulator.state('test_user'), before);
  });

test('health is answered while a large state arrives, is checked and put in; the answer names a wrong place', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const state = await largeState(simulator, 20_000);
  const whileItRuns = async (document: object) => {
    let healthy = 0;
    let isOver = false;
    const putting = control('PUT /merchants/test_user/state', document).finally(() => {
      isOver = true;
    });
    while (!isOver) if ((await fetch(`${simulator.controlUrl}/health`)).ok) healthy++;
    return { healthy, ...(await putting) };
  };

  const well = await whileItRuns(state);
  t.is(well.status, 200);
  t.true(well.healthy > 3, `${well.healthy} answers`);
  const badly = await whileItRuns({
    ...state,
    orders: state.orders.with(-1, { ...state.orders[0], version: 0 } as never),
  });
  t.like(badly, { status: 422, json: { field: 'orders.19999.version' } });
  t.is((await simulator.store.orders.ofMerchant('test_user')).length, 20_000);
});

test('states that come at once are put in one after the other', async (t) => {
  const simulator = await simulatorFor(t);
  const state = await largeState(simulator, 3_000);
  const logins = ['one', 'other', 'third'];

  const results = await Promise.allSettled(logins.map((login) => simulator.setState(login, state)));

  const orders = logins.map(async (login) => (await simulator.store.orders.ofMerchant(login)).length);
  t.deepEqual(
    await Promise.all(orders),
    results.map(({ status }) => (status === 'fulfilled' ? 3_000 : 0)),
  );
  t.is(results.filter(({ status }) => status === 'fulfilled').length, 1, 'the others would have the same ids');
});

const dropsInSlices = async (t: ExecutionContext, kind: 'memory' | 'sqlite', leastTurns: number): Promise<void> => {
  const store = await storeDrivers[kind](t);
  const simulator = await simulatorFor(t, { store });
  const state = await largeState(simulator, 3_000);
  await simulator.setState('test_user', state);
  await simulator.setState('other', { ...state, settings: { ...state.settings, name: 'Other' } }, { newIds: true });

  t.true((await turnsDuring(() => simulator.resetMerchant('test_user'))) > leastTurns);

  t.is((await store.orders.ofMerchant('test_user')).length, 0);
  t.is((await store.orders.ofMerchant('other')).length, 3_000);
};

test('memory: a reset drops all of one merchant, and nothing of another', (t) => dropsInSlices(t, 'memory', -1));
test('sqlite: a reset drops all of one merchant in slices, and nothing of another', (t) =>
  dropsInSlices(t, 'sqlite', 12));

test('a merchant with thousands of tasks, cards and counts goes out and in again on sqlite', async (t) => {
  const store = await storeDrivers.sqlite(t);
  const simulator = await simulatorFor(t, { store });
  const state = await largeState(simulator, 1);
  const card = {
    id: 'card',
    version: 1,
    clientId: 'aida',
    card: { maskedPan: '411111**1111', expiry: '203412', holder: 'A', brand: 'VISA' as const },
    plan: { plan: { route: 'none' as const }, known: false, because: '' },
    category: 'COMMON' as const,
    isActive: true,
    paymentWay: 'CARD',
    createdAtMs: 1,
  };
  const task = {
    id: 'task',
    version: 1,
    merchantTaskId: 'own',
    state: 'TERMINATED' as const,
    bindingId: 'card-0',
    clientId: 'aida',
    amountMinor: 1,
    currency: '398',
    language: 'en' as const,
    merchantIp: '',
    schedule: { sinceMs: 1, tillMs: 2, utcOffsetMinutes: 0, value: 1, unit: 'MONTHS' as const },
    scheduledSince: '',
    scheduledTill: '',
    params: {},
    createdAtMs: 1,
    updatedAtMs: 1,
    nextNumber: 1,
    skipped: [],
    failures: 0,
    attempts: [],
  };
  const indexes = Array.from({ length: 2_000 }, (_, index) => index);
  const full: MerchantState = {
    ...state,
    storedCards: indexes.map((index) => ({ ...card, id: `card-${index}` })),
    tasks: indexes.map((index) => ({ ...task, id: `task-${index}`, merchantTaskId: `own ${index}` })),
    counters: Object.fromEntries(indexes.map((index) => [`scenario ${index}`, index + 1])),
  };

  await simulator.setState('test_user', full);

  t.deepEqual(await simulator.state('test_user'), full);
  t.false(await store.tasks.insert({ ...task, merchant: 'test_user', id: 'another', merchantTaskId: 'own 7' }));
  t.true(await store.tasks.insert({ ...task, merchant: 'other', id: 'another', merchantTaskId: 'own 7' }));
});
