import type { Hole } from './hole.ts';

/** Each must turn the suite red. */
export const holes: readonly Hole[] = [];
