import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addDays,
  CalendarUnknown,
  civilDateOf,
  fromMs,
  type Holidays,
  instantAt,
  KAZAKHSTAN,
  toMs,
  weekday,
} from '../../../domain/calendar/index.ts';
import {
  clockOf,
  clockRules,
  isKept,
  type Spans,
  startSpan,
  stopSpan,
  timeLeft,
} from '../../../domain/mailing/clock.ts';
import {
  freeDays,
  isSendingDay,
  placeInWindow,
  sendDay,
  sendingWindow,
  windowOf,
} from '../../../domain/mailing/window.ts';
import { DEFAULT_SETTINGS as SETTINGS } from '../../../domain/program/index.ts';
import { HOLIDAYS } from './samples.ts';

const s = suite('window and clock of a mailing');

/** A year with a worked Saturday and a moved Friday in the middle of April. */
const MOVED: Holidays = {
  confirmedUntil: '2026-12-31',
  daysOff: ['2026-04-13', '2026-04-17'],
  workingDays: ['2026-04-18'],
};

s('S at D−14 and D−5 lies inside, at D−15 and D−4 outside, with a holiday and a worked Saturday between', () => {
  // Working days before Thursday 30 April, one by one: 29 28 27 24 23 · 22 21 20 18 16 15 14 10 9 · 8
  const window = sendingWindow('2026-04-30', SETTINGS, MOVED);
  assert.equal(window, {
    earliest: '2026-04-09',
    latest: '2026-04-23',
    handInBy: '2026-04-20',
    handInLast: '2026-04-22',
  });
  assert.equal(
    ['2026-04-08', '2026-04-09', '2026-04-18', '2026-04-23', '2026-04-24'].map((day) => placeInWindow(day, window)),
    ['early', 'inside', 'inside', 'inside', 'late'],
  );
  assert.ok(isSendingDay('2026-04-18', window, MOVED));
  assert.not.ok(isSendingDay('2026-04-17', window, MOVED));
});

s('the free days of a window are its working days from today on', () => {
  const window = sendingWindow('2026-04-30', SETTINGS, MOVED);
  assert.equal(freeDays(window, '2026-04-15', MOVED), [
    '2026-04-15',
    '2026-04-16',
    '2026-04-18',
    '2026-04-20',
    '2026-04-21',
    '2026-04-22',
    '2026-04-23',
  ]);
  assert.equal(freeDays(window, '2026-04-01', MOVED)[0], '2026-04-09');
  assert.equal(freeDays(window, '2026-04-24', MOVED), []);
});

s('a mailing without a day, a digest and a board decision have no window', () => {
  assert.is(windowOf('vacancy', '', SETTINGS, HOLIDAYS), null);
  for (const direction of ['digest', 'board-decision', 'center'] as const)
    assert.is(windowOf(direction, '2026-03-31', SETTINGS, HOLIDAYS), null);
  assert.is(windowOf('event', '2026-03-31', SETTINGS, HOLIDAYS)?.earliest, '2026-03-05');
});

s('the send day is the wished one, else the next there is, and none when the window has passed', () => {
  const window = sendingWindow('2026-04-30', SETTINGS, MOVED);
  assert.is(sendDay('2026-04-01', '', window, MOVED), '2026-04-09');
  assert.is(sendDay('2026-04-14', '2026-04-16', window, MOVED), '2026-04-16');
  assert.is(sendDay('2026-04-14', '2026-04-17', window, MOVED), '2026-04-18', 'a day off moves on');
  assert.is(sendDay('2026-04-14', '2026-04-30', window, MOVED), '2026-04-23', 'too late a wish is the last day');
  assert.is(sendDay('2026-04-14', '2026-04-01', window, MOVED), '2026-04-14');
  assert.is(sendDay('2026-04-24', '', window, MOVED), undefined);
  assert.is(sendDay('2026-04-17', '', null, MOVED), '2026-04-18');
});

