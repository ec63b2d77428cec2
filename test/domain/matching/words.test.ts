import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  commonalities,
  describe,
  describeChange,
  describeCounter,
  describeWhy,
  MATCHING_LANGUAGES,
  type MatchingLanguage,
  type Person,
  WHY_CODES,
} from '../../../domain/matching/index.ts';
import { CHANGE_CODES, COUNTER_CODES, CRITERIA } from '../../../domain/matching/types.ts';
import { INDUSTRIES, LANGUAGES, TOPICS } from '../../../domain/program/vocabulary.ts';
import { codes as en } from '../../../templates/codes.en.ts';
import { person } from './markets.ts';

const codes: Readonly<Record<string, string>> = en;
const words = suite('matching: words');
const said = (mentor: Partial<Person>, mentee: Partial<Person>, language: MatchingLanguage = 'en'): string[] =>
  commonalities(person('m', mentor), person('e', mentee)).map((reason) => describe(reason, language));

words('all that two people have in common, what matters most first', () => {
  const mentor: Partial<Person> = {
    topics: ['Networking', 'Job search'],
    field: 'computer science',
    industry: 'Energy and mining',
    interests: ['Hiking', 'CHESS', 'film'],
    languages: ['English', 'Kazakh', 'Russian'],
    utcOffset: 5,
    city: 'Astana, Kazakhstan',
  };
  const mentee: Partial<Person> = {
    topics: ['Job search', 'Networking'],
    field: 'Computer Science',
    industry: 'Energy and mining',
    interests: ['Chess', 'AI', 'hiking'],
    languages: ['Kazakh', 'English'],
    utcOffset: 5,
    city: 'Astana',
  };
  assert.equal(said(mentor, mentee), [
    'Both want to talk about job search and networking',
    'Both come from the same field: Computer Science',
    'Both named the same industry: energy and mining',
    'Both are interested in chess and hiking',
    'Both speak Kazakh and English',
    'Both live in the same time zone',
    'Both live in Astana',
  ]);
});
words('nothing in common is nothing said', () => {
  assert.equal(said({ topics: ['Networking'], industry: 'Other' }, { topics: ['Job search'], industry: 'Other' }), []);
  assert.equal(said({}, {}), []);
});
words('lists and abbreviations read well', () => {
  const topics = ['MBA', 'Job search', 'Networking'];
  assert.equal(said({ topics }, { topics }), ['Both want to talk about MBA, job search and networking']);
});
words('a few hours apart are said, many are not', () => {
  const apart = (utcOffset: number) => said({ utcOffset: 5 }, { utcOffset });
  assert.equal(apart(4), ['Only one hour lies between their time zones']);
  assert.equal(apart(8), ['Only three hours lie between their time zones']);
  assert.equal(apart(5.5), ['Only 30 minutes lie between their time zones']);
  assert.equal(apart(2.5), ['Only 2.5 hours lie between their time zones']);
  assert.equal(apart(1), []);
});
words('every reason to be without a mentor has words for staff and for the letter', () => {
  assert.ok(WHY_CODES.length > 0);
  for (const why of WHY_CODES) {
    assert.ok(describeWhy(why, 'en').length > 10, `no words for staff: ${why}`);
  }
  // The season gives one reason of its own, after the last choice has declined; the letter has one for want of any.
  for (const why of [...WHY_CODES, 'choices-exhausted', 'waiting'])
    assert.match(codes[why] ?? '', /^[A-Z].*\.$/, `no sentence in letters: ${why}`);
});
words('the same in Kazakh and Russian, with the lists of the program translated and own words as typed', () => {
  const one: Partial<Person> = {
    topics: ['Job search', 'Networking'],
    field: 'Robotics',
    industry: 'Energy and mining',
    interests: ['chess', 'hiking'],
    languages: ['Kazakh', 'English'],
    utcOffset: 5,
    city: 'Astana',
  };
  assert.equal(said({ ...one, utcOffset: 7.5 }, one, 'kk'), [
    'Ортақ тақырыптар: жұмыс іздеу және кәсіби таныстық',
    'Мамандық саласы бір: Robotics',
    'Қызмет саласы бір: энергетика және тау-кен ісі',
    'Ортақ қызығушылықтар: chess және hiking',
    'Ортақ тілдер: қазақ тілі және ағылшын тілі',
    'Уақыт айырмашылығы бар болғаны 2,5 сағат',
    'Бір қалада тұрады: Astana',
  ]);
  assert.equal(said(one, one, 'ru'), [
    'Общие темы: поиск работы и профессиональные знакомства',
    'Одна и та же область: Robotics',
    'Одна и та же отрасль: энергетика и добыча',
    'Общие интересы: chess и hiking',
    'Общие языки: казахский и английский',
    'Живут в одном часовом поясе',
    'Живут в одном городе: Astana',
  ]);
});
words('Russian hours and halves are said rightly', () => {
  const apart = (utcOffset: number) => said({ utcOffset: 5 }, { utcOffset }, 'ru').join();
  assert.is(apart(4), 'Разница во времени всего 1 час');
  assert.is(apart(8), 'Разница во времени всего 3 часа');
  assert.is(apart(5.5), 'Разница во времени всего 30 минут');
  assert.is(apart(2.5), 'Разница во времени всего 2,5 часа');
});
words('every word of the program that matching names is translated', () => {
  for (const [code, list] of [
    ['topics', TOPICS],
    ['languages', LANGUAGES],
    ['industry', INDUSTRIES.filter((industry) => industry !== 'Other')],
  ] as const)
    for (const word of list)
      for (const language of ['kk', 'ru'] as const)
        assert.not.match(describe({ code, values: [word] }, language), /[A-Za-z]/, `${word} in ${language}`);
});
words('every code has a sentence of its own in each language, with names for IDs and no full stop', () => {
  const nameOf = (id: string) => (id === 'm1' ? 'Айгерим Садыкова' : id === 'm2' ? 'Даниар Омаров' : id);
  const values = ['m1', '55.0', '40.0'];
  for (const language of MATCHING_LANGUAGES) {
    const all = [
      ...CRITERIA.map((code) => describe({ code, values: ['2'] }, language)),
      ...WHY_CODES.map((code) => describeWhy(code, language)),
      ...COUNTER_CODES.map((code) => describeCounter({ code, values }, language, nameOf)),
      ...CHANGE_CODES.map((code) =>
        describeChange({ code, values: code === 'language' ? ['Kazakh'] : ['m1', 'm2'] }, language, nameOf),
      ),
    ];
    assert.is(new Set(all).size, all.length, language);
    for (const sentence of all) {
      assert.match(sentence, /^\p{Lu}.{8,}[^.]$/u, `${language}: ${sentence}`);
      assert.not.match(sentence, /undefined|m1/, `${language}: ${sentence}`);
      if (language !== 'en') assert.match(sentence, /\p{Script=Cyrillic}/u);
    }
    assert.match(describeCounter({ code: 'score', values }, language, nameOf), /Айгерим Садыкова.*55[.,]0.*40[.,]0/);
  }
});
words.run();
