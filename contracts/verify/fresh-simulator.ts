import { randomUUID } from 'node:crypto';
import type { Bank } from '../../simulator/banks/bank.ts';
import { type StateTarget, simulatedTarget } from '../../simulator/provider-states/state-target.ts';
import { createClock } from '../../simulator/runtime/clock.ts';
import { documentedLogin, type Simulator, startSimulator } from '../../simulator/simulator.ts';

/** A simulator for one interaction. `startMs`: the time at which its clock stands still; without it, it runs as that of this machine. */
export const freshSimulator = (bank: Bank, startMs?: number): Promise<Simulator> =>
  startSimulator({ bank, logLevel: 'error', ...(startMs !== undefined && { clock: createClock({ startMs }) }) });

/** The login that every simulator knows. */
const usualLogin: StateTarget['login'] = { userName: documentedLogin.login, password: documentedLogin.password };

/** The simulator as a merchant sees it. `way`: the address by which its states are reached. */
export const targetIn = (
  { restUrl, url, clock, store, bank }: Simulator,
  {
    way = url,
    login = usualLogin,
  }: { readonly way?: string | undefined; readonly login?: StateTarget['login'] | undefined } = {},
): StateTarget => {
  const baseUrl = restUrl.replace(url, way);
  return simulatedTarget({ login, baseUrl, clock, store, bank, newId: randomUUID });
};
