import type { Store } from '../../store/store.ts';

type Counters = Pick<Store, 'counters'>;

/** The key of the mark in the store, which every process sees and a reset drops. No name of a scenario begins with a space. */
const key = ' callbacks paused';

/** Whether the gateway sends no callbacks to this merchant by itself. */
export const isPaused = async ({ counters }: Counters, login: string): Promise<boolean> =>
  (await counters.find(login, key)) !== undefined;

export const keepPause = ({ counters }: Counters, login: string): Promise<void> => counters.set(login, key, 1);

export const endPause = ({ counters }: Counters, login: string): Promise<void> => counters.forget(login, key);
