/** An order of texts that is the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A lot drawn for some IDs: always the same for the same seed, and without regard to the order of rows or the alphabet.
 * FNV-1a over characters, with a last mixing so that IDs that differ in one letter land far apart.
 */
export function lot(seed: string, ...ids: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify([seed, ...ids])) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
