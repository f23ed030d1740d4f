import type { ExecutionContext } from 'ava';
import { createClock } from '../../../../simulator/runtime/clock.ts';
import type { SimulatorOptions } from '../../../../simulator/simulator.ts';
import type { Store } from '../../../../simulator/store/store.ts';
import { testsOnEach } from '../../../helpers/ava/tests-on-store.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { payForm } from '../../../helpers/payments/pay-form.ts';
import { simulatorFor, startMs, type TestSimulator } from '../../../helpers/simulator/simulator.ts';
import { slowStore } from '../../../helpers/stores/slow-store.ts';
import { type JoinStore, sharedStores } from './shared-stores.ts';

export const twentyMinutesMs = 20 * 60_000;

/** What every store that several processes can share does for them. */
export const test = (title: string, run: (t: ExecutionContext, join: JoinStore) => Promise<void>): void => {
  for (const [kind, make] of Object.entries(sharedStores))
    testsOnEach(kind)(`${kind}: ${title}`, async (t) => run(t, await make()));
};

/** The store as a process has it that is gone with the test. */
export const storeFor = async (t: ExecutionContext, join: JoinStore): Promise<Store> => {
  const store = await join();
  t.teardown(store.close);
  return store;
};

/** Two simulators with one store. */
export const pairFor = async (t: ExecutionContext, join: JoinStore, options: SimulatorOptions = {}) => {
  const start = async () => simulatorFor(t, { clock: createClock({ startMs }), store: await join(), ...options });
  return { one: await start(), other: await start() };
};

/** The same, where calls of both come between one another. */
export const slowPairFor = (t: ExecutionContext, join: JoinStore, options: SimulatorOptions = {}) =>
  pairFor(t, async () => slowStore(await join()), options);

/** Registers an order and pays it; its id. */
export const paid = async (simulator: TestSimulator): Promise<string> => {
  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, plainCard);
  return orderId;
};
