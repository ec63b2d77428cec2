import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { GoogleRecord } from '../../sheets/index.ts';
import { type Desk, type Office, openOffice } from './stand-in.ts';

/** Daily copies of a workbook, and deleted rows that come back from them. */
const s = suite<{ office: Office; record: GoogleRecord; desk: Desk }>('copies');

const A = 'MR-AAAA-0001';
const B = 'MR-BBBB-0002';

s.before.each(async (context) => {
  context.office = await openOffice();
  context.record = context.office.record();
  context.desk = context.office.desk;
  await context.record.commit(() => ({
    changes: [
      {
        tab: 'mentors',
        id: A,
        cells: { stage: 'Applied' },
        create: { name: 'Aruzhan', email: 'a@x.kz', capacity: 2, topics: ['Job search', 'Networking'] },
      },
      { tab: 'mentors', id: B, cells: { stage: 'Training' }, create: { name: 'Bolat', email: 'b@x.kz', capacity: 2 } },
    ],
    result: undefined,
  }));
  await context.record.edits('programme');
});
s.after.each(async ({ office }) => office.close());

const tomorrow = (days = 1): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const programme = ({ ids }: Office): string => ids.spreadsheets.programme;

async function copies(office: Office) {
  const { data } = await office.clients.drive.files.list({
    q: `appProperties has { key='mentorshipCopyOf' and value='${programme(office)}' } and trashed = false`,
    fields: 'files(id,name,appProperties)',
    orderBy: 'name',
  });
  return data.files ?? [];
}

s('a copy a day, none on the first, old ones go and nothing else does', async ({ office, record }) => {
  const files = office.google.spreadsheets().length;
  await record.keepCopy('programme', tomorrow(0), 3);
  assert.equal(await copies(office), []);
  for (const day of [1, 1, 2, 3, 4, 5]) await record.keepCopy('programme', tomorrow(day), 3);
  assert.equal(
    (await copies(office)).map(({ name }) => name),
    [2, 3, 4, 5].map((day) => `Mentorship programme, copy of ${tomorrow(day)}`),
  );
  assert.is(office.google.spreadsheets().length, files + 4);
  const another = office.record();
  await another.keepCopy('programme', tomorrow(5), 3);
  assert.is((await copies(office)).length, 4, 'another worker finds the copy of the day');
});

s('a copy goes to the readers of the original, to read only', async ({ office, record }) => {
  const { drive } = office.clients;
  for (const [emailAddress, role] of [
    ['coordinator@example.com', 'writer'],
    ['director@example.com', 'reader'],
  ] as const)
    await drive.permissions.create({
      fileId: programme(office),
      sendNotificationEmail: false,
      requestBody: { type: 'user', role, emailAddress },
    });
  await record.keepCopy('programme', tomorrow(), 3);
  const [copy] = await copies(office);
  const { data } = await drive.permissions.list({
    fileId: copy?.id ?? '',
    fields: 'permissions(type,role,emailAddress)',
  });
  assert.equal(
    (data.permissions ?? [])
      .filter(({ role }) => role !== 'owner')
      .map(({ role, emailAddress }) => [emailAddress, role]),
    [
      ['coordinator@example.com', 'reader'],
      ['director@example.com', 'reader'],
    ],
  );
  assert.is(copy?.appProperties?.mentorshipCopyReady, 'yes');
});

s('a copy whose maker died before sharing it is completed, not made twice', async ({ office, record }) => {
  const impatient = office.record({ patience: 1 });
  office.google.failNext('503-before', /permissions/);
  const failed = await impatient.keepCopy('programme', tomorrow(), 3).catch((error: { code?: string }) => error.code);
  assert.is(failed, 'record-unavailable');
  const [half] = await copies(office);
  assert.is(half?.appProperties?.mentorshipCopyReady, undefined);
  await record.keepCopy('programme', tomorrow(), 3);
  const whole = await copies(office);
  assert.equal(
    whole.map(({ id, appProperties }) => [id, appProperties?.mentorshipCopyReady]),
    [[half?.id, 'yes']],
  );
});

s('a deleted row comes back with every cell as last seen, and its process goes on', async ({ record, desk }) => {
  await record.keepCopy('programme', tomorrow(), 3);
  desk.people.deleteRows(desk.file, desk.sheetId, desk.row(A));
  const { troubles } = await record.edits('programme');
  assert.is(troubles[0]?.kind, 'vanished');
  await record.commit(() => ({
    changes: [{ tab: 'mentors', id: A, cells: { stage: 'Eligible' } }],
    result: undefined,
  }));
  assert.equal(await record.bringBack('mentors', A), { status: 'back', lost: [] });
  await record.settle();
  const texts = ['Full name', 'Email', 'Mentees at most', 'Topics', 'Stage', 'ID'].map((header) =>
    desk.text(A, header),
  );
  assert.equal(texts, ['Aruzhan', 'a@x.kz', '2', 'Job search, Networking', 'Eligible', A]);
  assert.equal(await record.edits('programme'), { edits: [], troubles: [] });
  assert.equal(await record.bringBack('mentors', A), { status: 'there' });
});

s('what was changed after the copy is left empty, named, and told as an edit', async ({ record, desk }) => {
  await record.keepCopy('programme', tomorrow(), 3);
  desk.type(A, 'Email', 'new@x.kz');
  const { edits } = await record.edits('programme');
  await record.told(
    'programme',
    edits.map(({ key }) => key),
  );
  desk.people.deleteRows(desk.file, desk.sheetId, desk.row(A));
  await record.edits('programme');
  assert.equal(await record.bringBack('mentors', A), { status: 'back', lost: ['Email'] });
  assert.equal([desk.text(A, 'Full name'), desk.text(A, 'Email')], ['Aruzhan', '']);
  const found = await record.edits('programme');
  assert.equal(
    found.edits.map(({ id, columns }) => ({ id, columns })),
    [{ id: A, columns: ['email'] }],
  );
});

s('staff who undo the deletion afterwards get a copied row, not two of one ID', async ({ record, desk }) => {
  await record.keepCopy('programme', tomorrow(), 3);
  desk.people.deleteRows(desk.file, desk.sheetId, desk.row(A));
  await record.edits('programme');
  await record.bringBack('mentors', A);
  await record.edits('programme');
  desk.undo();
  const { troubles } = await record.edits('programme');
  assert.equal(
    troubles.map(({ kind }) => kind),
    ['copied'],
  );
  assert.is(desk.rowsOf(A).length, 1);
});

s('a copy that somebody deleted is passed over for an older one', async ({ office, record, desk }) => {
  await record.keepCopy('programme', tomorrow(1), 3);
  await record.keepCopy('programme', tomorrow(2), 3);
  const newest = (await copies(office)).at(-1);
  desk.people.deleteRows(desk.file, desk.sheetId, desk.row(A));
  await record.edits('programme');
  await office.clients.drive.files.delete({ fileId: newest?.id ?? '' });
  assert.equal(await record.bringBack('mentors', A), { status: 'back', lost: [] });
});

s('without a copy that has the row nothing is inserted', async ({ record, desk }) => {
  desk.people.deleteRows(desk.file, desk.sheetId, desk.row(A));
  await record.edits('programme');
  assert.equal(await record.bringBack('mentors', A), { status: 'no copy' });
  assert.equal(await record.bringBack('mentors', 'MR-NNNN-0009'), { status: 'unknown' });
  assert.equal(desk.rowsOf(A), []);
});

s.run();
