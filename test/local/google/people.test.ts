import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../../../local/google/index.ts';
import { failure, type Stand, stand } from './help.ts';

const s = suite('google: people in the grid');
let g: Stand;
s.before(async () => {
  g = await stand();
});
s.after(() => g.close());

const HEAD = ['ID', 'Name', 'Stage', 'Note'];
const ROWS = [
  ['MR-1', 'Cleo', 'Active', ''],
  ['MR-2', 'Ann', 'Asking', 'likes tea'],
  ['MR-3', 'Bob', '', ''],
];

async function book(): Promise<string> {
  const { data } = await g.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: 'People',
            gridProperties: { rowCount: 10, columnCount: 5, frozenRowCount: 1 },
          },
        },
        { properties: { sheetId: 5, title: 'Other' } },
      ],
    },
  });
  const id = data.spreadsheetId ?? '';
  await write(id, 'People!A1', [HEAD, ...ROWS]);
  return id;
}

const write = (spreadsheetId: string, range: string, values: unknown[][]) =>
  g.sheets.spreadsheets.values.update({ spreadsheetId, range, valueInputOption: 'RAW', requestBody: { values } });

async function read(spreadsheetId: string, range = 'People'): Promise<unknown[][] | null | undefined> {
  return (await g.sheets.spreadsheets.values.get({ spreadsheetId, range })).data.values;
}

const ids = async (id: string): Promise<unknown[]> => ((await read(id)) ?? []).slice(1).map((row) => row[0] ?? '');

s('every act can be undone and done again', async () => {
  const id = await book();
  const { people } = g.google;
  const acts: [string, () => unknown][] = [
    ['type', () => people.type(id, 0, 1, 3, 'called')],
    [
      'paste',
      () =>
        people.paste(id, 0, 2, 1, [
          ['X', 'Y'],
          ['Z', 'W'],
        ]),
    ],
    ['clear', () => people.clear(id, { sheetId: 0, startRowIndex: 1, endRowIndex: 3 })],
    ['insert rows', () => people.insertRows(id, 0, 2, 2)],
    ['delete rows', () => people.deleteRows(id, 0, 1, 2)],
    ['insert columns', () => people.insertColumns(id, 0, 1, 1)],
    ['delete columns', () => people.deleteColumns(id, 0, 1, 2)],
    ['move column', () => people.moveColumn(id, 0, 0, 3)],
    ['move column back', () => people.moveColumn(id, 0, 2, 0)],
    ['move row', () => people.moveRow(id, 0, 1, 4)],
    ['rename tab', () => people.renameTab(id, 0, 'Folk')],
    ['add tab', () => people.addTab(id, 'New', 0)],
    ['delete tab', () => people.deleteTab(id, 5)],
    ['move tab', () => people.moveTab(id, 0, 1)],
    ['sort', () => people.sort(id, 0, 1, true)],
    ['filter', () => people.setFilter(id, 0, { range: { sheetId: 0 }, criteria: { 2: { hiddenValues: ['Active'] } } })],
    ['cut', () => people.cutPasteRow(id, 0, 1, 6)],
    ['copy', () => people.copyRow(id, 0, 1, 6)],
    ['copy inserted', () => people.copyRow(id, 0, 1, 2, true)],
  ];
  const state = async () => {
    const { data } = await g.sheets.spreadsheets.get({ spreadsheetId: id, includeGridData: true });
    return data.sheets;
  };
  const before = await state();
  for (const [name, act] of acts) {
    act();
    const after = await state();
    assert.not.equal(after, before, `${name} changes something`);
    assert.ok(people.undo(id), name);
    assert.equal(await state(), before, `${name} is undone`);
    assert.ok(people.redo(id), name);
    assert.equal(await state(), after, `${name} is done again`);
    people.undo(id);
  }
  assert.is(people.redo('unknown'), undefined);
});

