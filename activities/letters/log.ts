import { isLetterKey, type LetterOrder, letterKey } from '../../domain/letters/index.ts';
import { fingerprint, rowId } from '../../domain/program/index.ts';
import type { AnyChange, Ports, Row, View } from '../ports.ts';

/** Letters as they go out: each inner list is one letter, its members the subjects merged into it. */
export type Batch = readonly LetterOrder[];

export const logRow = (order: LetterOrder): string => rowId('mailLog', letterKey(order));
/** Business key of a letter as sent: of its one subject, or of all merged into it. */
export const batchKey = (batch: Batch): string =>
  batch.length === 1 && batch[0]
    ? letterKey(batch[0])
    : `merged/${fingerprint(batch.map(letterKey).sort().join('|'))}/${batch[0]?.to}`;

/** Whether a letter was reserved under another journal, which alone knows whether it was handed over. */
export const isReservedElsewhere = (view: View, batch: Batch, journal: string): boolean =>
  batch.some((order) => {
    const row = view.row('mailLog', logRow(order));
    return row?.cells.status === 'reserved' && !row.cells.order.includes(`"journal":"${journal}"`);
  });

/** What a row of the Mail log remembers besides its cells. */
interface Kept extends Partial<Pick<LetterOrder, 'expires' | 'due' | 'data'>> {
  readonly journal?: string;
  /** How many times staff had it sent again. */
  readonly again?: number;
  /** The sending that came back, and a fingerprint of the address it came back from. */
  readonly back?: { readonly again: number; readonly address: string };
}

/** Empty where nothing is kept, or somebody damaged it by hand: then the letter cannot be made again, and the row says so. */
export function keptIn({ cells }: Row<'mailLog'>): Kept {
  try {
    return cells.order === '' ? {} : (JSON.parse(cells.order) as Kept);
  } catch {
    return {};
  }
}
export const keeping = (row: Row<'mailLog'>, more: Kept): string => JSON.stringify({ ...keptIn(row), ...more });

/** Whether its last sending came back for good. */
export function isBack(row: Row<'mailLog'>): boolean {
  const { again = 0, back } = keptIn(row);
  return back !== undefined && back.again === again;
}

/** What names a letter, and which sending of it, in the envelope's sender. */
export function bounceKeyOf(view: View, order: LetterOrder): string {
  const row = view.row('mailLog', logRow(order));
  return `${logRow(order)}/${(row && keptIn(row).again) ?? 0}`;
}

/** The letter a Mail log row stands for, or undefined where its order cannot be read. */
export function orderOf(row: Row<'mailLog'>): LetterOrder | undefined {
  const { letter, to, about, step } = row.cells;
  const { expires, due, data } = keptIn(row);
  if (!isLetterKey(letter) || expires === undefined) return undefined;
  return { key: letter, to, about, step, expires, ...(due ? { due } : {}), ...(data ? { data } : {}) };
}

/** One Mail log row per subject, written before anything is sent. */
export const reserve = (
  letters: readonly Batch[],
  now: string,
  { messageId, journal }: Pick<Ports, 'messageId' | 'journal'>,
): AnyChange[] =>
  letters.flatMap((batch) =>
    batch.map(
      (order): AnyChange => ({
        tab: 'mailLog',
        id: logRow(order),
        create: {},
        cells: {
          at: now,
          letter: order.key,
          to: order.to,
          about: order.about,
          step: order.step,
          status: 'reserved',
          message: messageId(batchKey(batch)),
          reply: '',
          order: JSON.stringify({ expires: order.expires, due: order.due, data: order.data, journal: journal.id }),
        },
      }),
    ),
  );
