import { instantAt } from '../../domain/calendar/index.ts';
import type { ChoosingFacts, PersonFacts, SeasonFacts } from '../../domain/figures/index.ts';
import { isPairOver } from '../../domain/mentorship/index.ts';
import { counted } from '../../domain/program/index.ts';
import type { Row, View } from '../ports.ts';
import { rankingOf } from './ranking.ts';
import { seasonName } from './season.ts';

/** What the figures of a season are counted from; names and texts stay behind. */
export function figureFacts(view: View, season: Row<'seasons'>, now: string): SeasonFacts {
  const name = seasonName(season);
  const isOurs = (row: Row<'mentors'> | Row<'mentees'> | Row<'matches'>) => row.cells.season === name;
  const mentors = view.rows('mentors').filter(isOurs);
  const mentees = view.rows('mentees').filter(isOurs);
  const pairs = view.rows('matches').filter(isOurs);
  const numbers = new Map(pairs.map((pair, i) => [pair.id, i]));
  const sent = new Map(
    view
      .rows('mailLog')
      .filter(
        ({ cells }) => mentors.some((each) => each.id === cells.to) || mentees.some((each) => each.id === cells.to),
      )
      .map(({ cells }) => [cells.message, cells.status]),
  );
  return {
    stage: season.cells.stage,
    now,
    mentors: peopleOf(view, mentors),
    mentees: peopleOf(view, mentees),
    pairs: pairs.map(({ cells }) => ({ stage: cells.stage, started: cells.startedOn !== '' })),
    choosing: choosingOf(view, name, mentees, pairs),
    loads: mentors
      .filter(({ cells }) => ['Eligible', 'Matched'].includes(cells.stage))
      .map((mentor) => ({
        pairs: pairs.filter(({ cells }) => cells.mentor === mentor.id && isOpen(cells.stage)).length,
        places: counted(mentor).capacity ?? 1,
      })),
    checks: view.rows('checkIns').flatMap(({ cells }) => {
      const pair = numbers.get(cells.pair);
      const said = [cells.mentee, cells.mentor].filter((answer) => answer === 'yes' || answer === 'no');
      return pair === undefined ? [] : [{ pair, answers: said.length, result: cells.result }];
    }),
    surveys: view
      .rows('evaluations')
      .filter(({ cells }) => numbers.has(cells.pair))
      .map(({ cells: { kind, works, goals, recommend } }) => ({ kind, works, goals, recommend })),
    sessionsAhead: view
      .rows('training')
      .filter(({ cells }) => cells.date !== '' && instantAt(cells.date, cells.from || '23:59') > now).length,
    openCases: view.rows('cases').filter(({ cells }) => cells.season === name && !['', 'Closed'].includes(cells.stage))
      .length,
    letters: [...sent.values()],
  };
}

const isOpen = (stage: string): boolean => stage !== '' && !isPairOver(stage);
/** Ends of a pair that never began. */
const CAME_TO_NOTHING: readonly string[] = ['', 'Rejected', 'Declined', 'Lapsed'];

function choosingOf(
  view: View,
  season: string,
  mentees: readonly Row<'mentees'>[],
  pairs: readonly Row<'matches'>[],
): ChoosingFacts[] {
  return mentees.flatMap((mentee): ChoosingFacts[] => {
    const ranking = rankingOf(view, mentee.id, season);
    if (ranking.length === 0) return [];
    const pair = pairs.find(({ cells }) => cells.mentee === mentee.id && !CAME_TO_NOTHING.includes(cells.stage));
    const place = ranking.indexOf(pair?.cells.mentor ?? '') + 1;
    const { school, year, languages } = counted(mentee);
    return [{ school, year, languages, matched: pair !== undefined, rank: place > 0 ? place : undefined }];
  });
}

function peopleOf(view: View, rows: readonly (Row<'mentors'> | Row<'mentees'>)[]): PersonFacts[] {
  const seats = Map.groupBy(view.rows('attendance'), ({ cells }) => cells.person);
  return rows.map((row) => ({
    stage: row.cells.stage,
    attended: (seats.get(row.id) ?? []).some(({ cells }) => cells.attended),
    booked: (seats.get(row.id) ?? []).some(({ cells }) => cells.state === 'booked'),
  }));
}
