import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LETTER_KEYS, type LetterKey, letterShape } from '../../domain/letters/index.ts';
import { TABS } from '../../domain/program/index.ts';
import { faultsOfOwn, LANGUAGES, render } from '../../templates/index.ts';
import { inputOf, letterOf, wordsOf } from './samples.ts';

const s = suite('words of staff');

/** Words that fit any letter: its deadline first, every slot of a line in one paragraph, every list alone. */
function fitting(key: LetterKey) {
  const { slots, deadline } = letterShape(key);
  const inLine = Object.entries(slots).filter(([, kind]) =>
    ['text', 'lines', 'number', 'date', 'moment'].includes(kind),
  );
  const alone = Object.keys(slots).filter((slot) => !inLine.some(([name]) => name === slot));
  return {
    subject: deadline ? `{${deadline}:short}: our own words` : 'Our own words',
    text: [
      `Slots: ${inLine.map(([slot]) => `{${slot}}`).join(', ')}.`,
      '# Our heading',
      ...alone.map((slot) => `{${slot}}`),
      '- one\n- two',
      'Two\nlines',
    ].join('\n\n'),
  };
}
const ALLOWED = TABS.ownWords.columns.letter.choices as readonly LetterKey[];

s('fit every letter that staff may put in other words, in every language', () => {
  assert.is(ALLOWED.length, LETTER_KEYS.length - 2);
  for (const key of ALLOWED)
    for (const language of LANGUAGES) {
      const own = fitting(key);
      assert.equal(faultsOfOwn(key, language, own), [], key);
      const { subject, html, text } = render(key, language, inputOf(key, language), own);
      const shipped = letterOf(key, language);
      assert.match(subject, /our own words$/i);
      assert.match(html, '<h2 style="margin:12px 0 0;font-size:17px">Our heading</h2>');
      assert.match(html, 'Two<br>lines');
      assert.match(text, /\nOUR HEADING\n/);
      assert.match(text, /\n- one\n- two\n/);
      for (const part of [html, text]) assert.not.match(part, /undefined|\{\w+/, key);
      // Buttons, small links and footer are those of the letter.
      const links = (each: string) => [...each.matchAll(/href="([^"]+)"/g)].map(([, href]) => href).sort();
      assert.equal(links(html), links(shipped.html), key);
    }
});

s('fill slots in the form and number the language wants', () => {
  const { html, text } = render('completed', 'ru', inputOf('completed', 'ru'), {
    subject: 'Спасибо, {name}!',
    text: '{partner} и вы: {monthsConfirmed|# месяц|# месяца|# месяцев}.',
  });
  for (const part of [wordsOf(html), text]) assert.match(part, 'Данияр Омаров и вы: 5 месяцев.');
});

s('are refused with the reason, and the shipped words stand', () => {
  for (const [key, own, says] of [
    [
      'check',
      { subject: 'No date', text: '{partner} {month} {months} {answerBy}' },
      /subject does not begin with \{answerBy:short\}/,
    ],
    ['completed', { subject: 'x', text: '{partner}' }, /\{monthsConfirmed\} is missing/],
    [
      'completed',
      { subject: 'x', text: '{partner} {monthsConfirmed} {nope}' },
      /uses \{nope\}, which the letter does not have/,
    ],
    ['completed', { subject: 'x'.repeat(121), text: '{partner} {monthsConfirmed}' }, /longer than 120 characters/],
    [
      'completed',
      { subject: 'x', text: `{partner} {monthsConfirmed} ${'x'.repeat(5001)}` },
      /longer than 5000 characters/,
    ],
    [
      'completed',
      { subject: 'x', text: '{partner} {monthsConfirmed|# месяц|# месяцев}' },
      /has 2 forms for \{monthsConfirmed\}, but the language has 3/,
    ],
    ['completed', { subject: 'x', text: '{partner:until} {monthsConfirmed}' }, /it is no date/],
    ['completed', { subject: 'x', text: '{partner {monthsConfirmed}' }, /a brace or a mark that is no slot/],
    [
      'ask-mentee',
      { subject: '{answerBy:short}: x', text: 'See {profile} and\n{commonalities}' },
      /uses \{profile\} in a line, but it is a facts/,
    ],
    ['completed', { subject: '', text: '' }, /subject is empty.*text is empty/s],
  ] as const) {
    assert.match(faultsOfOwn(key, 'ru', own).join('\n'), says);
    assert.equal(render(key, 'ru', inputOf(key, 'ru'), own), letterOf(key, 'ru'));
  }
});

s('are words only: markup, marks and direction signs do nothing', () => {
  const hostile = '<script>alert(1)</script> ⟦ ¦ \u202E <a href="javascript:1">x</a>';
  assert.match(
    faultsOfOwn('completed', 'en', { subject: 'x', text: `{partner} {monthsConfirmed} ${hostile}` }).join(),
    /a mark/,
  );
  const clean = hostile.replaceAll(/[⟦¦]/g, '');
  const { html, text, subject } = render('completed', 'en', inputOf('completed', 'en'), {
    subject: `x\r\nBcc: a@b ${clean}`,
    text: `{partner} {monthsConfirmed} ${clean}`,
  });
  assert.not.match(html, /<script|<a href="javascript/);
  assert.match(html, '&lt;script&gt;');
  assert.not.match(subject, /[\r\n\u202E]/);
  for (const part of [html, text]) assert.not.match(part, /\u202E/);
});

s.run();
