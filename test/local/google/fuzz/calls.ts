import fc from 'fast-check';
import { BODY_SHAPES } from '../../../../local/google/shapes/calls.ts';
import { SPREADSHEET_SHAPE } from '../../../../local/google/shapes/sheets.ts';
import { grid, message, range, request, texts } from './messages.ts';

export interface Call {
  readonly method: string;
  /** `{book}`, `{form}` and `{file}` stand for what a run works on */
  readonly path: string;
  readonly body?: string;
  readonly type?: string;
}

const part = (text: string): string => encodeURIComponent(text.toWellFormed());
const query = (entries: Readonly<Record<string, string | undefined>>): string => {
  const set = Object.entries(entries).flatMap(([k, v]) => (v === undefined ? [] : [`${k}=${part(v)}`]));
  return set.length > 0 ? `?${set.join('&')}` : '';
};
const word = (...words: string[]): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(undefined, ...words) },
    { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
  );

const options = fc.record({
  valueRenderOption: word('FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'),
  dateTimeRenderOption: word('SERIAL_NUMBER', 'FORMATTED_STRING'),
  majorDimension: word('ROWS', 'COLUMNS'),
  fields: word('*', 'range,values', 'a,,b'),
});
const spreadsheetFields = word(
  '*',
  'sheets(data.rowData,properties)',
  'sheets/data/rowData/values(note,userEnteredValue)',
  'sheets.data.rowData.values(note',
);
const input = fc.record({
  valueInputOption: fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom('RAW', 'USER_ENTERED') },
    { weight: 1, arbitrary: fc.constant('ENTERED') },
  ),
  insertDataOption: word('OVERWRITE', 'INSERT_ROWS'),
  includeValuesInResponse: word('true', 'false'),
});
const json = (body: unknown): string => JSON.stringify(body);
const filter = fc.oneof(
  range.map((a1Range) => ({ a1Range })),
  fc.record({
    gridRange: fc.record(
      {
        sheetId: fc.constantFrom(0, 7, 9),
        startRowIndex: fc.integer({ min: -1, max: 8 }),
        endColumnIndex: fc.integer({ min: 0, max: 9 }),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    developerMetadataLookup: fc.record(
      { metadataKey: texts, metadataId: fc.nat(7), locationType: fc.constantFrom('ROW', 'COLUMN', 'SHEET') },
      { requiredKeys: [] },
    ),
  }),
  fc.jsonValue({ maxDepth: 1 }),
);

const sheets = '/v4/spreadsheets/{book}';
const valueCalls: fc.Arbitrary<Call>[] = [
  fc.tuple(range, options).map(([r, o]) => ({ method: 'GET', path: `${sheets}/values/${part(r)}${query(o)}` })),
  fc.tuple(range, input, grid, options).map(([r, i, values, { majorDimension }]) => ({
    method: 'PUT',
    path: `${sheets}/values/${part(r)}${query(i)}`,
    body: json({ values, majorDimension }),
  })),
  fc.tuple(range, input, grid).map(([r, i, values]) => ({
    method: 'POST',
    path: `${sheets}/values/${part(r)}:append${query(i)}`,
    body: json({ values }),
  })),
  range.map((r) => ({ method: 'POST', path: `${sheets}/values/${part(r)}:clear` })),
  fc.tuple(fc.array(range, { maxLength: 3 }), options).map(([ranges, o]) => ({
    method: 'GET',
    path: `${sheets}/values:batchGet${query(o)}${ranges
      .map((r) => `&ranges=${part(r)}`)
      .join('')
      .replace(/^&/, Object.values(o).some(Boolean) ? '&' : '?')}`,
  })),
  fc.tuple(fc.array(fc.tuple(range, grid), { maxLength: 3 }), input).map(([data, i]) => ({
    method: 'POST',
    path: `${sheets}/values:batchUpdate`,
    body: json({ ...i, insertDataOption: undefined, data: data.map(([r, values]) => ({ range: r, values })) }),
  })),
  fc
    .array(range, { maxLength: 3 })
    .map((ranges) => ({ method: 'POST', path: `${sheets}/values:batchClear`, body: json({ ranges }) })),
  fc
    .tuple(
      fc.array(filter, { maxLength: 3 }),
      fc.constantFrom(
        ':getByDataFilter',
        '/values:batchGetByDataFilter',
        '/values:batchClearByDataFilter',
        '/developerMetadata:search',
      ),
    )
    .map(([dataFilters, verb]) => ({ method: 'POST', path: `${sheets}${verb}`, body: json({ dataFilters }) })),
  fc.tuple(filter, grid, input).map(([dataFilter, values, { valueInputOption }]) => ({
    method: 'POST',
    path: `${sheets}/values:batchUpdateByDataFilter`,
    body: json({ valueInputOption, data: [{ dataFilter, values }] }),
  })),
  fc.tuple(fc.array(range, { maxLength: 2 }), spreadsheetFields).map(([ranges, fields]) => ({
    method: 'GET',
    path: `${sheets}${query({ fields, includeGridData: 'true', ranges: ranges[0] })}`,
  })),
  fc
    .tuple(fc.constantFrom('0', '7', '3', 'x'), fc.jsonValue({ maxDepth: 1 }))
    .map(([id, body]) => ({ method: 'POST', path: `${sheets}/sheets/${id}:copyTo`, body: json(body) })),
];

const batch = fc
  .record(
    {
      requests: fc.array(request, { minLength: 1, maxLength: 3 }),
      includeSpreadsheetInResponse: fc.boolean(),
      responseIncludeGridData: fc.boolean(),
      responseRanges: fc.array(range, { maxLength: 1 }),
    },
    { requiredKeys: ['requests'] },
  )
  .map((body): Call => ({ method: 'POST', path: `${sheets}:batchUpdate`, body: json(body) }));

/** New spreadsheets with all that a body may bring along. */
const create = message(SPREADSHEET_SHAPE).map(
  (body): Call => ({ method: 'POST', path: '/v4/spreadsheets', body: json(body) }),
);

const item = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.record(
    {
      title: texts,
      questionItem: fc.record({
        question: fc.oneof(
          fc.record({ textQuestion: fc.constant({}) }),
          fc.record({
            choiceQuestion: fc.record(
              {
                type: fc.constantFrom('RADIO', 'CHECKBOX', 'x'),
                options: fc.oneof(
                  fc.array(fc.record({ value: texts }), { maxLength: 2 }),
                  fc.jsonValue({ maxDepth: 1 }),
                ),
              },
              { requiredKeys: [] },
            ),
          }),
          fc.jsonValue({ maxDepth: 2 }),
        ),
      }),
      questionGroupItem: fc.oneof(
        fc.record({ questions: fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 2 }) }),
        fc.jsonValue({ maxDepth: 1 }),
      ),
    },
    { requiredKeys: [] },
  ),
);
const location = fc.oneof(fc.record({ index: fc.integer({ min: -1, max: 3 }) }), fc.jsonValue({ maxDepth: 1 }));
const formRequest = fc.oneof(
  fc.record({ createItem: fc.record({ item, location }) }),
  fc.record({
    updateItem: fc.record({
      item,
      location,
      updateMask: fc.oneof(fc.constantFrom('*', 'title', 'questionItem', ''), fc.jsonValue({ maxDepth: 0 })),
    }),
  }),
  fc.record({ moveItem: fc.record({ originalLocation: location, newLocation: location }) }),
  fc.record({ deleteItem: fc.record({ location }) }),
  fc.record({ updateFormInfo: fc.record({ info: fc.jsonValue({ maxDepth: 2 }), updateMask: texts }) }),
  fc.record({ updateSettings: fc.record({ settings: fc.jsonValue({ maxDepth: 2 }), updateMask: texts }) }),
  fc.jsonValue({ maxDepth: 3 }),
);
const forms: fc.Arbitrary<Call>[] = [
  fc
    .array(formRequest, { maxLength: 3 })
    .map((requests) => ({ method: 'POST', path: '/v1/forms/{form}:batchUpdate', body: json({ requests }) })),
  fc.jsonValue({ maxDepth: 3 }).map((body) => ({ method: 'POST', path: '/v1/forms', body: json(body) })),
  fc.jsonValue({ maxDepth: 3 }).map((settings) => ({
    method: 'POST',
    path: '/v1/forms/{form}:setPublishSettings',
    body: json({ publishSettings: settings }),
  })),
  fc
    .jsonValue({ maxDepth: 3 })
    .map((watch) => ({ method: 'POST', path: '/v1/forms/{form}/watches', body: json({ watch }) })),
  fc
    .record(
      {
        filter: word('timestamp > 2026-01-01T00:00:00Z', 'timestamp >= x'),
        pageToken: fc.string({ maxLength: 5 }),
        pageSize: fc.constantFrom('-1', '2', 'x', '1e9'),
      },
      { requiredKeys: [] },
    )
    .map((q) => ({ method: 'GET', path: `/v1/forms/{form}/responses${query(q)}` })),
];

