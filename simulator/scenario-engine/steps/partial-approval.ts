import type { Step } from './step.ts';

const expected = 'a whole number of minor units above 0';

/** `partialApproval: 500` */
export const partialApproval: Step<number> = {
  schema: (z) =>
    z
      .int({ error: expected })
      .min(1, { error: expected })
      .describe('The bank approves only this much of the amount, in minor units.'),
  read: (approvedMinor) => ({
    plan: { verdict: { kind: 'approve', approvedMinor } },
    sentence: `approves only ${approvedMinor} minor units`,
  }),
};
