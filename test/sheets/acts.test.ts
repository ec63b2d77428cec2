import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Edit, Trouble } from '../../activities/ports.ts';
import type { GoogleRecord } from '../../sheets/index.ts';
import { type Desk, type Office, openOffice } from './stand-in.ts';

/** Every act of staff in a tab has one outcome; docs/record.md lists them for staff. */
const s = suite<{ office: Office; record: GoogleRecord; desk: Desk }>('acts of staff');

const A = 'MR-AAAA-0001';
const B = 'MR-BBBB-0002';
const C = 'MR-CCCC-0003';

s.before.each(async (context) => {
  context.office = await openOffice();
  context.record = context.office.record();
  context.desk = context.office.desk;
  await context.record.commit(() => ({
    changes: [
      { tab: 'mentors', id: A, cells: { stage: 'Applied' }, create: { name: 'Aruzhan', email: 'a@x.kz', capacity: 1 } },
      { tab: 'mentors', id: B, cells: { stage: 'Training' }, create: { name: 'Bolat', email: 'b@x.kz', capacity: 2 } },
      { tab: 'mentors', id: C, cells: { stage: 'Eligible' }, create: { name: 'Camila', email: 'c@x.kz', capacity: 3 } },
    ],
    result: undefined,
  }));
  const first = await context.record.edits('programme');
  assert.equal(first, { edits: [], troubles: [] });
});
s.after.each(async ({ office }) => office.close());

const stage = (record: GoogleRecord, id: string, to: string) =>
  record.commit(() => ({ changes: [{ tab: 'mentors', id, cells: { stage: to } }], result: undefined }));
/** What sync does: takes the edits and marks them told. */
async function sync(record: GoogleRecord): Promise<{ edits: readonly Edit[]; troubles: readonly Trouble[] }> {
  const found = await record.edits('programme');
  await record.told(
    'programme',
    [...found.edits, ...found.troubles].flatMap(({ key }) => key ?? []),
  );
  return found;
}
const brief = (edits: readonly Edit[]) => edits.map(({ id, columns, isNew }) => ({ id, columns, isNew }));

s('typing into a cell is one edit, told until it is marked', async ({ record, desk }) => {
  desk.type(A, 'Decision', 'Pause');
  const first = await record.edits('programme');
  assert.equal(brief(first.edits), [{ id: A, columns: ['decision'], isNew: false }]);
  const again = await record.edits('programme');
  assert.equal(again.edits, first.edits, 'comes again with the same key');
  await record.told(
    'programme',
    first.edits.map((edit) => edit.key),
  );
  assert.equal((await record.edits('programme')).edits, []);
  const view = await record.read();
  assert.is(view.row('mentors', A)?.cells.decision, 'Pause');
});

s('choosing the same word again after it was cleared is an edit of its own', async ({ record, desk }) => {
  const keys: string[] = [];
  for (const word of ['Pause', '', 'Pause']) {
    desk.type(A, 'Decision', word);
    keys.push(...(await sync(record)).edits.map((edit) => edit.key));
  }
  assert.is(new Set(keys).size, 3, keys.join());
});

s('retyping the same date or number in another spelling is no edit', async ({ record, desk }) => {
  desk.type(B, 'Mentees at most', '2');
  desk.type(B, 'Full name', ' Bolat ');
  assert.equal((await sync(record)).edits, []);
});

s(
  'correcting a new row with a word that stands in another of its cells is an edit, no misprint',
  async ({ record, desk }) => {
    await record.commit(() => ({
      changes: [
        {
          tab: 'mentors',
          id: 'MR-DDDD-0004',
          cells: { stage: 'Incomplete' },
          create: { name: 'Dana', email: 'd@x.kz', consentProfile: 'Yes', consentContact: 'No' },
        },
      ],
      result: undefined,
    }));
    desk.type('MR-DDDD-0004', 'Consent: contacts given to the match', 'Yes');
    const found = await sync(record);
    assert.equal(found.troubles, []);
    assert.equal(brief(found.edits), [{ id: 'MR-DDDD-0004', columns: ['consentContact'], isNew: false }]);
  },
);

s('sorting changes nothing, and later writes find the moved rows', async ({ record, desk }) => {
  desk.people.sort(desk.file, desk.sheetId, desk.column('Full name'), false);
  await stage(record, A, 'Training');
  assert.equal(await sync(record), { edits: [], troubles: [] });
  assert.is(desk.text(A, 'Stage'), 'Training');
  assert.is(desk.text(A, 'Full name'), 'Aruzhan');
  assert.is(desk.text(C, 'Stage'), 'Eligible');
});

