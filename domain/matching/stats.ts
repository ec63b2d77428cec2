import { comparable } from './profile.ts';
import type { Standing } from './standing.ts';
import { byText } from './ties.ts';
import type { Mentee, Pair, Stats, TopicFigures } from './types.ts';

/** Figures of a result, counted from the pairs and not from how they were found. */
export function statsOf(standing: Standing, pairs: readonly Pair[], entryOf: Int32Array): Stats {
  const ranks = pairs.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  const sum = ranks.reduce((total, rank) => total + rank, 0);
  return {
    matched: pairs.length,
    firstChoices: ranks.filter((rank) => rank === 1).length,
    meanRank: ranks.length === 0 ? null : Math.round((sum / ranks.length) * 100) / 100,
    blockingPairs: blockingPairs(standing, entryOf),
    byTopic: byTopic(standing.mentees, pairs),
  };
}

/**
 * Entries that both sides would rather have than what they got; fixed pairs are not up for it, and anybody who chose a
 * mentor comes before whom filling up gave them.
 */
function blockingPairs(standing: Standing, entryOf: Int32Array): number {
  const { mentees, mentors, rankings, places, room } = standing;
  const taken = new Int32Array(mentors.length);
  const worst = new Int32Array(mentors.length).fill(-1);
  for (const entry of entryOf) {
    if (entry === -1) continue;
    const mentor = rankings.items[entry] as number;
    taken[mentor] = (taken[mentor] as number) + 1;
    worst[mentor] = Math.max(worst[mentor] as number, places[entry] as number);
  }
  let count = 0;
  for (let mentee = 0; mentee < mentees.length; mentee++) {
    const has = entryOf[mentee] as number;
    const end = has === -1 ? (rankings.starts[mentee + 1] as number) : has;
    for (let entry = rankings.starts[mentee] as number; entry < end; entry++) {
      const mentor = rankings.items[entry] as number;
      const wouldTake =
        (taken[mentor] as number) < (room[mentor] as number) || (worst[mentor] as number) > (places[entry] as number);
      if (wouldTake) count += 1;
    }
  }
  return count;
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
