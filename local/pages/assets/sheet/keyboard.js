import { cellMenu } from './menus.js';

const ARROWS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Keys of a spreadsheet. @param {import('./grid.js').Grid} grid */
export function bindKeyboard(grid) {
  grid.element.addEventListener('keydown', (event) => {
    if (event.target !== grid.element || grid.editor.open || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const used = command ? commandKey(grid, event) : plainKey(grid, event);
    if (used) event.preventDefault();
  });
}

/** @returns {boolean} whether the key means something here */
function plainKey(grid, { key, shiftKey, altKey }) {
  const { selection, acts, editor, table, model } = grid;
  const go = (down, across, extend = false) => {
    selection.move(down, across, extend);
    grid.reveal(extend ? selection.end : selection.active);
    return true;
  };
  if (altKey && key !== 'ArrowDown') return false;
  if (altKey) return began(editor.start());
  if (ARROWS[key]) return go(...ARROWS[key], shiftKey);
  const atEdge = selection.active.column === selection.columns.at(shiftKey ? 0 : -1);
  switch (key) {
    case 'Tab': // from the last column on, Tab leaves the grid
      return atEdge ? false : go(0, shiftKey ? -1 : 1);
    case 'Enter':
      return shiftKey ? go(-1, 0) : began(editor.start());
    case 'F2':
      return began(editor.start());
    case 'PageDown':
    case 'PageUp':
      return go(table.pageSize() * (key === 'PageDown' ? 1 : -1), 0, shiftKey);
    case 'Home':
    case 'End':
      return go(0, key === 'Home' ? -1e6 : 1e6, shiftKey);
    case 'Delete':
    case 'Backspace':
      return began(acts.clear());
    case 'Escape':
      grid.cut = undefined;
      grid.paintSoon();
      return true;
    case 'ContextMenu':
      return openMenuAtCell(grid);
    case 'F10':
      return shiftKey && openMenuAtCell(grid);
    case ' ':
      if (shiftKey) selection.selectRows(selection.active.row, selection.end.row);
      else if (!tickable(grid)) return began(editor.start(' '));
      return true;
    default:
      if (key.length !== 1) return false;
      if (model.columns[selection.active.column].kind === 'checkbox') return true;
      return began(editor.start(key));
  }
}

/** @returns {boolean} */
function commandKey(grid, { key, code, shiftKey }) {
  const { selection, acts } = grid;
  if (ARROWS[key]) {
    jump(grid, ...ARROWS[key], shiftKey);
    return true;
  }
  // by the place of the key, since the same key writes another letter on a Russian or Kazakh keyboard
  if (code === 'KeyZ') return began(acts.back(shiftKey ? 'redo' : 'undo'));
  if (code === 'KeyY') return began(acts.back('redo'));
  if (code === 'KeyA') selection.set(selection.rows[0], selection.columns[0], lastCell(grid));
  else if (key === 'Home') selection.set(selection.rows[0], selection.columns[0]);
  else if (key === 'End') selection.set(lastCell(grid).row, lastCell(grid).column);
  else if (key === ' ') selection.selectColumns(selection.active.column, selection.end.column);
  else return false;
  if (key === 'Home' || key === 'End') grid.reveal();
  return true;
}

/** What was begun tells its own end. */
const began = (work) => {
  void work;
  return true;
};

const lastCell = ({ model, selection }) => ({
  row: selection.rows.findLast((row) => row <= model.lastRow()) ?? selection.rows[0],
  column: selection.columns.at(-1),
});

function tickable({ acts, model, selection }) {
  const columns = selection.selectedColumns();
  if (!columns.every((column) => model.columns[column].kind === 'checkbox' && !model.columns[column].warn))
    return false;
  return acts.tick(selection.selectedRows(), columns);
}

/** To the edge of what is filled, or to the next filled cell. */
function jump(grid, down, across, extend) {
  const { selection, model } = grid;
  const { row, column } = extend ? selection.end : selection.active;
  const line = down ? selection.rows : selection.columns;
  const step = down || across;
  const isFilled = (i) => (down ? model.text(line[i], column) : model.text(row, line[i])) !== '';
  const inside = (i) => i >= 0 && i < line.length;
  let at = down ? selection.place(row) : line.indexOf(column);
  const along = inside(at + step) && isFilled(at) && isFilled(at + step);
  do at += step;
  while (inside(at + step) && (along ? isFilled(at + step) : !isFilled(at)));
  const last = Math.max(0, Math.min(at, line.length - 1));
  const to = down ? { row: line[last], column } : { row, column: line[last] };
  if (extend) selection.extend(to.row, to.column);
  else selection.set(to.row, to.column);
  grid.reveal(to);
}

function openMenuAtCell(grid) {
  const { row, column } = grid.selection.active;
  const cell = grid.table.cell(row, column)?.getBoundingClientRect();
  if (cell) cellMenu(grid, cell);
  return true;
}
