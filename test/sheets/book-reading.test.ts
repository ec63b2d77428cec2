import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { catchUp, encodeEntry, nextHead, readBook, writtenSince } from '../../sheets/book.ts';
import { createRecord, type GoogleRecord } from '../../sheets/index.ts';
import { BOOK, sheetIdOf } from '../../sheets/layout.ts';
import type { BookHead } from '../../sheets/types.ts';
import { type Office, openOffice } from './stand-in.ts';

/** What a worker reads of the book when others have written: the lines written since, and no others. */
const s = suite<{ office: Office }>('reading the book');

s.before.each(async (context) => {
  context.office = await openOffice();
});
s.after.each(async ({ office }) => office.close());

/** A worker, and the rows of the book that it asks for: `all`, or from and to. */
function watched(office: Office, book: number) {
  const asked: string[] = [];
  const { sheets, drive } = office.clients;
  const { values } = sheets.spreadsheets;
  const client = Object.create(sheets, {
    spreadsheets: {
      value: Object.create(sheets.spreadsheets, {
        values: {
          value: Object.create(values, {
            batchGetByDataFilter: {
              value: (params: sheets_v4.Params$Resource$Spreadsheets$Values$Batchgetbydatafilter) => {
                for (const { gridRange } of params.requestBody?.dataFilters ?? []) {
                  if (gridRange?.sheetId !== book) continue;
                  if (gridRange.endRowIndex === undefined) asked.push('all');
                  else if (gridRange.startRowIndex) asked.push(`${gridRange.startRowIndex}-${gridRange.endRowIndex}`);
                }
                return values.batchGetByDataFilter(params);
              },
            },
          }),
        },
      }),
    },
  });
  const record = createRecord({ sheets: client, drive, ids: office.ids, now: Date.now });
  return { record, asked };
}

const idOf = (i: number) => `MR-AAAA-${String(i).padStart(4, '0')}`;
const add = (record: GoogleRecord, from: number, to: number) =>
  record.commit(() => ({
    changes: Array.from({ length: to - from }, (_, i) => ({
      tab: 'mentors' as const,
      id: idOf(from + i),
      cells: { stage: 'Applied' },
      create: { name: `Mentor ${from + i}`, email: `m${from + i}@x.kz`, capacity: 2 },
    })),
    result: undefined,
  }));
const stages = (record: GoogleRecord) =>
  record.ask((view) => view.rows('mentors').map(({ id, cells }) => `${id} ${cells.stage}`));
const move = (record: GoogleRecord, i: number, stage: string) =>
  record.commit(() => ({ changes: [{ tab: 'mentors', id: idOf(i), cells: { stage } }], result: undefined }));

s('only lines that others wrote since are read', async ({ office }) => {
  const writer = office.record();
  await add(writer, 0, 30);
  const { record: reader, asked } = watched(office, sheetIdOf(BOOK));
  try {
    assert.is((await stages(reader)).length, 30);
    assert.equal(asked, ['all']);
    asked.length = 0;
    await move(writer, 3, 'Training');
    await move(writer, 4, 'Training');
    await move(writer, 9, 'Withdrawn');
    await add(writer, 30, 32);
    const now = await stages(reader);
    assert.equal(now, await stages(writer));
    assert.is(now.length, 32);
    assert.ok(!asked.includes('all'), `asked for ${asked.join(', ')}`);
    assert.is(asked.length, 3, 'two lines that follow one another, one, and the two new ones');
    asked.length = 0;
    await stages(reader);
    assert.equal(asked, [], 'nothing was written');
    // Its own commit on what it caught up with, and both agree.
    await move(reader, 31, 'Training');
    assert.equal(await stages(writer), await stages(reader));
  } finally {
    await reader.close();
  }
});

s('after very many lines all are read', async ({ office }) => {
  const writer = office.record();
  await add(writer, 0, 3);
  const { record: reader, asked } = watched(office, sheetIdOf(BOOK));
  try {
    await stages(reader);
    asked.length = 0;
    await add(writer, 3, 60);
    assert.is((await stages(reader)).length, 60);
    assert.equal(asked, ['all']);
  } finally {
    await reader.close();
  }
});

s('what was written since is told only of descendants, and as far as it is named', () => {
  let head: BookHead = { baton: 1, seq: 0, nonces: [] };
  const heads = [head];
  for (let i = 1; i <= 60; i++) {
    head = nextHead(head, i + 1, `n${i}`, [i, i % 3]);
    heads.push(head);
  }
  const at = (i: number) => heads[i] as BookHead;
  assert.equal(writtenSince(at(57), at(60)), [0, 1, 2, 58, 59, 60]);
  assert.equal(writtenSince(at(0), at(2)), [1, 2]);
  assert.is(writtenSince(at(0), at(60)), undefined, 'too long ago');
  assert.is(writtenSince(at(60), at(60)), undefined, 'nothing since');
  assert.is(writtenSince(at(60), at(57)), undefined, 'an earlier one');
  const other = nextHead(at(57), 99, 'elsewhere', [1]);
  assert.is(writtenSince(other, at(60)), undefined, 'a restored version went another way');
  const { wrote: _, ...before } = at(57);
  assert.equal(writtenSince(before, nextHead(before, 99, 'x', [7])), [7], 'a head that names none yet');
  assert.is(writtenSince(at(56), nextHead(before, 99, 'x', [7])), undefined);
  const many = nextHead(
    at(60),
    99,
    'many',
    Array.from({ length: 100 }, (_, i) => i),
  );
  assert.is(writtenSince(at(60), many), undefined, 'too many to name');
});

s('a line that was changed by hand, or is not there, is not believed', () => {
  const entry = { id: idOf(1), tab: 'mentors' as const, rev: 1, key: `${idOf(1)}.1`, cells: {}, seen: {} };
  const before: BookHead = { baton: 1, seq: 0, nonces: [] };
  const known = readBook(before, []);
  const head = nextHead(before, 2, 'n', [1]);
  const line = encodeEntry(entry);
  const now = catchUp(known, head, new Map([[1, line]]));
  assert.equal(now?.byTab.get('mentors')?.get(idOf(1)), entry);
  assert.is(now?.end, 2);
  assert.is(now?.head, head);
  assert.is(catchUp(known, head, new Map([[1, [line[0] ?? '', line[1] ?? '', '{"r":9}']]])), undefined);
  assert.is(catchUp(known, head, new Map()), undefined);
});

s.run();
