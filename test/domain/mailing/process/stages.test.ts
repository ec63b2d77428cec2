import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MAILING_LETTERS } from '../../../../domain/letters/index.ts';
import { MAILING_STAGES } from '../../../../domain/program/index.ts';
import { historyIn } from '../../../../domain/words/index.ts';
import { at, EVENT, Request } from './request.ts';

const s = suite('a mailing, stage by stage');
const error = { key: 'R6/x', rule: 'R6', severity: 'error' } as const;

// Draft
s('Draft: a receipt, with the window kept; the window’s end is waited for', () => {
  const request = Request.started();
  assert.is(request.stage, 'Draft');
  assert.equal(request.post(), ['mailing-receipt → initiator']);
  assert.equal(request.facts.memory?.window, {
    earliest: '2026-10-22',
    latest: '2026-11-05',
    handInBy: '2026-11-02',
    handInLast: '2026-11-04',
  });
  assert.equal(request.waits, { window: at('2026-11-06', '00:00') });
});
s('Draft: handed in complete it goes to moderation, incomplete it stays and says what is missing', () => {
  const request = Request.started({ missing: ['signature', 'audience'] });
  assert.is(request.say('hand-in', 'initiator'), 'mailing-incomplete');
  assert.is(request.stage, 'Draft');
  assert.is(request.plan?.cells.systemNote, 'Not handed in; missing: signature, audience.');
  request.edit({ missing: [], audience: { fingerprint: 'A0', count: 0, scope: 'own' } });
  assert.is(request.say('hand-in', 'initiator'), 'mailing-no-audience');
  request.edit({ audience: { fingerprint: 'A1', count: 1, scope: 'own' } });
  assert.is(request.say('hand-in', 'person SF-MOD'), 'not-yours', 'only the initiator hands in');
  assert.is(request.say('hand-in', 'initiator'), 'mailing-handed-in');
  assert.is(request.stage, 'In moderation');
  assert.is(request.say('hand-in', 'initiator'), 'mailing-handed-in-already');
});
s(
  'Draft: an expired link brings the receipt again as a letter of its own, once a day and never once it is over',
  () => {
    const request = Request.started();
    request.post();
    assert.is(request.say('fresh-link', 'person ME-1'), 'not-yours');
    assert.is(request.say('fresh-link', 'initiator'), 'noted');
    assert.equal(request.post(), ['mailing-receipt → initiator']);
    assert.is(request.plan?.letters[0]?.step, 'fresh/2026-10-19');
    request.say('withdraw', 'initiator');
    assert.is(request.say('fresh-link', 'initiator'), 'mailing-over');
  },
);
s('In moderation: an expired page brings a letter with a fresh one, to those who still may, once a day', () => {
  const request = Request.handedIn();
  request.post();
  for (const who of ['SF-MOD', 'SF-CEN', 'SF-DIR']) {
    assert.is(request.say('fresh-link', `person ${who}`, { action: 'moderate' }), 'mailing-page-sent');
    assert.equal([request.post(), request.plan?.letters[0]?.step], [[`mailing-page → ${who}`], 'fresh/2026-10-19']);
  }
  assert.is(request.say('fresh-link', 'person SF-NOBODY', { action: 'moderate' }), 'not-yours');
  assert.is(request.say('fresh-link', 'person SF-COM', { action: 'social' }), 'nothing-asked');
  const posted = Request.scheduled({ social: 'with' });
  posted.post();
  assert.is(posted.say('fresh-link', 'person SF-COM', { action: 'social' }), 'mailing-page-sent');
  assert.equal(posted.post(), ['social-reminder → SF-COM']);
  assert.is(posted.say('fresh-link', 'person SF-NOBODY', { action: 'social' }), 'not-yours');
});
s('Draft: it may be taken back; when the window has passed it is refused, at once or in its time', () => {
  const back = Request.started();
  back.post();
  assert.is(back.say('withdraw', 'initiator'), 'mailing-withdrawn');
  assert.equal([back.stage, back.post(), back.waits], ['Withdrawn', ['mailing-withdrawn → initiator'], {}]);
  const late = Request.started();
  late.move(at('2026-11-05', '23:59'));
  assert.is(late.stage, 'Draft');
  late.move(at('2026-11-06', '00:00'));
  assert.equal([late.stage, late.post()], ['Refused', ['mailing-receipt → initiator', 'mailing-refused → initiator']]);
  assert.is(Request.started({}, at('2026-11-06', '09:00')).stage, 'Refused');
  assert.is(Request.started({ eventDate: '2026-10-01' }).stage, 'Refused', 'an event in the past');
});
s('Draft: digests, board decisions and dateless mailings wait without a window', () => {
  for (const facts of [
    { direction: 'digest' },
    { direction: 'board-decision' },
    { direction: 'vacancy', eventDate: '' },
  ] as const)
    assert.equal([Request.started(facts).stage, Request.started(facts).waits], ['Draft', {}]);
});

