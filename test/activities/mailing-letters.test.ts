/** Letters of a mailing as they are filled in from its row: dates, findings, words, links; with empty cells and after the row changed (lifecycle section 6). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose, readerOf } from '../../activities/letters/compose.ts';
import { aroundOf, assessed } from '../../activities/mailing/around.ts';
import { overlay } from '../../activities/overlay.ts';
import type { ActionLink, AnyChange, Ports, View } from '../../activities/ports.ts';
import { LETTERS, type LetterOrder, MAILING_LETTERS } from '../../domain/letters/index.ts';
import type { MailingMemory } from '../../domain/mailing/index.ts';
import { findingKey, writeKept } from '../../domain/mailing/request/index.ts';
import { DIRECTIONS } from '../../domain/program/index.ts';
import * as templates from '../../templates/index.ts';
import { LANGUAGES, type Language } from '../../templates/index.ts';

const ID = 'ML-0000-0001';
const SIGNATURE = 'School office, seds@nu.edu.kz\n53 Kabanbay Batyr Ave., Astana 010000\n+7 7172 70 58 86';
const CELLS = {
  subject: 'Open lecture',
  unit: 'SEDS',
  direction: DIRECTIONS.event,
  initiatorName: 'Aida Serikova',
  initiatorEmail: 'aida@nu.edu.kz',
  eventDate: '2026-11-12',
  text: 'Come to a lecture on [its page](https://seds.nu.edu.kz/lecture).',
  signature: SIGNATURE,
  schools: ['SEDS'],
};

const EMPTY: View = { row: () => undefined, rows: () => [] };
const memoryOf = (rest: Partial<MailingMemory>): string =>
  JSON.stringify({ version: 1, timers: {}, spans: [], round: 0, mistaken: {}, ...rest });
/** A workbook with one request, its unit, one alumnus of the School and a moderator. */
const viewOf = (create: object, cells: object = {}): View =>
  overlay(EMPTY, [
    { tab: 'settings', id: 'ST-1', create: { key: 'calendarConfirmedUntil', value: '2027-12-31' }, cells: {} },
    { tab: 'holidays', id: 'HO-1', create: { date: '2026-10-26', kind: 'Day off' }, cells: {} },
    {
      tab: 'units',
      id: 'UN-1',
      create: { code: 'SEDS', name: 'School', links: 'nu.edu.kz', hashtag: '#UNIT' },
      cells: {},
    },
    { tab: 'alumni', id: 'AL-1', create: { name: 'A', email: 'a@x.example', school: 'SEDS' }, cells: {} },
    { tab: 'staff', id: 'SF-1', create: { name: 'Mo Derator', email: 'mo@cac.example' }, cells: {} },
    { tab: 'mailings', id: ID, create, cells },
  ] as unknown as AnyChange[]);

const asked: ActionLink[] = [];
const ports = {
  letters: { ...templates, day: templates.dateWords, faults: templates.faultsOfOwn },
  links: {
    action: (link: ActionLink, language?: Language) => {
      asked.push(link);
      return `https://pages.example/${link.action}/${link.person}?lang=${language ?? ''}`;
    },
  },
} as unknown as Ports;

function letter(key: LetterOrder['key'], view: View, rest: Partial<LetterOrder> = {}, language?: Language) {
  const to = rest.to ?? ID;
  const reader = readerOf(view, to);
  if (!reader) throw new Error(`nobody reads letters to ${to}`);
  const order: LetterOrder = { key, to, about: ID, step: 'test', expires: '2027-01-01T00:00:00Z', ...rest };
  return compose(ports, view, [order], language ? { ...reader, language } : reader);
}
const KEYS = Object.keys(MAILING_LETTERS) as (keyof typeof MAILING_LETTERS)[];
const due = { due: '2026-10-20T07:30:00Z' };

const s = suite('letters of a mailing');

s('the receipt goes to the initiator with the three dates, and one link of theirs', () => {
  asked.length = 0;
  const { to, subject, text, language, category } = letter('mailing-receipt', viewOf(CELLS));
  assert.equal(to, { name: 'Aida Serikova', email: 'aida@nu.edu.kz' });
  assert.equal([subject, language, category], ['We have your request: Open lecture', 'en', 'person']);
  assert.match(text, /Dear Aida,/);
  for (const line of [
    'Date it is about: Thursday, 12 November 2026',
    'Thursday, 22 October 2026',
    'Thursday, 5 November 2026',
    'Monday, 2 November 2026',
    'Wednesday, 4 November 2026',
  ])
    assert.ok(text.includes(line), `${line}\n${text}`);
  assert.equal(
    asked.map(({ process, action, person }) => [process, action, person]),
    [[`mailing/${ID}`, 'draft', ID]],
  );
});

