import { z } from 'zod';
import type { ProblemDocument } from './problem.ts';

/** A problem document as the control API answers with it. Source: RFC 9457. */
export const problemSchema: z.ZodType<ProblemDocument> = z
  .strictObject({
    type: z.string().describe('A name that stays: urn:tillbox:problem:...'),
    title: z.string().describe('What kind of problem it is.'),
    status: z.int().describe('The HTTP status.'),
    detail: z.string().describe('What is wrong here, and what was expected.'),
    field: z.string().exactOptional().describe('The field that is wrong, as a path with dots.'),
    reason: z.string().exactOptional().describe('Why the gateway itself says no.'),
  })
  .describe('A problem. Source: RFC 9457.');
