import { readFileSync } from 'node:fs';
import test from 'ava';
import type { MakeMethod } from '../../../client/gateway/call-method.ts';
import { bindingCalls } from '../../../client/gateway/calls/bindings.ts';
import { directCalls } from '../../../client/gateway/calls/direct.ts';
import { recurringTaskCalls } from '../../../client/gateway/calls/recurring-tasks.ts';
import { templateCalls } from '../../../client/gateway/calls/templates.ts';
import { walletCalls } from '../../../client/gateway/calls/wallets.ts';
import { type Endpoint, GatewayClient } from '../../../client/index.ts';
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

/** Methods that return the address of a call without calling. */
const pathOf = ((endpoint: Endpoint<unknown, unknown>) => () => endpoint.path) as unknown as MakeMethod;

const groups: Readonly<Record<string, object>> = {
  bindings: bindingCalls(pathOf),
  direct: directCalls(pathOf),
  wallets: walletCalls(pathOf),
  recurringTasks: recurringTaskCalls(pathOf),
  templates: templateCalls(pathOf),
};

test('docs/client.md names every method of the groups beside its own call', (t) => {
  const methods = Object.entries(groups).flatMap(([group, calls]) =>
    Object.entries<() => string>({ ...calls }).map(([name, path]) => [`${group}.${name}`, path()] as const),
  );

  t.deepEqual(told.filter(([method]) => method.includes('.')).toSorted(), methods.toSorted());
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
