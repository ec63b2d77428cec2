/** Calendar files as calendars read them, and as they travel with a letter (M12, T). */
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type CalendarEvent, calendarFile, sessionEvent } from '../../domain/invitations/index.ts';
import { createMail } from '../../mail/index.ts';

const SESSION = {
  topic: 'Тәлімгерлерге арналған кіріспе жиын; 1-бөлім, «бастау»',
  date: '2026-09-08',
  from: '17:00',
  to: '18:30',
  place: 'Блок 1,\nбөлме 1022',
};
const EVENT: CalendarEvent = {
  ...sessionEvent('AT-7KQ2-M9FX', SESSION, ''),
  method: 'REQUEST',
  sequence: 1,
  organizer: { name: 'Career and Advising Center', email: 'cac@nu.edu.kz' },
  attendee: { name: 'Айгерім Әбдіғапбарқызы', email: 'aigerim@people.example' },
  stamp: '2026-09-01T05:00:00Z',
};
const HOSTILE = {
  markup: '<script>alert(1)</script>',
  properties: 'Жиын\r\nATTENDEE:mailto:everybody@evil.example\r\nEND:VEVENT\r\nBEGIN:VALARM',
  parameters: 'Aida";CUTYPE="GROUP":mailto:x@evil.example,"',
  escapes: 'a\\nb\\;c\\,d;e,f:g',
  direction: '\u202Egnp.exe\u202C \u2066x\u2069 \u200F\u061C',
  separators: 'one\u2028two\u2029three\u0000four\u0007\u0085',
  script: 'javascript:alert(document.cookie)',
  long: 'ұ'.repeat(10_000),
  broken: `${'\uD83D\uDE00'.repeat(300)}\uD83D`,
} as const;

const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents('vevent');
  assert.is(events.length, 1);
  const [event] = events as [InstanceType<typeof ICAL.Component>];
  return { calendar, component: event, event: new ICAL.Event(event) };
};
const names = (component: InstanceType<typeof ICAL.Component>) => component.getAllProperties().map(({ name }) => name);

const s = suite('calendar files');

s('a calendar reads what was typed, in UTC, with who invites and who has accepted', () => {
  const { calendar, component, event } = read(calendarFile(EVENT));
  assert.is(calendar.getFirstPropertyValue('method'), 'REQUEST');
  assert.is(event.uid, 'AT-7KQ2-M9FX@alumni-mentorship');
  assert.is(event.summary, SESSION.topic);
  assert.is(event.location, SESSION.place);
  assert.is(event.startDate.toString(), '2026-09-08T12:00:00Z');
  assert.is(event.endDate.toString(), '2026-09-08T13:30:00Z');
  assert.is(event.sequence, 1);
  assert.is(event.organizer, 'mailto:cac@nu.edu.kz');
  const [attendee] = event.attendees;
  assert.is(attendee?.getFirstValue(), 'mailto:aigerim@people.example');
  assert.equal(
    ['cn', 'partstat', 'rsvp'].map((name) => attendee?.getParameter(name)),
    ['Айгерім Әбдіғапбарқызы', 'ACCEPTED', 'FALSE'],
  );
  assert.is(component.getFirstPropertyValue('status'), 'CONFIRMED');
});

s('a change and a cancellation speak of the same event, with a greater number', () => {
  const moved = read(
    calendarFile({ ...EVENT, ...sessionEvent('AT-7KQ2-M9FX', { ...SESSION, date: '2026-09-14' }, ''), sequence: 2 }),
  );
  const off = read(
    calendarFile({
      ...EVENT,
      ...sessionEvent('AT-7KQ2-M9FX', undefined, '2026-09-14T12:00:00Z'),
      sequence: 3,
      method: 'CANCEL',
    }),
  );
  assert.is(moved.event.uid, off.event.uid);
  assert.is(moved.event.startDate.toString(), '2026-09-14T12:00:00Z');
  assert.equal([moved.event.sequence, off.event.sequence], [2, 3]);
  assert.is(off.calendar.getFirstPropertyValue('method'), 'CANCEL');
  assert.is(off.component.getFirstPropertyValue('status'), 'CANCELLED');
  assert.is(off.event.startDate.toString(), '2026-09-14T12:00:00Z');
});

s('lines end with CRLF, hold at most 75 octets and never half a letter', () => {
  for (const topic of [SESSION.topic, HOSTILE.long, HOSTILE.broken, 'a'.repeat(67), `${'a'.repeat(66)}ұұ`]) {
    const file = calendarFile({ ...EVENT, summary: topic });
    assert.ok(file.endsWith('END:VCALENDAR\r\n'));
    assert.not.match(file.replaceAll('\r\n', ''), /[\r\n]/);
    for (const line of file.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
      assert.is(Buffer.from(line).toString(), line);
    }
  }
});

s('hostile values stay text: no property, parameter, event or direction is theirs', () => {
  const good = read(calendarFile(EVENT));
  for (const [name, value] of Object.entries(HOSTILE)) {
    const party = { name: value, email: `${value}@people.example` };
    const file = calendarFile({
      ...EVENT,
      uid: `${value}`,
      summary: value,
      location: value,
      organizer: party,
      attendee: party,
    });
    const { calendar, component, event } = read(file);
    assert.equal(names(component), names(good.component), name);
    assert.equal(names(calendar), names(good.calendar), name);
    assert.equal(component.getAllSubcomponents(), [], name);
    assert.is(event.attendees.length, 1, name);
    assert.is(event.attendees[0]?.getParameter('cutype'), undefined, name);
    assert.not.match(file, /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u2028\u2029]|[^\P{Cc}\r\n]/u, name);
    assert.ok([...event.summary].length <= 500, name);
    assert.ok(file.length < 6_000, `${name}: ${file.length}`);
  }
  assert.is(read(calendarFile({ ...EVENT, summary: HOSTILE.escapes })).event.summary, HOSTILE.escapes);
});

s(
  'with a letter: calendars find it by its method; answers go to the Center, machines are asked not to answer',
  async () => {
    const taken: Buffer[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          taken.push(Buffer.concat(chunks));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    const mail = createMail({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: { name: 'Programme', email: 'no@nu.example' },
    });
    const letter = {
      key: 'training-booked/ME-1/x',
      messageId: '<x@nu.example>',
      bounceKey: 'LT-7KQ2-M9FX/0',
      to: EVENT.attendee,
      replyTo: EVENT.organizer.email,
      subject: 'Your place is booked',
      html: '<p>See you there</p>',
      text: 'See you there',
      language: 'en',
      category: 'person',
    } as const;
    try {
      for (const method of ['REQUEST', 'CANCEL'] as const)
        await mail.send({ ...letter, calendar: { method, content: calendarFile({ ...EVENT, method }) } });
      await mail.send(letter);
    } finally {
      mail.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
    const [request, cancel, plain] = taken.map((source) => source.toString('latin1')) as [string, string, string];
    assert.match(request, /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    assert.match(cancel, /Content-Type: text\/calendar; charset=utf-8; method=CANCEL/i);
    assert.not.match(plain, /text\/calendar/i);
    const parsed = await simpleParser(taken[0] ?? '');
    assert.is(parsed.replyTo?.text, 'cac@nu.edu.kz');
    assert.is(parsed.headers.get('auto-submitted'), 'auto-generated');
    assert.is(parsed.headers.get('x-auto-response-suppress'), 'All');
    const file = parsed.attachments.find(({ filename }) => filename === 'invitation.ics');
    assert.is(read(file?.content.toString() ?? '').event.summary, SESSION.topic);
  },
);

s.run();
