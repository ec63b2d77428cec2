import { column, ID, PROCESS_COLUMNS, WAITING } from './columns.ts';
import type { Tab } from './types.ts';
import * as words from './vocabulary.ts';

const consent = (what: string) =>
  column(
    `Consent: ${what}`,
    'choice',
    'person',
    'Yes or No, as the person answered. Text, version, language and time of each answer stand in Consents.',
    {
      choices: words.YES_NO,
      fact: true,
      required: true,
    },
  );

const person = {
  name: column('Full name', 'text', 'person', 'First and last name.', { personal: true, required: true, longest: 120 }),
  email: column('Email', 'email', 'person', 'Where letters go.', { personal: true, required: true, longest: 254 }),
  phone: column('Phone', 'phone', 'person', 'Given to the match only.', { personal: true, longest: 40 }),
  contactMethod: column('Preferred contact', 'choice', 'person', 'How the match should write or call.', {
    choices: words.CONTACT_METHODS,
  }),
  letters: column('Language of letters', 'choice', 'person', 'Letters come in this language.', {
    choices: words.LANGUAGES,
    fact: true,
  }),
  timeZone: column('Time zone', 'choice', 'person', 'Letters come in the morning of this zone.', {
    choices: words.OFFSETS,
    fact: true,
  }),
  city: column('City', 'text', 'person', 'City and country.', { personal: true, longest: 80 }),
  school: column('School', 'choice', 'person', 'School of the university.', { choices: words.SCHOOLS }),
  topics: column('Topics', 'choices', 'person', 'The four topics of the programme.', {
    choices: words.TOPICS,
    required: true,
  }),
  field: column('Field', 'text', 'person', 'Field of study or work.', { longest: 120 }),
  industry: column('Industry', 'choice', 'person', 'Industry worked in or aimed at.', { choices: words.INDUSTRIES }),
  languages: column('Languages', 'choices', 'person', 'Languages for conversations.', {
    choices: words.LANGUAGES,
    required: true,
  }),
  interests: column('Interests', 'text', 'person', 'Separated by commas.', { longest: 300 }),
} as const;

const decision = (choices: readonly string[], help: string) =>
  column('Decision', 'choice', 'staff', help, { choices, fact: true });

export const MENTORS = {
  title: 'Mentors',
  prefix: 'MR',
  workbook: 'programme',
  process: 'participant',
  about: 'Alumni who applied to be mentors, one row each.',
  columns: {
    id: ID,
    ...person,
    degree: column('Degree', 'choice', 'person', 'Degree from the university (P1).', {
      choices: words.DEGREES,
      fact: true,
      required: true,
    }),
    year: column('Graduation year', 'number', 'person', 'Year of graduation.', { least: 2010, most: 2100 }),
    employer: column('Employer', 'text', 'person', 'Shown to mentees if the mentor agreed.', {
      personal: true,
      longest: 120,
    }),
    position: column('Position', 'text', 'person', 'Shown to mentees if the mentor agreed.', {
      personal: true,
      longest: 120,
    }),
    about: column('About', 'long text', 'person', 'Short text for mentees.', { personal: true, longest: 1200 }),
    capacity: column('Mentees at most', 'number', 'person', 'How many mentees at one time.', {
      fact: true,
      least: 1,
      most: 10,
    }),
    wantsSchools: column('Only schools', 'choices', 'person', 'Only mentees of these schools; empty: all.', {
      choices: words.SCHOOLS,
    }),
    wantsYears: column('Only years', 'choices', 'person', 'Only mentees in these years of study; empty: all.', {
      choices: words.YEARS,
    }),
    wishes: column('Wishes', 'text', 'person', 'What the mentor asks of a match.', { personal: true, longest: 500 }),
    consentProfile: consent('profile shown to mentees'),
    consentContact: consent('contacts given to the match'),
    consentCertificate: consent('name on the certificate page'),
    consentStorage: consent('data stored abroad'),
    alumnus: column('Alumnus confirmed', 'checkbox', 'staff', 'Tick when the degree is confirmed.', { fact: true }),
    decision: decision(['Pause', 'Resume', 'Withdraw', 'Decline'], 'Acts on this person.'),
    places: column('Places', 'text', 'program', 'Mentees now, of how many.'),
    newAnswers: column('New answers', 'long text', 'program', 'Later answers of the person; take them over by hand.', {
      personal: true,
    }),
    waiting: WAITING,
    ...PROCESS_COLUMNS,
  },
} as const satisfies Tab;

