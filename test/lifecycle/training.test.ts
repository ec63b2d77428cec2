import { createTransport } from 'nodemailer';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, linkIn, type Programme, rowOf, startProgramme } from '../support/programme.ts';
import {
  ALUMNI,
  apply,
  cameTo,
  countOf,
  historyOf,
  labels,
  lastLetter,
  mentee,
  mentor,
  needsAbout,
  press,
  rowBy,
  sessions,
  subjects,
  to,
} from './people.ts';

const s = suite('training');
let p: Programme;
const INVITATION = /choose your training session/i;
const email = (name: string) => `${name.toLowerCase()}.student@nu.edu.kz`;
const student = (name: string) => rowBy(p.people, 'mentees', email(name));
const bookings = async (person: string) =>
  (await p.people.rows('attendance')).filter((row) => row.person === person).map((row) => row.state);
const session = async (topic: RegExp) => (await sessions(p.people)).find((row) => topic.test(row.topic ?? '')) ?? {};

const calendarOf = ({ calendar = '' }: { readonly calendar?: string }) => calendar;

s.before(async () => {
  p = await startProgramme();
  for (const name of ['Booker', 'Mover', 'Missing', 'Idle', 'Late', 'Walkin'])
    await apply(p.people, 'mentee', mentee(`${name} Student`));
  await to(p.people, '2026-09-01', '10:05');
});
s.after(() => p.close());

s('invites to the sessions ahead, with time, place and a button for each', async () => {
  const letter = await letterTo(p.people, email('Booker'), INVITATION);
  assert.match(letter.text, /Orientation for mentors and mentees/);
  assert.match(letter.text, /8 September 2026/);
  assert.match(letter.text, /Block 1, room 1022/);
  assert.is(labels(letter).filter((label) => label === 'Book').length, 2);
});

s('shows who and what before it books, and only the button books', async () => {
  const link = linkIn(await letterTo(p.people, email('Booker'), INVITATION), /book/i);
  const page = await p.people.open(link);
  assert.match(page.words, /Orientation for mentors and mentees, 8 September, 17:00/);
  await p.people.settle();
  assert.equal(await p.people.rows('attendance'), []);
});

s('books a place, with a letter at once and a calendar file', async () => {
  const { people } = p;
  const page = await press(people, email('Booker'), INVITATION, /book/i);
  assert.match(page.words, /Your place is booked/);
  const row = await student('Booker');
  assert.match(row.systemNote ?? '', /Booked for 8 September 2026, 17:00/);
  assert.match(row.nextStep ?? '', /Reminder of the training: 7 September 2026/);
  assert.equal(await bookings(row.id ?? ''), ['booked']);
  const letter = await letterTo(people, email('Booker'), /your place is booked/i);
  assert.match(letter.text, /8 September 2026/);
  const file = await people.open(linkIn(letter, /calendar/i));
  assert.is(file.status, 200);
  assert.match(file.html, /DTSTART[^\n]*20260908T/);
  assert.match(file.html, /METHOD:REQUEST[\s\S]*SEQUENCE:1\r/);
  const unstamped = (text: string) => text.replace(/DTSTAMP:\S+/, '');
  assert.is(unstamped(calendarOf(letter)), unstamped(file.html), 'by letter and by link the same');
  assert.ok((await historyOf(people, row.id ?? '')).includes('Booked a training session'));
});

s('books once, however often the button is pressed', async () => {
  const { people } = p;
  const page = await press(people, email('Booker'), INVITATION, /book/i);
  assert.match(page.words, /Your place is booked/);
  assert.is(await countOf(people, email('Booker'), /your place is booked/i), 1);
});

