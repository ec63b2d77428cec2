import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Edit, Trouble } from '../../activities/ports.ts';
import type { GoogleRecord } from '../../sheets/index.ts';
import { type Desk, type Office, openOffice } from './stand-in.ts';

/** What staff put into cells, and what they do to rows, columns and tabs as a whole; docs/staff.md lists the outcomes. */
const s = suite('acts of staff in cells');
let office: Office;
let record: GoogleRecord;
let desk: Desk;
let ids: readonly [a: string, b: string, c: string];
let count = 0;

s.before(async () => {
  office = await openOffice();
  record = office.record();
  desk = office.desk;
});
s.after(() => office.close());
s.before.each(async () => {
  count++;
  ids = ['A', 'B', 'C'].map((letter) => `MR-${letter.repeat(4)}-${String(count).padStart(4, '0')}`) as never;
  await record.commit(() => ({
    changes: ids.map((id, i) => ({
      tab: 'mentors' as const,
      id,
      cells: { stage: 'Applied' as const },
      create: { name: `Person ${i}`, email: `p${i}@x.kz`, capacity: 2, about: 'Hello' },
    })),
    result: undefined,
  }));
  assert.equal(await sync(), { edits: [], troubles: [] });
});

/** What sync does: takes edits and troubles and marks them told. */
async function sync(): Promise<{ edits: readonly Edit[]; troubles: readonly Trouble[] }> {
  const found = await record.edits('programme');
  await record.told(
    'programme',
    [...found.edits, ...found.troubles].flatMap(({ key }) => key ?? []),
  );
  return found;
}
const brief = (edits: readonly Edit[]) => edits.map(({ id, columns }) => ({ id, columns }));
const rowOf = async (id: string) => {
  const row = (await record.read()).row('mentors', id);
  assert.ok(row);
  return row;
};
const stage = (id: string) =>
  record.commit(() => ({ changes: [{ tab: 'mentors', id, cells: { stage: 'Training' } }], result: undefined }));
const area = (first: number, last: number, header: string, width = 1) => ({
  sheetId: desk.sheetId,
  startRowIndex: first,
  endRowIndex: last + 1,
  startColumnIndex: desk.column(header),
  endColumnIndex: desk.column(header) + width,
});

s('clearing a cell is an edit: the cell counts as empty', async () => {
  const [a] = ids;
  desk.type(a, 'Mentees at most', '');
  assert.equal(brief((await sync()).edits), [{ id: a, columns: ['capacity'] }]);
  assert.is((await rowOf(a)).cells.capacity, undefined);
});

s(
  'a word that is none of the choices cannot be typed; pasted it is an edit that names the cell and decides nothing',
  async () => {
    const [a] = ids;
    assert.throws(() => desk.type(a, 'Decision', 'Perhaps'));
    desk.people.paste(desk.file, desk.sheetId, desk.row(a), desk.column('Decision'), [['Perhaps']]);
    assert.equal(brief((await sync()).edits), [{ id: a, columns: ['decision'] }]);
    const row = await rowOf(a);
    assert.is(row.cells.decision, '');
    assert.equal(
      row.problems.map(({ column }) => column),
      ['Decision'],
    );
  },
);

s('a date in another usual spelling is the same date; one that is none is named', async () => {
  const session = `TR-AAAA-${String(count).padStart(4, '0')}`;
  await record.commit(() => ({
    changes: [{ tab: 'training', id: session, cells: {}, create: { topic: 'Start', date: '2026-09-10' } }],
    result: undefined,
  }));
  await sync();
  const training = desk.at('training');
  const type = (text: string) =>
    training.people.paste(training.file, training.sheetId, training.row(session), training.column('Date'), [[text]]);
  for (const spelling of ['10.09.2026', '2026-09-10']) {
    type(spelling);
    assert.equal((await sync()).edits, [], spelling);
  }
  type('some time in autumn');
  assert.equal(brief((await sync()).edits), [{ id: session, columns: ['date'] }]);
  const row = (await record.read()).row('training', session);
  assert.equal([row?.cells.date, row?.problems[0]?.column], ['', 'Date']);
  assert.match(row?.problems[0]?.problem ?? '', /write it as 2026-09-01/);
});

s('a number typed as text counts as the number; words are named', async () => {
  const [a] = ids;
  const type = (text: string) =>
    desk.people.paste(desk.file, desk.sheetId, desk.row(a), desk.column('Mentees at most'), [[text]]);
  type("'2");
  assert.equal((await sync()).edits, []);
  type("'3");
  assert.equal(brief((await sync()).edits), [{ id: a, columns: ['capacity'] }]);
  assert.is((await rowOf(a)).cells.capacity, 3);
  type('a few');
  await sync();
  assert.is((await rowOf(a)).problems[0]?.problem, 'is not a number');
});

