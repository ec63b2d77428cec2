import {
  addDays,
  addMinutes,
  type CivilDate,
  civilDateOf,
  DAY_MS,
  fromMs,
  type Instant,
  instantAt,
  toMs,
} from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import {
  dayWords,
  deadline,
  Effects,
  type Event,
  exactly,
  type Memory,
  type Moment,
  momentWords,
  type Plan,
  plural,
  recomputed,
} from '../../process/index.ts';
import { rowId } from '../../program/index.ts';

/** A season: applications, choice rounds, matching, next choices, report. Only this process writes proposed pairs. */

export interface Proposal {
  readonly mentee: string;
  readonly mentor: string;
}
/** What matching found, computed in an activity over names and interests that stay there. */
export interface Matching {
  readonly pairs: readonly Proposal[];
  readonly unmatched: readonly { readonly mentee: string; readonly why: string }[];
}

export interface CohortFacts {
  readonly id: string;
  /** The name that all rows of the season carry. */
  readonly name: string;
  /** The name as it stands in the row now. */
  readonly typedName: string;
  readonly stage: string;
  readonly decision: string;
  readonly opensOn: CivilDate | '';
  readonly closesOn: CivilDate | '';
  readonly endsOn: CivilDate | '';
  readonly memory: CohortMemory | undefined;
  readonly inSheet: boolean;
  /** Mentees who may choose now: eligible or waiting, without a pair. */
  readonly choosers: readonly string[];
  /** Mentors with room, and how much. */
  readonly room: Readonly<Record<string, number>>;
  /** Last ranking of each mentee. */
  readonly rankings: Readonly<Record<string, readonly string[]>>;
  /** Pairs of this season that are not over, at Proposed and in all. */
  readonly proposed: readonly string[];
  readonly openPairs: number;
  /** People who applied while there was no season. */
  readonly unassigned: readonly string[];
  /** Everybody of the season, and pairs ever tried as `mentee/mentor`. */
  readonly people: readonly string[];
  readonly tried: readonly string[];
  readonly numbers: string;
}

export interface CohortMemory extends Memory {
  readonly version: 1;
  /** The name the season began with. */
  readonly name?: string;
  readonly round: number;
  readonly closes?: Instant;
  /** Somebody approved a pair of this round: lower choices are covered. */
  readonly pending?: { readonly decision: string };
  readonly open: Readonly<Record<string, string>>;
}

type Cohort = { readonly facts: CohortFacts; readonly out: Effects<CohortMemory> };

/** Matching needs names and interests, so the process asks for it before it decides. */
export const needsMatching = (facts: CohortFacts, event: Event): boolean =>
  event.type === 'due'
    ? event.timer === 'roundCloses' || (event.timer === 'grace' && facts.decision === 'Run matching now')
    : false;

export function decideCohort(
  facts: CohortFacts,
  event: Event,
  moment: Moment,
  matching?: Matching,
): Plan<CohortMemory> {
  const out = new Effects<CohortMemory>(
    moment,
    facts.id,
    facts.stage,
    facts.memory ?? { version: 1, timers: {}, round: 0, open: {} },
  );
  const cohort: Cohort = { facts, out };
  if (event.type === 'start') {
    if (!facts.stage) plan(cohort);
  } else if (event.type === 'due') due(cohort, event.timer, matching);
  else if (event.type === 'message') receive(cohort, event.message);
  tellOfOtherClose(cohort);
  // The figures are counted anew when the season moves on.
  if (out.stage !== facts.stage) out.tell('desk', 'season', `stage/${out.stage}/${out.now}`);
  out.cells.numbers = facts.numbers;
  describe(cohort);
  return out.plan();
}

const morning = (cohort: Cohort, day: CivilDate): Instant => instantAt(day, cohort.out.moment.settings.gatherTime);

/** A row typed by staff: its days decide. */
function plan(cohort: Cohort): void {
  const { out, facts } = cohort;
  if (!facts.opensOn || !facts.closesOn || !facts.endsOn) {
    out.cells.systemNote = 'Fill in the three days; the season starts by itself.';
    return;
  }
  out.moveTo('Planned', 'staff', 'Typed by staff');
  out.remember({ name: facts.name });
  schedule(cohort);
}

function schedule(cohort: Cohort): void {
  const { out, facts } = cohort;
  out.start('opens', exactly(morning(cohort, facts.opensOn)));
  out.start('round', exactly(morning(cohort, addDays(facts.closesOn, 1))));
  scheduleEnd(cohort);
  out.cells.systemNote = `Applications from ${dayWords(facts.opensOn)} to ${dayWords(facts.closesOn)}.`;
}

const scheduleEnd = ({ facts, out }: Cohort): void =>
  out.start('ends', exactly(instantAt(addDays(facts.endsOn, 1), '12:00')));

