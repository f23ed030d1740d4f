import * as zod from 'zod';
import type { Zod } from '../steps/step.ts';

const { z } = zod;

/** A check that is left out where a key was wrong already: one mistake, one line. */
export const check = (error: string) => ({
  error,
  when: ({ issues }: { issues: readonly unknown[] }) => issues.length === 0,
});

/** A mapping that takes no other keys. The text of its "unknown key" error is the list of known ones, for the suggestion. */
export const mapping = <Shape extends zod.core.$ZodLooseShape>(shape: Shape, expected: string) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : expected),
  });

export const wholeNumber = (expected: string, least: number) =>
  z.int({ error: expected }).min(least, { error: expected });

export const text = (expected: string) => z.string({ error: expected }).min(1, { error: expected });

type Registry = Readonly<Record<string, { readonly schema: (z: Zod) => zod.ZodType }>>;

/** A mapping of the keys of a registry, at least one of them. */
export const keysOf = (registry: Registry, expected: string, least: string) =>
  mapping(
    Object.fromEntries(Object.entries(registry).map(([name, step]) => [name, step.schema(zod).optional()])),
    expected,
  ).refine((entry) => Object.keys(entry).length > 0, check(least));

/** A list of steps of one part. */
export const listOf = <Step extends zod.ZodType>(step: Step, expected: string, least: string) =>
  z.array(step, { error: expected }).min(1, { error: least });
