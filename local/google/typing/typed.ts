import type { Scalar } from '../book/types.ts';

/** What a typed text becomes: a value or formula, and the number format it brings along. */
export interface Typed {
  readonly v?: Scalar;
  readonly x?: string;
  readonly pattern?: { readonly type: string; readonly pattern: string };
}

/** Reads a text as the grid reads what a person types. */
export function typed(text: string): Typed {
  if (text.startsWith("'")) return { v: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { x: text };
  if (/^true$/i.test(text)) return { v: true };
  if (/^false$/i.test(text)) return { v: false };
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim())) return { v: Number(text) };
  return { v: text };
}
