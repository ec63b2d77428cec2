import type { Effective } from '../types.ts';
import type { Operand } from './evaluate.ts';
import { criterion, FormulaError, isError, toBoolean, toNumber, toText } from './values.ts';

type Lazy = () => Operand;
type Work = (args: readonly Lazy[], single: (operand: Operand) => Effective) => Effective;

/** Numbers as aggregates see them: in ranges only numbers count, an argument given as such is read as one. */
function numbers(args: readonly Lazy[]): number[] {
  return args.flatMap((arg) => {
    const operand = arg();
    if (!Array.isArray(operand)) return [toNumber(operand)];
    return operand.flat().flatMap((value) => {
      if (isError(value)) throw new FormulaError(value.error, value.message);
      return typeof value === 'number' ? [value] : [];
    });
  });
}

const cells = (arg: Lazy | undefined): Effective[] => {
  const operand = arg?.();
  return Array.isArray(operand) ? operand.flat() : [operand];
};

const sum = (list: readonly number[]): number => list.reduce((total, n) => total + n, 0);

const extreme = (list: readonly number[], pick: (a: number, b: number) => number): number =>
  list.length === 0 ? 0 : list.reduce((a, b) => pick(a, b));

function need(args: readonly Lazy[], name: string, least: number, most = least): void {
  if (args.length < least || args.length > most)
    throw new FormulaError(
      '#N/A',
      `Wrong number of arguments to ${name}. Expected ${least} to ${most}, but got ${args.length}.`,
    );
}

const given = (args: readonly Lazy[], i: number): Operand => args[i]?.();

/** Rows for which every pair of range and criterion holds. */
function matches(args: readonly Lazy[], single: (operand: Operand) => Effective): boolean[] {
  let held: boolean[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const test = criterion(single(given(args, i + 1)));
    const passed = cells(args[i]).map(test);
    held = i === 0 ? passed : held.map((was, k) => was && passed[k] === true);
  }
  return held;
}

export const FUNCTIONS: Readonly<Record<string, Work | undefined>> = {
  SUM: (args) => sum(numbers(args)),
  COUNT: (args) => args.flatMap(cells).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => args.flatMap(cells).filter((value) => value !== undefined && value !== '').length,
  COUNTBLANK: (args) => args.flatMap(cells).filter((value) => value === undefined || value === '').length,
  AVERAGE: (args) => {
    const list = numbers(args);
    if (list.length === 0)
      throw new FormulaError('#DIV/0!', 'Evaluation of function AVERAGE caused a divide by zero error.');
    return sum(list) / list.length;
  },
  MIN: (args) => extreme(numbers(args), Math.min),
  MAX: (args) => extreme(numbers(args), Math.max),
  COUNTIF: (args, single) => {
    need(args, 'COUNTIF', 2);
    return matches(args, single).filter(Boolean).length;
  },
  COUNTIFS: (args, single) => matches(args, single).filter(Boolean).length,
  SUMIF: (args, single) => {
    need(args, 'SUMIF', 2, 3);
    const held = matches(args.slice(0, 2), single);
    const from = cells(args[2] ?? args[0]);
    return sum(held.map((yes, i) => (yes && typeof from[i] === 'number' ? (from[i] as number) : 0)));
  },
  IF: (args, single) => {
    need(args, 'IF', 2, 3);
    if (toBoolean(single(given(args, 0)))) return single(given(args, 1)) ?? 0;
    return args.length > 2 ? (single(given(args, 2)) ?? 0) : false;
  },
  IFERROR: (args, single) => {
    need(args, 'IFERROR', 1, 2);
    try {
      const value = single(given(args, 0));
      return isError(value) ? single(given(args, 1)) : value;
    } catch (problem) {
      if (problem instanceof FormulaError) return single(given(args, 1));
      throw problem;
    }
  },
  AND: (args) => args.flatMap(cells).every(toBoolean),
  OR: (args) => args.flatMap(cells).some(toBoolean),
  NOT: (args, single) => !toBoolean(single(given(args, 0))),
  ROUND: (args, single) => {
    const value = toNumber(single(given(args, 0)));
    const places = args.length > 1 ? toNumber(single(given(args, 1))) : 0;
    return (Math.sign(value) * Math.round(Math.abs(value) * 10 ** places)) / 10 ** places;
  },
  CONCATENATE: (args) => args.flatMap(cells).map(toText).join(''),
  LEN: (args, single) => toText(single(given(args, 0))).length,
};
