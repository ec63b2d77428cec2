/** Blank rows below the last one; whoever types there makes the sheet longer. */
const SPARE = 20;

/** One tab as it was last read. Rows and columns are counted from 0, as the sheet counts them. */
export class Model {
  #rows;

  constructor(tab) {
    this.tab = tab;
    this.header = tab.header;
    this.rowCount = tab.rowCount;
    this.columns = tab.columns;
    this.idColumn = tab.columns.findIndex(({ title }) => title === 'ID');
    this.#rows = new Map(tab.rows);
  }

  /** @returns {readonly string[]} */
  texts(row) {
    return this.#rows.get(row) ?? [];
  }

  text(row, column) {
    return this.texts(row)[column] ?? '';
  }

  /** Shows what was typed before the server has said so. */
  expect(row, column, text) {
    const texts = [...this.texts(row)];
    while (texts.length < column) texts.push('');
    texts[column] = text;
    this.#rows.set(row, texts);
  }

  /** What the cell holds when it is edited: a formula rather than its result. */
  source(row, column) {
    return this.tab.formulas[`${row},${column}`] ?? this.text(row, column);
  }

  idOf(row) {
    return this.idColumn < 0 ? '' : this.text(row, this.idColumn);
  }

  /** @returns {number} -1 when no row has this ID */
  rowOf(id) {
    for (const row of this.#rows.keys()) if (this.idOf(row) === id) return row;
    return -1;
  }

  /** A row as it is seen here: the server finds it again when it has moved meanwhile. */
  anchor(row) {
    return { row, id: this.idOf(row), seen: this.texts(row) };
  }

  /** Columns that are not hidden. @returns {number[]} */
  visibleColumns() {
    return this.columns.flatMap(({ hidden }, column) => (hidden ? [] : [column]));
  }

  /** Last row that holds anything. */
  lastRow() {
    return Math.max(0, ...this.#rows.keys());
  }

  /**
   * Rows to show, top to bottom.
   * @param {(row: number) => boolean} [passes] the filter; blank rows below are shown only without one
   */
  shownRows(passes) {
    const unseen = new Set([...this.tab.unseen, this.header]);
    const end = passes ? this.lastRow() + 1 : this.rowCount + SPARE;
    return Array.from({ length: end }, (_, row) => row).filter(
      (row) => !unseen.has(row) && (!passes || (this.#rows.has(row) && passes(row))),
    );
  }
}