function due(cohort: Cohort, timer: string, matching: Matching | undefined): void {
  const { out } = cohort;
  out.stop(timer);
  switch (timer) {
    case 'opens':
      return openApplications(cohort);
    case 'round':
      return openRound(cohort, cohort.facts.choosers);
    case 'roundCloses':
      return closeRound(cohort, matching);
    case 'rolling':
      return rolling(cohort);
    case 'grace':
      return graceOver(cohort, matching);
    case 'ends':
      return end(cohort);
    default:
      throw new Error(`no such timer: ${timer}`);
  }
}

/** People who applied while there was no season belong to this one from now on. */
function openApplications({ out, facts }: Cohort): void {
  out.moveTo('Applications', 'program', 'The first day of applications');
  for (const person of facts.unassigned) out.tell(`participant/${person}`, 'recheck', `opens/${facts.name}`);
}

/** Every registered, eligible mentee gets the catalogue and ranks (M15). */
function openRound(cohort: Cohort, choosers: readonly string[]): void {
  const { out } = cohort;
  out.stop('round', 'rolling');
  const closes = deadline(out.moment, 'choiceRound');
  const round = out.memory.round + 1;
  out.remember({ round, closes: closes.at });
  out.start('roundCloses', closes);
  out.moveTo('Choice round', 'program', `Round ${round}: ${plural(choosers.length, 'mentee')}`);
  for (const mentee of choosers) invite(cohort, mentee);
}

function invite({ out }: Cohort, mentee: string): void {
  const { round, closes = out.now } = out.memory;
  out.tell(`participant/${mentee}`, 'choose', `choose/${round}/${closes}`, { round, closes });
}

/** The round closes at another time than was said, after an outage or an edit of the settings: whoever chooses hears it. */
function tellOfOtherClose(cohort: Cohort): void {
  const { out, facts } = cohort;
  const closes = out.memory.timers.roundCloses?.at;
  if (out.stage !== 'Choice round' || !closes || closes === out.memory.closes) return;
  out.remember({ closes });
  for (const mentee of facts.choosers) invite(cohort, mentee);
}

/** Whoever becomes eligible while a round is open joins it if there is time to choose; else the next round is theirs. */
function joins(cohort: Cohort, mentee: string): void {
  const { out } = cohort;
  const { closes = '' } = out.memory;
  const enough = fromMs(toMs(out.now) + out.moment.settings.shortenedGrace * DAY_MS);
  if (out.stage === 'Choice round' && mentee && closes >= enough) invite(cohort, mentee);
}

/** The round is over: pairs are proposed, and who has none hears why. */
function closeRound(cohort: Cohort, matching: Matching | undefined): void {
  const { out } = cohort;
  out.stop('roundCloses', 'round');
  if (!matching) throw new Error('matching was not computed');
  out.moveTo('Running', 'program', `Round ${out.memory.round}: ${plural(matching.pairs.length, 'pair')} proposed`);
  for (const pair of matching.pairs) {
    propose(cohort, pair);
    out.tell(`participant/${pair.mentee}`, 'round-closed', `round/${out.memory.round}`, {
      round: out.memory.round,
      result: 'proposed',
    });
  }
  for (const { mentee, why } of matching.unmatched)
    out.tell(`participant/${mentee}`, 'round-closed', `round/${out.memory.round}`, {
      round: out.memory.round,
      result: 'waiting',
      why,
    });
  next(cohort);
}

/** A proposed pair is a row of Matches and a run of its own. */
function propose(cohort: Cohort, { mentee, mentor }: Proposal): string {
  const { out, facts } = cohort;
  const id = rowId('matches', `${facts.name}/${mentee}/${mentor}/${out.memory.round}`);
  out.rows.push({ tab: 'matches', id, cells: { season: facts.name }, create: { mentee, mentor } });
  out.starts.push({ name: 'mentorship', row: id });
  return id;
}

/** Later applicants join rolling rounds while mentors have room (M18). */
function rolling(cohort: Cohort): void {
  const { facts, out } = cohort;
  const room = Object.values(facts.room).reduce((a, b) => a + b, 0);
  if (facts.choosers.length > 0 && room > 0 && civilDateOf(out.now) <= facts.endsOn)
    return openRound(cohort, facts.choosers);
  next(cohort);
}

function next(cohort: Cohort): void {
  const { out, facts } = cohort;
  if (civilDateOf(out.now) <= facts.endsOn)
    out.start('rolling', exactly(morning(cohort, addDays(civilDateOf(out.now), out.moment.settings.rollingRound))));
}

function receive(cohort: Cohort, message: Message): void {
  const { out } = cohort;
  switch (message.kind) {
    case 'edit':
      return edited(cohort);
    case 'recheck':
      return out.remember({ timers: recomputed(out.memory.timers, out.moment) });
    case 'eligible':
      return joins(cohort, String(message.data?.person ?? ''));
    case 'pair-ended':
      return pairEnded(cohort, message);
    case 'need':
      return;
    default:
      return out.refuse('unknown-message');
  }
}

/** No pair of this season starts any more. */
const isOver = ({ facts, out }: Cohort): boolean =>
  out.memory.open.ending !== undefined || civilDateOf(out.now) > facts.endsOn;

