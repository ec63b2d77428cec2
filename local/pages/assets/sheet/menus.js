import { askText, askWhether } from './ask.js';
import { openMenu } from './menu.js';

/** @param {import('./grid.js').Grid} grid */
export function cellMenu(grid, beside) {
  const { acts, selection } = grid;
  const count = selection.selectedRows().length;
  const rows = count === 1 ? 'row' : `${count} rows`;
  const { column } = selection.active;
  openMenu(
    [
      { name: 'Edit', hint: 'Enter', act: () => grid.editor.start() },
      { name: 'Empty the cells', hint: 'Delete', act: () => acts.clear() },
      null,
      { name: `Insert ${rows} above`, act: () => acts.insertRows(false) },
      { name: `Insert ${rows} below`, act: () => acts.insertRows(true) },
      { name: `Delete ${rows}`, act: () => acts.deleteRows() },
      null,
      { name: 'Column…', act: () => columnMenu(grid, column, beside) },
    ],
    beside,
  );
}

/** @param {import('./grid.js').Grid} grid */
export function columnMenu(grid, column, beside) {
  const { acts, model, selection } = grid;
  const { title } = model.columns[column];
  const named = acts.column(column);
  const place = selection.columns.indexOf(column);
  const by = (steps) => (selection.columns[place + steps] ?? column) - column;
  selection.selectColumns(column);
  openMenu(
    [
      { name: 'Sort A to Z', act: () => acts.sort(column, true) },
      { name: 'Sort Z to A', act: () => acts.sort(column, false) },
      null,
      { name: 'Rename…', disabled: model.header < 0, act: () => renameColumn(grid, column) },
      { name: 'Insert a column left', act: () => acts.run('insert-column', { ...named, right: false }) },
      { name: 'Insert a column right', act: () => acts.run('insert-column', { ...named, right: true }) },
      { name: 'Move left', disabled: by(-1) === 0, act: () => acts.run('move-column', { ...named, by: by(-1) }) },
      { name: 'Move right', disabled: by(1) === 0, act: () => acts.run('move-column', { ...named, by: by(1) }) },
      null,
      { name: 'Delete the column', act: () => deleteColumn(grid, column, title) },
    ],
    beside,
  );
}

async function renameColumn({ acts, model }, column) {
  const { title, owner } = model.columns[column];
  const label = owner === 'other' ? 'New title' : 'New title; the program still knows the column';
  const name = await askText({ title: `Rename “${title}”`, label, value: title, yes: 'Rename' });
  if (name && name !== title) await acts.run('rename-column', { ...acts.column(column), name });
}

async function deleteColumn({ acts, model }, column, title) {
  const words =
    model.columns[column].owner === 'other'
      ? 'What stands in it is deleted, too. Undo brings it back.'
      : 'The programme needs this column: setup puts an empty one back. Undo brings it back with what stood in it.';
  if (await askWhether({ title: `Delete “${title}”?`, words, yes: 'Delete' }))
    await acts.run('delete-column', acts.column(column));
}

/** @param {import('./grid.js').Grid} grid @param {{sheetId: number, title: string, index: number}} tab */
export function tabMenu(grid, tab, beside) {
  const { tabs } = grid.view;
  const place = tabs.findIndex(({ sheetId }) => sheetId === tab.sheetId);
  const [before, after] = [tabs[place - 1], tabs[place + 1]];
  const move = (to) => grid.acts.run('move-tab', { tab: tab.sheetId, to: to.index });
  openMenu(
    [
      { name: 'Rename…', act: () => renameTab(grid, tab) },
      { name: 'Move left', disabled: !before, act: () => move(before) },
      { name: 'Move right', disabled: !after, act: () => move(after) },
      null,
      { name: 'Delete the tab', disabled: tabs.length < 2, act: () => deleteTab(grid, tab) },
    ],
    beside,
  );
}

async function renameTab(grid, { sheetId, title }) {
  const name = await askText({ title: `Rename “${title}”`, label: 'New name', value: title, yes: 'Rename' });
  if (name && name !== title) await grid.acts.run('rename-tab', { tab: sheetId, name });
}

async function deleteTab(grid, { sheetId, title }) {
  const words = 'All its rows are deleted, too. Undo brings them back.';
  if (!(await askWhether({ title: `Delete the tab “${title}”?`, words, yes: 'Delete' }))) return;
  const next = grid.view.tabs.find((tab) => tab.sheetId !== sheetId);
  await grid.open(next.sheetId);
  await grid.acts.run('delete-tab', { tab: sheetId });
}

/** @param {import('./grid.js').Grid} grid */
export async function addTab(grid) {
  const name = await askText({ title: 'New tab', label: 'Name', yes: 'Add' });
  const answer = name ? await grid.acts.run('add-tab', { name }) : undefined;
  if (answer) await grid.open(answer.tab);
}