/** Every working day there is, written out: Monday to Friday less days off, plus what is worked. */
const allWorking = (from: string, to: string, { daysOff, workingDays }: Holidays): string[] => {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const date = new Date(at);
    const name = date.toISOString().slice(0, 10);
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (isWeekend ? workingDays.includes(name) : !daysOff.includes(name)) days.push(name);
  }
  return days;
};

s('the window is what counting on fingers gives (property)', () => {
  const working = allWorking('2025-01-01', '2027-12-31', HOLIDAYS);
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 1090 }), (n) => {
      const day = addDays('2025-01-01', n);
      const before = working.filter((one) => one < day).reverse();
      assert.equal(sendingWindow(day, SETTINGS, HOLIDAYS), {
        earliest: before[13],
        latest: before[4],
        handInBy: before[7],
        handInLast: before[5],
      });
    }),
    { numRuns: 300 },
  );
});

s('beyond the confirmed calendar nothing is guessed', () => {
  assert.throws(
    () => sendingWindow('2028-01-10', SETTINGS, HOLIDAYS),
    (error: unknown) => error instanceof CalendarUnknown,
  );
  assert.is(sendingWindow('2028-01-01', SETTINGS, HOLIDAYS).latest, '2027-12-27', 'all days needed are known');
});

const RULES = clockRules(SETTINGS);
const at = instantAt;
const clock = (spans: Spans, holidays = HOLIDAYS) => clockOf(spans, RULES, holidays);

s('handed in on Friday 17:00: half on Monday 12:30, due on Monday 17:00', () => {
  assert.equal(clock([{ from: at('2026-09-04', '17:00') }]), {
    opened: at('2026-09-04', '17:00'),
    half: at('2026-09-07', '12:30'),
    due: at('2026-09-07', '17:00'),
  });
});

s('received Friday 17:59 is due Monday 17:59; at 18:01 it opens Monday 09:00 and is due Tuesday 09:00', () => {
  assert.is(clock([{ from: at('2026-09-04', '17:59') }])?.due, at('2026-09-07', '17:59'));
  for (const time of ['18:00', '18:01'])
    assert.equal(clock([{ from: at('2026-09-04', time) }]), {
      opened: at('2026-09-07', '09:00'),
      half: at('2026-09-07', '13:30'),
      due: at('2026-09-08', '09:00'),
    });
  assert.is(clock([{ from: at('2026-03-20', '15:00') }])?.due, at('2026-03-26', '15:00'), 'over Nauryz');
});

s('the clock stands while the initiator fixes, and goes on with what is left; both spans are kept', () => {
  let spans = startSpan([], at('2026-09-07', '10:00'));
  assert.equal(startSpan(spans, at('2026-09-07', '10:30')), spans, 'it runs already');
  spans = stopSpan(spans, at('2026-09-07', '16:00'));
  assert.is(clock(spans), null);
  assert.equal(stopSpan(spans, at('2026-09-07', '17:00')), spans, 'it stands already');
  spans = startSpan(spans, at('2026-09-10', '11:00'));
  assert.equal(
    spans.map(({ from, to }) => [from, to]),
    [
      [at('2026-09-07', '10:00'), at('2026-09-07', '16:00')],
      [at('2026-09-10', '11:00'), undefined],
    ],
  );
  assert.equal(clock(spans), {
    opened: at('2026-09-10', '11:00'),
    half: at('2026-09-10', '11:00'),
    due: at('2026-09-10', '14:00'),
  });
  assert.ok(isKept(stopSpan(spans, at('2026-09-10', '14:00')), at('2026-09-30', '09:00'), RULES, HOLIDAYS));
  assert.not.ok(isKept(stopSpan(spans, at('2026-09-10', '14:01')), at('2026-09-30', '09:00'), RULES, HOLIDAYS));
});

/** Minute by minute, as somebody with a watch would: the working minutes from one instant to another. */
function minutesSlowly(from: string, to: string, working: ReadonlySet<string>): number {
  let n = 0;
  for (let ms = toMs(from); ms < toMs(to); ms += 60_000) {
    const day = civilDateOf(fromMs(ms));
    if (working.has(day) && ms >= toMs(at(day, '09:00')) && ms < toMs(at(day, '18:00'))) n++;
  }
  return n;
}

