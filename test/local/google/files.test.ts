/** Files that are no documents: kept on disk byte by byte, and given back to whoever may read them. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { clients, failure, type Stand, stand } from './help.ts';

const s = suite('google: files with bytes');
const folder = mkdtempSync(join(tmpdir(), 'files-'));
let g: Stand;
s.before(async () => {
  g = await stand({ dataDir: folder });
});
s.after(async () => {
  await g.close();
  rmSync(folder, { recursive: true, force: true });
});

const upload = async (who: Pick<Stand, 'drive'>, bytes: Buffer, name = 'a picture.png') =>
  (
    await who.drive.files.create(
      {
        fields: 'id,name,mimeType,size',
        requestBody: { name, mimeType: 'image/png' },
        media: { mimeType: 'image/png', body: Readable.from([bytes]) },
      },
      { rootUrl: g.url },
    )
  ).data;
const download = async (who: Pick<Stand, 'drive'>, fileId: string) => {
  const { data } = await who.drive.files.get({ fileId, alt: 'media' }, { responseType: 'arraybuffer' });
  return Buffer.from(data as unknown as ArrayBuffer);
};

s('bytes come back as they were, also from a copy and after a restart', async () => {
  // Line ends and the sign before a boundary are bytes like any others.
  const bytes = Buffer.concat([Buffer.from('\r\n--\r\n\0'), randomBytes(200_000), Buffer.from('\r\n\r\n--')]);
  const file = await upload(g, bytes);
  assert.equal([file.name, file.mimeType, file.size], ['a picture.png', 'image/png', String(bytes.length)]);
  const copy = (await g.drive.files.copy({ fileId: file.id ?? '', requestBody: {} })).data;
  await g.close();
  g = await stand({ dataDir: folder });
  assert.ok(bytes.equals(await download(g, file.id ?? '')));
  assert.ok(bytes.equals(await download(g, copy.id ?? '')));
});

s('new bytes take the place of the old ones; a deleted file gives nothing', async () => {
  const file = await upload(g, Buffer.from('one'));
  const fileId = file.id ?? '';
  const media = { mimeType: 'image/png', body: Readable.from([Buffer.from('another')]) };
  const { data } = await g.drive.files.update({ fileId, media, fields: 'size,version' }, { rootUrl: g.url });
  assert.equal([data.size, Number(data.version) > 1], ['7', true]);
  assert.is(String(await download(g, fileId)), 'another');
  await g.drive.files.delete({ fileId });
  assert.is((await failure(download(g, fileId))).code, 404);
});

s('somebody else neither sees nor reads them; a spreadsheet has no bytes to give', async () => {
  const ann = clients(g.url, 'ann');
  const bob = clients(g.url, 'bob');
  const fileId = (await upload(ann, Buffer.from('private'))).id ?? '';
  assert.is((await failure(download(bob, fileId))).code, 404);
  await ann.drive.permissions.create({
    fileId,
    requestBody: { type: 'user', role: 'reader', emailAddress: 'bob@example.com' },
  });
  assert.is(String(await download(bob, fileId)), 'private');
  const book = (await ann.sheets.spreadsheets.create({ requestBody: {} })).data.spreadsheetId ?? '';
  assert.is((await failure(download(ann, book))).code, 403);
});

s('what lies in the trash is still there for its owner, and listed for nobody else', async () => {
  const [ann, bob] = [clients(g.url, 'ann'), clients(g.url, 'bob')];
  const fileId = (await upload(ann, Buffer.from('old'), 'an old one.png')).id ?? '';
  await ann.drive.permissions.create({
    fileId,
    requestBody: { type: 'user', role: 'writer', emailAddress: 'bob@example.com' },
  });
  const trashed = (who: typeof ann, is: boolean) =>
    who.drive.files.update({ fileId, requestBody: { trashed: is }, fields: 'trashed' });
  const listed = async (who: typeof ann, q = '') =>
    (await who.drive.files.list({ q: `name = 'an old one.png'${q}` })).data.files?.length;
  assert.is((await failure(trashed(bob, true))).code, 403);
  assert.equal([await listed(ann), await listed(bob)], [1, 1]);
  assert.is((await trashed(ann, true)).data.trashed, true);
  assert.is(String(await download(ann, fileId)), 'old');
  assert.equal([await listed(ann), await listed(ann, ' and trashed = false'), await listed(bob)], [1, 0, 0]);
  assert.is((await trashed(ann, false)).data.trashed, false);
  assert.is(await listed(bob), 1);
});

s.run();
