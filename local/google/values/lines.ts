import type { Box, Column, Row, Sheet } from '../book/types.ts';
import { mark, type Prepared } from '../server/pretty.ts';
import type { RenderOptions } from './render.ts';

interface Known {
  readonly columns: readonly Column[];
  readonly key: string;
  /** what its numbers look like may depend on the sheet and on where the row stands */
  readonly areas: Sheet['areas'];
  readonly at: number;
  readonly numbers: boolean;
  /** a comma, the line break and the row */
  readonly bytes: Buffer;
}

/** The bytes of a row in replies. A row is never changed in place, so they hold as long as the row does. */
const written = new WeakMap<Row, Known>();

const indent = (depth: number): string => '  '.repeat(depth);

/** The rows of one range as a reply holds them; the last one has something in it. */
export class Lines implements Prepared {
  readonly length: number;
  readonly #sheet: Sheet;
  readonly #box: Box;
  readonly #key: string;
  readonly #line: (row: number, cells: Row['cells']) => unknown[];
  readonly #numbersVary: boolean;

  constructor(sheet: Sheet, box: Box, options: RenderOptions, line: (row: number, cells: Row['cells']) => unknown[]) {
    this.#sheet = sheet;
    this.#box = box;
    this.#line = line;
    this.#key = `${box.c0}-${box.c1}/${options.value}/${options.date}`;
    this.#numbersVary = options.value === 'FORMATTED_VALUE' || options.date === 'FORMATTED_STRING';
    let end = box.r1;
    while (end > box.r0 && this.#isEmpty(end - 1)) end--;
    this.length = end - box.r0;
  }

  #isEmpty(row: number): boolean {
    const cells = this.#sheet.rows[row]?.cells;
    return cells === undefined || this.#line(row, cells).length === 0;
  }

  toJSON(): unknown {
    return mark(this) ?? this.#values();
  }

  #values(): unknown[][] {
    return Array.from({ length: this.length }, (_, i) => {
      const row = this.#sheet.rows[this.#box.r0 + i];
      return row ? this.#line(this.#box.r0 + i, row.cells) : [];
    });
  }

  *pieces(depth: number): Iterable<Buffer> {
    const empty = Buffer.from(`,\n${indent(depth + 1)}[]`);
    yield Buffer.from('[');
    for (let i = 0; i < this.length; i++) {
      const row = this.#sheet.rows[this.#box.r0 + i];
      const bytes = row ? this.#bytes(row, this.#box.r0 + i, depth + 1) : empty;
      yield i === 0 ? bytes.subarray(1) : bytes;
    }
    yield Buffer.from(`\n${indent(depth)}]`);
  }

  #bytes(row: Row, at: number, depth: number): Buffer {
    const { columns, areas } = this.#sheet;
    const key = `${depth}/${this.#key}`;
    const known = written.get(row);
    if (known && known.columns === columns && known.key === key)
      if (!known.numbers || (known.areas === areas && known.at === at)) return known.bytes;
    const bytes = Buffer.from(`,\n${indent(depth)}${listText(this.#line(at, row.cells), indent(depth))}`);
    // formulas depend on other rows
    if (row.cells.every((cell) => cell?.x === undefined)) {
      const numbers = this.#numbersVary && row.cells.some((cell) => typeof cell?.v === 'number');
      written.set(row, { columns, key, areas, at, numbers, bytes });
    }
    return bytes;
  }
}

/** A list as `JSON.stringify` writes it with two blanks, standing that deep already. */
function listText(line: readonly unknown[], blanks: string): string {
  if (line.length === 0) return '[]';
  let text = '[';
  for (let i = 0; i < line.length; i++) text += `${i === 0 ? '' : ','}\n${blanks}  ${plain(line[i])}`;
  return `${text}\n${blanks}]`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON must escape
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

const plain = (value: unknown): string =>
  typeof value === 'string' && !ESCAPED.test(value) ? `"${value}"` : JSON.stringify(value);
