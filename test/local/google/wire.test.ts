import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { failure, type Stand, stand } from './help.ts';

const s = suite('google: the wire');
let g: Stand;
let id: string;
s.before(async () => {
  g = await stand();
  const { data } = await g.sheets.spreadsheets.create({
    requestBody: {
      properties: { title: 'Wire' },
      sheets: [
        { properties: { sheetId: 0, title: 'Sheet1', gridProperties: { rowCount: 100, columnCount: 5 } } },
        { properties: { sheetId: 7, title: "It's a/b:append sheet" } },
        { properties: { sheetId: 8, title: 'CRM26' } },
      ],
    },
  });
  id = data.spreadsheetId ?? '';
});
s.after(() => g.close());

const raw = (path: string, init?: RequestInit) => fetch(`${g.url}v4/spreadsheets/${id}${path}`, init);

s('replies are pretty JSON with Google headers', async () => {
  const response = await raw('?fields=properties.title');
  assert.is(response.headers.get('content-type'), 'application/json; charset=UTF-8');
  assert.is(response.headers.get('vary'), 'Origin, X-Origin, Referer');
  assert.is(await response.text(), '{\n  "properties": {\n    "title": "Wire"\n  }\n}\n');
  const values = { values: [['a "quoted"\nline', 1, true, 'ұлт 🌵'], [], ['', 'x']] };
  await raw('/values/Sheet1!A1?valueInputOption=RAW', { method: 'PUT', body: JSON.stringify(values) });
  const text = await (await raw('/values:batchGet?ranges=Sheet1&valueRenderOption=UNFORMATTED_VALUE')).text();
  assert.is(text, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  assert.equal(JSON.parse(text).valueRanges[0].values, values.values);
  const plain = await (await raw('/values/Sheet1?prettyPrint=false&valueRenderOption=UNFORMATTED_VALUE')).text();
  assert.not.match(plain, '\n');
  assert.equal(JSON.parse(plain).values, values.values);
});

s('the verb is split off before the path is decoded', async () => {
  const range = "'It''s a/b:append sheet'!A1";
  await g.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range,
    valueInputOption: 'RAW',
    requestBody: { values: [['here']] },
  });
  const { data } = await g.sheets.spreadsheets.values.get({ spreadsheetId: id, range });
  assert.equal(data, { range, majorDimension: 'ROWS', values: [['here']] });
  const cleared = await g.sheets.spreadsheets.values.clear({ spreadsheetId: id, range });
  assert.is(cleared.data.clearedRange, range);
});

s('errors say what Google says', async () => {
  const get = (range: string, extra: object = {}) =>
    failure(g.sheets.spreadsheets.values.get({ spreadsheetId: id, range, ...extra }));
  const write = (range: string, values: unknown) =>
    failure(
      g.sheets.spreadsheets.values.update({
        spreadsheetId: id,
        range,
        valueInputOption: 'RAW',
        requestBody: { values: values as unknown[][] },
      }),
    );
  const batch = (requests: object[]) =>
    failure(g.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } }));
  const cases: [Promise<{ code: number; message: string }>, number, string][] = [
    [failure(g.sheets.spreadsheets.get({ spreadsheetId: 'nope' })), 404, 'Requested entity was not found.'],
    [get('Nowhere!A1'), 400, 'Unable to parse range: Nowhere!A1'],
    [get('Sheet1!A0'), 400, 'Unable to parse range: Sheet1!A0'],
    [get('Sheet1!B'), 400, 'Unable to parse range: Sheet1!B'],
    [get('Sheet1!Y1'), 400, 'Range (Sheet1!Y1) exceeds grid limits. Max rows: 100, max columns: 5'],
    [
      write('Sheet1!A3:B3', [[1, 2, 3]]),
      400,
      'Requested writing within range [Sheet1!A3:B3], but tried writing to column [C]',
    ],
    [
      write('Sheet1!A3:B3', [[1], [2]]),
      400,
      'Requested writing within range [Sheet1!A3:B3], but tried writing to row [4]',
    ],
    [
      write('Sheet1!A1', 'X'),
      400,
      `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "X"`,
    ],
    [
      get('Sheet1!A1', { majorDimension: 'DIAGONAL' }),
      400,
      `Invalid value at 'major_dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "DIAGONAL"`,
    ],
    [
      failure(g.sheets.spreadsheets.get({ spreadsheetId: id, fields: 'sheets, properties' })),
      400,
      'Request contains an invalid argument.',
    ],
    [
      failure(g.sheets.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.propertys' })),
      400,
      'Request contains an invalid argument.',
    ],
    [batch([]), 400, 'Must specify at least one request.'],
    [
      batch([{ addSheet: { properties: { title: 'crm26' } } }]),
      400,
      'Invalid requests[0].addSheet: A sheet with the name "crm26" already exists. Please enter another name.',
    ],
    [
      batch([{ repeatCell: { range: { sheetId: 99 }, cell: {}, fields: 'note' } }]),
      400,
      'Invalid requests[0].repeatCell: No grid with id: 99',
    ],
    [
      batch([{ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 100 } } }]),
      400,
      'Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.',
    ],
    [
      batch([{ updateSheetProperties: { properties: { sheetId: 0, colour: 'x' }, fields: 'title' } }]),
      400,
      `Invalid JSON payload received. Unknown name "colour" at 'requests[0].update_sheet_properties.properties': Cannot find field.`,
    ],
    [
      batch([{ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 3_000_000 } }]),
      400,
      'Invalid requests[0].appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      write('Sheet1!A1', [['x'.repeat(50_001)]]),
      400,
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ];
  for (const [call, code, message] of cases) {
    const got = await call;
    assert.is(got.message, message);
    assert.is(got.code, code);
  }
  const { body } = await get('Nowhere!A1');
  assert.equal(body, {
    error: { code: 400, message: 'Unable to parse range: Nowhere!A1', status: 'INVALID_ARGUMENT' },
  });
});