/** A pair ended before it began: the next choice is asked; approving a round covers the lower choices too. */
function pairEnded(cohort: Cohort, message: Message): void {
  const { facts, out } = cohort;
  const mentee = String(message.data?.mentee ?? '');
  out.note(`Pair ${message.data?.pair} ended: ${message.data?.result}`, 'program');
  const { next } = message.data ?? {};
  if (isOver(cohort)) {
    if (next === 'choice' || next === 'wait')
      out.tell(`participant/${mentee}`, 'season-over', `over/${message.data?.pair}`, { season: facts.name });
  } else if (next === 'choice') {
    const mentor = (facts.rankings[mentee] ?? []).find(
      (id) => (facts.room[id] ?? 0) > 0 && !facts.tried.includes(`${mentee}/${id}`),
    );
    if (mentor) {
      const pair = propose(cohort, { mentee, mentor });
      if (message.data?.result !== 'rejected')
        out.tell(`mentorship/${pair}`, 'decide', `next/${message.data?.pair}`, { decision: 'Approve' });
    } else
      out.tell(`participant/${mentee}`, 'round-closed', `no-next/${message.data?.pair}`, {
        round: out.memory.round,
        result: 'waiting',
        why: 'choices-exhausted',
      });
  }
  closeWhenDone(cohort);
}

function edited(cohort: Cohort): void {
  const { out, facts } = cohort;
  if (!out.stage) return plan(cohort);
  if (facts.typedName !== facts.name) out.cells.systemNote = `The rows of this season keep the name ${facts.name}.`;
  if (out.stage === 'Planned' || out.stage === 'Applications') schedule(cohort);
  else if (out.memory.timers.ends && facts.endsOn) scheduleEnd(cohort);
  const { pending, ...rest } = out.memory;
  if (facts.decision === (pending?.decision ?? out.memory.decision ?? '')) return;
  out.stop('grace');
  out.memory = rest;
  if (!facts.decision) {
    out.remember({ decision: '' });
    if (pending) out.cells.systemNote = 'Stopped; nothing was sent.';
    return;
  }
  const letters = facts.decision === 'Approve all proposals' ? facts.proposed.length : facts.choosers.length;
  const { graceMany, graceManyMinutes, graceMinutes } = out.moment.settings;
  const minutes = letters > graceMany ? graceManyMinutes : graceMinutes;
  const at = addMinutes(out.now, minutes);
  out.remember({ pending: { decision: facts.decision } });
  out.start('grace', exactly(at));
  out.cells.systemNote = `${plural(letters, 'letter')} at ${momentWords(at)}; clear the cell to stop.`;
}

function graceOver(cohort: Cohort, matching: Matching | undefined): void {
  const { out, facts } = cohort;
  const { pending, ...rest } = out.memory;
  if (!pending || pending.decision !== facts.decision) return;
  out.memory = { ...rest, decision: pending.decision };
  out.cells.systemNote = `Done: ${pending.decision}.`;
  switch (pending.decision) {
    case 'Approve all proposals':
      for (const pair of facts.proposed)
        out.tell(`mentorship/${pair}`, 'decide', `approve-all/${out.now}`, { decision: 'Approve' });
      out.note(`Approved ${plural(facts.proposed.length, 'proposal')}`, 'staff');
      return;
    case 'Open choice round now':
      return openRound(cohort, facts.choosers);
    case 'Run matching now':
      return closeRound(cohort, matching);
    case 'Close season':
      return end(cohort);
  }
}

/** No pair of this season starts after this day. */
function end(cohort: Cohort): void {
  const { out, facts } = cohort;
  out.stop('*');
  for (const person of facts.people)
    out.tell(`participant/${person}`, 'season-over', 'season-over', { season: facts.name });
  out.note('No more pairs start in this season', 'program');
  // What staff have not decided by then starts no more; requests already out may still be answered.
  for (const pair of facts.proposed) out.tell(`mentorship/${pair}`, 'decide', 'season-over', { decision: 'Reject' });
  if (out.stage === 'Choice round') out.moveTo('Running', 'program', 'The season is over');
  out.remember({ open: { ending: out.now } });
  closeWhenDone(cohort);
}

function closeWhenDone(cohort: Cohort): void {
  const { out, facts } = cohort;
  if (!out.memory.open.ending || facts.openPairs > 0) return;
  out.moveTo('Closed', 'program', 'The last pair has ended');
  out.ends = true;
}

const WORDS: Readonly<Record<string, string>> = {
  opens: 'Applications open',
  round: 'Choice round opens',
  roundCloses: 'Choice round closes',
  rolling: 'Next round',
  ends: 'Season ends',
  grace: 'The decision is carried out',
};
function describe(cohort: Cohort): void {
  const { out } = cohort;
  const soonest = Object.entries(out.memory.timers).sort(([, a], [, b]) => (a.at < b.at ? -1 : 1))[0];
  out.nextStep = soonest ? `${WORDS[soonest[0]] ?? 'Next'}: ${momentWords(soonest[1].at)}` : '';
  out.waitingFor = soonest ? (WORDS[soonest[0]] ?? 'a date').toLowerCase() : 'pairs to end';
}
