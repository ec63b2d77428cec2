import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { weekday } from '../../../domain/calendar/index.ts';
import { type Alumnus, chooseAudience, mailbox, readYears, scopeOf } from '../../../domain/mailing/audience.ts';
import { isOverloaded, mondayOf, overlapOn, type Planned, suggestedDay } from '../../../domain/mailing/fatigue.ts';

const s = suite('audience and fatigue');
const alumnus = (n: number, rest: Partial<Alumnus> = {}): Alumnus => ({
  id: `AL-${n}`,
  email: `a${n}@example.com`,
  school: 'SEDS',
  degree: "Bachelor's",
  year: 2020,
  ...rest,
});
const NOBODY: ReadonlySet<string> = new Set();
const all = { schools: [], degrees: [], years: [] };

s('schools, degrees and years choose; an empty wish asks for everybody', () => {
  const alumni = [
    alumnus(1),
    alumnus(2, { school: 'SSH' }),
    alumnus(3, { year: 2019 }),
    alumnus(4, { degree: 'PhD', year: undefined }),
  ];
  const ids = (wish: Partial<typeof all> & { list?: string[] }) =>
    chooseAudience(alumni, { ...all, ...wish }, NOBODY, NOBODY).recipients.map(({ id }) => id);
  assert.equal(ids({}), ['AL-1', 'AL-2', 'AL-3', 'AL-4']);
  assert.equal(ids({ schools: ['SEDS'], years: [2020] } as never), ['AL-1']);
  assert.equal(ids({ degrees: ['PhD'] } as never), ['AL-4']);
  assert.equal(ids({ list: ['al-3', 'A2@Example.com'] }), ['AL-3', 'AL-2']);
});

s('duplicates, unsubscribed, bounced, without address and unknown are left out and counted', () => {
  const alumni = [
    alumnus(1, { email: ' A@x.kz ' }),
    alumnus(2, { email: 'a@X.KZ' }),
    alumnus(3),
    alumnus(4),
    alumnus(5, { email: '' }),
    alumnus(6),
  ];
  const { recipients, leftOut, asked } = chooseAudience(
    alumni,
    all,
    new Set(['a3@example.com']),
    new Set(['a4@example.com']),
  );
  assert.equal([recipients.map(({ id }) => id), asked], [['AL-1', 'AL-6'], 6]);
  assert.equal(leftOut, { duplicate: 1, unsubscribed: 1, bounced: 1, 'no address': 1, unknown: 0 });
  const listed = chooseAudience(alumni, { ...all, list: ['AL-6', 'AL-6', 'nobody@x.kz'] }, NOBODY, NOBODY);
  assert.equal([listed.recipients.length, listed.leftOut.duplicate, listed.leftOut.unknown], [1, 1, 1]);
});

s('whoever is asked for is a recipient once or counted once (property)', () => {
  const person = fc.record({ n: fc.nat(30), school: fc.constantFrom('SEDS', 'SSH'), blank: fc.boolean() });
  const boxes = fc.array(fc.nat(30)).map((ns) => new Set(ns.map((n) => `a${n}@example.com`)));
  fc.assert(
    fc.property(fc.array(person), boxes, boxes, (people, unsubscribed, bounced) => {
      const alumni = people.map(({ n, school, blank }, i) =>
        alumnus(n, { id: `AL-${i}`, school, ...(blank ? { email: '' } : {}) }),
      );
      const { recipients, asked, leftOut } = chooseAudience(alumni, all, unsubscribed, bounced);
      assert.is(recipients.length + Object.values(leftOut).reduce((a, b) => a + b, 0), asked);
      const reached = recipients.map(({ email }) => mailbox(email));
      assert.is(new Set(reached).size, reached.length);
      assert.ok(reached.every((box) => box !== '' && !unsubscribed.has(box) && !bounced.has(box)));
    }),
  );
});

