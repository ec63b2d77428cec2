import * as assert from 'uvu/assert';
import { until } from '../../support/until.ts';
import { browserSuite, readClipboard, type Seen, sees, writeClipboard } from './browser.ts';
import { GridPage } from './grid.ts';

const { test, run } = browserSuite('pages: the grid');

const NAMES = ['Cleo', 'Ann', 'Bob'];

/** The Alumni tab with three people in it and nothing else. */
async function alumni(seen: Seen): Promise<GridPage<'alumni'>> {
  const grid = new GridPage(seen, 'alumni');
  const id = seen.s.ids.spreadsheets.mailings;
  const sheet = seen.s.google.people.view(id).sheets.find(({ title }) => title === 'Alumni');
  if (!sheet) throw new Error('no Alumni tab');
  seen.s.google.people.clear(id, { sheetId: sheet.sheetId, startRowIndex: 1 });
  NAMES.forEach((name, i) => {
    seen.s.hand.add('alumni', { name, email: `${name.toLowerCase()}@alumni.example`, year: String(2018 + i) });
  });
  await grid.open();
  await sees(seen.page, grid.cell(2, 'name'), 'Cleo');
  return grid;
}

test('typing replaces a cell, Enter goes down, Escape changes nothing', async (seen) => {
  const grid = await alumni(seen);
  const { keyboard } = seen.page;
  await grid.cell(2, 'name').click();
  await keyboard.type('Cleopatra');
  await keyboard.press('Enter');
  await grid.holds('name', 'Cleopatra', 'Ann', 'Bob');
  await sees(seen.page, seen.page.locator('#cell-name'), /3 · Full name$/);
  await keyboard.type('never');
  await keyboard.press('Escape');
  await grid.cell(4, 'name').dblclick();
  await keyboard.press('End');
  await keyboard.type('by');
  await keyboard.press('Alt+Enter');
  await keyboard.type('second line');
  await keyboard.press('Tab');
  await grid.holds('name', 'Cleopatra', 'Ann', 'Bobby\nsecond line');
});

test('a dropdown offers its choices, narrows while typing and refuses what is not listed', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await grid.cell(2, 'degree').click();
  await page.keyboard.press('Enter');
  const options = page.locator('.choices').getByRole('option');
  assert.ok((await options.allTextContents()).includes('PhD'));
  await page.getByRole('combobox', { name: 'Choice' }).fill('mas');
  await options.filter({ hasText: "Master's" }).waitFor();
  assert.is(await options.count(), 1);
  await page.keyboard.press('Enter');
  await grid.holds('degree', "Master's", '', '');
  await grid.cell(3, 'degree').click();
  await page.keyboard.type('Knight');
  await page.keyboard.press('Enter');
  await sees(page, page.getByRole('alert'), /“Knight” is none of the choices of “Degree”: .*PhD/);
  await grid.holds('degree', "Master's", '', '');
  await page.getByRole('button', { name: 'Close' }).click();
  assert.not(await page.locator('#message').isVisible());
});

test('a checkbox is ticked by a click and by Space', async (seen) => {
  const { page } = seen;
  const grid = new GridPage(seen, 'mentors');
  seen.s.hand.add('mentors', { name: 'Dana' });
  await grid.open();
  await grid.cell(2, 'alumnus').locator('.box').click();
  await grid.holds('alumnus', 'TRUE');
  await page.locator('.box.on').waitFor();
  await page.keyboard.press(' ');
  await grid.holds('alumnus', 'FALSE');
});

test('a column of several choices is a list of boxes', async (seen) => {
  const grid = new GridPage(seen, 'mentors');
  await grid.open();
  await grid.cell(2, 'topics').dblclick();
  await seen.page.getByLabel('Job search').check();
  await seen.page.getByLabel('Networking').check();
  await seen.page.keyboard.press('Enter');
  await grid.holds('topics', 'Job search, Networking');
});

test('sorting sorts the sheet, undo and redo go back and forth', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await grid.choose('name', 'Sort A to Z');
  await grid.holds('name', 'Ann', 'Bob', 'Cleo');
  await grid.choose('year', 'Sort Z to A');
  await grid.holds('name', 'Bob', 'Ann', 'Cleo');
  await page.locator('#grid').focus();
  await page.keyboard.press('Control+z');
  await grid.holds('name', 'Ann', 'Bob', 'Cleo');
  await page.keyboard.press('Control+z');
  await grid.holds('name', 'Cleo', 'Ann', 'Bob');
  await page.getByRole('button', { name: 'Redo' }).click();
  await grid.holds('name', 'Ann', 'Bob', 'Cleo');
});

test('a filter hides rows here and changes nothing in the sheet', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel(/^Show only rows whose Full name contains/).fill('o');
  await sees(page, page.locator('#shown'), '2 of 3 rows shown');
  assert.is(await grid.cell(3, 'name').count(), 0);
  await grid.holds('name', 'Cleo', 'Ann', 'Bob');
  await grid.cell(2, 'name').click();
  await grid.cell(4, 'name').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  await grid.holds('name', '', 'Ann', '');
  await page.getByRole('button', { name: 'Filter' }).click();
  await sees(page, grid.cell(3, 'name'), 'Ann');
});

