import type { Step } from './step.ts';

/** `approve: true` */
export const approve: Step<true> = {
  schema: (z) => z.literal(true, { error: 'true' }).describe('The bank approves the whole amount.'),
  read: () => ({ plan: { verdict: { kind: 'approve' } }, sentence: 'approves the payment' }),
};
