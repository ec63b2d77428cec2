/**
 * The block of cells that is selected, one of them active. Kept in the sheet's own counting and apart from what is drawn, so
 * that neither scrolling nor a live refresh can lose it.
 */
export class Selection {
  /** Rows and columns on the screen, in order. */
  rows = [];
  columns = [];
  active = { row: 0, column: 0 };
  end = { row: 0, column: 0 };
  #places = new Map();
  #changed;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** What is on the screen now; a selection that is no longer there goes to the nearest cell. */
  layOut(rows, columns) {
    this.rows = rows;
    this.columns = columns;
    this.#places = new Map(rows.map((row, place) => [row, place]));
    for (const cell of [this.active, this.end]) {
      if (!this.#places.has(cell.row)) cell.row = rows.findLast((row) => row <= cell.row) ?? rows[0] ?? 0;
      if (!columns.includes(cell.column))
        cell.column = columns.findLast((column) => column <= cell.column) ?? columns[0] ?? 0;
    }
  }

  place(row) {
    return this.#places.get(row) ?? 0;
  }

  set(row, column, end = { row, column }) {
    this.active = { row, column };
    this.end = { ...end };
    this.#changed();
  }

  extend(row, column) {
    this.end = { row, column };
    this.#changed();
  }

  /** Moves by so many cells, or extends so far. */
  move(down, across, extend = false) {
    const { row, column } = extend ? this.end : this.active;
    const to = {
      row: this.rows[clamp(this.place(row) + down, this.rows.length)] ?? row,
      column: this.columns[clamp(this.columns.indexOf(column) + across, this.columns.length)] ?? column,
    };
    if (extend) this.extend(to.row, to.column);
    else this.set(to.row, to.column);
  }

  selectRows(from, to = from) {
    this.set(from, this.columns[0], { row: to, column: this.columns.at(-1) });
  }

  selectColumns(from, to = from) {
    this.set(this.rows[0], from, { row: this.rows.at(-1), column: to });
  }

  selectAll() {
    this.set(this.rows[0], this.columns[0], { row: this.rows.at(-1), column: this.columns.at(-1) });
  }

  /** @returns {number[]} the selected rows that are on the screen, top to bottom */
  selectedRows() {
    const [first, last] = [this.place(this.active.row), this.place(this.end.row)].sort((a, b) => a - b);
    return this.rows.slice(first, last + 1);
  }

  /** @returns {number[]} */
  selectedColumns() {
    const [first, last] = [this.active.column, this.end.column].sort((a, b) => a - b);
    return this.columns.filter((column) => column >= first && column <= last);
  }

  /** @returns {boolean} whether whole rows are selected */
  isWholeRows() {
    return this.selectedColumns().length === this.columns.length;
  }
}

const clamp = (place, length) => Math.max(0, Math.min(place, length - 1));

/** Runs of neighbours: [3, 4, 7] is 3 to 4 and 7 to 7. @param {number[]} rising @returns {[number, number][]} */
export function runsOf(rising) {
  const runs = [];
  for (const each of rising) {
    const last = runs.at(-1);
    if (last && last[1] === each - 1) last[1] = each;
    else runs.push([each, each]);
  }
  return runs;
}