test('rows are inserted and deleted where they are selected', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await grid.cell(3, 'name').click();
  await page.getByRole('button', { name: 'Row above' }).click();
  await sees(page, grid.cell(4, 'name'), 'Ann');
  await sees(page, page.locator('#cell-name'), /3 ·/);
  await page.keyboard.type('New');
  await page.keyboard.press('Enter');
  await grid.holds('name', 'Cleo', 'New', 'Ann', 'Bob');
  await page.locator('.tabulator-cell[data-number="1"]').click();
  await page.locator('.tabulator-cell[data-number="2"]').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Delete row' }).click();
  await grid.holds('name', 'Ann', 'Bob');
});

test('blocks go to the clipboard and come from it as spreadsheets write them', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await grid.cell(2, 'name').click();
  await grid.cell(3, 'email').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  const copied = await until(() => readClipboard(page));
  assert.is(copied, 'Cleo\tcleo@alumni.example\nAnn\tann@alumni.example');
  const pasted = '"two\nlines"\t"with ""quotes"""\r\nsay "hi"\tx@y.example\r\n';
  await writeClipboard(page, pasted);
  await grid.cell(5, 'name').click();
  await page.keyboard.press('Control+v');
  await grid.holds('name', 'Cleo', 'Ann', 'Bob', 'two\nlines', 'say "hi"');
  await grid.holds('email', 'cleo@alumni.example', 'ann@alumni.example', 'bob@alumni.example', 'with "quotes"');
  await sees(page, page.locator('#cell-name'), /^2 × 2/);
  await page.keyboard.press('Control+c');
  const again = await until(() => readClipboard(page));
  assert.is(again, '"two\nlines"\twith "quotes"\nsay "hi"\tx@y.example');
});

test('one copied cell fills what is selected; cut cells move', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await grid.cell(2, 'name').click();
  await page.keyboard.press('Control+c');
  await grid.cell(3, 'name').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+v');
  await grid.holds('name', 'Cleo', 'Cleo', 'Cleo');
  await grid.cell(2, 'email').click();
  await page.keyboard.press('Control+x');
  await page.locator('.tabulator-cell.cut').waitFor();
  await grid.cell(6, 'email').click();
  await page.keyboard.press('Control+v');
  await until(async () => (await grid.values()).at(-1)?.[grid.column('email')] === 'cleo@alumni.example');
  await grid.holds('email', '', 'ann@alumni.example', 'bob@alumni.example');
});

