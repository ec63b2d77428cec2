import { column, ID, PROCESS_COLUMNS } from './columns.ts';
import type { Tab } from './types.ts';
import * as words from './vocabulary.ts';

/** Who may ask for a mailing (R19), where its links may lead (R9), and since when its contact data is up to date (P7). */
export const UNITS_TAB = {
  title: 'Units',
  prefix: 'UN',
  workbook: 'mailings',
  about: 'Structural units that may ask for a mailing. Narrow the link hosts to those of each School.',
  columns: {
    id: ID,
    code: column('Unit', 'text', 'staff', 'Abbreviation that a mailing names, such as SEDS.', {
      fact: true,
      required: true,
    }),
    name: column('Full name', 'text', 'staff', 'Name as readers know it.', { required: true }),
    links: column(
      'Link hosts',
      'long text',
      'staff',
      'Where links may lead, separated by commas: nu.edu.kz, or nu.edu.kz/seds. Subdomains are included.',
    ),
    hashtag: column('Hashtag', 'text', 'staff', 'Hashtag of the unit for posts in social networks (R28).'),
    dataSubmitted: column(
      'Contact data submitted',
      'date',
      'staff',
      'Day on which the unit last gave the Center its updated contact data (P7); empty: every mailing of it needs approval.',
      { fact: true },
    ),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

/** Every request for a mailing, from receipt to report (R1 to R28). */
export const MAILINGS = {
  title: 'Mailings',
  prefix: 'ML',
  workbook: 'mailings',
  process: 'mailing',
  about:
    'Requests for mailings and posts. The initiator works on a draft page, moderators on theirs; here you see the same facts, and may type a request yourself.',
  columns: {
    id: ID,
    subject: column('Subject', 'text', 'person', 'Subject of the mailing.', {
      personal: true,
      required: true,
      longest: 500,
    }),
    unit: column('Unit', 'text', 'person', 'Abbreviation of the initiating unit, as in Units.', {
      fact: true,
      required: true,
      longest: 100,
    }),
    direction: column('Direction', 'choice', 'person', 'What it is about (R1).', {
      choices: Object.values(words.DIRECTIONS),
      fact: true,
      required: true,
    }),
    initiatorName: column('Initiator', 'text', 'person', 'Who asks for it.', { personal: true, longest: 200 }),
    initiatorEmail: column('Initiator email', 'email', 'person', 'Where the link to the draft page goes.', {
      personal: true,
      required: true,
    }),
    eventDate: column('Date it is about', 'date', 'person', 'Day of the event or deadline, if there is one (R24).', {
      fact: true,
    }),
    wished: column('Wished day', 'date', 'person', 'Day on which it would best go out.', { fact: true }),
    text: column('Text', 'long text', 'person', 'In Markdown; an empty line begins a paragraph.', {
      personal: true,
      longest: 15_000,
    }),
    table: column('Table', 'long text', 'person', 'A table in Markdown, one row a line.', {
      personal: true,
      longest: 5000,
    }),
    signature: column('Signature', 'long text', 'person', 'Email, postal address and phone number (R18).', {
      personal: true,
      longest: 1500,
    }),
    schools: column('Schools', 'choices', 'person', 'Alumni of these Schools; none for all.', {
      choices: words.SCHOOLS,
      fact: true,
    }),
    degrees: column('Degrees', 'choices', 'person', 'Alumni with these degrees; none for all.', {
      choices: words.DEGREES,
      fact: true,
    }),
    years: column('Years', 'text', 'person', 'Years of graduation: 2019, 2021-2023. Empty for all.', {
      fact: true,
      longest: 200,
    }),
    list: column('List', 'text', 'person', 'Name of a list in the Lists tab, in place of schools, degrees and years.', {
      fact: true,
      longest: 100,
    }),
    social: column('Social post', 'choice', 'person', 'A post in social networks (R23).', {
      choices: words.SOCIAL_CHOICES,
      fact: true,
    }),
    posterText: column('Text of the post', 'long text', 'person', 'What stands beside the poster.', {
      personal: true,
      longest: 3000,
    }),
    hashtag: column('Hashtag', 'text', 'person', 'Hashtag of the initiator (R28).', { personal: true, longest: 100 }),
    pictureAlt: column('Picture in words', 'text', 'person', 'For those who do not see the picture.', {
      personal: true,
      longest: 500,
    }),
    posterAlt: column('Poster in words', 'text', 'person', 'For those who do not see the poster.', {
      personal: true,
      longest: 500,
    }),
    decision: column('Decision', 'choice', 'staff', 'Sends the moderators their page; only there it is decided.', {
      choices: words.MAILING_DECISIONS,
      fact: true,
    }),
    findings: column('Findings', 'long text', 'program', 'What the rules found.', { personal: true }),
    audience: column('Audience', 'text', 'program', 'How many get it, who is left out, own list or broad.'),
    dates: column('Window', 'text', 'program', 'First and last day on which it may go out.'),
    overlap: column('Overlap', 'text', 'program', 'Who would get how many mailings that week (P8).'),
    comment: column('Comment', 'long text', 'program', 'What moderators wrote to the initiator, newest first.', {
      personal: true,
    }),
    recipients: column(
      'Recipients',
      'link',
      'program',
      'The spreadsheet with everybody who gets it, and what became of it.',
    ),
    progress: column('Delivery', 'text', 'program', 'Sent, failed, left.'),
    post: column('Post', 'link', 'program', 'The post in social networks, as the communication officer confirmed it.'),
    newAnswers: column('New answers', 'long text', 'program', 'What the draft page changed since; it counts at once.', {
      personal: true,
    }),
    picture: column('Picture', 'memory', 'program', 'The uploaded picture.', { hidden: true }),
    poster: column('Poster', 'memory', 'program', 'The uploaded poster.', { hidden: true }),
    before: column('Version before', 'memory', 'program', 'What was handed in the time before, to compare with.', {
      hidden: true,
      personal: true,
    }),
    handedIn: column('Version handed in', 'memory', 'program', 'What was handed in last.', {
      hidden: true,
      personal: true,
    }),
    fix: column('Fix', 'memory', 'program', 'What a moderator proposes instead.', { hidden: true, personal: true }),
    delivery: column('Delivery memory', 'memory', 'program', 'How far the delivery is.', { hidden: true }),
    ...PROCESS_COLUMNS,
  },
} as const satisfies Tab;

/** Named lists of alumni, one member a row: an audience that no School, degree or year describes. */
export const LISTS = {
  title: 'Lists',
  prefix: 'LI',
  workbook: 'mailings',
  about: 'Named lists of alumni for mailings, one member a row. Only alumni of the register are written to.',
  columns: {
    id: ID,
    list: column('List', 'text', 'staff', 'Name of the list, as a mailing names it.', { fact: true, required: true }),
    member: column('Member', 'text', 'staff', 'ID or address of an alumnus.', { personal: true, required: true }),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

/** Addresses that no mailing goes to (RFC 8058, bounces). It binds mailings only, never letters about somebody's own application or pair (Q25). */
export const SUPPRESSED = {
  title: 'Do not write',
  prefix: 'SU',
  workbook: 'mailings',
  about:
    'Addresses that get no mailings: unsubscribed by their owner, or bounced. Letters about a mentorship still reach them.',
  columns: {
    id: ID,
    email: column('Email', 'email', 'program', 'The address.', { personal: true }),
    why: column('Why', 'text', 'program', 'Unsubscribed, or bounced.', { fact: true }),
    scope: column('What', 'text', 'program', 'All mailings, or all but those of the own School.', { fact: true }),
    since: column('Since', 'instant', 'program', 'Since when.', { fact: true }),
    mailing: column('Mailing', 'id', 'program', 'The mailing it came from.', { of: 'mailings', fact: true }),
    lifted: column('Write again', 'checkbox', 'staff', 'Tick when the owner asked for mailings again.', { fact: true }),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;

/** Extra rules of the administration (P14). While an entry is in force a Center approver may let a mailing pass by name. */
export const FORCE_MAJEURE = {
  title: 'Force majeure',
  prefix: 'FM',
  workbook: 'mailings',
  about:
    'Extra rules of the administration, with a name, a reason and an end. Only while one is in force may the Center let a mailing pass that breaks the rules.',
  columns: {
    id: ID,
    reason: column('Reason', 'text', 'staff', 'Why.', { required: true }),
    decidedBy: column('Decided by', 'text', 'staff', 'Who in the administration decided it.', {
      personal: true,
      required: true,
    }),
    from: column('From', 'date', 'staff', 'First day.', { fact: true, required: true }),
    to: column('To', 'date', 'staff', 'Last day.', { fact: true, required: true }),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
  },
} as const satisfies Tab;
