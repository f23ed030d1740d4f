import type { FaultStep } from './fault-step.ts';

/** `truncated: true` */
export const truncated: FaultStep<true> = {
  schema: (z) =>
    z
      .literal(true, { error: 'true' })
      .describe('The work is done, and the connection is closed in the middle of the answer.'),
  read: () => ({ fault: { answer: { kind: 'truncated' } }, sentence: 'breaks off in the middle of the answer' }),
};
