import type { ExecutionContext } from 'ava';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { openStore } from '../../../simulator/store/open-store.ts';
import { newPostgresStore } from '../stores/shared-postgres.ts';
import { balancerFor } from './balancer.ts';

/**
 * Three simulators on one database of PostgreSQL, behind a balancer: as one, whose address is the balancer's. What is
 * asked in process is asked of the first.
 */
export const startReplicas = async (t: ExecutionContext, options: SimulatorOptions): Promise<Simulator> => {
  const address = await newPostgresStore();
  const balancer = await balancerFor(t);
  const start = async () => startSimulator({ ...options, store: await openStore(address) });
  const first = await start();
  const replicas = [first, await start(), await start()];
  balancer.use(replicas.map(({ url }) => url));
  const atBalancer = (url: string): string => balancer.url + url.slice(first.url.length);
  const all = async (act: (replica: Simulator) => Promise<void>): Promise<void> => {
    await Promise.all(replicas.map(act));
  };
  return {
    ...first,
    url: balancer.url,
    restUrl: atBalancer(first.restUrl),
    controlUrl: options.controlPort === undefined ? atBalancer(first.controlUrl) : first.controlUrl,
    settled: () => all((replica) => replica.settled()),
    stop: () => all((replica) => replica.stop()),
  };
};