s('inserting and moving rows changes nothing', async ({ record, desk }) => {
  desk.people.insertRows(desk.file, desk.sheetId, 1, 2);
  desk.people.moveRow(desk.file, desk.sheetId, desk.row(C), 1);
  await stage(record, C, 'Choosing');
  await stage(record, B, 'Eligible');
  assert.equal(await sync(record), { edits: [], troubles: [] });
  assert.is(desk.text(C, 'Stage'), 'Choosing');
  assert.is(desk.text(B, 'Stage'), 'Eligible');
});

s('cutting a row and pasting it elsewhere is a move', async ({ record, desk }) => {
  desk.people.cutPasteRow(desk.file, desk.sheetId, desk.row(A), desk.free + 3);
  await stage(record, A, 'Training');
  assert.equal(await sync(record), { edits: [], troubles: [] });
  assert.is(desk.text(A, 'Stage'), 'Training');
});

s(
  'a deleted row is reported once; a change meanwhile says so; undo brings it back up to date',
  async ({ record, desk }) => {
    desk.people.deleteRows(desk.file, desk.sheetId, desk.row(B));
    const lost = await record.edits('programme');
    assert.equal(
      lost.troubles.map(({ kind, id }) => ({ kind, id })),
      [{ kind: 'vanished', id: B }],
    );
    assert.equal((await sync(record)).troubles, lost.troubles, 'until it was told');
    assert.equal((await sync(record)).troubles, [], 'only once');
    const { gone } = await stage(record, B, 'Withdrawn');
    assert.equal(gone, [B]);
    assert.is((await record.read()).row('mentors', B)?.inSheet, false);
    desk.undo();
    assert.equal(await sync(record), { edits: [], troubles: [] });
    assert.is(desk.text(B, 'Stage'), 'Withdrawn');
    desk.people.deleteRows(desk.file, desk.sheetId, desk.row(B));
    assert.is((await record.edits('programme')).troubles.length, 1, 'vanished a second time: reported again');
  },
);

s('undoing an edit is an edit back', async ({ record, desk }) => {
  desk.type(A, 'Staff note', 'called');
  assert.equal(brief((await sync(record)).edits), [{ id: A, columns: ['staffNote'], isNew: false }]);
  await stage(record, A, 'Training');
  desk.undo();
  assert.equal(brief((await sync(record)).edits), [{ id: A, columns: ['staffNote'], isNew: false }]);
  assert.is(desk.text(A, 'Stage'), 'Training');
});

s('columns may be moved, renamed and added', async ({ record, desk }) => {
  desk.people.moveColumn(desk.file, desk.sheetId, desk.column('Stage'), 1);
  desk.people.insertColumns(desk.file, desk.sheetId, 3);
  desk.type(0, 'Email', 'E-mail address');
  desk.people.type(desk.file, desk.sheetId, 0, 3, 'Colour');
  desk.type(A, 'Colour', 'green');
  await stage(record, A, 'Training');
  await record.commit(() => ({
    changes: [
      { tab: 'mentors', id: 'MR-DDDD-0004', cells: { stage: 'Applied' }, create: { name: 'Dana', email: 'd@x.kz' } },
    ],
    result: undefined,
  }));
  assert.equal(await sync(record), { edits: [], troubles: [] });
  assert.is(desk.text(A, 'Stage'), 'Training');
  assert.is(desk.text(A, 'Colour'), 'green');
  assert.is(desk.text('MR-DDDD-0004', 'E-mail address'), 'd@x.kz');
  assert.is(desk.text('MR-DDDD-0004', 'Stage'), 'Applied');
  assert.is((await record.read()).row('mentors', A)?.cells.email, 'a@x.kz');
});

s('a renamed tab stays the same tab', async ({ record, desk }) => {
  desk.people.renameTab(desk.file, desk.sheetId, 'Our mentors');
  desk.type(A, 'Decision', 'Pause');
  await stage(record, A, 'Paused');
  assert.equal(brief((await sync(record)).edits), [{ id: A, columns: ['decision'], isNew: false }]);
  assert.is(desk.text(A, 'Stage'), 'Paused');
});

s('filters hide rows from staff, not from the program', async ({ record, desk }) => {
  const range = { sheetId: desk.sheetId, startRowIndex: 0 };
  const criteria = { [desk.column('Full name')]: { hiddenValues: ['Aruzhan'] } };
  desk.people.setFilter(desk.file, desk.sheetId, { range, criteria });
  await stage(record, A, 'Training');
  assert.equal(await sync(record), { edits: [], troubles: [] });
  assert.is(desk.text(A, 'Stage'), 'Training');
});

