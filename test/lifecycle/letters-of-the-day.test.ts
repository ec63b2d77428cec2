import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, linkIn, type Programme, startProgramme } from '../support/programme.ts';
import {
  ALUMNI,
  apply,
  cameTo,
  countOf,
  eligible,
  labels,
  lastLetter,
  mentee,
  mentor,
  press,
  rowBy,
  subjects,
  to,
} from './people.ts';

const s = suite('letters of the day');
let p: Programme;
const MERGED = /a few things/i;
const email = (name: string) => `${name.toLowerCase()}.student@nu.edu.kz`;
const student = (name: string) => rowBy(p.people, 'mentees', email(name));

s.before(async () => {
  p = await startProgramme();
});
s.after(() => p.close());

s('sends receipts and booking letters at once, and the rest at ten of the person’s own morning', async () => {
  const { people } = p;
  await apply(people, 'mentee', mentee('Almaty Student'));
  await apply(people, 'mentee', mentee('Boston Student', { timeZone: 'UTC-5' }));
  await apply(people, 'mentee', mentee('Tokyo Student', { timeZone: 'UTC+9' }));
  for (const name of ['Almaty', 'Boston', 'Tokyo'])
    assert.equal(await subjects(people, email(name)), ['We have your application']);
  const arrives = async (name: string) => (await countOf(people, email(name), /choose your training/i)) > 0;
  await to(people, '2026-09-01', '09:59');
  assert.is(await arrives('Almaty'), false);
  await to(people, '2026-09-01', '10:00');
  assert.is(await arrives('Almaty'), true);
  await to(people, '2026-09-01', '19:59');
  assert.is(await arrives('Boston'), false);
  // Ten in the morning five hours west of Greenwich is eight in the evening in Almaty.
  await to(people, '2026-09-01', '20:00');
  assert.is(await arrives('Boston'), true);
  // Nine in the morning in Almaty was past ten in Tokyo: the next morning, at six in Almaty.
  await to(people, '2026-09-02', '05:59');
  assert.is(await arrives('Tokyo'), false);
  await to(people, '2026-09-02', '06:00');
  assert.is(await arrives('Tokyo'), true);
});

s('tells times of day in the person’s own time zone', async () => {
  const { people } = p;
  const boston = await letterTo(people, email('Boston'), /choose your training/i);
  assert.match(boston.text, /8 September 2026 at 07:00/);
  const almaty = await letterTo(people, email('Almaty'), /choose your training/i);
  assert.match(almaty.text, /8 September 2026 at 17:00/);
});

s('sends nothing of the day at a weekend, by the person’s own calendar day', async () => {
  const { people } = p;
  await to(people, '2026-09-04', '21:00');
  await apply(people, 'mentee', mentee('Friday Student', { timeZone: 'UTC-5' }));
  const since = await lastLetter(people);
  await to(people, '2026-09-07', '19:59');
  assert.equal(await subjects(people, email('Friday'), since), []);
  await to(people, '2026-09-07', '20:00');
  assert.equal(await subjects(people, email('Friday'), since), ['Choose your training session']);
});

s('merges several subjects of one morning into one letter, nearest date first, each with its button', async () => {
  const { people } = p;
  await eligible(people, 'mentor', mentor(ALUMNI[0]));
  // Applications close on 15 September; the round opens on the 16th, when the one who came late becomes eligible as well.
  await to(people, '2026-09-15', '12:00');
  await cameTo(people, (await student('Almaty')).id ?? '');
  const since = await lastLetter(people);
  await to(people, '2026-09-16', '10:00');
  const letters = await people.letters(email('Almaty'), since);
  assert.is(letters.length, 1, letters.map((letter) => letter.subject).join(' | '));
  const [letter] = letters;
  assert.ok(letter && MERGED.test(letter.subject));
  const text = letter?.text ?? '';
  assert.ok(text.indexOf('The choice round is open until') < text.indexOf('Your training counts until'), text);
  assert.ok(text.includes('The choice round is open until'));
  assert.ok(letter && labels(letter).includes('Open the catalogue'));
  assert.ok(letter && labels(letter).includes('I have changed my mind'));
  const log = (await people.rows('mailLog')).filter(
    (row) => row.to === email('Almaty') || row.about?.startsWith('ME-'),
  );
  for (const key of ['choose', 'eligible-mentee'])
    assert.ok(
      log.some((row) => row.letter === key && row.status === 'sent'),
      `no row for ${key}`,
    );
});