s('a mailing without a window says so, as does one beyond the calendar, and a post alone reaches no mailbox', () => {
  const text = (cells: object) => letter('mailing-receipt', viewOf({ ...CELLS, ...cells })).text;
  assert.match(text({ direction: DIRECTIONS['board-decision'], eventDate: '' }), /Dates: No dates bind it/);
  assert.match(text({ direction: DIRECTIONS.vacancy, eventDate: '' }), /Dates: No dates bind it/);
  assert.match(text({ eventDate: '2029-03-01' }), /the calendar covers it/);
  assert.match(text({ eventDate: '' }), /once that is given/);
  assert.match(text({ social: 'Only a post' }), /A post alone goes to nobody/);
});

s('returned: every finding with rule, clause, words and fix, in the language of its reader; errors first', () => {
  const view = viewOf(
    { ...CELLS, text: `ATTENTION everybody. Register at [the form](https://forms.gle/x).` },
    {
      comment:
        'Monday, 19 October, 16:05, Mo Derator:\nPlease shorten.\nThank you.\n\n―\nBefore, Mo Derator:\nOld words.',
    },
  );
  for (const [language, says] of [
    [
      'en',
      /R9, Appendix 1, section 2: The link leads to a form on forms\.gle[^\n]*\n {2}“https:\/\/forms\.gle\/x”\n {2}Open registration/,
    ],
    ['kk', /R9, [^\n]*2[^\n]*: Сілтеме forms\.gle/],
    ['ru', /R9, [^\n]*2[^\n]*: Ссылка ведёт на форму сайта forms\.gle/],
  ] as const) {
    const { text } = letter('mailing-returned', view, {}, language);
    assert.match(text, says);
    assert.match(text, /Monday, 19 October, 16:05, Mo Derator: Please shorten\.\n {2}Thank you\./);
    assert.not.match(text, /Old words/);
    assert.match(text, /ATTENTION/);
    assert.ok(text.indexOf('R9') < text.indexOf('R15'), 'errors come first');
  }
  const clean = letter('mailing-returned', viewOf(CELLS)).text;
  assert.not.match(clean, /R\d/);
  assert.match(clean, /Nothing/);
  const post = letter(
    'mailing-returned',
    viewOf({ ...CELLS, text: '', social: 'Only a post', hashtag: 'two words' }),
  ).text;
  assert.match(post, /R28, /);
  assert.not.match(post, /R5, /, 'a post alone has no text to judge');
});

s('a finding that two called mistaken is not told any more', () => {
  const cells = { ...CELLS, text: 'Register at [the form](https://forms.gle/x).' };
  assert.match(letter('mailing-returned', viewOf(cells)).text, /R9/);
  const view = viewOf(cells);
  const row = view.row('mailings', ID);
  const keys = row ? assessed(row, aroundOf(view, '2026-10-19T04:00:00Z')).verdict.findings.map(findingKey) : [];
  assert.is(keys.length, 1);
  const memory = memoryOf({ mistaken: { [keys[0] ?? '']: ['SF-1', 'SF-2'] } });
  assert.not.match(letter('mailing-returned', viewOf(cells, { memory })).text, /R9/);
  const one = memoryOf({ mistaken: { [keys[0] ?? '']: ['SF-1'] } });
  assert.match(letter('mailing-returned', viewOf(cells, { memory: one })).text, /R9/);
});

s('consent: what the moderator’s version changes, and only that', () => {
  const fix = writeKept({ subject: 'A shorter subject', text: CELLS.text });
  const { text } = letter('mailing-consent', viewOf(CELLS, { fix }));
  assert.match(text, /Subject: A shorter subject/);
  assert.not.match(text, /Text: Come/);
  assert.match(text, /pages\.example\/consent\/ML-0000-0001/);
  for (const broken of ['', '{', '[]', '7'])
    assert.ok(letter('mailing-consent', viewOf(CELLS, { fix: broken })).text.length > 100);
});

s('refused: why, and what is still open; a post that was refused is not offered once more', () => {
  const { text } = letter('mailing-refused', viewOf(CELLS));
  assert.match(text, /Thursday, 5 November 2026/);
  assert.not.match(text, /4 November/);
  assert.match(text, /- The next news digest[^\n]*\n- A page of the School[^\n]*\n- A post in social networks/);
  assert.not.match(letter('mailing-refused', viewOf({ ...CELLS, social: 'Only a post' })).text, /- A post in/);
});

