import { badFieldMask } from '../errors.ts';

/** A `fields` mask: everything, or the named members with masks of their own. */
export type Mask = true | { readonly [name: string]: Mask };

/** Reads `a.b.c`, `a/b/c`, `a(b,c)` and `*`; a blank in it is Google's 400. Without a text everything is wanted. */
export function parseMask(text: string | null | undefined): Mask {
  if (text === undefined || text === null || text === '') return true;
  const root: Record<string, Mask> = {};
  let at = 0;
  const list = (into: Record<string, Mask>): void => {
    for (;;) {
      path(into);
      if (text[at] !== ',') return;
      at++;
    }
  };
  const path = (into: Record<string, Mask>): void => {
    const match = /^[^,()./]+/.exec(text.slice(at));
    if (!match || /\s/.test(match[0])) throw badFieldMask(text.slice(at).split(',')[0] ?? text);
    const name = match[0];
    at += name.length;
    if (text[at] === '.' || text[at] === '/' || text[at] === '(') {
      const open = text[at] === '(';
      at++;
      const old = into[name];
      const inner: Record<string, Mask> = old === true || old === undefined ? {} : { ...old };
      if (open) {
        list(inner);
        if (text[at] !== ')') throw badFieldMask(text);
        at++;
      } else path(inner);
      if (old !== true) into[name] = inner;
    } else into[name] = true;
  };
  list(root);
  if (at < text.length) throw badFieldMask(text);
  return root['*'] ? true : root;
}

/** The mask of one member; `undefined` if it is not wanted. */
export const sub = (mask: Mask, name: string): Mask | undefined =>
  mask === true ? true : (mask[name] ?? (mask['*'] === undefined ? undefined : mask['*']));

/** The value with only what the mask names; absent members stay absent. */
export function project(value: unknown, mask: Mask): unknown {
  if (mask === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  const result: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const wanted = sub(mask, name);
    if (wanted !== undefined) result[name] = project(inner, wanted);
  }
  return result;
}
