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
import type { Change, Counter, Unmatched, Way } from '../../matching/index.ts';
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
  workingDeadline,
} from '../../process/index.ts';
import { rowId } from '../../program/index.ts';

/** A season: applications, choice rounds, matching, next choices, report. Only this process writes proposed pairs. */

export interface Proposal {
  readonly mentee: string;
  readonly mentor: string;
  /** 0 to 100; absent for a next choice. */
  readonly score?: number;
  /** What speaks against it and what would change it, in codes. */
  readonly against?: readonly (Counter | Change)[];
}
/** What matching found, computed in an activity over names and interests that stay there. */
export interface Matching {
  readonly way: Way;
  readonly pairs: readonly Proposal[];
  readonly unmatched: readonly Unmatched[];
  /** Proposals that stand already and are found again; drawn ones that are not. */
  readonly kept: number;
  readonly stale: readonly string[];
  /** The figures of both ways, for staff. */
  readonly ways: string;
}
/** What matching is asked for. */
export interface MatchingOrder {
  /** Instead of the way in Settings. */
  readonly way?: Way;
  /** Draw proposals of this round anew that staff have not touched. */
  readonly again: boolean;
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
  /** Those at Proposed that matching drew and staff have neither decided nor changed. */
  readonly drawn: readonly { readonly id: string; readonly mentee: string; readonly mentor: string }[];
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
  /** The way this round was last matched. */
  readonly way?: Way;
  /** How often this round was drawn anew. */
  readonly draw?: number;
  /** Who ranked and has no proposal, with the reason: they hear it once staff have had time to choose another way. */
  readonly left?: Readonly<Record<string, Left>>;
  /** Somebody approved a pair of this round: lower choices are covered. */
  readonly pending?: { readonly decision: string };
  readonly open: Readonly<Record<string, string>>;
}

/** Why somebody has no proposal, and IDs of mentors who would fit, with spaces between. */
interface Left {
  readonly why: string;
  readonly suggest: string;
}

type Cohort = { readonly facts: CohortFacts; readonly out: Effects<CohortMemory> };

/** Decisions that send no letter: they act at once. */
const AGAIN: Readonly<Record<string, Way>> = { 'Match again: stable': 'stable', 'Match again: most people': 'most' };
const COMPARE = 'Compare both ways';
const actsAtOnce = (decision: string): boolean => decision === COMPARE || AGAIN[decision] !== undefined;

/** Matching needs names and interests, so the process asks for it before it decides; undefined where it needs none. */
export function matchingFor(facts: CohortFacts, event: Event): MatchingOrder | undefined {
  if (event.type === 'due')
    return event.timer === 'roundCloses' || (event.timer === 'grace' && facts.decision === 'Run matching now')
      ? { again: false }
      : undefined;
  if (event.type !== 'message' || event.message.kind !== 'edit' || !actsAtOnce(facts.decision)) return undefined;
  const way = AGAIN[facts.decision];
  return { again: facts.stage === 'Running', ...(way ? { way } : {}) };
}

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
  else if (event.type === 'message') receive(cohort, event.message, matching);
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
    case 'leftOver':
      return tellLeft(cohort);
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
  tellLeft(cohort);
  out.stop('round', 'rolling');
  const closes = deadline(out.moment, 'choiceRound');
  const round = out.memory.round + 1;
  out.remember({ round, closes: closes.at, draw: 0 });
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
  proposeAll(cohort, matching);
  leave(cohort, matching);
  // With nothing proposed there is nothing that staff could choose between.
  if (matching.pairs.length === 0) tellLeft(cohort);
  next(cohort);
}

/** The same rankings once more, around what staff have approved, changed, rejected or typed themselves. */
function matchAgain(cohort: Cohort, matching: Matching | undefined): void {
  const { out } = cohort;
  if (!matching) throw new Error('matching was not computed');
  const draw = (out.memory.draw ?? 0) + 1;
  out.remember({ draw });
  for (const pair of matching.stale) out.tell(`mentorship/${pair}`, 'decide', `redraw/${draw}`, { decision: 'Redraw' });
  proposeAll(cohort, matching);
  leave(cohort, matching);
  const changes = `${plural(matching.pairs.length, 'new proposal')}, ${matching.stale.length} taken back, ${matching.kept} kept`;
  out.note(`Matched again (${WAY_WORDS[matching.way]}): ${changes}`, 'staff');
  out.cells.systemNote = `Matched again, ${WAY_WORDS[matching.way]}: ${changes}. Nobody was written to.`;
}

const WAY_WORDS: Readonly<Record<Way, string>> = { stable: 'stable', most: 'most people' };

function proposeAll(cohort: Cohort, matching: Matching): void {
  const { out } = cohort;
  out.cells.ways = matching.ways;
  out.remember({ way: matching.way });
  for (const pair of matching.pairs) {
    propose(cohort, pair);
    out.rows.push({ tab: 'mentees', id: pair.mentee, cells: { unmatched: '' } });
    out.tell(`participant/${pair.mentee}`, 'round-closed', roundKey(cohort), {
      round: out.memory.round,
      result: 'proposed',
    });
  }
}