s(
  'the report: counts as they were told, whether the clock was kept, both spans; each reader with their own page',
  () => {
    const memory = memoryOf({
      spans: [
        { from: '2026-10-19T05:00:00Z', to: '2026-10-19T11:00:00Z' },
        { from: '2026-10-21T06:00:00Z', to: '2026-10-21T08:30:00Z' },
      ],
    });
    const view = viewOf(CELLS, { memory });
    const data = { sent: 118, failed: 1, bounced: 2, left: 3, unknown: 4, kept: true };
    const { text } = letter('mailing-report', view, { data });
    assert.match(
      text,
      /Sent: 118\n- Refused by the mail server: 1\n- Came back: 2\n- Not sent: 3\n- In doubt, for the Center to look into: 4/,
    );
    assert.match(text, /kept \(6 h \+ 2\.5 h\)/);
    assert.match(text, /\/draft\/ML-0000-0001/);
    const staff = letter('mailing-report', view, { data: { ...data, kept: false }, to: 'SF-1' });
    assert.match(staff.text, /not kept/);
    assert.match(staff.text, /\/moderate\/SF-1/);
    assert.is(staff.category, 'staff');
  },
);

s('who moderates gets the request in short, by when, and the calendar; deadlines come first in subjects', () => {
  const { subject, text } = letter('mailing-to-moderate', viewOf(CELLS), { ...due, to: 'SF-1' });
  assert.match(subject, /^20 October, 12:30: /);
  assert.match(text, /Unit: SEDS/);
  assert.match(text, /1, broad/, 'its unit has not submitted its contact data (P7)');
  assert.match(text, /moderate\/SF-1/);
  assert.match(text, /mailings\/SF-1/);
});

s(
  'the communication officer gets text, hashtag, day and words of the poster; the unit’s hashtag where none was given',
  () => {
    const cells = { ...CELLS, posterText: 'Come and\nsee', posterAlt: 'A bridge', hashtag: '#OWN' };
    const { text } = letter('social-request', viewOf(cells), { ...due, to: 'SF-1', data: { day: '2026-11-04' } });
    for (const words of ['#OWN', 'Wednesday, 4 November 2026', 'Come and\n  see', 'A bridge', '/social/SF-1'])
      assert.ok(text.includes(words), words);
    assert.match(letter('social-request', viewOf(CELLS), { ...due, to: 'SF-1' }).text, /#UNIT/);
  },
);

s('every letter can be made from an empty row, a row of nonsense, and a row that is gone (property by example)', () => {
  const rows = [
    viewOf({ initiatorEmail: 'x@y.example' }),
    viewOf(
      {
        ...CELLS,
        subject: ' \n ',
        direction: 'Nonsense',
        unit: 'Nowhere',
        years: 'soon',
        list: 'none',
        initiatorName: '',
      },
      { memory: '{', fix: '{', comment: '―', picture: '{' },
    ),
  ];
  for (const view of rows)
    for (const key of KEYS)
      for (const language of LANGUAGES)
        for (const to of [ID, 'SF-1']) {
          const { subject, text, html } = letter(key, view, { ...due, to }, language);
          for (const part of [subject, text, html])
            assert.not.match(part, /undefined|NaN|\[object/, `${key}.${language}`);
          assert.not.match(text, /«»|""/, key);
        }
  const gone = overlay(viewOf(CELLS), []);
  const without: View = { ...gone, row: (tab, id) => (id === ID ? undefined : gone.row(tab, id)) };
  assert.is(readerOf(without, ID), undefined);
  for (const key of KEYS) assert.ok(letter(key, without, { ...due, to: 'SF-1' }).text.length > 80, key);
});

s('an initiator without an address gets nothing; one without a name is greeted all the same', () => {
  assert.is(readerOf(viewOf({ ...CELLS, initiatorEmail: '' }), ID), undefined);
  assert.match(letter('mailing-receipt', viewOf({ ...CELLS, initiatorName: ' ' })).text, /^Dear SEDS,/);
  assert.match(letter('mailing-receipt', viewOf({ ...CELLS, initiatorName: '', unit: '' })).text, /^Dear colleague,/);
});

s('letters of a mailing go at once and belong to the catalogue', () => {
  for (const key of KEYS) {
    assert.is(LETTERS[key].urgent, true);
    assert.is(LETTERS[key], MAILING_LETTERS[key]);
  }
});

s.run();
