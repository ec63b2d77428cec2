import { type Pair, type Result, type Stats, type TopicFigures, type Unmatched, WAYS, type Way } from './types.ts';
import { describe, describeChange, describeCounter, describeWhy } from './words.ts';

/**
 * A result for a coordinator at a terminal: figures first, with those of the other way beside them, then every pair with its
 * reasons and what speaks against it, then who has none, why, and what would change it.
 */
export function show(results: Readonly<Record<Way, Result>>, way: Way): string {
  const result = results[way];
  const { pairs, unmatched, stats } = result;
  const parts = [headline(result), sideBySide(results, way)];
  if (pairs.length > 0)
    parts.push(table(['Mentee', 'Mentor', 'Choice', 'Score', 'In common, or but'], pairs.flatMap(pairLines)));
  if (unmatched.length > 0) parts.push(table(['No mentor', 'Why, and what would help'], unmatched.flatMap(whyLines)));
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

const TITLES: Readonly<Record<Way, string>> = { stable: 'Stable', most: 'Most people matched' };

function sideBySide(results: Readonly<Record<Way, Result>>, taken: Way): string {
  return table(
    ['Way', 'Matched', 'First choices', 'Mean choice', 'Blocking pairs'],
    WAYS.map((way) => {
      const { matched, firstChoices, meanRank, blockingPairs } = results[way].stats;
      return [
        `${TITLES[way]}${way === taken ? ' (below)' : ''}`,
        String(matched),
        String(firstChoices),
        meanRank?.toFixed(2) ?? '',
        String(blockingPairs),
      ];
    }),
  );
}

function pairLines({ mentee, mentor, by, rank, score, reasons, counter, change }: Pair): string[][] {
  const choice = by === 'choice' ? '' : by === 'fill' ? 'filled up' : 'fixed';
  const words = [
    ...reasons.map((reason) => describe(reason, 'en')),
    ...counter.map((each) => `but: ${describeCounter(each, 'en')}`),
    ...change.map((each) => `but: ${describeChange(each, 'en')}`),
  ];
  return [
    [mentee, mentor, [rank === null ? '' : String(rank), choice].filter(Boolean).join(', '), score.toFixed(1)],
    ...words.slice(1).map(() => ['', '', '', '']),
  ].map((cells, n) => [...cells, words[n] ?? '']);
}

function whyLines({ mentee, why, change }: Unmatched): string[][] {
  return [[mentee, describeWhy(why, 'en')], ...change.map((each) => ['', describeChange(each, 'en')])];
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
