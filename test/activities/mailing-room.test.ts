/** What makes room for a mailing that is held for overlap, and who tells it (P8). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createBounces, createPreferences } from '../../activities/index.ts';
import { aroundOf, assessed } from '../../activities/mailing/around.ts';
import { mailingsConcerned } from '../../activities/mailing/edits.ts';
import { withRoom } from '../../activities/mailing/room.ts';
import { shownOf } from '../../activities/mailing/shown.ts';
import { overlay } from '../../activities/overlay.ts';
import type { AnyChange, Edit, Ports, RecordPort, View } from '../../activities/ports.ts';
import type { MailingMemory } from '../../domain/mailing/index.ts';
import { DIRECTIONS, type TabKey } from '../../domain/program/index.ts';

const s = suite('room for a held mailing');
const NOW = '2026-10-01T06:00:00Z';
const HELD = 'ML-0000-0001';
const row = (tab: TabKey, id: string, cells: object): AnyChange => ({ tab, id, cells, create: {} }) as AnyChange;

const request = (id: string, schools: string, memory: object, stage = 'Scheduled') =>
  row('mailings', id, {
    stage,
    subject: id,
    unit: 'SEDS',
    direction: DIRECTIONS.event,
    initiatorEmail: 'aida@nu.example',
    eventDate: '2026-10-15',
    text: 'Come.',
    signature: 'Dean’s office',
    schools,
    memory: JSON.stringify({ version: 1, timers: {}, mistaken: {}, round: 1, spans: [], ...memory }),
  });
const alumnus = (n: number, school: string) =>
  row('alumni', `AL-0000-000${n}`, { name: `A ${n}`, email: `a${n}@alumni.example`, school, year: 2020 });
const setting = (key: string, value: string) => row('settings', `SE-${key}`, { key, value });

/** Two mailings of the week went to three of four readers already; a third, to all of SEDS, is held on its day. */
const WEEK = [
  setting('calendarConfirmedUntil', '2027-01-31'),
  setting('mailsPerWeek', '2'),
  setting('overlapMost', '20'),
  row('units', 'UN-0000-0001', { code: 'SEDS', name: 'School of Engineering', dataSubmitted: '2026-08-01' }),
  ...[1, 2, 3, 4].map((n) => alumnus(n, 'SEDS')),
  request(HELD, 'SEDS', { day: '2026-10-01' }),
  row('lists', 'LI-0000-0001', { list: 'Board', member: 'AL-0000-0001' }),
  ...['ML-0000-0002', 'ML-0000-0003'].map((id) => {
    const sent = request(id, '', { day: '2026-09-29' }, 'Sent');
    return { ...sent, cells: { ...sent.cells, list: 'Board' } } as AnyChange;
  }),
];
const EMPTY: View = { row: () => undefined, rows: () => [] };
const after = (...changes: AnyChange[]): View => overlay(EMPTY, [...WEEK, ...changes]);

/** A record that keeps what is committed. */
function recordOf(...changes: AnyChange[]) {
  let view = after(...changes);
  const record = {
    ask: async <R>(look: (view: View) => R) => look(view),
    commit: async <R>(plan: (view: View) => { changes: readonly AnyChange[]; result: R }) => {
      const { changes, result } = plan(view);
      view = overlay(view, changes);
      return { result };
    },
  } as unknown as RecordPort;
  const told: string[] = [];
  return { record, told, leave: async (run: string) => void told.push(run), now: async () => NOW };
}

s('there is none while too many of its readers get too many; a reader who left or a higher limit makes some', () => {
  assert.equal(withRoom(after(), NOW), []);
  const left = row('suppressed', 'SU-0000-0001', {
    email: 'a1@alumni.example',
    why: 'Unsubscribed',
    scope: 'All mailings',
  });
  assert.equal(withRoom(after(left), NOW), [HELD]);
  assert.equal(withRoom(after(setting('mailsPerWeek', '3')), NOW), [HELD]);
  assert.equal(withRoom(after(setting('overlapMost', '25')), NOW), [HELD]);
});

