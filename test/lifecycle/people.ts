import type { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { instantAt } from '../../domain/calendar/index.ts';
import type { Answered, Cells, Letter, LocalClient } from '../../local/client/index.ts';
import { letterTo, linkIn, type Programme, rowOf, startProgramme } from '../support/programme.ts';

/** People of the tests: answers as they would give them, and the ways to a stage. All through forms, sheet and inbox. */

type Answers = Readonly<Record<string, string | readonly string[]>>;
export type PersonTab = 'mentors' | 'mentees';

const address = (name: string, domain: string) => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${domain}`;

/** A mentor's complete answers. `name` makes the address; only graduates in the sample register are recognised by it. */
export const mentor = (name: string, rest: Answers = {}): Answers & { email: string; name: string } => ({
  letters: 'English',
  timeZone: 'UTC+5',
  topics: ['Job search', 'Networking'],
  field: 'Robotics',
  industry: 'Information technology',
  languages: ['English', 'Kazakh'],
  degree: "Bachelor's",
  year: '2016',
  employer: 'Steppe Robotics',
  about: 'Happy to talk about first jobs.',
  capacity: '1',
  consentProfile: 'Yes',
  consentContact: 'Yes',
  consentStorage: 'Yes',
  consentCertificate: 'Yes',
  ...rest,
  name,
  email: String(rest.email ?? address(name, 'alumni.example')),
});

/** A mentee's complete answers, with an address of the university. */
export const mentee = (name: string, rest: Answers = {}): Answers & { email: string; name: string } => ({
  letters: 'English',
  timeZone: 'UTC+5',
  topics: ['Job search'],
  field: 'Robotics',
  languages: ['English'],
  year: '3',
  goals: 'Find my way.',
  consentProfile: 'Yes',
  consentContact: 'Yes',
  consentStorage: 'Yes',
  ...rest,
  name,
  email: String(rest.email ?? address(name, 'nu.edu.kz')),
});

/** Graduates of the sample register, so that their applications are recognised at once. */
export const ALUMNI = ['Aigerim Sadykova', 'Daniyar Omarov', 'Madina Zhunusova', 'Timur Akhmetov'] as const;

/** Addresses of a mentee called `<name> Student` and of the graduate at that place of the register. */
export const studentEmail = (name: string): string => `${name.toLowerCase()}.student@nu.edu.kz`;
export const graduateEmail = (n: 0 | 1 | 2 | 3): string => address(ALUMNI[n], 'alumni.example');

/** A programme of a suite's own: started before its tests, closed after them. `people` is there once it has started. */
export function programmeOf(
  s: ReturnType<typeof suite>,
  prepare: (people: LocalClient) => Promise<void> = async () => {},
) {
  let started: Programme | undefined;
  s.before(async () => {
    started = await startProgramme();
    await prepare(started.people);
  });
  s.after(() => started?.close());
  const programme = {
    get people(): LocalClient {
      if (!started) throw new Error('the programme starts with the first test');
      return started.people;
    },
    /** Rows by the names of `studentEmail` and `graduateEmail`. */
    student: (name: string): Promise<Cells> => rowBy(programme.people, 'mentees', studentEmail(name)),
    graduate: (n: 0 | 1 | 2 | 3): Promise<Cells> => rowBy(programme.people, 'mentors', graduateEmail(n)),
  };
  return programme;
}

const tabOf = (form: 'mentor' | 'mentee'): PersonTab => (form === 'mentor' ? 'mentors' : 'mentees');

/** Answers an application form and gives back the row that came of it. */
export async function apply(
  people: LocalClient,
  form: 'mentor' | 'mentee',
  answers: Answers & { email: string },
): Promise<Cells> {
  const answered = await people.answer(form, answers);
  assert.is(answered.status, 200, answered.words);
  await people.settle();
  return rowOf(people, tabOf(form), { email: answers.email });
}

export const rowBy = (people: LocalClient, tab: PersonTab, email: string): Promise<Cells> =>
  rowOf(people, tab, { email });

export const sessions = (people: LocalClient): Promise<Cells[]> => people.rows('training');

/** Applies, and staff type into Attendance that the person came: eligible on the same day. */
export async function eligible(
  people: LocalClient,
  form: 'mentor' | 'mentee',
  answers: Answers & { email: string },
): Promise<Cells> {
  const row = await apply(people, form, answers);
  await cameTo(people, row.id ?? '');
  return rowBy(people, tabOf(form), answers.email);
}

/** Staff type into Attendance that somebody came to a session, booked or not. */
export async function cameTo(people: LocalClient, person: string, session?: string): Promise<void> {
  const [first] = await sessions(people);
  await people.add('attendance', { session: session ?? first?.id ?? '', person, attended: 'TRUE' });
  await people.settle();
}

/** Moves to a time of day in Almaty on a civil date. */
export const to = (people: LocalClient, date: string, time = '10:05'): Promise<unknown> =>
  people.move({ to: at(date, time) });
export const at = (date: string, time: string): string => instantAt(date, time);

/** Subjects of the letters to somebody since a letter, oldest first. */
export const subjects = async (people: LocalClient, email: string, since = 0): Promise<string[]> =>
  (await people.letters(email, since)).map((letter) => letter.subject);

/** Id of the newest letter to anybody, to ask for what comes after it. */
export const lastLetter = async (people: LocalClient): Promise<number> => (await people.letters()).at(-1)?.id ?? 0;

/** How many letters to somebody match. */
export const countOf = async (people: LocalClient, email: string, subject: RegExp): Promise<number> =>
  (await people.letters(email)).filter((letter) => subject.test(letter.subject)).length;

/** Presses a button of the newest letter whose subject matches. */
export async function press(
  people: LocalClient,
  email: string,
  subject: RegExp,
  label: RegExp,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const answered = await people.press(linkIn(await letterTo(people, email, subject), label), fields);
  await people.settle();
  return answered;
}

/** Open rows of the staff queue that are about something. */
export const needsAbout = async (people: LocalClient, about: string): Promise<Cells[]> =>
  (await people.rows('needs')).filter((row) => row.about === about && row.state === 'Open');
/** The one open row of the staff queue about something. */
export async function needAbout(people: LocalClient, about: string): Promise<Cells> {
  const rows = await needsAbout(people, about);
  assert.is(rows.length, 1, `open needs about ${about}: ${JSON.stringify(rows)}`);
  return rows[0] ?? {};
}

/** Changes of a row as History tells them, oldest first. */
export const historyOf = async (people: LocalClient, row: string): Promise<string[]> =>
  (await people.rows('history')).filter((entry) => entry.row === row).map((entry) => entry.change ?? '');

export const labels = (letter: Letter): string[] => letter.links.map((link) => link.label);

/** Changes one setting as staff do. */
export async function set(people: LocalClient, key: string, value: string): Promise<Cells> {
  const row = await rowOf(people, 'settings', { key });
  await people.edit('settings', row.id ?? '', { value });
  await people.settle();
  return rowOf(people, 'settings', { key });
}

/** Staff type a pair and approve it; the mentee, who did not rank the mentor, says yes: the mentor is asked. */
export async function asked(
  people: LocalClient,
  pair: { readonly mentee: Cells; readonly mentor: Cells },
): Promise<Cells> {
  const ids = { mentee: pair.mentee.id ?? '', mentor: pair.mentor.id ?? '' };
  await people.add('matches', ids);
  await people.settle();
  const row = await rowOf(people, 'matches', { ...ids, stage: 'Proposed' });
  await people.edit('matches', row.id ?? '', { decision: 'Approve' });
  await people.settle();
  await people.move({ by: 'PT3M' });
  await press(people, pair.mentee.email ?? '', /would this mentor suit you/i, /yes, please ask/i);
  return rowOf(people, 'matches', { id: row.id ?? '', stage: 'Asking mentor' });
}

/** A link whose signed code was changed by somebody. */
export const altered = (link: string): string => link.replace('WyJ', 'WyI');
