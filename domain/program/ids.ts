import { TABS, type TabKey } from './tabs.ts';

/** Crockford's base 32: no I, L, O or U, so that an ID can be read out on the phone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 53-bit hash of a text, the same on every machine. For names and ties, never for secrets. */
export function hash53(text: string, seed = 0): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** Short fingerprint of any text: 10 characters of base 32 (50 bits). */
export function fingerprint(text: string): string {
  let rest = hash53(text);
  let out = '';
  for (let i = 0; i < 10; i++) {
    out = ALPHABET[rest % 32] + out;
    rest = Math.floor(rest / 32);
  }
  return out;
}

/**
 * The ID of a row, derived from what the row is made from (a form response, a cause, a step), so that a retry meets its own
 * row: `rowId('mentors', responseId)` is `MR-` and two groups of four.
 */
export function rowId(tab: TabKey, from: string): string {
  const code = fingerprint(`${tab}/${from}`);
  return `${TABS[tab].prefix}-${code.slice(2, 6)}-${code.slice(6, 10)}`;
}

/** True for anything shaped like an ID of one of the tabs. */
export const isRowId = (text: string): boolean =>
  /^[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(text) &&
  Object.values(TABS).some((t) => text.startsWith(`${t.prefix}-`));
