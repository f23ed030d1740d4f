import { startPostgres, whyNoPostgres } from '../helpers/stores/postgres.ts';
import type { Effort, Result } from './figure.ts';
import { load, simulator, start } from './processes.ts';

const replicas = 3;

/** Registers per second of all processes together: programs, database and load share the cores. */
export const measureReplicas = async ({ seconds }: Effort): Promise<Result> => {
  if (whyNoPostgres !== undefined) throw new Error(`there is ${whyNoPostgres}`);
  const postgres = await startPostgres();
  const environment = { ...simulator.environment, STORE: await postgres.makeDatabase() };
  const program = { ...simulator, environment, isFree: true };
  const servers = await Promise.all(Array.from({ length: replicas }, () => start(program)));
  const rate = async (forSeconds: number): Promise<number> => {
    const job = { job: 'rate', kind: 'register', seconds: forSeconds, isFree: true };
    const rates = await Promise.all(servers.map(({ origin }) => load({ ...job, origin })));
    return rates.reduce((sum, { perSecond }) => sum + Number(perSecond), 0);
  };
  try {
    await rate(Math.min(2, seconds));
    return { ours: await rate(seconds), unit: '/s' };
  } finally {
    for (const server of servers) await server.end('SIGTERM');
    await postgres.stop();
  }
};
