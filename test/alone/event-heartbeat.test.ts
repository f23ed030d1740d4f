import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { mock } from 'node:test';
import test from 'ava';
import type { Context } from '../../simulator/context.ts';
import { eventStream } from '../../simulator/control/events/event-stream.ts';
import { createEvents } from '../../simulator/sharing/events.ts';

// Alone in its file, because it stops the timers of the process.
test('a stream shows every fifteen seconds that it is still there, and stops when the other side goes away', (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.teardown(() => mock.timers.reset());
  const events = createEvents();
  const sent = new PassThrough();
  const text = (): string => String(sent.read() ?? '');
  eventStream({ events } as unknown as Context, {})(sent as unknown as ServerResponse);
  t.is(text(), ': listening\nid: 0\n\n');

  mock.timers.tick(14_999);
  t.is(text(), '');
  mock.timers.tick(1);
  t.is(text(), ': still here\n\n');
  mock.timers.tick(15_000);
  t.is(text(), ': still here\n\n');
  sent.emit('close');
  mock.timers.tick(15_000);

  t.is(text(), '');
  t.true(events.hasListeners(), 'it may come back');
  mock.timers.tick(45_000);
  t.false(events.hasListeners(), 'a minute later nobody is waited for');
});
