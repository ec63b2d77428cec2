import { MAILING_SETTINGS } from './settings-mailing.ts';
import type { Setting } from './types.ts';

const days = (value: number, meaning: string, source: string, most = 365): Setting<number> => ({
  value,
  unit: 'days',
  meaning,
  source,
  least: 0,
  most,
});
const workingDays = (value: number, meaning: string, source: string): Setting<number> => ({
  value,
  unit: 'working days',
  meaning,
  source,
  least: 0,
  most: 60,
});
const count = (value: number, unit: string, meaning: string, source: string, most = 1000): Setting<number> => ({
  value,
  unit,
  meaning,
  source,
  least: 0,
  most,
});
const weight = (value: number, what: string): Setting<number> =>
  count(
    value,
    'points',
    `How much ${what} counts when matching scores two people. All weights add up to 100.`,
    'M16',
    100,
  );
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

/** Every number and word that staff may change without a programmer, with its default. */
export const SETTINGS = {
  deadlineTime: time('17:00', 'Time of day at which a deadline day ends, on the day after it (Almaty).', 'Q20'),
  slotTime: time('10:00', "Time of day, in a person's own time zone, at which merged letters go out.", 'M26'),
  gatherTime: time(
    '09:00',
    "Time of day (Almaty) at which reminders and checks are gathered for the day's letters.",
    'M26',
  ),
  staffLetterTime: time('09:00', 'Time of day of the daily letter to staff.', 'M1'),

  incompleteReminder1: days(3, 'First reminder about missing answers of an application.', 'M11'),
  incompleteReminder2: days(7, 'Second reminder about missing answers.', 'M11'),
  incompleteReminder3: days(14, 'Third reminder about missing answers.', 'M11'),
  incompleteLapse: days(30, 'An application that stays incomplete this long lapses.', 'M11'),
  trainingReminder: workingDays(1, 'Reminder before a training session.', 'M12'),
  attendanceOverdue: workingDays(
    1,
    'An attendance list not marked complete this long after the session is asked for.',
    'M13',
  ),

  choices: count(3, 'mentors', 'How many mentors a mentee may rank.', 'Q18', 10),
  choiceReminder1: days(3, 'First reminder to choose mentors.', 'Q18'),
  choiceReminder2: days(6, 'Second reminder to choose mentors.', 'Q18'),
  choiceRound: days(8, 'Length of a choice round.', 'Q18'),
  rollingRound: days(14, 'Days between rolling rounds while mentors have room.', 'M18'),
  matchingWay: {
    value: 'stable',
    unit: 'stable or most people',
    meaning:
      'How rankings become proposals when a round closes: nobody would rather swap, or as many mentees as possible.',
    source: 'Q18',
    choices: ['stable', 'most people'],
  },
  fillUp: {
    value: false,
    unit: 'yes or no',
    meaning: 'Propose mentors whom they did not rank to mentees left over: as many as possible, best scores.',
    source: 'M16',
  },
  weightTopics: weight(30, 'topics in common'),
  weightField: weight(20, 'the same field'),
  weightIndustry: weight(20, 'the same industry'),
  weightInterests: weight(15, 'interests in common, rare ones more,'),
  weightTimeZone: weight(10, 'nearness of time zones'),
  weightCity: weight(5, 'the same city'),
  silentRequests: count(
    2,
    'requests',
    'A mentor silent to this many requests in a row is paused and asked.',
    'Q18',
    20,
  ),

  proposalReminder: workingDays(3, 'Reminder to staff about a proposal that waits for a decision.', 'Q18'),
  menteeAnswer: workingDays(5, 'Time for a mentee to accept a mentor they did not rank.', 'M4'),
  mentorReminder: workingDays(3, 'Reminder to a mentor about an open request.', 'Q18'),
  mentorAnswer: workingDays(5, 'Time for a mentor to answer a request.', 'Q18'),
  agreementReminder1: days(3, 'First reminder to confirm the agreement.', 'Q20'),
  agreementReminder2: days(6, 'Second reminder to confirm the agreement.', 'Q20'),
  agreement: days(7, 'Time for both to confirm the agreement; then the place is released.', 'Q20'),

  months: count(6, 'months', 'Length of the formal relationship.', 'M20', 24),
  planReminder: days(14, 'The plan, contact method and rhythm are asked for again after this time.', 'M34'),
  checkReminder: days(5, 'Reminder about an unanswered monthly check.', 'Q15'),
  checkJudged: days(10, 'A monthly check is judged at the latest after this time.', 'Q15'),
  silentNudge: days(5, 'After a nudge, silence this long goes to staff.', 'Q15'),
  partnerSilent: days(7, 'After "my partner does not answer", silence this long goes to staff.', 'M25'),
  pauseLongest: days(30, 'Longest pause a mentor or mentee may take by link.', 'M25'),
  surveyReminder1: days(7, 'First reminder about the closing survey.', 'M28'),
  surveyReminder2: days(14, 'Second reminder about the closing survey.', 'M28'),
  closing: days(21, 'A pair closes at the latest this long after its end.', 'M28'),
  safetyTell: workingDays(2, 'Time for the Center to tell the other side in a safety case.', 'Q21'),

  caseResponse: workingDays(1, 'Time for a first response to a reported issue.', 'M33'),
  graceMinutes: count(2, 'minutes', 'Time between a staff edit and the letters it sends.', 'M1', 120),
  graceManyMinutes: count(10, 'minutes', 'The same when the edit sends many letters.', 'M1', 240),
  graceMany: count(10, 'letters', 'How many letters count as many.', 'M1'),
  shortenedGrace: days(2, 'A shortened setting ends nothing sooner than this.', 'Q20'),
  outageHours: count(4, 'hours', "After a longer outage people's deadlines move by its length.", 'P14', 72),
  copiesKept: days(30, 'Daily copies of the workbooks are kept this long; deleted rows come back from them.', 'M1'),
  groupSmallest: count(5, 'answers', 'No survey figure is shown for fewer answers.', 'M7', 100),

  calendarConfirmedUntil: {
    value: '2027-12-31',
    unit: 'date',
    meaning: 'Last day the Holidays tab is known to be right.',
    source: 'Q9',
  },
  semesterStarts: text(
    '2026-08-17, 2027-01-11, 2027-08-16',
    'First days of the semesters; pairs are asked to readjust.',
    'M36',
  ),
  university: text('Nazarbayev University', 'Name of the university in letters.', 'M1'),
  center: text('Career and Advising Center', 'Name of the Center in letters.', 'M1'),
  centerEmail: text('cac@nu.edu.kz', 'Address that answers letters.', 'M39'),
  centerAddress: text(
    '53 Kabanbay Batyr Ave., Astana 010000, Kazakhstan',
    'Postal address below every mailing.',
    'Q25',
  ),
  studentDomains: text('nu.edu.kz', 'Mail domains by which a student is recognised.', 'M2'),
  helpCareer: text('Career services: +7 7172 706538', 'Help contact in every letter.', 'M39'),
  helpAlumni: text('Alumni Relation Unit: +7 7172 705886', 'Help contact in every letter.', 'M39'),
  helpCounseling: text('Psychological Counseling Center: +7 7172 705735', 'Help contact in every letter.', 'M39'),
  handbookMentor: text('', 'Link to the mentor handbook; empty: the letter carries it.', 'M40'),
  handbookMentee: text('', 'Link to the mentee handbook; empty: the letter carries it.', 'M41'),

  ...MAILING_SETTINGS,
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof SETTINGS;
type Widened<T> = T extends number ? number : T extends boolean ? boolean : string;
/** All settings in force. */
export type Settings = { readonly [K in SettingKey]: Widened<(typeof SETTINGS)[K]['value']> };

export const DEFAULT_SETTINGS = Object.fromEntries(
  Object.entries(SETTINGS).map(([key, setting]) => [key, setting.value]),
) as Settings;
