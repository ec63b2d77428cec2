import type { Block, Colour, Fault, Hazard, Link, Picture, Piece, Table } from './types.ts';

/** Gathers what a reader meets, in order, into blocks, tables and a signature. */
export class Collector {
  readonly blocks: Block[] = [];
  readonly tables: Table[] = [];
  readonly pictures: Picture[] = [];
  readonly links: Link[] = [];
  readonly colours: Colour[] = [];
  readonly capitals: Piece[] = [];
  readonly hazards: Hazard[] = [];
  readonly faults: Fault[] = [];
  #pieces: Piece[] = [];
  #table: { rows: number; pieces: Piece[]; at: number } | undefined;
  readonly #signature: Piece[] = [];
  #signatureAt: number | undefined;
  /** Elements of a signature that are open; one that a line began is never closed. */
  #signing = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** Text as it is shown; whether the source writes it the same way is looked up. */
  text(text: string, at: number, look: { readonly bold: boolean; readonly size: number }): void {
    if (text === '') return;
    const written = this.#source.slice(at, at + text.length);
    const exact = written === text || written.replaceAll(/[\t\n]/g, ' ') === text;
    const piece: Piece = { text, at, exact, bold: look.bold, size: look.size };
    (this.#table?.pieces ?? this.#pieces).push(piece);
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  #lineFrom(): number {
    let from = this.#pieces.length;
    while (from > 0 && this.#pieces[from - 1]?.text !== '\n') from--;
    return from;
  }

  /** What was gathered since the last hard break or end of a block. */
  get line(): string {
    return this.#pieces
      .slice(this.#lineFrom())
      .map(({ text }) => text)
      .join('');
  }

  /** Forgets that line; what came before it stays. */
  dropLine(): void {
    this.#pieces.length = this.#lineFrom();
  }

  hardBreak(at: number): void {
    const pieces = this.#table?.pieces ?? this.#pieces;
    if (pieces.length > 0) pieces.push({ text: '\n', at, exact: false, bold: false, size: 0 });
  }

  /** A line of its own begins, unless one has just begun. */
  newLine(at: number): void {
    if (this.#table || this.line.trim() !== '') this.hardBreak(at);
  }

  /** Ends a paragraph or a title; one without words is none. */
  end(kind: Block['kind']): void {
    const pieces = trimmed(this.#pieces);
    this.#pieces = [];
    if (pieces.length === 0) return;
    if (this.#signing > 0) this.#signature.push(...pieces, { text: '\n', at: 0, exact: false, bold: false, size: 0 });
    else this.blocks.push({ kind, pieces, text: pieces.map(({ text }) => text).join('') });
  }

  beginTable(at: number): void {
    this.#table ??= { rows: 0, pieces: [], at };
  }
  row(): void {
    if (this.#table) this.#table.rows++;
  }
  cell(): void {
    this.#table?.pieces.push({ text: '\n', at: 0, exact: false, bold: false, size: 0 });
  }
  endTable(): void {
    if (!this.#table) return;
    if (this.#signing > 0) this.#signature.push(...this.#table.pieces);
    else this.tables.push(this.#table);
    this.#table = undefined;
  }

  /** From here on everything belongs to the signature: until its element ends, or, begun by a line, to the end. */
  beginSignature(at: number, by: 'element' | 'line'): void {
    this.#signatureAt ??= at;
    this.#signing += by === 'line' ? Number.POSITIVE_INFINITY : 1;
  }
  endSignature(): void {
    this.#signing--;
  }

  get signature() {
    const text = this.#signature
      .map((piece) => piece.text)
      .join('')
      .trim();
    return text === '' ? null : { text, pieces: this.#signature, at: this.#signatureAt ?? 0 };
  }
}

/** Without blank beginnings and ends; blanks between are single, as they are shown. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out.at(-1)?.text ?? '\n';
    const leading = /[ \n]$/.test(before) ? (/^[ ]+/.exec(piece.text)?.[0].length ?? 0) : 0;
    const text = piece.text.slice(leading);
    if (text !== '') out.push({ ...piece, text, at: piece.at + leading });
  }
  while (out.length > 0) {
    const last = out.at(-1) as Piece;
    const text = last.text.replace(/[ \n]+$/, '');
    out.pop();
    if (text !== '') {
      out.push({ ...last, text });
      break;
    }
  }
  return out;
}
