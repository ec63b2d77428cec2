import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addDays,
  addMonths,
  addWorkingDays,
  addWorkingTime,
  CalendarUnknown,
  civilDateOf,
  daysBetween,
  deadlineAfterDays,
  deadlineAfterWorkingDays,
  fromMs,
  instantAt,
  isWorkingDay,
  nextSlot,
  parseCivilDate,
  parseDuration,
  reminderAt,
  toMs,
  weekday,
  workingDaysBetween,
} from '../../../domain/calendar/index.ts';

/** Weekday days off of 2026 and the working Sunday of 2025, as published. */
const holidays = {
  confirmedUntil: '2026-12-31',
  daysOff: [
    '2025-01-03',
    '2026-01-01',
    '2026-01-02',
    '2026-01-07',
    '2026-03-09',
    '2026-03-23',
    '2026-03-24',
    '2026-03-25',
    '2026-05-01',
    '2026-05-07',
    '2026-05-11',
    '2026-05-27',
    '2026-07-06',
    '2026-10-26',
    '2026-12-16',
  ],
  workingDays: ['2025-01-05'],
};
const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-01', n));

const calendar = suite('calendar');

calendar('14 working days before 31 March 2026 is 5 March, over Nauryz', () => {
  assert.is(addWorkingDays('2026-03-31', -14, holidays), '2026-03-05');
});
calendar('a moved working Sunday is worked, its day off is not', () => {
  assert.ok(isWorkingDay('2025-01-05', holidays));
  assert.not.ok(isWorkingDay('2025-01-03', holidays));
});
calendar('a date beyond the confirmed end is never guessed', () => {
  assert.throws(
    () => addWorkingDays('2026-12-30', 3, holidays),
    (error: unknown) => error instanceof CalendarUnknown && error.date === '2027-01-01',
  );
});
calendar('months are clamped to the end of the month', () => {
  assert.is(addMonths('2026-08-31', 6), '2027-02-28');
  assert.is(addMonths('2027-08-31', 6), '2028-02-29');
  assert.is(addMonths('2026-01-31', 1), '2026-02-28');
});
calendar('weekdays start with Monday', () => {
  assert.is(weekday('2026-11-23'), 1);
  assert.is(weekday('1969-12-28'), 7);
});
calendar('a deadline of days ends at 17:00 on the day after, moved on from a day off', () => {
  assert.is(deadlineAfterDays('2026-09-01T05:00:00Z', 7, holidays), '2026-09-09T12:00:00Z');
  // Day 8 is a Saturday: its deadline stands on Monday.
  assert.is(deadlineAfterDays('2026-09-04T05:00:00Z', 7, holidays), '2026-09-14T12:00:00Z');
  // Over Nauryz: 23 to 25 March are days off.
  assert.is(deadlineAfterDays('2026-03-20T05:00:00Z', 2, holidays), '2026-03-26T12:00:00Z');
});
calendar('a deadline of working days is never on a day off', () => {
  assert.is(deadlineAfterWorkingDays('2026-03-20T05:00:00Z', 1, holidays), '2026-03-27T12:00:00Z');
});
calendar('a reminder comes on the first working day at its time', () => {
  assert.is(reminderAt('2026-09-02T05:00:00Z', 3, holidays, '10:00'), '2026-09-07T05:00:00Z');
});
calendar('the slot of a person abroad is in their own morning', () => {
  assert.is(nextSlot('2026-09-01T04:00:00Z', '10:00', 300, holidays), '2026-09-01T05:00:00Z');
  assert.is(nextSlot('2026-09-01T05:00:00Z', '10:00', 300, holidays), '2026-09-02T05:00:00Z');
  assert.is(nextSlot('2026-09-04T05:00:00Z', '10:00', -300, holidays), '2026-09-04T15:00:00Z');
});
calendar('one business day from Friday 17:00 is Monday 17:00, its half Monday 12:30', () => {
  const hours = { from: '09:00', to: '18:00' };
  const friday = instantAt('2026-09-04', '17:00');
  assert.is(addWorkingTime(friday, 9 * 60, hours, holidays), instantAt('2026-09-07', '17:00'));
  assert.is(addWorkingTime(friday, 4.5 * 60, hours, holidays), instantAt('2026-09-07', '12:30'));
});
calendar('durations and dates are read strictly', () => {
  assert.is(parseDuration('P30D'), 30 * 86_400_000);
  assert.is(parseDuration('P1W'), 7 * 86_400_000);
  assert.is(parseDuration('PT2H'), 7_200_000);
  for (const bad of ['P', '30D', 'P1X', '']) assert.is(parseDuration(bad), undefined);
  assert.is(parseCivilDate('2026-02-30'), undefined);
  assert.is(parseCivilDate('2026-2-3'), undefined);
});
calendar('instants survive the way to milliseconds and back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4e9 }), (s) => assert.is(toMs(fromMs(s * 1000)), s * 1000)));
});
calendar('a civil date and a time name one instant of that day', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('00:00', '09:30', '23:59'), (date, time) =>
      assert.is(civilDateOf(instantAt(date, time)), date),
    ),
  );
});
calendar('working days counted there and back end where they began', () => {
  fc.assert(
    fc.property(
      day.filter((d) => d < '2026-08-01'),
      fc.integer({ min: 1, max: 30 }),
      (date, n) => {
        const start = workingDaysBetween(date, addDays(date, 10), holidays)[0] ?? date;
        assert.is(addWorkingDays(addWorkingDays(start, n, holidays), -n, holidays), start);
      },
    ),
  );
});
calendar('the days between two dates, both ends included, are the working ones', () => {
  fc.assert(
    fc.property(
      day.filter((d) => d < '2026-10-01'),
      fc.integer({ min: 0, max: 40 }),
      (from, n) => {
        const days = workingDaysBetween(from, addDays(from, n), holidays);
        const all = Array.from({ length: n + 1 }, (_, i) => addDays(from, i));
        assert.equal(
          days,
          all.filter((d) => isWorkingDay(d, holidays)),
        );
        assert.ok(daysBetween(from, addDays(from, n)) === n);
      },
    ),
  );
});
calendar.run();
