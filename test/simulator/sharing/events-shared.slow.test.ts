import type { ExecutionContext } from 'ava';
import pg from 'pg';
import { openStore } from '../../../simulator/store/open-store.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { testsOn } from '../../helpers/ava/tests-on-store.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { readEvents } from '../../helpers/simulator/event-reader.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { type PostgresServer, startPostgres } from '../../helpers/stores/postgres.ts';
import { sharedPostgres } from '../../helpers/stores/shared-postgres.ts';

const test = testsOn('postgres');

/** Two simulators on one new database. */
const pairFor = async (
  t: ExecutionContext,
  ofServer?: PostgresServer,
  options: { readonly callbackUrl?: string } = {},
) => {
  const server = ofServer ?? (await sharedPostgres());
  const address = await server.makeDatabase();
  const callbacks = options.callbackUrl === undefined ? {} : { callbacks: { url: options.callbackUrl } };
  const join = async () => simulatorFor(t, { store: await openStore(address), logLevel: 'silent', ...callbacks });
  const run = (sql: string) => server.run(address, sql);
  return { one: await join(), other: await join(), join, run, address };
};

const streamAt = (t: ExecutionContext, { controlUrl }: TestSimulator, lastEventId?: string) =>
  readEvents(t, `${controlUrl}/events`, lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId });

/** Everything that is sent in a database: notices, and the table of events. */
const sentIn = async (t: ExecutionContext, address: string) => {
  const client = new pg.Client({ connectionString: address });
  const heard: string[] = [];
  client.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
  await client.connect();
  t.teardown(() => client.end());
  for (const channel of ['tillbox_events', 'fence']) await client.query(`LISTEN ${channel}`);
  return {
    /** All until now. */
    heard: async () => {
      await client.query('NOTIFY fence');
      await eventually(
        t,
        () => heard.includes('fence '),
        (isThere) => isThere,
      );
      heard.splice(heard.indexOf('fence '), 1);
      const { rows } = await client.query<{ json: string }>('SELECT json FROM tillbox.events ORDER BY id');
      return [...heard, ...rows.map(({ json }) => json)];
    },
  };
};

test('who listens at one process hears what happens at the other, from the first moment', async (t) => {
  const shop = await receiverFor(t, 200);
  const { one, other } = await pairFor(t, undefined, { callbackUrl: shop.url });
  const stream = await streamAt(t, one);

  const { orderId } = await other.register();
  await payForm(other, orderId, plainCard);
  await other.clockOf('test_user').advance(1_000);

  t.like(await stream.next(), { id: '1', event: 'order', data: { merchant: 'test_user', orderId, status: 'created' } });
  t.like(await stream.next(), { id: '2', event: 'request', data: { path: '/payment/rest/register.do' } });
  t.like(await stream.next(({ data }) => data['status'] === 'deposited'), { data: { orderId } });
  t.like(await stream.next(({ event }) => event === 'callback'), { data: { subject: orderId, state: 'delivered' } });
  t.truthy(await stream.next(({ event }) => event === 'clock'));
});

test('all hear one order of events with the same ids, each process its own as they happened', async (t) => {
  const { one, other } = await pairFor(t);
  const streams = [await streamAt(t, one), await streamAt(t, other)] as const;
  const calls = 20;

  await Promise.all(
    [one, other].map(async (simulator, index) => {
      for (let call = 0; call < calls; call++) await simulator.register({ description: `${index} ${call}` });
    }),
  );

  const told = await Promise.all(
    streams.map(async (stream) => {
      const list = [];
      for (let count = 0; count < calls * 4; count++) list.push(await stream.next());
      return list;
    }),
  );
  t.deepEqual(told[0], told[1]);
  t.deepEqual(
    told[0]?.map(({ id }) => id),
    Array.from({ length: calls * 4 }, (_, index) => String(index + 1)),
  );
  const descriptions = told[0]?.flatMap(({ data }) => data['parameters']?.description ?? []) ?? [];
  for (const index of ['0', '1'])
    t.deepEqual(
      descriptions.filter((text) => text.startsWith(index)),
      Array.from({ length: calls }, (_, call) => `${index} ${call}`),
    );
});

test('who comes back to the other process hears exactly what was missed', async (t) => {
  const { one, other } = await pairFor(t);
  const first = await streamAt(t, one);
  await one.register();
  const { id = '' } = await first.next(({ event }) => event === 'request');
  first.close();
  const missed = [await one.register(), await other.register(), await one.register()];

  const again = await streamAt(t, other, id);
  const last = await other.register();

  const orders = [];
  for (let count = 1; count <= 8; count++) {
    const { id: next, event, data } = await again.next();
    t.is(next, String(Number(id) + count));
    if (event === 'order') orders.push(data['orderId']);
  }
  // All hear one order; which of two that happen at two processes comes first is nobody's promise.
  t.deepEqual(orders.toSorted(), [...missed, last].map(({ orderId }) => orderId).toSorted());
});

test('who changes the process with each event hears each once', async (t) => {
  const { one, other } = await pairFor(t);
  let after = '0';
  for (let turn = 0; turn < 20; turn++) {
    const stream = await streamAt(t, turn % 2 === 0 ? one : other, after);
    if (turn % 4 === 0) await other.register();
    if (turn % 4 === 2) await one.register();
    const { id = '' } = await stream.next();
    t.is(id, String(Number(after) + 1));
    after = id;
    stream.close();
  }
});

