import { civilDateOf } from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import { stopSpan } from '../clock.ts';
import { handIn, isLate, needsCoordination, toModeration } from './draft.ts';
import { end } from './ending.ts';
import { schedule } from './schedule.ts';
import { type Bound, forget, isOverridden, type Mailing } from './types.ts';

/** Who pressed, by the signed page; '' for anybody else. */
export const personOf = (message: Message): string => /^person (.+)$/.exec(message.by)?.[1] ?? '';
const wordOf = (message: Message, name: string): string => String(message.data?.[name] ?? '');

/** The code of a refusal when somebody may not moderate this mailing: not the role, or the initiator themselves. */
function notModerator({ facts }: Mailing, message: Message): string | undefined {
  const who = personOf(message);
  if (!facts.moderators.includes(who)) return 'not-your-role';
  return who === facts.initiator ? 'mailing-own' : undefined;
}

/** What was decided about is what stands there: two moderators at once, or an edit meanwhile, decide about nothing by mistake. */
function isStale({ facts, out }: Mailing, message: Message): boolean {
  const { content, audience } = { content: facts.content, audience: facts.audience.fingerprint };
  return (
    wordOf(message, 'content') !== content ||
    wordOf(message, 'audience') !== audience ||
    out.memory.seen?.content !== content ||
    out.memory.seen.audience !== audience
  );
}

const bound = (mailing: Mailing, message: Message): Bound => ({
  by: personOf(message),
  at: message.at,
  content: mailing.facts.content,
  audience: mailing.facts.audience.fingerprint,
});

/** Errors that keep it back: not called mistaken by two people (Q28). */
const openErrors = ({ facts, out }: Mailing) =>
  facts.findings.filter(({ key, severity }) => severity === 'error' && (out.memory.mistaken[key]?.length ?? 0) < 2);

/** Every decision of a person in moderation. Each is bound to what that person saw. */
export function moderated(mailing: Mailing, message: Message): void {
  const { out } = mailing;
  if (out.stage === 'Returned') return out.refuse('mailing-returned-already');
  if (out.stage !== 'In moderation') return out.refuse(`mailing-${out.stage.toLowerCase()}`);
  if (message.kind === 'coordinate') return coordinate(mailing, message);
  const why = notModerator(mailing, message);
  if (why) return out.refuse(why);
  if (isStale(mailing, message)) return out.refuse('mailing-changed');
  switch (message.kind) {
    case 'approve':
      return approve(mailing, message);
    case 'return':
      return giveBack(mailing, message);
    case 'fix':
      return fix(mailing, message);
    case 'reject':
      out.remember({ spans: stopSpan(out.memory.spans, message.at) });
      out.answer('mailing-rejected');
      return end(mailing, 'Rejected', message.by, 'Rejected by the moderator', 'mailing-rejected');
  }
}

function approve(mailing: Mailing, message: Message): void {
  const { out, facts } = mailing;
  const errors = openErrors(mailing);
  if (errors.length > 0 && !isOverridden(mailing)) {
    out.cells.systemNote = `Not approved; errors left: ${[...new Set(errors.map(({ rule }) => rule))].join(', ')}.`;
    return out.refuse('mailing-errors');
  }
  if (isLate(mailing)) return out.refuse('mailing-late');
  out.remember({ approval: { ...bound(mailing, message), rulesVersion: facts.rulesVersion } });
  out.note(
    'Approved',
    message.by,
    `Rules ${facts.rulesVersion}${errors.length > 0 ? `, under ${facts.forceMajeure}` : ''}`,
  );
  out.answer('mailing-approved');
  settle(mailing, message.at);
}

/** Scheduled as soon as both have decided; the clock runs until then (R26). */
function settle(mailing: Mailing, at: string): void {
  const { out } = mailing;
  if (!out.memory.approval || (needsCoordination(mailing) && !out.memory.coordination)) return;
  out.remember({ spans: stopSpan(out.memory.spans, at) });
  schedule(mailing);
}