s('a batch that fails changes nothing', async () => {
  const before = (await raw('')).text();
  const version = g.google.version(id);
  await failure(
    g.sheets.spreadsheets.batchUpdate({
      spreadsheetId: id,
      requestBody: {
        requests: [
          { addSheet: { properties: { title: 'New' } } },
          { deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
          { deleteProtectedRange: { protectedRangeId: 404 } },
        ],
      },
    }),
  );
  assert.is(await (await raw('')).text(), await before);
  assert.is(g.google.version(id), version);
});

s('A1 in its spellings, echoed against the grid', async () => {
  await g.sheets.spreadsheets.batchUpdate({
    spreadsheetId: id,
    requestBody: {
      requests: [
        {
          addNamedRange: {
            namedRange: {
              name: 'Corner',
              range: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
            },
          },
        },
      ],
    },
  });
  const spellings: [string, string][] = [
    ['A1:B2', 'Sheet1!A1:B2'],
    ['sheet1', 'Sheet1!A1:E100'],
    ["'Sheet1'!A:C", 'Sheet1!A1:C100'],
    ['Sheet1!A2:C', 'Sheet1!A2:C100'],
    ['Sheet1!1:3', 'Sheet1!A1:E3'],
    ['D4:A1', 'Sheet1!A1:D4'],
    ['A1:1', 'Sheet1!A1:E1'],
    ['Sheet1!B2:ZZ900', 'Sheet1!B2:E100'],
    ['Corner', 'Sheet1!A1:B2'],
    ['Sheet1!Corner', 'Sheet1!A1:B2'],
    ['Sheet1!R2C3', 'Sheet1!C2'],
    ['R1C1:R2C2', 'Sheet1!A1:B2'],
    ["'CRM26'", "'CRM26'!A1:Z1000"],
    ['$B$3', 'Sheet1!B3'],
  ];
  for (const [asked, range] of spellings) {
    const { data } = await g.sheets.spreadsheets.values.get({ spreadsheetId: id, range: asked });
    assert.is(data.range, range, asked);
  }
  assert.match(
    (await failure(g.sheets.spreadsheets.values.get({ spreadsheetId: id, range: 'CRM26' }))).message,
    /exceeds/,
  );
});

s('masks reach into the grid; what is default is absent', async () => {
  const { data } = await g.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ['Sheet1!B1:C3'],
    fields: 'sheets(properties/sheetId,data(startRow,startColumn,rowData/values/formattedValue))',
  });
  assert.equal(data, {
    sheets: [
      {
        properties: { sheetId: 0 },
        data: [
          {
            startColumn: 1,
            rowData: [
              { values: [{ formattedValue: '1' }, { formattedValue: 'TRUE' }] },
              {},
              { values: [{ formattedValue: 'x' }] },
            ],
          },
        ],
      },
    ],
  });
  const empty = await g.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ["'CRM26'"],
    fields: 'sheets.data.rowData',
  });
  assert.equal(empty.data, { sheets: [{ data: [{}] }] });
  const none = await g.sheets.spreadsheets.get({ spreadsheetId: id, fields: 'developerMetadata' });
  assert.equal(none.data, {});
});

