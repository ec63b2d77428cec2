import { PAIR_END_STAGES } from '../../../domain/program/index.ts';
import type { Cells } from '../../client/index.ts';
import type { Evidence } from '../evidence.ts';
import type { Check } from './index.ts';

const TAKES_A_PLACE = new Set(['Asking mentee', 'Asking mentor', 'Agreement', 'Active', 'Paused', 'Closing']);

/** The stages a row went through, from History, oldest first: History rows of one moment keep their order in the sheet. */
const movesOf = (tabs: Evidence['tabs']): { at: string; row: string; to: string }[] =>
  tabs.history
    .flatMap(({ at = '', row = '', change = '', '#': place = '0' }) => {
      const to = /→ (.+)$/.exec(change)?.[1];
      return to ? [{ at, row, to, place: Number(place) }] : [];
    })
    .sort((a, b) => (a.at === b.at ? a.place - b.place : a.at < b.at ? -1 : 1));

/** Replays History: at no moment does anybody take more places than they have. */
export const nobodyBeyondCapacity: Check = ({ tabs }) => {
  const capacity = new Map(tabs.mentors.map((mentor) => [mentor.id ?? '', Number(mentor.capacity || 1)]));
  const pairs = new Map(tabs.matches.map((pair) => [pair.id ?? '', pair]));
  const taken = new Map<string, Set<string>>();
  const wrong: string[] = [];
  let checked = 0;
  // Judged at the end of each instant: an ending frees a place that a beginning of the same instant takes.
  const moves = movesOf(tabs).filter(({ row }) => pairs.has(row));
  let touched = new Set<string>();
  for (const [i, move] of moves.entries()) {
    const pair = pairs.get(move.row);
    for (const person of [pair?.mentee ?? '', pair?.mentor ?? '']) {
      const own = taken.get(person) ?? new Set<string>();
      if (TAKES_A_PLACE.has(move.to)) own.add(move.row);
      else own.delete(move.row);
      taken.set(person, own);
      touched.add(person);
    }
    if (moves[i + 1]?.at === move.at) continue;
    for (const person of touched) {
      checked++;
      const [now, most] = [taken.get(person)?.size ?? 0, capacity.get(person) ?? 1];
      if (now > most) wrong.push(`${person} had ${now} pairs at ${move.at}, with ${most} places`);
    }
    touched = new Set();
  }
  return { checked, wrong };
};

/** A month counts as confirmed only by somebody's yes (Q15). */
export const confirmedMonthsHaveAYes: Check = ({ tabs }) => {
  const confirmed = tabs.checkIns.filter((row) => row.result === 'confirmed');
  const wrong = confirmed
    .filter((row) => row.mentee !== 'yes' && row.mentor !== 'yes')
    .map((row) => `${row.pair} month ${row.month} is confirmed, but nobody said yes`);
  return { checked: confirmed.length, wrong };
};

const key = (row: Cells): string => row.id ?? '';

/** Open runs say the stage of their row; rows that are not over have an open run. */
export const stagesAgree: Check = ({ tabs, runs }) => {
  const open = new Map(runs.filter((run) => run.status === 'RUNNING').map((run) => [run.id, run.stage]));
  const rows = [
    ...[...tabs.mentors, ...tabs.mentees].map((row) => ({ run: `participant/${key(row)}`, row, over: false })),
    ...tabs.matches.map((row) => ({ run: `mentorship/${key(row)}`, row, over: isOver(row) })),
    ...tabs.cases.map((row) => ({ run: `case/${key(row)}`, row, over: row.stage === 'Closed' })),
    ...tabs.seasons.map((row) => ({ run: `cohort/${key(row)}`, row, over: row.stage === 'Closed' })),
  ];
  const wrong = rows.flatMap(({ run, row, over }) => {
    const stage = open.get(run);
    if (stage === undefined) return over ? [] : [`${run} has no open run, and its row is at ${row.stage}`];
    return stage === row.stage ? [] : [`${run} is at "${stage}", its row at "${row.stage}"`];
  });
  return { checked: rows.length, wrong };
};
const isOver = (row: Cells): boolean => (PAIR_END_STAGES as readonly string[]).includes(row.stage ?? '');

/** No run ended Failed; whoever is not at an end has a next step; everybody who applied has a row. */
export const nothingIsStuck: Check = ({ tabs, runs, cast }) => {
  const bad = runs
    .filter((run) => !['RUNNING', 'COMPLETED', 'CONTINUED_AS_NEW'].includes(run.status))
    .map((run) => `${run.id} ended ${run.status}`);
  const idle = tabs.matches
    .filter((row) => !isOver(row) && !row.nextStep)
    .map((row) => `${row.id} is at ${row.stage} without a next step`);
  const lost = cast.flatMap((actor) => {
    const rows = (actor.role === 'mentor' ? tabs.mentors : tabs.mentees).filter((row) => row.email === actor.email);
    return rows.length === 1 ? [] : [`${rows.length} rows for one applicant`];
  });
  return { checked: runs.length + tabs.matches.length + cast.length, wrong: [...bad, ...idle, ...lost] };
};
