import type { Instant } from '../../domain/calendar/index.ts';
import type { Role } from '../../domain/program/index.ts';
import { counted, languageOf, offsetOf, personTab } from '../facts/people.ts';
import { holdersOf } from '../needs.ts';
import type { Language, Row, View } from '../ports.ts';

/** Who reads a letter, as far as the letter needs it. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly offsetMinutes: number;
  readonly category: 'person' | 'staff';
}

const staffReader = (row: Row<'staff'>): Reader => ({
  id: row.id,
  name: row.cells.name,
  email: row.cells.email,
  language: 'en',
  offsetMinutes: 300,
  category: 'staff',
});

/** The people behind a recipient: one participant, one member of staff, or whoever holds a role today. */
export function readersOf(view: View, to: string, now: Instant): Reader[] {
  if (to.startsWith('role:'))
    return holdersOf(view, to.slice(5) as Role, now)
      .filter((row) => row.cells.email !== '')
      .map(staffReader);
  const tab = personTab(to);
  if (!tab) {
    const staff = view.row('staff', to);
    return staff && staff.cells.email !== '' ? [staffReader(staff)] : [];
  }
  const row = view.row(tab, to);
  if (!row || row.cells.email === '') return [];
  const cells = counted(row);
  return [
    {
      // A new address counts only once it was confirmed from the old one or taken over by staff.
      id: to,
      name: cells.name,
      email: row.cells.email,
      language: languageOf(cells.letters),
      offsetMinutes: offsetOf(cells.timeZone),
      category: 'person',
    },
  ];
}
