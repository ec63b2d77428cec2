import type { MailingWords } from './words.ts';

/** What stands around the text of a mailing. Of `head` and `foot` every second piece is the name of what is filled in. */
export interface MailingFrame {
  readonly words: MailingWords;
  readonly head: readonly string[];
  /** Around one block of the text. */
  readonly row: readonly string[];
  readonly foot: readonly string[];
}

/** Fills in what is known; the names of what is not stay, for later. */
export const fillPieces = (
  pieces: readonly string[],
  values: Readonly<Partial<Record<string, string>>>,
): readonly string[] => {
  const out = [''];
  for (const [i, piece] of pieces.entries()) {
    const known = i % 2 === 0 ? piece : values[piece];
    if (known === undefined) out.push(piece, '');
    else out[out.length - 1] += known;
  }
  return out;
};
