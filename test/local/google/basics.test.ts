import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { failure, type Stand, stand } from './help.ts';

const s = suite('google: basics');
let g: Stand;
s.before(async () => {
  g = await stand();
});
s.after(() => g.close());

async function fresh(tabs: { title: string; rows?: number; columns?: number }[] = []): Promise<string> {
  const created = await g.sheets.spreadsheets.create({
    requestBody: {
      properties: { title: 'Book' },
      sheets: tabs.map(({ title, rows = 20, columns = 6 }) => ({
        properties: { title, gridProperties: { rowCount: rows, columnCount: columns } },
      })),
    },
  });
  return created.data.spreadsheetId ?? '';
}

s('a new spreadsheet has one tab with id 0 and the usual size', async () => {
  const { data } = await g.sheets.spreadsheets.create({ requestBody: { properties: { title: 'Programme' } } });
  assert.equal(data.properties?.title, 'Programme');
  assert.equal(data.properties?.locale, 'en_US');
  assert.equal(data.properties?.timeZone, 'Etc/GMT');
  assert.equal(data.sheets?.length, 1);
  assert.equal(data.sheets?.[0]?.properties, {
    sheetId: 0,
    title: 'Sheet1',
    index: 0,
    sheetType: 'GRID',
    gridProperties: { rowCount: 1000, columnCount: 26 },
  });
});

s('values written RAW come back as they are, ragged and trimmed', async () => {
  const spreadsheetId = await fresh([{ title: 'A' }]);
  const put = await g.sheets.spreadsheets.values.update({
    spreadsheetId,
    range: 'A!A1',
    valueInputOption: 'RAW',
    requestBody: { values: [['A1', 'B1', '', 'D1'], [], [], ['=1+1', '007', 5, true]] },
  });
  assert.equal(put.data.updatedRange, 'A!A1:D4');
  const got = await g.sheets.spreadsheets.values.get({ spreadsheetId, range: 'A' });
  assert.equal(got.data.range, 'A!A1:F20');
  assert.equal(got.data.values, [['A1', 'B1', '', 'D1'], [], [], ['=1+1', '007', '5', 'TRUE']]);
  const raw = await g.sheets.spreadsheets.values.batchGet({
    spreadsheetId,
    ranges: ['A!A4:D4', 'A!F6:F9'],
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  assert.equal(raw.data.valueRanges?.[0]?.values, [['=1+1', '007', 5, true]]);
  assert.equal(raw.data.valueRanges?.[1], { range: 'A!F6:F9', majorDimension: 'ROWS' });
});

s('a guarded batch refuses whole when the baton is gone', async () => {
  const spreadsheetId = await fresh([{ title: 'Book' }]);
  const commit = (old: number | undefined, next: number, text: string) =>
    g.sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          ...(old === undefined ? [] : [{ deleteProtectedRange: { protectedRangeId: old } }]),
          {
            addProtectedRange: { protectedRange: { protectedRangeId: next, range: { sheetId: 0 }, warningOnly: true } },
          },
          {
            updateCells: {
              start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
              rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
              fields: 'userEnteredValue',
            },
          },
        ],
        includeSpreadsheetInResponse: true,
        responseRanges: ['Book!A1:B2'],
        responseIncludeGridData: true,
      },
    });
  const first = await commit(undefined, 11, 'one');
  assert.equal(first.data.updatedSpreadsheet?.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.formattedValue, 'one');
  await commit(11, 12, 'two');
  const late = await failure(commit(11, 13, 'late'));
  assert.is(late.code, 400);
  assert.is(late.message, 'Invalid requests[0].deleteProtectedRange: No protected range with id: 11');
  const twice = await failure(commit(undefined, 12, 'again'));
  assert.match(twice.message, /^Invalid requests\[0\]\.addProtectedRange: .*12 already exists/);
  const { data } = await g.sheets.spreadsheets.values.get({ spreadsheetId, range: 'Book!A1' });
  assert.equal(data.values, [['two']]);
});

