/** The draft page over HTTP, without any script: what an initiator sees, presses and must never lose. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readUpload } from '../../domain/mailing/request/index.ts';
import { formIn } from '../../local/client/page.ts';
import { pngOf } from '../support/png.ts';
import { type DraftStand, draftStand, FIT } from './draft-stand.ts';

const s = suite<{ stand: DraftStand }>('draft page of a mailing');
let n = 0;
let stand: DraftStand;
s.before(async () => {
  stand = await draftStand({ status: 'done', code: 'mailing-handed-in' });
});
s.after(() => stand.close());
s.before.each(() => void stand.told.splice(0));

async function request(create: object = {}, cells: object = { stage: 'Draft' }): Promise<string> {
  const id = `ML-0000-00${String(10 + n++)}`;
  await stand.insert('mailings', id, { ...FIT, ...create }, cells);
  return id;
}
const get = async (url: string) => {
  const answer = await fetch(url, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
/** Presses a button of the page as a browser does: everything in the form goes with it. */
async function press(url: string, what: string, typed: Record<string, string> = {}, files: Record<string, Blob> = {}) {
  const { body } = formIn((await get(url)).text, typed);
  return post(url, what, body, files);
}
async function post(url: string, what: string, body: URLSearchParams, files: Record<string, Blob> = {}) {
  const data = new FormData();
  for (const [name, value] of body) if (name !== 'do') data.append(name, value);
  for (const [name, file] of Object.entries(files)) data.set(name, file, 'from disk.bin');
  data.set('do', what);
  const answer = await fetch(url, { method: 'POST', body: data, redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' };
}
const kinds = () => stand.told.map(({ message }) => message.kind);

s('shows where it stands, the dates, findings and readers; a GET changes nothing', async () => {
  const id = await request({
    subject: '<script>alert(1)</script>',
    text: `${'long '.repeat(80)}\n\n<img src=x onerror=alert(1)>`,
  });
  const before = (await stand.look(id)).row.cells;
  for (const query of ['', '?withdraw=1', '?said=mailing-handed-in', '/picture', '/check', '/preview'])
    await get(`${stand.draft(id)}${query}`);
  assert.equal([stand.told, (await stand.look(id)).row.cells], [[], before]);
  const { status, text, headers } = await get(stand.draft(id));
  assert.is(status, 200);
  for (const words of [
    '2 November',
    '4 November',
    '23 October',
    '5 November',
    '2 people get it',
    'R7, Appendix 1, section 2',
    '5 of 3 lines',
  ])
    assert.ok(text.includes(words), words);
  assert.not.match(text, /<script>alert|<img src=x/);
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/);
  const preview = await get(`${stand.draft(id)}/preview`);
  assert.not.match(preview.text, /<script|<img src=x/);
  assert.match(preview.headers.get('content-security-policy') ?? '', /^default-src 'none'.*frame-ancestors 'self'/);
  assert.match((await get(stand.draft(id, 'kk'))).text, /<html lang="kk">[\s\S]*абзац/);
});

s('saves without script, hands in what was typed, and keeps the rest', async () => {
  const id = await request();
  const url = stand.draft(id, 'ru');
  const saved = await press(url, 'save', { subject: 'Новая тема', wished: '2026-10-30' });
  assert.equal([saved.status, kinds()], [303, ['recheck']]);
  assert.match((await get(new URL(saved.to, url).href)).text, /Сохранено[\s\S]*value="Новая тема"/);
  const handed = await press(url, 'hand-in', { signature: `${FIT.signature}\nSaule` });
  assert.equal([handed.status, kinds()], [303, ['recheck', 'recheck', 'hand-in']]);
  const { message, run } = stand.told.at(-1) ?? {};
  assert.equal([run, message?.by, message?.data], [`mailing/${id}`, 'initiator', {}]);
  assert.match((await stand.look(id)).cells.signature, /Saule$/);
  assert.match((await get(new URL(handed.to, url).href)).text, /Сдано\. Модератор ответит/);
});

s('two tabs: the second one is shown both versions, and may keep its own knowingly', async () => {
  const id = await request();
  const url = stand.draft(id);
  const second = (await get(url)).text;
  await press(url, 'save', { subject: 'First tab' });
  const stale = await post(url, 'save', formIn(second, { subject: 'Second tab' }).body);
  assert.is(stale.status, 409);
  assert.equal(stale.text.match(/Saved meanwhile:/g)?.length, 1, 'only what differs is shown twice');
  assert.match(stale.text, /value="Second tab"[\s\S]*Saved meanwhile:<\/p><pre>First tab/);
  assert.is((await post(url, 'save', formIn(stale.text, {}).body)).status, 303);
  assert.is((await stand.look(id)).cells.subject, 'Second tab');
});

s('what cannot be kept is named at its field, and everything typed stands there again', async () => {
  const id = await request();
  const typed = { subject: 'y'.repeat(600), wished: 'soon', posterText: 'kept <b>here</b>' };
  const { status, text } = await press(stand.draft(id), 'hand-in', typed);
  assert.is(status, 422);
  assert.match(text, /href="#subject">Subject<\/a>: longer than 500 characters/);
  assert.match(text, /aria-describedby="wished-help wished-wrong" aria-invalid="true"/);
  assert.ok(text.includes('kept &lt;b&gt;here&lt;/b&gt;') && text.includes(typed.subject));
  assert.equal([kinds(), (await stand.look(id)).cells.posterText], [[], '']);
  const huge = await press(stand.draft(id), 'save', { text: 'z'.repeat(5_000_000) });
  assert.is(huge.status, 413);
});

s('a picture is uploaded with whatever is typed, judged by its bytes, shown and taken out again', async () => {
  const id = await request();
  const url = stand.draft(id);
  const up = (bytes: Buffer, typed = {}) =>
    press(url, 'upload-picture', typed, { picture: new Blob([new Uint8Array(bytes)]) });
  assert.is((await up(pngOf(801, 600), { subject: 'Typed beside' })).status, 303);
  const page = (await get(url)).text;
  assert.match(page, /801×600 pixels; it must be 800×600/);
  assert.match(page, /value="Typed beside"/);
  const src = /<img src="([^"]+)"/.exec(page)?.[1] ?? '';
  const image = await fetch(new URL(src, url));
  assert.equal([image.status, image.headers.get('content-type')], [200, 'image/png']);
  const bad = await up(Buffer.from('<svg onload="alert(1)"/>'));
  assert.equal([bad.status, /no picture that mail programs show/.test(bad.text)], [422, true]);
  assert.ok(readUpload((await stand.look(id)).cells.picture), 'the one before is still there');
  const files = { picture: new Blob(['none']), poster: new Blob([new Uint8Array(pngOf(9, 9))]) };
  assert.match((await press(url, 'save', {}, files)).text, /no picture that mail programs show/);
  assert.is(readUpload((await stand.look(id)).cells.poster)?.width, 9, 'the good one is kept beside the bad one');
  assert.match((await press(url, 'upload-poster')).text, /empty, or none was chosen/);
  await press(url, 'remove-picture');
  assert.is((await stand.look(id)).cells.picture, '');
  const table = await press(url, 'upload-table', {}, { tableFile: new Blob(['Day,Hall\n12,C2']) });
  assert.is(table.status, 303);
  assert.is((await stand.look(id)).cells.table, '| Day | Hall |\n| --- | --- |\n| 12 | C2 |');
});

