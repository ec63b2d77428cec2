import { addMinutes, civilDateOf } from '../../calendar/index.ts';
import type { Actor } from '../../messages.ts';
import {
  deadline,
  exactly,
  momentWords,
  type Places,
  plural,
  reminder,
  workingDeadline,
  workingReminder,
} from '../../process/index.ts';
import { monthsBetween } from './checks.ts';
import { closeNeed, openNeed } from './needs.ts';
import { type Pair, participantRun, personOn, SIDES } from './types.ts';

/** Asks the activity for what this pair does to the other proposals, in words with names, which never come here. */
export const LOOK = '?';

/** A new row, proposed by matching or typed by staff: the mentor's place is reserved while staff decide. */
export function propose(pair: Pair): void {
  const { out, facts } = pair;
  out.moveTo('Proposed', 'program', 'Waits for the decision of the Center');
  if (!facts.known) return openNeed(pair, 'unknown-person');
  if (!facts.drawn) out.cells.effect = LOOK;
  out.tell(participantRun(facts.mentor), 'reserve', 'propose', { pair: facts.id });
  out.start('proposal', workingReminder(out.moment, 'proposalReminder'));
}

/** Staff did not decide in time. */
export const proposalWaits = (pair: Pair): void =>
  openNeed(pair, 'proposal', String(pair.out.moment.settings.proposalReminder));

/**
 * The Center approved. Places were asked for before: first at the mentee, then at the mentor; who had none is named.
 * A mentee who did not rank this mentor is asked first (M4).
 */
export function approve(pair: Pair, places: Places | undefined, by: Actor): void {
  const { out, facts } = pair;
  closeNeed(pair, 'proposal', 'no-place', 'unknown-person');
  out.stop('proposal', 'grace');
  if (!facts.known) {
    out.cells.systemNote = 'Not approved: one of the IDs is not in Mentors or Mentees.';
    openNeed(pair, 'unknown-person');
    return out.refuse('unknown-person');
  }
  if (places !== 'taken') {
    const who = places ?? 'mentor';
    out.cells.systemNote = `Not approved: the ${who} has no free place. Choose another ${who} or reject.`;
    openNeed(pair, 'no-place', who);
    return out.refuse('no-place');
  }
  if (out.memory.wanted) askMentor(pair, by);
  else askMentee(pair, by);
}

function askMentee(pair: Pair, by: Actor): void {
  const { out } = pair;
  out.moveTo('Asking mentee', by, 'Approved; the mentee did not rank this mentor');
  const answer = workingDeadline(out.moment, 'menteeAnswer');
  out.start('menteeAnswer', answer);
  out.letter('ask-mentee', personOn(pair, 'mentee'), `ask/${personOn(pair, 'mentor')}`, {
    due: answer.at,
    expires: answer.at,
  });
  out.cells.systemNote = `Approved. The mentee is asked until ${momentWords(answer.at)}.`;
}

export function askMentor(pair: Pair, by: Actor): void {
  const { out } = pair;
  out.moveTo('Asking mentor', by, 'The mentor is asked');
  out.stop('menteeAnswer');
  const answer = workingDeadline(out.moment, 'mentorAnswer');
  out.start('mentorAnswer', answer);
  out.start('mentorReminder', workingReminder(out.moment, 'mentorReminder'));
  out.letter('ask-mentor', personOn(pair, 'mentor'), `ask/${personOn(pair, 'mentee')}`, {
    due: answer.at,
    expires: answer.at,
  });
  out.cells.systemNote = `Approved. The mentor is asked until ${momentWords(answer.at)}.`;
}

export function remindMentor(pair: Pair, step = 'remind'): void {
  const answer = pair.out.memory.timers.mentorAnswer;
  pair.out.letter('ask-mentor-reminder', personOn(pair, 'mentor'), step, {
    due: answer?.at,
    ...(answer ? { expires: answer.at } : {}),
  });
}

