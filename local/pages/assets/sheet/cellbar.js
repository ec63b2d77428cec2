import { webAddress } from './cells.js';
import { el, letters } from './dom.js';

const OWNERS = { staff: 'Yours', person: 'Answered by the person', program: 'Kept by the program', other: '' };

/** Says which cell is selected and what it holds in full. @param {import('./grid.js').Grid} grid */
export function bindCellBar(grid) {
  const [name, text, note] = ['cell-name', 'cell-text', 'note'].map((id) => document.getElementById(id));
  grid.onShow(() => {
    const { selection, model } = grid;
    const { row, column } = selection.active;
    const definition = model.columns[column];
    const [rows, columns] = [selection.selectedRows().length, selection.selectedColumns().length];
    const block = rows * columns > 1 ? `${rows} × ${columns}, ` : '';
    name.textContent = `${block}${letters(column)}${row + 1} · ${definition?.title ?? ''}`;
    const whole = model.source(row, column);
    const address = webAddress(whole);
    text.replaceChildren(address ? el('a', { href: address, target: '_blank', rel: 'noopener' }, whole) : whole);
    note.textContent = [OWNERS[definition?.owner], definition?.help.split('\n')[0]].filter(Boolean).join(': ');
  });
}
