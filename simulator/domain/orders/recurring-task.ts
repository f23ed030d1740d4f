import type { Language } from './order.ts';
import { hasPayment, lastPaymentUntil, nextPayment, paymentMoment, type TaskSchedule } from './task-schedule.ts';

/** States of a task. Source: BPC REST documentation, recurring tasks. */
export const taskStates = ['CREATED', 'ACTIVE', 'FAILED', 'COMPLETED', 'TERMINATED', 'EXPIRED'] as const;

export type TaskState = (typeof taskStates)[number];

/** One payment of a task, or a try of one. */
export interface TaskAttempt {
  readonly id: string;
  readonly paymentNumber: number;
  readonly dueMs: number;
  readonly atMs: number;
  readonly isPaid: boolean;
  /** Absent if the stored card was not charged. */
  readonly orderId?: string;
  readonly orderNumber?: string;
}

/** A stored card that is charged by a schedule. Never changed in place. */
export interface RecurringTask {
  readonly id: string;
  readonly version: number;
  readonly merchant: string;
  /** The merchant's own id of the task, unique for it. */
  readonly merchantTaskId: string;
  readonly state: TaskState;
  readonly bindingId: string;
  readonly clientId: string;
  readonly amountMinor: number;
  /** ISO 4217 numeric. */
  readonly currency: string;
  readonly language: Language;
  readonly merchantIp: string;
  readonly schedule: TaskSchedule;
  /** As the merchant wrote them. */
  readonly scheduledSince: string;
  readonly scheduledTill: string;
  readonly params: Readonly<Record<string, string>>;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** The next payment, counted from 1. */
  readonly nextNumber: number;
  readonly skipped: readonly number[];
  /** Payments that failed since the last good one. */
  readonly failures: number;
  readonly attempts: readonly TaskAttempt[];
}

/** Failures in a row after which a task is switched off; a guess, as the documentation has no number. */
const mostTaskFailures = 3;

/** The number of attempts that a task remembers, the newest; a guess, as the documentation has no number. */
const mostAttempts = 1_000;

/** Undefined if the task makes no more payments. */
export const nextPaymentMs = ({ state, schedule, nextNumber }: RecurringTask): number | undefined => {
  const isLive = state === 'CREATED' || state === 'ACTIVE';
  return isLive && hasPayment(schedule, nextNumber) ? paymentMoment(schedule, nextNumber) : undefined;
};

/** The number of payments that a task will try while its clock goes from one moment to another, if none fails. */
export const paymentsBetween = (task: RecurringTask, fromMs: number, toMs: number): number => {
  const firstMs = nextPaymentMs(task);
  if (firstMs === undefined || firstMs > toMs) return 0;
  const { schedule, nextNumber, skipped } = task;
  const missed = firstMs > fromMs ? nextNumber - 1 : lastPaymentUntil(schedule, fromMs);
  const last = lastPaymentUntil(schedule, toMs);
  const left = [...new Set(skipped)].filter((number) => number > missed && number <= last).length;
  return last - missed - left + (firstMs > fromMs ? 0 : 1);
};

/** The task after its next payment; payments missed before are not made up for, which is a guess. */
export const afterAttempt = (task: RecurringTask, attempt: TaskAttempt): RecurringTask => {
  const failures = attempt.isPaid ? 0 : task.failures + 1;
  const tried: RecurringTask = {
    ...task,
    state: failures >= mostTaskFailures ? 'FAILED' : 'ACTIVE',
    failures,
    attempts: [...task.attempts.slice(1 - mostAttempts), attempt],
    updatedAtMs: attempt.atMs,
  };
  return movedOn(tried, attempt.atMs);
};

/** The task with its next payment after a moment; completed if there is none. */
export const movedOn = (task: RecurringTask, nowMs: number): RecurringTask => {
  const from = { number: task.nextNumber + 1, afterMs: nowMs };
  const nextNumber = nextPayment(task.schedule, from, task.skipped);
  if (nextNumber !== undefined) return { ...task, nextNumber };
  return { ...task, nextNumber: from.number, ...(task.state !== 'FAILED' && { state: 'COMPLETED' }) };
};