s('when the spreadsheet does not answer, one button sends everything that was typed again', async () => {
  const id = await request();
  const url = stand.draft(id);
  const page = (await get(url)).text;
  const { look } = stand.pages;
  stand.pages.look = async () => {
    throw new Error('no answer');
  };
  const failed = await post(url, 'hand-in', formIn(page, { text: 'Long\n\n& <typed>' }).body).finally(() => {
    stand.pages.look = look;
  });
  assert.is(failed.status, 503);
  const again = formIn(failed.text, {}).body;
  assert.equal([again.get('do'), kinds()], ['hand-in', []]);
  assert.is((await post(url, 'hand-in', again)).status, 303);
  assert.equal([(await stand.look(id)).cells.text, kinds().at(-1)], ['Long\n\n& <typed>', 'hand-in']);
});

s('with the moderator it can be read and withdrawn; text that came too late is given back', async () => {
  const id = await request();
  const url = stand.draft(id);
  const early = (await get(url)).text;
  await stand.set(id, { stage: 'In moderation' });
  const page = (await get(url)).text;
  assert.ok(!page.includes('id="draft"') && page.includes('With the moderator'));
  const late = await post(url, 'save', formIn(early, { text: 'Too late, but long' }).body);
  assert.equal([late.status, /was not kept[\s\S]*Too late, but long/.test(late.text)], [409, true]);
  assert.equal(kinds(), []);
  const asked = await get(`${url}?withdraw=1`);
  assert.match(asked.text, /Withdraw this request\?/);
  await post(url, 'withdraw', formIn(asked.text, {}).body);
  assert.equal(kinds(), ['withdraw']);
  await stand.set(id, { stage: 'Sent' });
  assert.not.match((await get(url)).text, /withdraw=1/);
});