// In moderation
s('In moderation: moderator and, if broad, the Center are asked at the same time', () => {
  const own = Request.handedIn();
  assert.equal(own.post().slice(1), ['mailing-to-moderate → role:Moderator']);
  assert.equal(own.needs, ['moderate: Moderator']);
  const broad = Request.handedIn({ audience: { fingerprint: 'A1', count: 9, scope: 'broad' } });
  assert.equal(broad.post().slice(1), [
    'mailing-to-moderate → role:Moderator',
    'mailing-to-coordinate → role:Center approver',
  ]);
  assert.equal(broad.needs, ['moderate: Moderator', 'coordinate: Center approver']);
});
s('In moderation: handed in Friday 17:00: deputy Monday 12:30, alarm Monday 16:00, breach Monday 17:00', () => {
  const request = Request.handedIn({}, at('2026-10-16', '17:00'));
  assert.equal(request.waits, {
    window: at('2026-11-06', '00:00'),
    half: at('2026-10-19', '12:30'),
    alarm: at('2026-10-19', '16:00'),
    due: at('2026-10-19', '17:00'),
  });
  request.post();
  request.move(at('2026-10-19', '12:30'));
  assert.equal(request.post(), ['mailing-half-time → deputy:Moderator']);
  request.move(at('2026-10-19', '16:59'));
  assert.equal(request.post(), ['mailing-alarm → role:Moderator', 'mailing-alarm → role:Director']);
  assert.is(request.facts.memory?.breached, undefined);
  request.move(at('2026-10-19', '17:00'));
  assert.is(request.facts.memory?.breached, at('2026-10-19', '17:00'));
  assert.match(request.plan?.nextStep ?? '', /^Overdue\. Working time so far: 9 h/);
  request.move(at('2026-10-21', '12:00'));
  assert.equal(request.post(), [], 'each is said once');
});
s('In moderation: who may decide: a moderator, not the initiator, about what stands there', () => {
  const request = Request.handedIn({ initiator: 'SF-MOD', moderators: ['SF-MOD', 'SF-TWO'] });
  assert.is(request.press('approve', 'SF-COM'), 'not-your-role');
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-own');
  assert.is(request.press('approve', 'SF-TWO', { content: 'C0' }), 'mailing-changed');
  assert.is(request.press('approve', 'SF-TWO', { audience: 'A0' }), 'mailing-changed');
  assert.is(request.stage, 'In moderation');
  assert.is(request.press('approve', 'SF-TWO'), 'mailing-approved');
  assert.is(request.stage, 'Scheduled');
  assert.is(request.press('return', 'SF-TWO'), 'mailing-scheduled', 'the second moderator finds it decided');
  assert.ok(Request.handedIn({ initiator: 'SF-MOD', moderators: ['SF-MOD'] }).needs.includes('no-moderator: Director'));
});
s('In moderation: an edit under the moderator’s eyes makes the old page worthless, and the clock goes on', () => {
  const request = Request.handedIn();
  const { due } = request.waits;
  request.edit({ content: 'C2' });
  assert.equal([request.stage, request.waits.due], ['In moderation', due]);
  assert.is(request.press('approve', 'SF-MOD', { content: 'C1' }), 'mailing-changed');
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-approved');
});
s('In moderation: broad needs both, in either order, and the clock runs until both have decided', () => {
  const broad = { audience: { fingerprint: 'A1', count: 9, scope: 'broad' } } as const;
  for (const order of [
    ['approve', 'coordinate'],
    ['coordinate', 'approve'],
  ] as const) {
    const request = Request.handedIn(broad);
    const press = (kind: string) => request.press(kind, kind === 'approve' ? 'SF-MOD' : 'SF-CEN');
    press(order[0]);
    assert.equal([request.stage, 'due' in request.waits], ['In moderation', true], order.join());
    press(order[1]);
    assert.equal([request.stage, 'due' in request.waits], ['Scheduled', false], order.join());
  }
  const request = Request.handedIn(broad);
  assert.is(request.press('coordinate', 'SF-MOD'), 'not-your-role');
  request.press('coordinate', 'SF-CEN', { answer: 'no' });
  assert.is(request.stage, 'Rejected');
  const changed = Request.handedIn(broad);
  changed.press('coordinate', 'SF-CEN');
  changed.edit({ audience: { fingerprint: 'A2', count: 99, scope: 'broad' } });
  changed.press('approve', 'SF-MOD');
  assert.is(changed.stage, 'In moderation', 'coordination of another audience does not count');
});
s('In moderation: errors keep it back until two people, moderator and Center, call each of them mistaken', () => {
  const request = Request.handedIn({ findings: [error], moderators: ['SF-MOD', 'SF-TWO'] });
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-errors');
  const finding = { finding: error.key };
  assert.is(request.press('mistaken', 'SF-COM', finding), 'not-your-role');
  assert.is(request.press('mistaken', 'SF-MOD', { finding: 'R9/y' }), 'mailing-no-finding');
  assert.is(request.press('mistaken', 'SF-MOD', finding), 'finding-one-more');
  assert.is(request.press('mistaken', 'SF-MOD', finding), 'finding-one-more', 'twice the same person is one');
  assert.is(request.press('mistaken', 'SF-TWO', finding), 'finding-one-more', 'two moderators are not the Center');
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-errors');
  assert.is(request.press('mistaken', 'SF-CEN', finding), 'finding-mistaken');
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-approved');
  assert.ok(request.history.includes('R6: called mistaken (person SF-CEN)'));
  const warned = Request.handedIn({ findings: [{ ...error, severity: 'warning' }] });
  assert.is(warned.press('approve', 'SF-MOD'), 'mailing-approved');
});
s('In moderation: an override needs a name and an entry of force majeure that is in force', () => {
  const request = Request.handedIn({ findings: [error] });
  assert.is(request.press('override', 'SF-CEN'), 'mailing-no-override');
  request.edit({ forceMajeure: 'FM-1' });
  assert.is(request.press('override', 'SF-MOD'), 'not-your-role');
  assert.is(request.press('override', 'SF-CEN'), 'mailing-overridden');
  request.edit({ forceMajeure: '' });
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-errors', 'it ended');
  request.edit({ forceMajeure: 'FM-1' });
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-approved');
  assert.ok(request.history.includes('Override (person SF-CEN)'));
});
s('In moderation: rejected with a reason', () => {
  const request = Request.handedIn();
  request.post();
  request.press('reject', 'SF-MOD');
  assert.equal([request.stage, request.post(), request.waits], ['Rejected', ['mailing-rejected → initiator'], {}]);
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-over');
});
s('In moderation: when the window closes undecided it is refused', () => {
  const request = Request.handedIn();
  request.move(at('2026-11-06', '00:00'));
  assert.is(request.stage, 'Refused');
});