s('of a formula the program sees the result, and never writes one', async () => {
  const [a] = ids;
  desk.type(a, 'Staff note', '=1+2');
  assert.equal(brief((await sync()).edits), [{ id: a, columns: ['staffNote'] }]);
  assert.is(String((await rowOf(a)).cells.staffNote), '3');
  await record.commit(() => ({
    changes: [{ tab: 'mentors', id: a, cells: { nextStep: '=IMPORTXML("http://x.kz","//a")' } }],
    result: undefined,
  }));
  await record.settle();
  assert.is(desk.text(a, 'Next step'), '=IMPORTXML("http://x.kz","//a")');
});

s('merging cells empties all but one: that is an edit of the rows whose cells are gone', async () => {
  const [a, b] = ids;
  for (const id of [a, b]) desk.type(id, 'Staff note', `note of ${id}`);
  await sync();
  const first = Math.min(desk.row(a), desk.row(b));
  desk.people.requests(desk.file, [
    { mergeCells: { range: area(first, first + 1, 'Staff note'), mergeType: 'MERGE_ALL' } },
  ]);
  assert.equal(brief((await sync()).edits), [{ id: desk.text(first + 1, 'ID'), columns: ['staffNote'] }]);
  await stage(b);
  assert.equal(await sync(), { edits: [], troubles: [] });
  desk.undo();
  assert.is((await sync()).edits.length, 1, 'undo brings the note back');
});

s(
  '50,000 characters are taken, more than a column allows are named, and more than a cell holds cannot be typed',
  async () => {
    const [a] = ids;
    desk.type(a, 'Staff note', 'ä'.repeat(50_000));
    assert.equal(brief((await sync()).edits), [{ id: a, columns: ['staffNote'] }]);
    desk.type(a, 'About', 'x'.repeat(50_000));
    assert.equal(brief((await sync()).edits), [{ id: a, columns: ['about'] }]);
    assert.match((await rowOf(a)).problems[0]?.problem ?? '', /more than 1200 characters/);
    assert.throws(() => desk.type(a, 'Staff note', 'x'.repeat(50_001)), /50000 characters/);
    await stage(a);
    await record.settle();
    assert.is(desk.text(a, 'Stage'), 'Training');
  },
);

s('hidden rows and columns are read and written like others', async () => {
  const [a] = ids;
  const row = desk.row(a);
  const hide = (dimension: string, startIndex: number) => ({
    updateDimensionProperties: {
      range: { sheetId: desk.sheetId, dimension, startIndex, endIndex: startIndex + 1 },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  });
  desk.people.requests(desk.file, [hide('ROWS', row), hide('COLUMNS', desk.column('Stage'))]);
  await stage(a);
  assert.equal(await sync(), { edits: [], troubles: [] });
  assert.is(desk.text(a, 'Stage'), 'Training');
});

s('many rows deleted at once are reported each, and one undo brings all back', async () => {
  const rows = ids.map((id) => desk.row(id)).sort((x, y) => x - y);
  assert.is((rows[2] ?? 0) - (rows[0] ?? 0), 2, 'they stand together');
  desk.people.deleteRows(desk.file, desk.sheetId, rows[0] ?? 0, 3);
  const { troubles } = await sync();
  assert.equal(troubles.map(({ kind, id }) => `${kind} ${id}`).sort(), ids.map((id) => `vanished ${id}`).sort());
  desk.undo();
  assert.equal(await sync(), { edits: [], troubles: [] });
  for (const id of ids) assert.is((await rowOf(id)).inSheet, true);
});

s('sorting whole rows of a part of the tab, or by the filter, changes nothing', async () => {
  const [a, b, c] = ids;
  const first = Math.min(...ids.map((id) => desk.row(id)));
  const range = { sheetId: desk.sheetId, startRowIndex: first, endRowIndex: first + 2 };
  desk.people.sort(desk.file, range, desk.column('Full name'), false);
  await stage(b);
  assert.equal(await sync(), { edits: [], troubles: [] });
  const filter = { range: { sheetId: desk.sheetId, startRowIndex: 0 } };
  desk.people.setFilter(desk.file, desk.sheetId, filter);
  desk.people.sort(desk.file, { sheetId: desk.sheetId, startRowIndex: 1 }, desk.column('Email'), false);
  desk.people.setFilter(desk.file, desk.sheetId, undefined);
  await stage(c);
  assert.equal(await sync(), { edits: [], troubles: [] });
  assert.equal(
    [a, b, c].map((id) => [desk.text(id, 'Full name'), desk.text(id, 'Stage')]),
    [
      ['Person 0', 'Applied'],
      ['Person 1', 'Training'],
      ['Person 2', 'Training'],
    ],
  );
});

s('tabs put in another order are the same tabs', async () => {
  const [a] = ids;
  desk.people.moveTab(desk.file, desk.sheetId, 0);
  desk.type(a, 'Staff note', 'moved');
  assert.equal(brief((await sync()).edits), [{ id: a, columns: ['staffNote'] }]);
  await stage(a);
  assert.equal(await sync(), { edits: [], troubles: [] });
  assert.is(desk.text(a, 'Stage'), 'Training');
});

s.run();
