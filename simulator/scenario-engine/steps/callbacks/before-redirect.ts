import type { CallbackStepKey } from './callback-step.ts';

/** `beforeRedirect: true` */
export const beforeRedirect: CallbackStepKey<true> = {
  schema: (z) =>
    z
      .literal(true, { error: 'true' })
      .describe('The payer, or whoever caused it, gets no answer before it was tried. The opposite is `delay`.'),
  read: () => ({ fault: { isBeforeRedirect: true }, sentence: 'comes before the payer does' }),
};
