import type { CallbackStepKey } from './callback-step.ts';

const expected = 'how often it is sent in all, from 2 to 100';

/** `repeat: 2` */
export const repeat: CallbackStepKey<number> = {
  schema: (z) =>
    z
      .int({ error: expected })
      .min(2, { error: expected })
      .max(100, { error: expected })
      .describe('It is sent so many times in all, although the shop has accepted it.'),
  read: (sends) => ({ fault: { sends }, sentence: sends === 2 ? 'comes twice' : `comes ${sends} times` }),
};