s('an out-of-office answer and a bounce start nothing; a reply goes to the Center', async () => {
  const { people } = p;
  const letter = await letterTo(people, email('Booker'), /your place is booked/i);
  assert.match(letter.headers['reply-to'] ?? '', /cac@nu\.edu\.kz/);
  assert.is(letter.headers['auto-submitted'], 'auto-generated');
  const state = async () => [await student('Booker'), await people.rows('mailLog'), await people.rows('needs')];
  const before = await state();
  const since = await lastLetter(people);
  const transport = createTransport({ host: '127.0.0.1', port: p.stack.smtpPort, ignoreTLS: true });
  for (const [from, subject, headers] of [
    [email('Booker'), `Automatic reply: ${letter.subject}`, { 'Auto-Submitted': 'auto-replied' }],
    ['mailer-daemon@nu.edu.kz', 'Undelivered Mail Returned to Sender', { 'Auto-Submitted': 'auto-generated' }],
  ] as const)
    await transport.sendMail({
      from,
      to: letter.from,
      subject,
      headers,
      inReplyTo: letter.messageId,
      text: `I am away. ${letter.links.map(({ href }) => href).join(' ')}`,
    });
  transport.close();
  await people.settle();
  assert.equal(await state(), before);
  assert.equal(await subjects(people, email('Booker'), since), []);
});

