import type { Simulator } from '../../simulator/simulator.ts';
import { type Bystander, bystanderLogin, differences } from './bystander.ts';
import { wrongsOf } from './money-invariants.ts';

/** Looks at what a round has left, and drops it. Returns what is wrong. */
export const endRound = async (
  simulator: Simulator,
  bystander: Bystander,
  states: readonly object[],
): Promise<readonly string[]> => {
  await simulator.settled();
  return [
    ...(await wrongOrders(simulator)),
    ...(await bystander.changes()),
    ...(await keepsStates(simulator, states)),
    ...(await clear(simulator, bystander)),
  ];
};

const wrongOrders = async ({ store }: Simulator): Promise<readonly string[]> => {
  const merchants = await store.merchants.all();
  const orders = await Promise.all(merchants.map(({ login }) => store.orders.ofMerchant(login)));
  return orders.flat().flatMap((order) => wrongsOf(order).map((wrong) => `order ${order.id}: ${wrong}`));
};

/** Drops what every merchant has, and the merchants that calls have made. Returns what went wrong. */
const clear = async (simulator: Simulator, bystander: Bystander): Promise<readonly string[]> => {
  const { status } = await fetch(`${simulator.controlUrl}/reset`, { method: 'POST' });
  const left = (await simulator.state(bystanderLogin)).orders.length;
  for (const { login } of await simulator.store.merchants.all())
    if (login !== 'test_user' && login !== bystanderLogin) await simulator.deleteMerchant(login);
  await bystander.restore();
  await unfreeze(simulator);
  return status === 204 && left === 0 ? [] : [`POST /sandbox/reset: HTTP ${status}, and ${left} orders are left`];
};

/** A state that is put in comes out again as it was. */
const keepsStates = async (simulator: Simulator, states: readonly object[]): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const state of states) {
    const login = 'of-a-state';
    try {
      await simulator.setState(login, state, { newIds: true });
      // What was due has happened by then.
      await simulator.settled();
      await simulator.clockOf(login).freeze();
      const before = await simulator.state(login);
      await simulator.setState(login, before);
      await simulator.settled();
      const after = await simulator.state(login);
      faults.push(...differences(before, after, 'a state that was put in').slice(0, 3));
    } catch (error) {
      faults.push(
        `a state that came out cannot be put in: ${(error as Error).message}\n${JSON.stringify(state).slice(0, 2_000)}`,
      );
    }
  }
  return faults;
};

export const unfreeze = async (simulator: Simulator): Promise<void> => {
  await simulator.setScenario('test_user', undefined);
};
