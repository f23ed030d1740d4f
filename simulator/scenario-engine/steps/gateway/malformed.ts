import type { FaultStep } from './fault-step.ts';

/** `malformed: true` */
export const malformed: FaultStep<true> = {
  schema: (z) =>
    z
      .literal(true, { error: 'true' })
      .describe(
        'The work is done, and the answer is complete but cannot be read: JSON that is none, or markup as text.',
      ),
  read: () => ({ fault: { answer: { kind: 'malformed' } }, sentence: 'answers something that cannot be read' }),
};
