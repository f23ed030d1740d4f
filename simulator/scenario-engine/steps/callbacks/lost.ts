import type { CallbackStepKey } from './callback-step.ts';

/** `lost: true` */
export const lost: CallbackStepKey<true> = {
  schema: (z) => z.literal(true, { error: 'true' }).describe('It is never sent.'),
  read: () => ({ fault: { isLost: true }, sentence: 'is lost' }),
};
