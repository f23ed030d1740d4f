import { type core, type ZodType, z } from 'zod';

/** A check that is skipped after another mistake, so that one mistake is one line. */
export const check = (error: string) => ({
  error,
  when: ({ issues }: { issues: readonly unknown[] }) => issues.length === 0,
});

/** A mapping without other keys. The error of an unknown key lists the known ones, for the suggestion. */
export const mapping = <Shape extends core.$ZodLooseShape>(shape: Shape, expected: string) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : expected),
  });

export const wholeNumber = (expected: string, least: number) =>
  z.int({ error: expected }).min(least, { error: expected });

export const text = (expected: string) => z.string({ error: expected }).min(1, { error: expected });

export const listOf = <Step extends ZodType>(step: Step, expected: string, least: string) =>
  z.array(step, { error: expected }).min(1, { error: least });