// Returned
s('Returned: the clock stands, both spans are kept, and what is left of the day goes on', () => {
  const request = Request.handedIn({}, at('2026-10-19', '10:00'));
  request.post();
  request.move(at('2026-10-19', '16:00'));
  request.post();
  assert.is(request.press('return', 'SF-MOD'), 'mailing-returned');
  assert.equal([request.stage, request.post()], ['Returned', ['mailing-returned → initiator']]);
  assert.equal(Object.keys(request.waits), ['window']);
  assert.match(request.plan?.nextStep ?? '', /the clock stands\. Working time so far: 6 h\./);
  request.move(at('2026-10-21', '11:00'));
  request.edit({ content: 'C2' });
  request.say('hand-in', 'initiator');
  assert.equal([request.stage, request.waits.due], ['In moderation', at('2026-10-21', '14:00')]);
  assert.equal(request.facts.memory?.spans, [
    { from: at('2026-10-19', '10:00'), to: at('2026-10-19', '16:00') },
    { from: at('2026-10-21', '11:00') },
  ]);
  assert.equal(request.post(), ['mailing-to-moderate → role:Moderator']);
});
s('Returned: a moderator’s fix counts when the initiator consents by one button', () => {
  const request = Request.handedIn();
  request.post();
  request.press('fix', 'SF-MOD', { fixed: 'C2' });
  assert.equal([request.stage, request.post()], ['Returned', ['mailing-consent → initiator']]);
  assert.is(request.say('consent', 'initiator', { fixed: 'C3' }), 'mailing-changed');
  assert.is(request.say('consent', 'initiator', { fixed: 'C2' }), 'mailing-changed', 'the draft does not hold it yet');
  request.facts = { ...request.facts, content: 'C2' };
  assert.is(request.press('consent', 'SF-MOD', { fixed: 'C2' }), 'not-yours');
  assert.is(request.say('consent', 'initiator', { fixed: 'C2' }), 'mailing-handed-in');
  assert.is(request.stage, 'In moderation');
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-approved');
});
s('Returned: taken back, or refused when the window has passed', () => {
  const request = Request.handedIn();
  request.press('return', 'SF-MOD');
  request.move(at('2026-11-06', '10:00'));
  assert.is(request.stage, 'Refused');
  const back = Request.handedIn();
  back.press('return', 'SF-MOD');
  back.say('withdraw', 'initiator');
  assert.is(back.stage, 'Withdrawn');
});

