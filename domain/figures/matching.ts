import { LANGUAGES, SCHOOLS, YEARS } from '../program/index.ts';
import type { ChoosingFacts, Figure, Section } from './types.ts';

/** A gap between a group and all that staff should look at, in points of a hundred. */
const GAP = 10;

const shareMatched = (some: readonly ChoosingFacts[]): number =>
  some.length === 0 ? 0 : (100 * some.filter((each) => each.matched).length) / some.length;
const ranksOf = (some: readonly ChoosingFacts[]): number[] => some.flatMap((each) => each.rank ?? []);
const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** The share of a group, and a word where it lies far from all. */
function shareWords(some: readonly ChoosingFacts[], all: readonly ChoosingFacts[]): string {
  const gap = Math.round(shareMatched(some)) - Math.round(shareMatched(all));
  const words = `${Math.round(shareMatched(some))} %`;
  return Math.abs(gap) > GAP ? `${words}, ${Math.abs(gap)} points ${gap < 0 ? 'below' : 'above'} all` : words;
}

const GROUPS: readonly {
  readonly key: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly of: (each: ChoosingFacts) => readonly string[];
}[] = [
  { key: 'school', name: 'school', words: SCHOOLS, of: ({ school }) => [school] },
  { key: 'year', name: 'year of study', words: YEARS, of: ({ year }) => [year] },
  { key: 'language', name: 'language', words: LANGUAGES, of: ({ languages }) => languages },
];

/** Whether matching treats groups alike: who got a mentor, and how near the top of their own ranking (M15, M16). */
export const FAIRNESS: Section = {
  title: 'Matching',
  figures: ({ choosing }) => {
    const ranks = ranksOf(choosing);
    return [
      {
        key: 'matching/rate',
        measure: 'Mentees matched',
        value: choosing.length === 0 ? 'nobody has ranked yet' : shareWords(choosing, choosing),
        group: choosing.length,
        definition:
          'Of all mentees who ranked mentors, those with a pair that was not rejected, declined or let lapse.',
      },
      ...meanRank('matching/rank', 'Mean choice', ranks),
      ...GROUPS.flatMap(({ key, name, words, of }) =>
        words.flatMap((word): Figure[] => {
          const some = choosing.filter((each) => of(each).includes(word));
          if (some.length === 0) return [];
          return [
            {
              key: `matching/${key}/${word}`,
              measure: `Mentees matched, ${name} ${word}`,
              value: shareWords(some, choosing),
              group: some.length,
              partOf: `matching/${key}`,
              definition: `The same for one ${name}; a gap of more than ${GAP} points is named.`,
            },
            ...meanRank(
              `matching/${key}/${word}/rank`,
              `Mean choice, ${name} ${word}`,
              ranksOf(some),
              `matching/${key}/rank`,
            ),
          ];
        }),
      ),
    ];
  },
};

function meanRank(key: string, measure: string, ranks: readonly number[], partOf?: string): Figure[] {
  if (ranks.length === 0) return [];
  return [
    {
      key,
      measure,
      value: meanOf(ranks).toFixed(2),
      group: ranks.length,
      ...(partOf ? { partOf } : {}),
      definition: "Place of the mentor in the mentee's own ranking, 1 the best, over pairs with a ranked mentor.",
    },
  ];
}

const LOADS = [
  ['none', 'no mentee', (pairs: number) => pairs === 0],
  ['one', 'one mentee', (pairs: number) => pairs === 1],
  ['two', 'two mentees', (pairs: number) => pairs === 2],
  ['more', 'three mentees or more', (pairs: number) => pairs > 2],
] as const;

/** How the work lies on the mentors (M18). */
export const LOAD: Section = {
  title: 'Mentor load',
  figures: ({ loads }) => [
    {
      key: 'load/mentors',
      measure: 'Mentors who may have mentees',
      value: loads.length,
      group: loads.length,
      definition: 'Mentors of the season at the stages Eligible and Matched.',
    },
    {
      key: 'load/places',
      measure: 'Places taken',
      value: `${sum(loads.map(({ pairs }) => pairs))} of ${sum(loads.map(({ places }) => places))}`,
      group: loads.length,
      definition: 'Open pairs, from the proposal on, of the places that these mentors offered.',
    },
    ...LOADS.map(([key, words, is]): Figure => {
      const count = loads.filter(({ pairs }) => is(pairs)).length;
      return {
        key: `load/${key}`,
        measure: `Mentors with ${words}`,
        value: count,
        group: count,
        partOf: 'load/mentors',
        definition: 'Counts open pairs, from the proposal on.',
      };
    }),
  ],
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
