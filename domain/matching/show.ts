import type { Pair, Result, Stats, TopicFigures } from './types.ts';
import { describe, describeWhy } from './words.ts';

/** A result for a coordinator at a terminal: figures first, then every pair with its reasons, then who has none. */
export function show(result: Result): string {
  const { pairs, unmatched, stats } = result;
  const parts = [headline(result)];
  if (pairs.length > 0)
    parts.push(table(['Mentee', 'Mentor', 'Choice', 'Score', 'In common'], pairs.flatMap(pairLines)));
  if (unmatched.length > 0)
    parts.push(
      table(
        ['No mentor', 'Why'],
        unmatched.map(({ mentee, why }) => [mentee, describeWhy(why, 'en')]),
      ),
    );
  const topics = Object.entries(stats.byTopic);
  if (topics.length > 0)
    parts.push(table(['Topic', 'Mentees', 'Matched', 'With a mentor who named it too'], topics.map(topicLine)));
  return parts.join('\n\n');
}

function headline({ pairs, unmatched, stats }: Result): string {
  const all = pairs.length + unmatched.length;
  return [
    `${stats.matched} of ${all} ${all === 1 ? 'mentee' : 'mentees'} matched`,
    ...(stats.meanRank === null
      ? []
      : [`${stats.firstChoices} with their first choice`, `mean choice ${stats.meanRank.toFixed(2)}`]),
    blocking(stats),
  ].join(', ');
}
const blocking = ({ blockingPairs: n }: Stats): string =>
  n === 0 ? 'nobody would rather swap.' : `${n} blocking ${n === 1 ? 'pair' : 'pairs'}.`;

function pairLines({ mentee, mentor, by, rank, score, reasons }: Pair): string[][] {
  const choice = by === 'choice' ? '' : by === 'fill' ? 'filled up' : 'fixed';
  const words = reasons.map((reason) => describe(reason, 'en'));
  return [
    [mentee, mentor, [rank === null ? '' : String(rank), choice].filter(Boolean).join(', '), score.toFixed(1)],
    ...words.slice(1).map(() => ['', '', '', '']),
  ].map((cells, n) => [...cells, words[n] ?? '']);
}

const topicLine = ([topic, { mentees, matched, shared }]: [string, TopicFigures]): string[] => [
  topic,
  String(mentees),
  String(matched),
  String(shared),
];

/** Columns as wide as their widest cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
