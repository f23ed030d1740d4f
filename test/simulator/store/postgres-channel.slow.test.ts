import { setImmediate } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';
import test from 'ava';
import type { Channel } from '../../../simulator/store/channel.ts';
import { createOutbox } from '../../../simulator/store/postgres/outbox.ts';
import { postgresStore } from '../../../simulator/store/postgres/postgres-store.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { testsOn } from '../../helpers/ava/tests-on-store.ts';
import { startPostgres } from '../../helpers/stores/postgres.ts';
import { newPostgresStore, sharedPostgres } from '../../helpers/stores/shared-postgres.ts';

const testOnPostgres = testsOn('postgres');

/** One process on a database: the events that it has read, and what else it was notified of. */
const memberOf = async (t: ExecutionContext, address: string) => {
  const { channel, close } = await postgresStore(address);
  const events: [id: number, json: string][] = [];
  const notified: string[] = [];
  await (channel as Channel).join({
    onEvent: (id, json) => events.push([id, json]),
    onJoined: (lastId) => notified.push(`joined after ${lastId}`),
    onListenersChange: () => notified.push(channel?.hasListeners() ? 'listeners' : 'no listeners'),
    onOutage: () => notified.push('outage'),
  });
  t.teardown(close);
  return { ...(channel as Channel), close, events, notified };
};

const newDatabase = newPostgresStore;

test('of too much that waits the oldest is lost, and counted', (t) => {
  const many = createOutbox();
  const large = createOutbox();

  for (let index = 1; index <= 25_000; index++) many.put(String(index));
  for (let index = 1; index <= 100; index++) large.put(String(index).padEnd(1_000_000));

  const first = many.take();
  t.true(first.lost >= 15_000 && first.lost < 17_000);
  t.is(Number(first.texts[0]), first.lost + 1);
  many.lose(first);
  t.like(many.take(), { lost: first.lost + first.texts.length });
  const { lost, texts } = large.take();
  t.true(texts.length <= 16);
  t.is(Number(texts[0]), lost + 1);
  t.true(large.isEmpty());
});

/** How many events the table keeps. */
const countKept = async (address: string): Promise<number> =>
  (await (await sharedPostgres()).run(address, 'SELECT id FROM tillbox.events')).length;

testOnPostgres('when listen() resolves the other processes know, and so does one that joins later', async (t) => {
  const address = await newDatabase();
  const [one, other] = [await memberOf(t, address), await memberOf(t, address)];
  t.false(other.hasListeners());

  await one.listen();
  t.true(other.hasListeners());
  t.false(one.hasListeners(), 'in another process');
  const late = await memberOf(t, address);
  t.true(late.hasListeners());

  one.leave();
  await eventually(t, other.hasListeners, (hasListeners) => !hasListeners);
  await one.listen();
  t.deepEqual(other.notified, ['joined after 0', 'listeners', 'no listeners', 'listeners']);
});

testOnPostgres('of many processes that begin and end to listen at once, each knows of the others', async (t) => {
  const address = await newDatabase();
  const members = await Promise.all([1, 2, 3, 4].map(() => memberOf(t, address)));

  for (let round = 0; round < 10; round++) {
    await Promise.all(members.map((member) => member.listen()));
    t.true(members.every((member) => member.hasListeners()));
    for (const member of members) member.leave();
    await eventually(
      t,
      () => members.some((member) => member.hasListeners()),
      (some) => !some,
    );
  }
});

testOnPostgres('a process that died has no listeners', async (t) => {
  const address = await newDatabase();
  const one = await memberOf(t, address);
  await one.listen();
  await one.close();

  const server = await sharedPostgres();
  await eventually(
    t,
    () =>
      server.run(
        address,
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'tillbox events' AND datname = current_database()",
      ),
    ({ length }) => length === 0,
  );
  t.false((await memberOf(t, address)).hasListeners());
});

testOnPostgres('all processes read many concurrent events in one order, each once', async (t) => {
  const address = await newDatabase();
  const members = [await memberOf(t, address), await memberOf(t, address), await memberOf(t, address)];
  const count = 500;

  for (let index = 0; index < count; index++) {
    for (const [number, member] of members.entries()) member.send(JSON.stringify([number, index]));
    // So that they are sent in many transactions.
    if (index % 5 === 0) await setImmediate();
  }

  for (const { events } of members)
    await eventually(
      t,
      () => events.length,
      (length) => length === count * 3,
    );
  const [first] = members;
  t.deepEqual(
    first?.events.map(([id]) => id),
    Array.from({ length: count * 3 }, (_, index) => index + 1),
  );
  for (const { events } of members) t.deepEqual(events, first?.events);
});