s('the clock is what a watch gives (property)', () => {
  const working = new Set(allWorking('2026-03-01', '2026-06-30', HOLIDAYS));
  const minute = (n: number) => fromMs(toMs('2026-03-02T00:00:00Z') + n * 60_000);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 90_000 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 3000 }),
      (start, length, gap) => {
        const first = { from: minute(start), to: minute(start + length) };
        const again = minute(start + length + gap);
        const used = minutesSlowly(first.from, first.to, working);
        assert.is(timeLeft([first], again, RULES, HOLIDAYS), (540 - used) * 60_000);
        const now = clock([first, { from: again }]);
        if (!now) throw new Error('the clock runs');
        assert.is(now.half <= now.due, true);
        if (used >= 540) return assert.is(now.due, now.opened);
        assert.is(minutesSlowly(again, now.due, working), 540 - used);
        assert.is(minutesSlowly(again, now.half, working), Math.max(270 - used, 0));
        const time = (toMs(now.due) + 5 * 3_600_000) % 86_400_000;
        assert.ok(time < 18 * 3_600_000 && time >= 9 * 3_600_000, 'due while somebody works, never at closing time');
      },
    ),
    { numRuns: 60 },
  );
});

/** Weekdays off and weekend days worked as published, for a five-day week. */
const PUBLISHED: Readonly<Record<string, { readonly off: string; readonly worked: readonly string[] }>> = {
  2025: {
    off: '01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16',
    worked: ['2025-01-05'],
  },
  2026: { off: '01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16', worked: [] },
};

s('0 differences to the official calendars of 2025 and 2026', () => {
  for (const [year, { off, worked }] of Object.entries(PUBLISHED)) {
    const rows = KAZAKHSTAN.filter(({ date }) => date.startsWith(year));
    const official = {
      confirmedUntil: `${year}-12-31`,
      daysOff: off.split(' ').map((day) => `${year}-${day}`),
      workingDays: worked,
    };
    assert.equal(
      allWorking(`${year}-01-01`, `${year}-12-31`, HOLIDAYS),
      allWorking(`${year}-01-01`, `${year}-12-31`, official),
      year,
    );
    assert.ok(
      rows.every(({ source }) => source !== ''),
      'each row says where it was announced',
    );
  }
});

s('the law gives the same days: a holiday on a weekend moves on, Christmas and Kurban Ait do not', () => {
  const stays: Readonly<Record<string, readonly string[]>> = {
    2025: ['01-07', '06-06'],
    2026: ['01-07', '05-27'],
    2027: ['01-07', '05-16'],
  };
  const more: Readonly<Record<string, readonly string[]>> = { 2025: ['08-30'], 2027: ['03-15'] };
  const every = [
    '01-01',
    '01-02',
    '03-08',
    '03-21',
    '03-22',
    '03-23',
    '05-01',
    '05-07',
    '05-09',
    '07-06',
    '10-25',
    '12-16',
  ];
  for (const year of ['2025', '2026', '2027']) {
    const isWeekend = (date: string) => weekday(date) > 5;
    const dates = [...every, ...(more[year] ?? [])].map((day) => `${year}-${day}`).sort();
    const off = new Set(
      [...dates, ...(stays[year] ?? []).map((day) => `${year}-${day}`)].filter((date) => !isWeekend(date)),
    );
    for (const date of dates.filter(isWeekend)) {
      let to = addDays(date, 1);
      while (isWeekend(to) || off.has(to)) to = addDays(to, 1);
      off.add(to);
    }
    const byDecree = KAZAKHSTAN.filter(({ source }) => source === 'Government decree').map(({ date }) => date);
    assert.equal(
      KAZAKHSTAN.filter(
        ({ date, kind }) => kind === 'Day off' && date.startsWith(year) && !byDecree.includes(date),
      ).map(({ date }) => date),
      [...off].sort(),
      year,
    );
  }
});

s.run();
