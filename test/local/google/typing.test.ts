import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Stand, stand } from './help.ts';

const s = suite('google: typing, formats, formulas');
let g: Stand;
let id: string;
s.before(async () => {
  g = await stand();
  const { data } = await g.sheets.spreadsheets.create({
    requestBody: { sheets: [{ properties: { title: 'A', sheetId: 0 } }, { properties: { title: 'Other tab' } }] },
  });
  id = data.spreadsheetId ?? '';
});
s.after(() => g.close());

/** Writes a row USER_ENTERED and reads it in one of the three ways. */
async function both(values: unknown[], options: object = {}): Promise<unknown[] | undefined> {
  await g.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: 'A' });
  await g.sheets.spreadsheets.batchUpdate({
    spreadsheetId: id,
    requestBody: { requests: [{ repeatCell: { range: { sheetId: 0 }, cell: {}, fields: 'userEnteredFormat' } }] },
  });
  await g.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: 'A!A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [values] },
  });
  const { data } = await g.sheets.spreadsheets.values.get({ spreadsheetId: id, range: 'A!1:1', ...options });
  return data.values?.[0] ?? undefined;
}

s('the recorded row reads the same in all three ways', async () => {
  const row = ['=4/2', '2020-01-01', 'string', 53];
  assert.equal(await both(row), ['2', '2020-01-01', 'string', '53']);
  assert.equal(await both(row, { valueRenderOption: 'UNFORMATTED_VALUE' }), [2, 43831, 'string', 53]);
  assert.equal(await both(row, { valueRenderOption: 'FORMULA' }), ['=4/2', 43831, 'string', 53]);
  assert.equal(await both(row, { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' }), [
    2,
    '2020-01-01',
    'string',
    53,
  ]);
});

s('what a person types becomes what the grid makes of it', async () => {
  const typed = [
    '12%',
    '$5',
    '2,000,000.01',
    'true',
    "'007",
    '00123',
    '1E5',
    '3/4/2026',
    '10:30',
    '2026-02-30',
    'MR-7KQ2',
  ];
  assert.equal(await both(typed, { valueRenderOption: 'UNFORMATTED_VALUE' }), [
    0.12,
    5,
    2000000.01,
    true,
    '007',
    123,
    100000,
    46085,
    0.4375,
    '2026-02-30',
    'MR-7KQ2',
  ]);
  assert.equal(await both(typed), [
    '12%',
    '$5',
    '2,000,000.01',
    'TRUE',
    '007',
    '123',
    '1.00E+05',
    '3/4/2026',
    '10:30',
    '2026-02-30',
    'MR-7KQ2',
  ]);
});

/** What is typed, what the cell shows, and what it is. */
const TYPED: readonly (readonly [string, string, unknown])[] = [
  ['5.', '5', 5],
  ['+5', '5', 5],
  ['-.5', '-0.5', -0.5],
  ['(5)', '-5', -5],
  ['1,000', '1,000', 1000],
  ['1,00', '1,00', '1,00'],
  ['1E-3', '1.00E-03', 0.001],
  ['$5.50', '$5.50', 5.5],
  ['-$5', '-$5', -5],
  ['($1,234.50)', '-$1,234.50', -1234.5],
  ['5 %', '5%', 0.05],
  ['12.5%', '12.50%', 0.125],
  ['False', 'FALSE', false],
  ["''5", "'5", "'5"],
  ['=', '=', '='],
  ['1/2/26', '1/2/2026', 46024],
  ['13/1/2026', '13/1/2026', '13/1/2026'],
  ['2026/1/2', '2026/01/02', 46024],
  ['5-Jan-2026', '5-Jan-2026', 46027],
  ['January 5, 2026', 'January 5, 2026', 46027],
  ['Feb 30, 2026', 'Feb 30, 2026', 'Feb 30, 2026'],
  ['12:30', '12:30', 0.5208333333333334],
  ['12:00 am', '12:00 AM', 0],
  ['2026-01-05 10:30', '2026-01-05 10:30', 46027.4375],
  ['2026-01-05T10:30:00', '2026-01-05 10:30:00', 46027.4375],
  ['1/5/2026 3:00 PM', '1/5/2026 03:00 PM', 46027.625],
  [' 5 ', '5', 5],
  ['5 5', '5 5', '5 5'],
  ['0x10', '0x10', '0x10'],
  ['NaN', 'NaN', 'NaN'],
  ['1e400', '1e400', '1e400'],
  ['123456789012345678', '1.23456789E+17', 123456789012345680],
  ['1234567.891', '1234567.891', 1234567.891],
  ['#REF!', '#REF!', '#REF!'],
];

s('a table of typing', async () => {
  const texts = TYPED.map(([text]) => text);
  const wide = { requests: [{ appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 20 } }] };
  await g.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: wide });
  assert.equal(
    await both(texts),
    TYPED.map(([, shown]) => shown),
  );
  assert.equal(
    await both(texts, { valueRenderOption: 'UNFORMATTED_VALUE' }),
    TYPED.map(([, , value]) => value),
  );
});