testOnPostgres('an event whose transaction is late is not passed over', async (t) => {
  const server = await sharedPostgres();
  const address = await newDatabase();
  const one = await memberOf(t, address);
  // Every insert takes a while, the first one longest.
  await server.run(
    address,
    `CREATE FUNCTION tillbox.late() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(CASE new.id WHEN 1 THEN 0.2 ELSE 0 END); RETURN new; END $$;
    CREATE TRIGGER late BEFORE INSERT ON tillbox.events FOR EACH ROW EXECUTE FUNCTION tillbox.late()`,
  );
  const [other, third] = [await memberOf(t, address), await memberOf(t, address)];

  other.send('"first"');
  third.send('"second"');

  await eventually(
    t,
    () => one.events.length,
    (length) => length === 2,
  );
  t.deepEqual(
    one.events.map(([id]) => id),
    [1, 2],
  );
});

testOnPostgres('when listen() resolves this process has read its own events', async (t) => {
  const one = await memberOf(t, await newDatabase());

  for (let count = 1; count <= 20; count++) {
    one.send('{}');
    await one.listen();
    t.is(one.events.length, count);
  }
});

testOnPostgres('a long event in any letters arrives as it was sent', async (t) => {
  const address = await newDatabase();
  const [one, other] = [await memberOf(t, address), await memberOf(t, address)];
  const json = JSON.stringify('ж\u0000"\\\u{1f600}\ud800\u2028\u007f'.repeat(5_000));

  one.send(json);
  await one.listen();
  await other.listen();

  t.deepEqual(other.events, [[1, json]]);
});

testOnPostgres('events are kept for a minute, by the clock of the database', async (t) => {
  const server = await sharedPostgres();
  const address = await newDatabase();
  const one = await memberOf(t, address);
  for (const json of ['1', '2', '3']) one.send(json);
  await one.listen();
  t.is(await countKept(address), 3);

  await server.run(
    address,
    `UPDATE tillbox.events SET sent_at = clock_timestamp() - CASE id WHEN 3 THEN interval '10 s' ELSE interval '61 s' END`,
  );
  const late = await memberOf(t, address);

  t.deepEqual(late.events, [[3, '3']]);
  t.deepEqual(late.notified, ['listeners', 'joined after 3']);
  t.is(await countKept(address), 1);
});

testOnPostgres('after an outage a process goes on where it was, and knows which events are gone', async (t) => {
  const server = await sharedPostgres();
  const address = await newDatabase();
  const [one, other] = [await memberOf(t, address), await memberOf(t, address)];
  one.send('1');
  await one.listen();
  await other.listen();

  // The first event of the outage is too old when the connection is back.
  await server.run(
    address,
    `INSERT INTO tillbox.events (id, json, sent_at) SELECT nextval('tillbox.event_ids'), number::text,
      clock_timestamp() - CASE number WHEN 2 THEN interval '2 minutes' ELSE interval '0' END
      FROM generate_series(2, 4) AS number`,
  );
  await server.run(
    address,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'tillbox events' AND datname = current_database()`,
  );

  for (const { events, notified } of [one, other]) {
    await eventually(
      t,
      () => notified.includes('joined after 4'),
      (isJoined) => isJoined,
    );
    t.deepEqual(events, [
      [1, '1'],
      [3, '3'],
      [4, '4'],
    ]);
  }
});

testOnPostgres('events that are sent while the server is away go out when it is back, in order', async (t) => {
  const server = await startPostgres();
  const address = await server.makeDatabase();
  const one = await memberOf(t, address);
  await one.listen();
  await server.stop();
  await eventually(
    t,
    () => one.notified,
    (notified) => notified.includes('outage'),
  );

  for (const json of ['1', '2', '3']) one.send(json);
  await one.listen();
  await server.start();

  await eventually(
    t,
    () => one.events.length,
    (length) => length === 3,
  );
  t.deepEqual(one.events, [
    [1, '1'],
    [2, '2'],
    [3, '3'],
  ]);
  t.deepEqual(one.notified, ['joined after 0', 'outage', 'joined after 0']);
  // It says again that it has listeners.
  await eventually(t, (await memberOf(t, address)).hasListeners, Boolean);
  await one.close();
  await server.stop();
});
