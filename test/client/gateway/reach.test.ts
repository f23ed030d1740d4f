import { readFileSync } from 'node:fs';
import test from 'ava';
import { GatewayClient } from '../../../client/index.ts';
import { groupedMethods } from '../../docs/generate/client-methods.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const page = readFileSync(new URL('../../../docs/client.md', import.meta.url), 'utf8');

/** Each method that docs/client.md names, with its call. */
const told: readonly (readonly [method: string, call: string])[] = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((row) => {
    const [calls = [], methods = []] = row
      .split(' | ')
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text));
    return methods.map((method, index) => [method.replace('client.', ''), calls[index] ?? 'nothing'] as const);
  });

test('docs/client.md names every method of the groups beside its own call', (t) => {
  t.deepEqual(told.filter(([method]) => method.includes('.')).toSorted(), groupedMethods().toSorted());
});

test('docs/client.md names every method of the client itself', (t) => {
  const own = Object.getOwnPropertyNames(GatewayClient.prototype);
  const notCalls = new Set(['constructor', 'call', 'waitForPayment']);

  t.deepEqual(
    told
      .map(([method]) => method)
      .filter((method) => !method.includes('.'))
      .toSorted(),
    own.filter((name) => !notCalls.has(name)).toSorted(),
  );
});

test('the simulator has every call that docs/client.md names', async (t) => {
  const simulator = await simulatorFor(t);
  t.true(told.length > 40);

  for (const [, call] of told) {
    const { status } = await fetch(new URL(call, simulator.restUrl), { method: 'POST' });
    t.is(status, 200, call);
  }
});
