/** States of a task. Source: BPC REST documentation, recurring tasks. */
export type TaskState = 'CREATED' | 'ACTIVE' | 'FAILED' | 'COMPLETED' | 'TERMINATED' | 'EXPIRED';

/** When a task pays. Payment number n is due n - 1 periods after the start. */
export interface TaskSchedule {
  readonly sinceMs: number;
  readonly tillMs: number;
  /** How many units lie between two payments. */
  readonly value: number;
  readonly unit: TimeUnit;
}

/** Units with a fixed length, in milliseconds, and those of the calendar, in months. Shorter ones than seconds and endless ones are refused. */
const fixedUnits = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  HALFDAYS: 43_200_000,
  DAYS: 86_400_000,
  WEEKS: 604_800_000,
} as const;
const calendarUnits = { MONTHS: 1, YEARS: 12, DECADES: 120, CENTURIES: 1_200, MILLENNIA: 12_000 } as const;

export type TimeUnit = keyof typeof fixedUnits | keyof typeof calendarUnits;

export const isTimeUnit = (text: string): text is TimeUnit => text in fixedUnits || text in calendarUnits;

/** One payment that a task made or tried to make. */
export interface TaskAttempt {
  readonly id: string;
  readonly paymentNumber: number;
  readonly atMs: number;
  readonly isPaid: boolean;
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

/** After so many failures in a row a task is switched off. The documentation names no number: a guess. */
export const mostTaskFailures = 3;

/** When a payment is due. Months keep the day of the start, or take the last one where a month is shorter. */
export const paymentMoment = ({ sinceMs, value, unit }: TaskSchedule, number: number): number => {
  const periods = (number - 1) * value;
  return unit in fixedUnits
    ? sinceMs + periods * fixedUnits[unit as keyof typeof fixedUnits]
    : monthsLater(sinceMs, periods * calendarUnits[unit as keyof typeof calendarUnits]);
};

const monthsLater = (ms: number, months: number): number => {
  const start = new Date(ms);
  const moved = new Date(ms);
  moved.setUTCDate(1);
  moved.setUTCMonth(start.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return moved.getTime();
};

/** When a task pays next; undefined where it does not. */
export const nextPaymentMs = ({ state, schedule, nextNumber }: RecurringTask): number | undefined => {
  if (state !== 'CREATED' && state !== 'ACTIVE') return undefined;
  const dueMs = paymentMoment(schedule, nextNumber);
  return dueMs > schedule.tillMs ? undefined : dueMs;
};

/** The task after its next payment; what was missed while nobody looked is not made up for, which is a guess. */
export const afterAttempt = (task: RecurringTask, attempt: TaskAttempt): RecurringTask => {
  const failures = attempt.isPaid ? 0 : task.failures + 1;
  const tried: RecurringTask = {
    ...task,
    state: failures >= mostTaskFailures ? 'FAILED' : 'ACTIVE',
    failures,
    attempts: [...task.attempts, attempt],
    updatedAtMs: attempt.atMs,
  };
  return movedOn(tried, attempt.atMs);
};

/** The task with its next payment after a moment; completed where there is none. */
export const movedOn = (task: RecurringTask, nowMs: number): RecurringTask => {
  let nextNumber = task.nextNumber + 1;
  while (paymentMoment(task.schedule, nextNumber) <= nowMs) nextNumber++;
  while (task.skipped.includes(nextNumber)) nextNumber++;
  const isOver = paymentMoment(task.schedule, nextNumber) > task.schedule.tillMs;
  return { ...task, nextNumber, ...(isOver && task.state !== 'FAILED' && { state: 'COMPLETED' as const }) };
};