// Scheduled
s('Scheduled: before the window it waits for the first day, recipients are frozen, the hour is told', () => {
  const request = Request.scheduled();
  assert.equal([request.stage, request.tells], ['Scheduled', ['freeze']]);
  assert.is(request.waits.send, at('2026-10-22', '10:00'));
  assert.ok(request.post().includes('mailing-scheduled → initiator'));
  request.move(at('2026-10-22', '09:59'));
  assert.is(request.stage, 'Scheduled');
  request.move(at('2026-10-22', '10:00'));
  assert.equal([request.stage, request.tells], ['Sending', ['freeze', 'send']]);
});
s('Scheduled: the wished day counts inside the window, a day off moves on, and a chosen day is checked', () => {
  assert.is(Request.scheduled({ wished: '2026-10-28' }).waits.send, at('2026-10-28', '10:00'));
  assert.is(Request.scheduled({ wished: '2026-10-26' }).waits.send, at('2026-10-27', '10:00'), 'Republic Day');
  assert.is(Request.scheduled({ wished: '2026-12-01' }).waits.send, at('2026-11-05', '10:00'));
  const request = Request.scheduled();
  for (const day of ['2026-10-21', '2026-10-26', '2026-11-06', '2026-10-01', ''])
    assert.is(request.press('day', 'SF-MOD', { day }), 'mailing-day-outside', day);
  assert.is(request.press('day', 'SF-COM', { day: '2026-11-03' }), 'not-your-role');
  assert.is(request.press('day', 'SF-MOD', { day: '2026-11-03' }), 'noted');
  assert.is(request.waits.send, at('2026-11-03', '10:00'));
});
s('Scheduled: any edit of text or recipients takes the approval back, and it is moderated again', () => {
  for (const change of [{ content: 'C2' }, { audience: { fingerprint: 'A2', count: 121, scope: 'own' } }] as const) {
    const request = Request.scheduled();
    request.post();
    request.edit(change);
    assert.equal(
      [request.stage, request.tells, request.post()],
      ['In moderation', ['freeze', 'thaw'], ['mailing-void → initiator', 'mailing-to-moderate → role:Moderator']],
    );
    assert.ok('due' in request.waits);
    request.press('approve', 'SF-MOD');
    assert.is(request.stage, 'Scheduled');
  }
  const unseen = Request.scheduled();
  unseen.facts = { ...unseen.facts, content: 'C2' };
  unseen.move(at('2026-10-22', '10:00'));
  assert.is(unseen.stage, 'In moderation', 'an edit that nobody told of is found before sending');
});
s('Scheduled: held for overlap on the day, until somebody decides; the decision is written down', () => {
  const busy = { overloaded: ['2026-10-22', '2026-10-23'], suggested: '2026-10-27' };
  const request = Request.scheduled(busy);
  request.move(at('2026-10-22', '12:00'));
  assert.equal([request.stage, request.needs], ['Scheduled', ['overlap: Moderator']]);
  assert.match(String(request.plan?.cells.systemNote), /Better: 27 October 2026/);
  assert.is(request.press('overlap-accepted', 'SF-COM'), 'not-your-role');
  request.press('overlap-accepted', 'SF-MOD');
  assert.is(request.stage, 'Sending');
  assert.ok(request.history.includes('Overlap accepted (person SF-MOD)'));
  const moved = Request.scheduled(busy);
  moved.move(at('2026-10-22', '12:00'));
  moved.press('day', 'SF-MOD', { day: '2026-10-27' });
  assert.equal([moved.needs, moved.waits.send], [[], at('2026-10-27', '10:00')]);
  moved.move(at('2026-10-27', '10:00'));
  assert.is(moved.stage, 'Sending');
  const forgotten = Request.scheduled(busy);
  forgotten.move(at('2026-11-06', '00:00'));
  assert.is(forgotten.stage, 'Refused', 'held to the end of the window it is never late');
});
s(
  'Scheduled: held over several days it stays in the queue without a letter each day, and goes when there is room',
  () => {
    const request = Request.scheduled({ overloaded: ['2026-10-22', '2026-10-23'] });
    request.move(at('2026-10-23', '12:00'));
    request.post();
    request.say('recheck', 'program');
    assert.equal([request.stage, request.needs, request.post()], ['Scheduled', ['overlap: Moderator'], []]);
    request.facts = { ...request.facts, overloaded: [] };
    request.say('recheck', 'program');
    assert.equal([request.stage, request.needs], ['Sending', []]);
  },
);
s('Scheduled: whatever leaves a week has those look again that are held in it', () => {
  const held = [
    { id: 'ML-HELD', day: '2026-10-23' },
    { id: 'ML-ELSEWHERE', day: '2026-10-30' },
  ];
  const woken = (request: Request) =>
    request.plan?.tells.filter(({ kind }) => kind === 'recheck').map(({ to }) => to) ?? [];
  const other = () => Request.scheduled({ held, wished: '2026-10-23' });
  const moved = other();
  moved.press('day', 'SF-MOD', { day: '2026-10-22' });
  assert.equal(woken(moved), [], 'the same week');
  moved.press('day', 'SF-MOD', { day: '2026-10-27' });
  assert.equal(woken(moved), ['mailing/ML-HELD']);
  moved.say('recheck', 'program');
  assert.equal(woken(moved), [], 'once');
  const withdrawn = other();
  withdrawn.say('withdraw', 'initiator');
  assert.equal(woken(withdrawn), ['mailing/ML-HELD']);
  const voided = other();
  voided.edit({ content: 'C2' });
  assert.equal([voided.stage, woken(voided)], ['In moderation', ['mailing/ML-HELD']]);
  const late = other();
  late.now = at('2026-11-07', '09:00');
  late.wake({ type: 'due', timer: 'send' });
  assert.equal([late.stage, woken(late)], ['Refused', ['mailing/ML-HELD']]);
  const sent = other();
  sent.move(at('2026-10-23', '10:00'));
  assert.equal([sent.stage, woken(sent)], ['Sending', []]);
  const moderated = Request.handedIn({ held });
  moderated.press('day', 'SF-MOD', { day: '2026-10-23' });
  moderated.edit({ content: 'C2' });
  assert.equal(woken(moderated), [], 'the same readers');
  moderated.edit({ audience: { fingerprint: 'A2', count: 60, scope: 'own' } });
  assert.equal([moderated.stage, woken(moderated)], ['In moderation', ['mailing/ML-HELD']], 'other readers');
  const draft = Request.started({ held });
  draft.say('withdraw', 'initiator');
  assert.equal(woken(draft), [], 'it had no day');
});
s('Scheduled: an outage over the window’s end refuses it, never sends it late', () => {
  const request = Request.scheduled({ wished: '2026-11-05' });
  request.now = at('2026-11-07', '09:00');
  request.wake({ type: 'due', timer: 'send' });
  assert.equal([request.stage, request.tells], ['Refused', ['freeze', 'thaw']]);
  const today = Request.scheduled({ wished: '2026-11-05' });
  today.now = at('2026-11-05', '15:00');
  today.wake({ type: 'due', timer: 'send' });
  assert.is(today.stage, 'Sending', 'the same day is inside');
});
s('Scheduled: taken back before its hour, never after', () => {
  const request = Request.scheduled();
  request.post();
  assert.is(request.say('withdraw', 'initiator'), 'mailing-withdrawn');
  assert.equal(
    [request.tells, request.post()],
    [
      ['freeze', 'thaw'],
      ['mailing-withdrawn → initiator', 'mailing-stopped → role:Moderator'],
    ],
  );
  const sending = Request.scheduled();
  sending.move(at('2026-10-22', '10:00'));
  assert.is(sending.say('withdraw', 'initiator'), 'mailing-sending');
});

