import { fileURLToPath } from 'node:url';
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../support/skip.ts';
import { pythonWithGspread } from './clients/python.ts';
import { type Stand, stand } from './help.ts';

const s = suite('google: clients that others wrote');
const HOSTS = /^https:\/\/(sheets|www)\.googleapis\.com\//;
const fetchReal = globalThis.fetch;
let g: Stand;
s.before(async () => {
  g = await stand();
  // the client knows Google's hosts only; below it, its requests go to the stand-in
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return fetchReal(new Request(request.url.replace(HOSTS, g.url), request));
  };
});
s.after(async () => {
  globalThis.fetch = fetchReal;
  await g.close();
});

const auth = { token: 'ann' };

s('google-spreadsheet: rows, cells, tabs, sharing', async () => {
  const made = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: 'People' });
  const doc = new GoogleSpreadsheet(made.spreadsheetId, auth);
  await doc.loadInfo();
  assert.equal([doc.title, doc.locale, doc.timeZone, doc.sheetCount], ['People', 'en_US', 'Etc/GMT', 1]);
  const sheet = await doc.addSheet({ title: 'Mentors', headerValues: ['ID', 'Name', 'Places'] });
  await sheet.addRows([
    { ID: 'MR-1', Name: 'Ann', Places: 2 },
    { ID: 'MR-2', Name: 'Бота', Places: 1 },
    ['MR-3', '=1+2', ''],
  ]);
  const rows = await sheet.getRows<{ ID: string; Name: string; Places: string }>();
  assert.equal(
    rows.map((row) => row.toObject()),
    [
      { ID: 'MR-1', Name: 'Ann', Places: '2' },
      { ID: 'MR-2', Name: 'Бота', Places: '1' },
      { ID: 'MR-3', Name: '3', Places: '' },
    ],
  );
  rows[0]?.set('Places', '5');
  await rows[0]?.save();
  await rows[1]?.delete();
  await sheet.loadCells('A1:C4');
  assert.equal([sheet.getCellByA1('C2').value, sheet.getCellByA1('B3').formula], [5, '=1+2']);
  const cell = sheet.getCell(1, 1);
  cell.value = 'Ann B.';
  cell.note = 'said so by mail';
  cell.textFormat = { bold: true };
  sheet.getCellByA1('C3').formula = '=C2*2';
  await sheet.saveUpdatedCells();
  assert.is(sheet.getCellByA1('C3').value, 10);
  sheet.resetLocalCache(true);
  await sheet.loadCells();
  const again = sheet.getCell(1, 1);
  assert.equal([again.value, again.note, again.textFormat?.bold], ['Ann B.', 'said so by mail', true]);
  await sheet.resize({ rowCount: 20, columnCount: 4 });
  await sheet.updateProperties({ title: 'All mentors' });
  const copy = await sheet.duplicate({ title: 'Copy' });
  await sheet.clearRows();
  await doc.loadInfo();
  assert.equal(
    doc.sheetsByIndex.map((x) => [x.title, x.rowCount, x.columnCount]),
    [
      ['Copy', 20, 4],
      ['Sheet1', 1000, 26],
      ['All mentors', 20, 4],
    ],
  );
  assert.equal(await sheet.getCellsInRange('A1:C3'), [['ID', 'Name', 'Places']]);
  await copy.delete();
  assert.is(doc.sheetCount, 2);
  await doc.share('bob@example.com', { role: 'reader', emailMessage: false });
  assert.equal((await doc.listPermissions()).map((p) => p.role).toSorted(), ['owner', 'reader']);
  const bob = new GoogleSpreadsheet(made.spreadsheetId, { token: 'bob' });
  await bob.loadInfo();
  const denied = await bob.addSheet({ title: 'no' }).catch((error: Error) => error.message);
  assert.is(denied, 'Google API error - [403] The caller does not have permission');
});

