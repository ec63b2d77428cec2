import { fromMs, type Instant, toMs } from '../domain/calendar/index.ts';
import { CONSENT_KEYS, type ConsentKey, consentText, isConsent, rowId } from '../domain/program/index.ts';
import { type PersonTab, personTab } from './facts/people.ts';
import type { AnyChange, Edit, View } from './ports.ts';

/** Where consents were said: a form answer, or a cell that staff typed. */
interface Said {
  readonly tab: PersonTab;
  readonly person: string;
  /** Names the answer or the edit, so that reading it again adds nothing. */
  readonly key: string;
  readonly at: Instant;
  readonly by: 'form' | 'staff';
  readonly answers: Readonly<Record<string, unknown>>;
}

const idOf = (key: string, person: string, consent: ConsentKey): string =>
  rowId('consents', `${key}/${person}/${consent}`);

/** Whether this very answer was read before: every application form asks for a consent. */
export const consentsKept = (view: View, key: string, person: string): boolean =>
  CONSENT_KEYS.some((consent) => view.row('consents', idOf(key, person, consent)) !== undefined);

/** One row of Consents for each purpose that was answered, with the text that was read, its version and its language (M4). */
export function consentRows(view: View, said: Said): AnyChange[] {
  return CONSENT_KEYS.flatMap((key): AnyChange[] => {
    const answer = said.answers[key];
    const asked = consentText(said.tab, key);
    const id = idOf(said.key, said.person, key);
    if (!asked || (answer !== 'Yes' && answer !== 'No') || view.row('consents', id)) return [];
    const { purpose, text, version, language } = asked;
    return [
      {
        tab: 'consents',
        id,
        create: {},
        cells: {
          person: said.person,
          purpose,
          state: answer === 'Yes' ? 'given' : wasGiven(view, said.person, purpose) ? 'withdrawn' : 'refused',
          // Google writes fractions of a second.
          at: fromMs(toMs(said.at)),
          by: said.by,
          // Nobody knows what staff read out to the person, so no text is claimed.
          ...(said.by === 'form' ? { version, language, text } : {}),
        },
      },
    ];
  });
}

function wasGiven(view: View, person: string, purpose: string): boolean {
  const said = view.rows('consents').filter(({ cells }) => cells.person === person && cells.purpose === purpose);
  return said.sort((a, b) => (a.cells.at < b.cells.at ? -1 : 1)).at(-1)?.cells.state === 'given';
}

/** An edit that consents may stand in: a person's row that is new, or one of its consents. */
export const maySayConsent = (edit: Edit): boolean =>
  personTab(edit.id) !== undefined && (edit.isNew || edit.columns.some(isConsent));

/** Consents that staff typed or changed in a person's row. */
export function consentsTyped(view: View, edits: readonly Edit[], at: Instant): AnyChange[] {
  return edits.flatMap((edit) => {
    const tab = personTab(edit.id);
    const row = tab && view.row(tab, edit.id);
    const keys: readonly ConsentKey[] = edit.isNew ? CONSENT_KEYS : edit.columns.filter(isConsent);
    if (!tab || !row || keys.length === 0) return [];
    const cells = row.cells as unknown as Readonly<Record<string, unknown>>;
    const answers = Object.fromEntries(keys.map((key) => [key, cells[key]]));
    return consentRows(view, { tab, person: edit.id, key: edit.key, at, by: 'staff', answers });
  });
}
