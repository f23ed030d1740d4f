import { randomUUID } from 'node:crypto';
import type { Bank } from '../../simulator/banks/bank.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { type StateTarget, simulatedTarget } from '../../simulator/provider-states/state-target.ts';
import { createClock } from '../../simulator/runtime/clock.ts';
import { documentedLogin, type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { type ChangeAnswer, startProxy } from './proxy.ts';
import type { GatewayUnderTest } from './verify.ts';

export interface SimulatedGateway extends GatewayUnderTest {
  readonly stop: () => Promise<void>;
}

/**
 * The simulator as it is shipped, behind an address that stays while it is replaced by a fresh one for each interaction.
 * `change` puts a fault into answers on their way to the verifier; states are reached past it.
 */
export const startSimulatedGateway = async (change?: ChangeAnswer, bank: Bank = bereke): Promise<SimulatedGateway> => {
  let simulator = await freshSimulator(bank);
  const proxy = await startProxy(() => simulator.url, change);
  return {
    url: proxy.url,
    target: () => targetOf(simulator),
    startAfresh: async () => {
      await simulator.stop();
      simulator = await freshSimulator(bank);
    },
    stop: async () => {
      await proxy.stop();
      await simulator.stop();
    },
  };
};

/** Its clock stands still at 1 January 2026, 08:00 UTC. */
export const freshSimulator = (bank: Bank): Promise<Simulator> =>
  startSimulator({
    bank: forShop(bank),
    clock: createClock({ startMs: Date.UTC(2026, 0, 1, 8) }),
    logLevel: 'error',
  });

/**
 * The bank with this shop's own settings as a merchant: tenge, no cart, 3-D Secure 2, the newest version of
 * the status, answers typed as JSON. All other facts are the bank's.
 */
const forShop = (bank: Bank): Bank => ({
  ...bank,
  currency: '398',
  currencies: [...bank.currencies, '398'],
  wantsCart: false,
  threeDsVersion: 2,
  statusVersion: bereke.statusVersion,
  contentType: bereke.contentType,
});

const targetOf = ({ restUrl: baseUrl, clock, store, bank }: Simulator): StateTarget => {
  const login = { userName: documentedLogin.login, password: documentedLogin.password };
  return simulatedTarget({ login, baseUrl, clock, store, bank, newId: randomUUID });
};
