import { createClock } from '../../simulator/clock.ts';
import { documentedLogin, type Simulator, startSimulator } from '../../simulator/simulator.ts';
import type { Ground } from './provider-states.ts';
import { type ChangeAnswer, startProxy } from './proxy.ts';
import type { GatewayUnderTest } from './verify.ts';

export interface SimulatedGateway extends GatewayUnderTest {
  readonly stop: () => Promise<void>;
}

/**
 * The simulator as it is shipped, behind an address that stays while it is replaced by a fresh one for each interaction.
 * `change` spoils answers on their way to the verifier; states are reached past it.
 */
export const startSimulatedGateway = async (change?: ChangeAnswer): Promise<SimulatedGateway> => {
  let simulator = await freshSimulator();
  const proxy = await startProxy(() => simulator.url, change);
  return {
    url: proxy.url,
    ground: () => groundOf(simulator),
    startAfresh: async () => {
      await simulator.stop();
      simulator = await freshSimulator();
    },
    stop: async () => {
      await proxy.stop();
      await simulator.stop();
    },
  };
};

/** Its clock stands still at 1 January 2026, 08:00 UTC. */
const freshSimulator = (): Promise<Simulator> =>
  startSimulator({ clock: createClock({ startMs: Date.UTC(2026, 0, 1, 8) }), logLevel: 'error' });

const groundOf = ({ restUrl, clock, store }: Simulator): Ground => ({
  login: { userName: documentedLogin.login, password: documentedLogin.password },
  baseUrl: restUrl,
  canPay: true,
  advance: (ms) => clock.advance(ms),
  rename: async (orderId, wanted) => {
    const order = await store.orders.find(orderId);
    if (!order) throw new Error(`no order ${orderId}`);
    const older = await store.orders.insert({ ...order, id: wanted.orderId, orderNumber: wanted.orderNumber });
    if (older) throw new Error(`the order number ${wanted.orderNumber} was used before`);
  },
});
