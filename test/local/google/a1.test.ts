import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { failure, type Stand, stand } from './help.ts';

const s = suite('google: A1 notation');
let g: Stand;
let id: string;
s.before(async () => {
  g = await stand();
  const { data } = await g.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        { properties: { sheetId: 0, title: 'Sheet1', gridProperties: { rowCount: 10, columnCount: 5 } } },
        { properties: { sheetId: 7, title: "It's!x:y", gridProperties: { rowCount: 6, columnCount: 5 } } },
        { properties: { sheetId: 9, title: '2026', gridProperties: { rowCount: 3, columnCount: 2 } } },
        { properties: { sheetId: 10, title: 'Tab' } },
      ],
      namedRanges: [
        {
          name: 'Tab_1',
          range: { sheetId: 10, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 },
        },
        { name: 'Whole', range: { sheetId: 0 } },
        { name: 'Second', range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 } },
      ],
    },
  });
  id = data.spreadsheetId ?? '';
});
s.after(() => g.close());

/** What is asked, and the range as it is echoed. */
const READ: Readonly<Record<string, string>> = {
  'sheet1!a1:b2': 'Sheet1!A1:B2',
  'R1C1:R2C2': 'Sheet1!A1:B2',
  'Sheet1!R2C1:R3C2': 'Sheet1!A2:B3',
  'Sheet1!C1': 'Sheet1!C1',
  'Sheet1!A:A': 'Sheet1!A1:A10',
  'Sheet1!3:3': 'Sheet1!A3:E3',
  'Sheet1!B5:B': 'Sheet1!B5:B10',
  'Sheet1!B:B5': 'Sheet1!B5:B10',
  'Sheet1!5:B': 'Sheet1!B5:E10',
  'Sheet1!B2:5': 'Sheet1!B2:E5',
  'Sheet1!D4:B2': 'Sheet1!B2:D4',
  'Sheet1!A1:Z99': 'Sheet1!A1:E10',
  '$A:$B': 'Sheet1!A1:B10',
  'Sheet1!$A1:B$2': 'Sheet1!A1:B2',
  "'It''s!x:y'!A1": "'It''s!x:y'!A1",
  "'It''s!x:y'": "'It''s!x:y'!A1:E6",
  '2026!A1': "'2026'!A1",
  '2026': "'2026'!A1:B3",
  Tab_1: 'Tab!B1:B2',
  tab_1: 'Tab!B1:B2',
  'Tab!Tab_1': 'Tab!B1:B2',
  Whole: 'Sheet1!A1:E10',
  Second: 'Sheet1!B1:B10',
};

const UNREADABLE = [
  ...[
    'Sheet1!A1:',
    'Sheet1!:B2',
    'Sheet1!',
    '!A1',
    'A1:B2:C3',
    'Sheet1!R1C',
    "'It's!x:y'!A1",
    'Sheet1!Tab_1',
    'A',
    '2',
    'B3:',
  ],
  ...[
    'Sheet1!AAAA1',
    'Sheet1!A1 :B2',
    ' Sheet1!A1',
    'Sheet1!A1:Sheet1!B2',
    'R[1]C[1]',
    'Sheet1!A01',
    'Sheet1!A1.5',
    "'Tab_1'",
  ],
];

const OUTSIDE: Readonly<Record<string, string>> = {
  'Sheet1!A11': 'Sheet1!A11',
  'Sheet1!F1': 'Sheet1!F1',
  'Sheet1!R1': 'Sheet1!R1',
  'Sheet1!F1:G2': 'Sheet1!F1:G2',
  'Sheet1!F:F': 'Sheet1!F1:F10',
};

const get = (range: string) => g.sheets.spreadsheets.values.get({ spreadsheetId: id, range });

s('every spelling is read and echoed against the grid', async () => {
  for (const [asked, range] of Object.entries(READ)) assert.is((await get(asked)).data.range, range, asked);
});

s('what is no range is told word for word, what starts outside the grid with the grid', async () => {
  for (const asked of UNREADABLE) {
    const { code, message } = await failure(get(asked));
    assert.equal([code, message], [400, `Unable to parse range: ${asked}`]);
  }
  for (const [asked, range] of Object.entries(OUTSIDE))
    assert.is(
      (await failure(get(asked))).message,
      `Range (${range}) exceeds grid limits. Max rows: 10, max columns: 5`,
    );
});

s('writes, clears and appends take the same spellings', async () => {
  const write = async (range: string, values: unknown[][]) =>
    (
      await g.sheets.spreadsheets.values.update({
        spreadsheetId: id,
        range,
        valueInputOption: 'RAW',
        requestBody: { values },
      })
    ).data.updatedRange;
  assert.is(await write('tab_1', [['a'], ['b']]), 'Tab!B1:B2');
  assert.is(await write('Second', [['h']]), 'Sheet1!B1');
  assert.is(await write('R3C1', [['x', 'y']]), 'Sheet1!A3:B3');
  assert.match(
    (await failure(write('Tab_1', [['a', 'b']]))).message,
    /within range \[Tab!B1:B2\], but tried writing to column \[C\]/,
  );
  const { data } = await g.sheets.spreadsheets.values.append({
    spreadsheetId: id,
    range: 'Tab_1',
    valueInputOption: 'RAW',
    requestBody: { values: [['c']] },
  });
  assert.equal([data.tableRange, data.updates?.updatedRange], ['Tab!B1:B2', 'Tab!B3']);
  const cleared = await g.sheets.spreadsheets.values.batchClear({
    spreadsheetId: id,
    requestBody: { ranges: ['Tab_1', '3:3'] },
  });
  assert.equal(cleared.data.clearedRanges, ['Tab!B1:B2', 'Sheet1!A3:E3']);
  assert.equal((await get('Tab')).data.values, [[], [], ['', 'c']]);
});

s.run();