const roundKey = ({ out }: Cohort): string =>
  out.memory.draw ? `round/${out.memory.round}/${out.memory.draw}` : `round/${out.memory.round}`;

/** Who has none: staff see why at once; who ranked hears it when staff have decided, or have had time to. */
function leave(cohort: Cohort, { unmatched }: Matching): void {
  const { out } = cohort;
  const left: Record<string, Left> = {};
  for (const { mentee, why, change } of unmatched) {
    out.rows.push({ tab: 'mentees', id: mentee, cells: { unmatched: JSON.stringify({ why, change }) } });
    const suggest = change.find(({ code }) => code === 'choose')?.values.join(' ') ?? '';
    if (why === 'no-ranking') {
      if (!out.memory.draw) waits(cohort, mentee, { why, suggest });
    } else left[mentee] = { why, suggest };
  }
  out.remember({ left });
  out.stop('leftOver');
  if (Object.keys(left).length > 0) out.start('leftOver', workingDeadline(out.moment, 'proposalReminder'));
}

/** Whoever is still without a pair hears why, and comes first in the next round. */
function tellLeft(cohort: Cohort): void {
  const { out, facts } = cohort;
  for (const [mentee, left] of Object.entries(out.memory.left ?? {}))
    if (facts.choosers.includes(mentee)) waits(cohort, mentee, left);
  out.stop('leftOver');
  const { left: _, ...rest } = out.memory;
  out.memory = rest;
}

function waits(cohort: Cohort, mentee: string, { why, suggest }: Left): void {
  cohort.out.tell(`participant/${mentee}`, 'round-closed', roundKey(cohort), {
    round: cohort.out.memory.round,
    result: 'waiting',
    why,
    ...(suggest ? { suggest } : {}),
  });
}

/** A proposed pair is a row of Matches and a run of its own. */
function propose(cohort: Cohort, { mentee, mentor, score, against }: Proposal): string {
  const { out, facts } = cohort;
  const draw = out.memory.draw ? `/${out.memory.draw}` : '';
  const id = rowId('matches', `${facts.name}/${mentee}/${mentor}/${out.memory.round}${draw}`);
  const ranking = facts.rankings[mentee] ?? [];
  const place = ranking.indexOf(mentor) + 1;
  const cells = {
    season: facts.name,
    choice: place > 0 ? `${place} of ${ranking.length}` : 'Not ranked',
    ...(score === undefined ? {} : { score }),
    ...(against ? { against: JSON.stringify(against) } : {}),
  };
  out.rows.push({ tab: 'matches', id, cells, create: { mentee, mentor } });
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

function receive(cohort: Cohort, message: Message, matching: Matching | undefined): void {
  const { out } = cohort;
  switch (message.kind) {
    case 'edit':
      return edited(cohort, matching);
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

function edited(cohort: Cohort, matching: Matching | undefined): void {
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
  if (actsAtOnce(facts.decision)) {
    out.remember({ decision: facts.decision });
    return actAtOnce(cohort, matching);
  }
  const letters = facts.decision === 'Approve all proposals' ? facts.proposed.length : facts.choosers.length;
  const { graceMany, graceManyMinutes, graceMinutes } = out.moment.settings;
  const minutes = letters > graceMany ? graceManyMinutes : graceMinutes;
  const at = addMinutes(out.now, minutes);
  out.remember({ pending: { decision: facts.decision } });
  out.start('grace', exactly(at));
  out.cells.systemNote = `${plural(letters, 'letter')} at ${momentWords(at)}; clear the cell to stop.`;
}

function actAtOnce(cohort: Cohort, matching: Matching | undefined): void {
  const { out, facts } = cohort;
  if (facts.decision !== COMPARE) {
    if (out.stage === 'Running') return matchAgain(cohort, matching);
    out.cells.systemNote = `"${facts.decision}" fits once a round has closed; this season is at "${out.stage}". Nothing was done.`;
    return;
  }
  if (matching) out.cells.ways = matching.ways;
  out.cells.systemNote = 'Compared: see "Both ways". Nothing was proposed or sent.';
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
      return tellLeft(cohort);
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
  // They hear that the season is over instead.
  const { left: _, ...rest } = out.memory;
  out.memory = rest;
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
  leftOver: 'Who has no mentor hears so',
};
function describe(cohort: Cohort): void {
  const { out } = cohort;
  const soonest = Object.entries(out.memory.timers).sort(([, a], [, b]) => (a.at < b.at ? -1 : 1))[0];
  out.nextStep = soonest ? `${WORDS[soonest[0]] ?? 'Next'}: ${momentWords(soonest[1].at)}` : '';
  out.waitingFor = soonest ? (WORDS[soonest[0]] ?? 'a date').toLowerCase() : 'pairs to end';
}
