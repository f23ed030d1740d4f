/** Units with a fixed length, in milliseconds. Shorter units and FOREVER are refused. */
const fixedUnits = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  HALF_DAYS: 43_200_000,
  DAYS: 86_400_000,
  WEEKS: 604_800_000,
} as const;

/** Units of the calendar, in months. */
const calendarUnits = { MONTHS: 1, YEARS: 12, DECADES: 120, CENTURIES: 1_200, MILLENNIA: 12_000 } as const;

export type TimeUnit = keyof typeof fixedUnits | keyof typeof calendarUnits;

export const timeUnits = Object.keys({ ...fixedUnits, ...calendarUnits }) as readonly TimeUnit[];

/** Payment number n is due n - 1 periods after the start. */
export interface TaskSchedule {
  readonly sinceMs: number;
  /** Every payment is before this. Source: BPC REST documentation, scheduledTill. */
  readonly tillMs: number;
  /** The shop's time zone, in minutes east of UTC: its months end there. */
  readonly utcOffsetMinutes: number;
  /** The number of units between two payments. */
  readonly value: number;
  readonly unit: TimeUnit;
}

const isFixed = (unit: string): unit is keyof typeof fixedUnits => Object.hasOwn(fixedUnits, unit);

/** Reads a unit in either form of Java's ChronoUnit: `DAYS` as in the sample, `Days` or `HalfDays` as in the table. */
export const timeUnitOf = (text: string): TimeUnit | undefined => {
  const name = text.toUpperCase().replace(/^HALFDAYS$/, 'HALF_DAYS');
  return isFixed(name) || Object.hasOwn(calendarUnits, name) ? (name as TimeUnit) : undefined;
};

/** When a payment is due: on the day of the month of the start, or the last day of a shorter month. NaN after the end of the calendar. */
export const paymentMoment = (schedule: TaskSchedule, number: number): number => {
  const { sinceMs, utcOffsetMinutes, value, unit } = schedule;
  const periods = (number - 1) * value;
  return isFixed(unit)
    ? sinceMs + periods * fixedUnits[unit]
    : monthsLater(sinceMs, periods * calendarUnits[unit], utcOffsetMinutes * 60_000);
};

const monthsLater = (ms: number, months: number, offsetMs: number): number => {
  const start = new Date(ms + offsetMs);
  const moved = new Date(start);
  moved.setUTCDate(1);
  moved.setUTCMonth(start.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return moved.getTime() - offsetMs;
};

export const hasPayment = (schedule: TaskSchedule, number: number): boolean =>
  paymentMoment(schedule, number) < schedule.tillMs;

/** The number of the last payment that is due by a moment; 0 if none is. */
export const lastPaymentUntil = (schedule: TaskSchedule, ms: number): number => {
  const isDue = (number: number): boolean => hasPayment(schedule, number) && paymentMoment(schedule, number) <= ms;
  let due = 0;
  let next = 1;
  while (isDue(next)) {
    due = next;
    next *= 2;
  }
  while (next - due > 1) {
    const middle = Math.floor((due + next) / 2);
    if (isDue(middle)) due = middle;
    else next = middle;
  }
  return due;
};

/** The first payment from this number on and after this time that is not skipped; undefined if the schedule is over. */
export const nextPayment = (
  schedule: TaskSchedule,
  from: { readonly number: number; readonly afterMs: number },
  skipped: readonly number[],
): number | undefined => {
  const isSkipped = new Set(skipped);
  const passed = Math.floor((from.afterMs - schedule.sinceMs) / longestPeriodMs(schedule));
  for (let number = Math.max(from.number, passed); hasPayment(schedule, number); number++) {
    if (paymentMoment(schedule, number) > from.afterMs && !isSkipped.has(number)) return number;
  }
  return undefined;
};

const longestPeriodMs = ({ value, unit }: TaskSchedule): number =>
  value * (isFixed(unit) ? fixedUnits[unit] : calendarUnits[unit] * 31 * fixedUnits.DAYS);
