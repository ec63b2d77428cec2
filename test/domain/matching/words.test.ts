import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commonalities, describe, describeWhy, type Person, WHY_CODES } from '../../../domain/matching/index.ts';
import { codes as en } from '../../../templates/codes.en.ts';
import { person } from './markets.ts';

const codes: Readonly<Record<string, string>> = en;
const words = suite('matching: words');
const said = (mentor: Partial<Person>, mentee: Partial<Person>): string[] =>
  commonalities(person('m', mentor), person('e', mentee)).map((reason) => describe(reason, 'en'));

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
words.run();
