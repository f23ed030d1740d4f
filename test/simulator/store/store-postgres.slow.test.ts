import { setTimeout as wait } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';
import { StoreError, StoreUnavailable } from '../../../simulator/domain/errors/store-error.ts';
import { expectedStore, openStore, type StoreName } from '../../../simulator/store/open-store.ts';
import { postgresStore } from '../../../simulator/store/postgres/postgres-store.ts';
import { migrations } from '../../../simulator/store/postgres/schema.ts';
import type { Store } from '../../../simulator/store/store.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { testsOn } from '../../helpers/ava/tests-on-store.ts';
import { endedProcess, ownProcessFor } from '../../helpers/process/own-process.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { login, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { anOrder } from '../../helpers/stores/an-order.ts';
import { aBinding, aCallback } from '../../helpers/stores/kept-things.ts';
import { postgresPassword, startPostgres } from '../../helpers/stores/postgres.ts';
import { sharedPostgres } from '../../helpers/stores/shared-postgres.ts';

const test = testsOn('postgres');

const storeAt = async (t: ExecutionContext, address: string): Promise<Store> => {
  const store = await postgresStore(address);
  t.teardown(store.close);
  return store;
};

/** The store of a new database, opened twice, as by two processes. */
const twoStoresFor = async (t: ExecutionContext) => {
  const address = await (await sharedPostgres()).makeDatabase();
  return Promise.all([storeAt(t, address), storeAt(t, address)]);
};

test('several that open a new database at once make its tables once', async (t) => {
  const server = await sharedPostgres();
  const address = await server.makeDatabase();

  const stores = await Promise.all(Array.from({ length: 5 }, () => storeAt(t, address)));

  await Promise.all(stores.map((store) => store.orders.ofMerchant('test_user')));
  t.deepEqual(await server.run(address, 'SELECT version FROM tillbox.schema_version'), [
    { version: migrations.length },
  ]);
});

test('one that starts waits for another that takes long to make the tables', async (t) => {
  const server = await sharedPostgres();
  const address = await server.makeDatabase();
  const maker = server.run(address, 'SELECT pg_advisory_lock(1953066092), pg_sleep(12)');

  const [store] = await Promise.all([storeAt(t, address), maker]);

  t.is(await store.orders.find('none'), undefined);
});

test('two stores on one database see what the other wrote', async (t) => {
  const [one, other] = await twoStoresFor(t);
  const order = anOrder();

  t.is(await one.orders.insert(order), undefined);
  t.deepEqual(await other.orders.find(order.id), order);
  await other.merchants.save({ login: 'aida', password: 'first', name: 'Shop' });
  t.is((await one.merchants.find('aida'))?.password, 'first');
  await one.merchants.save({ login: 'aida', password: 'second', name: 'Shop' });
  t.is((await other.merchants.find('aida'))?.password, 'second');
});

test('of changes of one version through two stores one is kept, and an order number is used once', async (t) => {
  const stores = await twoStoresFor(t);
  const ids = Array.from({ length: 40 }, (_, index) => `order-${index}`);
  const storeOf = (index: number) => stores[index % 2] as Store;

  const older = await Promise.all(ids.map((id, index) => storeOf(index).orders.insert(anOrder({ id }))));
  t.is(older.filter((order) => order === undefined).length, 1);
  const [order] = await stores[0].orders.ofMerchant('test_user');
  const kept = await Promise.all(
    ids.map((_, index) => storeOf(index).orders.replace({ ...anOrder(order), version: 2, refundedMinor: index })),
  );
  t.is(kept.filter(Boolean).length, 1);

  const counts = await Promise.all(ids.map((_, index) => storeOf(index).counters.next('test_user', 'a')));
  t.is(new Set(counts).size, ids.length);
});

test('a process whose connection for leases breaks opens one other, and takes leases again', async (t) => {
  const server = await sharedPostgres();
  const address = await server.makeDatabase();
  const { sharing } = await storeAt(t, address);
  const holders = `FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_advisory_lock%'`;
  await sharing?.take('work', 60_000);

  for (let breaks = 0; breaks < 5; breaks++) {
    await server.run(address, `SELECT pg_terminate_backend(pid) ${holders}`);
    // Its end is told twice, as an error and as an end, and a new connection may be asked for in between.
    const asking = AbortSignal.timeout(300);
    while (!asking.aborted) await sharing?.take('work', 60_000).catch(() => {});

    t.true(await sharing?.take('work', 60_000));
    t.is((await server.run(address, `SELECT pid ${holders}`)).length, 1);
  }
});