s('google-spreadsheet: what staff set up on a tab', async () => {
  const made = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: 'Tab' });
  const doc = new GoogleSpreadsheet(made.spreadsheetId, auth);
  await doc.loadInfo();
  const sheet = doc.sheetsByIndex[0];
  assert.ok(sheet);
  const range = { startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
  await sheet.setHeaderRow(['Name', 'Stage']);
  await sheet.pasteData({ rowIndex: 1, columnIndex: 0 }, 'b,Active\na,Asking', ',');
  await sheet.sortRange({ ...range, startRowIndex: 1 }, [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }]);
  await sheet.setDataValidation(
    { ...range, startRowIndex: 1, startColumnIndex: 1 },
    {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Active' }, { userEnteredValue: 'Asking' }] },
      strict: true,
      showCustomUi: true,
    },
  );
  await sheet.addProtectedRange({
    range: { sheetId: sheet.sheetId, ...range, endRowIndex: 1 },
    warningOnly: true,
  });
  await sheet.mergeCells({ ...range, startRowIndex: 2, startColumnIndex: 0 });
  await sheet.updateBorders(range, { bottom: { style: 'SOLID' } });
  await sheet.setBasicFilter({ range });
  await sheet.addBanding({
    range: { sheetId: sheet.sheetId, ...range },
    rowProperties: { firstBandColorStyle: { rgbColor: { red: 1, green: 0, blue: 0, alpha: 1 } } },
  });
  await sheet.findReplace('Asking', 'Agreed', { matchCase: true }, range);
  await sheet.createDeveloperMetadata({
    metadataKey: 'kind',
    metadataValue: 'people',
    visibility: 'DOCUMENT',
    location: { sheetId: sheet.sheetId },
  });
  const found = await doc.searchDeveloperMetadata([{ developerMetadataLookup: { metadataKey: 'kind' } }]);
  assert.is(found[0]?.metadataValue, 'people');
  assert.equal(await sheet.getCellsInRange('A1:B3'), [['Name', 'Stage'], ['a', 'Agreed'], ['b']]);
  const refused = await sheet.deleteProtectedRange(404).catch((error: Error) => error.message);
  assert.is(
    refused,
    'Google API error - [400] Invalid requests[0].deleteProtectedRange: No protected range with id: 404',
  );
});

const python = pythonWithGspread();
const work = fileURLToPath(new URL('./clients/gspread_work.py', import.meta.url));

/** What gspread's users would see at Google's after the same work. */
const SEEN = {
  new: ['Sheet1', 1000, 26, 'en_US', 'Etc/GMT'],
  records: [
    { Name: 'Ann', Points: 3, Born: '2001-02-03' },
    { Name: 'Bob', Points: 5, Born: '1999-12-31' },
    { Name: 'Ұлан', Points: 4, Born: '=1+1' },
    { Name: 'Dana', Points: 1, Born: '' },
    { Name: 'Eve', Points: 2, Born: '' },
  ],
  unformatted: [
    ['Ann', 3, 36925],
    ['Bob', 5, 36525],
  ],
  cell: ['3', 'Bob', 'A5'],
  column: ['Name', 'Ann', 'Bob', 'Ұлан', 'Dana', 'Eve'],
  sorted: [
    ['Bob', '5'],
    ['Ұлан', '4'],
    ['Ann', '3'],
    ['Eve', '2'],
    ['Dana', '1'],
  ],
  batch: [[['Name', 'Points']], [['Note'], ['x'], ['y']]],
  after: [
    ['Name', 'Points', 'Born', 'Note'],
    ['Zoe', '7', '', ''],
    ['Ұлан', '7', '=1+1', ''],
    ['Ann', '3', '2001-02-03', ''],
    ['Eve', '2', '', ''],
    ['Dana', '1', '', ''],
  ],
  looks: [
    1,
    'who',
    '#FF0000',
    ['Names'],
    [{ dimension: 'ROWS', startIndex: 1, endIndex: 3 }],
    [['Zoe'], ['Ұлан'], ['Ann'], ['Eve'], ['Dana']],
    1,
  ],
  tabs: [
    ['Other', 2, 2],
    ['Sheet1', 1000, 26],
    ['Copy', 1000, 26],
  ],
  titles: ['Others', 'Sheet1'],
  values: { range: 'Others!A1', majorDimension: 'ROWS', values: [['a']] },
  failed: {
    range: [400, 'INVALID_ARGUMENT', "Unable to parse range: 'Sheet1'!Nowhere!A1:B2"],
    grid: [400, 'INVALID_ARGUMENT', 'Range (Others!A1:C1) exceeds grid limits. Max rows: 2, max columns: 2'],
    tab: [
      400,
      'INVALID_ARGUMENT',
      'Invalid requests[0].addSheet: A sheet with the name "others" already exists. Please enter another name.',
    ],
  },
  stranger: 'PermissionError',
  shared: 'People',
  permissions: ['owner', 'writer'],
  found: true,
  imported: [
    [
      ['a', 'b'],
      ['1', 'x, y'],
    ],
  ],
  exported: 'a,b\r\n1,"x, y"',
  clone: [
    'People again',
    [
      ['a', 'b'],
      ['1', 'x, y'],
    ],
  ],
  gone: true,
};

if ('missing' in python) skip(s, 'gspread: a day of work', python.missing);
else
  s('gspread: a day of work', async () => {
    assert.equal(JSON.parse(await python.run(work, g.url)), SEEN);
  });

s.run();