s('a typed row gets an ID and its names, and is told as new', async ({ record, desk }) => {
  const row = desk.free + 2;
  desk.type(row, 'Full name', 'Erlan');
  desk.type(row, 'Email', 'e@x.kz');
  const { edits, troubles } = await sync(record);
  assert.equal(troubles, []);
  assert.is(edits.length, 1);
  const [edit] = edits as [Edit];
  assert.equal([edit.isNew, edit.columns], [true, ['name', 'email']]);
  assert.is(desk.text(row, 'ID'), edit.id);
  assert.match(desk.text(row, 'Run'), edit.id);
  assert.is((await record.read()).row('mentors', edit.id)?.cells.name, 'Erlan');
  await stage(record, edit.id, 'Applied');
  await record.settle();
  assert.is(desk.text(row, 'Stage'), 'Applied');
  assert.equal((await sync(record)).edits, []);
});

s('of a copied row the original keeps its ID; the copy gets its own and starts nothing', async ({ record, desk }) => {
  desk.people.copyRow(desk.file, desk.sheetId, desk.row(A), desk.free);
  const copy = desk.free - 1;
  const { edits, troubles } = await sync(record);
  assert.equal(edits, []);
  assert.equal(
    troubles.map(({ kind }) => kind),
    ['copied'],
  );
  const id = troubles[0]?.id as string;
  assert.is.not(id, A);
  assert.equal(desk.rowsOf(A).length, 1);
  assert.is(desk.text(copy, 'ID'), id);
  assert.is(desk.text(copy, 'Stage'), '', 'the copy has no stage of its own');
  assert.equal((await sync(record)).troubles, []);
  desk.type(id, 'Decision', 'Decline');
  assert.equal(brief((await sync(record)).edits), [{ id, columns: ['decision'], isNew: false }]);
});

s('when the copy is changed at once, the row as last seen keeps the ID', async ({ record, desk }) => {
  desk.people.copyRow(desk.file, desk.sheetId, desk.row(A), 1, true);
  desk.type(1, 'Full name', 'Aruzhan the younger');
  const { edits, troubles } = await sync(record);
  assert.equal(edits, []);
  assert.is(troubles[0]?.kind, 'copied');
  assert.is(desk.text(A, 'Full name'), 'Aruzhan');
  assert.is(desk.text(1, 'ID'), troubles[0]?.id);
});

s('when all copies were changed, nobody writes there until staff decide', async ({ record, desk }) => {
  desk.people.copyRow(desk.file, desk.sheetId, desk.row(A), 1, true);
  for (const row of desk.rowsOf(A)) desk.type(row, 'Full name', `changed ${row}`);
  const found = await record.edits('programme');
  assert.equal(found.edits, []);
  assert.ok(found.troubles.some(({ kind, id }) => kind === 'held' && id === A));
  desk.people.deleteRows(desk.file, desk.sheetId, 1);
  assert.equal(brief((await sync(record)).edits), [{ id: A, columns: ['name'], isNew: false }]);
});

s('program cells typed over are put back, and said so', async ({ record, desk }) => {
  desk.type(A, 'Stage', 'Matched');
  desk.type(A, 'Next step', 'lunch');
  const { edits } = await sync(record);
  assert.equal(
    edits.map(({ id, columns, restored }) => ({ id, columns, restored })),
    [{ id: A, columns: [], restored: ['Stage', 'Next step'] }],
  );
  assert.is(desk.text(A, 'Stage'), 'Applied');
  assert.is(desk.text(A, 'Next step'), '');
  assert.equal((await sync(record)).edits, []);
  assert.is((await record.read()).row('mentors', A)?.cells.stage, 'Applied');
});

s('an ID cleared or typed over is put right', async ({ record, desk }) => {
  const rowA = desk.row(A);
  const rowB = desk.row(B);
  desk.type(rowA, 'ID', '');
  desk.type(rowB, 'ID', 'whatever');
  assert.equal(await sync(record), { edits: [], troubles: [] });
  assert.is(desk.text(rowA, 'ID'), A);
  assert.is(desk.text(rowB, 'ID'), B);
});

s('an ID typed over by that of another row is put right', async ({ record, desk }) => {
  const row = desk.row(A);
  desk.type(row, 'ID', B);
  assert.equal(await sync(record), { edits: [], troubles: [] });
  assert.is(desk.text(row, 'ID'), A);
  assert.equal(desk.rowsOf(B).length, 1);
});

