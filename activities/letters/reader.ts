import { addressOf, counted, languageOf, offsetOf, personTab } from '../facts/people.ts';
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

/** Who asks for a mailing is known by their request alone, which names no language. */
function initiator({ id, cells }: Row<'mailings'>): Reader | undefined {
  const { initiatorName, initiatorEmail, unit } = cells;
  if (initiatorEmail === '') return undefined;
  const name = initiatorName.trim() || unit.trim() || NO_NAME;
  return { id, name, email: initiatorEmail, language: 'en', offsetMinutes: 300, category: 'person' };
}
const NO_NAME = 'colleague';

/** Whom letters to this ID are for, as staff know them: name and ID, or the ID where no name is written down. Never enters a workflow. */
export function nameAndId(view: View, to: string): string {
  const request = view.row('mailings', to)?.cells;
  const tab = personTab(to);
  const name = request
    ? request.initiatorName.trim() || request.unit.trim()
    : view.row(tab ?? 'staff', to)?.cells.name.trim();
  return name ? `${name} (${to})` : to;
}

/** Who reads a letter to this ID: a participant, the initiator of a mailing (by its ID) or a member of staff; nobody when there is no address. */
export function readerOf(view: View, to: string): Reader | undefined {
  const request = view.row('mailings', to);
  if (request) return initiator(request);
  const tab = personTab(to);
  if (!tab) {
    const staff = view.row('staff', to);
    return staff && staff.cells.email !== '' ? staffReader(staff) : undefined;
  }
  const row = view.row(tab, to);
  const email = row ? addressOf(row) : '';
  if (!row || email === '') return undefined;
  const cells = counted(row);
  return {
    id: to,
    name: cells.name,
    email,
    language: languageOf(cells.letters),
    offsetMinutes: offsetOf(cells.timeZone),
    category: 'person',
  };
}
