import { isLetterKey, type LetterOrder, letterKey } from '../../domain/letters/index.ts';
import { fingerprint, rowId } from '../../domain/program/index.ts';
import type { AnyChange, Row } from '../ports.ts';

/** Letters as they go out: each inner list is one letter, its members the subjects merged into it. */
export type Batch = readonly LetterOrder[];

export const logRow = (order: LetterOrder): string => rowId('mailLog', letterKey(order));
/** Business key of a letter as sent: of its one subject, or of all merged into it. */
export const batchKey = (batch: Batch): string =>
  batch.length === 1 && batch[0]
    ? letterKey(batch[0])
    : `merged/${fingerprint(batch.map(letterKey).sort().join('|'))}/${batch[0]?.to}`;

/** The letter a Mail log row stands for, or undefined where its order cannot be read. */
export function orderOf(row: Row<'mailLog'>): LetterOrder | undefined {
  const { letter, to, about, step, order } = row.cells;
  if (!isLetterKey(letter) || order === '') return undefined;
  try {
    const { expires, due, data } = JSON.parse(order) as Pick<LetterOrder, 'expires' | 'due' | 'data'>;
    return { key: letter, to, about, step, expires, ...(due ? { due } : {}), ...(data ? { data } : {}) };
  } catch {
    // Damaged by hand: the letter cannot be made again, and the row says so.
    return undefined;
  }
}

/** One Mail log row per subject, written before anything is sent. */
export const reserve = (letters: readonly Batch[], now: string, messageId: (key: string) => string): AnyChange[] =>
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
          order: JSON.stringify({ expires: order.expires, due: order.due, data: order.data }),
        },
      }),
    ),
  );
