import type { Block, Piece } from './document/types.ts';

/** Letters without marks that combine: each is one character to a reader, so counting needs no segmenter. */
const SIMPLE = /^[\n\u0020-\u02ff\u0370-\u0482\u048a-\u0588\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116]*$/;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as a reader counts them (Q2): graphemes, never bytes or code units. */
export function count(text: string): number {
  const composed = text.normalize('NFC');
  if (SIMPLE.test(composed)) return composed.length;
  let n = 0;
  for (const _ of segmenter.segment(composed)) n++;
  return n;
}

/** At most so many characters, cut after a word where that is possible. */
export function shortened(text: string, most: number): string {
  const words = text.trim().split(/\s+/);
  let out = '';
  for (const word of words) {
    const next = out === '' ? word : `${out} ${word}`;
    if (count(next) > most - 1) break;
    out = next;
  }
  if (out !== '') return `${out.replace(/[\p{P}\s]+$/u, '')}…`;
  return `${[...segmenter.segment(text.trim())]
    .slice(0, Math.max(most - 1, 0))
    .map(({ segment }) => segment)
    .join('')}…`;
}

/** A break may stand at any of these; not at a no-break space. */
const WORD = /[^ \t\f\r\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/g;

export interface Wrapped {
  readonly lines: number;
  /** Words longer than a line: where they begin in the text, and how long they are. */
  readonly long: readonly { readonly word: string; readonly index: number; readonly length: number }[];
}

/**
 * Greedy word wrap of plain text (Q1): hard breaks begin a line, a word that does not fit begins the next one. A word longer than a line
 * stands on one of its own and is a fault of its own.
 */
export function wrap(text: string, width: number): Wrapped {
  const long: { word: string; index: number; length: number }[] = [];
  let lines = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    let used = 0;
    let rows = 1;
    for (const match of line.matchAll(WORD)) {
      const length = count(match[0]);
      if (length > width) long.push({ word: match[0], index: start + match.index, length });
      if (used === 0) used = length;
      else if (used + 1 + length <= width) used += 1 + length;
      else {
        rows++;
        used = length;
      }
    }
    lines += rows;
    start += line.length + 1;
  }
  return { lines, long };
}

/** Where in the source a character of a block's text stands. */
export function placeIn(block: Pick<Block, 'pieces'>, index: number): number {
  let left = index;
  let last: Piece | undefined;
  for (const piece of block.pieces) {
    if (left < piece.text.length) return piece.at + (piece.exact ? left : 0);
    left -= piece.text.length;
    last = piece;
  }
  return last ? last.at : 0;
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** The words with a beginning only, for a message. */
export const excerpt = (text: string, most = 60): string => {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return count(flat) <= most ? flat : shortened(flat, most);
};
