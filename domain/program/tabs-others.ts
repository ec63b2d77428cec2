import { column, ID, PROCESS_COLUMNS } from './columns.ts';
import type { Tab } from './types.ts';
import * as words from './vocabulary.ts';

/** Issues of either side (M33): only case officers read them. */
export const CASES = {
  title: 'Cases',
  prefix: 'CA',
  workbook: 'restricted',
  process: 'case',
  about: 'Issues reported by mentors and mentees. Nothing here reaches the partner.',
  columns: {
    id: ID,
    reporter: column('Reported by', 'id', 'person', 'ID of the mentor or mentee.', { fact: true, required: true }),
    pair: column('Pair', 'id', 'person', 'ID of the pair, if it is about one.', { of: 'matches', fact: true }),
    category: column('Category', 'choice', 'person', 'As reported.', {
      choices: ['Safety or ethics', 'Communication', 'Organisation', 'Other'],
      fact: true,
      required: true,
    }),
    words: column('Report', 'long text', 'person', 'As reported.', { personal: true, longest: 5000 }),
    owner: column('Owner', 'text', 'program', 'Who answers for it.', { personal: true }),
    responded: column('First response given', 'checkbox', 'staff', 'Tick when somebody has spoken with the reporter.', {
      fact: true,
    }),
    decision: column(
      'Decision',
      'choice',
      'staff',
      'Sends the case officers a page; it counts when one decides there.',
      {
        choices: words.CASE_DECISIONS,
        fact: true,
      },
    ),
    decidedBy: column('Decided by', 'text', 'program', 'Who took the last decision on the page.', { personal: true }),
    outcome: column('Outcome', 'long text', 'staff', 'In your words; stays here.', { personal: true }),
    due: column('Response due', 'instant', 'program', 'First response is due by then.', { fact: true }),
    ...PROCESS_COLUMNS,
  },
} as const satisfies Tab;

export const CONCERNS = {
  title: 'Concerns',
  prefix: 'CO',
  workbook: 'restricted',
  about: 'Words given with a monthly check. Each has a case.',
  columns: {
    id: ID,
    pair: column('Pair', 'id', 'person', 'ID of the pair.', { of: 'matches', fact: true }),
    person: column('Person', 'id', 'person', 'Who said it.', { fact: true }),
    month: column('Month', 'number', 'person', 'Programme month.', { fact: true }),
    words: column('Words', 'long text', 'person', 'As written.', { personal: true, longest: 5000 }),
    case: column('Case', 'id', 'program', 'ID of the case.', { of: 'cases', fact: true }),
  },
} as const satisfies Tab;

export const EVALUATIONS = {
  title: 'Evaluations',
  prefix: 'EV',
  workbook: 'restricted',
  about: 'Answers to the month 3 questions, the closing survey and the question to those who left.',
  columns: {
    id: ID,
    pair: column('Pair', 'id', 'person', 'ID of the pair.', { of: 'matches', fact: true }),
    person: column('Person', 'id', 'person', 'Who answered.', { fact: true }),
    kind: column('Kind', 'choice', 'person', 'Which survey.', {
      choices: ['Month 3', 'Closing', 'Leaving'],
      fact: true,
    }),
    works: column('The pair works', 'number', 'person', '1 (not at all) to 5 (very well).', {
      least: 1,
      most: 5,
      fact: true,
    }),
    goals: column('Goals reached', 'number', 'person', '1 (not at all) to 5 (fully).', {
      least: 1,
      most: 5,
      fact: true,
    }),
    recommend: column('Would recommend', 'number', 'person', '0 to 10.', { least: 0, most: 10, fact: true }),
    experience: column('Experience', 'long text', 'person', 'In their words.', { personal: true, longest: 5000 }),
    improve: column('What should change', 'long text', 'person', 'In their words.', { personal: true, longest: 5000 }),
  },
} as const satisfies Tab;

export const ALUMNI = {
  title: 'Alumni',
  prefix: 'AL',
  workbook: 'mailings',
  about: 'Graduates by the register (P1). A mentor found here needs no confirmation by hand.',
  columns: {
    id: ID,
    name: column('Full name', 'text', 'staff', 'As in the register.', { personal: true, required: true }),
    email: column('Email', 'email', 'staff', 'Address on file.', { personal: true, required: true }),
    degree: column('Degree', 'choice', 'staff', 'Degree.', { choices: words.DEGREES, fact: true }),
    year: column('Graduation year', 'number', 'staff', 'Year of graduation.', { least: 2010, most: 2100 }),
    school: column('School', 'choice', 'staff', 'School.', { choices: words.SCHOOLS }),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

/** Counts only; anyone the Center chooses may read it. */
export const DASHBOARD = {
  title: 'Dashboard',
  prefix: 'DA',
  workbook: 'figures',
  about:
    'Each season in numbers, counted every working day and when its stage changes. No small group is shown or can be worked out.',
  columns: {
    id: ID,
    season: column('Season', 'text', 'program', 'Season.', { fact: true }),
    section: column('Section', 'text', 'program', 'What the number belongs to.'),
    measure: column('Measure', 'text', 'program', 'What is counted.'),
    value: column(
      'Value',
      'text',
      'program',
      'The number; "not shown" for a group smaller than the setting groupSmallest.',
    ),
    definition: column('Definition', 'text', 'program', 'How it is counted.'),
    at: column(
      'Since',
      'instant',
      'program',
      "Since when it shows this number; in the season's own row: when all were last counted.",
    ),
  },
} as const satisfies Tab;
