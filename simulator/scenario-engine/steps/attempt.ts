import type { Step } from './step.ts';

/** `attempt: true` */
export const attempt: Step<true> = {
  schema: (z) =>
    z
      .literal(true, { error: 'true' })
      .describe('3-D Secure is only attempted, because the issuer takes no part in it; the payment goes on.'),
  read: () => ({ plan: { route: 'attempt' }, sentence: 'lets 3-D Secure end as an attempt' }),
};
