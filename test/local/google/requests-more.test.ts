import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { failure, type Stand, stand } from './help.ts';

const s = suite('google: more batch requests');
let g: Stand;
let id: string;
s.before(async () => {
  g = await stand();
});
s.before.each(async () => {
  const { data } = await g.sheets.spreadsheets.create({
    requestBody: {
      sheets: [{ properties: { sheetId: 0, title: 'A', gridProperties: { rowCount: 8, columnCount: 6 } } }],
    },
  });
  id = data.spreadsheetId ?? '';
});
s.after(() => g.close());

const put = (range: string, values: unknown[][], valueInputOption = 'USER_ENTERED') =>
  g.sheets.spreadsheets.values.update({ spreadsheetId: id, range, valueInputOption, requestBody: { values } });
const read = async (range = 'A', valueRenderOption = 'FORMATTED_VALUE') =>
  (await g.sheets.spreadsheets.values.get({ spreadsheetId: id, range, valueRenderOption })).data.values ?? [];
const batch = async (...requests: sheets_v4.Schema$Request[]) =>
  (await g.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } })).data.replies ?? [];
const refused = async (...requests: object[]) =>
  (await failure(g.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } }))).message;
const tab = async () => (await g.sheets.spreadsheets.get({ spreadsheetId: id })).data.sheets?.[0] ?? {};
const box = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const rows = (startIndex: number, endIndex: number) => ({ dimension: 'ROWS', startIndex, endIndex });

s('every request that the client knows is carried out or refused by name', async () => {
  const types = fileURLToPath(import.meta.resolve('googleapis/build/src/apis/sheets/v4.d.ts'));
  const source = readFileSync(types, 'utf8');
  const body = source.split('interface Schema$Request {')[1]?.split('\n    }')[0] ?? '';
  const kinds = [...body.matchAll(/^ {8}(\w+)\?:/gm)].map((match) => match[1] ?? '');
  assert.ok(kinds.length >= 70, `only ${kinds.length} kinds read`);
  const page = readFileSync(new URL('../../../docs/stand-in.md', import.meta.url), 'utf8');
  const missing = kinds
    .filter((kind) => !page.includes(`\`${kind}\``))
    .map((kind) => `${kind} is not in docs/stand-in.md`);
  let covered = 0;
  for (const kind of kinds) {
    // a member no request has: what is carried out complains about it, what is not covered does so by name
    const said = await refused({ [kind]: { noSuchMember: 1 } });
    if (/Unknown name "noSuchMember" at 'requests\[0\]\.[a-z_]+': Cannot find field\./.test(said)) covered++;
    else if (said !== `Invalid requests[0].${kind}: This stand-in for Google Sheets does not cover ${kind}.`)
      missing.push(`${kind}: ${said}`);
  }
  assert.equal(missing, []);
  assert.is(covered, 53);
  assert.is(
    await refused({ addUnicorn: {} }),
    `Invalid JSON payload received. Unknown name "addUnicorn" at 'requests[0]': Cannot find field.`,
  );
});