test('a process that starts later takes part at once', async (t) => {
  const { one, join } = await pairFor(t);
  const stream = await streamAt(t, one);
  await one.register();

  const late = await join();
  const { orderId } = await late.register();
  t.like(await stream.next(({ data }) => data['orderId'] === orderId), { id: '3', event: 'order' });

  const again = await streamAt(t, late, '1');
  t.like(await again.next(), { id: '2', event: 'request' }, 'of before its time');
  t.like(await again.next(), { id: '3', data: { orderId } });
});

test('a process that starts more than a minute later says how many events are gone', async (t) => {
  const { one, join, run } = await pairFor(t);
  const stream = await streamAt(t, one);
  await one.register();
  await stream.next(({ event }) => event === 'request');
  await run(`UPDATE tillbox.events SET sent_at = sent_at - interval '1 minute'`);

  const again = await streamAt(t, await join(), '1');

  t.deepEqual(await again.next(), { event: 'lost', data: { count: 1 } });
});

test('a long event with odd letters arrives whole', async (t) => {
  const { one, other } = await pairFor(t);
  const stream = await streamAt(t, one);
  const odd = 'ж\u0000"\\\u{1f600}\u2028\u007f\n'.repeat(300);
  const parameters = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, odd + name]));

  await other.call('register.do', { amount: '1', returnUrl: 'https://shop.example/', ...parameters });

  const { data } = await stream.next(({ event }) => event === 'request');
  t.like(data['parameters'], parameters);
  t.true(JSON.stringify(parameters).length > 10_000);
});

test('while nobody listens nothing is sent; no card number, code or password is ever', async (t) => {
  const shop = await receiverFor(t, 200);
  const { one, other, address } = await pairFor(t, undefined, { callbackUrl: shop.url });
  const { heard } = await sentIn(t, address);
  const pay = async (simulator: TestSimulator) => {
    const { orderId } = await simulator.register();
    await payForm(simulator, orderId, plainCard);
    await simulator.settled();
  };
  await pay(one);
  await pay(other);
  t.deepEqual(await heard(), []);

  await streamAt(t, one);
  await pay(one);
  await pay(other);

  await eventually(t, heard, (notices) => notices.join().includes('444455**3333'));
  await streamAt(t, other);
  const sent = await heard();
  const text = sent.join('\n');
  t.true(sent.filter((one) => one.startsWith('{')).length >= 10);
  for (const secret of [plainCard.pan, `"${plainCard.cvc}"`, login['password'] ?? '']) t.false(text.includes(secret));
});

test('events that were lost on the way are told of, at once and to who comes back', async (t) => {
  const { one, other, run } = await pairFor(t);
  const stream = await streamAt(t, one);
  await other.register();
  const { id = '' } = await stream.next(({ event }) => event === 'request');

  // An event of which the notice reaches nobody.
  await run(`SELECT nextval('tillbox.event_ids'), count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE application_name = 'tillbox events' AND datname = current_database()`);
  t.deepEqual(await stream.next(), { event: 'lost', data: { count: 1 } });
  const again = await streamAt(t, one, id);
  t.deepEqual(await again.next(), { event: 'lost', data: { count: 1 } });

  const { orderId } = await one.register();
  for (const listener of [stream, again])
    t.like(await listener.next(), { id: String(Number(id) + 2), event: 'order', data: { orderId } });
});

test('what no process has sent is passed over', async (t) => {
  const { one, run } = await pairFor(t);
  const stream = await streamAt(t, one);

  for (const payload of ['', 'x', 'listeners']) await run(`SELECT pg_notify('tillbox_events', '${payload}')`);
  const odd = ['', 'x', '{', 'null', '{"atMs":9e99}', '{"a":1'];
  for (const json of odd)
    await run(`INSERT INTO tillbox.events (id, json) VALUES (nextval('tillbox.event_ids'), '${json}')`);
  const { orderId } = await one.register();

  t.like(await stream.next(), { id: String(odd.length + 1), data: { orderId } });
});

test('when the server was away events flow again', async (t) => {
  const server = await startPostgres();
  const { one, other } = await pairFor(t, server);
  const heard: unknown[] = [];
  one.onEvent(({ data }) => heard.push(data['orderId']));

  await server.stop();
  t.is(((await one.register()) as Record<string, string>)['errorCode'], '7');
  t.is(((await other.register()) as Record<string, string>)['errorCode'], '7');
  const stream = await streamAt(t, other);
  await server.start();

  const registered: unknown[] = [];
  const registerAnother = async () => {
    registered.push((await other.register()).orderId);
    return heard.filter((orderId) => orderId !== undefined && registered.includes(orderId));
  };
  await eventually(t, registerAnother, ({ length }) => length > 0);
  t.truthy(await stream.next(({ data }) => data['orderId'] === heard.filter(Boolean).at(-1)));
  await Promise.all([one.stop(), other.stop()]);
  await server.stop();
});

test('the connection for events ends with the store', async (t) => {
  const { one, other, run } = await pairFor(t);
  const listening = async () =>
    (
      await run(
        `SELECT pid FROM pg_stat_activity WHERE application_name = 'tillbox events' AND datname = current_database()`,
      )
    ).length;
  t.is(await listening(), 2);

  const stream = await streamAt(t, one);
  await one.stop();
  await stream.ended;
  await other.stop();

  await eventually(t, listening, (count) => count === 0);
});
