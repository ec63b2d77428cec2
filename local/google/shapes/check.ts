import { invalid } from '../errors.ts';
import { Choice, Keyed, Many, type Message, type Shape, snake } from './shape.ts';

interface Violation {
  readonly field: string;
  readonly description: string;
}

/** A place in the body as steps from the root; made into words only for what is wrong, since most bodies are right. */
interface Place {
  readonly up: Place | undefined;
  readonly step: string | number;
}

function spelled(place: Place | undefined): string {
  if (place === undefined) return '';
  const { up, step } = place;
  if (typeof step === 'number') return `${spelled(up)}[${step}]`;
  return up === undefined ? snake(step) : `${spelled(up)}.${snake(step)}`;
}

/** More than these would make no message that anybody reads. */
const MOST = 20;

/**
 * Reads a body as proto3's JSON reader does, in place: numbers in quotes become numbers, `snake_case` names count,
 * `null` in a list is an empty message. Throws one 400 that lists everything wrong: unknown names, wrong types, words
 * that no enum has.
 */
export function checkBody(body: Record<string, unknown>, shape: Message): void {
  const found: Violation[] = [];
  message(body, shape, undefined, found);
  if (found.length === 0) return;
  const fieldViolations = found
    .slice(0, MOST)
    .map(({ field, description }) => (field === '' ? { description } : { field, description }));
  throw invalid(fieldViolations.map((v) => v.description).join('\n'), [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations },
  ]);
}

function message(value: Record<string, unknown>, shape: Message, at: Place | undefined, found: Violation[]): void {
  for (const given of Object.keys(value)) {
    const name = Object.hasOwn(shape, given) ? given : camel(given);
    const inner = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (inner === undefined) {
      found.push(unknown(given, at, 'Cannot find field.'));
      continue;
    }
    const read = checked(value[given], inner, { up: at, step: name }, found);
    if (name !== given) delete value[given];
    value[name] = read;
  }
}

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function unknown(name: string, at: Place | undefined, why: string): Violation {
  const field = spelled(at);
  const where = field === '' ? '' : ` at '${field}'`;
  return { field, description: `Invalid JSON payload received. Unknown name "${name}"${where}: ${why}` };
}

function wrong(at: Place, type: string, value: unknown): Violation {
  const field = spelled(at);
  return { field, description: `Invalid value at '${field}' (${type}), ${JSON.stringify(value)}` };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checked(value: unknown, shape: Shape, at: Place, found: Violation[]): unknown {
  if (shape === 'any') return value;
  if (shape instanceof Many) {
    const items = Array.isArray(value) ? value : [value];
    for (let i = 0; i < items.length; i++)
      items[i] = checked(items[i] ?? empty(shape.of), shape.of, { up: at, step: i }, found);
    return items;
  }
  if (Array.isArray(value)) {
    found.push(unknown(String(at.step), at.up, 'Proto field is not repeating, cannot start list.'));
    return undefined;
  }
  if (shape instanceof Choice) return word(value, shape, at, found);
  if (typeof shape === 'string') return plain(value, shape, at, found);
  if (!isRecord(value)) {
    found.push(wrong(at, 'message', value));
    return undefined;
  }
  if (shape instanceof Keyed)
    for (const key of Object.keys(value)) value[key] = checked(value[key], shape.of, { up: at, step: key }, found);
  else message(value, shape, at, found);
  return value;
}

/** What `null` in a list stands for. */
function empty(shape: Shape): unknown {
  if (shape === 'string' || shape instanceof Choice) return '';
  if (shape === 'boolean') return false;
  return typeof shape === 'string' ? 0 : {};
}

function word(value: unknown, { type, words }: Choice, at: Place, found: Violation[]): unknown {
  if (typeof value === 'string') {
    if (words.includes(value)) return value;
    if (value === '' || value.endsWith('_UNSPECIFIED')) return undefined;
  }
  found.push(wrong(at, `type.googleapis.com/${type}`, value));
  return undefined;
}

const TYPES = { string: 'TYPE_STRING', int: 'TYPE_INT32', double: 'TYPE_DOUBLE', boolean: 'TYPE_BOOL' } as const;

function plain(value: unknown, type: keyof typeof TYPES, at: Place, found: Violation[]): unknown {
  const read = reading(value, type);
  if (read === undefined) found.push(wrong(at, TYPES[type], value));
  return read;
}

const INT32 = 2 ** 31;

function reading(value: unknown, type: keyof typeof TYPES): unknown {
  if (type === 'string') return typeof value === 'string' ? value : undefined;
  if (type === 'boolean') {
    if (value === 'true' || value === 'false') return value === 'true';
    return typeof value === 'boolean' ? value : undefined;
  }
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  return type === 'double' || (Number.isInteger(number) && number >= -INT32 && number < INT32) ? number : undefined;
}
