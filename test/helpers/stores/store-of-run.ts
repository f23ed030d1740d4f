import type { ExecutionContext } from 'ava';
import type { Store } from '../../../simulator/store/store.ts';
import { storeDrivers } from './stores.ts';

/** The name of a run in which each test has three simulators on one database, and each request goes to the next of them. */
export const replicasOfRun = process.env['TEST_STORE'] === 'replicas';

/** Tests run on the memory store; `TEST_STORE=sqlite npm test` runs those that name no store of their own on another one. */
export const storeOfRun = async (t: ExecutionContext): Promise<Store | undefined> => {
  const driver = replicasOfRun ? 'postgres' : process.env['TEST_STORE'];
  if (driver === undefined) return undefined;
  const open = Object.entries(storeDrivers).find(([name]) => name === driver)?.[1];
  if (!open) throw new Error(`TEST_STORE=${driver}: expected one of ${Object.keys(storeDrivers).join(', ')}`);
  return open(t);
};
