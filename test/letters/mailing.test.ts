/** A mailing as a letter: HTML and text from the Markdown that was checked, in the layout of all letters (R3 to R18, Q25, RFC 8058 links). */
import { HtmlValidate } from 'html-validate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readFields } from '../../domain/mailing/check/index.ts';
import { LANGUAGES, type MailingInput, mailing } from '../../templates/index.ts';
import { languageOfText } from '../../templates/mailing/language.ts';
import { mailingSample } from '../../templates/samples-mailing.ts';
import { wordsOf } from './samples.ts';

const LINKS = {
  unsubscribe: 'https://pages.example/unsubscribe/1',
  preferences: 'https://pages.example/preferences/1',
};
const copyOf = (input: MailingInput) => ({ ...mailing(input), ...mailing(input).fill(LINKS) });
function written(source: string, rest: Partial<MailingInput> = {}) {
  const { picture: _, ...sample } = mailingSample('en');
  return copyOf({ ...sample, source, ...rest });
}

/** As for all letters; a mailing may have a title, and a picture with words. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'off',
    'no-conditional-comment': 'off',
    'no-deprecated-attr': 'off',
    'doctype-style': 'off',
    'prefer-native-element': 'off',
    'wcag/h30': 'error',
    'wcag/h37': 'error',
    'wcag/h63': 'error',
    'long-title': 'off',
    'heading-level': ['error', { minInitialRank: 'h1' }],
  },
});
const faultsOf = async (html: string) =>
  (await validator.validateString(html)).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );

const tight = (text: string): string => text.replaceAll(/\s+/g, '');

const s = suite('a mailing as a letter');

s('in each language: valid, whole, below the size at which Gmail cuts, and nothing is fetched', async () => {
  for (const language of LANGUAGES) {
    const input = mailingSample(language);
    const { html, text, subject, preheader, language: told } = copyOf(input);
    assert.is(told, language);
    assert.equal(await faultsOf(html), [], language);
    assert.match(html, `<html lang="${language}" dir="ltr"`);
    assert.ok(Buffer.byteLength(html) < 60_000, `${Buffer.byteLength(html)} bytes`);
    assert.is(subject, input.subject);
    assert.ok(preheader.length > 20 && !preheader.includes('http'), preheader);
    assert.not.match(html, /<(script|iframe|form|object|embed|link|video)\b|@import|url\(|\bon\w+=/i);
    assert.equal(
      [...html.matchAll(/\ssrc="([^"]*)"/g)].map(([, src]) => src),
      ['cid:picture'],
    );
    assert.match(html, /prefers-color-scheme: ?dark/);
    for (const part of [html, text]) assert.not.match(part, /undefined|NaN|⟦|\{\w+\}/);
  }
});
s('the rules it is validated by can fail', async () => {
  const { html } = copyOf(mailingSample('en'));
  assert.ok((await faultsOf(html.replace(/ alt="[^"]*"/, ''))).length > 0);
  assert.ok((await faultsOf(html.replace('<h1', '<h3').replace('</h1>', '</h3>'))).length > 0);
});

s(
  'what was written comes out: title, bold, emphasis, lists, table, links, picture with its words, signature with its lines',
  () => {
    const { html, text } = copyOf(mailingSample('en'));
    for (const part of [
      /<h1[^>]*>Open lecture on digital twins<\/h1>/,
      /<strong>12 November at 18:00<\/strong>/,
      /<a href="https:\/\/seds\.nu\.edu\.kz\/lecture"[^>]*>its page<\/a>/,
      /<th scope="col"[^>]*>Time<\/th>/,
      /<td[^>]*>Block 3<\/td>/,
      /<img src="cid:picture" alt="[^"]+" width="564"/,
      /School office<br><a href="mailto:seds@nu\.edu\.kz"[^>]*>seds@nu\.edu\.kz<\/a><br>53 Kabanbay/,
    ])
      assert.match(html, part);
    for (const part of [
      'Open lecture on digital twins\n=============================\n',
      'its page (https://seds.nu.edu.kz/lecture)',
      'Time   What',
      '18:00  Lecture',
      '\n-- \nSchool office\nseds@nu.edu.kz\n',
    ])
      assert.ok(text.includes(part), `${part}\n${text}`);
    const { html: list, text: points } = written('- one\n- *two*\n  1. inner\n\n3. third\n\nA hard  \nbreak');
    assert.match(list, /<ul[^>]*><li[^>]*>one<\/li><li[^>]*><em>two<\/em><ol/);
    assert.match(list, /<ol start="3"/);
    assert.match(list, /A hard<br>break/);
    assert.ok(points.startsWith('- one\n- two\n  1. inner\n\n3. third\n\nA hard\nbreak'), points);
  },
);

s('the text part: lines of at most 80 characters, every link and every word of the HTML part', () => {
  for (const language of LANGUAGES) {
    const { html, text, preheader } = copyOf(mailingSample(language));
    for (const line of text.split('\n'))
      assert.ok([...line].length <= 80 || /^\S+$/.test(line), `${[...line].length}: ${line}`);
    for (const [, href = ''] of html.matchAll(/href="([^"]+)"/g))
      assert.ok(text.includes(href.replace(/^mailto:/, '')), href);
    const flat = text.replaceAll(/\s+/g, ' ');
    for (const word of wordsOf(html).replace(preheader, '').split(' '))
      assert.ok(flat.includes(word) || ['·', '&nbsp;'].includes(word), word);
  }
  const wide = `| One | Two |\n|-|-|\n| ${'long '.repeat(20)} | b |`;
  assert.match(written(wide).text, /^One: long long/, 'a table too wide for a line is told cell by cell');
});

s(
  'below it stands why somebody gets it, who sends it from where, how to stop it, and the help contacts, in its language',
  () => {
    for (const [language, said] of [
      ['en', [/graduate of Nazarbayev University/, /Unsubscribe/, /Choose which mailings you get/]],
      ['kk', [/Nazarbayev University түлегі/, /Жазылудан бас тарту/, /таратылымдар/]],
      ['ru', [/окончили Nazarbayev University/, /Отписаться/, /рассылки получать/]],
    ] as const) {
      const { html, text } = copyOf(mailingSample(language));
      const flat = text.replaceAll(/\s+/g, ' ');
      for (const words of [
        ...said,
        /School of Engineering/,
        /53 Kabanbay Batyr Ave\., Astana 010000, Kazakhstan/,
        /706538/,
      ])
        for (const part of [wordsOf(html), flat]) assert.match(part, words);
      assert.match(html, `<a href="${LINKS.unsubscribe}"`);
      assert.match(html, `<a href="${LINKS.preferences}"`);
    }
    const own = written('Hello', { unit: '' });
    assert.match(own.text.replaceAll(/\s+/g, ' '), /Sent by Career and Advising Center, Nazarbayev University/);
  },
);

s('rendered once, filled in for each reader: nothing but the two links differs', () => {
  const copy = mailing(mailingSample('ru'));
  const first = copy.fill(LINKS);
  const second = copy.fill({
    unsubscribe: 'https://pages.example/u/2?a=1&b=2',
    preferences: 'https://pages.example/p/2',
  });
  assert.match(second.html, /href="https:\/\/pages\.example\/u\/2\?a=1&amp;b=2"/);
  const without = (part: string) => part.replaceAll(/https:\/\/pages\.example\/[^\s"<]+/g, 'LINK');
  assert.is(without(first.html), without(second.html));
  assert.is(without(first.text), without(second.text));
  for (const bad of ['javascript:alert(1)', 'http://evil.example/', 'data:,x', '//evil.example'])
    assert.throws(() => copy.fill({ ...LINKS, unsubscribe: bad }), /may not link/, bad);
});

s('its language is that of its letters', () => {
  for (const [text, language] of [
    ['Dear alumni', 'en'],
    ['', 'en'],
    ['123', 'en'],
    [
      'Дорогие выпускники, приглашаем вас на лекцию Айгерім Әбдіғапбарқызы о цифровых двойниках и мостах будущего',
      'ru',
    ],
    ['Құрметті түлектер, сіздерді дәріске шақырамыз', 'kk'],
    ['Құрметті түлектер, Nazarbayev University шақырады: Open Day', 'kk'],
    ['The lecture of Профессор Иванов on digital twins', 'en'],
  ] as const)
    assert.is(languageOfText(text), language, text);
});

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</div></td></tr></table><style>body{display:none}</style>',
  '[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) [z](data:text/html,x) <javascript:alert(1)> [r][1]\n\n[1]: javascript:alert(1)',
  '[a "onmouseover=alert(1)](https://nu.edu.kz/"onmouseover="alert(1))',
  '![x](https://evil.example/pixel.gif) ![y](javascript:1)',
  '[![x](https://evil.example/p.gif)](https://nu.edu.kz)',
  'a \u202Egnp.exe\u202C \u2066x\u2069 \u200F\u061C one\u2028two\u2029three\u0000four\u0007',
  '⟦unsubscribe⟧ ⟦why⟧ {of} {{brand}} $& $1 `⟦body⟧`',
  '| <b>h</b> |\n|-|\n| <img src=x onerror=1> |\n\n> <i>q</i>\n\n```\n<u>c</u>\n```\n\n<!-- <b>comment</b> -->',
  `${'>'.repeat(60)} deep`,
  `${'* '.repeat(40)}deep`,
  '**'.repeat(3000),
  'ұ'.repeat(10_000),
  `${'word '.repeat(8000)}`,
  '-- \n-- \n<b>signature</b> "x" <a@b.kz>',
];
const ALLOWED = /^(https:\/\/|mailto:|tel:|http:\/\/(?!evil))/;

s(
  'whatever is typed stays words: no tag, no script, no picture from elsewhere, no line or direction of its own',
  async () => {
    for (const value of HOSTILE) {
      const shown = JSON.stringify(value.slice(0, 60));
      const { html, text, subject, preheader } = copyOf({
        ...mailingSample('en'),
        subject: `S\r\nBcc: all@evil.example ${value}`,
        source: `${value}\n\n-- \n${value}`,
        unit: value,
        picture: { src: 'cid:picture', alt: value, width: 800, height: 600 },
      });
      assert.not.match(html, /<(script|iframe|style>body|b>|i>|u>|form|object)/i, shown);
      assert.not.match(html, /<[a-z]+(?:\s[a-z-]+="[^"]*")*\son\w+=/i, shown);
      assert.equal(
        [...html.matchAll(/<img[^>]*\ssrc="([^"]*)"/g)].map(([, src]) => src),
        ['cid:picture'],
        shown,
      );
      for (const [, href = ''] of html.matchAll(/<a href="([^"]*)"/g)) assert.match(href, ALLOWED, shown);
      for (const line of [subject, preheader]) assert.not.match(line, /[\p{Cc}\u2028\u2029]/u, shown);
      assert.ok([...subject].length <= 300);
      for (const part of [html, text, subject])
        assert.not.match(part, /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u2028\u2029]|[^\P{Cc}\n]/u, shown);
      assert.is(html.match(new RegExp(LINKS.unsubscribe, 'g'))?.length, 1, shown);
      assert.not.match(html, /<b>comment/, shown);
      assert.equal(
        (await faultsOf(html)).filter((fault) => /close|unclosed|attr-quotes|parser|no-dup/.test(fault)),
        [],
        shown,
      );
    }
  },
);

s('shows exactly the text that the rules judged: what they count is there', () => {
  for (const language of LANGUAGES) {
    const { source } = mailingSample(language);
    const [text = '', signature = ''] = source.split('\n-- \n');
    const judged = readFields({ subject: 'x' }, text, signature);
    const words = tight(wordsOf(copyOf(mailingSample(language)).html));
    for (const block of judged.blocks) assert.ok(words.includes(tight(block.text)), block.text);
    assert.is(judged.links.filter(({ bare }) => !bare).length > 0, true);
  }
});

s.run();
