import type { CallbackStepKey } from './callback-step.ts';

/** `wrongChecksum: true` */
export const wrongChecksum: CallbackStepKey<true> = {
  schema: (z) =>
    z
      .literal(true, { error: 'true' })
      .describe('Its checksum, or the signature of its token, does not hold. One that has none is sent as it is.'),
  read: () => ({ fault: { hasWrongChecksum: true }, sentence: 'has a wrong checksum' }),
};
