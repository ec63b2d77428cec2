import type { Need } from '../domain/process/index.ts';
import { type FormKey, formOf, rowId, type TabKey, tabOf, type Workbook } from '../domain/program/index.ts';
import { isTrouble, openRow } from './needs.ts';
import type { AnyChange, Trouble, View } from './ports.ts';

const WHAT: Readonly<Record<Trouble['kind'], readonly [what: string, why: string]>> = {
  vanished: [
    'A row has vanished',
    'The row was deleted, but its process goes on. Undo the deletion, or choose Bring back: it comes back from the daily copies.',
  ],
  held: [
    'A row cannot be told apart',
    'Its ID and its hidden key name different records. Put the ID back, or undo the last edits of the row.',
  ],
  copied: ['A row was copied', 'The copy got an ID of its own and starts nothing. Complete it, or delete it.'],
  misprint: ['A row was inserted while columns moved', 'The program wrote the row again below; delete this one.'],
  'missing tab': [
    'A tab is missing',
    'Undo its deletion, or run the setup again; what needs it waits, and goes on by itself.',
  ],
  'missing column': [
    'A column is missing',
    'Undo its deletion, or run the setup again; what needs it waits, and goes on by itself.',
  ],
  'restored version': [
    'An older version of the spreadsheet was restored',
    'Check what the program wrote since; it has put its own cells right.',
  ],
  'no copy': [
    'The daily copy cannot be made',
    'Deleted rows come back from it. See that the account of the program may copy the file and has room in Drive; it tries again by itself.',
  ],
  unreadable: ['A row cannot be read', 'Look at its System note and correct the cell it names.'],
};

/** An answer came whose code is missing or altered: nobody knows whose it is, so nothing was done with it. */
export function unsignedNeed(view: View, form: FormKey, responseId: string, now: string): AnyChange {
  const need: Need = {
    cause: `unsigned/${form}/${responseId}`,
    about: `form/${form}`,
    role: 'Coordinator',
    actions: ['Done'],
    what: `An answer to "${formOf(form).title}" has no valid code`,
    why: "It was sent without the link of a letter, so nothing was done with it. It stands in the form's answers; ask the person, if you know who it was.",
  };
  return openRow(view, need, now);
}

/** Something only staff can put right becomes one row of the queue; it stays as it is while it is open. */
export function troubleChanges(view: View, troubles: readonly Trouble[], now: string): AnyChange[] {
  const rows = new Map(troubles.map((trouble) => [rowId('needs', causeOf(trouble)), trouble]));
  return [...rows].flatMap(([id, trouble]): AnyChange[] => {
    if (view.row('needs', id)?.cells.state === 'Open') return [];
    const [what, why] = WHAT[trouble.kind];
    const need: Need = {
      cause: causeOf(trouble),
      about: trouble.id,
      role: 'Coordinator',
      actions: trouble.kind === 'vanished' ? ['Bring back', 'Done'] : ['Done'],
      what: `${what} in ${tabOf(trouble.tab).title}`,
      why,
    };
    return [openRow(view, need, now)];
  });
}

const causeOf = ({ kind, tab, id }: Trouble): string => `${kind}/${tab}/${id}`;

/** Kinds that every reading finds again as long as they last. */
const LASTING: ReadonlySet<string> = new Set(['held', 'misprint', 'missing tab', 'missing column', 'unreadable']);

/** Rows of the queue about a workbook's rows whose cause is gone: put right by staff, or shown again. */
export function troublesGone(view: View, workbook: Workbook, troubles: readonly Trouble[] | undefined): AnyChange[] {
  const standing = new Set(troubles?.map(causeOf));
  return view.rows('needs').flatMap(({ id, cells }): AnyChange[] => {
    if (cells.state !== 'Open' || !isTrouble(cells.cause)) return [];
    const [kind, tab, about] = cells.cause.split('/') as [Trouble['kind'], TabKey, string];
    if (tabOf(tab).workbook !== workbook || standing.has(cells.cause)) return [];
    const gone = kind === 'vanished' ? view.row(tab, about)?.inSheet : troubles !== undefined && LASTING.has(kind);
    if (!gone) return [];
    return [{ tab: 'needs', id, cells: { state: 'Closed', systemNote: 'Closed: the cause is gone.' } }];
  });
}
