import type { Callback } from '../domain/callback.ts';

/** The counts of a merchant without callbacks. */
export const noCallbacks: Readonly<Record<Callback['state'], number>> = {
  waiting: 0,
  delivered: 0,
  'given-up': 0,
  lost: 0,
};
