import type { LaterStepKey } from './later-step.ts';

/** `chargeback: true` */
export const chargeback: LaterStepKey<true> = {
  schema: (z) => z.literal(true, { error: 'true' }).describe("The payer's bank takes captured money back."),
  read: () => ({ planned: { act: 'chargeback' }, since: 'paid', sentence: 'charges the payment back' }),
};