s('append looks for the table, not for the range', async () => {
  const append = async (title: string, range: string, values: unknown[][], insertDataOption?: string) =>
    (
      await g.sheets.spreadsheets.values.append({
        spreadsheetId: id,
        range: `'${title}'${range}`,
        valueInputOption: 'RAW',
        requestBody: { values },
        ...(insertDataOption ? { insertDataOption } : {}),
      })
    ).data;
  for (const title of ['one', 'two', 'three', 'four'])
    await g.sheets.spreadsheets.batchUpdate({
      spreadsheetId: id,
      requestBody: {
        requests: [{ addSheet: { properties: { title, gridProperties: { rowCount: 6, columnCount: 8 } } } }],
      },
    });
  assert.equal(await append('one', '', [['x', '', 'y']]), {
    spreadsheetId: id,
    updates: { spreadsheetId: id, updatedRange: 'one!A1:C1', updatedRows: 1, updatedColumns: 3, updatedCells: 3 },
  });
  const shifted = await append('one', '', [['x', '', 'y']]);
  assert.is(shifted.tableRange, 'one!C1');
  assert.is(shifted.updates?.updatedRange, 'one!C2:E2');
  const anchored = await append('one', '!A1', [['x', '', 'y']]);
  assert.is(anchored.updates?.updatedRange, 'one!A2:C2');
  const fill = (range: string, values: unknown[][]) =>
    g.sheets.spreadsheets.values.update({ spreadsheetId: id, range, valueInputOption: 'RAW', requestBody: { values } });
  await fill('two!A1', [
    [1, 1, 1],
    [1, 1, 1],
  ]);
  await fill('two!B4', [
    [2, 2, 2],
    [2, 2, 2],
    [2, 2, 2],
  ]);
  assert.is((await append('two', '!A1', [['end']])).updates?.updatedRange, 'two!A3');
  await g.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: 'two!A3' });
  for (const range of ['', '!C5', '!B2:D4', '!A3:G6']) {
    const { tableRange, updates } = await append('two', range, [['end']]);
    assert.is(tableRange, 'two!B4:D6');
    assert.is(updates?.updatedRange, 'two!B7');
    await g.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: 'two!B7' });
  }
  assert.is((await append('two', '!E4', [['free']])).updates?.updatedRange, 'two!E4');
  await fill('three!A1', [['a'], [''], ['b']]);
  const gap = await append('three', '!A2', [['c'], ['d']]);
  assert.is(gap.tableRange, undefined);
  assert.is(gap.updates?.updatedRange, 'three!A2:A3');
  await fill('four!A1', [['a'], [''], ['b']]);
  await append('four', '!A1', [['new']], 'INSERT_ROWS');
  const { data } = await g.sheets.spreadsheets.values.get({ spreadsheetId: id, range: 'four' });
  assert.equal(data, { range: 'four!A1:H7', majorDimension: 'ROWS', values: [['a'], ['new'], [], ['b']] });
});

s('null leaves alone, "" empties, counts are of written cells', async () => {
  await g.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: 'Sheet1!A10',
    valueInputOption: 'RAW',
    requestBody: {
      values: [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    },
  });
  const { data } = await g.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: 'Sheet1!A10',
    valueInputOption: 'RAW',
    requestBody: {
      values: [
        [null, '', null],
        [null, null, 'F'],
      ],
    },
    includeValuesInResponse: true,
  });
  assert.is(data.updatedRange, 'Sheet1!A10:C11');
  assert.equal([data.updatedRows, data.updatedColumns, data.updatedCells], [2, 2, 2]);
  assert.equal(data.updatedData?.values, [
    ['a', '', 'c'],
    ['d', 'e', 'F'],
  ]);
});

s.run();
