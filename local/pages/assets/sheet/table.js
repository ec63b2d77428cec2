import { TabulatorFull as Tabulator } from '/assets/tabulator.mjs';
import { drawCell, drawHeader } from './cells.js';

/** Both as in `sheet.css`: rows of one height keep long tabs exact. */
const ROW_HEIGHT = 28;
const NUMBERS_WIDTH = 52;

/** The drawn grid. Tabulator draws the rows that are in sight; what they show comes from the model of the moment. */
export class Table {
  #tabulator;
  #columnsDrawn = '';
  #rowsDrawn = [];
  #textsDrawn = new Map();

  /**
   * @param {HTMLElement} element
   * @param {{model: () => import('./model.js').Model, filterField: (column: number) => HTMLElement | undefined, drawn: () => void}} parts
   */
  constructor(element, parts) {
    this.element = element;
    this.parts = parts;
  }

  get holder() {
    return this.element.querySelector('.tabulator-tableholder');
  }

  /** Draws what has changed: columns, which rows, or just their texts. */
  async draw(rows, columns, { anew = false } = {}) {
    const model = this.parts.model();
    const sameColumns = JSON.stringify(columns.map((column) => [column, model.columns[column]]));
    if (!this.#tabulator) await this.#build(rows, columns);
    else if (sameColumns !== this.#columnsDrawn || anew) {
      this.#tabulator.setColumns(this.#definitions(columns));
      await this.#replace(rows);
    } else if (rows.length !== this.#rowsDrawn.length || rows.some((row, place) => row !== this.#rowsDrawn[place]))
      await this.#replace(rows);
    else this.#redrawChanged(rows, model);
    this.#columnsDrawn = sameColumns;
    this.#rowsDrawn = rows;
    this.#textsDrawn = new Map(rows.map((row) => [row, this.#signature(model, row)]));
    this.parts.drawn();
  }

  #signature(model, row) {
    return row < model.rowCount ? model.texts(row).join('\u0000') : null;
  }

  async #replace(rows) {
    const { scrollTop, scrollLeft } = this.holder;
    await this.#tabulator.replaceData(rows.map((row) => ({ row })));
    this.holder.scrollTop = scrollTop;
    this.holder.scrollLeft = scrollLeft;
  }

  #redrawChanged(rows, model) {
    const components = this.#tabulator.getRows();
    rows.forEach((row, place) => {
      if (this.#signature(model, row) !== this.#textsDrawn.get(row)) components[place].reformat();
    });
  }

  #build(rows, columns) {
    this.element.replaceChildren();
    this.#tabulator = new Tabulator(this.element, {
      index: 'row',
      data: rows.map((row) => ({ row })),
      columns: this.#definitions(columns),
      rowHeader: {
        field: 'row',
        title: '',
        width: NUMBERS_WIDTH,
        frozen: true,
        resizable: false,
        headerSort: false,
        cssClass: 'row-number',
        formatter: (cell) => {
          const { row } = cell.getData();
          cell.getElement().dataset.number = row;
          return String(row + 1);
        },
      },
      height: '100%',
      rowHeight: ROW_HEIGHT,
      renderVerticalBuffer: 10 * ROW_HEIGHT,
      layout: 'fitData',
      columnDefaults: { headerSort: false, headerWordWrap: true, resizable: 'header', minWidth: 40 },
      placeholder: 'No row passes the filter.',
    });
    return new Promise((resolve) => {
      this.#tabulator.on('tableBuilt', () => {
        this.holder.tabIndex = -1;
        this.element.tabIndex = 0;
        this.holder.addEventListener('scroll', () => this.parts.drawn(), { passive: true });
        resolve();
      });
      this.#tabulator.on('renderComplete', () => this.parts.drawn());
    });
  }

  #definitions(columns) {
    const { columns: known } = this.parts.model();
    return columns.map((column) => ({
      title: known[column].title,
      field: `c${column}`,
      width: known[column].width,
      cssClass: `owner-${known[column].owner}`,
      titleFormatter: () => drawHeader(known[column], column, this.parts.filterField(column)),
      formatter: (cell) => drawCell(this.parts.model(), cell.getData().row, column, cell.getElement()),
    }));
  }

  /** The cell's element, if it is drawn now. */
  cell(row, column) {
    return this.element.querySelector(`.tabulator-cell[data-row="${row}"][data-column="${column}"]`);
  }

  headerOf(column) {
    return this.element.querySelector(`[data-head="${column}"]`)?.closest('.tabulator-col');
  }

  /** Brings a cell into sight, by as little as it takes. @param {number} place of the row among those shown */
  reveal(row, column, place, again = true) {
    const { holder } = this;
    const cell = this.cell(row, column);
    if (!cell) {
      // a jump to where the row must be; the rows there are drawn before the next frame, which then knows better
      holder.scrollTop = place * ROW_HEIGHT - holder.clientHeight / 2;
      if (again) requestAnimationFrame(() => this.reveal(row, column, place, false));
      return;
    }
    const [inner, outer] = [cell.getBoundingClientRect(), holder.getBoundingClientRect()];
    const left = outer.left + NUMBERS_WIDTH;
    const [right, bottom] = [outer.left + holder.clientWidth, outer.top + holder.clientHeight];
    if (inner.top < outer.top) holder.scrollTop -= outer.top - inner.top;
    else if (inner.bottom > bottom) holder.scrollTop += inner.bottom - bottom;
    if (inner.left < left) holder.scrollLeft -= left - inner.left;
    else if (inner.right > right) holder.scrollLeft += Math.min(inner.right - right, inner.left - left);
  }

  /** How many rows are in sight. */
  pageSize() {
    return Math.max(1, Math.floor(this.holder.clientHeight / ROW_HEIGHT) - 1);
  }
}
