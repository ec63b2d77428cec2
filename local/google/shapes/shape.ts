import { badFieldMask, invalid } from '../errors.ts';
import type { Mask } from '../server/fields.ts';

/** What a message may hold: named members, anything at all, or (one level down) a list or map of such. */
export type Shape = 'any' | 'string' | 'number' | 'boolean' | { readonly [name: string]: Shape };

export const STRING = 'string';
export const NUMBER = 'number';
export const BOOLEAN = 'boolean';
export const ANY = 'any';

/** Throws Google's 400 when a `fields` mask names something a reply never has. */
export function checkMask(mask: Mask, shape: Shape, path = ''): void {
  if (mask === true || shape === 'any') return;
  for (const [name, inner] of Object.entries(mask)) {
    if (name === '*') continue;
    const member = typeof shape === 'object' ? shape[name] : undefined;
    const full = path === '' ? name : `${path}.${name}`;
    if (member === undefined) throw badFieldMask(full);
    checkMask(inner, member, full);
  }
}

/** Throws when a mask in a request body names a field its message does not have. */
export function checkPaths(paths: readonly string[], shape: Shape): void {
  for (const path of paths) {
    let at: Shape | undefined = shape;
    for (const name of path.split('.')) {
      if (at === 'any' || name === '*') break;
      at = typeof at === 'object' ? at[name] : undefined;
      if (at === undefined) throw invalid(`Invalid field: ${path}`);
    }
  }
}

/** Throws for a member the message does not have, or one of another type, as Google's JSON reader does. */
export function checkBody(value: unknown, shape: Shape, path: string): void {
  if (shape === 'any') return;
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      checkBody(item, shape, `${path}[${i}]`);
    });
    return;
  }
  if (typeof shape === 'string') {
    if (!fits(value, shape)) throw badValue(path, shape, value);
    return;
  }
  if (typeof value !== 'object' || value === null)
    throw invalid(`Invalid value at '${path}' (message), ${JSON.stringify(value)}`);
  for (const [name, member] of Object.entries(value)) {
    const inner = shape[name];
    if (inner === undefined)
      throw invalid(
        `Invalid JSON payload received. Unknown name "${name}"${path === '' ? '' : ` at '${path}'`}: Cannot find field.`,
      );
    if (inner === 'number' && typeof member === 'string' && fits(member, 'number'))
      (value as Record<string, unknown>)[name] = Number(member);
    checkBody(member, inner, path === '' ? snake(name) : `${path}.${snake(name)}`);
  }
}

/** Google names places in a body by their proto names. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const TYPES = { string: 'TYPE_STRING', number: 'TYPE_INT32', boolean: 'TYPE_BOOL' } as const;

function fits(value: unknown, type: 'string' | 'number' | 'boolean'): boolean {
  if (type === 'number')
    return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  return typeof value === type;
}

const badValue = (path: string, type: 'string' | 'number' | 'boolean', value: unknown) =>
  invalid(`Invalid value at '${path}' (${TYPES[type]}), ${JSON.stringify(value)}`);
