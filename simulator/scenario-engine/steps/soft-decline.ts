import type { Step } from './step.ts';

/** The issuer wants the payer to be authenticated. Source: BPC action codes. */
const threeDsDemanded = 1434;

/** `softDecline: true` */
export const softDecline: Step<true> = {
  schema: (z) =>
    z
      .literal(true, { error: 'true' })
      .describe('Without 3-D Secure the bank declines with 1434: it wants the payer to be authenticated first.'),
  read: () => ({
    plan: { route: 'none', verdict: { kind: 'decline', actionCode: threeDsDemanded } },
    sentence: `skips 3-D Secure, then declines because it wants it (soft decline, ${threeDsDemanded})`,
  }),
};
