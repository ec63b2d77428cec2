import { postAct, Refused } from './api.js';
import { askProgram, askWhether } from './ask.js';
import { runsOf } from './selection.js';

/** So many rows are not deleted by a slip of the hand. */
const MANY = 20;

/** What people do in the sheet. Acts go to the server one after the other, in the order in which they were done. */
export class Acts {
  #grid;
  #line = Promise.resolve();
  #waiting = 0;

  /** @param {import('./grid.js').Grid} grid */
  constructor(grid) {
    this.#grid = grid;
  }

  /** Done when everything so far has been answered. */
  settled() {
    return this.#line;
  }

  get waiting() {
    return this.#waiting;
  }

  /**
   * Sends one act and reads the sheet again. A refusal is shown in the server's words.
   * @param {string} act
   * @param {object} body
   * @param {string} [unsaid] what was typed, shown with a refusal so that it is not lost
   * @returns {Promise<object | undefined>} the answer; nothing after a refusal
   */
  run(act, body = {}, unsaid = '') {
    const grid = this.#grid;
    const whole = { id: grid.id, tab: grid.tab, ...body };
    this.#waiting += 1;
    const send = async () => {
      try {
        const answer = await postAct(act, whole);
        grid.say('');
        return answer;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        grid.say(`${error.message}${unsaid ? ` You typed: ${unsaid}` : ''}`, true);
        return undefined;
      } finally {
        this.#waiting -= 1;
      }
    };
    const sent = this.#line.then(send);
    this.#line = sent.catch(() => undefined); // whoever called gets the error; the next act goes on
    return sent.then(async (answer) => {
      if (this.#waiting === 0) await grid.refresh({ follow: false });
      return answer;
    });
  }

  /** @param {{row: number, column: number, anchor: object, title: string}} cell */
  type({ row, column, anchor, title }, text) {
    this.#grid.model.expect(row, column, text);
    void this.#grid.redraw();
    return this.run('type', { at: anchor, column, title, text }, text);
  }

  /** Ticks checkboxes; unticks them when all are ticked. */
  tick(rows, columns) {
    const { model } = this.#grid;
    const boxes = rows.flatMap((row) =>
      columns.flatMap((column) => (model.columns[column].kind === 'checkbox' ? [{ row, column }] : [])),
    );
    const isOn = ({ row, column }) => model.text(row, column).toUpperCase() === 'TRUE';
    const text = boxes.every(isOn) ? 'FALSE' : 'TRUE';
    for (const cell of boxes)
      void this.type({ ...cell, anchor: model.anchor(cell.row), title: model.columns[cell.column].title }, text);
    return boxes.length > 0;
  }

  /** Where columns are named in an act. */
  column(column) {
    return { column, title: this.#grid.model.columns[column]?.title ?? '' };
  }

  /** Asks before cells of the program are changed. @param {number[]} columns */
  async mayChange(columns) {
    const kept = columns.find((column) => this.#grid.model.columns[column]?.warn);
    return kept === undefined || askProgram(this.#grid.model.columns[kept].title);
  }

  /** Empties the selected cells. */
  async clear() {
    const { model, selection } = this.#grid;
    const rows = selection.selectedRows().filter((row) => row <= model.lastRow());
    const columns = selection.selectedColumns();
    const full = columns.filter((column) => rows.some((row) => model.text(row, column) !== ''));
    if (full.length === 0 || !(await this.mayChange(full))) return;
    for (const [top, bottom] of runsOf(rows))
      for (const [left, right] of runsOf(columns)) void this.run('clear', this.area(top, bottom, left, right));
  }

  /** A block of cells as acts name it. */
  area(top, bottom, left, right) {
    const { model } = this.#grid;
    return { at: model.anchor(top), last: model.anchor(bottom), width: right - left + 1, ...this.column(left) };
  }

  /** Inserts as many rows as are selected. */
  async insertRows(below) {
    const { model, selection } = this.#grid;
    const rows = selection.selectedRows();
    const { column } = selection.active;
    const at = model.anchor(below ? rows.at(-1) : rows[0]);
    const answer = await this.run('insert-rows', { at, count: rows.length, below });
    if (answer) selection.set(answer.row, column, { row: answer.row + rows.length - 1, column });
  }

  async deleteRows() {
    const { model, selection } = this.#grid;
    const rows = selection.selectedRows();
    const filled = rows.filter((row) => model.texts(row).some(Boolean)).length;
    const question = { title: `Delete ${filled} rows?`, words: 'Undo brings them back.', yes: 'Delete' };
    if (filled > MANY && !(await askWhether(question))) return;
    await this.run('delete-rows', { rows: rows.map((row) => model.anchor(row)) });
  }

  sort(column, ascending) {
    return this.run('sort', { ...this.column(column), ascending });
  }

  /** @param {'undo' | 'redo'} which */
  async back(which) {
    const answer = await this.run(which);
    if (answer)
      this.#grid.note(
        answer.name ? `${which === 'undo' ? 'Undone' : 'Done again'}: ${answer.name}` : `Nothing to ${which}`,
      );
  }
}