s('a cleared row is a vanished record; the blank row is free again', async ({ record, desk }) => {
  const row = desk.row(A);
  desk.people.clear(desk.file, { sheetId: desk.sheetId, startRowIndex: row, endRowIndex: row + 1 });
  const { edits, troubles } = await sync(record);
  assert.equal(edits, []);
  assert.equal(
    troubles.map(({ kind, id }) => ({ kind, id })),
    [{ kind: 'vanished', id: A }],
  );
});

s(
  'a pasted block over several columns is an edit of what is yours and put back where it is not',
  async ({ record, desk }) => {
    const column = desk.column('Decision');
    desk.people.paste(desk.file, desk.sheetId, desk.row(A), column, [['Pause', 'many', 'news']]);
    const { edits } = await sync(record);
    assert.equal(brief(edits), [{ id: A, columns: ['decision'], isNew: false }]);
    assert.equal(edits[0]?.restored, ['Places', 'New answers']);
    assert.is(desk.text(A, 'Places'), '');
  },
);

s('a deleted column of staff or persons stops work on that tab and is reported', async ({ record, desk }) => {
  desk.people.deleteColumns(desk.file, desk.sheetId, desk.column('Email'));
  const { troubles } = await record.edits('programme');
  assert.equal(
    troubles.map(({ kind, tab }) => ({ kind, tab })),
    [{ kind: 'missing column', tab: 'mentors' }],
  );
  const view = await record.read();
  assert.throws(
    () => view.rows('mentors'),
    (error: { code?: string }) => error.code === 'column-missing',
  );
  assert.ok(view.rows('settings').length > 0, 'other tabs go on');
  desk.undo();
  assert.equal((await record.edits('programme')).troubles, []);
  assert.is((await record.read()).row('mentors', A)?.cells.email, 'a@x.kz');
});

s('a deleted tab is reported; undo brings it back', async ({ record, desk }) => {
  desk.people.deleteTab(desk.file, desk.sheetId);
  const { troubles } = await record.edits('programme');
  assert.equal(
    troubles.map(({ kind, tab }) => ({ kind, tab })),
    [{ kind: 'missing tab', tab: 'mentors' }],
  );
  try {
    await stage(record, A, 'Training');
    assert.unreachable();
  } catch (error) {
    assert.is((error as { code?: string }).code, 'tab-missing');
  }
  desk.undo();
  await stage(record, A, 'Training');
  assert.equal((await record.edits('programme')).troubles, []);
  assert.is(desk.text(A, 'Stage'), 'Training');
});

s('a line above the header and a deleted blank row do no harm', async ({ record, desk }) => {
  desk.people.insertRows(desk.file, desk.sheetId, 0);
  desk.people.type(desk.file, desk.sheetId, 0, 1, 'Mentors of this year');
  await stage(record, A, 'Training');
  assert.equal((await sync(record)).troubles, []);
  assert.is((await record.read()).row('mentors', A)?.cells.name, 'Aruzhan');
  assert.equal((await record.read()).rows('mentors').length, 3);
});

s(
  'columns sorted apart: rows that still look like their record are put right, the others are held',
  async ({ record, desk }) => {
    const range = {
      sheetId: desk.sheetId,
      startRowIndex: 1,
      endRowIndex: 4,
      startColumnIndex: desk.column('Stage'),
      endColumnIndex: desk.column('Stage') + 1,
    };
    desk.people.sort(desk.file, range, desk.column('Stage'), false);
    await sync(record);
    assert.equal(
      [A, B, C].map((id) => desk.text(id, 'Stage')),
      ['Applied', 'Training', 'Eligible'],
    );
  },
);

s('no cell of staff or person was ever written by the program', async ({ record, desk }) => {
  desk.people.sort(desk.file, desk.sheetId, desk.column('Full name'), false);
  const before = ['Full name', 'Email', 'Mentees at most', 'Staff note'].map((header) => desk.all(header));
  for (const to of ['Training', 'Eligible', 'Choosing']) for (const id of [A, B, C]) await stage(record, id, to);
  await sync(record);
  assert.equal(
    ['Full name', 'Email', 'Mentees at most', 'Staff note'].map((header) => desk.all(header)),
    before,
  );
});

s('a plan that follows another in one batch finds a changed record in its own tab only', async ({ record }) => {
  const [, seen] = await Promise.all([
    stage(record, A, 'Training'),
    record.commit((view) => ({
      changes: [],
      result: [view.row('mentors', A), view.row('mentees', A)].map((row) => row?.cells.stage),
    })),
  ]);
  assert.equal(seen.result, ['Training', undefined]);
});

s.run();
