import { HtmlValidate } from 'html-validate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ACTION_NAMES, actionOf } from '../../domain/actions.ts';
import { LANGUAGE_CODES, type Language } from '../../domain/words/index.ts';
import { formIn } from '../../local/client/page.ts';
import { readPdf } from '../letters/pdf.ts';
import { type PageStand, pageStand } from './stand.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'doctype-style': 'off',
    // A rule for search engines, which these pages keep out.
    'long-title': 'off',
  },
});
const s = suite<{ stand: PageStand }>('small pages');
s.before(async (context) => {
  context.stand = await pageStand();
});
s.after(({ stand }) => stand.close());

const wordsOf = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<nav[\s\S]*?<\/nav>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
/** What stands there in any language: names, and places people typed. */
const NAMES =
  /Данияр Омаров|Аружан Серікова|&lt;script&gt;.*?&lt;\/script&gt;|&quot;&gt;&lt;img src=x onerror=alert\(1\)&gt;|KEGOC|MR-\d|SEDS|GSB|PhD|2026-autumn/g;

async function page(url: string, init?: RequestInit): Promise<{ status: number; html: string; headers: Headers }> {
  const answer = await fetch(url, init);
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}
async function isGood(html: string, language: Language, where: string): Promise<void> {
  assert.match(html, `<html lang="${language}">`, where);
  assert.not.match(html, /<script|<[^>]*\s(on\w+|src)=/i, `${where}: works without script, fetches nothing`);
  if (language !== 'en') assert.not.match(wordsOf(html).replaceAll(NAMES, ''), /[A-Za-z]{3,}/, where);
  const { results } = await validator.validateString(html);
  assert.equal(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    [],
    where,
  );
}

// Staff decide about cases on a page of their own, in English.
const FOR_PEOPLE = ACTION_NAMES.filter((name) => name !== 'case-decide');
s('every page behind a letter is whole, valid and in the language of its letter', async ({ stand }) => {
  assert.ok(FOR_PEOPLE.length > 20);
  for (const name of FOR_PEOPLE)
    for (const language of LANGUAGE_CODES) {
      const { status, html, headers } = await page(stand.action(name, language));
      assert.is(status, 200, name);
      assert.is(headers.get('content-language'), language);
      assert.match(String(headers.get('content-security-policy')), /default-src 'none'/);
      await isGood(html, language, `${name}.${language}`);
      const other = LANGUAGE_CODES.find((code) => code !== language);
      assert.match(html, new RegExp(`<a href="[^"]*lang=${other}" lang="${other}"`), 'offers the other languages');
    }
  assert.equal(stand.told, [], 'opening a page changes nothing');
});

s('a press tells the run once, in any language, with what was chosen in English', async ({ stand }) => {
  for (const language of LANGUAGE_CODES) {
    const url = stand.action('check', language);
    const { html } = await page(url);
    const { body } = formIn(html, { talked: 'yes', channel: 'Video call' });
    const done = await page(url, { method: 'POST', body });
    assert.is(done.status, 200);
    await isGood(done.html, language, `check.${language}`);
    const [{ run, message } = { run: '', message: undefined }] = stand.told.splice(0);
    assert.is(run, 'mentorship/PA-1');
    assert.is(message?.kind, 'check');
    assert.equal(message?.data, { month: 2, talked: 'yes', channel: 'Video call', concern: 'no' });
  }
});

s('a missing answer is said at the top, in the title and at its question; what was given stays', async ({ stand }) => {
  const url = stand.action('check', 'kk');
  const { status, html } = await page(url, { method: 'POST', body: new URLSearchParams({ channel: 'Phone' }) });
  assert.is(status, 400);
  assert.match(html, /<title>Тексеріңіз: /);
  assert.match(html, /role="alert" id="problem"><a href="#talked">Жауап беріңіз: Сөйлестіңіздер ме\?/);
  assert.match(html, /<fieldset id="talked" aria-describedby="problem">/);
  assert.match(html, /value="Phone" checked/);
  await isGood(html, 'kk', 'check with a fault');
  assert.equal(stand.told, []);
});

s('links that are old, broken or of nothing say so in their language', async ({ stand }) => {
  for (const language of LANGUAGE_CODES) {
    const old = stand.action('check', language, '2026-09-01T00:00:00Z');
    const expired = await page(old);
    assert.is(expired.status, 410);
    await isGood(expired.html, language, `expired.${language}`);
    const fresh = await page(old, { method: 'POST' });
    assert.is(fresh.status, 202);
    await isGood(fresh.html, language, `fresh.${language}`);
    assert.is(stand.told.splice(0)[0]?.message.kind, 'fresh-link');
    const query = `lang=${language}`;
    for (const [path, status] of [
      [`/a/nonsense?${query}`, 404],
      [`/a/e30.k1.xx?${query}`, 403],
      [`/nowhere?${query}`, 404],
      [`/calendar/x.ics?${query}`, 404],
      [`/certificate/AW-1.000000000000?${query}`, 404],
    ] as const) {
      const found = await page(stand.url + path);
      assert.is(found.status, status, path);
      await isGood(found.html, language, path);
    }
  }
});