s('lets the buttons of a merged letter work like those of a single one', async () => {
  const { people } = p;
  const link = linkIn(await letterTo(people, email('Almaty'), MERGED), /open the catalogue/i);
  const mentorId = (await rowBy(people, 'mentors', 'aigerim.sadykova@alumni.example')).id ?? '';
  assert.is((await people.press(link, { first: mentorId })).status, 200);
  await people.settle();
  assert.is((await student('Almaty')).choices, mentorId);
});

s('asks nothing that was answered between the gathering and the letter', async () => {
  const { people } = p;
  await cameTo(people, (await student('Boston')).id ?? '');
  await to(people, '2026-09-17', '10:05');
  const since = await lastLetter(people);
  // The reminder of day 3, a Saturday, is gathered on Monday at nine; Boston would get it at eight in the evening.
  await to(people, '2026-09-21', '12:00');
  const link = linkIn(
    await letterTo(people, email('Boston'), /choose your mentors|a few things/i),
    /open the catalogue/i,
  );
  const mentorId = (await rowBy(people, 'mentors', 'aigerim.sadykova@alumni.example')).id ?? '';
  assert.is((await people.press(link, { first: mentorId })).status, 200);
  await to(people, '2026-09-22', '20:05');
  assert.is(await countOf(people, email('Boston'), /your choice of mentors is missing/i), 0);
  assert.not.match(
    (await people.letters(email('Boston'), since)).map((letter) => letter.text).join(),
    /ranking of mentors is missing/,
  );
});

s('does not invite somebody to a training who booked before the morning', async () => {
  const { people } = p;
  await people.add('training', {
    topic: 'Third session',
    audience: 'Everybody',
    date: '2026-10-05',
    from: '15:00',
    place: 'Online',
  });
  await people.settle();
  await to(people, '2026-09-23', '10:05');
  await press(people, email('Tokyo'), /choose your training/i, /book/i);
  await people.add('training', {
    topic: 'Fourth session',
    audience: 'Everybody',
    date: '2026-10-12',
    from: '15:00',
    place: 'Online',
  });
  await people.settle();
  const invited = await countOf(people, email('Tokyo'), /choose your training/i);
  await to(people, '2026-09-24', '10:05');
  assert.is(await countOf(people, email('Tokyo'), /choose your training/i), invited);
  assert.ok((await countOf(people, email('Friday'), /choose your training/i)) >= 2);
});

s('never sends two letters of the day on one working day to one person', async () => {
  const { people } = p;
  await to(people, '2026-10-20', '12:00');
  const urgent = /application|booked|moved|fresh|did you send|participation|welcome back/i;
  for (const name of ['Almaty', 'Boston', 'Tokyo', 'Friday']) {
    const minutes = name === 'Boston' || name === 'Friday' ? -300 : name === 'Tokyo' ? 540 : 300;
    const days = (await people.letters(email(name)))
      .filter((letter) => !urgent.test(letter.subject))
      .map((letter) => new Date(Date.parse(letter.at) + minutes * 60_000).toISOString());
    assert.ok(days.length > 1, name);
    assert.is(new Set(days.map((day) => day.slice(0, 10))).size, days.length, `${name}: ${days.join()}`);
    for (const day of days) assert.is(day.slice(11, 16), '10:00', `${name}: ${day}`);
  }
});

s.run();
