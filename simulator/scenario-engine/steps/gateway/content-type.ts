import type { FaultStep } from './fault-step.ts';

const expected = 'a content type such as text/html';

/** `contentType: text/html` */
export const contentType: FaultStep<string> = {
  schema: (z) =>
    z
      .string({ error: expected })
      .regex(/^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w-]+)*$/, { error: expected })
      .describe('The answer is as always, but calls itself something else.'),
  read: (type) => ({ fault: { contentType: type }, sentence: `calls its answer ${type}` }),
};