s('own list or broad is decided by the recipients, the data submitted and the direction', () => {
  const own = [alumnus(1), alumnus(2)];
  const data = { dataSubmitted: true, alwaysBroad: false };
  assert.equal(scopeOf('SEDS', own, data), { kind: 'own', beyond: 0, why: 'own alumni' });
  assert.equal(scopeOf('SEDS', [...own, alumnus(3, { school: 'SSH' })], data), {
    kind: 'broad',
    beyond: 1,
    why: 'other recipients',
  });
  assert.is(scopeOf('SEDS', own, { ...data, dataSubmitted: false }).why, 'no contact data');
  assert.is(scopeOf('SEDS', own, { ...data, alwaysBroad: true }).why, 'always approved');
  assert.equal(scopeOf('Center', own, data), { kind: 'broad', beyond: 2, why: 'by the Center' });
});

s('years are read as they are typed', () => {
  assert.equal(readYears('2019, 2021-2023; 2019'), [2019, 2021, 2022, 2023]);
  assert.equal(readYears(''), []);
  for (const bad of ['20', '2023-2021', 'last year', '2019-']) assert.is(readYears(bad), undefined, bad);
});

const planned = (id: string, day: string, people: readonly string[], unit = 'SSH'): Planned => ({
  id,
  unit,
  day,
  recipients: new Set(people),
});

s('overlap says who gets how many that week, from whom; the cap itself is not over it', () => {
  const audience = ['a', 'b', 'c', 'd'];
  const week = [
    planned('ML-1', '2026-09-07', ['a', 'b', 'x']),
    planned('ML-2', '2026-09-13', ['a'], 'GSB'),
    planned('ML-3', '2026-09-14', audience),
    planned('ML-0', '2026-09-09', audience),
  ];
  const overlap = overlapOn('2026-09-09', 'ML-0', audience, week, 2);
  assert.equal(overlap.others, [
    { id: 'ML-1', unit: 'SSH', day: '2026-09-07', shared: 2 },
    { id: 'ML-2', unit: 'GSB', day: '2026-09-13', shared: 1 },
  ]);
  assert.equal(
    [overlap.week, overlap.over, overlap.share, overlap.counts],
    [
      '2026-09-07',
      1,
      0.25,
      [
        [1, 2],
        [2, 1],
        [3, 1],
      ],
    ],
  );
  assert.ok(isOverloaded(overlap, 24));
  assert.not.ok(isOverloaded(overlap, 25));
  assert.not.ok(isOverloaded(overlapOn('2026-09-09', 'x', [], week, 1), 0), 'an empty audience is no burden');
});

s('the suggested day burdens fewest, the earliest of equals', () => {
  const audience = ['a', 'b'];
  const week = [planned('ML-1', '2026-09-07', ['a', 'b']), planned('ML-2', '2026-09-15', ['a'])];
  const days = ['2026-09-10', '2026-09-11', '2026-09-14', '2026-09-21', '2026-09-22'];
  assert.is(suggestedDay(days, 'x', audience, week, 1), '2026-09-21');
  assert.is(suggestedDay(days, 'x', audience, week, 2), '2026-09-10');
  assert.is(suggestedDay([], 'x', audience, week, 1), undefined);
});

s('overlap is what counting one by one gives (property)', () => {
  const people = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      people,
      fc.array(fc.tuple(day, people), { maxLength: 6 }),
      day,
      fc.integer({ min: 1, max: 3 }),
      (audience, others, on, cap) => {
        const rows = others.map(([when, who], i) => planned(`ML-${i}`, when, who));
        let over = 0;
        for (const person of audience) {
          let mails = 1;
          for (const row of rows)
            if (mondayOf(row.day) === mondayOf(on) && [...row.recipients].includes(person)) mails++;
          if (mails > cap) over++;
        }
        assert.is(overlapOn(on, 'me', audience, rows, cap).over, over);
        assert.is(weekday(mondayOf(on)), 1);
      },
    ),
  );
});

s.run();
