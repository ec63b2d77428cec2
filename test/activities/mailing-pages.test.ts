/** What the pages of mailings write into a request's row, over the real record and the stand-in of Drive. */

import { crc32, deflateSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createMailingPages, type MailingPagesPort } from '../../activities/index.ts';
import type { AnyChange } from '../../activities/ports.ts';
import { contentPrint, readUpload, withFields, writeVersion } from '../../domain/mailing/request/index.ts';
import { counted } from '../../domain/program/index.ts';
import { createFiles, type GoogleRecord } from '../../sheets/index.ts';
import * as templates from '../../templates/index.ts';
import { withTrash } from '../../worker/uploads.ts';
import { type Office, openOffice } from '../sheets/stand-in.ts';
import { pngOf } from '../support/png.ts';

const s = suite('pages of mailings');
const ID = 'ML-0000-0001';
let office: Office;
let record: GoogleRecord;
let pages: MailingPagesPort;
s.before(async () => {
  office = await openOffice();
  record = office.record();
  pages = pagesOver(record);
  await insert(ID, { subject: 'A talk', text: 'Come.\n\nAll of you.', wished: '2026-10-01', unit: 'SEDS' });
});
s.after(() => office.close());

function pagesOver(record: Parameters<typeof createMailingPages>[0]['record']): MailingPagesPort {
  const { drive } = office.clients;
  const beside = office.ids.spreadsheets.mailings;
  return createMailingPages({
    record,
    letters: templates,
    files: withTrash(createFiles({ drive, rootUrl: office.url, beside, now: Date.now }), drive, (line) =>
      logged.push(line),
    ),
    now: async () => '2026-09-01T04:00:00Z',
    realNow: Date.now,
  });
}
const logged: string[] = [];
/** Names of the pictures of the request in Drive, in the trash or not. */
const pictures = async (trashed: boolean): Promise<string[]> => {
  const q = `name contains '${ID} p' and trashed = ${trashed}`;
  const { data } = await office.clients.drive.files.list({ q, orderBy: 'createdTime' });
  return data.files?.map(({ id }) => id ?? '') ?? [];
};

const insert = (id: string, create: object, cells: object = {}) =>
  record.commit(() => ({ result: 0, changes: [{ tab: 'mailings', id, create, cells } as AnyChange] }));
const set = (cells: object) =>
  record.commit(() => ({ result: 0, changes: [{ tab: 'mailings', id: ID, cells } as AnyChange] }));
const look = async () => {
  const seen = await pages.look(ID);
  if (!seen) throw new Error('no such request');
  return seen;
};

s('what is typed counts at once, also emptied; what the row says itself leaves New answers', async () => {
  const { typed } = await look();
  const saved = await pages.save(ID, { subject: 'Another', wished: '', text: 'One.\r\n\r\nTwo: ⏎' }, typed);
  assert.equal(saved, { status: 'saved', problems: [] });
  const now = await look();
  assert.equal([now.cells.subject, now.cells.wished, now.cells.unit], ['Another', '', 'SEDS']);
  assert.is(now.cells.text.split('\n')[0], 'One.');
  assert.equal((await pages.save(ID, { subject: 'A talk', wished: '01.10.2026' }, now.typed)).status, 'saved');
  assert.match((await look()).row.cells.newAnswers, /^Text: One\./);
});

s('a second tab does not overwrite the first, but may say the same', async () => {
  const { typed } = await look();
  assert.is((await pages.save(ID, { subject: 'First tab' }, typed)).status, 'saved');
  assert.is((await pages.save(ID, { subject: 'Second tab' }, typed)).status, 'stale');
  assert.is((await pages.save(ID, { subject: 'First tab' }, typed)).status, 'saved');
  assert.is((await look()).cells.subject, 'First tab');
});

s('what cannot be read is named and nothing is kept; trying out writes nothing', async () => {
  const before = await look();
  const fields = { subject: 'x'.repeat(501), wished: 'soon', direction: 'Gossip', hashtag: '#ok' };
  const refused = await pages.save(ID, fields, before.typed);
  assert.is(refused.status, 'unreadable');
  assert.equal(
    refused.problems.map(({ field, why }) => `${field}: ${why}`),
    ['subject: too long', 'direction: no choice', 'wished: no date'],
  );
  const tried = await pages.tryOut(ID, { ...fields, hashtag: '#tried' });
  assert.equal([tried?.cells.hashtag, tried?.problems.length], ['#tried', 3]);
  assert.equal((await look()).cells, before.cells);
});

