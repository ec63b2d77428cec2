import type { Figure, Section } from './types.ts';

/** Where the season stands. */
export const SEASON: Section = {
  title: 'Season',
  figures: ({ stage }) => [
    { key: 'season', measure: 'Stage', value: stage, definition: 'Stage of the row in Seasons.' },
  ],
};

const SURVEYS_ASKED = [
  ['Month 3', 'after three months'],
  ['Closing', 'at the end'],
  ['Leaving', 'of those who left'],
] as const;
const QUESTIONS = [
  ['works', 'the pair works (1 to 5)'],
  ['goals', 'goals reached (1 to 5)'],
  ['recommend', 'would recommend (0 to 10)'],
] as const;

/** Answers to the surveys in sum; by pair they stand in Restricted only (M26, M28). */
export const SURVEYS: Section = {
  title: 'Surveys',
  figures: ({ surveys }) =>
    SURVEYS_ASKED.flatMap(([kind, when]): Figure[] => {
      const answers = surveys.filter((survey) => survey.kind === kind);
      return [
        {
          key: `surveys/${kind}`,
          measure: `Surveys ${when}`,
          value: answers.length,
          group: answers.length,
          definition: `Rows of Evaluations of the kind ${kind}.`,
        },
        ...QUESTIONS.flatMap(([question, words]): Figure[] => {
          const given = answers.flatMap((answer) => answer[question] ?? []);
          if (given.length === 0) return [];
          return [
            {
              key: `surveys/${kind}/${question}`,
              measure: `Surveys ${when}: ${words}`,
              value: (given.reduce((sum, each) => sum + each, 0) / given.length).toFixed(1),
              group: given.length,
              definition: 'Mean of all answers.',
            },
          ];
        }),
      ];
    }),
};

/** How many, and nothing else (M33). */
export const CASES: Section = {
  title: 'Cases',
  figures: ({ openCases }) => [
    {
      key: 'cases/open',
      measure: 'Cases open',
      value: openCases,
      group: openCases,
      definition: 'Reported issues that are not closed.',
    },
  ],
};

const LETTER_STATES = [
  ['sent', 'Letters sent', 'Taken by the mail server. One that holds several subjects counts once.'],
  ['failed', 'Letters refused', 'The mail server refused the address for good.'],
  ['bounced', 'Letters come back', 'Reported as not delivered.'],
  ['unknown', 'Letters in doubt', 'Nobody knows whether the mail server took them; staff decide.'],
] as const;

/** Letters to people of the season: they count no people, so they are always shown. */
export const LETTERS: Section = {
  title: 'Letters',
  figures: ({ letters }) =>
    LETTER_STATES.map(([status, measure, definition]) => ({
      key: `letters/${status}`,
      measure,
      value: letters.filter((letter) => letter === status).length,
      definition,
    })),
};
