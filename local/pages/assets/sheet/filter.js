import { el } from './dom.js';

/** What each column must show. Only a view: it hides rows from this window and changes nothing in the sheet. */
export class Filter {
  on = false;
  #wanted = new Map();
  #changed;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  get active() {
    return this.on && [...this.#wanted.values()].some(Boolean);
  }

  clear() {
    this.#wanted.clear();
  }

  /** The field under a header; nothing while the filter is off. @param {string} title of the column */
  field(title, choices) {
    if (!this.on) return undefined;
    const id = `choices-${[...title].map((char) => char.codePointAt(0).toString(36)).join('')}`;
    const field = el('input', {
      type: 'search',
      class: 'filter',
      value: this.#wanted.get(title) ?? '',
      placeholder: 'contains…',
      'aria-label': `Show only rows whose ${title} contains`,
      title: 'Part of the text. “=” shows empty cells, “*” those with something in them.',
      list: choices.length > 0 ? id : undefined,
    });
    field.addEventListener('input', () => {
      this.#wanted.set(title, field.value.trim().toLowerCase());
      this.#changed();
    });
    if (choices.length === 0) return field;
    const list = el('datalist', { id }, ...choices.map((choice) => el('option', { value: choice })));
    return el('span', { class: 'filter-list' }, field, list);
  }

  /** @param {import('./model.js').Model} model @returns {((row: number) => boolean) | undefined} nothing when all rows pass */
  passes(model) {
    if (!this.active) return undefined;
    const tests = model.columns.flatMap(({ title }, column) => {
      const wanted = this.#wanted.get(title);
      return wanted ? [(row) => fits(model.text(row, column), wanted)] : [];
    });
    return tests.length > 0 ? (row) => tests.every((test) => test(row)) : undefined;
  }
}

function fits(text, wanted) {
  if (wanted === '=') return text === '';
  if (wanted === '*') return text !== '';
  return text.toLowerCase().includes(wanted);
}