const search = fc.oneof(
  texts,
  fc
    .array(
      fc.constantFrom(
        'name',
        'contains',
        '=',
        "'a'",
        'and',
        'not',
        '(',
        ')',
        'trashed',
        'true',
        'in',
        'parents',
        'properties',
        'has',
        '{',
        '}',
        'modifiedTime',
        '>',
        "'2026-13-45'",
      ),
      { maxLength: 8 },
    )
    .map((words) => words.join(' ')),
);
const drive: fc.Arbitrary<Call>[] = [
  fc
    .record(
      {
        q: search,
        orderBy: word('name', 'modifiedTime desc'),
        pageSize: fc.constantFrom('0', '-5', 'x', '2'),
        pageToken: fc.string({ maxLength: 4 }),
        fields: word('files(id,name)', '*'),
      },
      { requiredKeys: [] },
    )
    .map((q) => ({ method: 'GET', path: `/drive/v3/files${query(q)}` })),
  fc
    .tuple(
      fc.constantFrom('/drive/v3/files', '/drive/v3/files/{file}/copy', '/drive/v3/files/{file}/permissions'),
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.record(
          {
            name: texts,
            mimeType: fc.constantFrom(
              'application/vnd.google-apps.spreadsheet',
              'application/vnd.google-apps.form',
              'text/plain',
              'x',
            ),
            type: fc.constantFrom('user', 'anyone', 'domain'),
            role: fc.constantFrom('reader', 'x'),
            properties: fc.jsonValue({ maxDepth: 1 }),
            parents: fc.jsonValue({ maxDepth: 1 }),
            emailAddress: fc.jsonValue({ maxDepth: 1 }),
          },
          { requiredKeys: [] },
        ),
      ),
    )
    .map(([path, body]) => ({ method: 'POST', path, body: json(body) })),
  fc.tuple(fc.jsonValue({ maxDepth: 2 }), word('a', ',')).map(([body, addParents]) => ({
    method: 'PATCH',
    path: `/drive/v3/files/{file}${query({ addParents })}`,
    body: json(body),
  })),
  fc
    .tuple(
      fc.constantFrom('multipart/related; boundary=b', 'text/csv', 'application/json'),
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          '--b\r\n\r\n{}\r\n--b\r\nContent-Type: text/csv\r\n\r\na,b\n"1\r\n--b--',
          '--b',
          '--b--',
          'a,"b\nc',
        ),
      ),
    )
    .map(([type, body]) => ({ method: 'PATCH', path: '/upload/drive/v3/files/{file}', type, body })),
  fc
    .constantFrom('text/csv', 'x', '')
    .map((mimeType) => ({ method: 'GET', path: `/drive/v3/files/{file}/export${query({ mimeType })}` })),
];

