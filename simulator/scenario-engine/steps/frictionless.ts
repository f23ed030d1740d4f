import type { Step } from './step.ts';

/** `frictionless: true` */
export const frictionless: Step<true> = {
  schema: (z) => z.literal(true, { error: 'true' }).describe('3-D Secure passes without a question to the payer.'),
  read: () => ({ plan: { route: 'frictionless' }, sentence: 'authenticates the payer without a challenge' }),
};
