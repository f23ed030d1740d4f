import type { CallbackStepKey } from './callback-step.ts';

/** `outOfOrder: true` */
export const outOfOrder: CallbackStepKey<true> = {
  schema: (z) =>
    z
      .literal(true, { error: 'true' })
      .describe(
        'It is held back until the next callback of the order was delivered or given up. Where none follows, it is never sent.',
      ),
  read: () => ({ fault: { isOutOfOrder: true }, sentence: 'comes after the one that follows it' }),
};