test('an order is kept together with its callbacks and its stored card, or nothing of them is', async (t) => {
  const { orders, callbacks, bindings } = await storeAt(t, await (await sharedPostgres()).makeDatabase());
  const order = anOrder();
  await orders.insert(order);
  const next = { ...order, version: 2, description: 'a \u0000 \ud800 "\\"' };
  const news = ['c', 'a', 'b'].map((id) => aCallback({ id, subject: order.id, dueMs: 1_767_254_400_000.5 }));
  const binding = aBinding({ id: 'card', clientId: 'a\u0000ж\ud800' });

  t.true(await orders.replace(next, { callbacks: news, binding }));
  t.deepEqual(await orders.find(order.id), next);
  t.deepEqual(await callbacks.about(order.id), news);
  t.deepEqual(await callbacks.waitingSubjects('test_user'), [order.id]);
  t.deepEqual(await bindings.ofClient('test_user', binding.clientId), [binding]);

  const late = { callbacks: [aCallback({ id: 'late', subject: order.id })], binding: aBinding({ id: 'late' }) };
  t.false(await orders.replace(next, late));
  t.is((await callbacks.about(order.id)).length, 3);
  t.is(await bindings.find('late'), undefined);

  await t.throwsAsync(orders.replace({ ...next, version: 3 }, { binding: aBinding({ id: 'card' }) }));
  t.is((await orders.find(order.id))?.version, 2);
  t.true(await orders.replace({ ...next, version: 3 }, { callbacks: [] }));
});

test('of many that keep an order with a callback at once one keeps both', async (t) => {
  const stores = await twoStoresFor(t);
  const order = anOrder();
  await stores[0].orders.insert(order);

  const kept = await Promise.all(
    Array.from({ length: 30 }, (_, index) => {
      const callbacks = [aCallback({ id: `callback-${index}`, subject: order.id })];
      return (stores[index % 2] as Store).orders.replace({ ...order, version: 2 }, { callbacks });
    }),
  );

  t.is(kept.filter(Boolean).length, 1);
  t.deepEqual(
    (await stores[1].callbacks.about(order.id)).map(({ id }) => id),
    [`callback-${kept.indexOf(true)}`],
  );
});

test('a store that is closed answers nothing any more', async (t) => {
  const store = await storeAt(t, await (await sharedPostgres()).makeDatabase());
  const answered: string[] = [];
  const underWay = store.orders.find('a').then(() => answered.push('under way'));

  await store.close();
  await store.close();

  const later = store.orders.find('a').then(() => answered.push('later'));
  await Promise.race([underWay, later, (await sharedPostgres()).makeDatabase()]);
  t.deepEqual(answered, []);
});

/** What is done to a database so that it cannot be used, and what is expected in its place. */
const unusable: Readonly<Record<string, readonly [sql: string, expected: RegExp]>> = {
  'a newer version': [
    'UPDATE tillbox.schema_version SET version = 1000',
    /a database of version \d+ or older, but this one has version 1000: a newer tillbox made it$/,
  ],
  'a schema of another program': [
    'DROP SCHEMA tillbox CASCADE; CREATE SCHEMA tillbox; CREATE TABLE tillbox.orders (title text)',
    /a schema tillbox of its own, but the one in this database is of another program$/,
  ],
};

for (const [what, [sql, expected]] of Object.entries(unusable))
  test(`a database with ${what} is refused, and stays as it is`, async (t) => {
    const server = await sharedPostgres();
    const address = await server.makeDatabase();
    await (await openStore(address)).close();
    await server.run(address, sql);
    const tables = () =>
      server.run(
        address,
        `SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'tillbox' ORDER BY 1, 2`,
      );
    const before = await tables();

    const error = await t.throwsAsync(openStore(address), { instanceOf: StoreError, message: expected });

    t.false(error?.message.includes('cret'));
    t.deepEqual(await tables(), before);
  });

test('tables of another program beside the schema stay, and do not matter', async (t) => {
  const server = await sharedPostgres();
  const address = await server.makeDatabase();
  await server.run(address, 'CREATE TABLE orders (title text)');

  const { orders } = await storeAt(t, address);

  t.is(await orders.insert(anOrder()), undefined);
  t.deepEqual(await server.run(address, 'SELECT * FROM orders'), []);
});

test('a database that is not in UTF8 is refused', async (t) => {
  const address = await (await sharedPostgres()).makeDatabase("ENCODING 'LATIN1'");

  await t.throwsAsync(openStore(address), { instanceOf: StoreError, message: /in UTF8, but this one is in LATIN1$/ });
});

