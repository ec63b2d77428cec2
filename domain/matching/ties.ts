/** An order of texts that is the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last mixing of MurmurHash3: inputs that differ in one bit land far apart. */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number drawn for an ID: always the same for the same seed, without regard to rows or the alphabet (FNV-1a). */
export function lot(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const text of [seed, '\u0000', id])
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** A lot for a couple, from the lots of the two: who loses one does not lose all. */
export const lotOfTwo = (mentee: number, mentor: number): number => mixed(mentee ^ Math.imul(mentor, 0x9e3779b1));
