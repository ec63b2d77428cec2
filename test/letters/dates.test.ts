import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DATE_FORMS, dateWords, momentWords } from '../../templates/dates.ts';
import { LANGUAGES, type Language } from '../../templates/index.ts';
import { pluralWords } from '../../templates/plurals.ts';

const s = suite('dates and numbers in words');

s('a moment in every form and language, in the reader’s zone', () => {
  const at = '2026-09-09T12:00:00Z';
  const said = (language: Language) =>
    (['plain', ...DATE_FORMS] as const).map((form) => momentWords(at, language, 300, form));
  assert.equal(said('en'), [
    'Wednesday, 9 September 2026 at 17:00 (Almaty time)',
    '9 September, 17:00',
    'Wednesday, 9 September 2026 at 17:00 (Almaty time)',
    'Wednesday, 9 September 2026 at 17:00 (Almaty time)',
  ]);
  assert.equal(said('ru'), [
    'среда, 9 сентября 2026 года, 17:00 (время Алматы)',
    '9 сентября, 17:00',
    'до 17:00 среды, 9 сентября (время Алматы)',
    'в среду, 9 сентября, в 17:00 (время Алматы)',
  ]);
  assert.equal(said('kk'), [
    '2026 жылғы 9 қыркүйек, сәрсенбі, сағат 17:00 (Алматы уақыты)',
    '9 қыркүйек, 17:00',
    '9 қыркүйек, сәрсенбі, сағат 17:00-ге дейін (Алматы уақыты)',
    '9 қыркүйек, сәрсенбі, сағат 17:00-де (Алматы уақыты)',
  ]);
  assert.is(momentWords(at, 'ru', -300, 'on'), 'в среду, 9 сентября, в 07:00 (UTC−5)');
  assert.is(momentWords('2026-09-08T20:30:00Z', 'kk', 540, 'short'), '9 қыркүйек, 05:30');
});

s('civil dates inflect', () => {
  assert.is(dateWords('2026-10-28', 'en'), 'Wednesday, 28 October 2026');
  assert.is(dateWords('2026-10-28', 'ru', 'until'), 'до 28 октября 2026 года');
  assert.is(dateWords('2026-10-28', 'ru'), 'среда, 28 октября 2026 года');
  assert.is(dateWords('2027-01-11', 'kk', 'on'), '2027 жылғы 11 қаңтарда');
  assert.is(dateWords('2027-04-12', 'kk', 'until'), '2027 жылғы 12 сәуірге дейін');
  assert.is(dateWords('2027-09-30', 'kk', 'until'), '2027 жылғы 30 қыркүйекке дейін');
  assert.is(dateWords('', 'kk', 'until'), '');
  assert.throws(() => dateWords('someday', 'en'), /a date that is none/);
});

s('Kazakh endings follow the number that is said last', () => {
  const until = (time: string) =>
    /сағат (\S+) дейін/.exec(momentWords(`2026-09-09T${time}:00Z`, 'kk', 0, 'until'))?.[1];
  assert.equal(
    ['09:00', '10:00', '13:00', '17:00', '18:00', '20:00', '09:30', '09:40', '09:50', '09:05', '09:59'].map(until),
    [
      '09:00-ға',
      '10:00-ға',
      '13:00-ке',
      '17:00-ге',
      '18:00-ге',
      '20:00-ға',
      '09:30-ға',
      '09:40-қа',
      '09:50-ге',
      '09:05-ке',
      '09:59-ға',
    ],
  );
});

s('numbers take their noun’s form', () => {
  const months = ['# месяц', '# месяца', '# месяцев'];
  assert.equal(
    [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112].map((n) => pluralWords(n, months, 'ru')),
    [
      '0 месяцев',
      '1 месяц',
      '2 месяца',
      '4 месяца',
      '5 месяцев',
      '11 месяцев',
      '12 месяцев',
      '14 месяцев',
      '21 месяц',
      '22 месяца',
      '25 месяцев',
      '101 месяц',
      '111 месяцев',
      '112 месяцев',
    ],
  );
  assert.equal(
    [0, 1, 2].map((n) => pluralWords(n, ['# month', '# months'], 'en')),
    ['0 months', '1 month', '2 months'],
  );
  assert.is(pluralWords(5, ['# ай'], 'kk'), '5 ай');
});

s('the forms are those of the platform’s own language data, where it has them', () => {
  // The tables are ours so that a letter never changes with a version of Node; the platform is the witness.
  for (const [language, locale] of [
    ['en', 'en-GB'],
    ['ru', 'ru-RU'],
    ['kk', 'kk-KZ'],
  ] as const) {
    assert.ok(LANGUAGES.includes(language));
    for (let month = 1; month <= 12; month++) {
      const date = `2027-${String(month).padStart(2, '0')}-15`;
      const theirs = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(date),
      );
      assert.is(dateWords(date, language, 'short'), theirs);
    }
    for (let day = 1; day <= 7; day++) {
      const date = `2027-02-0${day}`;
      const theirs = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(date));
      assert.ok(dateWords(date, language).includes(theirs), `${language} ${theirs}`);
    }
    for (let n = 0; n <= 200; n++) {
      const category = new Intl.PluralRules(locale).select(n);
      const forms = { en: ['one', 'other'], kk: ['*'], ru: ['one', 'few', 'many'] }[language];
      assert.is(pluralWords(n, forms, language), language === 'kk' ? '*' : category);
    }
  }
});

s.run();