/** Anything at all on any path: broken JSON, broken escapes, verbs that do not exist. */
const wild = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
    base: fc.constantFrom(
      '/v4/spreadsheets',
      sheets,
      `${sheets}/values`,
      `${sheets}/sheets/0`,
      '/v1/forms',
      '/v1/forms/{form}',
      '/drive/v3/files',
      '/drive/v3/files/{file}',
      '/drive/v3/about',
      '/upload/drive/v2/files/{file}',
      '/upload/drive/v3/files',
    ),
    rest: fc.oneof(
      fc.constantFrom(
        '',
        ':batchUpdate',
        '/values:batchUpdate',
        '/%',
        '/%zz',
        '//',
        ':x',
        '/permissions/1',
        '/watches/1:renew',
        '/responses/1',
        '/developerMetadata/x',
      ),
      fc.string({ maxLength: 6 }).map(part),
    ),
    body: fc.oneof(
      fc.constantFrom(
        '',
        '{',
        '[]',
        'null',
        '5',
        '"x"',
        '{"requests":5}',
        '{"a":'.repeat(5000),
        '[1'.repeat(3000),
        '\ufeff{}',
        '{"__proto__":{"x":1}}',
        '{"constructor":1}',
      ),
      fc.json({ maxDepth: 3 }),
    ),
  })
  .map(({ method, base, rest, body }): Call => ({ method, path: base + rest, ...(method === 'GET' ? {} : { body }) }));

/** Bodies of nothing but their declared names, with any values. */
const named = fc.constantFrom(...Object.entries(BODY_SHAPES)).chain(([key, shape]) =>
  fc
    .record(Object.fromEntries(Object.keys(shape).map((name) => [name, fc.jsonValue({ maxDepth: 3 })])), {
      requiredKeys: [],
    })
    .map((body): Call => {
      const [method = 'POST', rest = ''] = key.split(' ');
      return {
        method,
        path: `${sheets}${rest.startsWith(':') || rest === '' ? '' : '/'}${rest.replace('*', 'A1')}?valueInputOption=RAW`,
        body: json(body),
      };
    }),
);

export const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 12, arbitrary: batch },
  { weight: 10, arbitrary: fc.oneof(...valueCalls) },
  { weight: 2, arbitrary: create },
  { weight: 2, arbitrary: named },
  { weight: 3, arbitrary: fc.oneof(...forms) },
  { weight: 3, arbitrary: fc.oneof(...drive) },
  { weight: 3, arbitrary: wild },
);
