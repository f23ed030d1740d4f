import type { FaultStep } from './fault-step.ts';

const expected = 'an HTTP status from 400 to 599';

/** `httpStatus: 502` */
export const httpStatus: FaultStep<number> = {
  schema: (z) =>
    z
      .int({ error: expected })
      .min(400, { error: expected })
      .max(599, { error: expected })
      .describe('Nothing is done, and what stands before the gateway answers with this status and a page of its own.'),
  read: (status) => ({ fault: { answer: { kind: 'http-status', status } }, sentence: `answers HTTP ${status}` }),
};