export const MENTEES = {
  title: 'Mentees',
  prefix: 'ME',
  workbook: 'programme',
  process: 'participant',
  about: 'Students who applied to be mentees, one row each.',
  columns: {
    id: ID,
    ...person,
    year: column('Year of study', 'choice', 'person', 'Year of study.', {
      choices: words.YEARS,
    }),
    goals: column('Goals', 'long text', 'person', 'What the mentee wants to reach; shown to the mentor asked.', {
      personal: true,
      longest: 1200,
    }),
    consentProfile: consent('profile shown to the mentor asked'),
    consentContact: consent('contacts given to the match'),
    consentStorage: consent('data stored abroad'),
    student: column('Student confirmed', 'checkbox', 'staff', 'Tick when enrolment is confirmed.', { fact: true }),
    decision: decision(['Pause', 'Resume', 'Withdraw', 'Decline'], 'Acts on this person.'),
    choices: column('Choices', 'text', 'program', 'Ranked mentors of this round.'),
    unmatched: column(
      'No mentor because',
      'long text',
      'program',
      'Why the last round found none, and what would help.',
      {
        personal: true,
      },
    ),
    newAnswers: column('New answers', 'long text', 'program', 'Later answers of the person; take them over by hand.', {
      personal: true,
    }),
    waiting: WAITING,
    ...PROCESS_COLUMNS,
  },
} as const satisfies Tab;

export const SEASONS = {
  title: 'Seasons',
  prefix: 'SN',
  workbook: 'programme',
  process: 'cohort',
  about: 'One row per season; type a row to open one.',
  columns: {
    id: ID,
    name: column('Name', 'text', 'staff', 'Such as 2026-autumn; used in every row of the season.', {
      fact: true,
      required: true,
    }),
    opensOn: column('Applications open', 'date', 'staff', 'Applications are taken from this day.', {
      fact: true,
      required: true,
    }),
    closesOn: column(
      'Applications close',
      'date',
      'staff',
      'Last day of applications; the choice round opens on the next day.',
      { fact: true, required: true },
    ),
    endsOn: column('Season ends', 'date', 'staff', 'No pair of this season starts after it.', {
      fact: true,
      required: true,
    }),
    decision: decision(
      [
        'Open choice round now',
        'Compare both ways',
        'Run matching now',
        'Match again: stable',
        'Match again: most people',
        'Approve all proposals',
        'Close season',
      ],
      'Acts on the whole season.',
    ),
    ways: column('Both ways', 'long text', 'program', 'What either way of matching would give, side by side.'),
    numbers: column('Numbers', 'long text', 'program', 'Applications, trained, matched, completed.'),
    ...PROCESS_COLUMNS,
  },
} as const satisfies Tab;

export const MATCHES = {
  title: 'Matches',
  prefix: 'PA',
  workbook: 'programme',
  process: 'mentorship',
  about: 'Pairs, from proposal to certificate. Type a row to propose a pair yourself.',
  columns: {
    id: ID,
    mentee: column('Mentee', 'id', 'person', 'ID of the mentee.', { of: 'mentees', fact: true, required: true }),
    mentor: column('Mentor', 'id', 'person', 'ID of the mentor.', { of: 'mentors', fact: true, required: true }),
    menteeName: column('Mentee name', 'text', 'program', 'For reading only.', { personal: true }),
    mentorName: column('Mentor name', 'text', 'program', 'For reading only.', { personal: true }),
    choice: column('Choice', 'text', 'program', 'Place of the mentor in the ranking of the mentee.'),
    score: column('Score', 'number', 'program', 'How much they have in common, 0 to 100, by the weights in Settings.'),
    why: column('Why this pair', 'long text', 'program', 'What they have in common.'),
    against: column('Consider', 'long text', 'program', 'What speaks against it, and what would change it.', {
      personal: true,
    }),
    effect: column('Effect on others', 'long text', 'program', 'What a pair of your own does to the other proposals.', {
      personal: true,
    }),
    decision: decision(
      ['Approve', 'Reject', 'Pause', 'Resume', 'Extend', 'Replace mentor', 'End', 'Remind now'],
      'Acts on this pair.',
    ),
    newEnd: column('New end', 'date', 'staff', 'With Extend: the end that both are asked to agree to.', { fact: true }),
    startedOn: column('Started on', 'date', 'program', 'Day on which both had confirmed.'),
    endsOn: column('Ends on', 'date', 'program', 'Formal end.'),
    months: column('Months confirmed', 'text', 'program', 'Months with contact, and who said so.'),
    contact: column('Contact and rhythm', 'text', 'program', 'Preferred contact method and meeting rhythm.'),
    ...PROCESS_COLUMNS,
  },
} as const satisfies Tab;

