import { type LetterOrder, letterKey } from '../../domain/letters/index.ts';
import { fingerprint, rowId } from '../../domain/program/index.ts';
import type { AnyChange } from '../ports.ts';

/** Letters as they go out: each inner list is one letter, its members the subjects merged into it. */
export type Batch = readonly LetterOrder[];

export const logRow = (order: LetterOrder): string => rowId('mailLog', letterKey(order));
/** Business key of a letter as sent: of its one subject, or of all merged into it. */
export const batchKey = (batch: Batch): string =>
  batch.length === 1 && batch[0]
    ? letterKey(batch[0])
    : `merged/${fingerprint(batch.map(letterKey).join('|'))}/${batch[0]?.to}`;

/** One Mail log row per subject, written before anything is sent. */
export const reserve = (letters: readonly Batch[], now: string): AnyChange[] =>
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
          message: fingerprint(batchKey(batch)),
          reply: '',
        },
      }),
    ),
  );
