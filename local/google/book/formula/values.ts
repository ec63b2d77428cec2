import { typed } from '../../typing/typed.ts';
import type { CellError, Effective } from '../types.ts';

/** Ends the evaluation of a formula with an error value. */
export class FormulaError extends Error {
  readonly value: CellError;

  constructor(code: CellError['error'], message: string) {
    super(message);
    this.value = { error: code, message };
  }
}

export const error = (code: CellError['error'], message: string): CellError => ({ error: code, message });

export const isError = (value: Effective): value is CellError => typeof value === 'object';

/** An empty cell is 0, TRUE is 1, a text that reads as a number or date is that. */
export function toNumber(value: Effective): number {
  if (isError(value)) throw new FormulaError(value.error, value.message);
  if (value === undefined || value === '') return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const read = typed(value).v;
  if (typeof read === 'number') return read;
  throw new FormulaError('#VALUE!', `'${value}' is a text and cannot be coerced to a number.`);
}

export function toText(value: Effective): string {
  if (isError(value)) throw new FormulaError(value.error, value.message);
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

export function toBoolean(value: Effective): boolean {
  if (isError(value)) throw new FormulaError(value.error, value.message);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return /^t/i.test(value);
  return toNumber(value) !== 0;
}

const rank = (value: Effective): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

/** Numbers before text before booleans; text without regard to case; an empty cell equals 0, "" and FALSE. */
export function compareValues(a: Effective, b: Effective): number {
  const left = a ?? like(b);
  const right = b ?? like(a);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string' && typeof right === 'string') {
    const [x, y] = [left.toLowerCase(), right.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(left) - Number(right);
}

const like = (other: Effective): Effective => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);

/** The test that COUNTIF and SUMIF take: `>5`, `<>x`, a text with `*` and `?`, or a value. */
export function criterion(text: Effective): (value: Effective) => boolean {
  if (typeof text !== 'string') return (value) => value !== undefined && compareValues(value, text ?? 0) === 0;
  const [, op = '', rest = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(text) ?? [];
  const read = typed(rest).v ?? rest;
  if (op === '' || op === '=' || op === '<>') {
    const same = typeof read === 'string' ? wild(read) : (value: Effective) => loose(value) === read;
    return op === '<>' ? (value) => !same(value) : same;
  }
  return (value) => {
    if (value === undefined || rank(value) !== rank(read)) return false;
    const order = compareValues(value, read);
    return op === '<' ? order < 0 : op === '<=' ? order <= 0 : op === '>' ? order > 0 : order >= 0;
  };
}

const loose = (value: Effective): Effective => (typeof value === 'string' ? (typed(value).v ?? value) : value);

function wild(text: string): (value: Effective) => boolean {
  const source = text
    .replace(/~([*?~])|[.+^${}()|[\]\\]/g, (sign, escaped) => `\\${escaped ?? sign}`)
    .replace(/(?<!\\)\*/g, '.*')
    .replace(/(?<!\\)\?/g, '.');
  const pattern = new RegExp(`^${source}$`, 'is');
  return (value) =>
    text === '' ? value === undefined || value === '' : typeof value === 'string' && pattern.test(value);
}