// Sending and Sent
s('Sending: progress, pause, resume, stop; the end of the window stops it', () => {
  const request = Request.scheduled({ wished: '2026-11-05' });
  request.move(at('2026-11-05', '10:00'));
  request.say('progress', 'program', { sent: 100 });
  assert.is(request.plan?.nextStep, '100 of 120 sent.');
  assert.is(request.press('pause', 'SF-COM'), 'not-your-role');
  request.press('pause', 'SF-MOD');
  assert.equal([request.needs, request.plan?.nextStep], [['paused: Moderator'], 'Paused.']);
  request.press('resume', 'SF-MOD');
  assert.equal(request.needs, []);
  request.move(at('2026-11-06', '00:00'));
  assert.equal([request.stage, request.tells], ['Sending', ['freeze', 'send', 'pause', 'resume', 'stop']]);
  request.say('delivered', 'program', { sent: 100, failed: 0, bounced: 0, left: 20 });
  assert.is(request.stage, 'Done');
});
s('Sent: a report to initiator and moderator, clock kept or breached, then Done', () => {
  const request = Request.scheduled();
  request.move(at('2026-10-22', '10:00'));
  request.post();
  const counts = { sent: 116, failed: 1, bounced: 1, left: 0, unknown: 2 };
  request.say('delivered', 'program', counts);
  assert.equal(request.plan?.letters[0]?.data, { ...counts, kept: true });
  assert.equal(request.plan?.history[0]?.why, '116 sent, 1 failed, 0 not sent, 2 in doubt');
  assert.equal(
    [request.stage, request.post(), request.waits],
    ['Done', ['mailing-report → initiator', 'mailing-report → role:Moderator'], {}],
  );
  const late = Request.handedIn();
  late.move(at('2026-10-21', '12:00'));
  late.press('approve', 'SF-MOD');
  late.move(at('2026-10-22', '10:00'));
  late.say('delivered', 'program', { sent: 1 });
  assert.is(late.plan?.letters[0]?.data?.kept, false);
});

