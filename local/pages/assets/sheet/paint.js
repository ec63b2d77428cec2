/** How each cell was drawn last. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** Marks what is selected on whatever is drawn now. @param {import('./grid.js').Grid} grid */
export function paint({ element, selection, cut, model }) {
  if (!model) return;
  const rows = new Set(selection.selectedRows());
  const columns = new Set(selection.selectedColumns());
  const { active } = selection;
  for (const cell of element.querySelectorAll('.tabulator-cell[data-row]')) {
    const [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
    const here = row === active.row && column === active.column;
    const picked = rows.has(row) && columns.has(column);
    const state =
      picked || isCut(cut, model, row, column)
        ? `${here} ${isCut(cut, model, row, column)} ${rows.size + columns.size > 2}`
        : '';
    if ((drawn.get(cell) ?? '') === state) continue; // most cells stay as they are: touching them all would cost frames
    drawn.set(cell, state);
    cell.classList.toggle('active', here);
    cell.classList.toggle('picked', picked && rows.size + columns.size > 2);
    cell.classList.toggle('cut', isCut(cut, model, row, column));
    cell.setAttribute('aria-selected', String(picked));
    if (here) cell.id = 'active-cell';
    else cell.removeAttribute('id');
  }
  for (const cell of element.querySelectorAll('.tabulator-cell[data-number]'))
    cell.classList.toggle('picked', rows.has(Number(cell.dataset.number)));
  for (const head of element.querySelectorAll('[data-head]'))
    head.closest('.tabulator-col').classList.toggle('picked', columns.has(Number(head.dataset.head)));
  element.setAttribute('aria-activedescendant', 'active-cell');
}

const isCut = (cut, model, row, column) =>
  cut?.tab === model.tab.sheetId && row >= cut.top && row <= cut.bottom && column >= cut.left && column <= cut.right;
