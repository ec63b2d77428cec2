import { PAIR_STAGES } from '../program/index.ts';
import type { CheckFacts, Figure, Section } from './types.ts';

/** Pairs by stage, and how many of them began and came to their end (M16, M20). */
export const PAIRS: Section = {
  title: 'Pairs',
  figures: ({ pairs }) => {
    const all = pairs.filter((pair) => pair.stage !== '');
    const started = all.filter((pair) => pair.started).length;
    return [
      {
        key: 'pairs',
        measure: 'Pairs',
        value: all.length,
        group: all.length,
        definition: 'Rows of Matches of the season, also those that were rejected or never began.',
      },
      {
        key: 'pairs/started',
        measure: 'Pairs that began',
        value: started,
        group: started,
        definition: 'Both sides confirmed the agreement.',
      },
      ...PAIR_STAGES.map((stage): Figure => {
        const count = all.filter((pair) => pair.stage === stage).length;
        return {
          key: `pairs/${stage}`,
          measure: `Pairs: ${stage}`,
          value: count,
          group: count,
          partOf: 'pairs',
          definition: `Rows of Matches at the stage ${stage}.`,
        };
      }),
    ];
  },
};

const RESULTS = [
  ['confirmed', 'Months confirmed', 'A month in which at least one side says they talked, and none says no (M21).'],
  ['not confirmed', 'Months not confirmed', 'A month in which somebody says they did not talk.'],
  ['open', 'Months still open', 'Asked, and not judged yet, or nobody answered.'],
] as const;

/** Programme months, as the monthly checks tell (M21, M26). */
export const MONTHS: Section = {
  title: 'Monthly checks',
  figures: ({ checks }) => {
    const pairsOf = (some: readonly CheckFacts[]) => new Set(some.map((check) => check.pair)).size;
    const answered = checks.filter((check) => check.answers > 0);
    return [
      {
        key: 'months',
        measure: 'Months asked about',
        value: checks.length,
        group: pairsOf(checks),
        definition: 'Rows of Check-ins: one for each pair and month.',
      },
      {
        key: 'months/answered',
        measure: 'Months with an answer',
        value: answered.length,
        group: pairsOf(answered),
        definition: 'At least one side answered.',
      },
      ...RESULTS.map(([result, measure, definition]): Figure => {
        const some = checks.filter((check) => check.result === result);
        return {
          key: `months/${result}`,
          measure,
          value: some.length,
          group: pairsOf(some),
          partOf: 'months',
          definition,
        };
      }),
    ];
  },
};
