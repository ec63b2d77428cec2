import type { ParticipantMemory } from '../../domain/mentorship/index.ts';
import {
  counted,
  FORMS,
  type FormKey,
  fingerprint,
  type PersonTab,
  parseCell,
  readNewAnswers,
  TABS,
  tabOf,
} from '../../domain/program/index.ts';
import type { Row } from '../ports.ts';
import { readMemory } from './memory.ts';

export { counted, offsetOf, type PersonTab, readNewAnswers, writeNewAnswers } from '../../domain/program/index.ts';

const isEmpty = (value: unknown) => value === '' || value === undefined || (Array.isArray(value) && value.length === 0);

/** Without these nobody can be matched; a name on the certificate page may be refused (M4: one consent per purpose). */
const NEEDED_CONSENTS: ReadonlySet<string> = new Set(['consentProfile', 'consentContact', 'consentStorage']);

/** Keys of required answers that are missing, unreadable or refused (M4: a consent answered No is refused). */
export function missingAnswers(row: Row<PersonTab>): string[] {
  const form: FormKey = row.tab === 'mentors' ? 'mentor' : 'mentee';
  const cells = counted(row) as Readonly<Record<string, unknown>>;
  return Object.entries(FORMS[form].questions)
    .filter(([key, question]) => {
      if (!('required' in question) || !question.required || key === 'code') return false;
      return isEmpty(cells[key]) || (NEEDED_CONSENTS.has(key) && cells[key] === 'No');
    })
    .map(([key]) => key);
}

/**
 * Where letters go: the address in the row, or the later one of the form once it was confirmed from the old one. Anybody may
 * name an address; staff take it over by typing it into Email.
 */
export function addressOf(row: Row<PersonTab>): string {
  const { email } = counted(row);
  return readMemory<ParticipantMemory>(row.cells.memory)?.address === fingerprint(email) ? email : row.cells.email;
}

/** Fingerprint of an address that waits to be confirmed; empty when there is none. */
export function newAddress(row: Row<PersonTab>): string {
  const { email } = counted(row);
  return email === '' || email.toLowerCase() === addressOf(row).toLowerCase() ? '' : fingerprint(email);
}

/** Keys of later answers that cannot be read; they count for nothing and stand in New answers for staff. */
export function unreadAnswers(row: Row<PersonTab>): string[] {
  const { columns } = tabOf(row.tab);
  return Object.entries(readNewAnswers(row.tab, row.cells.newAnswers)).flatMap(([key, text]) => {
    const column = columns[key];
    return column && !parseCell(column, text).ok ? [key] : [];
  });
}

/**
 * What a person answered so far, for the link that opens the form with it. Long texts stay out, since mail programs cut long
 * links; so does a consent refused, which is to be read anew.
 */
export function answersOf(row: Row<PersonTab>): Record<string, string[]> {
  const form: FormKey = row.tab === 'mentors' ? 'mentor' : 'mentee';
  const cells = counted(row) as Readonly<Record<string, unknown>>;
  const answers: Record<string, string[]> = {};
  for (const [key, question] of Object.entries(FORMS[form].questions)) {
    const value = cells[key];
    if (key === 'code' || question.kind === 'long text' || isEmpty(value)) continue;
    if (NEEDED_CONSENTS.has(key) && value === 'No') continue;
    answers[key] = (Array.isArray(value) ? value : [value]).map(String);
  }
  return answers;
}

export { languageOf } from '../../domain/words/index.ts';
export const personTab = (id: string): PersonTab | undefined =>
  id.startsWith(`${TABS.mentors.prefix}-`)
    ? 'mentors'
    : id.startsWith(`${TABS.mentees.prefix}-`)
      ? 'mentees'
      : undefined;
