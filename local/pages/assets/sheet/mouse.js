import { cellMenu, columnMenu } from './menus.js';

/** Clicks and drags in the grid. @param {import('./grid.js').Grid} grid */
export function bindMouse(grid) {
  const { element, selection, editor } = grid;
  let dragging;

  element.addEventListener('pointerdown', (event) => {
    const hit = hitOf(event);
    if (event.target.closest('.tabulator-col.row-number')) selection.selectAll();
    if (!hit || event.target.closest('a, button, input')) return;
    const inside = isInside(selection, hit);
    if (event.button === 2 && inside) return;
    const again = hit.kind === 'cell' && hit.row === selection.active.row && hit.column === selection.active.column;
    select(selection, hit, event.shiftKey);
    if (event.button !== 0) return;
    dragging = event.pointerType === 'mouse' ? hit.kind : undefined;
    if (event.pointerType !== 'mouse' && again) void editor.start();
  });
  element.addEventListener('mousedown', (event) => {
    // keeps the focus on the grid, and text from being marked while dragging
    if (!event.target.closest('a, button, input')) {
      event.preventDefault();
      grid.focus();
    }
  });
  document.addEventListener('pointermove', (event) => {
    if (!dragging) return;
    const hit = hitOf({ target: document.elementFromPoint(event.clientX, event.clientY) });
    if (hit?.kind === dragging) select(selection, hit, true);
    scrollAtEdge(grid.table.holder, event);
  });
  document.addEventListener('pointerup', () => {
    dragging = undefined;
  });
  element.addEventListener('click', (event) => {
    const cell = event.target.closest('.box')?.closest('[data-row]');
    if (cell) void editor.start();
    if (event.target.closest('.arrow')) void editor.start();
    const head = event.target.closest('.more')?.closest('[data-head]');
    if (head) columnMenu(grid, Number(head.dataset.head), event.target.getBoundingClientRect());
  });
  element.addEventListener(
    'dblclick',
    (event) => {
      if (hitOf(event)?.kind !== 'cell' || event.target.closest('.box')) return;
      event.stopPropagation(); // Tabulator would mark the cell's text and so take the caret from the field
      void editor.start();
    },
    true,
  );
  element.addEventListener('contextmenu', (event) => {
    const hit = hitOf(event);
    if (!hit) return;
    event.preventDefault();
    const beside = { left: event.clientX, top: event.clientY, bottom: event.clientY };
    if (hit.kind === 'column') columnMenu(grid, hit.column, beside);
    else cellMenu(grid, beside);
  });
}

/** What lies under the pointer. */
function hitOf({ target }) {
  const cell = target?.closest?.('.tabulator-cell');
  if (cell?.dataset.row) return { kind: 'cell', row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  if (cell?.dataset.number) return { kind: 'row', row: Number(cell.dataset.number) };
  const head = target?.closest?.('.tabulator-col')?.querySelector('[data-head]');
  return head && !target.closest('.tabulator-col-resize-handle')
    ? { kind: 'column', column: Number(head.dataset.head) }
    : undefined;
}

function select(selection, { kind, row, column }, extend) {
  const { active } = selection;
  if (kind === 'row') selection.selectRows(extend ? active.row : row, row);
  else if (kind === 'column') selection.selectColumns(extend ? active.column : column, column);
  else if (extend) selection.extend(row, column);
  else selection.set(row, column);
}

const isInside = (selection, { kind, row, column }) =>
  (kind === 'column' || selection.selectedRows().includes(row)) &&
  (kind === 'row' || selection.selectedColumns().includes(column));

/** A drag past the edge scrolls on. */
function scrollAtEdge(holder, { clientX, clientY }) {
  const { top, bottom, left, right } = holder.getBoundingClientRect();
  holder.scrollTop += clientY > bottom - 12 ? 28 : clientY < top + 4 ? -28 : 0;
  holder.scrollLeft += clientX > right - 12 ? 40 : clientX < left + 50 ? -40 : 0;
}
