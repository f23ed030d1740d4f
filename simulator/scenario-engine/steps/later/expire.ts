import type { LaterStepKey } from './later-step.ts';

/** `expire: true` */
export const expire: LaterStepKey<true> = {
  schema: (z) => z.literal(true, { error: 'true' }).describe('The time to pay is over.'),
  read: () => ({ planned: { act: 'expire' }, since: 'registered', sentence: 'lets the order expire' }),
};