s('once handed in nothing of the initiator is written; an unknown request is none', async () => {
  await set({ stage: 'In moderation' });
  const { typed } = await look();
  assert.is((await pages.save(ID, { subject: 'Late' }, typed)).status, 'closed');
  assert.is((await pages.remove(ID, 'picture')).status, 'closed');
  const png = pngOf(4, 4);
  assert.is(await pages.attach(ID, 'picture', { name: 'a.png', type: '', bytes: png }), 'mailing-handed-in-already');
  await set({ stage: 'Draft' });
  assert.is((await pages.save('ML-0000-0009', {}, '')).status, 'gone');
  assert.is(await pages.look('ML-0000-0009'), undefined);
});

s('a picture is what its bytes are, whatever it is called; a shared link is never made', async () => {
  const bytes = pngOf(800, 600);
  const name = 'C:\\..\\..\\etc\\pass\u202Ewd.svg';
  assert.is(await pages.attach(ID, 'picture', { name, type: 'image/svg+xml', bytes }), 'upload-kept');
  const upload = readUpload((await look()).cells.picture);
  assert.equal([upload?.type, upload?.width, upload?.height, upload?.name], ['image/png', 800, 600, 'passwd.svg']);
  assert.ok(Buffer.from((await pages.file(ID, 'picture'))?.bytes ?? []).equals(bytes));
  const { data } = await office.clients.drive.files.get({ fileId: upload?.file ?? '', fields: 'permissions,parents' });
  assert.equal(
    data.permissions?.filter(({ type }) => type === 'anyone'),
    [],
  );
  for (const [file, code] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'), 'upload-no-picture'],
    [Buffer.from('GIF'), 'upload-no-picture'],
    [Buffer.alloc(0), 'upload-empty'],
    [Buffer.alloc(5 * 1024 * 1024 + 1), 'upload-large'],
  ] as const)
    assert.is(await pages.attach(ID, 'picture', { name: 'a.png', type: 'image/png', bytes: file }), code);
  assert.is(readUpload((await look()).cells.picture)?.hash, upload?.hash, 'a refused file leaves the one before');
  await pages.remove(ID, 'picture');
  assert.is(await pages.file(ID, 'picture'), undefined);
});

s('a picture that is removed or replaced goes to the trash, unless it was handed in', async () => {
  const attach = async (over = pages) =>
    over.attach(ID, 'picture', { name: 'a.png', type: 'image/png', bytes: pngOf(8, 6) });
  const current = async () => readUpload((await look()).cells.picture)?.file ?? '';
  const [gone, kept] = [await pictures(true), await pictures(false)];
  assert.equal([gone.length, kept.length], [1, 0], 'the one of the test before');
  assert.is(await attach(), 'upload-kept');
  const first = await current();
  assert.is(await attach(), 'upload-kept');
  const second = await current();
  assert.equal([await pictures(true), await pictures(false)], [[...gone, first], [second]]);
  await set({ stage: 'Returned', handedIn: writeVersion((await look()).cells) });
  assert.is((await pages.remove(ID, 'picture')).status, 'saved');
  assert.is(await pages.file(ID, 'picture'), undefined);
  assert.equal(await pictures(false), [second]);
  // Handed in between the look and the write: the new file is nobody's.
  await set({ stage: 'In moderation' });
  const late = { ask: async () => 'Draft', read: record.read.bind(record), commit: record.commit.bind(record) };
  assert.is(await attach(pagesOver(late as never)), 'mailing-handed-in-already');
  assert.equal([(await pictures(true)).length, await pictures(false)], [3, [second]]);
  await set({ stage: 'Draft', handedIn: '' });
  // A file that staff deleted for good is no reason to keep its cell.
  assert.is(await attach(), 'upload-kept');
  await office.clients.drive.files.delete({ fileId: await current() });
  assert.is((await pages.remove(ID, 'picture')).status, 'saved');
  assert.match(logged.join(), /^an upload that nothing names any more stays in Drive: \S+$/);
});

