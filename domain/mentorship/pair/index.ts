import type { Message } from '../../messages.ts';
import {
  Effects,
  type Event,
  type Moment,
  momentWords,
  type Places,
  type Plan,
  recomputed,
} from '../../process/index.ts';
import { PAIR_END_STAGES } from '../../program/index.ts';
import * as active from './active.ts';
import * as checks from './checks.ts';
import * as closing from './closing.ts';
import * as ending from './ending.ts';
import * as meeting from './meeting.ts';
import { closeNeed, nameNeeds, type PairCause } from './needs.ts';
import * as pausing from './pause.ts';
import * as proposal from './proposal.ts';
import { emptyPairMemory, type Pair, type PairFacts, type PairMemory, type Side, sideOf } from './types.ts';

/** A pair, from proposal to certificate: what happens on each message and each date, decided without doing anything. */
export { LOOK } from './proposal.ts';
export type { PairFacts, PairMemory } from './types.ts';

export const isPairOver = (stage: string): boolean => (PAIR_END_STAGES as readonly string[]).includes(stage);

/** Approving needs places at both people; the process asks for them before it decides. */
export const needsPlaces = (facts: PairFacts, event: Event): boolean =>
  facts.stage === 'Proposed' && facts.known && decisionIn(facts, event) === 'Approve';

function decisionIn(facts: PairFacts, event: Event): string {
  if (event.type === 'due') return event.timer === 'grace' ? facts.decision : '';
  if (event.type !== 'message' || event.message.kind !== 'decide') return '';
  return String(event.message.data?.decision ?? '');
}

export function decidePair(facts: PairFacts, event: Event, moment: Moment): Plan<PairMemory> {
  const out = new Effects<PairMemory>(moment, facts.id, facts.stage, facts.memory ?? emptyPairMemory(facts));
  const pair: Pair = { facts, out };
  if (event.type === 'start') {
    if (!facts.stage) proposal.propose(pair);
  } else if (event.type === 'due') due(pair, event);
  else if (event.type === 'message') receive(pair, event.message, event.places);
  nameNeeds(pair);
  describe(pair);
  return out.plan();
}

function due(pair: Pair, event: Event & { type: 'due' }): void {
  pair.out.stop(event.timer);
  const [name, part = ''] = event.timer.split('/');
  const month = Number(part);
  switch (name) {
    case 'grace':
      return graceOver(pair, event);
    case 'proposal':
      return proposal.proposalWaits(pair);
    case 'menteeAnswer':
      return ending.menteeDeclines(pair, 'program', true);
    case 'mentorReminder':
      return proposal.remindMentor(pair);
    case 'mentorAnswer':
      return ending.mentorDeclines(pair, 'program', true);
    case 'agreementReminder':
      return proposal.remindAgreement(pair, part);
    case 'agreement':
      return ending.agreementFails(pair, 'program', false);
    case 'plan':
      return active.remindPlan(pair);
    case 'check':
      return checks.ask(pair, month);
    case 'remindCheck':
      return checks.remindCheck(pair, month);
    case 'judge':
      return checks.judge(pair, month);
    case 'nudged':
      return checks.nudgeUnanswered(pair, month);
    case 'partnerSilent':
      return active.partnerStaysSilent(pair);
    case 'resume':
      return pausing.resume(pair, 'program');
    case 'end':
      return closing.close(pair, 'program', 'The formal end was reached');
    case 'surveyReminder':
      return closing.remindSurvey(pair, part);
    case 'closing':
      return closing.finish(pair, 'The last day for the survey has passed');
    default:
      throw new Error(`no such timer: ${name}`);
  }
}

function receive(pair: Pair, message: Message, places: Places | undefined): void {
  const { out } = pair;
  switch (message.kind) {
    case 'edit':
      return edited(pair);
    case 'recheck':
      return out.remember({ timers: recomputed(out.memory.timers, out.moment) });
    case 'decide':
      return decided(pair, message, places);
    case 'need':
      return needHandled(pair, message);
    case 'partner-out':
      return partnerOut(pair, message);
  }
  const side = sideOf(pair, message.by.replace(/^person /, ''));
  if (!side) return out.refuse('not-yours');
  if (isPairOver(out.stage)) return message.kind === 'survey' ? out.answer('surveyed') : out.refuse('over');
  active.signOf(pair, side);
  pressed(pair, side, message);
}

