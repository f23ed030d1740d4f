import type { FaultStep } from './fault-step.ts';

const expected = 'an errorCode such as 7, or "7" in quotes';

/** `errorCode: 7` */
export const errorCode: FaultStep<string | number> = {
  schema: (z) =>
    z
      .union(
        [
          z.int({ error: expected }).min(1, { error: expected }).max(9999, { error: expected }),
          z.string({ error: expected }).regex(/^\d{1,4}$/, { error: expected }),
        ],
        { error: expected },
      )
      .describe('Nothing is done, and the endpoint says no in its own way with this code.'),
  read: (code) => ({
    fault: { answer: { kind: 'error-code', code: String(code) } },
    sentence: `refuses with errorCode ${code}`,
  }),
};
