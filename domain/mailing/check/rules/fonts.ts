import type { Mailing, Piece } from '../document/types.ts';
import { LETTER_SIZE } from '../document/types.ts';

/** Arithmetic on em and percent leaves traces far behind the point. */
const NEARLY = 1e-6;
const isLarger = (size: number, most: number): boolean => size > most + NEARLY;

/** The size most letters of the body have; the text of titles does not count. */
export function letterSize(mailing: Mailing): number {
  const bySize = new Map<number, number>();
  for (const { kind, pieces } of mailing.blocks)
    if (kind === 'paragraph')
      for (const { size, text } of pieces) if (size > 0) bySize.set(size, (bySize.get(size) ?? 0) + text.length);
  const [most] = [...bySize].sort(([a, n], [b, m]) => m - n || a - b);
  return most?.[0] ?? LETTER_SIZE;
}

/** Sizes as a person reads them: 33.6 px. */
export const rounded = (n: number): number => Math.round(n * 100) / 100;

/** The largest piece of each block that is larger than so many pixels. */
export function tooLarge(pieces: readonly Piece[], most: number): Piece | undefined {
  return pieces
    .filter(({ size, text }) => text.trim() !== '' && isLarger(size, most))
    .sort((a, b) => b.size - a.size)[0];
}
