import type { LetterKey } from '../../domain/letters/index.ts';
import { isLetterKey } from '../../domain/letters/index.ts';
import { fingerprint, rowId } from '../../domain/program/index.ts';
import { languageOf } from '../facts/people.ts';
import type { AnyChange, Edit, Language, OwnWords, Ports, Row, View } from '../ports.ts';

/** The words of staff for a letter in a language, if a row has some in use; the first by ID, should there be two. */
export function ownWordsFor(view: View, key: LetterKey, language: Language): OwnWords | undefined {
  const row = inUse(view, key, language)[0];
  return row && { subject: row.cells.subject.trim(), text: row.cells.text };
}
const inUse = (view: View, key: string, language: Language): Row<'ownWords'>[] =>
  view
    .rows('ownWords')
    .filter(
      ({ cells }) =>
        cells.use && cells.letter === key && cells.language !== '' && languageOf(cells.language) === language,
    );

/** Checks words that staff typed, counts them as a version that History keeps, and says in the row how they stand. */
export async function wordsTyped(ports: Ports, view: View, edit: Edit, now: string): Promise<string> {
  const cells = view.row('ownWords', edit.id)?.cells;
  if (!cells || !isLetterKey(cells.letter) || cells.language === '' || cells.subject === '' || cells.text === '')
    return 'Fill in Letter, Language, Subject and Text; then the words are checked. Until then the shipped words stand.';
  const { letter } = cells;
  const language = languageOf(cells.language);
  const faults = ports.letters.faults(letter, language, { subject: cells.subject.trim(), text: cells.text });
  const { result: version } = await ports.record.commit((fresh) =>
    counted(fresh, edit, { now, fits: faults.length === 0, preview: ports.links.words(edit.id) }),
  );
  if (faults.length > 0)
    return `These words cannot be used: ${faults.slice(0, 4).join('; ')}. The shipped words stand.`;
  if (!cells.use) return 'These words fit. Look at the preview, then tick "Use".';
  const [first] = inUse(view, letter, language);
  return first && first.id !== edit.id
    ? `Not used: ${first.id} has words for this letter and language, too. Untick one of the two.`
    : `In use from now on, as version ${version}.`;
}

/** A new version, if these very words were not counted before. Pure, so that a repetition counts nothing twice. */
function counted(
  view: View,
  edit: Edit,
  { now, fits, preview }: { readonly now: string; readonly fits: boolean; readonly preview: string },
): { readonly changes: readonly AnyChange[]; readonly result: number } {
  const row = view.row('ownWords', edit.id);
  if (!row) return { changes: [], result: 0 };
  const { letter, language, subject, text, version = 0 } = row.cells;
  const checked = fingerprint([letter, language, subject, text].join('\n'));
  if (checked === row.cells.checked || !fits)
    return { changes: [{ tab: 'ownWords', id: row.id, cells: { preview } }], result: version };
  const next = version + 1;
  return {
    changes: [
      { tab: 'ownWords', id: row.id, cells: { preview, checked, version: next } },
      {
        tab: 'history',
        id: rowId('history', `${edit.id}/words/${next}`),
        create: {},
        cells: {
          at: now,
          row: row.id,
          change: `Version ${next} of the words of "${letter}" in ${language}: ${subject}\n\n${text}`,
          by: 'staff',
          why: 'Typed into Letters',
        },
      },
    ],
    result: next,
  };
}