s('moves a booking to another session by the other button of the same letter', async () => {
  const { people } = p;
  await press(people, email('Mover'), INVITATION, /book/i);
  const invitation = await letterTo(people, email('Mover'), INVITATION);
  const second = invitation.links.filter((link) => link.label === 'Book')[1]?.href ?? '';
  assert.is((await people.press(second)).status, 200);
  await people.settle();
  const { id = '' } = await student('Mover');
  assert.equal((await bookings(id)).sort(), ['booked', 'moved']);
  assert.is(await countOf(people, email('Mover'), /your place is booked/i), 2);
  assert.ok((await historyOf(people, id)).includes('Moved to another training session'));
  const off = calendarOf(await letterTo(people, email('Mover'), /^Cancelled: Orientation for mentors/));
  const booked = calendarOf(await letterTo(people, email('Mover'), /booked: Orientation for mentors/i));
  assert.match(off, /METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
  assert.is(/UID:(.*)/.exec(off)?.[1], /UID:(.*)/.exec(booked)?.[1]);
  assert.match(off, /SEQUENCE:2\r/);
  assert.match(calendarOf(await letterTo(people, email('Mover'), /booked: Orientation, second/i)), /SEQUENCE:3\r/);
});

s('cancels by the link of the booking, and confirms a new booking of the same session again', async () => {
  const { people } = p;
  const page = await press(people, email('Mover'), /your place is booked: Orientation, second/i, /cancel/i);
  assert.match(page.words, /Your booking is cancelled/);
  const { id = '' } = await student('Mover');
  assert.equal((await bookings(id)).sort(), ['cancelled', 'moved']);
  const again = await press(people, email('Mover'), /your place is booked: Orientation, second/i, /cancel/i);
  assert.is(again.status, 200);
  assert.match(again.words, /cancelled|no booking/);
  await to(people, '2026-09-01', '11:00');
  await press(people, email('Mover'), INVITATION, /book/i);
  assert.equal((await bookings(id)).sort(), ['booked', 'cancelled']);
  assert.is(await countOf(people, email('Mover'), /your place is booked: Orientation for/i), 2);
});

s('refuses a full session in words, and loses nothing', async () => {
  const { people } = p;
  const first = await session(/second/);
  await people.edit('training', first.id ?? '', { seats: '1' });
  await people.settle();
  const book = async (name: string) => {
    const invitation = await letterTo(people, email(name), INVITATION);
    const page = await people.press(invitation.links.filter((link) => link.label === 'Book')[1]?.href ?? '');
    await people.settle();
    return page;
  };
  assert.is((await book('Late')).status, 200);
  const refused = await book('Missing');
  assert.is(refused.status, 409);
  assert.match(refused.words, /full/);
  assert.equal(await bookings((await student('Missing')).id ?? ''), []);
  assert.is((await press(people, email('Missing'), INVITATION, /book/i)).status, 200);
});

s('invites to a session typed later, and does not repeat the ones already offered', async () => {
  const { people } = p;
  const since = await lastLetter(people);
  await people.add('training', {
    topic: 'Extra orientation',
    audience: 'Mentees',
    date: '2026-09-21',
    from: '15:00',
    to: '16:00',
    place: 'Online',
  });
  await people.settle();
  await to(people, '2026-09-02');
  assert.equal(await subjects(people, email('Idle'), since), ['Choose your training session']);
  // Who has booked is not asked again.
  assert.equal(await subjects(people, email('Booker'), since), []);
  const before = await lastLetter(people);
  await people.edit('training', (await session(/second/)).id ?? '', { place: 'Block 1, room 1023' });
  await people.settle();
  await to(people, '2026-09-03');
  assert.equal(await subjects(people, email('Idle'), before), []);
});

s('tells whoever booked when staff move a session', async () => {
  const { people } = p;
  await people.edit('training', (await session(/second/)).id ?? '', { date: '2026-09-14', from: '13:00', to: '14:30' });
  await people.settle();
  const letter = await letterTo(people, email('Late'), /your training has moved/i);
  assert.match(letter.text, /14 September 2026/);
  assert.match((await student('Late')).systemNote ?? '', /moved to 14 September 2026, 13:00/);
  assert.is(await countOf(people, email('Booker'), /moved/i), 0);
  const file = calendarOf(letter);
  assert.match(file, /METHOD:REQUEST[\s\S]*SEQUENCE:2\r\nDTSTART:20260914T080000Z\r\nDTEND:20260914T093000Z/);
});

s('reminds one working day before, at ten, and only whoever still has a place', async () => {
  const { people } = p;
  await to(people, '2026-09-07', '09:59');
  assert.is(await countOf(people, email('Booker'), /: your training session/i), 0);
  await to(people, '2026-09-07', '10:00');
  const reminder = await letterTo(people, email('Booker'), /: your training session/i);
  assert.match(reminder.subject, /8 September/);
  assert.is(await countOf(people, email('Idle'), /: your training session/i), 0);
});

s('does not remind somebody who cancelled between the gathering and ten o’clock', async () => {
  const { people } = p;
  // The moved session is on Monday 14 September, so the reminder is on Friday 11 September.
  await to(people, '2026-09-11', '09:30');
  await press(people, email('Late'), /your training has moved/i, /cannot come then/i);
  await to(people, '2026-09-11', '10:30');
  assert.is(await countOf(people, email('Late'), /: your training session/i), 0);
});

s('does not call anybody missed until staff mark the list complete', async () => {
  const { people } = p;
  // The first session was on 8 September; nothing has been entered yet.
  assert.is((await student('Missing')).stage, 'Training');
  assert.equal(await bookings((await student('Missing')).id ?? ''), ['booked']);
  assert.is(await countOf(people, email('Missing'), /we missed you/i), 0);
});

s('asks staff for a list that is unmarked one working day after the session', async () => {
  const { people } = p;
  const { id = '' } = await session(/for mentors and mentees/);
  const row = (await needsAbout(people, 'desk')).find((need) => need.cause === `attendance/${id}`);
  assert.ok(row, JSON.stringify(await people.rows('needs')));
  assert.is(row?.what, 'An attendance list is not complete');
  assert.is(row?.since, '2026-09-10T04:00:00Z');
  const daily = await letterTo(people, 'saule.nurlanova@cac.example', /./);
  assert.match(daily.text, /An attendance list is not complete/);
});

s('makes whoever came eligible, and invites the others to the next session when the list is complete', async () => {
  const { people } = p;
  const { id = '' } = await session(/for mentors and mentees/);
  const booker = await student('Booker');
  const attendance = await rowOf(people, 'attendance', { session: id, person: booker.id ?? '' });
  await people.edit('attendance', attendance.id ?? '', { attended: 'TRUE' });
  await people.settle();
  assert.is((await student('Booker')).stage, 'Eligible');
  assert.equal(await bookings(booker.id ?? ''), ['attended']);
  assert.is((await student('Missing')).stage, 'Training');
  await people.edit('training', id, { complete: 'TRUE' });
  await people.settle();
  assert.equal(await bookings((await student('Missing')).id ?? ''), ['missed']);
  assert.match((await student('Missing')).systemNote ?? '', /Missed the session/);
  assert.is((await needsAbout(people, 'desk')).filter((need) => need.cause === `attendance/${id}`).length, 0);
  await to(people, '2026-09-14', '10:05');
  const letter = await letterTo(people, email('Missing'), /we missed you/i);
  assert.match(letter.text, /Extra orientation/);
  assert.match((await letterTo(people, email('Booker'), /ready to choose/i)).text, /choice round/);
});

s('takes attendance that staff type for somebody who came without booking', async () => {
  const { people } = p;
  const { id = '' } = await student('Walkin');
  await cameTo(people, id, (await session(/for mentors and mentees/)).id);
  assert.is((await student('Walkin')).stage, 'Eligible');
  assert.ok((await historyOf(people, id)).includes('Training → Eligible'));
});

s('says in the row of Attendance when it names nobody', async () => {
  const { people } = p;
  await people.add('attendance', {
    session: (await session(/for mentors and/)).id ?? '',
    person: 'ME-0000-0000',
    attended: 'TRUE',
  });
  await people.settle();
  const row = await rowOf(people, 'attendance', { person: 'ME-0000-0000' });
  assert.match(row.systemNote ?? '', /no such person/i);
});

s('refuses to book a session that is over', async () => {
  const page = await press(p.people, email('Idle'), /choose your training session/i, /book/i);
  assert.is(page.status, 409);
  assert.match(page.words, /over/);
});

s('offers a place that became free to whoever has none, in the morning', async () => {
  const { people } = p;
  await people.edit('training', (await session(/Extra/)).id ?? '', { seats: '1' });
  await people.settle();
  const missed = await letterTo(people, email('Missing'), /we missed you/i);
  assert.is((await people.press(missed.links.filter((link) => link.label === 'Book').at(-1)?.href ?? '')).status, 200);
  await people.settle();
  // The moved session is over by then, so that nothing with a place is ahead.
  await to(people, '2026-09-14', '14:00');
  const late = await apply(people, 'mentee', mentee('Newcomer Student'));
  assert.is(late.nextStep, 'Waits for a training session with free places.');
  await to(people, '2026-09-15');
  assert.is(await countOf(people, email('Newcomer'), INVITATION), 0);
  await press(people, email('Missing'), /your place is booked: Extra/i, /cancel/i);
  await to(people, '2026-09-16');
  assert.is(await countOf(people, email('Newcomer'), INVITATION), 1);
});

s('takes a session off the calendars of those who booked it when staff take away its date', async () => {
  const { people } = p;
  await people.add('training', {
    topic: 'Short-lived',
    audience: 'Mentees',
    date: '2026-09-18',
    from: '15:00',
    to: '16:00',
    place: 'Online',
  });
  await people.settle();
  await to(people, '2026-09-17');
  await press(people, email('Newcomer'), INVITATION, /book/i);
  const booked = calendarOf(await letterTo(people, email('Newcomer'), /booked: Short-lived/i));
  await people.edit('training', (await session(/Short/)).id ?? '', { date: '' });
  await people.settle();
  const off = calendarOf(await letterTo(people, email('Newcomer'), /^Cancelled: Short-lived/));
  for (const [line, file] of [
    [/METHOD:CANCEL\r/, off],
    [/SEQUENCE:2\r/, off],
    [/DTSTART:20260918T100000Z\r/, off],
    [/SEQUENCE:1\r/, booked],
  ] as const)
    assert.match(file, line);
  assert.is(/UID:(.*)/.exec(off)?.[1], /UID:(.*)/.exec(booked)?.[1]);
  const { id = '' } = await student('Newcomer');
  assert.equal(await bookings(id), ['cancelled']);
  assert.match((await student('Newcomer')).systemNote ?? '', /taken off/);
});

s('keeps one row for all who wait when no session is ahead, and closes it when one is typed', async () => {
  const { people } = p;
  await apply(people, 'mentor', mentor(ALUMNI[0]));
  await to(people, '2026-09-22', '10:05');
  const rows = (await needsAbout(people, 'desk')).filter((need) => need.cause?.startsWith('no-session/'));
  assert.equal(rows.map((row) => row.what).sort(), [
    '1 person waits for a training session',
    '5 people wait for a training session',
  ]);
  const since = await lastLetter(people);
  await people.add('training', {
    topic: 'October orientation',
    audience: 'Everybody',
    date: '2026-10-05',
    from: '15:00',
    place: 'Online',
  });
  await people.settle();
  assert.equal(
    (await needsAbout(people, 'desk')).filter((need) => need.cause?.startsWith('no-session/')),
    [],
  );
  await to(people, '2026-09-23', '10:05');
  for (const each of [email('Newcomer'), 'aigerim.sadykova@alumni.example'])
    assert.equal(await subjects(people, each, since), ['Choose your training session'], each);
});

s.run();
