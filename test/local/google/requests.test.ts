import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { failure, type Stand, stand } from './help.ts';

const s = suite('google: batch requests');
let g: Stand;
let id: string;
s.before(async () => {
  g = await stand();
});
s.before.each(async () => {
  const { data } = await g.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        { properties: { sheetId: 0, title: 'A', gridProperties: { rowCount: 6, columnCount: 4 } } },
        { properties: { sheetId: 2, title: 'B', gridProperties: { rowCount: 4, columnCount: 4 } } },
      ],
    },
  });
  id = data.spreadsheetId ?? '';
  await put('A!A1', [
    ['a1', 'b1', 'c1'],
    ['a2', 'b2', 'c2'],
    ['a3', 'b3', 'c3'],
  ]);
});
s.after(() => g.close());

const put = (range: string, values: unknown[][], valueInputOption = 'RAW') =>
  g.sheets.spreadsheets.values.update({ spreadsheetId: id, range, valueInputOption, requestBody: { values } });
const read = async (range = 'A') =>
  (await g.sheets.spreadsheets.values.get({ spreadsheetId: id, range })).data.values ?? [];
const batch = async (...requests: object[]) =>
  (await g.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } })).data.replies ?? [];
const refused = async (...requests: object[]) =>
  (await failure(g.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } }))).message;
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const box = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
  sheetId = 0,
) => ({
  sheetId,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

s('updateCells: a start writes what is given, a range empties what is not', async () => {
  const rows = [{ values: [text('x')] }];
  await batch({
    updateCells: { start: { sheetId: 0, rowIndex: 1, columnIndex: 1 }, rows, fields: 'userEnteredValue' },
  });
  assert.equal((await read())[1], ['a2', 'x', 'c2']);
  await batch({ updateCells: { range: box(0, 3, 0, 2), rows, fields: 'userEnteredValue' } });
  assert.equal(await read(), [
    ['x', '', 'c1'],
    ['', '', 'c2'],
    ['', '', 'c3'],
  ]);
  assert.match(await refused({ updateCells: { rows, fields: 'userEnteredValue' } }), /exactly one of start or range/);
  assert.match(
    await refused({ updateCells: { range: box(0, 1, 0, 1), rows, fields: 'value' } }),
    /Invalid field: value/,
  );
});

s('appendCells writes below the last row and grows downwards only', async () => {
  const rows = Array.from({ length: 4 }, (_, i) => ({ values: [text(`n${i}`)] }));
  await batch({ appendCells: { sheetId: 0, rows, fields: 'userEnteredValue' } });
  assert.is((await read()).length, 7);
  const wide = [{ values: Array.from({ length: 5 }, () => text('w')) }];
  assert.is(
    await refused({ appendCells: { sheetId: 0, rows: wide, fields: 'userEnteredValue' } }),
    'Invalid requests[0].appendCells: Attempting to write column: 4, beyond the last requested column of: 3',
  );
});

s('cells are cut, copied, repeated and shifted', async () => {
  await batch({ cutPaste: { source: box(0, 1, 0, 3), destination: { sheetId: 2, rowIndex: 1, columnIndex: 1 } } });
  assert.equal(await read('B'), [[], ['', 'a1', 'b1', 'c1']]);
  assert.equal((await read())[0], []);
  await batch({ copyPaste: { source: box(1, 2, 0, 1), destination: box(3, 6, 0, 2) } });
  assert.equal(
    (await read('A!A4:C6')).map((row) => row.join()),
    ['a2,a2', 'a2,a2', 'a2,a2'],
  );
  await batch({ deleteRange: { range: box(0, 1, 0, 1), shiftDimension: 'ROWS' } });
  assert.equal(await read('A!A1:A6'), [['a2'], ['a3'], ['a2'], ['a2'], ['a2']]);
  await batch({ insertRange: { range: box(0, 1, 0, 1), shiftDimension: 'ROWS' } });
  assert.equal((await read('A!A1:A3')).length, 3);
  await put('A!D1', [['=A2&"!"']], 'USER_ENTERED');
  await batch({ copyPaste: { source: box(0, 1, 3, 4), destination: box(1, 2, 3, 4) } });
  assert.equal(await read('A!D1:D2'), [['a2!'], ['a3!']]);
});

s('findReplace counts what it changed', async () => {
  const [reply] = await batch({ findReplace: { find: 'A', replacement: 'z', sheetId: 0 } });
  assert.equal(reply, { findReplace: { valuesChanged: 3, rowsChanged: 3, sheetsChanged: 1, occurrencesChanged: 3 } });
  const [none] = await batch({ findReplace: { find: 'A', replacement: 'z', matchCase: true, allSheets: true } });
  assert.equal(none, { findReplace: {} });
  assert.is((await read())[0]?.[0], 'z1');
});

s('tabs are added, copied, moved, hidden and removed', async () => {
  const [added] = await batch({
    addSheet: { properties: { title: 'C', index: 0, gridProperties: { rowCount: 2, columnCount: 2 } } },
  });
  assert.equal(Object.keys(added?.addSheet?.properties ?? {}), [
    'sheetId',
    'title',
    'index',
    'sheetType',
    'gridProperties',
  ]);
  const titles = async () =>
    (await g.sheets.spreadsheets.get({ spreadsheetId: id })).data.sheets?.map((sheet) => sheet.properties?.title);
  assert.equal(await titles(), ['C', 'A', 'B']);
  await batch({ updateSheetProperties: { properties: { sheetId: 2, index: 0 }, fields: 'index' } });
  assert.equal(await titles(), ['B', 'C', 'A']);
  await batch({ duplicateSheet: { sourceSheetId: 0, newSheetName: 'A again', insertSheetIndex: 1 } });
  assert.equal(await titles(), ['B', 'A again', 'C', 'A']);
  assert.equal(await read("'A again'"), await read('A'));
  const copy = await g.sheets.spreadsheets.sheets.copyTo({
    spreadsheetId: id,
    sheetId: 0,
    requestBody: { destinationSpreadsheetId: id },
  });
  assert.is(copy.data.title, 'Copy of A');
  const hide = (sheetId: number) => ({
    updateSheetProperties: { properties: { sheetId, hidden: true }, fields: 'hidden' },
  });
  const all = (await g.sheets.spreadsheets.get({ spreadsheetId: id })).data.sheets ?? [];
  const message = await refused(...all.map((sheet) => hide(sheet.properties?.sheetId ?? 0)));
  assert.is(message, "Invalid requests[4].updateSheetProperties: You can't hide all the sheets in a document.");
  assert.match(await refused({ addSheet: { properties: { sheetId: 2 } } }), /already exists/);
  assert.match(
    await refused(...all.map((sheet) => ({ deleteSheet: { sheetId: sheet.properties?.sheetId } }))),
    /can't remove all/,
  );
});

s('ranges of every kind follow inserted, deleted and moved columns', async () => {
  await batch(
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Middle', range: box(0, 3, 1, 2) } } },
    {
      addProtectedRange: {
        protectedRange: {
          protectedRangeId: 1,
          range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 },
          warningOnly: true,
        },
      },
    },
    {
      addConditionalFormatRule: {
        rule: { ranges: [box(0, 3, 1, 2)], booleanRule: { condition: { type: 'NOT_BLANK' }, format: {} } },
      },
    },
    { mergeCells: { range: box(4, 6, 1, 3) } },
  );
  const look = async () => {
    const { data } = await g.sheets.spreadsheets.get({ spreadsheetId: id });
    const sheet = data.sheets?.[0];
    const columns = (r?: { startColumnIndex?: number | null; endColumnIndex?: number | null } | null) =>
      r && `${r.startColumnIndex}-${r.endColumnIndex}`;
    return [
      columns(data.namedRanges?.[0]?.range),
      columns(sheet?.protectedRanges?.[0]?.range),
      columns(sheet?.conditionalFormats?.[0]?.ranges?.[0]),
      columns(sheet?.merges?.[0]),
    ];
  };
  const columns = (startIndex: number, endIndex: number) => ({
    sheetId: 0,
    dimension: 'COLUMNS',
    startIndex,
    endIndex,
  });
  assert.equal(await look(), ['1-2', '1-2', '1-2', '1-3']);
  await batch({ insertDimension: { range: columns(1, 2), inheritFromBefore: true } });
  assert.equal(await look(), ['2-3', '2-3', '2-3', '2-4']);
  await batch({ moveDimension: { source: columns(2, 3), destinationIndex: 0 } });
  assert.equal((await look()).slice(0, 3), ['0-1', '0-1', '0-1']);
  assert.is((await read('A!A1'))[0]?.[0], 'b1');
  await batch({ deleteDimension: { range: columns(0, 1) } });
  assert.equal((await look()).slice(0, 3), [undefined, undefined, undefined]);
});

s('metadata ids are unique; a repeated one refuses the batch', async () => {
  const create = (metadataId: number, location: object) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataId, metadataKey: 'key', metadataValue: 'v', visibility: 'DOCUMENT', location },
    },
  });
  await batch(create(1, { spreadsheet: true }), create(2, { sheetId: 0 }));
  assert.match(await refused(create(1, { spreadsheet: true })), /1 already exists/);
  const [updated] = await batch({
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId: 2 } }],
      developerMetadata: { metadataValue: 'new' },
      fields: 'metadataValue',
    },
  });
  assert.is(updated?.updateDeveloperMetadata?.developerMetadata?.[0]?.metadataValue, 'new');
  const [deleted] = await batch({
    deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: 'key' } } },
  });
  assert.is(deleted?.deleteDeveloperMetadata?.deletedDeveloperMetadata?.length, 2);
});

s('one filter that names several columns writes the same to all; one that names none refuses', async () => {
  const create = (startIndex: number) => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: 'same',
        visibility: 'DOCUMENT',
        location: { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 } },
      },
    },
  });
  await batch(create(0), create(2));
  const write = (metadataKey: string, values: unknown[][]) =>
    g.sheets.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId: id,
      requestBody: {
        valueInputOption: 'RAW',
        data: [{ dataFilter: { developerMetadataLookup: { metadataKey } }, majorDimension: 'COLUMNS', values }],
      },
    });
  const { data } = await write('same', [[null, 'both']]);
  assert.is(data.totalUpdatedCells, 2);
  assert.equal((await read())[1], ['both', 'b2', 'both']);
  assert.is((await failure(write('none', [['x']]))).code, 400);
  assert.match((await failure(write('same', [['x'], ['y']]))).message, /tried writing to column \[B\]/);
  assert.equal((await read())[0], ['a1', 'b1', 'c1']);
});

s.run();