// The social part
s(
  'the social part: asked at approval, reminded, overdue, returned, asked again, and done only with the post’s link',
  () => {
    const request = Request.scheduled({ social: 'with' });
    assert.ok(request.post().includes('social-request → role:Communication officer'));
    assert.is(request.facts.memory?.social?.due, at('2026-10-23', '17:00'));
    request.move(at('2026-10-22', '10:00'));
    request.say('delivered', 'program', { sent: 120 });
    assert.is(request.stage, 'Sent', 'waits for the post');
    request.post();
    request.move(at('2026-10-23', '09:00'));
    assert.equal(request.post(), ['social-reminder → role:Communication officer']);
    request.move(at('2026-10-23', '17:00'));
    assert.equal(request.needs, ['social: Communication officer']);
    assert.is(request.press('social-return', 'SF-MOD'), 'not-your-role');
    request.press('social-return', 'SF-COM');
    assert.equal(request.post(), ['social-returned → initiator', 'social-returned → role:Moderator']);
    assert.equal(request.needs, ['social-returned: Moderator']);
    request.press('social-again', 'SF-MOD');
    assert.equal(request.post(), ['social-request → role:Communication officer']);
    assert.is(request.press('social-confirm', 'SF-COM'), 'social-no-link');
    assert.is(request.press('social-confirm', 'SF-COM', { link: true }), 'social-done');
    assert.is(request.stage, 'Done');
  },
);
s('the social part: its deadline is never after the event, and an ended mailing calls it off', () => {
  const soon = Request.scheduled({ social: 'only', eventDate: '2026-10-20' }, at('2026-10-19', '11:00'));
  assert.equal([soon.stage, soon.facts.memory?.social?.due], ['Scheduled', at('2026-10-19', '17:00')]);
  const over = Request.handedIn({ social: 'only', eventDate: '2026-10-20' }, at('2026-10-19', '11:00'));
  over.move(at('2026-10-20', '00:00'));
  assert.is(over.stage, 'Refused', 'a post on the day of the event is too late');
  assert.is(Request.started({ social: 'only', eventDate: '2026-10-19' }).stage, 'Refused');
  assert.equal(soon.tells, [], 'nobody’s mailbox is touched');
  soon.press('social-confirm', 'SF-COM', { link: true });
  assert.is(soon.stage, 'Done');
  const back = Request.scheduled({ social: 'with' });
  back.post();
  back.say('withdraw', 'initiator');
  assert.ok(back.post().includes('social-cancelled → role:Communication officer'));
  const again = Request.scheduled({ social: 'with' });
  const first = again.plan?.letters.find(({ key }) => key === 'social-request')?.step;
  again.edit({ content: 'C2' });
  again.press('approve', 'SF-MOD');
  assert.is.not(again.plan?.letters.find(({ key }) => key === 'social-request')?.step, first, 'a letter of its own');
});