const wrongAddresses: Readonly<Record<string, readonly [change: (address: URL) => void, expected: RegExp]>> = {
  'no server': [
    (address) => {
      address.port = '1';
    },
    /^STORE=postgres:\/\/127\.0\.0\.1:1\/test_\d+: expected a PostgreSQL server that answers \(connect ECONNREFUSED/,
  ],
  'a wrong password': [
    (address) => {
      address.password = 'wr0ng';
    },
    /^STORE=postgres:\/\/127\.0\.0\.1:\d+\/test_\d+: expected the password of this user\n$/,
  ],
  'a database that is missing': [
    (address) => {
      address.pathname = '/missing';
    },
    /^STORE=postgres:\/\/127\.0\.0\.1:\d+\/missing: expected a database that exists\n$/,
  ],
  'a certificate that is missing': [
    (address) => {
      address.searchParams.set('sslrootcert', '/nowhere/root.crt');
    },
    /^STORE=postgres:\/\/127\.0\.0\.1:\d+\/test_\d+: expected /,
  ],
};

for (const [what, [change, expected]] of Object.entries(wrongAddresses))
  test(`at the start ${what} is one line without the password, and exit code 1`, async (t) => {
    const address = new URL(await (await sharedPostgres()).makeDatabase());
    change(address);

    const { exitCode, error } = await endedProcess(t, { STORE: address.href });

    t.regex(error, expected);
    t.is(error.trim().split('\n').length, 1);
    t.false([postgresPassword, encodeURIComponent(postgresPassword), 'wr0ng'].some((word) => error.includes(word)));
    t.is(exitCode, 1);
  });

test('a misspelt address is refused without its password', async (t) => {
  const { exitCode, error } = await endedProcess(t, { STORE: 'postgre://aida:secret@127.0.0.1/shop' });

  t.is(error, `STORE=postgre://127.0.0.1/shop: expected ${expectedStore}\n`);
  t.is(exitCode, 1);
  await t.throwsAsync(openStore('postgres:aida' as StoreName), { instanceOf: StoreError });
});

test('while its server is away the gateway answers with a system error, and works again when it is back', async (t) => {
  const server = await startPostgres();
  const program = await ownProcessFor(t, { STORE: await server.makeDatabase(), LOG_LEVEL: 'silent' });
  const register = async () => {
    const body = new URLSearchParams({ ...login, amount: '100', returnUrl: 'https://shop.example/' });
    const answer = await fetch(`${program.restUrl}register.do`, { method: 'POST', body });
    return { status: answer.status, answer: (await answer.json()) as Record<string, string> };
  };
  const readiness = async () => (await fetch(new URL('/sandbox/ready', program.restUrl))).status;
  t.truthy((await register()).answer['orderId']);
  t.is(await readiness(), 200);

  await server.stop();
  await eventually(t, readiness, (status) => status === 503);
  for (let call = 0; call < 3; call++) {
    const { status, answer } = await register();
    t.is(status, 200);
    t.is(answer['errorCode'], '7');
  }
  const merchants = await fetch(new URL('/sandbox/merchants', program.restUrl));
  t.is(merchants.status, 503);
  t.is(merchants.headers.get('content-type'), 'application/problem+json');

  await server.start();
  t.truthy((await register()).answer['orderId']);
  // Each connection finds out by itself that its server is back.
  await eventually(t, readiness, (status) => status === 200);
  t.is(await program.kill('SIGTERM'), 0);
  await server.stop();
});

test('what was due while the server was away happens when it is back', async (t) => {
  const server = await startPostgres();
  const store = await storeAt(t, await server.makeDatabase());
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { store, callbacks: { url: shop.url }, logLevel: 'silent' });
  const { orderId } = await simulator.register();

  await server.stop();
  await t.throwsAsync(store.orders.find(orderId), { instanceOf: StoreUnavailable });
  await simulator.clock.advance(21 * 60_000);
  t.deepEqual(shop.operations(), []);

  await server.start();
  while (shop.received.length === 0) await wait(20);
  t.deepEqual(shop.operations(), ['declinedByTimeout=0']);
  await server.stop();
});

test('odd letters and long names of callers are no errors of the server', async (t) => {
  const store = await storeAt(t, await (await sharedPostgres()).makeDatabase());
  const merchants = [{ login: '*', password: '' }];
  const simulator = await simulatorFor(t, { store, merchants });
  const long = Array.from({ length: 9000 }, (_, index) => (index * 7919).toString(36)).join('');

  for (const odd of ['a\u0000b', long]) {
    // Each call also checks that the HTTP status is 200.
    await simulator.callBare('register.do', { ...login, userName: odd, amount: '1', returnUrl: 'x' });
    await simulator.call('register.do', { orderNumber: odd, amount: '1', returnUrl: 'x' });
    await simulator.status(odd);
    await simulator.call('getBindings.do', { clientId: odd });
    await simulator.register({ clientId: odd });
  }
  t.truthy((await store.merchants.find(long))?.login);
});
