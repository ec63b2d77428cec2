import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  CLAUSES,
  FINDING_CODES,
  inWords,
  RULE_IDS,
  RULE_LANGUAGES,
  readHtml,
  readMarkdown,
  WORDS,
} from '../../../domain/mailing/check/index.ts';
import { DIRECTIONS, SETTINGS } from '../../../domain/program/index.ts';
import { html, judged, ofMarkdown } from './samples.ts';

const s = suite('words of findings');
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

s('every finding has a message and a fix in every language, with the same facts in them', () => {
  for (const code of FINDING_CODES)
    for (const language of RULE_LANGUAGES) {
      const words = WORDS[language][code];
      assert.is(words.length, 2);
      for (const [i, text] of words.entries()) {
        assert.ok(text.length > 5, `${language} ${code}`);
        assert.equal([...new Set(slots(text))], [...new Set(slots(WORDS.en[code][i as 0 | 1]))], `${language} ${code}`);
      }
    }
});

s('Kazakh and Russian words are not English ones', () => {
  for (const code of FINDING_CODES)
    for (const language of ['kk', 'ru'] as const) {
      assert.match(WORDS[language][code][0], /\p{Script=Cyrillic}/u, `${language} ${code}`);
      assert.is.not(WORDS.kk[code][0], WORDS.ru[code][0], code);
    }
});

s('what a bad mailing breaks is said in full, in each language, from one finding', () => {
  const bad = [
    ofMarkdown({
      facts: {
        direction: 'event',
        subject: 'x'.repeat(130),
        'event date': '2026-03-31',
        'send on': '2026-03-30',
        hashtag: 'a b',
      },
      body: `a\n\n${'word '.repeat(90)}\n\nc\n\nd **bold** SHOUT <b>tag</b> [x](https://evil.com) ![](no.png) ${'z'.repeat(90)}`,
      signature: 'me',
    }),
    judged(
      readHtml(
        html('<h1 style="font-size:60px">T</h1><p onclick="x">a</p><img src="//x.kz/a.png"><form></form><div>'),
        { unit: 'X' },
      ),
    ),
  ];
  const findings = bad.flatMap((verdict) => verdict.findings);
  assert.ok(new Set(findings.map(({ rule }) => rule)).size >= 16, findings.map(({ rule }) => rule).join(' '));
  for (const finding of findings) {
    assert.is(finding.clause, CLAUSES[finding.rule]);
    const said = RULE_LANGUAGES.map((language) => inWords(finding, language));
    for (const { message, fix } of said) assert.not.match(`${message} ${fix}`, /\{\w+\}|undefined|null/);
    assert.is(new Set(said.map(({ message }) => message)).size, RULE_LANGUAGES.length);
  }
});

s('every rule has a severity that staff may set', () => {
  for (const id of RULE_IDS) assert.ok(Object.hasOwn(SETTINGS, `rule${id}`), id);
});

s('the page about mailings names every rule and every direction', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/mailings.md'), 'utf8');
  const sample = [...page.matchAll(/^(?: {4}.*|)$/gm)].map(([text]) => text.slice(4)).join('\n');
  assert.equal(judged(readMarkdown(sample.slice(sample.indexOf('---')))).findings, [], 'its sample is fit');
  const rows = [...page.matchAll(/^\| ([RP]\d+) /gm)].map(([, id]) => id);
  assert.equal(rows, [...RULE_IDS]);
  for (const direction of Object.keys(DIRECTIONS)) assert.ok(page.includes(`\`${direction}\``), direction);
});

s.run();