s('undo keeps what the program wrote in the meantime', async () => {
  const id = await book();
  const { people } = g.google;
  people.sort(id, 0, 1, true);
  assert.equal(await ids(id), ['MR-2', 'MR-3', 'MR-1']);
  await g.sheets.spreadsheets.batchUpdate({
    spreadsheetId: id,
    requestBody: {
      requests: [
        { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
        {
          updateCells: {
            start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
            rows: [{ values: [{ userEnteredValue: { stringValue: 'MR-9' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
    },
  });
  people.undo(id);
  assert.equal(await ids(id), ['MR-9', 'MR-1', 'MR-2', 'MR-3']);
  people.deleteRows(id, 0, 2, 1);
  await write(id, 'People!C3', [['Late']]);
  people.undo(id);
  assert.equal(await read(id), [
    HEAD,
    ['MR-9'],
    ['MR-1', 'Cleo', 'Active'],
    ['MR-2', 'Ann', 'Late', 'likes tea'],
    ['MR-3', 'Bob'],
  ]);
});

s('listeners hear who changed which tab', async () => {
  const id = await book();
  const heard: Change[] = [];
  const off = g.google.onChange((change) => heard.push(change));
  g.google.people.type(id, 0, 1, 1, 'Dora');
  await write(id, 'Other!A1', [['x']]);
  off();
  g.google.people.type(id, 0, 1, 1, 'Eve');
  assert.equal(heard, [
    { kind: 'spreadsheet', id, sheetId: 0, by: 'person' },
    { kind: 'spreadsheet', id, sheetId: 5, by: 'program' },
  ]);
});

s('protection holds people off, a warning does not; strict dropdowns refuse what is not listed', async () => {
  const id = await book();
  const { people } = g.google;
  const column = (startColumnIndex: number) => ({ sheetId: 0, startColumnIndex, endColumnIndex: startColumnIndex + 1 });
  await g.sheets.spreadsheets.batchUpdate({
    spreadsheetId: id,
    requestBody: {
      requests: [
        { addProtectedRange: { protectedRange: { range: column(0), editors: { users: [] } } } },
        { addProtectedRange: { protectedRange: { range: column(2), warningOnly: true } } },
        {
          setDataValidation: {
            range: { ...column(2), startRowIndex: 1 },
            rule: {
              condition: {
                type: 'ONE_OF_LIST',
                values: [{ userEnteredValue: 'Active' }, { userEnteredValue: 'Asking' }],
              },
              strict: true,
            },
          },
        },
      ],
    },
  });
  assert.throws(() => people.type(id, 0, 1, 0, 'mine'), /protected cell/);
  assert.throws(() => people.sort(id, 0, 1), /protected cell/);
  people.type(id, 0, 1, 2, 'Asking');
  assert.throws(() => people.type(id, 0, 1, 2, 'Dancing'), /violates the data validation/);
  await write(id, 'People!C2', [['Anything']]);
  const view = people.view(id);
  assert.equal(view.sheets[0]?.validations[0]?.choices, ['Active', 'Asking']);
  assert.equal(
    view.sheets[0]?.protectedRanges.map((p) => p.warningOnly),
    [false, true],
  );
  assert.is(view.sheets[0]?.rows[1]?.[2]?.text, 'Anything');
  assert.equal(view.sheets[0]?.header.slice(0, 4), HEAD);
  assert.ok(view.canUndo);
});

s('a filter hides from the eye, not from the API', async () => {
  const id = await book();
  const { people } = g.google;
  people.setFilter(id, 0, { range: { sheetId: 0 }, criteria: { 2: { hiddenValues: ['Active', ''] } } });
  const sheet = people.view(id).sheets[0];
  assert.equal(sheet?.filteredRows.slice(0, 2), [1, 3]);
  assert.equal(await ids(id), ['MR-1', 'MR-2', 'MR-3']);
  await write(id, 'People!D2', [['reached']]);
  assert.equal((await read(id, 'People!D2'))?.[0], ['reached']);
});

s('formats and validation stay with their rows and columns', async () => {
  const id = await book();
  const colour = { red: 1 };
  await g.sheets.spreadsheets.batchUpdate({
    spreadsheetId: id,
    requestBody: {
      requests: [
        {
          repeatCell: {
            range: { sheetId: 0, startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 },
            cell: { userEnteredFormat: { backgroundColor: colour } },
            fields: 'userEnteredFormat.backgroundColor',
          },
        },
        {
          setDataValidation: {
            range: { sheetId: 0, startRowIndex: 1, endRowIndex: 10, startColumnIndex: 2, endColumnIndex: 3 },
            rule: { condition: { type: 'BOOLEAN' }, strict: true },
          },
        },
      ],
    },
  });
  g.google.people.insertRows(id, 0, 1);
  g.google.people.moveColumn(id, 0, 2, 0);
  const { data } = await g.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ['People!A1:B2', 'People!A11'],
    fields: 'sheets.data.rowData.values(userEnteredFormat,dataValidation)',
  });
  const [top, end] = data.sheets?.[0]?.data ?? [];
  assert.equal(top?.rowData, [
    {},
    {
      values: [
        {
          userEnteredFormat: { backgroundColor: colour, backgroundColorStyle: { rgbColor: colour } },
          dataValidation: { condition: { type: 'BOOLEAN' }, strict: true },
        },
      ],
    },
  ]);
  assert.ok(end?.rowData?.[0]?.values?.[0]?.dataValidation);
  assert.is(g.google.people.view(id).sheets[0]?.columns[0]?.background, '#ff0000');
});

s('sorting puts numbers before text before booleans, blanks last, and keeps equal rows in order', async () => {
  const id = await book();
  await write(id, 'Other!A1', [[true], ['b'], [''], [10], ['a'], [2], ['A']]);
  const sort = async (sortOrder: string) => {
    await g.sheets.spreadsheets.batchUpdate({
      spreadsheetId: id,
      requestBody: {
        requests: [
          { sortRange: { range: { sheetId: 5, endColumnIndex: 1 }, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } },
        ],
      },
    });
    return (await read(id, 'Other'))?.map((row) => row[0]);
  };
  assert.equal(await sort('ASCENDING'), ['2', '10', 'a', 'A', 'b', 'TRUE']);
  assert.equal(await sort('DESCENDING'), ['TRUE', 'b', 'a', 'A', '10', '2']);
});

s('row metadata follows its row through inserts and moves, not through a sort', async () => {
  const id = await book();
  const { people } = g.google;
  await g.sheets.spreadsheets.batchUpdate({
    spreadsheetId: id,
    requestBody: {
      requests: [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataId: 77,
              metadataKey: 'row',
              visibility: 'DOCUMENT',
              location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } },
            },
          },
        },
      ],
    },
  });
  const where = async () =>
    (await g.sheets.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId: 77 })).data.location
      ?.dimensionRange?.startIndex;
  people.insertRows(id, 0, 1, 2);
  assert.is(await where(), 4);
  people.moveRow(id, 0, 4, 1);
  assert.is(await where(), 1);
  people.sort(id, 0, 1);
  assert.is(await where(), 1);
  people.deleteRows(id, 0, 1);
  assert.is(
    (await failure(g.sheets.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId: 77 }))).code,
    404,
  );
});

s.run();
