import type { Setting } from './types.ts';

const number = (value: number, unit: string, meaning: string, source: string, most = 1000): Setting<number> => ({
  value,
  unit,
  meaning,
  source,
  least: 0,
  most,
});
const text = (value: string, meaning: string, source: string): Setting<string> => ({
  value,
  unit: 'text',
  meaning,
  source,
});
const time = (value: string, meaning: string, source: string): Setting<string> => ({
  value,
  unit: 'time of day',
  meaning,
  source,
});

const SEVERITIES = ['error', 'warning', 'off'] as const;
const rule = (value: (typeof SEVERITIES)[number], meaning: string, source: string): Setting<string> => ({
  value,
  unit: 'severity',
  meaning: `${meaning}: error judges as the rule says, warning never keeps a mailing back, off does not judge.`,
  source,
  choices: SEVERITIES,
});

/** The regulation of mailings in numbers (P16): what staff may change without a programmer when the rules change. */
export const MAILING_SETTINGS = {
  mailingRules: text(
    '2026-11',
    'Name of the rules in force; every mailing keeps the one it was judged by. Change it with the numbers below.',
    'P16',
  ),
  subjectLongest: number(120, 'characters', 'Longest subject.', 'R4'),
  paragraphsMost: number(3, 'paragraphs', 'Most paragraphs of a body.', 'R6'),
  linesMost: number(3, 'lines', 'Most lines of a paragraph.', 'R7'),
  lineLongest: number(80, 'characters', 'Longest line, and longest word.', 'R8'),
  lineReading: {
    value: 'line',
    unit: 'choice',
    meaning: 'What the longest line binds: each line of a paragraph, or the paragraph as a whole.',
    source: 'Q1',
    choices: ['line', 'paragraph'],
  } as Setting<string>,
  tablesMost: number(1, 'tables', 'Most tables.', 'R10'),
  tableRowsMost: number(7, 'rows', 'Most rows of a table, its header included.', 'R10'),
  picturesMost: number(1, 'pictures', 'Most pictures.', 'R11'),
  pictureWidth: number(800, 'pixels', 'Width of the picture.', 'R11', 10_000),
  pictureHeight: number(600, 'pixels', 'Height of the picture.', 'R11', 10_000),
  brandColours: text(
    '',
    'Colours of the Brandbook, such as #1a2b3c, separated by commas. Black, white and greys always fit.',
    'R12',
  ),
  boldMost: number(10, 'percent', 'Share of bold letters a text may have.', 'R13', 100),
  fontLargest: number(24, 'pixels', 'Larger letters in the text are very large ones.', 'R14'),
  capitalsFrom: number(4, 'letters', 'A word with so many capitals in a row is written in large letters.', 'R15'),
  abbreviations: text(
    'NU, SEDS, NUSOM, GSPP, IELTS, TOEFL, GMAT, NUFYP, ABET, AACSB, UNESCO, UNICEF, COVID, HTML, HTTP, HTTPS, НАЗУ, ЮНЕСКО',
    'Abbreviations that may be written in capitals.',
    'R15',
  ),
  titleMost: number(200, 'percent', 'Size of a title against the letters of the text.', 'R16'),

  sendEarliest: number(14, 'working days', 'A mailing goes out not earlier than this before its date.', 'R24', 60),
  sendLatest: number(5, 'working days', 'A mailing goes out not later than this before its date.', 'R25, R27', 60),
  handInSafe: number(8, 'working days', 'Materials handed in by then before the date are safely in time.', 'Q7', 60),
  handInLast: number(6, 'working days', 'Last day before the date on which materials may be handed in.', 'Q7', 60),
  workFrom: time('09:00', 'Working hours begin (Almaty).', 'Q8'),
  workTo: time('18:00', 'Working hours end (Almaty).', 'Q8'),
  moderationDays: number(1, 'working days', 'Time for moderation and coordination together.', 'R26', 30),
  moderationAlarm: number(60, 'minutes', 'The alarm before the clock runs out, in working time.', 'R26', 540),
  mailsPerMinute: {
    ...number(
      600,
      'mails a minute',
      'Most copies of mailings that one worker hands over in a minute; 0 for no limit.',
      'R22',
      100_000,
    ),
  },
  sendTime: time('10:00', 'Hour at which a mailing goes out on its day (Almaty).', 'R22'),
  socialConfirm: number(1, 'working days', "Time for the social post after the mailing's day.", 'R23', 30),
  mailsPerWeek: number(2, 'mailings', 'Most mailings one alumnus gets in a week.', 'P8', 100),
  overlapMost: number(
    10,
    'percent',
    'A mailing that brings a larger share of its audience over that number is held until somebody decides.',
    'P8',
    100,
  ),

  ruleR1: rule('error', 'Direction', 'R1'),
  ruleR2: rule('warning', 'A digest that is none', 'R2'),
  ruleR3: rule('error', 'Subject required', 'R3'),
  ruleR4: rule('error', 'Length of the subject', 'R4'),
  ruleR5: rule('error', 'Body required', 'R5'),
  ruleR6: rule('error', 'Number of paragraphs', 'R6'),
  ruleR7: rule('error', 'Lines of a paragraph', 'R7'),
  ruleR8: rule('error', 'Characters of a line', 'R8'),
  ruleR9: rule('error', 'Links', 'R9'),
  ruleR10: rule('error', 'Table', 'R10'),
  ruleR11: rule('error', 'Picture', 'R11'),
  ruleR12: rule('warning', 'Brand colours', 'R12'),
  ruleR13: rule('warning', 'Bold', 'R13'),
  ruleR14: rule('warning', 'Very large fonts', 'R14'),
  ruleR15: rule('warning', 'Large letters', 'R15'),
  ruleR16: rule('error', 'Size of the title', 'R16'),
  ruleR17: rule('error', 'Signature required', 'R17'),
  ruleR18: rule('error', 'Contents of the signature', 'R18'),
  ruleR19: rule('error', 'Initiating unit', 'R19'),
  ruleR20: rule('error', 'Format', 'R20'),
  ruleR24: rule('error', 'Not sent too early', 'R24'),
  ruleR25: rule('error', 'Not sent too late', 'R25'),
  ruleR27: rule('error', 'Event announced in time', 'R27'),
  ruleR28: rule('error', 'Hashtag', 'R28'),
  ruleP15: rule('error', 'Nothing that tells third parties who reads', 'P15'),
} as const satisfies Record<string, Setting>;