// Around it
s(
  'a change of the calendar or of the date moves what is waited for and is told; beyond the calendar nothing is guessed',
  () => {
    const request = Request.started();
    request.post();
    request.holidays = { ...request.holidays, daysOff: [...request.holidays.daysOff, '2026-11-10'] };
    request.say('recheck', 'program');
    assert.equal(
      [request.post(), request.facts.memory?.window?.latest],
      [['mailing-dates-changed → initiator'], '2026-11-04'],
    );
    assert.is(request.waits.window, at('2026-11-05', '00:00'));
    request.say('recheck', 'program');
    assert.equal(request.post(), []);
    const scheduled = Request.scheduled();
    scheduled.post();
    scheduled.holidays = { ...scheduled.holidays, daysOff: [...scheduled.holidays.daysOff, '2026-10-22'] };
    scheduled.say('recheck', 'program');
    assert.is(scheduled.waits.send, at('2026-10-23', '10:00'), 'its day became a day off');
    assert.ok(scheduled.post().includes('mailing-scheduled → initiator'));
    assert.throws(() => Request.started({ eventDate: '2028-03-01' }), /not confirmed/);
  },
);
s('after the window a named override lets it out while force majeure lasts, until the event', () => {
  const request = Request.handedIn({ forceMajeure: 'FM-1' }, at('2026-11-05', '17:00'));
  request.move(at('2026-11-06', '10:00'));
  assert.is(request.stage, 'In moderation', 'open under the entry');
  assert.is(request.press('approve', 'SF-MOD'), 'mailing-late');
  request.press('override', 'SF-CEN');
  assert.is(request.waits.window, at(EVENT, '00:00'));
  request.press('approve', 'SF-MOD');
  assert.is(request.stage, 'Sending', 'the hour of that day has come, so nothing is waited for');
  const ended = Request.handedIn({ forceMajeure: 'FM-1' }, at('2026-11-05', '17:00'));
  ended.move(at('2026-11-06', '10:00'));
  ended.edit({ forceMajeure: '' });
  assert.is(ended.stage, 'Refused');
});
s('the sheet’s dropdown sends the page and decides nothing', () => {
  const request = Request.handedIn();
  request.post();
  request.edit({ decision: 'Send me the page' });
  assert.equal([request.stage, request.post()], ['In moderation', ['mailing-page → role:Moderator']]);
  request.edit({ decision: 'Send me the page' });
  assert.equal(request.post(), []);
  request.edit({ decision: 'Withdraw' });
  assert.is(request.stage, 'Withdrawn');
});

s('every stage was entered above, and every letter sent', () => {
  assert.equal([...Request.seen.stages].sort(), [...MAILING_STAGES].sort());
  assert.equal([...Request.seen.letters].sort(), Object.keys(MAILING_LETTERS).sort());
});

s('whatever History said above has words in each language', () => {
  for (const text of Request.seen.history) {
    if (/^(person .*|initiator|[\d-]*|FM-\d)$/.test(text)) continue;
    for (const language of ['kk', 'ru'] as const)
      assert.is.not(historyIn(text, language), historyIn(text, 'en'), `${text} in ${language}`);
  }
  assert.ok(Request.seen.history.size > 40, `${Request.seen.history.size} sentences`);
});

s.run();
