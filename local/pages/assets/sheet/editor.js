import { askProgram } from './ask.js';
import { floatBeside } from './dom.js';
import { fieldFor } from './fields.js';

const MOVES = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The field over the cell that is being edited. It lies above the grid, so that no redraw takes it away. */
export class Editor {
  #grid;
  #field;
  #cell;

  /** @param {import('./grid.js').Grid} grid */
  constructor(grid) {
    this.#grid = grid;
    document.addEventListener('pointerdown', (event) => {
      if (this.#field && !this.#field.element.contains(event.target)) this.commit();
    });
    addEventListener('resize', () => this.place());
  }

  get open() {
    return this.#field !== undefined;
  }

  /** @param {string} [typed] what was typed to open it */
  async start(typed) {
    const { model, selection } = this.#grid;
    const { row, column } = selection.active;
    const definition = model.columns[column];
    if (definition.warn && !(await askProgram(definition.title))) return;
    if (definition.kind === 'checkbox' && typed === undefined) {
      this.#grid.acts.tick([row], [column]);
      return;
    }
    this.#cell = { row, column, anchor: model.anchor(row), before: model.source(row, column), title: definition.title };
    this.#field = fieldFor(definition, this.#cell.before, typed, () => this.commit());
    const { element } = this.#field;
    element.addEventListener('keydown', (event) => this.#key(event, typed !== undefined));
    document.body.append(element);
    selection.set(row, column);
    this.#grid.reveal();
    this.place();
    this.#field.focus();
  }

  #key(event, typed) {
    event.stopPropagation();
    const used = this.#field.key(event);
    if (used) {
      if (!event.target.matches('input[type="date"]')) event.preventDefault();
      return;
    }
    const { key, shiftKey } = event;
    const move =
      key === 'Enter'
        ? [shiftKey ? -1 : 1, 0]
        : key === 'Tab'
          ? [0, shiftKey ? -1 : 1]
          : typed
            ? MOVES[key]
            : undefined;
    if (key === 'Escape') this.cancel();
    else if (move && used !== null) {
      this.commit();
      this.#grid.selection.move(...move);
      this.#grid.reveal();
    } else return;
    event.preventDefault();
  }

  /** Lays the field over its cell; out of sight while the cell is. */
  place() {
    if (!this.#field) return;
    const { element } = this.#field;
    const cell = this.#grid.table.cell(this.#cell.row, this.#cell.column);
    const inSight = cell?.getBoundingClientRect();
    const holder = this.#grid.table.holder.getBoundingClientRect();
    const away = !inSight || inSight.bottom <= holder.top || inSight.top >= holder.bottom;
    element.classList.toggle('away', away);
    if (away) return;
    const box = element.classList.contains('choices');
    element.style.minWidth = `${Math.max(inSight.width, box ? 180 : 0)}px`;
    if (!box && !element.classList.contains('long')) element.style.minHeight = `${inSight.height}px`;
    floatBeside(element, box ? inSight : { left: inSight.left, top: inSight.bottom, bottom: inSight.top });
  }

  /** The sheet was read anew: a row that moved takes the field with it. */
  follow(moved) {
    if (!this.#field) return;
    this.#cell.row = moved(this.#cell.row, this.#cell.anchor.id);
    this.place();
  }

  commit() {
    if (!this.#field) return;
    const { before, ...cell } = this.#cell;
    const text = this.#field.value();
    this.#close();
    const { kind, strict, choices } = this.#grid.model.columns[cell.column];
    if (text === before) return;
    if (kind === 'list' && strict && text !== '' && !choices.includes(text))
      this.#grid.say(`“${text}” is none of the choices of “${cell.title}”: ${choices.join(', ')}.`, true);
    else this.#grid.acts.type(cell, text);
  }

  cancel() {
    if (this.#field) this.#close();
  }

  #close() {
    const { element } = this.#field;
    this.#field = undefined;
    element.remove();
    this.#grid.focus();
  }
}
