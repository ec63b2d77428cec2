/** Letters to one person that come back: what is marked, the one row that asks, and when its cause is gone. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { correctedSince, letterCameBack } from '../../activities/letters/came-back.ts';
import { overlay } from '../../activities/overlay.ts';
import type { AnyChange, LetterNews, View } from '../../activities/ports.ts';

const s = suite('letters that come back');
const NOW = '2026-09-01T05:00:00Z';
const BLANK = { row: () => undefined, rows: () => [] } as unknown as View;
const letter = (id: string, message: string, more: object = {}): AnyChange => ({
  tab: 'mailLog',
  id,
  create: {},
  cells: { letter: 'check', to: 'ME-0000-0001', message, status: 'sent', reply: '250 OK', ...more },
});
const mentee = (email: string): AnyChange => ({
  tab: 'mentees',
  id: 'ME-0000-0001',
  cells: { email } as Extract<AnyChange, { tab: 'mentees' }>['cells'],
  create: { name: 'Dana Serik' },
});
/** One letter of two subjects, and one of one. */
const START = overlay(BLANK, [
  mentee('dana@nu.edu.kz'),
  letter('LT-0000-0001', '<a>'),
  letter('LT-0000-0002', '<a>'),
  letter('LT-0000-0003', '<b>'),
]);
const hard = (id: string, more: Partial<LetterNews> = {}): LetterNews => ({
  kind: 'hard',
  letter: id,
  again: 0,
  status: '5.1.1',
  ...more,
});
/** What the record shows after the news, and what became of it. */
function after(view: View, news: LetterNews): readonly [View, string] {
  const { changes, result } = letterCameBack(view, news, NOW);
  if (result !== 'noted') assert.equal(changes, []);
  return [overlay(view, changes), result];
}
const statuses = (view: View): string[] => view.rows('mailLog').map(({ cells }) => cells.status);
const asked = (view: View) => view.rows('needs').map(({ cells: { what, state, since } }) => [what, state, since]);

s('every subject of a merged letter is marked; a second letter joins the row that is open', () => {
  const [one, first] = after(START, hard('LT-0000-0001'));
  assert.is(first, 'noted');
  assert.equal(statuses(one), ['bounced', 'bounced', 'sent']);
  assert.equal(asked(one), [['Letter to Dana Serik (ME-0000-0001) came back: check the address', 'Open', NOW]]);
  // The same letter, by its other subject.
  assert.is(after(one, hard('LT-0000-0002'))[1], 'known');
  const { changes } = letterCameBack(one, hard('LT-0000-0003'), '2026-09-02T05:00:00Z');
  const two = overlay(one, changes);
  assert.equal(statuses(two), ['bounced', 'bounced', 'bounced']);
  assert.equal(asked(two), [['2 letters to Dana Serik (ME-0000-0001) came back: check the address', 'Open', NOW]]);
});

s('a late one is only noted, once; after it, one for good counts', () => {
  const [late, result] = after(START, hard('LT-0000-0003', { kind: 'soft', status: '' }));
  assert.is(result, 'noted');
  assert.is(late.row('mailLog', 'LT-0000-0003')?.cells.reply, 'delayed: the mail server gives no clear reason');
  assert.equal([statuses(late), asked(late)], [['sent', 'sent', 'sent'], []]);
  assert.is(after(late, hard('LT-0000-0003', { kind: 'soft' }))[1], 'known');
  const [gone, last] = after(late, hard('LT-0000-0003', { status: '5.2.2' }));
  assert.is(last, 'noted');
  assert.equal(
    [gone.row('mailLog', 'LT-0000-0003')?.cells.status, gone.row('mailLog', 'LT-0000-0003')?.cells.reply],
    ['bounced', 'the mailbox is full (5.2.2)'],
  );
  assert.is(after(gone, hard('LT-0000-0003', { kind: 'soft' }))[1], 'known');
});

s('no letter of ours, and one on another sending than the last, change nothing', () => {
  assert.is(after(START, hard('LT-0000-0009'))[1], 'not ours');
  const again = overlay(START, [letter('LT-0000-0003', '<b>', { order: '{"again":2}' })]);
  for (const sending of [0, 1, 3]) assert.is(after(again, hard('LT-0000-0003', { again: sending }))[1], 'known');
  assert.is(after(again, hard('LT-0000-0003', { again: 2 }))[1], 'noted');
  const damaged = overlay(START, [letter('LT-0000-0003', '<b>', { order: '{"again' })]);
  assert.is(after(damaged, hard('LT-0000-0003'))[1], 'noted');
});

s(
  'another address closes the row, the same one in other letters does not; coming back from there opens it again',
  () => {
    const [back] = after(START, hard('LT-0000-0003'));
    assert.equal(correctedSince(back), []);
    assert.equal(correctedSince(overlay(back, [mentee(' DANA@nu.edu.kz')])), []);
    const moved = overlay(back, [mentee('dana.serik@nu.edu.kz')]);
    assert.equal(correctedSince(moved), correctedSince(moved, 'ME-0000-0001'));
    assert.equal(correctedSince(moved, 'ME-0000-0002'), []);
    const closed = overlay(moved, correctedSince(moved));
    assert.equal(asked(closed), [['Letter to Dana Serik (ME-0000-0001) came back: check the address', 'Closed', NOW]]);
    assert.equal(correctedSince(closed), []);
    const [open] = after(closed, hard('LT-0000-0001'));
    assert.equal(asked(open), [['Letter to Dana Serik (ME-0000-0001) came back: check the address', 'Open', NOW]]);
    assert.equal(correctedSince(open), []);
  },
);

s('whom it is about is named as staff know them, by the ID where no name is written down', () => {
  const needFor = (to: string, more: readonly AnyChange[] = []): string | undefined => {
    const view = overlay(BLANK, [...more, letter('LT-0000-0004', '<c>', { to })]);
    return after(view, hard('LT-0000-0004'))[0].rows('needs')[0]?.cells.what;
  };
  const asks = (who: string) => `Letter to ${who} came back: check the address`;
  const request = (initiatorName: string): AnyChange => ({
    tab: 'mailings',
    id: 'ML-0000-0001',
    cells: {},
    create: { initiatorName, unit: 'SEDS', initiatorEmail: 'office@nu.edu.kz' },
  });
  const staff: AnyChange = {
    tab: 'staff',
    id: 'SF-0000-0001',
    cells: {},
    create: { name: 'Saule Nurlanova', email: 'saule@nu.edu.kz' },
  };
  assert.is(needFor('ME-0000-0002'), asks('ME-0000-0002'));
  assert.is(needFor('SF-0000-0001', [staff]), asks('Saule Nurlanova (SF-0000-0001)'));
  assert.is(needFor('ML-0000-0001', [request('Askar Bek')]), asks('Askar Bek (ML-0000-0001)'));
  assert.is(needFor('ML-0000-0001', [request(' ')]), asks('SEDS (ML-0000-0001)'));
});

s.run();
