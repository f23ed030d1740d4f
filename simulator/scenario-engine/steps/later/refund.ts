import { type AllOrAmount, allOrAmount, amountInWords, amountOf } from './amount.ts';
import type { LaterStepKey } from './later-step.ts';

/** `refund: true` or `refund: 500000` */
export const refund: LaterStepKey<AllOrAmount> = {
  schema: (z) => allOrAmount(z).describe('The bank gives captured money back: all of it, or so many minor units.'),
  read: (setting) => ({
    planned: { act: 'refund', ...amountOf(setting) },
    since: 'paid',
    sentence: `refunds ${amountInWords(setting)}`,
  }),
};
