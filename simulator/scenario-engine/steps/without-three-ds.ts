import type { Step } from './step.ts';

/** `withoutThreeDs: true` */
export const withoutThreeDs: Step<true> = {
  schema: (z) => z.literal(true, { error: 'true' }).describe('The payment goes to the bank without 3-D Secure.'),
  read: () => ({ plan: { route: 'none' }, sentence: 'skips 3-D Secure' }),
};