test('a column of the program warns before it is changed', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await grid.cell(2, 'id').click();
  await page.keyboard.type('X');
  const dialog = page.getByRole('dialog', { name: 'This column is kept by the program' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await grid.holds('id', '', '', '');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Edit anyway' }).click();
  // A browser tells of a closed dialog a moment later; only then does the editor open.
  await page.locator('textarea.editor').waitFor();
  await page.keyboard.type('AL-1');
  await page.keyboard.press('Enter');
  await grid.holds('id', 'AL-1', '', '');
});

test('what others change appears by itself, and takes neither selection nor a cell being edited', async (seen) => {
  const grid = await alumni(seen);
  const { page, s } = seen;
  const id = s.ids.spreadsheets.mailings;
  const sheet = s.google.people.view(id).sheets.find(({ title }) => title === 'Alumni');
  if (!sheet) throw new Error('no Alumni tab');
  s.google.people.type(id, sheet.sheetId, 3, grid.column('id'), 'AL-BOB');
  await sees(page, grid.cell(4, 'id'), 'AL-BOB');
  await grid.cell(4, 'name').dblclick();
  await page.keyboard.press('End');
  await page.keyboard.type('by');
  s.google.people.type(id, sheet.sheetId, 1, grid.column('name'), 'Changed');
  await sees(page, grid.cell(2, 'name'), 'Changed');
  s.google.people.insertRows(id, sheet.sheetId, 1, 2);
  await sees(page, grid.cell(6, 'id'), 'AL-BOB');
  assert.is(await page.locator('textarea.editor').inputValue(), 'Bobby');
  await page.keyboard.press('Enter');
  await until(async () =>
    (await grid.values()).some((row) => row[grid.column('id')] === 'AL-BOB' && row.includes('Bobby')),
  );
});

test('columns are renamed, moved and inserted by their menu; the legend says whose they are', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await grid.choose('school', 'Rename…');
  await page.getByRole('dialog').getByRole('textbox').fill('Faculty');
  await page.keyboard.press('Enter');
  await page.locator('[data-head] .title', { hasText: 'Faculty' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('[data-head] .title', { hasText: 'School' }).waitFor();
  const before = grid.column('name');
  await grid.choose('name', 'Move right');
  await page.locator(`[data-head="${before + 1}"] .title`, { hasText: 'Full name' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator(`[data-head="${before}"] .title`, { hasText: 'Full name' }).waitFor();
  assert.ok(await page.locator('.owner-program [data-head="0"]').count());
  assert.match((await grid.head('id').getAttribute('title')) ?? '', /Kept by the program/);
});

test('tabs are added, renamed and deleted', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await page.getByRole('button', { name: 'New tab' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Scratch');
  await page.keyboard.press('Enter');
  await page.locator('#tabs .current', { hasText: 'Scratch' }).waitFor();
  await page.locator('#active-cell').click();
  await page.keyboard.type('free');
  await page.keyboard.press('Enter');
  await sees(page, page.locator('.tabulator-cell[data-row="0"][data-column="0"]'), 'free');
  await page.getByRole('button', { name: 'Menu of the tab Scratch' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Notes');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Menu of the tab Notes' }).click();
  await page.getByRole('menuitem', { name: 'Delete the tab' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.locator('#tabs .tab', { hasText: 'Notes' }).waitFor({ state: 'detached' });
  assert.is(
    seen.s.google.people.view(seen.s.ids.spreadsheets.mailings).sheets.some(({ title }) => title === 'Notes'),
    false,
  );
  await grid.open();
});

test('the address of a row leads to it, on whatever tab it is', async (seen) => {
  const { page, s } = seen;
  const id = s.ids.spreadsheets.programme;
  s.hand.add('staff', { name: 'Saule', id: 'SF-ROW1' });
  await page.goto(`${s.url}/sheet?id=${id}&row=SF-ROW1`);
  await sees(page, page.locator('#tabs .current'), 'Staff');
  await sees(page, page.locator('#active-cell'), 'SF-ROW1');
  await page.goto(`${s.url}/sheet?id=${id}&row=SF-NONE`);
  await sees(page, page.getByRole('alert'), 'There is no row SF-NONE');
});

test('a whole row is cut and pasted with all its cells', async (seen) => {
  const grid = await alumni(seen);
  const { page } = seen;
  await page.locator('.tabulator-cell[data-number="1"]').click();
  await page.keyboard.press('Control+x');
  await page.locator('.tabulator-cell.cut').first().waitFor();
  await page.locator('.tabulator-cell[data-number="6"]').click();
  await page.keyboard.press('Control+v');
  await grid.holds('name', 'Ann', 'Bob', 'Cleo');
  await grid.holds('year', '2019', '2020', '2018');
});

test('what was typed into a row that somebody deleted meanwhile is not lost and goes nowhere else', async (seen) => {
  const grid = await alumni(seen);
  const { page, s } = seen;
  const id = s.ids.spreadsheets.mailings;
  const sheet = s.google.people.view(id).sheets.find(({ title }) => title === 'Alumni');
  if (!sheet) throw new Error('no Alumni tab');
  s.google.people.type(id, sheet.sheetId, 2, grid.column('id'), 'AL-ANN');
  await sees(page, grid.cell(3, 'id'), 'AL-ANN');
  await grid.cell(3, 'name').click();
  await page.keyboard.type('Anna Karenina');
  s.google.people.deleteRows(id, sheet.sheetId, 2);
  await sees(page, grid.cell(3, 'name'), 'Bob');
  await page.keyboard.press('Enter');
  await sees(page, page.getByRole('alert'), /no longer there.*You typed: Anna Karenina/);
  await grid.holds('name', 'Cleo', 'Bob');
});

test('five thousand rows are drawn by the screenful and reached at once', async (seen) => {
  const grid = await alumni(seen);
  const { page, s } = seen;
  const id = s.ids.spreadsheets.mailings;
  const sheet = s.google.people.view(id).sheets.find(({ title }) => title === 'Alumni');
  if (!sheet) throw new Error('no Alumni tab');
  const block = Array.from({ length: 5_000 }, (_, i) => [`Person ${i}`, `person${i}@alumni.example`]);
  s.google.people.paste(id, sheet.sheetId, 1, grid.column('name'), block);
  await sees(page, grid.cell(2, 'name'), 'Person 0');
  await page.locator('#grid').focus();
  await page.keyboard.press('Control+End');
  await sees(page, page.locator('#cell-name'), /5001 ·/);
  await page.locator('#active-cell').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await sees(page, page.locator('#active-cell'), 'Person 4999');
  assert.ok((await page.locator('.tabulator-row').count()) < 120);
  await page.keyboard.type('Last');
  await page.keyboard.press('Enter');
  await sees(page, grid.cell(5001, 'name'), 'Last');
  await page.keyboard.press('Control+Home');
  await sees(page, grid.cell(2, 'name'), 'Person 0');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await grid.holds('name', 'Cleo', 'Ann', 'Bob');
  assert.is((await grid.values()).length, 4, 'the header and three rows');
});

run();