s('only what is held looks again: not what waits for its hour, was sent, or is not approved', () => {
  const left = setting('mailsPerWeek', '3');
  const waits = { day: '2026-10-01', timers: { send: { at: '2026-10-01T08:00:00Z', rule: 'exact' } } };
  for (const other of [
    request(HELD, 'SEDS', waits),
    request(HELD, 'SEDS', { day: '2026-10-01' }, 'In moderation'),
    request(HELD, 'SEDS', { day: '2026-10-01' }, 'Sent'),
  ])
    assert.equal(withRoom(after(left, other), NOW), []);
});

s('on a later day its next one counts, not the one that has passed', () => {
  assert.equal(withRoom(after(), '2026-10-02T06:00:00Z'), [], 'the same week');
  assert.equal(withRoom(after(), '2026-10-05T06:00:00Z'), [HELD], 'the next week is empty');
});

s('somebody who leaves, by page or by mail, tells it; whoever leaves no room does not', async () => {
  const stand = recordOf();
  const preferences = createPreferences(stand);
  assert.is(await preferences.choose('AL-0000-0004', 'none', HELD), 'none');
  assert.equal(stand.told, [], 'one of three is still too many');
  assert.is(await preferences.choose('AL-0000-0001', 'none', HELD), 'none');
  assert.equal(stand.told, [`mailing/${HELD}`]);
});

s('an address that is found to be dead tells it', async () => {
  const stand = recordOf();
  const counts = { sent: 1, failed: 0, leftOut: 0, unknown: 0, deferred: 0 };
  const memory = { version: 1, stage: 'done', freeze: 'F1', file: 'file', count: 1, bounced: 0, soft: 0, counts };
  await stand.record.commit(() => ({
    changes: [{ tab: 'mailings', id: 'ML-0000-0002', cells: { delivery: JSON.stringify(memory) } } as AnyChange],
    result: 0,
  }));
  const bounces = createBounces({
    ...stand,
    recipients: {
      read: async () => [{ ordinal: 0, email: 'a1@alumni.example', status: 'sent', reply: '' }],
      results: async () => undefined,
    } as never,
  });
  const news = { kind: 'hard' as const, mailing: 'ML-0000-0002', freeze: 'F1', ordinal: 0, status: 'no such address' };
  assert.is(await bounces(news as never), 'noted');
  assert.equal(stand.told, [`mailing/${HELD}`]);
});

s('an edit of the register concerns it where nothing that its row says has changed but there is room', async () => {
  const concerned = async (now: string) => {
    const view = after();
    const [around, held] = [aroundOf(view, now), view.row('mailings', HELD)];
    if (!held) throw new Error('it is not there');
    const memory = JSON.parse(held.cells.memory) as MailingMemory;
    const shown = shownOf(assessed(held, around), memory, around.settings, now.slice(0, 10));
    const { record } = recordOf({ tab: 'mailings', id: HELD, cells: shown } as AnyChange);
    const edits = [{ tab: 'units', id: 'UN-0000-0001', key: 'k', columns: ['name'] }] as unknown as Edit[];
    return (await mailingsConcerned({ record } as unknown as Ports, edits, now)).get('units')?.includes(HELD);
  };
  assert.is(await concerned('2026-10-02T06:00:00Z'), false);
  assert.is(await concerned('2026-10-05T06:00:00Z'), true);
});

s('a limit that staff change in Settings has every mailing look again that is held', async () => {
  const { record } = recordOf(setting('mailsPerWeek', '3'));
  const edits = [{ tab: 'settings', id: 'SE-mailsPerWeek', key: 'k', columns: ['value'] }] as unknown as Edit[];
  assert.ok((await mailingsConcerned({ record } as unknown as Ports, edits, NOW)).get('settings')?.includes(HELD));
});

s.run();
