import { mayBePaired } from '../../domain/matching/index.ts';
import {
  type CohortFacts,
  type CohortMemory,
  isPairOver,
  type PairMemory,
  type ParticipantMemory,
} from '../../domain/mentorship/index.ts';
import { matchingMentee, matchingMentor } from '../matching-input.ts';
import type { Row, View } from '../ports.ts';
import { readMemory } from './memory.ts';
import { counted } from './people.ts';
import { rankingOf } from './ranking.ts';
import { seasonName } from './season.ts';

export function cohortFacts(view: View, id: string): CohortFacts | undefined {
  const row = view.row('seasons', id);
  if (!row) return undefined;
  const { cells } = row;
  const name = seasonName(row);
  const pairs = view.rows('matches').filter((pair) => pair.cells.season === name);
  const mentees = view.rows('mentees').filter((mentee) => mentee.cells.season === name);
  const open = pairs.filter((pair) => !isPairOver(pair.cells.stage));
  return {
    id,
    name,
    typedName: cells.name,
    stage: cells.stage,
    decision: cells.decision,
    opensOn: cells.opensOn,
    closesOn: cells.closesOn,
    endsOn: cells.endsOn,
    memory: readMemory<CohortMemory>(cells.memory),
    inSheet: row.inSheet,
    choosers: mentees
      .filter(
        (m) =>
          ['Eligible', 'Waiting', 'Choosing'].includes(m.cells.stage) &&
          !open.some((pair) => pair.cells.mentee === m.id) &&
          !pairs.some((pair) => pair.cells.mentee === m.id && DONE.includes(pair.cells.stage)),
      )
      .map((m) => m.id),
    room: roomOf(view, name),
    rankings: Object.fromEntries(mentees.map((m) => [m.id, rankingOf(view, m.id, name)])),
    proposed: open.filter((pair) => pair.cells.stage === 'Proposed').map((pair) => pair.id),
    openPairs: open.length,
    drawn: open
      .filter((pair) => isDrawn(pair))
      .map(({ id, cells }) => ({ id, mentee: cells.mentee, mentor: cells.mentor })),
    unassigned: [...view.rows('mentors'), ...view.rows('mentees')]
      .filter((person) => person.cells.season === '' && person.cells.stage !== '')
      .map((person) => person.id),
    people: [...view.rows('mentors').filter((m) => m.cells.season === name), ...mentees].map((m) => m.id),
    tried: [...triedBefore(view, name), ...unfit(view, mentees)],
    numbers: numbersOf(view, name),
  };
}

/** Stages after which a mentee has had a mentorship in this season and is not asked to choose again. */
const DONE: readonly string[] = ['Completed', 'Continued informally'];

/** A proposal of matching that staff have neither decided nor changed. */
function isDrawn({ cells }: Row<'matches'>): boolean {
  if (cells.stage !== 'Proposed' || cells.choice === '' || cells.decision !== '') return false;
  const people = readMemory<PairMemory>(cells.memory)?.people;
  return !people || (people.mentee === cells.mentee && people.mentor === cells.mentor);
}

/** Stages at which two people failed each other, in whichever season. */
const FAILED: readonly string[] = ['Ended early', 'Lapsed', 'Declined', 'Rejected'];

/** Couples not to be proposed: all of this season, and failed ones of others; one that was only drawn anew may come again. */
export function triedBefore(view: View, season: string): string[] {
  return view
    .rows('matches')
    .filter(({ cells }) => cells.season === season || FAILED.includes(cells.stage))
    .filter(({ cells }) => !readMemory<PairMemory>(cells.memory)?.redrawn)
    .map(({ cells }) => `${cells.mentee}/${cells.mentor}`);
}

/** Couples of a ranking who cannot be a pair, so that no next choice is asked which matching would not propose. */
function unfit(view: View, mentees: readonly Row<'mentees'>[]): string[] {
  return mentees.flatMap((row) =>
    rankingOf(view, row.id, row.cells.season).flatMap((id) => {
      const mentor = view.row('mentors', id);
      const may = !mentor || mayBePaired(matchingMentor(counted(mentor), 1), matchingMentee(counted(row), [], 0));
      return may ? [] : [`${row.id}/${id}`];
    }),
  );
}

/**
 * Free places of the mentors who may be asked. One authority keeps the count, this is its picture in the row; a pair just
 * proposed counts even before that authority has heard of it. Pairs in `without` count as if they were not there.
 */
export function roomOf(view: View, season: string, without: ReadonlySet<string> = new Set()): Record<string, number> {
  const room: Record<string, number> = {};
  const open = Map.groupBy(
    view.rows('matches').filter(({ cells }) => cells.stage !== '' && !isPairOver(cells.stage)),
    ({ cells }) => cells.mentor,
  );
  for (const mentor of view.rows('mentors')) {
    if (mentor.cells.season !== season || !['Eligible', 'Matched'].includes(mentor.cells.stage)) continue;
    const { capacity, consentContact, consentProfile } = counted(mentor);
    if (consentProfile !== 'Yes' || consentContact !== 'Yes') continue;
    const kept = Object.keys(readMemory<ParticipantMemory>(mentor.cells.memory)?.places ?? {});
    const used = new Set([...kept, ...(open.get(mentor.id) ?? []).map(({ id }) => id)]);
    const free = Number(capacity ?? 1) - [...used].filter((pair) => !without.has(pair)).length;
    if (free > 0) room[mentor.id] = free;
  }
  return room;
}

function numbersOf(view: View, season: string): string {
  const mentors = view.rows('mentors').filter((m) => m.cells.season === season);
  const mentees = view.rows('mentees').filter((m) => m.cells.season === season);
  const pairs = view.rows('matches').filter((p) => p.cells.season === season);
  const at = (...stages: string[]) => pairs.filter((p) => stages.includes(p.cells.stage)).length;
  return [
    `Mentors ${mentors.length}, mentees ${mentees.length}`,
    `Pairs proposed ${pairs.length}, at work ${at('Active', 'Paused', 'Closing')}, completed ${at('Completed', 'Continued informally')}, ended early ${at('Ended early')}`,
  ].join('\n');
}
