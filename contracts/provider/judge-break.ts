import type { Break } from '../../simulator/breaks/break.ts';
import { expectedOf } from './expected-failures.ts';
import type { BreakReport } from './verify-answer-breaks.ts';

/** What the contract made of a break. */
export interface Verdict {
  readonly outcome: 'rejected' | 'survived' | 'equivalent' | 'not tried';
  /** What is not as it has to be; empty if all is well. */
  readonly troubles: readonly string[];
}

/** Interactions that agree on a few fields on purpose. */
const agreesOnLess = /\bin Russian\b|does not exist, and wants none$|, and wants to hear of no error$/;

/**
 * Judges a break by its report. A break has to be rejected, or marked as equivalent and accepted; and every interaction
 * that it changes has to complain, unless it agrees on less. A contract about one subject may have none of those that complain.
 */
export const judge = (row: Break, { tried, mismatches, strays }: BreakReport, isPartial = false): Verdict => {
  const failed = new Set(mismatches.map(({ interaction }) => interaction));
  const passes = expectedOf(row.id)?.passes;
  const silent = tried.filter((one) => !failed.has(one) && !agreesOnLess.test(one) && !passes?.test(one));
  if (isPartial && failed.size === 0 && silent.length === 0) return { outcome: 'not tried', troubles: [] };
  if (failed.size === 0) return survived(row, tried);
  if (row.equivalent !== undefined)
    return { outcome: 'rejected', troubles: [`it is marked as equivalent, and rejected: ${mismatches[0]?.says}`] };
  const loud = [...failed].filter((one) => passes?.test(one));
  return {
    outcome: 'rejected',
    troubles: [
      ...silent.map((one) => `not noticed by: ${one}`),
      ...loud.map((one) => `noticed, and listed as not noticed: ${one}`),
      ...strays.map(({ interaction, path, says }) => `complains of something else: ${interaction}: ${path} ${says}`),
    ],
  };
};

const survived = ({ does, harm, equivalent }: Break, tried: readonly string[]): Verdict => {
  if (tried.length === 0) return { outcome: 'survived', troubles: ['it changes no interaction of the contract'] };
  if (equivalent !== undefined) return { outcome: 'equivalent', troubles: [] };
  return { outcome: 'survived', troubles: [`a gateway that ${does} is accepted: ${harm}`] };
};
