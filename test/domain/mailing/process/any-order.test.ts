import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addDays, civilDateOf, fromMs, isWorkingDay, toMs } from '../../../../domain/calendar/index.ts';
import { isMailingOver } from '../../../../domain/mailing/index.ts';
import { LANGUAGE_CODES, outcomeIn } from '../../../../domain/words/index.ts';
import { HOLIDAYS } from '../samples.ts';
import { at, EVENT, Request } from './request.ts';

const s = suite('a mailing, whatever happens in whatever order');

/** Whatever the process answers, the page of whoever pressed has words for it in each language. */
function inWords(code: string): void {
  for (const language of LANGUAGE_CODES)
    assert.is.not(outcomeIn(code, language), outcomeIn('unexpected', language), `${code} in ${language}`);
}

const initiator = fc
  .constantFrom('hand-in', 'hand-in', 'hand-in', 'consent', 'withdraw')
  .map((kind) => (r: Request) => inWords(r.say(kind, 'initiator', { fixed: 'C2' })));
const staff = fc
  .tuple(
    fc.constantFrom(
      'approve',
      'approve',
      'approve',
      'return',
      'fix',
      'reject',
      'coordinate',
      'mistaken',
      'override',
      'overlap-accepted',
      'day',
      'pause',
      'resume',
      'stop',
      'social-confirm',
      'social-return',
      'social-again',
    ),
    fc.constantFrom('SF-MOD', 'SF-TWO', 'SF-CEN', 'SF-COM', 'SF-NOBODY'),
    fc.integer({ min: 0, max: 30 }),
  )
  .map(
    ([kind, who, n]) =>
      (r: Request) =>
        inWords(r.press(kind, who, { finding: 'R6/x', fixed: 'C2', day: addDays('2026-10-15', n), link: true })),
  );
const edit = fc
  .record(
    {
      content: fc.constantFrom('C1', 'C2'),
      audience: fc
        .constantFrom('own', 'broad')
        .map((scope) => ({ fingerprint: `A-${scope}`, count: 3, scope }) as const),
      findings: fc.constantFrom([], [{ key: 'R6/x', rule: 'R6', severity: 'error' as const }]),
      overloaded: fc.constantFrom([], ['2026-10-22', '2026-10-23', '2026-11-04', '2026-11-05']),
      forceMajeure: fc.constantFrom('', '', '', 'FM-1'),
    },
    { requiredKeys: [] },
  )
  .map((facts) => (r: Request) => r.edit(facts));
const time = fc
  .integer({ min: 1, max: 60 })
  .map((hours) => (r: Request) => r.move(fromMs(toMs(r.now) + hours * 3_600_000)));
const outage = fc.integer({ min: 1, max: 200 }).map((hours) => (r: Request) => {
  r.now = fromMs(toMs(r.now) + hours * 3_600_000);
});
const delivered = fc.constant((r: Request) => r.say('delivered', 'program', { sent: 3 }));
const step = fc.oneof(
  { weight: 3, arbitrary: initiator },
  { weight: 6, arbitrary: staff },
  { weight: 1, arbitrary: edit },
  { weight: 4, arbitrary: time },
  { weight: 1, arbitrary: outage },
  { weight: 1, arbitrary: delivered },
);
const begun = fc.record({
  ready: fc.boolean(),
  social: fc.constantFrom('none', 'none', 'with'),
  direction: fc.constantFrom('event', 'event', 'vacancy', 'board-decision'),
} as const);

s('it goes out only inside its window, on a working day, as it was approved, by people who may (property)', () => {
  let sent = 0;
  fc.assert(
    fc.property(begun, fc.array(step, { minLength: 4, maxLength: 40 }), ({ ready, ...facts }, steps) => {
      const request = ready ? Request.scheduled(facts) : Request.handedIn(facts);
      for (const act of steps) {
        const before = request.moves.length;
        act(request);
        const { memory } = request.facts;
        if (isMailingOver(request.stage))
          assert.equal(
            Object.keys(request.waits).filter((name) => !name.startsWith('social')),
            [],
            'nothing is waited for after the end',
          );
        for (const [stage, when] of request.moves.slice(before)) {
          if (stage !== 'Sending') continue;
          sent++;
          const day = civilDateOf(when);
          const approval = memory?.approval;
          assert.ok(isWorkingDay(day, HOLIDAYS), `${day} is worked`);
          assert.ok(when >= at(day, '10:00'), 'not before its hour');
          if (facts.direction !== 'board-decision' && !memory?.override)
            assert.ok(day >= '2026-10-22' && day <= '2026-11-05', day);
          if (facts.direction !== 'board-decision') assert.ok(day < EVENT);
          assert.ok(approval && ['SF-MOD', 'SF-TWO'].includes(approval.by));
          assert.equal(
            [approval?.content, approval?.audience],
            [request.facts.content, request.facts.audience.fingerprint],
          );
          if (request.facts.audience.scope === 'broad') assert.is(memory?.coordination?.by, 'SF-CEN');
          if (request.facts.overloaded.includes(day)) assert.ok(memory?.overlap, 'somebody let the overlap pass');
        }
      }
      request.move(at('2026-11-13', '09:00'));
      if (facts.direction !== 'board-decision' && request.stage !== 'Sending' && request.stage !== 'Sent')
        assert.ok(
          isMailingOver(request.stage) || request.facts.forceMajeure !== '',
          `${request.stage} after the event`,
        );
    }),
    { numRuns: 400 },
  );
  assert.ok(sent > 20, `${sent} went out, so the property says something`);
});

s('the clock never runs while the initiator has it, and its spans never overlap (property)', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 40 }), (steps) => {
      const request = Request.started();
      for (const act of steps) {
        act(request);
        const spans = request.facts.memory?.spans ?? [];
        assert.is(
          spans.some(({ to }) => to === undefined),
          request.stage === 'In moderation',
          request.stage,
        );
        for (const [i, span] of spans.entries()) {
          assert.ok(span.to === undefined || span.to >= span.from);
          const next = spans[i + 1];
          if (next) assert.ok(span.to !== undefined && next.from >= span.to);
        }
      }
    }),
    { numRuns: 300 },
  );
});

s.run();
