import type { MissedStep } from './missed-step.ts';
import type { Order } from './order.ts';

/** The order with what was missed; what it has already is not added again. */
export const withMissedSteps = (order: Order, missed: readonly MissedStep[]): Order => {
  const known = [...(order.missedSteps ?? [])];
  for (const step of missed) if (!known.some((other) => isSame(step, other))) known.push(step);
  return known.length === (order.missedSteps?.length ?? 0) ? order : { ...order, missedSteps: known };
};

const isSame = (one: MissedStep, other: MissedStep): boolean =>
  one.scenario === other.scenario && one.asked === other.asked;

/** The changed order; if an attempt ended in it before the bank was asked, the result that a scenario asked for is missed. */
export const withMissedResult = (before: Order, after: Order, atMs: number): Order => {
  const attempt = after.attempts.at(-1);
  if (!attempt?.askedResult || attempt.actionCode === undefined || attempt.authorisation) return after;
  const earlier = before.attempts.find(({ number }) => number === attempt.number);
  if (earlier && earlier.actionCode !== undefined) return after;
  return withMissedSteps(after, [
    { atMs, ...attempt.askedResult, because: `attempt ${attempt.number} ended before the bank was asked` },
  ]);
};