export const CHOICES = {
  title: 'Choices',
  prefix: 'CH',
  workbook: 'programme',
  about: "Mentees' rankings, one row per mentee and round.",
  columns: {
    id: ID,
    mentee: column('Mentee', 'id', 'program', 'ID of the mentee.', { of: 'mentees', fact: true }),
    season: column('Season', 'text', 'program', 'Season.', { fact: true }),
    round: column('Round', 'number', 'program', 'Number of the round.', { fact: true }),
    ranking: column('Ranking', 'text', 'program', 'Mentors, first choice first.', { fact: true }),
    names: column('Names', 'text', 'program', 'For reading only.', { personal: true }),
    at: column('Answered', 'instant', 'program', 'When the mentee answered.', { fact: true }),
  },
} as const satisfies Tab;

export const CONSENTS = {
  title: 'Consents',
  prefix: 'CN',
  workbook: 'programme',
  about: 'Each consent that was given, refused or withdrawn, one row per purpose and answer. Rows are only ever added.',
  columns: {
    id: ID,
    person: column('Person', 'id', 'program', 'ID of the mentor or mentee.', { fact: true }),
    purpose: column('Purpose', 'text', 'program', 'What was consented to.', { fact: true }),
    state: column('State', 'text', 'program', 'given, refused or withdrawn.', { fact: true }),
    at: column('When', 'instant', 'program', 'When it was answered.', { fact: true }),
    by: column('By', 'text', 'program', 'form: the person; staff: typed into the row for them.', { fact: true }),
    language: column('Language', 'text', 'program', 'Language in which it was asked.'),
    version: column('Text version', 'text', 'program', 'Another one whenever a word of the question is another.'),
    text: column('Text', 'text', 'program', 'The question as the person read it.'),
  },
} as const satisfies Tab;

