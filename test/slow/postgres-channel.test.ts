import type { ExecutionContext } from 'ava';
import test from 'ava';
import type { Channel } from '../../simulator/store/channel.ts';
import { createAssembly, noticesOf } from '../../simulator/store/postgres/notices.ts';
import { createOutbox } from '../../simulator/store/postgres/outbox.ts';
import { postgresStore } from '../../simulator/store/postgres/postgres-store.ts';
import { eventually } from '../helpers/eventually.ts';
import { startPostgres } from '../helpers/postgres.ts';
import { sharedPostgres } from '../helpers/shared-postgres.ts';
import { testsOn } from '../helpers/tests-on-store.ts';

const testOnPostgres = testsOn('postgres');

/** One process on a database, and what it is told. */
const memberOf = async (t: ExecutionContext, address: string) => {
  const { channel, close } = await postgresStore(address);
  const texts: [id: number, text: string][] = [];
  const told: string[] = [];
  await (channel as Channel).join({
    onText: (id, text) => texts.push([id, text]),
    onJoined: (lastId) => told.push(`joined after ${lastId}`),
    onHeard: () => told.push(channel?.isHeard() ? 'heard' : 'not heard'),
    onOutage: () => told.push('outage'),
  });
  t.teardown(close);
  return { ...(channel as Channel), close, texts, told };
};

const newDatabase = async () => (await sharedPostgres()).makeDatabase();

test('a long text in any letters is cut into ASCII notices that the server takes, and put together again', (t) => {
  const text = JSON.stringify('ж\u0000"\\\u{1f600}\ud800\u2028\u007f'.repeat(5_000));
  const notices = noticesOf(text);
  const heard: [number, string][] = [];
  const assemble = createAssembly((...one) => heard.push(one));

  // The end of another one, whose beginning nobody has heard.
  assemble('6 2/2 x');
  for (const notice of notices) assemble(`7 ${notice}`);
  for (const notice of noticesOf('{}')) assemble(`8 ${notice}`);

  t.true(notices.length > 20);
  t.true(notices.every((notice) => /^[\0-\u007e]{1,7900}$/.test(notice)));
  t.deepEqual(
    heard.map(([id, one]) => [id, JSON.parse(one)]),
    [
      [7, JSON.parse(text)],
      [8, {}],
    ],
  );
});

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

testOnPostgres('who begins to listen is known to the others when that is said, and to who joins later', async (t) => {
  const address = await newDatabase();
  const [one, other] = [await memberOf(t, address), await memberOf(t, address)];
  t.false(other.isHeard());

  await one.hear();
  t.true(other.isHeard());
  t.false(one.isHeard(), 'by another');
  const late = await memberOf(t, address);
  t.true(late.isHeard());

  one.leave();
  await eventually(t, other.isHeard, (isHeard) => !isHeard);
  await one.hear();
  t.deepEqual(other.told, ['joined after 0', 'heard', 'not heard', 'heard']);
});

testOnPostgres('who is gone without a word does not listen any more', async (t) => {
  const address = await newDatabase();
  const one = await memberOf(t, address);
  await one.hear();
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
  t.false((await memberOf(t, address)).isHeard());
});

testOnPostgres('of many texts at once all hear one order, and the last id is known after them', async (t) => {
  const address = await newDatabase();
  const members = [await memberOf(t, address), await memberOf(t, address), await memberOf(t, address)];
  const count = 500;

  for (let index = 0; index < count; index++)
    for (const [number, member] of members.entries()) member.send(JSON.stringify([number, index]));

  for (const { texts } of members)
    await eventually(
      t,
      () => texts.length,
      (length) => length === count * 3,
    );
  const [first] = members;
  t.deepEqual(
    first?.texts.map(([id]) => id),
    Array.from({ length: count * 3 }, (_, index) => index + 1),
  );
  for (const { texts } of members) t.deepEqual(texts, first?.texts);
  t.is(await first?.lastId(), count * 3);
});

testOnPostgres('what this process has sent is heard here before the last id is told', async (t) => {
  const one = await memberOf(t, await newDatabase());

  for (let count = 1; count <= 20; count++) {
    one.send('{}');
    t.is(await one.lastId(), count);
    t.is(one.texts.length, count);
  }
});

testOnPostgres('what is sent while the server is away goes out when it is back, in order', async (t) => {
  const server = await startPostgres();
  const address = await server.makeDatabase();
  const one = await memberOf(t, address);
  await one.hear();
  await server.stop();
  await eventually(
    t,
    () => one.told,
    (told) => told.includes('outage'),
  );

  for (const text of ['1', '2', '3']) one.send(text);
  t.is(await one.lastId(), undefined);
  await one.hear();
  await server.start();

  await eventually(
    t,
    () => one.texts.length,
    (length) => length === 3,
  );
  t.deepEqual(one.texts, [
    [1, '1'],
    [2, '2'],
    [3, '3'],
  ]);
  t.deepEqual(one.told, ['joined after 0', 'outage', 'joined after 0']);
  // It says anew that somebody listens.
  await eventually(t, (await memberOf(t, address)).isHeard, Boolean);
  await one.close();
  await server.stop();
});
