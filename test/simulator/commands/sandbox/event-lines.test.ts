import test from 'ava';
import type { SandboxEvent, SandboxOrder } from '../../../../client/index.ts';
import { eventLines } from '../../../../simulator/commands/sandbox/event-lines.ts';
import type { Sandbox } from '../../../../simulator/commands/sandbox/reach.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 8, 0, second)).toISOString();

const timeline = [
  { at: at(0), what: 'registered' },
  { at: at(1), what: 'opened' },
  { at: at(2), what: 'approved' },
];

/** A sandbox that answers about its only order after all of this has happened. */
const sandbox = {
  client: {
    orders: { get: async () => ({ orderId: 'an-order', orderNumber: 'A-1', timeline }) as unknown as SandboxOrder },
  },
} as unknown as Sandbox;

const orderEvent = (version: number, second: number): SandboxEvent =>
  ({ type: 'order', merchant: 'shop', at: at(second), orderId: 'an-order', version }) as unknown as SandboxEvent;

const wordsOf = (lines: readonly string[]): readonly (string | undefined)[] =>
  lines.map((line) => line.split(' ').at(-1));

test('an order that is registered while it listens is told from its first step, however late the answer comes', async (t) => {
  const linesOf = eventLines(sandbox, { login: 'shop' });

  t.deepEqual(wordsOf(await linesOf(orderEvent(1, 0))), ['registered', 'opened', 'approved']);
  t.deepEqual(await linesOf(orderEvent(2, 1)), []);
});

test('an order from before is told from the moment of its first event', async (t) => {
  const linesOf = eventLines(sandbox, { login: 'shop' });

  t.deepEqual(wordsOf(await linesOf(orderEvent(2, 1))), ['opened', 'approved']);
});

test('a clock that was set back leaves the last step', async (t) => {
  const linesOf = eventLines(sandbox, { login: 'shop' });

  t.deepEqual(wordsOf(await linesOf(orderEvent(3, 50))), ['approved']);
});
