import { comparable } from './profile.ts';
import type { Standing } from './standing.ts';
import { byText } from './ties.ts';
import type { Mentee, Pair, Stats, TopicFigures } from './types.ts';

/** Figures of a result, counted from the pairs and not from how they were found. */
export function statsOf(standing: Standing, pairs: readonly Pair[]): Stats {
  const ranks = pairs.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  const sum = ranks.reduce((total, rank) => total + rank, 0);
  return {
    matched: pairs.length,
    firstChoices: ranks.filter((rank) => rank === 1).length,
    meanRank: ranks.length === 0 ? null : Math.round((sum / ranks.length) * 100) / 100,
    blockingPairs: blockingPairs(standing, pairs),
    byTopic: byTopic(standing.mentees, pairs),
  };
}

/** Couples outside the pairs who both would rather be one; fixed pairs are not up for it. */
function blockingPairs(standing: Standing, pairs: readonly Pair[]): number {
  const movable = pairs.filter(({ by }) => by !== 'fixed');
  const mentorOf = new Map(movable.map(({ mentee, mentor }) => [mentee, mentor]));
  const menteesOf = Map.groupBy(movable, ({ mentor }) => mentor);
  const wouldTake = (mentor: string, mentee: string): boolean => {
    const has = menteesOf.get(mentor) ?? [];
    if (has.length < standing.room(mentor)) return true;
    return has.some(
      (pair) => pair.by === 'fill' || standing.placeAt(mentor, pair.mentee) > standing.placeAt(mentor, mentee),
    );
  };
  return standing.open
    .map(({ id }) => {
      const ranking = standing.ranking(id);
      const now = ranking.indexOf(mentorOf.get(id) ?? '');
      return ranking.slice(0, now === -1 ? ranking.length : now).filter((mentor) => wouldTake(mentor, id)).length;
    })
    .reduce((total, count) => total + count, 0);
}

function byTopic(mentees: readonly Mentee[], pairs: readonly Pair[]): Record<string, TopicFigures> {
  const pairOf = new Map(pairs.map((pair) => [pair.mentee, pair]));
  const figures = new Map<string, { title: string; mentees: number; matched: number; shared: number }>();
  for (const { id, topics } of mentees) {
    const pair = pairOf.get(id);
    const common = pair?.reasons.find(({ code }) => code === 'topics')?.values.map(comparable) ?? [];
    for (const [topic, title] of new Map(topics.map((text) => [comparable(text), text.trim()]))) {
      const figure = figures.get(topic) ?? { title, mentees: 0, matched: 0, shared: 0 };
      figure.mentees += 1;
      if (pair) figure.matched += 1;
      if (common.includes(topic)) figure.shared += 1;
      figures.set(topic, figure);
    }
  }
  return Object.fromEntries(
    [...figures.values()]
      .sort((a, b) => byText(a.title, b.title))
      .map(({ title, ...figure }) => [title, figure] as const),
  );
}
