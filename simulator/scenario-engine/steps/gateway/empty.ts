import type { FaultStep } from './fault-step.ts';

/** `empty: true` */
export const empty: FaultStep<true> = {
  schema: (z) =>
    z.literal(true, { error: 'true' }).describe('The work is done, and the answer is HTTP 200 with nothing in it.'),
  read: () => ({ fault: { answer: { kind: 'empty' } }, sentence: 'answers 200 with nothing' }),
};