/** What mentors and mentees do by link or form. Each act fits some stages; in others the page says what holds now. */
function pressed(pair: Pair, side: Side, message: Message): void {
  const { out } = pair;
  const at = (...stages: string[]) => stages.includes(out.stage);
  const late = () => out.refuse(`stage-${out.stage.toLowerCase().replaceAll(' ', '-')}`);
  switch (message.kind) {
    case 'accept':
      if (side === 'mentee' && at('Asking mentee')) {
        out.remember({ wanted: true });
        out.answer('accepted');
        return proposal.askMentor(pair, 'mentee');
      }
      if (side !== 'mentor' || !at('Asking mentor')) return at('Agreement', 'Active') ? out.answer('accepted') : late();
      out.answer('accepted');
      return proposal.agree(pair, 'mentor');
    case 'decline':
      if (side === 'mentee' && at('Asking mentee')) return ending.menteeDeclines(pair, 'mentee', false);
      return side === 'mentor' && at('Asking mentor') ? ending.mentorDeclines(pair, 'mentor', false) : late();
    case 'confirm':
      if (at('Active')) return out.answer('confirmed-already');
      return at('Agreement') ? active.confirm(pair, side, message.at) : late();
    case 'refuse':
      return at('Agreement') ? ending.agreementFails(pair, side, true) : late();
    case 'plan':
      return at('Active', 'Paused') ? active.plan(pair, side, message) : late();
    case 'meet':
      return at('Active') ? meeting.meet(pair, side, message) : late();
    case 'unmeet':
      return meeting.callOff(pair, side);
    case 'check':
      return at('Active', 'Paused', 'Closing') ? checks.answerCheck(pair, side, message) : late();
    case 'survey':
      return at('Closing') ? closing.survey(pair, side) : out.answer('surveyed');
    case 'continue':
      return at('Closing') ? closing.goOn(pair, side, true) : late();
    case 'stop':
      return at('Closing') ? closing.goOn(pair, side, false) : late();
    case 'agree':
    case 'disagree':
      return at('Active')
        ? active.answerQuestion(pair, side, message.kind === 'agree', String(message.data?.question ?? ''))
        : late();
    case 'goals':
      return at('Active') ? active.sayGoals(pair, side) : late();
    case 'silent':
      return at('Active') ? active.partnerSilent(pair, side) : late();
    case 'here':
      out.note('Gave a sign', side);
      return out.answer('noted');
    case 'pause':
      return at('Active')
        ? pausing.pause(pair, side, pausing.longestPause(pair, Number(message.data?.days ?? 30)))
        : late();
    case 'resume':
      return at('Paused') ? pausing.goOnEarlier(pair, side) : late();
    case 'end':
      // A link of an older letter, pressed after the formal end: they do not go on.
      if (at('Closing')) return closing.goOn(pair, side, false);
      return at('Active', 'Paused')
        ? ending.endEarly(pair, side, side)
        : at('Agreement')
          ? ending.agreementFails(pair, side, true)
          : late();
    default:
      return out.refuse('unknown-message');
  }
}

/** Letters that a decision would send, for the grace before it acts. */
const LETTERS_OF: Readonly<Record<string, number>> = {
  Approve: 1,
  End: 2,
  'Replace mentor': 2,
  Extend: 2,
  Pause: 2,
  Resume: 2,
  'Remind now': 1,
};

