import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import type { Context } from '../../../simulator/context.ts';
import { eventStream } from '../../../simulator/control/events/event-stream.ts';
import { createEvents, type Events, mostListeners } from '../../../simulator/sharing/events.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { readEvents } from '../../helpers/simulator/event-reader.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const ignore = (): void => {};

test('some hundred may listen at once', (t) => {
  t.true(mostListeners >= 100 && mostListeners < 1_000);
});

for (const [title, path] of [
  ['all events', '/events'],
  ['the events of a merchant', '/merchants/test_user/events'],
  ['earlier events, too', '/events?after=0'],
] as const)
  test(`when as many listen as may, one more who wants ${title} is refused, until one has gone`, async (t) => {
    const simulator = await simulatorFor(t);
    const control = controlOf(t, simulator);
    const stops = Array.from({ length: mostListeners - 1 }, () => simulator.onEvent(ignore));
    const stream = await readEvents(t, `${simulator.controlUrl}/events`);

    t.throws(() => simulator.onEvent(ignore), { name: 'TooManyListeners', message: /300/ });
    const refused = await control(`GET ${path}`);
    t.like(refused.json, { status: 429, type: 'urn:tillbox:problem:too-many' });
    t.regex(refused.json['detail'], /\b300\b/);
    t.is((await control('GET /ready')).status, 200);

    stops[0]?.();
    const inPlace = await readEvents(t, simulator.controlUrl + path);
    t.is(inPlace.status, 200);
    t.is((await control(`GET ${path}`)).status, 429);
    stream.close();
    await eventually(
      t,
      async () => {
        const closing = new AbortController();
        const { status } = await fetch(simulator.controlUrl + path, { signal: closing.signal });
        closing.abort();
        return status;
      },
      (status) => status === 200,
    );
    const { orderId } = await simulator.register();
    t.like(await inPlace.next(({ event }) => event === 'order'), { data: { orderId } });
  });

test('a request for the headers alone takes no place', async (t) => {
  const simulator = await simulatorFor(t);

  for (let count = 0; count < mostListeners + 5; count++)
    await fetch(`${simulator.controlUrl}/events`, { method: 'HEAD' });

  t.notThrows(() => simulator.onEvent(ignore));
});

/** A response to which events are written. */
const responseFor = (texts: string[]): ServerResponse =>
  ({
    writableLength: 0,
    destroyed: false,
    once: ignore,
    end: ignore,
    write: (text: string) => texts.push(text),
  }) as never;

const contextWith = (t: ExecutionContext, events: Events): Context => {
  t.teardown(events.stop);
  return { events } as Context;
};

test('an event is written as text once for all listeners, also for those who come back', async (t) => {
  const events = createEvents();
  const context = contextWith(t, events);
  let writings = 0;
  const data = {
    get orderId() {
      writings++;
      return 'one';
    },
  };
  const everywhere: string[][] = Array.from({ length: 50 }, () => []);
  for (const texts of everywhere) eventStream(context, {})(responseFor(texts));
  eventStream(context, { merchant: 'other' })(responseFor([]));

  events.publish({ type: 'order', merchant: 'shop', atMs: 0, data: () => data });
  const late: string[] = [];
  eventStream(context, { after: 0 })(responseFor(late));
  await setImmediate();

  t.is(writings, 1);
  const text = 'id: 1\nevent: order\ndata: {"merchant":"shop","at":"1970-01-01T00:00:00.000Z","orderId":"one"}\n\n';
  for (const texts of [...everywhere, late]) t.true(texts.join('').endsWith(text));
});

test('a client that has gone before its stream begins takes no place', (t) => {
  const events = createEvents();
  const context = contextWith(t, events);
  const gone = { ...responseFor([]), destroyed: true } as ServerResponse;

  for (let count = 0; count < mostListeners * 2; count++) eventStream(context, {})(gone);

  t.notThrows(() => events.subscribe({ listener: ignore }));
});
