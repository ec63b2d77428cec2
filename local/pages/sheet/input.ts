import { Refusal } from '../http.ts';
import type { Anchor } from './anchors.ts';

type Body = Readonly<Record<string, unknown>>;

const bad = (key: string, what: string): never => {
  throw new Refusal(400, `"${key}" must be ${what}.`);
};

/** Reads values out of a request, or refuses with the name of the one that is wrong. */
export const text = (body: Body, key: string, longest = 50_000): string => {
  const value = body[key];
  if (typeof value !== 'string') return bad(key, 'a text');
  return value.length > longest ? bad(key, `at most ${longest} characters long`) : value;
};

export const whole = (body: Body, key: string, least = 0, most = 10_000_000): number => {
  const value = body[key];
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return fits ? value : bad(key, `a whole number from ${least} to ${most}`);
};

export const flag = (body: Body, key: string): boolean => {
  const value = body[key];
  return typeof value === 'boolean' ? value : bad(key, 'true or false');
};

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Lines of texts, as a clipboard holds them. */
export const block = (body: Body, key: string): string[][] => {
  const value = body[key];
  const fits = Array.isArray(value) && value.length > 0 && value.length <= 10_000 && value.every(isTexts);
  return fits ? (value as string[][]) : bad(key, 'a list of 1 to 10,000 lists of texts');
};

const anchorOf = (value: unknown, key: string): Anchor => {
  const { row, id, seen } = (value ?? {}) as Partial<Anchor>;
  if (!Number.isInteger(row) || (row as number) < 0 || typeof id !== 'string' || !isTexts(seen))
    return bad(key, 'a row: {row, id, seen}');
  return { row: row as number, id, seen };
};

export const anchor = (body: Body, key: string): Anchor => anchorOf(body[key], key);

export const anchors = (body: Body, key: string): Anchor[] => {
  const value = body[key];
  if (!Array.isArray(value) || value.length === 0) return bad(key, 'a list of rows');
  return value.map((one) => anchorOf(one, key));
};
