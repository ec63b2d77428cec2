import { HtmlValidate } from 'html-validate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterShape } from '../../domain/letters/index.ts';
import { DATE_FORMS, dateWords, momentWords } from '../../templates/dates.ts';
import { EACH, inputOf, letterOf, wordsOf } from './samples.ts';

/** Web rules, less those that a letter must break so that Outlook and clients without style sheets show it. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Clients drop style sheets: what matters stands inline.
    'no-inline-style': 'off',
    // Outlook for Windows lays out by tables and reads conditional comments and old attributes only.
    'no-conditional-comment': 'off',
    'no-deprecated-attr': 'off',
    // MJML writes the doctype in small letters, and the article as a role, since clients drop unknown elements.
    'doctype-style': 'off',
    'prefer-native-element': 'off',
    'no-dup-attr': 'error',
    'wcag/h30': 'error',
    'wcag/h37': 'error',
    'wcag/h63': 'error',
    'heading-level': ['error', { minInitialRank: 'h1' }],
  },
});

const s = suite('letters as HTML and text');

s('every letter in every language is valid HTML under the rules of mail', async () => {
  for (const [key, language] of EACH) {
    const { results } = await validator.validateString(letterOf(key, language).html);
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    assert.equal(faults, [], `${key}.${language}`);
  }
});
s('the rules of mail can fail', async () => {
  const { html } = letterOf('check', 'en');
  for (const broken of [
    html.replace('</h1>', '</h2>'),
    html.replace('<h1', '<h3').replace('</h1>', '</h3>'),
    html.replace(/lang="en"/, ''),
    html.replace('</body>', '<img src="https://letters.example/x.png"></body>'),
  ]) {
    assert.ok(broken !== html);
    assert.not.ok((await validator.validateString(broken)).valid);
  }
});

s('a letter fetches nothing, runs nothing, and stays below the size at which Gmail cuts', () => {
  for (const [key, language] of EACH) {
    const { html } = letterOf(key, language);
    assert.ok(Buffer.byteLength(html) < 40_000, `${key}.${language} has ${Buffer.byteLength(html)} bytes`);
    assert.not.match(
      html,
      /<(script|iframe|form|object|embed|link|img|video)\b|@import|url\(|\ssrc=|\bon\w+=/i,
      `${key}.${language}`,
    );
    assert.match(html, `<html lang="${language}" dir="ltr"`);
    assert.match(html, /<meta name="color-scheme" content="light dark">/);
    assert.match(html, /prefers-color-scheme: ?dark/);
    assert.is(html.match(/<h1\b/g)?.length, 1, `${key}.${language}`);
  }
});

s('the text part holds every link and every date of the HTML part, and no markup', () => {
  for (const [key, language] of EACH) {
    const { html, text, subject, preheader } = letterOf(key, language);
    const where = `${key}.${language}`;
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
    for (const href of links) assert.ok(text.includes(href), `${where}: ${href}`);
    const { slots, common } = inputOf(key, language);
    const shown = wordsOf(html).replaceAll(preheader, '');
    for (const [slot, kind] of Object.entries(letterShape(key).slots)) {
      if (kind !== 'date' && kind !== 'moment') continue;
      const said = (['plain', ...DATE_FORMS] as const).map((form) =>
        kind === 'date'
          ? dateWords(String(slots[slot]), language, form)
          : momentWords(String(slots[slot]), language, common.offsetMinutes, form),
      );
      assert.ok(
        said.some((words) => text.includes(words) || subject.includes(words)),
        `${where}: ${slot} is nowhere`,
      );
      for (const words of said)
        if (shown.includes(words)) assert.ok(text.includes(words) || subject.includes(words), `${where}: ${words}`);
    }
    assert.not.match(text, /<\/?[a-z]+[ >]|&(amp|lt|gt|quot|#39);|⟦|⟧|¦|undefined|NaN/, where);
  }
});

s('subjects are short, begin with the date where there is a deadline, and no two letters share one', () => {
  const seen = new Map<string, string>();
  for (const [key, language] of EACH) {
    const { subject, preheader } = letterOf(key, language);
    const where = `${key}.${language}`;
    assert.ok([...subject].length <= 90, `${where}: ${[...subject].length} characters: ${subject}`);
    assert.ok(preheader.length > 0 && preheader !== subject, where);
    const { deadline } = letterShape(key);
    const date = deadline && momentWords(String(inputOf(key, language).slots[deadline]), language, 300, 'short');
    if (date) assert.ok(subject.startsWith(`${date}: `), `${where}: ${subject}`);
    const twin = seen.get(`${language} ${subject}`);
    if (twin && !/^(pause|closing|start)-/.test(key))
      assert.unreachable(`${where} has the subject of ${twin}: ${subject}`);
    seen.set(`${language} ${subject}`, key);
  }
});

s('letters in Kazakh and Russian hold no English but names', () => {
  // Addresses, the University and the Center are names; "Needs you" is the name of a tab, "Pause pair" a choice in the sheet, PDF a format.
  const names =
    /Nazarbayev University|Career and Advising Center|Needs you|Pause pair|PDF|2026-autumn|SEDS|#NUSEDS|forms\.gle|seds\.nu\.edu\.kz|R\d+|CA-7KQ2-M9FX|https?:\S+|\S+@\S+/g;
  for (const [key, language] of EACH) {
    if (language === 'en') continue;
    const { subject, preheader, text } = letterOf(key, language);
    for (const part of [subject, preheader, text])
      assert.not.match(part.replaceAll(names, ''), /[A-Za-z]{2,}/, `${key}.${language}`);
  }
});
s('Kazakh letters use Kazakh letters, Russian ones do not', () => {
  for (const [key, language] of EACH) {
    const { text } = letterOf(key, language);
    if (language === 'kk') assert.match(text, /[әғқңөұүһі]/i, key);
    if (language === 'ru') assert.not.match(text, /[әғқңөұүһі]/i, key);
  }
});

s.run();
