import type { ExecutionContext } from 'ava';
import type { Store } from '../../simulator/store/store.ts';
import { storeDrivers } from './stores.ts';

/** Tests run on the memory store; `TEST_STORE=sqlite npm test` runs those that name no store of their own on another one. */
export const storeOfRun = async (t: ExecutionContext): Promise<Store | undefined> => {
  const driver = process.env['TEST_STORE'];
  return driver === undefined ? undefined : storeDrivers[driver]?.(t);
};
