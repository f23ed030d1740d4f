import { type AllOrAmount, allOrAmount, amountInWords, amountOf } from './amount.ts';
import type { LaterStepKey } from './later-step.ts';

/** `capture: true` or `capture: 500000` */
export const capture: LaterStepKey<AllOrAmount> = {
  schema: (z) => allOrAmount(z).describe('The bank takes held money: all of it, or so many minor units.'),
  read: (setting) => ({
    planned: { act: 'capture', ...amountOf(setting) },
    since: 'paid',
    sentence: `captures ${amountInWords(setting)}`,
  }),
};