s('a moderator’s fix is shown word by word and taken by one button, once it still fits', async () => {
  const id = await request({}, { stage: 'Returned' });
  const url = stand.draft(id, 'en', { action: 'consent' });
  const { typed } = await stand.look(id);
  const { content } = await stand.pages.proposeFix(id, { subject: 'Open lecture on digital doubles' }, typed);
  await stand.set(id, {
    memory: JSON.stringify({ version: 1, timers: {}, spans: [], mistaken: {}, round: 1, fix: content }),
  });
  await stand.pages.comment(id, 'Aigerim', 'One word.');
  const page = (await get(url)).text;
  assert.match(page, /<del>.*twins<\/del><ins>.*doubles<\/ins>/);
  assert.match(page, /Aigerim:\nOne word\./);
  const taken = await post(url, 'consent', formIn(page, {}).body);
  assert.equal([taken.status, kinds()], [303, ['consent']]);
  assert.equal(stand.told[0]?.message.data, { fixed: content });
  assert.is((await stand.look(id)).content, content);
  stand.told.splice(0);
  const old = await post(url, 'consent', new URLSearchParams({ fixed: 'AAAA' }));
  assert.equal([old.status, kinds()], [409, []]);
});

s('only its own link opens it; an expired one sends a fresh one to the address on file', async () => {
  const id = await request();
  assert.is((await get(`${stand.draft(id)}x`)).status, 403);
  assert.is((await get(`${stand.url}/draft/nonsense`)).status, 404);
  assert.is((await get(stand.draft(id, 'en', { process: 'mailing/ML-0000-0099' }))).status, 404);
  assert.is((await get(stand.draft(id, 'en', { action: 'moderate' }))).status, 404);
  assert.is((await get(stand.draft('ML-9999-9999'))).status, 404);
  const expired = stand.draft(id, 'en', { expires: '2026-09-01T00:00:00Z' });
  assert.is((await get(expired)).status, 410);
  assert.is((await get(`${expired}/picture`)).status, 410);
  assert.equal(stand.told, []);
  assert.is((await fetch(expired, { method: 'POST' })).status, 202);
  assert.equal(
    [stand.told[0]?.run, stand.told[0]?.message.kind, stand.told[0]?.message.by],
    [`mailing/${id}`, 'fresh-link', 'initiator'],
  );
});

s('the check judges what is typed and writes nothing; a body that is none is refused', async () => {
  const id = await request();
  const check = async (body: URLSearchParams | string, type?: string) =>
    fetch(`${stand.draft(id)}/check`, { method: 'POST', body, ...(type ? { headers: { 'Content-Type': type } } : {}) });
  const tried = await check(
    new URLSearchParams({ ...FIT, schools: '', subject: 'SHOUTED '.repeat(20), social: 'With the mailing' }),
  );
  const { regions } = (await tried.json()) as { regions: Record<string, string> };
  assert.match(regions.findings ?? '', /R4/);
  assert.match(regions.missing ?? '', /the poster/);
  assert.match(regions.audience ?? '', /3 people get it[\s\S]*1 reader did not graduate/);
  assert.is((await check('{', 'application/json')).status, 400);
  assert.is((await check('x', 'multipart/form-data; boundary=y')).status, 400);
  assert.equal([stand.told, (await stand.look(id)).cells.subject], [[], FIT.subject]);
});

s('an event in the past, a list nobody keeps and what is missing are named before anybody hands in', async () => {
  const id = await request({ eventDate: '2026-09-20' });
  assert.match((await get(stand.draft(id))).text, /No day is left on which it may go out/);
  const unread = await request({ eventDate: '' }, { stage: 'Draft', newAnswers: 'Date it is about: next week' });
  assert.match((await get(stand.draft(unread))).text, /In the form you wrote &quot;next week&quot;/);
  const none = await request({ signature: '', list: 'nobody knows', schools: [] });
  const page = (await get(stand.draft(none))).text;
  assert.match(page, /href="#signature">the signature/);
  assert.match(page, /The Center keeps no list of this name/);
});

s.run();