const BEFORE = ['Proposed', 'Asking mentee', 'Asking mentor', 'Agreement'];
const OPEN = [...BEFORE, 'Active', 'Paused', 'Closing'];
/** Stages that a decision of staff fits. */
const FITS: Readonly<Record<string, readonly string[]>> = {
  Approve: ['Proposed'],
  Reject: ['Proposed'],
  Redraw: ['Proposed'],
  Pause: ['Active'],
  Resume: ['Paused'],
  Extend: ['Active'],
  'Replace mentor': ['Asking mentee', 'Asking mentor', 'Agreement', 'Active', 'Paused'],
  End: OPEN,
  'End pair': OPEN,
  'Remind now': OPEN,
};
const fits = (pair: Pair, decision: string): boolean => FITS[decision]?.includes(pair.out.stage) ?? false;

function unfit({ out }: Pair, decision: string): void {
  out.cells.systemNote = `"${decision}" does not fit a pair at "${out.stage}". Nothing was done.`;
  out.refuse('unfit');
}

/** A staff edit is answered at once and acts after its grace, unless it sends nothing. */
function edited(pair: Pair): void {
  const { out, facts } = pair;
  if (proposal.changePeople(pair) === 'refused') return;
  const { pending } = out.memory;
  if (facts.decision === (pending?.decision ?? out.memory.decision ?? '')) return;
  out.stop('grace');
  const { pending: _, ...rest } = out.memory;
  out.memory = rest;
  if (!facts.decision) {
    out.remember({ decision: '' });
    if (pending) out.cells.systemNote = 'Stopped; nothing was sent.';
    return;
  }
  // Not remembered: with the date it is looked at again.
  if (facts.decision === 'Extend' && fits(pair, 'Extend') && !active.isLater(pair, facts.newEnd))
    return active.dateMissing(pair);
  const letters = LETTERS_OF[facts.decision] ?? 0;
  if (!letters || !fits(pair, facts.decision)) {
    out.remember({ decision: facts.decision });
    return act(pair, facts.decision, undefined);
  }
  const grace = proposal.graceTimer(pair, letters);
  out.start('grace', grace);
  out.remember({ pending: { decision: facts.decision } });
  out.cells.systemNote = proposal.graceWords(letters, grace.at);
}

function graceOver(pair: Pair, event: Event & { type: 'due' }): void {
  const { pending, ...rest } = pair.out.memory;
  if (!pending || pending.decision !== pair.facts.decision) return;
  // The cell as last acted upon; what is decided elsewhere leaves it alone, so that staff may choose the same again.
  pair.out.memory = { ...rest, decision: pending.decision };
  act(pair, pending.decision, event.places);
}

function decided(pair: Pair, message: Message, places: Places | undefined): void {
  if (isPairOver(pair.out.stage)) return pair.out.refuse('over');
  if (message.data?.safety) return ending.endEarly(pair, 'staff', undefined, { safety: true });
  act(pair, String(message.data?.decision ?? ''), places);
}

/** A decision of staff, wherever it was made. */
function act(pair: Pair, decision: string, places: Places | undefined): void {
  const { out, facts } = pair;
  const at = (...stages: string[]) => stages.includes(out.stage);
  if (!fits(pair, decision)) return unfit(pair, decision);
  switch (decision) {
    case 'Approve':
      return proposal.approve(pair, places, 'staff');
    case 'Reject':
      return ending.reject(pair, 'staff');
    case 'Redraw':
      return ending.redraw(pair);
    case 'Pause':
      return pausing.pause(pair, 'staff', undefined);
    case 'Resume':
      return pausing.resume(pair, 'staff');
    case 'Extend':
      return active.askExtension(pair, facts.newEnd);
    case 'Replace mentor':
      return at('Active', 'Paused')
        ? ending.endEarly(pair, 'staff', undefined, { replace: true })
        : ending.withdraw(pair, undefined);
    case 'End':
    case 'End pair':
      if (at('Proposed')) return ending.reject(pair, 'staff');
      if (at('Closing')) return closing.finish(pair, 'Closed by the Center');
      return at('Active', 'Paused') ? ending.endEarly(pair, 'staff', undefined) : ending.withdraw(pair, undefined);
    case 'Remind now':
      return remindNow(pair);
  }
}

