/** The draft page as an initiator meets it: from the receipt to moderation, on the whole stack (lifecycle section 6). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formIn } from '../../local/client/page.ts';
import { googleClients } from '../../sheets/index.ts';
import { pngOf } from '../support/png.ts';
import { letterTo, linkIn, type Programme, startProgramme } from '../support/programme.ts';
import { INITIATOR, MODERATOR, Requests, request } from './mailings.ts';

const s = suite('draft page on the whole stack');
let p: Programme;
let r: Requests;
s.before(async () => {
  p = await startProgramme();
  r = new Requests(p);
  await p.people.settle();
});
s.after(() => p.close());

const draftOf = async (subject: RegExp) => linkIn(await letterTo(p.people, INITIATOR, subject), /draft page/i);

/** Chooses a picture as a browser does; answers the words of the page that follows. */
async function upload(link: string, bytes: Uint8Array): Promise<string> {
  const data = new FormData();
  for (const [name, value] of formIn((await p.people.open(link)).html, {}).body) data.append(name, value);
  data.set('picture', new Blob([new Uint8Array(bytes)]), 'hall.png');
  data.set('do', 'upload-picture');
  const page = await (await fetch(link, { method: 'POST', body: data })).text();
  return page.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ');
}

s('what is saved counts for dates and findings at once, and handing in opens the clock', async () => {
  const { id } = await r.typed(request({ subject: 'From the page' }));
  const link = await draftOf(/From the page/);
  const saved = await p.people.press(link, { do: 'save', eventDate: '2026-10-26', text: 'Come to a lecture.' });
  assert.match(saved.words, /Saved\./);
  await p.people.settle();
  const row = await r.row(id);
  assert.match(row.dates ?? '', /hand in by 14 October 2026/);
  assert.equal([row.eventDate, row.text?.slice(0, 4)], ['2026-10-19', 'Dear'], 'what staff typed stays');
  assert.match((await letterTo(p.people, INITIATOR, /dates/i)).subject, /From the page/);
  assert.match(await upload(link, pngOf(800, 600)), /The file is kept\..*hall\.png, 800×600/);
  const handed = await p.people.press(link, { do: 'hand-in', subject: 'From the page, handed in' });
  assert.match(handed.words, /Handed in\..*With the moderator.*The moderator answers by 2 September/);
  await p.people.settle();
  assert.is((await r.row(id)).stage, 'In moderation');
  // An edit of staff takes its field over from the page, and is a new round.
  await r.changed(id, { subject: 'As staff say' });
  assert.match((await p.people.open(link)).words, /As staff say/);
});

s('an incomplete request is refused with what is missing, and can be withdrawn from the page', async () => {
  const { id } = await r.typed(request({ subject: 'Half a request', signature: '' }));
  const link = await draftOf(/Half a request/);
  const refused = await p.people.press(link, { do: 'hand-in' });
  assert.match(refused.words, /Missing before it can be handed in: the signature\./);
  assert.is((await r.row(id)).stage, 'Draft');
  const gone = await p.people.press(`${link}${link.includes('?') ? '&' : '?'}withdraw=1`, { do: 'withdraw' });
  assert.match(gone.words, /Taken back\. Nothing is sent\./);
  await p.people.settle();
  assert.is((await r.row(id)).stage, 'Withdrawn');
});

s('returned, the page says so and hands it in again', async () => {
  const id = await r.handedIn({ subject: 'To be put right' });
  await r.press(id, 'return', MODERATOR);
  const link = linkIn(await letterTo(p.people, INITIATOR, /To be put right/), /put it right/i);
  assert.match((await p.people.open(link)).words, /Returned to you.*So far Handed in: .* Answered: /);
  const again = await p.people.press(link, { do: 'hand-in', wished: '2026-10-05' });
  assert.match(again.words, /Handed in\./);
  await p.people.settle();
  assert.is((await r.memory(id)).round, 2);
});

s('a picture is kept as long as one of the last two versions that were handed in has it', async () => {
  const { drive } = googleClients(p.stack.url, undefined);
  const { id = '' } = await r.typed(request({ subject: 'With pictures' }));
  const link = await draftOf(/With pictures/);
  const inTrash = async () => {
    const q = `name contains '${id} picture' and trashed = true`;
    return (await drive.files.list({ q })).data.files?.map((file) => file.id ?? '');
  };
  const pictured = async (width: number) => {
    assert.match(await upload(link, pngOf(width, 600)), /The file is kept\./);
    await p.people.settle();
    return (JSON.parse((await r.row(id)).picture ?? '') as { readonly file: string }).file;
  };
  const handInAnd = async (act: 'return' | '') => {
    assert.match((await p.people.press(link, { do: 'hand-in' })).words, /Handed in\./);
    await p.people.settle();
    if (act) await r.press(id, act, MODERATOR);
  };
  const never = await pictured(801);
  const first = await pictured(800);
  assert.equal(await inTrash(), [never]);
  await handInAnd('return');
  await pictured(799);
  assert.equal(await inTrash(), [never], 'it was handed in');
  await handInAnd('return');
  assert.equal(await inTrash(), [never], 'moderators may compare with it');
  await handInAnd('');
  assert.equal((await inTrash())?.sort(), [never, first].sort());
});

s('an expired link brings a fresh one to the address of the request', async () => {
  const { id } = await r.typed(request({ subject: 'For a later year', eventDate: '2027-03-01' }));
  const link = await draftOf(/For a later year/);
  const before = (await p.people.letters(INITIATOR)).length;
  await p.people.move({ to: '2026-12-01T04:00:00Z' });
  assert.is((await p.people.open(link)).status, 410);
  assert.is((await p.people.press(link)).status, 202);
  await p.people.settle();
  const letters = (await p.people.letters(INITIATOR)).slice(before).filter(({ subject }) => /later year/.test(subject));
  const fresh = letters.at(-1);
  assert.ok(fresh);
  assert.match((await p.people.open(linkIn(fresh, /draft page/i))).words, /For a later year/);
  assert.is((await r.row(id)).stage, 'Draft');
});

s.run();
