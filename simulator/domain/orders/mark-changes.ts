import type { Attempt, Order } from './order.ts';
import type { MarkKind, OrderMark } from './order-mark.ts';
import { isClosedBy } from './pay.ts';

/** `byTime`: the order's time ran out. */
export interface Happening {
  readonly atMs: number;
  readonly byTime: boolean;
}

/** The changed order with marks for the events that no other field keeps. */
export const withMarks = (before: Order, after: Order, happening: Happening): Order => {
  const marks = marksOf(before, after, happening);
  return marks.length === 0 ? after : { ...after, marks: [...(before.marks ?? []), ...marks] };
};

const marksOf = (before: Order, after: Order, { atMs, byTime }: Happening): readonly OrderMark[] => {
  const marks: OrderMark[] = [];
  if (isClosedBy(before, after) && (byTime || !isConcluded(before, after)))
    marks.push({ atMs, what: byTime ? 'expired' : 'closed' });
  else if (after.attempts !== before.attempts) marks.push(...attemptMarks(before, after, atMs));
  if (after.depositedMinor > before.depositedMinor && before.approvedMinor > 0)
    marks.push({ atMs, what: 'captured', amountMinor: after.depositedMinor - before.depositedMinor });
  if (after.isChargedBack && !before.isChargedBack) marks.push({ atMs, what: 'charged-back' });
  return marks;
};

const isConcluded = (before: Order, after: Order): boolean =>
  after.attempts !== before.attempts && after.attempts.at(-1)?.actionCode !== undefined;

const attemptMarks = (before: Order, after: Order, atMs: number): readonly OrderMark[] => {
  const attempt = after.attempts.at(-1);
  if (!attempt) return [];
  const earlier = before.attempts.find(({ number }) => number === attempt.number);
  return whatChanged(earlier, attempt).map((what) => ({ atMs, what, attempt: attempt.number }));
};

const whatChanged = (
  earlier: Attempt | undefined,
  { threeDs, actionCode, authorisation }: Attempt,
): readonly MarkKind[] => {
  const stage = earlier?.threeDs?.stage;
  const marks: MarkKind[] = [];
  if (threeDs?.stage === 'at-acs' && stage !== 'at-acs') marks.push('challenge-started');
  if ((threeDs?.resentAtMs?.length ?? 0) > (earlier?.threeDs?.resentAtMs?.length ?? 0)) marks.push('code-resent');
  if (threeDs && threeDs.wrongCodes > (earlier?.threeDs?.wrongCodes ?? 0)) marks.push('code-wrong');
  if (threeDs?.stage === 'answered' && stage !== 'answered') marks.push('challenge-answered');
  if (actionCode !== undefined && earlier?.actionCode === undefined && !authorisation) marks.push('attempt-failed');
  return marks;
};
