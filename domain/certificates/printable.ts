/**
 * Code points that the certificate's fonts hold: Latin with its extensions (Vietnamese, Turkish, Central European), Cyrillic with
 * its extensions, punctuation and the tenge. First and last of each range, both included.
 */
export const GLYPHS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20b8, 0x20b8],
  [0x2116, 0x2116],
];

const isHeld = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  return GLYPHS.some(([first, last]) => code >= first && code <= last);
};
/** Other ways to write a letter that the fonts hold, such as full width. */
const heldForm = (char: string): string => {
  if (isHeld(char)) return char;
  const plain = char.normalize('NFKC');
  return [...plain].every(isHeld) ? plain : char;
};

/**
 * One line of typed text as it can be printed: no control or direction marks, no line breaks, no signs that the fonts lack (such
 * as emoji), at most `longest` characters. Empty when a letter would be lost: half a name is worse than a line to write it on.
 */
export function printable(typed: string, longest: number): string {
  const chars = [
    ...typed
      .slice(0, longest * 8)
      .normalize('NFC')
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/\p{C}/gu, ''),
  ];
  const held = chars.map(heldForm);
  if (held.some((char) => !isHeld([...char][0] ?? ' ') && /[\p{L}\p{N}]/u.test(char))) return '';
  const kept = [
    ...held
      .filter((char) => [...char].every(isHeld))
      .join('')
      .replaceAll(/ +/g, ' ')
      .trim(),
  ];
  return kept.length > longest
    ? `${kept
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : kept.join('');
}
