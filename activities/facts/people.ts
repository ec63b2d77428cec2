import { type Cells, FORMS, type FormKey, parseCell, TABS, tabOf } from '../../domain/program/index.ts';
import type { Row } from '../ports.ts';

export type PersonTab = 'mentors' | 'mentees';

/** Later answers of the form, one `Header: value` per line, as they stand in New answers. */
export function readNewAnswers(tab: PersonTab, text: string): Record<string, string> {
  const columns = Object.entries(tabOf(tab).columns);
  const answers: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const found = columns.find(([, column]) => line.startsWith(`${column.header}: `));
    if (found) answers[found[0]] = line.slice(found[1].header.length + 2).replaceAll('⏎', '\n');
  }
  return answers;
}

export function writeNewAnswers(tab: PersonTab, answers: Readonly<Record<string, string>>): string {
  const { columns } = tabOf(tab);
  return Object.entries(answers)
    .map(([key, value]) => `${columns[key]?.header}: ${value.replaceAll('\n', '⏎')}`)
    .join('\n');
}

/** A person's cells as they count: later answers over the first ones. */
export function counted<T extends PersonTab>(row: Row<T>): Cells<T> {
  const cells: Record<string, unknown> = { ...row.cells };
  const { columns } = tabOf(row.tab);
  for (const [key, text] of Object.entries(readNewAnswers(row.tab, String(row.cells.newAnswers)))) {
    const column = columns[key];
    const parsed = column && parseCell(column, text);
    if (parsed?.ok) cells[key] = parsed.value;
  }
  return cells as Cells<T>;
}

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

/** Minutes east of Greenwich of a choice such as UTC+5; Almaty when nothing was answered. */
export function offsetOf(zone: string): number {
  const match = /^UTC([+-]\d+)$/.exec(zone);
  return match ? Number(match[1]) * 60 : 300;
}

export const languageOf = (letters: string): 'en' | 'kk' | 'ru' =>
  letters === 'Kazakh' ? 'kk' : letters === 'Russian' ? 'ru' : 'en';
export const personTab = (id: string): PersonTab | undefined =>
  id.startsWith(`${TABS.mentors.prefix}-`)
    ? 'mentors'
    : id.startsWith(`${TABS.mentees.prefix}-`)
      ? 'mentees'
      : undefined;