function coordinate(mailing: Mailing, message: Message): void {
  const { out, facts } = mailing;
  if (!facts.approvers.includes(personOf(message))) return out.refuse('not-your-role');
  if (personOf(message) === facts.initiator) return out.refuse('mailing-own');
  if (isStale(mailing, message)) return out.refuse('mailing-changed');
  if (!needsCoordination(mailing)) return out.answer('mailing-no-coordination');
  if (wordOf(message, 'answer') === 'no') {
    out.remember({ spans: stopSpan(out.memory.spans, message.at) });
    out.answer('mailing-rejected');
    return end(mailing, 'Rejected', message.by, 'Not approved by the Center', 'mailing-rejected');
  }
  out.remember({ coordination: bound(mailing, message) });
  out.note('Coordinated', message.by, 'Approved by the Center');
  out.answer('mailing-coordinated');
  settle(mailing, message.at);
}

/** Returned with every finding; the clock stands still (R21). */
function giveBack(mailing: Mailing, message: Message): void {
  const { out } = mailing;
  out.remember({ spans: stopSpan(out.memory.spans, message.at) });
  out.moveTo('Returned', message.by, 'Returned with findings');
  forget(out, 'approval', 'coordination');
  out.letter('mailing-returned', out.row, `round/${out.memory.round}`);
  out.answer('mailing-returned');
}

/** The moderator put it right; it counts when the initiator agrees by one button, and until then the clock stands still (R21). */
function fix(mailing: Mailing, message: Message): void {
  const { out } = mailing;
  out.remember({ spans: stopSpan(out.memory.spans, message.at), fix: wordOf(message, 'fixed') });
  out.moveTo('Returned', message.by, 'A fix waits for the consent of the initiator');
  forget(out, 'approval', 'coordination');
  out.letter('mailing-consent', out.row, `round/${out.memory.round}/${out.memory.fix}`);
  out.answer('mailing-fix-sent');
}

/** The initiator agrees to the fix, which by then stands in the draft: handed in again at once. */
export function consent(mailing: Mailing, message: Message): void {
  const { out, facts } = mailing;
  if (message.by !== 'initiator') return out.refuse('not-yours');
  if (out.stage !== 'Returned' || out.memory.fix === undefined) return out.refuse('nothing-asked');
  if (wordOf(message, 'fixed') !== out.memory.fix || facts.content !== out.memory.fix)
    return out.refuse('mailing-changed');
  handIn(mailing, message.at, 'initiator');
}

/** A false alarm counts when a moderator and a Center approver, two people, both say so in words (Q28). Kept with the rules' version. */
export function mistaken(mailing: Mailing, message: Message): void {
  const { out, facts } = mailing;
  const who = personOf(message);
  const key = wordOf(message, 'finding');
  const finding = facts.findings.find((one) => one.key === key);
  if (!finding) return out.refuse('mailing-no-finding');
  if (who === facts.initiator) return out.refuse('mailing-own');
  const isModerator = facts.moderators.includes(who);
  if (!isModerator && !facts.approvers.includes(who)) return out.refuse('not-your-role');
  const others = (out.memory.mistaken[key] ?? []).filter((one) => one !== who);
  const [first] = others;
  const both =
    first !== undefined &&
    ((isModerator && facts.approvers.includes(first)) ||
      (facts.approvers.includes(who) && facts.moderators.includes(first)));
  out.remember({ mistaken: { ...out.memory.mistaken, [key]: both ? [first, who] : [who] } });
  out.note(`${finding.rule}: called mistaken`, message.by, `Rules ${facts.rulesVersion}`);
  out.answer(both ? 'finding-mistaken' : 'finding-one-more');
}

/** A named person lets it pass under an entry of force majeure (P14); without one in force nobody can. */
export function override(mailing: Mailing, message: Message): void {
  const { out, facts } = mailing;
  const who = personOf(message);
  if (who === facts.initiator) return out.refuse('mailing-own');
  if (!facts.approvers.includes(who)) return out.refuse('not-your-role');
  if (facts.forceMajeure === '') return out.refuse('mailing-no-override');
  forget(out, 'closed');
  out.remember({ override: { by: who, at: message.at, entry: facts.forceMajeure } });
  out.note('Override', message.by, facts.forceMajeure);
  out.answer('mailing-overridden');
}

/** Somebody changed what is being moderated: nothing decided about the old text counts any more, and the clock goes on. */
export function changed(mailing: Mailing): void {
  const { out, facts } = mailing;
  const { seen } = out.memory;
  if (seen?.content === facts.content && seen.audience === facts.audience.fingerprint) return;
  out.note('Changed during moderation', 'program', `On ${civilDateOf(out.now)}`);
  toModeration(mailing, out.now);
}
