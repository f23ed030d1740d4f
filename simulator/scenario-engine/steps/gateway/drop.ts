import type { FaultStep } from './fault-step.ts';

type When = 'before' | 'after';

const sentences: Readonly<Record<When, string>> = {
  before: 'closes the connection and does nothing',
  after: 'does the work and closes the connection without an answer',
};

/** `drop: after` */
export const drop: FaultStep<When> = {
  schema: (z) =>
    z
      .literal(['before', 'after'], { error: 'when the connection is closed' })
      .describe('The connection is closed without an answer, `before` or `after` the work was done.'),
  read: (when) => ({ fault: { answer: { kind: `drop-${when}` } }, sentence: sentences[when] }),
};