s('a table comes as offices save it and becomes Markdown', async () => {
  const table = async (bytes: Uint8Array) => {
    const code = await pages.attach(ID, 'table', { name: 't', type: '', bytes });
    return code === 'upload-kept' ? (await look()).cells.table : code;
  };
  assert.is(
    await table(Buffer.from('Day;Hall\r\n"1; 2";"a|b"\r\n\r\nx')),
    '| Day | Hall |\n| --- | --- |\n| 1; 2 | a\\|b |\n| x |  |',
  );
  assert.is(
    await table(Buffer.from('\uFEFFҚала\tЖыл\nАстана\t2026', 'utf16le')),
    '| Қала | Жыл |\n| --- | --- |\n| Астана | 2026 |',
  );
  assert.is(await table(Buffer.from([0xc4, 0xe5, 0xed, 0xfc, 0x2c, 0x31])), '| День | 1 |\n| --- | --- |');
  assert.is(await table(Buffer.from('PK\u0003\u0004 a workbook', 'latin1')), 'upload-workbook');
  assert.is(await table(Buffer.from('just words')), 'upload-no-table');
  assert.is(await table(deflateSync(String(crc32('noise')))), 'upload-no-table');
  assert.is(await table(Buffer.from('a,b\n'.repeat(2000))), 'upload-table-long');
});

s('a fix of the moderator waits beside the request, and is taken as it was shown or not at all', async () => {
  const shown = await look();
  const fix = await pages.proposeFix(ID, { subject: 'Put right', hashtag: '#NUSEDS' }, shown.typed);
  assert.is(fix.status, 'saved');
  assert.is((await look()).content, shown.content, 'nothing counts before the initiator agrees');
  await set({ stage: 'Returned', memory: JSON.stringify({ version: 1, spans: [], fix: fix.content }) });
  assert.equal((await look()).fix?.fields, { subject: 'Put right', hashtag: '#NUSEDS' });
  await pages.save(ID, { signature: 'Changed meanwhile' }, (await look()).typed);
  assert.is((await look()).fix, undefined, 'the request moved on');
  assert.is((await pages.takeFix(ID, fix.content)).status, 'stale');
  await pages.save(ID, { signature: '' }, (await look()).typed);
  assert.is((await pages.takeFix(ID, fix.content)).status, 'saved');
  assert.is((await pages.takeFix(ID, fix.content)).status, 'saved', 'pressed twice');
  const taken = await look();
  assert.equal([taken.content, taken.cells.subject], [fix.content, 'Put right']);
  assert.is(contentPrint(withFields(counted(taken.row), {}).cells), fix.content);
  assert.is((await pages.proposeFix(ID, { subject: 'Late' }, shown.typed)).status, 'stale');
});

s('comments stand newest first, the same one once; links of posts are links', async () => {
  await pages.comment(ID, 'Aigerim', 'Please add the hall.');
  await pages.comment(ID, 'Aigerim', 'Please add the hall.');
  assert.is(await pages.comment(ID, 'Center', 'And the hour.\n\nThank you.'), 'saved');
  const { comment } = (await look()).row.cells;
  assert.equal(comment.match(/, (Center|Aigerim):/g), [', Center:', ', Aigerim:']);
  assert.is(await pages.comment(ID, 'Center', 'x'.repeat(4000)), 'too long');
  assert.is(await pages.posted(ID, 'javascript:alert(1)'), 'no link');
  assert.is(await pages.posted(ID, 'https://instagram.com/p/1'), 'saved');
});

s('open requests are listed by what runs out first', async () => {
  const spans = [{ from: '2026-09-01T04:00:00Z' }];
  await insert('ML-0000-0002', {}, { stage: 'In moderation', memory: JSON.stringify({ version: 1, spans }) });
  await insert('ML-0000-0003', {}, { stage: 'Withdrawn' });
  const listed = await pages.list();
  assert.equal(
    listed.map(({ id }) => id),
    ['ML-0000-0002', ID],
  );
  assert.is(listed[0]?.due, '2026-09-02T04:00:00Z');
});

s.run();
