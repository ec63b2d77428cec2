import { Acts } from './acts.js';
import { fetchView, listen, Refused } from './api.js';
import { Editor } from './editor.js';
import { Filter } from './filter.js';
import { Model } from './model.js';
import { paint } from './paint.js';
import { Selection } from './selection.js';
import { Table } from './table.js';

/** One spreadsheet in the window: which tab is shown, what it holds, what is selected, and what redraws it. */
export class Grid {
  view;
  model;
  /** What was cut and waits for its place. */
  cut;
  #listeners = new Set();
  #reading;
  #again = false;
  #remembered = new Map();

  /** @param {string} id @param {HTMLElement} element @param {{say: (words: string, wrong?: boolean) => void, note: (words: string) => void}} voice */
  constructor(id, element, voice) {
    this.id = id;
    this.element = element;
    this.say = voice.say;
    this.note = voice.note;
    this.selection = new Selection(() => this.#show());
    this.filter = new Filter(() => this.redraw());
    this.table = new Table(element, {
      model: () => this.model,
      filterField: (column) => this.filter.field(this.model.columns[column].title, this.model.columns[column].choices),
      drawn: () => this.paintSoon(),
    });
    this.acts = new Acts(this);
    this.editor = new Editor(this);
  }

  get tab() {
    return this.model?.tab.sheetId;
  }

  /** Calls back after each reading and each change of the selection. */
  onShow(listener) {
    this.#listeners.add(listener);
  }

  #show() {
    for (const listener of this.#listeners) listener();
    this.paintSoon();
  }

  paintSoon() {
    this.painting ??= requestAnimationFrame(() => {
      this.painting = undefined;
      paint(this);
      this.editor.place();
    });
  }

  /** Shows a tab, the first one when there is none such. @param {number | string | null} tab */
  async open(tab) {
    this.editor.commit();
    await this.acts.settled();
    let view = await fetchView(this.id, tab);
    if (!view.tab) view = await fetchView(this.id, null);
    if (this.model) this.#remembered.set(this.tab, [this.selection.active, this.selection.end]);
    if (this.tab !== view.tab?.sheetId) this.filter.clear();
    await this.#take(view, { follow: false, anew: true });
    const [active, end] = this.#remembered.get(this.tab) ?? [];
    const [row, column] = [this.selection.rows[0] ?? 0, this.selection.columns[0] ?? 0];
    this.selection.set(active?.row ?? row, active?.column ?? column, end ?? active ?? { row, column });
    this.reveal();
  }

  /** Reads the tab again; many wishes at once are one reading, or two. */
  refresh({ follow = true } = {}) {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    const reading = async () => {
      do {
        this.#again = false;
        const tab = this.tab;
        const view = await fetchView(this.id, tab);
        if (tab !== this.tab) continue;
        if (!view.tab) {
          this.say('This tab was deleted.', true);
          await this.open(null);
        } else await this.#take(view, { follow });
      } while (this.#again);
    };
    this.#reading = reading()
      .catch((error) => {
        if (!(error instanceof Refused)) throw error;
        this.say(error.message, true);
      })
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  /** @param {{follow: boolean, anew?: boolean}} how `follow`: what is selected goes where its row went */
  async #take(view, { follow, anew = false }) {
    if (!view.tab) throw new Refused('This spreadsheet has no tab that can be shown.');
    const before = anew ? undefined : this.model;
    this.view = view;
    this.model = new Model(view.tab);
    const moved = (row, id) => {
      if (!id || this.model.idOf(row) === id) return row;
      const now = this.model.rowOf(id);
      return now < 0 ? row : now;
    };
    if (before && follow) {
      const { active, end } = this.selection;
      const shift = moved(active.row, before.idOf(active.row)) - active.row;
      active.row += shift;
      end.row += shift;
    }
    await this.redraw(anew);
    this.editor.follow(moved);
  }

  /** Draws what the model and the filter say. */
  async redraw(anew = false) {
    const rows = this.model.shownRows(this.filter.passes(this.model));
    const columns = this.model.visibleColumns();
    this.selection.layOut(rows, columns);
    await this.table.draw(rows, columns, { anew });
    this.#show();
  }

  /** Brings the moving end of the selection into sight. */
  reveal({ row, column } = this.selection.active) {
    this.table.reveal(row, column, this.selection.place(row));
  }

  focus() {
    this.element.focus({ preventScroll: true });
  }

  /** Follows what others do from now on. */
  follow(connection) {
    listen(
      this.id,
      (version) => {
        if (version > this.view.version) void this.acts.settled().then(() => this.refresh());
      },
      connection,
    );
  }
}