s('bodies are read as proto3 reads them', async () => {
  const cases: [object, string][] = [
    [
      { sortRange: { range: {}, sortSpecs: [{ sortOrder: 'SIDEWAYS' }] } },
      `Invalid value at 'requests[0].sort_range.sort_specs[0].sort_order' (type.googleapis.com/google.apps.sheets.v4.SortOrder), "SIDEWAYS"`,
    ],
    [{ deleteSheet: { sheetId: 1.5 } }, `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 1.5`],
    [
      { deleteSheet: { sheetId: 3_000_000_000 } },
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 3000000000`,
    ],
    [
      { addSheet: { properties: { title: 5, hidden: 'perhaps' } } },
      `Invalid value at 'requests[0].add_sheet.properties.title' (TYPE_STRING), 5\nInvalid value at 'requests[0].add_sheet.properties.hidden' (TYPE_BOOL), "perhaps"`,
    ],
    [
      { repeatCell: { range: [], fields: 'note' } },
      `Invalid JSON payload received. Unknown name "range" at 'requests[0].repeat_cell': Proto field is not repeating, cannot start list.`,
    ],
  ];
  for (const [request, message] of cases) assert.is(await refused(request), message);
  const { body } = await failure(
    g.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests: [cases[0]?.[0] ?? {}] } }),
  );
  const { details } = (body as { error: { details: object[] } }).error;
  assert.equal(details, [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [{ field: 'requests[0].sort_range.sort_specs[0].sort_order', description: cases[0]?.[1] }],
    },
  ]);
  // names as in the .proto file, numbers in quotes and one item for a list are read, too
  const sent = {
    requests: { add_sheet: { properties: { sheet_id: '41', title: 'B', gridProperties: { row_count: 3 } } } },
  };
  const response = await fetch(`${g.url}v4/spreadsheets/${id}:batchUpdate`, {
    method: 'POST',
    body: JSON.stringify(sent),
  });
  assert.is(response.status, 200);
  const { data } = await g.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: 'sheets.properties(sheetId,gridProperties.rowCount)',
  });
  assert.equal(data.sheets?.[1], { properties: { sheetId: 41, gridProperties: { rowCount: 3 } } });
});

s('groups nest, overlap, split and follow their rows', async () => {
  const spans = (groups?: sheets_v4.Schema$DimensionGroup[] | null) =>
    (groups ?? []).map((x) => `${x.range?.startIndex}-${x.range?.endIndex}/${x.depth}`);
  const add = async (from: number, to: number) =>
    spans((await batch({ addDimensionGroup: { range: rows(from, to) } }))[0]?.addDimensionGroup?.dimensionGroups);
  const drop = async (from: number, to: number) =>
    spans((await batch({ deleteDimensionGroup: { range: rows(from, to) } }))[0]?.deleteDimensionGroup?.dimensionGroups);
  assert.equal(await add(1, 4), ['1-4/1']);
  assert.equal(await add(2, 5), ['1-5/1', '2-4/2']);
  assert.equal(await drop(3, 5), ['1-4/1', '2-3/2']);
  await batch({
    updateDimensionGroup: { dimensionGroup: { range: rows(2, 3), depth: 2, collapsed: true }, fields: 'collapsed' },
  });
  await batch({ insertDimension: { range: rows(0, 2), inheritFromBefore: false } });
  const { rowGroups } = await tab();
  assert.equal(rowGroups, [
    { range: { dimension: 'ROWS', startIndex: 3, endIndex: 6 }, depth: 1 },
    { range: { dimension: 'ROWS', startIndex: 4, endIndex: 5 }, depth: 2, collapsed: true },
  ]);
  const { data } = await g.sheets.spreadsheets.get({
    spreadsheetId: id,
    fields: 'sheets.data.rowMetadata.hiddenByUser',
  });
  const hidden = data.sheets?.[0]?.data?.[0]?.rowMetadata?.flatMap((row, i) => (row.hiddenByUser ? [i] : []));
  assert.equal(hidden, [4]);
  assert.match(await refused({ deleteDimensionGroup: { range: rows(8, 9) } }), /No dimension group/);
});

s('borders stand at the edges and between, and go again', async () => {
  const line = { style: 'SOLID' };
  await batch({
    updateBorders: { range: box(0, 2, 0, 2), top: line, innerVertical: { style: 'DOUBLE', color: { red: 1 } } },
  });
  const look = async () => {
    const { data } = await g.sheets.spreadsheets.get({
      spreadsheetId: id,
      ranges: ['A!A1:B2'],
      fields: 'sheets.data.rowData.values.userEnteredFormat.borders',
    });
    return (
      data.sheets?.[0]?.data?.[0]?.rowData?.map((row) => row.values?.map((v) => v.userEnteredFormat?.borders)) ?? []
    );
  };
  const top = { style: 'SOLID', width: 1, color: {}, colorStyle: { rgbColor: {} } };
  const right = { style: 'DOUBLE', width: 3, color: { red: 1 }, colorStyle: { rgbColor: { red: 1 } } };
  assert.equal(await look(), [[{ top, right }, { top }], [{ right }]]);
  await batch({ updateBorders: { range: box(0, 1, 0, 2), top: { style: 'NONE' } } });
  assert.equal((await look())[0]?.[0], { right });
});

s('what is copied: turned, values only, without lines, with merges', async () => {
  await put('A!A1', [
    ['1', '2', '=A1+B1'],
    ['x', 'y', 'z'],
  ]);
  await batch({ mergeCells: { range: box(1, 2, 0, 2) } });
  await batch({
    copyPaste: {
      source: box(0, 1, 0, 3),
      destination: box(3, 4, 4, 5),
      pasteOrientation: 'TRANSPOSE',
      pasteType: 'PASTE_VALUES',
    },
  });
  assert.equal(await read('A!E4:E6', 'FORMULA'), [[1], [2], [3]]);
  await batch({ copyPaste: { source: box(0, 2, 0, 3), destination: box(5, 6, 1, 2) } });
  assert.equal(await read('A!B6:D7', 'FORMULA'), [
    [1, 2, '=B6+C6'],
    ['x', '', 'z'],
  ]);
  assert.equal((await tab()).merges, [box(1, 2, 0, 2), box(6, 7, 1, 3)]);
});

s('formulas follow cells that are cut, from wherever they name them', async () => {
  await batch({ addSheet: { properties: { sheetId: 5, title: 'Sum of A' } } });
  await put('A!A1', [['1', '2', '=A1+B1', '=SUM(A1:B1)', '=SUM(A1:A4)', '=A2']]);
  await put("'Sum of A'!A1", [['=A!B1*2']]);
  await batch({ cutPaste: { source: box(0, 1, 0, 3), destination: { rowIndex: 2, columnIndex: 1 } } });
  assert.equal(await read('A!B3:D3', 'FORMULA'), [[1, 2, '=B3+C3']]);
  assert.equal(await read('A!D1:F1', 'FORMULA'), [['=SUM(B3:C3)', '=SUM(A1:A4)', '=A2']]);
  assert.equal(await read("'Sum of A'!A1", 'FORMULA'), [['=A!C3*2']]);
  await batch({ cutPaste: { source: box(2, 3, 1, 3), destination: { sheetId: 5, rowIndex: 0, columnIndex: 1 } } });
  assert.equal(await read('A!D1:D3', 'FORMULA'), [["=SUM('Sum of A'!B1:C1)"], [], ["='Sum of A'!B1+'Sum of A'!C1"]]);
});

s('texts are pasted, parted and trimmed; doubles go; chance keeps all rows', async () => {
  const cases: [string, sheets_v4.Schema$Request, unknown, unknown[][]][] = [
    [
      'A1:C2',
      { pasteData: { coordinate: {}, data: 'a;1\nb;2;3\n', delimiter: ';' } },
      {},
      [
        ['a', 1],
        ['b', 2, 3],
      ],
    ],
    ['A4:B5', { pasteData: { coordinate: { rowIndex: 3 }, data: 'p, 7\nq', delimiter: '|' } }, {}, [['p, 7'], ['q']]],
    ['A4:B5', { textToColumns: { source: box(3, 5, 0, 1), delimiterType: 'COMMA' } }, {}, [['p', 7], ['q']]],
    [
      'A7',
      {
        updateCells: {
          start: { rowIndex: 6 },
          rows: [{ values: [{ userEnteredValue: { stringValue: '  a   b ' } }] }],
          fields: '*',
        },
      },
      {},
      [['  a   b ']],
    ],
    ['A7', { trimWhitespace: { range: box(0, 8, 0, 6) } }, { trimWhitespace: { cellsChangedCount: 1 } }, [['a b']]],
    [
      'A1:B3',
      { pasteData: { coordinate: {}, data: 'X,1\nx,1\nY,1', delimiter: ',' } },
      {},
      [
        ['X', 1],
        ['x', 1],
        ['Y', 1],
      ],
    ],
    [
      'A1:B3',
      { deleteDuplicates: { range: box(0, 3, 0, 2) } },
      { deleteDuplicates: { duplicatesRemovedCount: 1 } },
      [
        ['X', 1],
        ['Y', 1],
      ],
    ],
    [
      'A1:B3',
      {
        deleteDuplicates: {
          range: box(0, 3, 0, 2),
          comparisonColumns: [{ dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }],
        },
      },
      { deleteDuplicates: { duplicatesRemovedCount: 1 } },
      [['X', 1]],
    ],
  ];
  for (const [range, request, reply, values] of cases) {
    const [got] = await batch(request);
    assert.equal(got, reply, JSON.stringify(request));
    assert.equal(await read(`A!${range}`, 'UNFORMATTED_VALUE'), values, JSON.stringify(request));
  }
  await put('A!A1', [['1'], ['2'], ['3'], ['4'], ['5']]);
  await batch({ randomizeRange: { range: box(0, 5, 0, 1) } });
  assert.equal((await read('A!A1:A5')).flat().toSorted(), ['1', '2', '3', '4', '5']);
});

s('filter views and bandings are kept, changed and taken away', async () => {
  const [made] = await batch({
    addFilterView: { filter: { title: 'Mine', range: box(0, 4, 0, 3), criteria: { 1: { hiddenValues: ['x'] } } } },
  });
  const filter = made?.addFilterView?.filter;
  const filterViewId = filter?.filterViewId ?? 0;
  assert.equal(filter, {
    filterViewId,
    title: 'Mine',
    range: box(0, 4, 0, 3),
    criteria: { 1: { hiddenValues: ['x'] } },
    filterSpecs: [{ columnIndex: 1, filterCriteria: { hiddenValues: ['x'] } }],
  });
  await batch(
    { updateFilterView: { filter: { filterViewId, title: 'Ours' }, fields: 'title' } },
    { duplicateFilterView: { filterId: filterViewId } },
    { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }, inheritFromBefore: false } },
    {
      addBanding: {
        bandedRange: { bandedRangeId: 5, range: box(0, 4, 0, 2), rowProperties: { firstBandColor: { red: 1 } } },
      },
    },
  );
  const { filterViews, bandedRanges } = await tab();
  assert.equal(
    filterViews?.map((v) => [v.title, v.range?.startColumnIndex, Object.keys(v.criteria ?? {})]),
    [
      ['Ours', 1, ['2']],
      ['Copy of Ours', 1, ['2']],
    ],
  );
  assert.equal(bandedRanges, [
    { bandedRangeId: 5, range: box(0, 4, 0, 2), rowProperties: { firstBandColor: { red: 1 } } },
  ]);
  assert.match(
    await refused({ addBanding: { bandedRange: { range: box(3, 5, 0, 1), rowProperties: {} } } }),
    /already has alternating background colors/,
  );
  await batch({ deleteBanding: { bandedRangeId: 5 } }, { deleteFilterView: { filterId: filterViewId } });
  assert.is(
    await refused({ deleteFilterView: { filterId: filterViewId } }),
    `Invalid requests[0].deleteFilterView: No filter view with id: ${filterViewId}`,
  );
  assert.is((await tab()).bandedRanges, undefined);
});

s('a format comes back whole: colours in both spellings, defaults where it counts', async () => {
  await put('A!A1', [['1']]);
  await batch({
    repeatCell: {
      range: box(0, 1, 0, 1),
      cell: { userEnteredFormat: { backgroundColor: { red: 1 }, textFormat: { bold: true } } },
      fields: 'userEnteredFormat',
    },
  });
  const { data } = await g.sheets.spreadsheets.get({ spreadsheetId: id, ranges: ['A!A1'], includeGridData: true });
  const cell = data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
  assert.equal(cell?.userEnteredFormat, {
    backgroundColor: { red: 1 },
    backgroundColorStyle: { rgbColor: { red: 1 } },
    textFormat: { bold: true },
  });
  assert.equal(
    [
      cell?.effectiveFormat?.textFormat?.bold,
      cell?.effectiveFormat?.textFormat?.fontSize,
      cell?.effectiveFormat?.verticalAlignment,
    ],
    [true, 10, 'BOTTOM'],
  );
});

s.run();
