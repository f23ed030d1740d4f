import test from 'ava';
import {
  hasPayment,
  nextPayment,
  paymentMoment,
  type TaskSchedule,
  timeUnitOf,
} from '../../../../simulator/domain/orders/task-schedule.ts';

const scheduleFrom = (change: Partial<TaskSchedule>): TaskSchedule => ({
  sinceMs: Date.UTC(2026, 0, 31),
  tillMs: Date.UTC(2200, 0, 1),
  utcOffsetMinutes: 0,
  value: 1,
  unit: 'MONTHS',
  ...change,
});

for (const [unit, value, expected] of [
  ['MONTHS', 1, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
  ['MONTHS', 5, ['2026-01-31', '2026-06-30', '2026-11-30', '2027-04-30']],
  ['YEARS', 1, ['2026-01-31', '2027-01-31', '2028-01-31', '2029-01-31']],
  ['DECADES', 2, ['2026-01-31', '2046-01-31', '2066-01-31', '2086-01-31']],
  ['WEEKS', 2, ['2026-01-31', '2026-02-14', '2026-02-28', '2026-03-14']],
  ['HALF_DAYS', 4, ['2026-01-31', '2026-02-02', '2026-02-04', '2026-02-06']],
] as const) {
  test(`counts every ${value} ${unit} from the start, at the end of a month too`, (t) => {
    const schedule = scheduleFrom({ value, unit });

    t.deepEqual(
      [1, 2, 3, 4].map((number) => new Date(paymentMoment(schedule, number)).toISOString().slice(0, 10)),
      [...expected],
    );
  });
}

test('a yearly payment of 29 February is due on the 28th in other years', (t) => {
  const schedule = scheduleFrom({ sinceMs: Date.UTC(2024, 1, 29, 12), unit: 'YEARS' });

  t.deepEqual(
    [1, 2, 5].map((number) => new Date(paymentMoment(schedule, number)).toISOString()),
    ['2024-02-29T12:00:00.000Z', '2025-02-28T12:00:00.000Z', '2028-02-29T12:00:00.000Z'],
  );
});

test('months end by the calendar of the shop, not by that of Greenwich', (t) => {
  const midnightInAlmaty = (month: number, date: number) => Date.UTC(2026, month, date) - 5 * 3_600_000;
  const schedule = scheduleFrom({ sinceMs: midnightInAlmaty(0, 31), utcOffsetMinutes: 300 });

  t.deepEqual(
    [1, 2, 3, 4].map((number) => paymentMoment(schedule, number)),
    [midnightInAlmaty(0, 31), midnightInAlmaty(1, 28), midnightInAlmaty(2, 31), midnightInAlmaty(3, 30)],
  );
});

test('every payment lies before the end', (t) => {
  const schedule = scheduleFrom({ tillMs: Date.UTC(2026, 2, 31) });

  t.true(hasPayment(schedule, 2));
  t.false(hasPayment(schedule, 3));
  t.false(hasPayment(scheduleFrom({ unit: 'MILLENNIA', value: 999_999 }), 2));
});

test('finds the next payment as counting would, and at once', (t) => {
  for (const unit of ['SECONDS', 'HALF_DAYS', 'WEEKS', 'MONTHS', 'YEARS'] as const) {
    const schedule = scheduleFrom({ unit, value: 3 });
    for (const number of [1, 2, 7, 24]) {
      const atMs = paymentMoment(schedule, number);
      t.is(nextPayment(schedule, { number: 1, afterMs: atMs - 1 }, []), number, `${unit} ${number}`);
      t.is(nextPayment(schedule, { number: 1, afterMs: atMs }, []), number + 1);
      t.is(nextPayment(schedule, { number: 1, afterMs: atMs }, [number + 1, number + 2]), number + 3);
      t.is(nextPayment(schedule, { number: number + 5, afterMs: atMs }, []), number + 5);
    }
  }
  const seconds = scheduleFrom({ sinceMs: 0, unit: 'SECONDS' });
  t.is(nextPayment(seconds, { number: 2, afterMs: Date.UTC(2026, 0, 1) }, []), Date.UTC(2026, 0, 1) / 1000 + 2);
  t.is(nextPayment(scheduleFrom({ tillMs: Date.UTC(2026, 1, 1) }), { number: 2, afterMs: 0 }, []), undefined);
});

test('knows the units in both forms of their names, and none that no card can follow', (t) => {
  for (const name of ['DAYS', 'Days', 'days']) t.is(timeUnitOf(name), 'DAYS');
  for (const name of ['HalfDays', 'HALF_DAYS']) t.is(timeUnitOf(name), 'HALF_DAYS');
  for (const name of ['Nanos', 'Micros', 'Millis', 'Eras', 'Forever', 'toString', ''])
    t.is(timeUnitOf(name), undefined);
});
