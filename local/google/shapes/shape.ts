import { badFieldMask, invalid } from '../errors.ts';
import type { Mask } from '../server/fields.ts';

/** A word out of few: the full name of the enum, and its words. */
export class Choice {
  readonly type: string;
  readonly words: readonly string[];

  constructor(type: string, words: readonly string[]) {
    this.type = type;
    this.words = words;
  }
}

export class Many {
  readonly of: Shape;

  constructor(of: Shape) {
    this.of = of;
  }
}

export class Keyed {
  readonly of: Shape;

  constructor(of: Shape) {
    this.of = of;
  }
}

/** A type named by itself. */
type Plain = 'any' | 'string' | 'int' | 'double' | 'boolean';

export interface Message {
  readonly [name: string]: Shape;
}

/** What a message may hold: named members, a list, a map, one of a few words, a plain value, or anything at all. */
export type Shape = Plain | Choice | Many | Keyed | Message;

export const STRING = 'string';
export const INT = 'int';
export const DOUBLE = 'double';
export const BOOLEAN = 'boolean';
export const ANY = 'any';

export const list = (of: Shape): Many => new Many(of);
export const map = (of: Shape): Keyed => new Keyed(of);
export const choice = (type: string, ...words: string[]): Choice => new Choice(`google.apps.sheets.v4.${type}`, words);

/** The members of a message or of a list's items; `undefined` for what has none, `any` for what may have any. */
function members(shape: Shape | undefined): Message | 'any' | undefined {
  if (shape instanceof Many) return members(shape.of);
  if (shape === 'any' || shape instanceof Keyed) return 'any';
  return typeof shape === 'object' && !(shape instanceof Choice) ? shape : undefined;
}

const member = (shape: Message | undefined, name: string): Shape | undefined =>
  shape && Object.hasOwn(shape, name) ? shape[name] : undefined;

/** Throws Google's 400 when a `fields` mask names something a reply never has. */
export function checkMask(mask: Mask, shape: Shape, path = ''): void {
  const inside = members(shape);
  if (mask === true || inside === 'any') return;
  for (const [name, inner] of Object.entries(mask)) {
    if (name === '*') continue;
    const found = member(inside, name);
    const full = path === '' ? name : `${path}.${name}`;
    if (found === undefined) throw badFieldMask(full);
    checkMask(inner, found, full);
  }
}

/** Throws when a mask in a request body names a field its message does not have. */
export function checkPaths(paths: readonly string[], shape: Shape): void {
  for (const path of paths) {
    let at: Shape | undefined = shape;
    for (const name of path.split('.')) {
      const inside = members(at);
      if (inside === 'any' || name === '*') break;
      at = member(inside, name);
      if (at === undefined) throw invalid(`Invalid field: ${path}`);
    }
  }
}

/** Google names places in a body by their proto names. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
