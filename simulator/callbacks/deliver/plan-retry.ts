import type { Callback } from '../../domain/callback.ts';
import type { Clock } from '../../runtime/clock.ts';

/** Plans the next look at the subject of a callback, by the merchant's clock; the earliest plan for a subject counts. */
export type PlanRetry = (callback: Callback) => void;

export const createRetryPlan = (
  clockOf: (login: string) => Clock,
  work: (subject: string) => Promise<void>,
): PlanRetry => {
  const plans = new WeakMap<Clock, Map<string, number>>();
  return ({ merchant, subject, dueMs }) => {
    const clock = clockOf(merchant);
    const planned = plans.get(clock) ?? new Map<string, number>();
    if ((planned.get(subject) ?? Number.POSITIVE_INFINITY) <= dueMs) return;
    plans.set(clock, planned.set(subject, dueMs));
    clock.after(dueMs - clock.now(), () => {
      if (planned.get(subject) === dueMs) planned.delete(subject);
      return work(subject);
    });
  };
};
