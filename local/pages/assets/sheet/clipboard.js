import { runsOf } from './selection.js';
import { filled, fromTsv, toTsv } from './tsv.js';

/** Copy, cut and paste of blocks, to and from this and other spreadsheets. @param {import('./grid.js').Grid} grid */
export function bindClipboard(grid) {
  const ours = () =>
    !grid.editor.open && (document.activeElement === grid.element || document.activeElement === document.body);
  const put = (event) => {
    const { model, selection } = grid;
    const columns = selection.selectedColumns();
    const rows = selection.selectedRows().filter((row) => row <= model.lastRow() || row === selection.active.row);
    const text = toTsv(rows.map((row) => columns.map((column) => model.text(row, column))));
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    return { text, rows, columns };
  };
  document.addEventListener('copy', (event) => {
    if (!ours()) return;
    const { rows, columns } = put(event);
    grid.cut = undefined;
    grid.paintSoon();
    grid.note(`Copied ${cells(rows.length * columns.length)}`);
  });
  document.addEventListener('cut', (event) => {
    if (ours()) cut(grid, put(event));
  });
  document.addEventListener('paste', (event) => {
    if (!ours()) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (grid.cut?.text === text) void move(grid);
    else if (text) void paste(grid, text);
  });
}

const cells = (count) => (count === 1 ? '1 cell' : `${count} cells`);

/** Marks what is to be moved; it moves when it is pasted. A whole row goes with its hidden cells. */
function cut(grid, { text, rows, columns }) {
  const whole = grid.selection.isWholeRows();
  const across = whole ? grid.model.columns.map((_, column) => column) : columns;
  if (runsOf(rows).length > 1 || runsOf(across).length > 1) {
    grid.say('Only cells that stand together can be cut. Take the filter off, or choose fewer.', true);
    return;
  }
  const area = grid.acts.area(rows[0], rows.at(-1), across[0], across.at(-1));
  const edges = { top: rows[0], bottom: rows.at(-1), left: across[0], right: across.at(-1) };
  grid.cut = { text, whole, area, tab: grid.tab, ...edges };
  grid.paintSoon();
  grid.note(`Cut ${cells(rows.length * columns.length)}; paste them where they are to go`);
}

async function move(grid) {
  const { cut: source, selection, model, acts } = grid;
  grid.cut = undefined;
  if (source.tab !== grid.tab) {
    if ((await paste(grid, source.text)) && source) void acts.run('clear', { ...source.area, tab: source.tab });
    return;
  }
  const row = selection.selectedRows()[0];
  const column = source.whole ? 0 : selection.selectedColumns()[0];
  const width = source.right - source.left + 1;
  const target = Array.from({ length: width }, (_, i) => column + i);
  const sources = Array.from({ length: width }, (_, i) => source.left + i);
  if (!source.whole && !(await acts.mayChange([...sources, ...target]))) return;
  await acts.run('move', { ...source.area, to: { at: model.anchor(row), ...acts.column(column) } });
  const last = { row: row + source.bottom - source.top, column: column + width - 1 };
  if (source.whole) selection.selectRows(row, last.row);
  else selection.set(row, column, last);
}

/** @returns {Promise<boolean>} whether anything was pasted */
async function paste(grid, text) {
  const { selection, model, acts, filter } = grid;
  const [picked, across] = [selection.selectedRows(), selection.selectedColumns()];
  const block = filled(fromTsv(text), picked.length, across.length);
  const width = Math.max(...block.map((line) => line.length));
  const rows = beginning(
    selection.rows,
    picked[0],
    block.length,
    filter.active ? undefined : selection.rows.at(-1) + 1,
  );
  const columns = beginning(selection.columns, across[0], width, model.columns.length);
  if (!rows) {
    grid.say('The filter shows fewer rows than you paste. Take it off first; nothing was pasted.', true);
    return false;
  }
  if (!(await acts.mayChange(columns))) return false;
  const parts = runsOf(rows).flatMap((down) => runsOf(columns).map((along) => [down, along]));
  for (const [[top, bottom], [left, right]] of parts) {
    const [r, c] = [rows.indexOf(top), columns.indexOf(left)];
    const lines = block.slice(r, r + bottom - top + 1).map((line) => line.slice(c, c + right - left + 1));
    void acts.run('paste', { at: model.anchor(top), ...acts.column(left), block: lines });
  }
  await acts.settled();
  await grid.refresh({ follow: false });
  selection.set(rows[0], columns[0], { row: rows.at(-1), column: columns.at(-1) });
  if (parts.length > 1) grid.note(`Pasted in ${parts.length} parts; each is undone by itself`);
  return true;
}

/** So many of those shown, from one on; then new ones from `next` on, if there may be any. */
function beginning(shown, first, count, next) {
  const found = shown.slice(shown.indexOf(first), shown.indexOf(first) + count);
  const missing = count - found.length;
  if (missing > 0 && next === undefined) return undefined;
  return [...found, ...Array.from({ length: missing }, (_, i) => next + i)];
}
