import { type AllOrAmount, allOrAmount, amountInWords, amountOf } from './amount.ts';
import type { LaterStepKey } from './later-step.ts';

/** `reverse: true` or `reverse: 500000` */
export const reverse: LaterStepKey<AllOrAmount> = {
  schema: (z) =>
    allOrAmount(z).describe('The bank cancels the payment: all of it, or so many minor units of held money.'),
  read: (setting) => ({
    planned: { act: 'reverse', ...amountOf(setting) },
    since: 'paid',
    sentence: `reverses ${amountInWords(setting)}`,
  }),
};
