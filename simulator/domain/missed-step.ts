import type { Order } from './order.ts';

/** Something that a scenario asked for and that was not possible. */
export interface MissedStep {
  readonly atMs: number;
  readonly scenario: string;
  /** The words after "asked for ...". Absent: the scenario itself is missing. */
  readonly asked?: string;
  /** The words after "not possible, ...". */
  readonly because: string;
}

/** What an attempt must do, in words, and the scenario that asks for it. */
export type AskedResult = Omit<MissedStep, 'atMs' | 'because'>;

/** The order with what was missed; what it has already is not added again. */
export const withMissedSteps = (order: Order, missed: readonly MissedStep[]): Order => {
  const known = [...(order.missedSteps ?? [])];
  for (const step of missed) if (!known.some((other) => isSame(step, other))) known.push(step);
  return known.length === (order.missedSteps?.length ?? 0) ? order : { ...order, missedSteps: known };
};

const isSame = (one: MissedStep, other: MissedStep): boolean =>
  one.scenario === other.scenario && one.asked === other.asked;

/** `Scenario captured asked for a capture: not possible, the order is not held.` */
export const missedStepText = ({ scenario, asked, because }: MissedStep): string => {
  const request = asked === undefined ? 'was asked for' : `asked for ${asked}`;
  return `Scenario ${scenario} ${request}: not possible, ${because}.`;
};

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
