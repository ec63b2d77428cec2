/** A form's answer as a request for a mailing: read twice, edited by its writer, edited too late. Over the real record and the stand-in. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { takeRequest } from '../../activities/mailing/intake.ts';
import type { AnyChange, FormAnswer, Ports } from '../../activities/ports.ts';
import type { Message } from '../../domain/messages.ts';
import { counted, DIRECTIONS } from '../../domain/program/index.ts';
import type { GoogleRecord } from '../../sheets/index.ts';
import { type Office, openOffice } from '../sheets/stand-in.ts';

const s = suite('requests for mailings by form');
let office: Office;
let record: GoogleRecord;
const started: string[] = [];
const left: Message[] = [];
s.before(async () => {
  office = await openOffice();
  record = office.record();
});
s.after(() => office.close());

/** Only what the intake asks for: any other port would throw. */
const ports = (): Ports =>
  ({
    record,
    runs: {
      start: async (_: string, { row }: { row: string }) => void started.push(row),
      leave: async (_: string, message: Message) => void left.push(message),
    },
  }) as unknown as Ports;
const answer = (at: string, answers: Readonly<Record<string, string>> = {}): FormAnswer => ({
  responseId: 'response-1',
  at,
  answers: Object.fromEntries(
    Object.entries({
      initiatorName: 'Aida Serikova',
      initiatorEmail: 'aida@nu.edu.kz',
      unit: 'SEDS',
      direction: DIRECTIONS.event,
      subject: 'A talk',
      hashtag: '#one',
      ...answers,
    }).map(([key, value]) => [key, [value]]),
  ),
});
const take = (form: FormAnswer) => takeRequest(ports(), { now: '2026-09-01T05:00:00Z' }, form, undefined);
const row = async () => {
  const rows = (await record.read(['mailings'])).rows('mailings');
  assert.is(rows.length, 1, 'one answer is one request');
  return rows[0] as (typeof rows)[number];
};

const FIRST = answer('2026-09-01T04:00:00Z');

s('the same answer read again starts its run again, which changes nothing, and leaves the row as it is', async () => {
  await take(FIRST);
  const { id } = await row();
  await record.commit(() => ({
    result: 0,
    changes: [
      { tab: 'mailings', id, cells: { stage: 'Draft', newAnswers: 'Subject: From the draft page' } } as AnyChange,
    ],
  }));
  await take(FIRST);
  assert.equal([started, left], [[id, id], []]);
  assert.is(counted(await row()).subject, 'From the draft page');
});

s('one that its writer edited counts over what stood there, told once; the address stays', async () => {
  const second = answer('2026-09-01T04:30:00Z', {
    subject: 'A longer talk',
    hashtag: '',
    initiatorEmail: 'other@nu.edu.kz',
  });
  await take(second);
  await take(second);
  const cells = counted(await row());
  assert.equal([cells.subject, cells.hashtag, cells.initiatorEmail], ['A longer talk', '', 'aida@nu.edu.kz']);
  assert.match(cells.systemNote, /answered again; what it says now stands in New answers/);
  assert.equal(
    left.map(({ kind, by }) => [kind, by]),
    [['edit', 'initiator']],
  );
  await take(FIRST);
  assert.is(counted(await row()).subject, 'A longer talk', 'an older answer read again brings nothing back');
});

s('an edit after the hand-in changes nothing, and the row says so', async () => {
  const { id } = await row();
  await record.commit(() => ({ result: 0, changes: [{ tab: 'mailings', id, cells: { stage: 'In moderation' } }] }));
  await take(answer('2026-09-01T04:45:00Z', { subject: 'Smuggled in' }));
  const cells = counted(await row());
  assert.is(cells.subject, 'A longer talk');
  assert.match(cells.systemNote, /after the hand-in; nothing of that counts/);
});

s.run();