s('a certificate is checked in the language of whoever asks', async ({ stand }) => {
  const code = stand.certificate('AW-1');
  const ask = async (header: string) => (await page(code, { headers: { 'Accept-Language': header } })).html;
  assert.match(await ask('kk-KZ,ru;q=0.8'), /Бұл сертификат шынайы/);
  assert.match(await ask('de,ru;q=0.8,en;q=0.5'), /Этот сертификат настоящий/);
  assert.match(await ask('*'), /This certificate is real/);
  const { html } = await page(stand.certificate('AW-1', 'ru'));
  await isGood(html, 'ru', 'certificate');
  assert.match(html, /Данияр Омаров/);
});

s('a certificate as a PDF: by its own link only, as often as one likes, and nothing changes', async ({ stand }) => {
  const link = stand.certificateFile({ award: 'AW-1', kind: 'appreciation' });
  const files: Buffer[] = [];
  for (const method of ['GET', 'GET', 'HEAD']) {
    const answer = await fetch(link, { method });
    assert.is(answer.status, 200);
    assert.is(answer.headers.get('content-type'), 'application/pdf');
    assert.match(String(answer.headers.get('content-disposition')), /^inline; filename="certificate-AW-1.pdf"$/);
    files.push(Buffer.from(await answer.arrayBuffer()));
  }
  const [one, again, head] = files as [Buffer, Buffer, Buffer];
  assert.is(Buffer.compare(one, again), 0);
  assert.is(head.length, 0);
  assert.match(readPdf(one).pages[0]?.lines.join(' ') ?? '', /Благодарственный.*Данияр Омаров/);
  for (const other of [
    stand.certificateFile({ award: 'AW-1', kind: 'award' }),
    stand.certificateFile({ award: 'AW-9', kind: 'appreciation' }),
    stand.certificateFile({ season: '2020-spring' }),
    `${stand.certificate('AW-1')}.pdf`,
    stand
      .action('check', 'en')
      .replace('/a/', '/certificate/')
      .replace(/\?.*|$/, '.pdf'),
  ])
    assert.is((await fetch(other)).status, 404, other);
  assert.equal(stand.told, []);
});

s('an award has a certificate, a code and a page of its own once the mentor was told', async ({ stand }) => {
  const { html } = await page(stand.certificate('AW-2', 'ru', 'award'));
  await isGood(html, 'ru', 'award');
  assert.match(html, /Наградной сертификат/);
  assert.not.match(html, /script>alert/, 'no consent, no name');
  assert.is((await page(stand.certificate('AW-1', 'ru', 'award'))).status, 404);
  const batch = readPdf(
    Buffer.from(await (await fetch(stand.certificateFile({ season: '2026-autumn' }))).arrayBuffer()),
  );
  const titles = batch.pages.map(({ lines }) => lines[2]);
  assert.equal(titles, [
    'Certificate of Appreciation',
    'Award Certificate',
    'Благодарственный сертификат',
    'Certificate of Appreciation',
  ]);
  assert.match(batch.pages[0]?.lines.join(' ') ?? '', '<script>alert(1)</script>');
});

s('a language that nobody speaks is English, and the address cannot write into the page', async ({ stand }) => {
  const url = stand.action('accept', 'en');
  for (const bad of ['de', '"><script>', 'ru"', '__proto__'])
    assert.match((await page(`${url}?lang=${encodeURIComponent(bad)}`)).html, '<html lang="en">');
  const { html } = await page(`${url}?x="><script>alert(1)</script>`);
  assert.not.match(html, /<script/);
});

s('words of staff are previewed with sample data, or what is wrong with them is said', async ({ stand }) => {
  const { html, headers } = await page(stand.words('OW-1'));
  assert.match(html, '<html lang="ru"');
  assert.match(html, '<title>Запрос снят: Данияр Омаров</title>');
  assert.match(html, 'Ничего делать не надо.');
  assert.match(String(headers.get('content-security-policy')), /default-src 'none'.*sandbox/);
  const wrong = await page(stand.words('OW-2'));
  await isGood(wrong.html, 'en', 'faults');
  assert.match(wrong.html, /uses \{nobody\}, which the letter does not have/);
  assert.is((await page(stand.words('OW-3'))).status, 404);
  // A link of a letter is no key to the preview.
  assert.is((await page(stand.action('check', 'en').replace('/a/', '/words/'))).status, 404);
});

s('grave presses look so', async ({ stand }) => {
  for (const name of FOR_PEOPLE) {
    const { html } = await page(stand.action(name, 'ru'));
    assert.is(/<button type="submit" class="grave"/.test(html), actionOf(name).grave === true, name);
  }
});

s.run();
