import { describeWhy, type Result } from '../domain/matching/index.ts';
import type { CohortFacts } from '../domain/mentorship/index.ts';
import { nameIn } from './explain.ts';
import { cohortFacts, roomOf } from './facts/cohort.ts';
import { contextOf } from './facts/context.ts';
import { seasonName } from './facts/season.ts';
import { marketOf, wayOf } from './market.ts';
import type { Ports, View } from './ports.ts';

/**
 * What a pair that staff made or changed does to the other proposals, in words: the round is matched once more around it, and
 * who would move, lose or gain a mentor is named. Nothing is changed by that. Reads the record, since names stay here.
 */
export async function effectOnOthers(ports: Ports, pairId: string): Promise<string> {
  const view = await ports.record.read();
  const cells = view.row('matches', pairId)?.cells;
  const season = view.rows('seasons').find((row) => cells && seasonName(row) === cells.season);
  const facts = season && cohortFacts(view, season.id);
  if (!cells || !facts || !view.row('mentees', cells.mentee) || !view.row('mentors', cells.mentor)) return '';
  const { mentee, mentor } = cells;
  const { settings } = contextOf(view);
  const drawn = facts.drawn.filter(({ id }) => id !== pairId);
  const pinned = { id: pairId, couple: [mentee, mentor] as const };
  const results = await ports.matching.bothWays(marketOf(view, facts, settings, { drawn, pinned }));
  const others = changesForOthers(view, drawn, results[facts.memory?.way ?? wayOf(settings)], mentee);
  const hasRoom = (roomOf(view, facts.name, new Set([pairId]))[mentor] ?? 0) > 0;
  return [
    ...(hasRoom ? [] : [`As things stand, ${nameIn(view)(mentor)} has no free place for this pair.`]),
    ...(others.length === 0 ? ['Nothing changes for the others.'] : others),
    ...(others.length === 0 ? [] : ['To have the others drawn like this, choose "Match again" in Seasons.']),
  ].join('\n');
}

function changesForOthers(view: View, drawn: CohortFacts['drawn'], after: Result, pinned: string): string[] {
  const name = nameIn(view);
  const before = new Map(drawn.map(({ mentee, mentor }) => [mentee, mentor]));
  const moved = after.pairs
    .filter(({ mentee, mentor }) => mentee !== pinned && before.get(mentee) !== mentor)
    .map(({ mentee, mentor }) => {
      const had = before.get(mentee);
      return `${name(mentee)}: ${name(mentor)}${had ? ` instead of ${name(had)}` : ', had none'}`;
    });
  const lost = after.unmatched
    .filter(({ mentee }) => before.has(mentee))
    .map(({ mentee, why }) => `${name(mentee)}: no mentor (${describeWhy(why, 'en')})`);
  const twice = before.get(pinned);
  return [
    ...(twice ? [`${name(pinned)}: the proposal with ${name(twice)} would be taken back`] : []),
    ...lost,
    ...moved,
  ];
}
