import test from 'ava';
import { SandboxClient } from '../../../client/index.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type ReadEvent, readEvents } from '../../helpers/simulator/event-reader.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const ofLogin = '/merchants/test_user/events';
const isChanged = ({ event }: ReadEvent): boolean => event === 'changed';

test('a digest tells of the first event at once, and of the others together, with the id of the last', async (t) => {
  const simulator = await simulatorFor(t);
  const stream = await readEvents(t, `${simulator.controlUrl}${ofLogin}?digestMs=300`);

  await simulator.register();
  const first = await stream.next();
  t.is(first.event, 'changed');
  t.like(first, { id: '1', data: { count: 1 } });
  for (let count = 0; count < 20; count++) await simulator.register();
  let count = 1;
  let digests = 1;
  let lastId = 1;
  while (count < 42) {
    const { id, data } = await stream.next(isChanged);
    count += data['count'];
    digests++;
    lastId = Number(id);
  }

  t.is(count, 42, 'an order and a request each');
  t.is(lastId, 42);
  t.true(digests < 21, `${digests} in place of 42 events`);
});

test('a digest is of one merchant, or of all', async (t) => {
  const simulator = await simulatorFor(t, {
    merchants: ['one', 'two'].map((login) => ({ login, password: 'secret' })),
  });
  const ofTwo = await readEvents(t, `${simulator.controlUrl}/merchants/two/events?digestMs=10`);
  const ofAll = await readEvents(t, `${simulator.controlUrl}/events?digestMs=10`);

  await controlOf(t, simulator)('POST /merchants/one/clock/freeze');
  await controlOf(t, simulator)('POST /merchants/two/clock/freeze');

  t.is((await ofTwo.next(isChanged)).id, '2');
  t.is((await ofAll.next(isChanged)).id, '1');
});

test('a listener who comes back is told that something happened, if it did', async (t) => {
  const simulator = await simulatorFor(t);
  const before = await readEvents(t, `${simulator.controlUrl}${ofLogin}?digestMs=10`);
  await simulator.register();
  const { id = '' } = await before.next(isChanged);
  before.close();
  await simulator.register();

  const back = await readEvents(t, `${simulator.controlUrl}${ofLogin}?digestMs=10`, { 'last-event-id': id });

  t.true((await back.next(isChanged)).data['count'] >= 1);
});

test('a wrong time for a digest is refused by its name', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);

  for (const digestMs of ['0', '9', '60001', '-1', '1.5', 'x', '']) {
    const { status, json } = await control(`GET ${ofLogin}?digestMs=${digestMs}`);
    t.is(status, 422, digestMs);
    t.regex(JSON.stringify(json), /digestMs/);
  }
});

test('the client reads digests, and refuses wrong times for them', async (t) => {
  const simulator = await simulatorFor(t);
  const sandbox = new SandboxClient({ url: simulator.url });
  const stream = sandbox.events('test_user', { digestMs: 10 });
  await stream.opened;

  await simulator.register();
  for await (const event of stream) {
    t.like(event, { type: 'changed', id: 1, count: 1 });
    break;
  }

  t.throws(() => sandbox.events('test_user', { digestMs: 5 }), { name: 'WrongUse', message: /digestMs/ });
});