export const TRAINING = {
  title: 'Training',
  prefix: 'TR',
  workbook: 'programme',
  about: 'Orientation sessions of the Center. Type a row to announce one.',
  columns: {
    id: ID,
    topic: column('Title', 'text', 'staff', 'What people read in the invitation.', { required: true }),
    audience: column('For', 'choice', 'staff', 'Who is invited.', {
      choices: ['Mentors', 'Mentees', 'Everybody'],
      fact: true,
      required: true,
    }),
    date: column('Date', 'date', 'staff', 'Day of the session.', { fact: true, required: true }),
    from: column('From', 'time', 'staff', 'Start, Almaty time.', { fact: true, required: true }),
    to: column('To', 'time', 'staff', 'End, Almaty time.', { fact: true }),
    place: column('Place or link', 'text', 'staff', 'Room or meeting link.', { required: true }),
    seats: column('Places', 'number', 'staff', 'How many may book; empty: no limit.', {
      fact: true,
      least: 1,
      most: 1000,
    }),
    complete: column(
      'Attendance complete',
      'checkbox',
      'staff',
      'Tick when every attendance is entered; only then is anybody missed.',
      { fact: true },
    ),
    booked: column('Booked', 'number', 'program', 'Places booked.'),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

export const ATTENDANCE = {
  title: 'Attendance',
  prefix: 'AT',
  workbook: 'programme',
  about: 'Who booked which session, and who came. Type a row for somebody who came without booking.',
  columns: {
    id: ID,
    session: column('Session', 'id', 'person', 'ID of the session.', { of: 'training', fact: true, required: true }),
    person: column('Person', 'id', 'person', 'ID of the mentor or mentee.', { fact: true, required: true }),
    name: column('Name', 'text', 'program', 'For reading only.', { personal: true }),
    attended: column('Attended', 'checkbox', 'staff', 'Tick when the person came.', { fact: true }),
    state: column('State', 'text', 'program', 'Booked, moved, attended or missed.', { fact: true }),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

export const CHECK_INS = {
  title: 'Check-ins',
  prefix: 'CK',
  workbook: 'programme',
  about: 'Monthly checks, one row per pair and month. No content of conversations is ever asked.',
  columns: {
    id: ID,
    pair: column('Pair', 'id', 'program', 'ID of the pair.', { of: 'matches', fact: true }),
    month: column('Month', 'number', 'program', 'Programme month, 1 to 6.', { fact: true }),
    askedOn: column('Asked on', 'date', 'program', 'Day of the letter.', { fact: true }),
    mentee: column('Mentee says', 'text', 'program', 'Talked: yes, no or no answer.', { fact: true }),
    mentor: column('Mentor says', 'text', 'program', 'Talked: yes, no or no answer.', { fact: true }),
    channel: column('By', 'text', 'program', 'Channels named.'),
    concern: column(
      'Concern',
      'text',
      'program',
      '"answered" where somebody reported one; the words are in Restricted.',
    ),
    result: column('Result', 'text', 'program', 'Confirmed, not confirmed or open.', { fact: true }),
  },
} as const satisfies Tab;

export const AWARDS = {
  title: 'Awards',
  prefix: 'AW',
  workbook: 'programme',
  about: 'Mentors of a season by confirmed months; staff choose the most active. Ties show the same number.',
  columns: {
    id: ID,
    mentor: column('Mentor', 'id', 'program', 'ID of the mentor.', { of: 'mentors', fact: true }),
    name: column('Name', 'text', 'program', 'For reading only.', { personal: true }),
    season: column('Season', 'text', 'program', 'Season.', { fact: true }),
    months: column('Confirmed months', 'number', 'program', 'Over all pairs of the season.', { fact: true }),
    pairs: column('Pairs', 'number', 'program', 'Pairs that became active.'),
    completed: column('Completed pairs', 'number', 'program', 'Pairs that reached their end.', { fact: true }),
    perPair: column('Months per pair', 'text', 'program', 'Confirmed months by pair.'),
    award: column('Award', 'choice', 'staff', 'Chosen by the Center.', {
      choices: ['Most active mentor', 'Certificate only'],
      fact: true,
    }),
    decidedBy: column('Decided by', 'text', 'staff', 'Name of who decided (P9).', { personal: true }),
    certificate: column('Certificate', 'link', 'program', 'Page that shows the certificate is real.'),
    print: column('For print', 'link', 'program', 'All certificates of the season, with its awards, as one file.'),
    state: column('State', 'text', 'program', 'What was sent.', { fact: true }),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

/** Actions of the staff queue; each really acts. Which of them fit a row stands in its "Why". */
const NEED_ACTIONS = [
  'Done',
  'Approve',
  'Reject',
  'Replace mentor',
  'End pair',
  'Pause',
  'Resume',
  'Withdraw',
  'Confirm person',
  'Decline person',
  'Ask again',
  'Send again',
  'Mark sent',
  'Mark told',
  'Bring back',
  'Send the page',
  'Stop sending',
] as const;

export const NEEDS = {
  title: 'Needs you',
  prefix: 'NY',
  workbook: 'programme',
  process: 'desk',
  about: 'What waits for staff, one row per cause. Choose an action; the row closes by itself when its cause is gone.',
  columns: {
    id: ID,
    what: column('What', 'text', 'program', 'What is needed.', { personal: true }),
    about: column('About', 'text', 'program', 'ID of the row it is about.', { fact: true }),
    link: column('Link', 'link', 'program', 'Where to look.'),
    why: column('Why', 'long text', 'program', 'The threshold that was passed, and what you can do.'),
    since: column('Since', 'instant', 'program', 'Open since.', { fact: true }),
    due: column('Due', 'instant', 'program', 'Wanted by.', { fact: true }),
    owner: column('Owner', 'text', 'program', 'Who gets it in the daily letter.', { personal: true }),
    suggested: column('Suggested', 'text', 'program', 'Actions that fit this row.', { fact: true }),
    action: column('Action', 'choice', 'staff', 'Choose what to do; it is done at once.', {
      choices: NEED_ACTIONS,
      fact: true,
    }),
    snooze: column('Snooze until', 'date', 'staff', 'Not in the daily letter before this day.', { fact: true }),
    state: column('State', 'text', 'program', 'Open or Closed.', { fact: true }),
    cause: column('Cause', 'text', 'program', 'Key of the cause.', { hidden: true, fact: true }),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

export const HISTORY = {
  title: 'History',
  prefix: 'HI',
  workbook: 'programme',
  about: 'What happened, when and by whose decision. Rows are only ever added.',
  columns: {
    id: ID,
    at: column('When', 'instant', 'program', 'Program time.', { fact: true }),
    row: column('Row', 'text', 'program', 'ID of the row that changed.', { fact: true }),
    change: column('Change', 'text', 'program', 'What changed.'),
    by: column('Decided by', 'text', 'program', 'Who decided: mentor, mentee, staff or the program.', { fact: true }),
    why: column('Why', 'text', 'program', 'Rule or reason.'),
  },
} as const satisfies Tab;

export const MAIL_LOG = {
  title: 'Mail log',
  prefix: 'LT',
  workbook: 'programme',
  about: 'Every letter, one row per subject: reserved before it is sent, marked with the answer of the mail server.',
  columns: {
    id: ID,
    at: column('When', 'instant', 'program', 'Program time of reservation.', { fact: true }),
    letter: column('Letter', 'text', 'program', 'Key of the letter.', { fact: true }),
    to: column('To', 'id', 'program', 'ID of the person.', { fact: true }),
    about: column('About', 'text', 'program', 'ID of the row it is about.', { fact: true }),
    step: column('Step', 'text', 'program', 'Business key of the step.', { fact: true }),
    status: column('Status', 'text', 'program', 'reserved, sent, failed, bounced or unknown.', { fact: true }),
    message: column('Message', 'text', 'program', 'Message-ID; items merged into one letter share it.', { fact: true }),
    reply: column('Reply', 'text', 'program', "Mail server's answer, or why the letter came back.", { personal: true }),
    order: column('Order', 'memory', 'program', 'Codes and dates of the letter, so that it can be sent again.', {
      hidden: true,
      fact: true,
    }),
  },
} as const satisfies Tab;

export const STAFF = {
  title: 'Staff',
  prefix: 'SF',
  workbook: 'programme',
  about: 'Who answers for what. A role with nobody present is itself a row in Needs you.',
  columns: {
    id: ID,
    name: column('Name', 'text', 'staff', 'Full name.', { personal: true, required: true }),
    email: column('Email', 'email', 'staff', 'Where the daily letter goes.', { personal: true, required: true }),
    roles: column('Roles', 'choices', 'staff', 'Separated by commas.', {
      choices: words.ROLES,
      fact: true,
      required: true,
    }),
    deputy: column('Deputy', 'text', 'staff', 'Name of the deputy, as in this tab.', { personal: true }),
    awayFrom: column('Away from', 'date', 'staff', 'First day away.', { fact: true }),
    awayTo: column('Away to', 'date', 'staff', 'Last day away.', { fact: true }),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

export const SETTINGS_TAB = {
  title: 'Settings',
  prefix: 'SE',
  workbook: 'programme',
  about: 'Numbers and words you may change. An empty value means the default.',
  columns: {
    id: ID,
    key: column('Setting', 'text', 'program', 'Name of the setting.', { fact: true }),
    value: column('Value', 'text', 'staff', 'Your value; empty: the default.', { fact: true }),
    fallback: column('Default', 'text', 'program', 'Used while the value is empty.'),
    unit: column('Unit', 'text', 'program', 'Unit of the value.'),
    meaning: column('Meaning', 'text', 'program', 'What it changes.'),
    source: column('Requirement', 'text', 'program', 'Where it comes from.'),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

export const HOLIDAYS = {
  title: 'Holidays',
  prefix: 'HO',
  workbook: 'programme',
  about: 'Days off on weekdays and working weekend days. A date beyond the confirmed end is never guessed.',
  columns: {
    id: ID,
    date: column('Date', 'date', 'staff', 'The day.', { fact: true, required: true }),
    kind: column('Kind', 'choice', 'staff', 'Day off, or a weekend day that is worked.', {
      choices: ['Day off', 'Working day'],
      fact: true,
      required: true,
    }),
    name: column('Name', 'text', 'staff', 'Name of the day.'),
    source: column('Source', 'text', 'staff', 'Where it was announced.'),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;