s('RAW keeps text as text', async () => {
  await g.sheets.spreadsheets.values.update({
    spreadsheetId: id,
    range: "'Other tab'!A1",
    valueInputOption: 'RAW',
    requestBody: { values: [['=IMPORTXML("x")', '2020-01-01', "'a", '1']] },
  });
  const { data } = await g.sheets.spreadsheets.values.get({
    spreadsheetId: id,
    range: "'Other tab'!A1:D1",
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  assert.equal(data.values, [['=IMPORTXML("x")', '2020-01-01', "'a", '1']]);
});

s('formulas: a small set, the rest is refused visibly', async () => {
  const cases: [string, unknown][] = [
    ['=1+2*3^2', 19],
    ['=-(2+3)%', -0.05],
    ['="a"&1', 'a1'],
    ['=IF(2>1,"yes","no")', 'yes'],
    ['=SUM(1,2,A9:B10)', 3],
    ['=AVERAGE(2,4)', 3],
    ['=1/0', '#DIV/0!'],
    ['=IMPORTXML("x","y")', '#NAME?'],
    ['=1+', '#ERROR!'],
    ['=Nowhere!A1', '#REF!'],
    ['="x"+1', '#VALUE!'],
    ['=IFERROR(1/0,7)', 7],
  ];
  const got = await both(
    cases.map(([formula]) => formula),
    { valueRenderOption: 'UNFORMATTED_VALUE' },
  );
  assert.equal(
    got,
    cases.map(([, value]) => value),
  );
});

s('formulas read ranges, follow insertions and moves, and see circles', async () => {
  const { people } = g.google;
  const cell = async (at: string, how = 'UNFORMATTED_VALUE') =>
    (await g.sheets.spreadsheets.values.get({ spreadsheetId: id, range: `A!${at}`, valueRenderOption: how })).data
      .values?.[0]?.[0];
  await g.sheets.spreadsheets.values.clear({ spreadsheetId: id, range: 'A' });
  people.paste(id, 0, 0, 0, [
    ['Stage', 'Points'],
    ['Active', '3'],
    ['Asking', '4'],
    ['Active', '5'],
  ]);
  people.type(id, 0, 5, 0, '=COUNTIF(A2:A4,"Active")');
  people.type(id, 0, 5, 1, '=SUM(B:B)-B6');
  people.type(id, 0, 6, 1, '=sum($B$2:B4)+COUNTA(A2:A4)+MAX(B2:B4)');
  assert.is(await cell('A6'), 2);
  assert.is(await cell('B7'), 20);
  assert.is(await cell('B6'), '#REF!');
  people.insertRows(id, 0, 2);
  people.type(id, 0, 2, 1, '10');
  assert.is(await cell('B8', 'FORMULA'), '=sum($B$2:B5)+COUNTA(A2:A5)+MAX(B2:B5)');
  assert.is(await cell('B8'), 35);
  people.moveColumn(id, 0, 1, 0);
  assert.is(await cell('A8', 'FORMULA'), '=sum($A$2:A5)+COUNTA(B2:B5)+MAX(A2:A5)');
  people.deleteColumns(id, 0, 0);
  people.undo(id);
  assert.is(await cell('A8'), 35);
});

s.run();
