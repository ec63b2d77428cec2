import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Programme, startProgramme } from '../support/programme.ts';

const s = suite('words of staff for letters');
let p: Programme;
s.before(async () => {
  p = await startProgramme();
});
s.after(() => p.close());

const row = async () => (await p.people.rows('ownWords'))[0] ?? {};
/** The first letter to somebody who applies now. */
async function applies(name: string, letters: string): Promise<{ subject: string; text: string; html: string }> {
  const email = `${name.toLowerCase()}@nu.edu.kz`;
  await p.people.answer('mentee', {
    name: `${name} Words`,
    email,
    letters,
    topics: ['Job search'],
    languages: ['English'],
    consentProfile: 'Yes',
    consentContact: 'Yes',
    consentStorage: 'Yes',
  });
  await p.people.settle();
  const [first] = await p.people.letters(email);
  if (!first) throw new Error(`no letter to ${email}`);
  return first;
}

s('letters come in the language the person chose, with links to pages in it', async () => {
  const russian = await applies('Rus', 'Russian');
  assert.is(russian.subject, 'Мы получили вашу заявку');
  assert.match(russian.text, /Rus, здравствуйте!/);
  assert.match(russian.text, /\/a\/\S+\?lang=ru/);
  const kazakh = await applies('Kaz', 'Kazakh');
  assert.is(kazakh.subject, 'Өтініміңізді алдық');
  const link = /\S+\/a\/\S+\?lang=kk/.exec(kazakh.text)?.[0] ?? '';
  assert.match(await (await fetch(link)).text(), /Бағдарламадан шығасыз ба\?/);
});

s('words that do not fit are refused in the row, and the shipped ones stand', async () => {
  await p.people.add('ownWords', {
    letter: 'received',
    language: 'Russian',
    subject: 'Заявка у нас',
    text: 'Вы с нами как {role}.',
    use: 'TRUE',
  });
  await p.people.settle();
  assert.match((await row()).systemNote ?? '', /cannot be used: \{next\} is missing/);
  assert.is((await applies('One', 'Russian')).subject, 'Мы получили вашу заявку');
});

s('words that fit are used from then on, previewed, counted as a version and kept in History', async () => {
  await p.people.edit('ownWords', (await row()).id ?? '', { text: 'Вы с нами как {role}.\n\n{next}' });
  await p.people.settle();
  const now = await row();
  assert.match(now.systemNote ?? '', /In use from now on, as version 1/);
  assert.match(await (await fetch(now.preview ?? '')).text(), /<title>Заявка у нас<\/title>/);
  const mine = await applies('Two', 'Russian');
  assert.is(mine.subject, 'Заявка у нас');
  assert.match(mine.text, /Вы с нами как менти\./);
  assert.is((await applies('Three', 'Kazakh')).subject, 'Өтініміңізді алдық', 'other languages stay');
  const kept = (await p.people.rows('history')).filter((each) => each.row === now.id);
  assert.is(kept.length, 1);
  assert.match(kept[0]?.change ?? '', /Version 1 of the words of "received" in Russian: Заявка у нас/);
});

s('unticked, the shipped words return', async () => {
  await p.people.edit('ownWords', (await row()).id ?? '', { use: 'FALSE' });
  await p.people.settle();
  assert.match((await row()).systemNote ?? '', /These words fit/);
  assert.is((await row()).version, '1');
  assert.is((await applies('Four', 'Russian')).subject, 'Мы получили вашу заявку');
});

s.run();