function remindNow(pair: Pair): void {
  const { out } = pair;
  const step = `now/${out.now}`;
  if (out.stage === 'Asking mentor') proposal.remindMentor(pair, step);
  else if (out.stage === 'Agreement') proposal.remindAgreement(pair, step);
  else if (out.stage === 'Closing') closing.remindSurvey(pair, step);
  else if (out.stage === 'Active')
    for (const month of checks.openMonths(pair)) checks.remindCheck(pair, month, `${step}/${month}`);
  out.cells.systemNote = out.letters.length ? 'Reminders are on their way.' : 'Nobody has to be reminded now.';
}

/** An action chosen in Needs you. */
function needHandled(pair: Pair, message: Message): void {
  const { out } = pair;
  const action = String(message.data?.action ?? '');
  const cause = String(message.data?.cause ?? '') as PairCause;
  const month = Number(out.memory.open[cause]?.split('|')[0]);
  closeNeed(pair, cause);
  if (cause === 'partner-silent') active.silenceOver(pair);
  out.note(`${action} chosen in Needs you`, 'staff', cause);
  if (action === 'Ask again' && month) return checks.ask(pair, month);
  if (action === 'Replace mentor' || action === 'End pair') return act(pair, action, undefined);
}

/** The person on one side paused, came back, or left the programme. */
function partnerOut(pair: Pair, message: Message): void {
  const { out } = pair;
  const person = String(message.data?.person ?? '');
  const side = sideOf(pair, person);
  const how = message.data?.how;
  if (!side || isPairOver(out.stage)) return;
  if (how === 'resumed') {
    return pausing.personBack(pair, side, person);
  }
  switch (out.stage) {
    case 'Active':
      return how === 'paused' ? pausing.pause(pair, side, undefined, person) : ending.endEarly(pair, side, side);
    case 'Paused':
      return how === 'paused' ? pausing.pausedToo(pair, side, person) : ending.endEarly(pair, side, side);
    case 'Closing':
      // The six months are done; whoever leaves now simply does not go on.
      return how === 'paused' ? undefined : closing.goOn(pair, side, false);
    default:
      return ending.withdraw(pair, side);
  }
}

const TIMER_WORDS: Readonly<Record<string, string>> = {
  grace: 'The decision is carried out',
  proposal: 'Reminder to decide',
  menteeAnswer: 'Answer of the mentee due',
  mentorReminder: 'Reminder to the mentor',
  mentorAnswer: 'Answer of the mentor due',
  agreementReminder: 'Reminder to confirm',
  agreement: 'Agreement to be confirmed',
  plan: 'Reminder about the plan',
  check: 'Monthly check',
  remindCheck: 'Reminder about the check',
  judge: 'Check is judged',
  nudged: 'Answer after the nudge due',
  partnerSilent: 'A sign of the partner due',
  resume: 'Resumes by itself',
  end: 'Formal end',
  surveyReminder: 'Reminder about the survey',
  closing: 'Closes at the latest',
};

/** Next step in words for staff, and what the run waits for, for operators. */
function describe(pair: Pair): void {
  const { out } = pair;
  if (isPairOver(out.stage)) {
    out.nextStep = '';
    out.waitingFor = 'nothing';
    return;
  }
  const waits: Readonly<Record<string, string>> = {
    Proposed: 'decision of the Center',
    'Asking mentee': 'answer of the mentee',
    'Asking mentor': 'answer of the mentor',
    Agreement: 'confirmations',
    Active: 'next check',
    Paused: 'resumption',
    Closing: 'surveys',
  };
  out.waitingFor = waits[out.stage] ?? 'a date';
  const soonest = Object.entries(out.memory.timers).sort(([, a], [, b]) => (a.at < b.at ? -1 : 1))[0];
  const words = soonest
    ? `${TIMER_WORDS[soonest[0].split('/')[0] ?? ''] ?? 'Next'}: ${momentWords(soonest[1].at)}`
    : '';
  out.nextStep = out.stage === 'Proposed' ? `Choose Approve or Reject. ${words}` : words;
}