s('column metadata follows its column; writing by it leaves null alone', async () => {
  const spreadsheetId = await fresh([{ title: 'T' }]);
  await g.sheets.spreadsheets.values.update({
    spreadsheetId,
    range: 'T!A1',
    valueInputOption: 'RAW',
    requestBody: {
      values: [
        ['ID', 'Name', 'Stage'],
        ['MR-1', 'Ann', 'old'],
        ['MR-2', 'Bob', 'old'],
      ],
    },
  });
  const requests = [0, 1, 2].map((startIndex) => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: 100 + startIndex,
        metadataKey: 'column',
        metadataValue: `c${startIndex}`,
        visibility: 'DOCUMENT',
        location: { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 } },
      },
    },
  }));
  await g.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  g.google.people.moveColumn(spreadsheetId, 0, 2, 0);
  g.google.people.insertColumns(spreadsheetId, 0, 0);
  const { data } = await g.sheets.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId,
    requestBody: {
      valueInputOption: 'RAW',
      data: [
        {
          dataFilter: { developerMetadataLookup: { metadataId: 102 } },
          majorDimension: 'COLUMNS',
          values: [[null, null, 'new']],
        },
      ],
    },
  });
  assert.is(data.totalUpdatedCells, 1);
  assert.is(data.responses?.[0]?.updatedRange, 'T!B1:B3');
  const got = await g.sheets.spreadsheets.values.get({ spreadsheetId, range: 'T' });
  assert.equal(got.data.values, [
    ['', 'Stage', 'ID', 'Name'],
    ['', 'old', 'MR-1', 'Ann'],
    ['', 'new', 'MR-2', 'Bob'],
  ]);
  const found = await g.sheets.spreadsheets.values.batchGetByDataFilter({
    spreadsheetId,
    requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'column', metadataValue: 'c0' } }] },
  });
  assert.equal(found.data.valueRanges?.[0]?.valueRange?.values, [['ID'], ['MR-1'], ['MR-2']]);
  g.google.people.deleteColumns(spreadsheetId, 0, 1);
  const search = await g.sheets.spreadsheets.developerMetadata.search({
    spreadsheetId,
    requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'column' } }] },
  });
  assert.equal(
    search.data.matchedDeveloperMetadata?.map((m) => [
      m.developerMetadata?.metadataId,
      m.developerMetadata?.location?.dimensionRange?.startIndex,
    ]),
    [
      [100, 1],
      [101, 2],
    ],
  );
  g.google.people.undo(spreadsheetId);
  const back = await g.sheets.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: 102 });
  assert.is(back.data.location?.dimensionRange?.startIndex, 1);
});

s('forms: made, published, answered, read back', async () => {
  const { data: form } = await g.forms.forms.create({ requestBody: { info: { title: 'Mentor' } } });
  const formId = form.formId ?? '';
  const made = await g.forms.forms.batchUpdate({
    formId,
    requestBody: {
      requests: [
        {
          createItem: {
            location: { index: 0 },
            item: { title: 'Name', questionItem: { question: { required: true, textQuestion: {} } } },
          },
        },
        {
          createItem: {
            location: { index: 1 },
            item: {
              title: 'Language',
              questionItem: {
                question: { choiceQuestion: { type: 'RADIO', options: [{ value: 'English' }, { value: 'Қазақша' }] } },
              },
            },
          },
        },
      ],
    },
  });
  const ids = made.data.replies?.map((r) => r.createItem?.questionId?.[0] ?? '') ?? [];
  assert.match(ids[0] ?? '', /^[0-9a-f]{8}$/);
  const [name = '', language = ''] = ids;
  assert.throws(() => g.google.people.submitForm(formId, { [name]: ['Ann'] }), /not published/);
  await g.forms.forms.setPublishSettings({
    formId,
    requestBody: { publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } } },
  });
  assert.throws(() => g.google.people.submitForm(formId, { [language]: ['Klingon'] }), /required.*options/);
  const at = Date.parse('2026-10-01T09:00:00Z');
  const id = g.google.people.submitForm(formId, { [name]: ['Ann'], [language]: ['Қазақша'] }, { at });
  const after = await g.forms.forms.responses.list({ formId, filter: 'timestamp > 2026-10-01T09:00:00Z' });
  assert.equal(after.data, {});
  const since = await g.forms.forms.responses.list({ formId, filter: 'timestamp >= 2026-10-01T09:00:00Z' });
  assert.is(since.data.responses?.[0]?.responseId, id);
  assert.is(since.data.responses?.[0]?.answers?.[language]?.textAnswers?.answers?.[0]?.value, 'Қазақша');
});

s('drive: version grows, files are found, copied, exported and removed', async () => {
  const spreadsheetId = await fresh([{ title: 'A' }]);
  const version = async () =>
    Number((await g.drive.files.get({ fileId: spreadsheetId, fields: 'version,modifiedTime' })).data.version);
  const before = await version();
  g.google.people.paste(spreadsheetId, (await first(spreadsheetId)) ?? 0, 0, 0, [
    ['a', 'b,c'],
    ['1', 'say "x"'],
  ]);
  assert.ok((await version()) > before);
  const csv = await g.drive.files.export({ fileId: spreadsheetId, mimeType: 'text/csv' });
  assert.is(csv.data, 'a,"b,c"\r\n1,"say ""x"""');
  const copy = await g.drive.files.copy({ fileId: spreadsheetId, requestBody: { name: 'Copy' } });
  const list = await g.drive.files.list({ q: "name = 'Copy' and trashed = false" });
  assert.equal(
    list.data.files?.map((f) => f.id),
    [copy.data.id],
  );
  await g.drive.files.delete({ fileId: copy.data.id ?? '' });
  assert.is((await failure(g.sheets.spreadsheets.get({ spreadsheetId: copy.data.id ?? '' }))).code, 404);
});

async function first(spreadsheetId: string) {
  return (await g.sheets.spreadsheets.get({ spreadsheetId })).data.sheets?.[0]?.properties?.sheetId;
}

s.run();