/** The mentor accepted: both get name and contact data of their match and the agreement (M17, M19). */
export function agree(pair: Pair, by: Actor): void {
  const { out, facts } = pair;
  const today = civilDateOf(out.now);
  out.moveTo('Agreement', by, 'The mentor accepted');
  out.stop('mentorAnswer', 'mentorReminder');
  out.tell(participantRun(personOn(pair, 'mentor')), 'request-answered', 'accept', { pair: facts.id });
  const confirm = deadline(out.moment, 'agreement');
  out.start('agreement', confirm);
  out.start('agreementReminder/1', reminder(out.moment, 'agreementReminder1'));
  out.start('agreementReminder/2', reminder(out.moment, 'agreementReminder2'));
  for (const side of SIDES)
    out.letter('introduction', personOn(pair, side), 'introduction', {
      due: confirm.at,
      expires: confirm.at,
      data: {
        role: side,
        months: facts.newEnd > today ? monthsBetween(today, facts.newEnd) : out.moment.settings.months,
      },
    });
}

export function remindAgreement(pair: Pair, which: string): void {
  const { out } = pair;
  const confirm = out.memory.timers.agreement;
  for (const side of SIDES)
    if (!out.memory.confirmed[side])
      out.letter('agreement-reminder', personOn(pair, side), which, {
        due: confirm?.at,
        ...(confirm ? { expires: confirm.at } : {}),
      });
}

/**
 * Staff put other people into the row. At Proposed it is taken; while people are being asked the request moves: who was asked
 * hears that it is withdrawn, and the row waits for approval again; a pair at work never changes its people.
 */
export function changePeople(pair: Pair): 'same' | 'taken' | 'refused' {
  const { out, facts } = pair;
  const { people } = out.memory;
  if (facts.mentee === people.mentee && facts.mentor === people.mentor) return 'same';
  if (!['Proposed', 'Asking mentee', 'Asking mentor', 'Agreement'].includes(out.stage)) {
    out.cells.systemNote = `A pair at work keeps its people: put back ${people.mentee} and ${people.mentor}, and use the decision "Replace mentor".`;
    out.refuse('use-replace');
    return 'refused';
  }
  const asked =
    out.stage === 'Asking mentor' || out.stage === 'Agreement'
      ? SIDES
      : out.stage === 'Asking mentee'
        ? (['mentee'] as const)
        : [];
  for (const side of asked)
    if (side === 'mentor' || out.stage !== 'Asking mentor')
      out.letter('request-withdrawn', people[side], `withdrawn/${facts.mentee}/${facts.mentor}`, {
        data: { partner: people[side === 'mentor' ? 'mentee' : 'mentor'] },
      });
  for (const side of SIDES)
    if (people[side])
      out.tell(participantRun(people[side]), 'free', `moved/${out.now}`, { pair: facts.id, result: 'moved' });
  out.stop('*');
  // A decision in its grace was about the others: it is weighed anew for these people.
  const { pending, ...rest } = out.memory;
  out.memory = rest;
  if (pending) out.remember({ decision: '' });
  out.remember({
    people: { mentee: facts.mentee, mentor: facts.mentor },
    wanted: facts.ranked,
    confirmed: {},
    open: {},
  });
  out.moveTo('Proposed', 'staff', 'Other people in the row');
  // Staff's own from now on: what matching said of the others is no longer true, and it is not drawn anew.
  Object.assign(out.cells, { choice: '', score: '', against: '', effect: LOOK });
  if (!facts.known) openNeed(pair, 'unknown-person');
  else out.tell(participantRun(facts.mentor), 'reserve', `moved/${out.now}`, { pair: facts.id });
  out.start('proposal', workingReminder(out.moment, 'proposalReminder'));
  out.cells.systemNote =
    facts.decision && facts.decision === out.memory.decision
      ? 'Taken. Clear the decision, then choose Approve to ask these people.'
      : 'Taken. Choose Approve to ask these people.';
  return 'taken';
}

export const graceTimer = (pair: Pair, letters: number) => {
  const many = letters > pair.out.moment.settings.graceMany;
  return exactly(
    addMinutes(pair.out.now, many ? pair.out.moment.settings.graceManyMinutes : pair.out.moment.settings.graceMinutes),
  );
};
export const graceWords = (letters: number, at: string): string =>
  `${plural(letters, 'letter')} at ${momentWords(at)}; clear the cell to stop.`;
