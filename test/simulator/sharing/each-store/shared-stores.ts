import { openStore } from '../../../../simulator/store/open-store.ts';
import type { Store } from '../../../../simulator/store/store.ts';
import { newPostgresStore } from '../../../helpers/stores/shared-postgres.ts';
import { sharedMemory } from './shared-memory.ts';

/** One store that several simulators of a test share, as processes do: each call gives it as another process has it. */
export type JoinStore = () => Promise<Store>;

/** Every kind of store that can be shared, as a test makes an empty one. */
export const sharedStores = {
  memory: async () => sharedMemory(),
  postgres: async () => {
    const address = await newPostgresStore();
    return () => openStore(address);
  },
} as const satisfies Readonly<Record<string, () => Promise<JoinStore>>>;
