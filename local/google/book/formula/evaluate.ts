import { locate } from '../a1.ts';
import type { Effective, Sheet, Workbook } from '../types.ts';
import { FUNCTIONS } from './functions.ts';
import { type Node, parse } from './parse.ts';
import { compareValues, error, FormulaError, isError, toNumber, toText } from './values.ts';

/** Where a formula stands, and how it reads other cells. */
export interface Place {
  readonly book: Workbook;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly read: (sheet: Sheet, row: number, column: number) => Effective;
}

/** An argument of a function: one value, or the block a range gives. */
export type Operand = Effective | Effective[][];

/** What a formula gives: + - * / ^ & comparisons, references, and a small set of functions. Anything else is `#NAME?`. */
export function evaluate(formula: string, place: Place): Effective {
  try {
    return single(run(parse(formula), place));
  } catch (problem) {
    if (problem instanceof FormulaError) return problem.value;
    // brackets within brackets by the thousand: no stack bears them
    if (problem instanceof RangeError) return error('#ERROR!', 'Formula is nested too deeply.');
    if (problem instanceof SyntaxError) return error('#ERROR!', 'Formula parse error.');
    throw problem;
  }
}

function run(node: Node, place: Place): Operand {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'range':
      return block(node.text, place);
    case 'unary': {
      const value = toNumber(single(run(node.of, place)));
      return node.op === '%' ? value / 100 : node.op === '-' ? -value : value;
    }
    case 'binary':
      return operate(node.op, single(run(node.left, place)), single(run(node.right, place)));
    case 'call': {
      const work = FUNCTIONS[node.name];
      if (!work) throw new FormulaError('#NAME?', `Unknown function: '${node.name}'.`);
      return work(
        node.args.map((arg) => () => (arg === undefined ? undefined : run(arg, place))),
        single,
      );
    }
  }
}

function block(text: string, place: Place): Effective[][] {
  const bang = text.lastIndexOf('!');
  let at: ReturnType<typeof locate>;
  try {
    at = locate(place.book, bang >= 0 ? text : `'${place.sheet.title.replaceAll("'", "''")}'!${text}`);
  } catch {
    // a name that is no range of its own tab may be one of the workbook
    at = named(text, place);
  }
  const { sheet, box } = at;
  const lines: Effective[][] = [];
  for (let r = box.r0; r < box.r1; r++) {
    const line: Effective[] = [];
    const empty = sheet.rows[r] === undefined;
    for (let c = box.c0; c < box.c1; c++) line.push(empty ? undefined : place.read(sheet, r, c));
    lines.push(line);
  }
  return lines;
}

function named(text: string, place: Place) {
  const known = place.book.named.some((n) => n.name.toLowerCase() === text.toLowerCase());
  if (known) return locate(place.book, text);
  if (text === '#REF!' || /[!:\d]/.test(text)) throw new FormulaError('#REF!', 'Reference does not exist.');
  throw new FormulaError('#NAME?', `Unknown range name: '${text}'.`);
}

/** One value of an operand; a range of more than one cell cannot be one. */
function single(operand: Operand): Effective {
  if (!Array.isArray(operand)) return operand;
  if (operand.length === 1 && operand[0]?.length === 1) return operand[0][0];
  throw new FormulaError('#VALUE!', 'An array value could not be found.');
}

function operate(op: string, left: Effective, right: Effective): Effective {
  for (const side of [left, right]) if (isError(side)) throw new FormulaError(side.error, side.message);
  if (op === '&') return toText(left) + toText(right);
  if (op === '=') return compareValues(left, right) === 0;
  if (op === '<>') return compareValues(left, right) !== 0;
  if (op === '<') return compareValues(left, right) < 0;
  if (op === '<=') return compareValues(left, right) <= 0;
  if (op === '>') return compareValues(left, right) > 0;
  if (op === '>=') return compareValues(left, right) >= 0;
  const [a, b] = [toNumber(left), toNumber(right)];
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  if (op === '*') return a * b;
  if (op === '^') return a ** b;
  if (b === 0) throw new FormulaError('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.');
  return a / b;
}
