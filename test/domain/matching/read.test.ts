import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BadMarket, readMarket } from '../../../domain/matching/read.ts';

const reading = suite('matching: reading a file');

const person = { mentors: [{ id: 'm1', capacity: 1 }], mentees: [{ id: 'e1', choices: ['m1'] }] };
const BAD: readonly (readonly [name: string, content: unknown, message: RegExp])[] = [
  ['a list', [], /must be an object in braces, not a list/],
  ['no people', {}, /mentors: must be a list, but is missing\nmentees: must be a list/],
  [
    'a person who is none',
    { ...person, mentees: ['e1'] },
    /mentees\[0\]: must be an object in braces, not the text "e1"/,
  ],
  [
    'no ID',
    { ...person, mentors: [{ capacity: 1 }] },
    /mentors\[0\]\.id: must be a text that is not empty, but is missing/,
  ],
  ['a number as ID', { ...person, mentees: [{ id: 5 }] }, /mentees\[0\]\.id: .*not 5/],
  ['an ID twice', { ...person, mentees: [{ id: 'a' }, { id: 'a' }] }, /mentees\[1\]\.id: "a" stands in mentees\[0\]/],
  ['negative capacity', { ...person, mentors: [{ id: 'm1', capacity: -1 }] }, /mentors\[0\]\.capacity: .*not -1/],
  ['half a place', { ...person, mentors: [{ id: 'm1', capacity: 1.5 }] }, /mentors\[0\]\.capacity: .*whole number/],
  ['capacity as text', { ...person, mentors: [{ id: 'm1', capacity: '2' }] }, /capacity: .*not the text "2"/],
  [
    'an unknown choice',
    { ...person, mentees: [{ id: 'e1', choices: ['m9'] }] },
    /mentees\[0\]\.choices\[0\]: there is no mentor "m9"/,
  ],
  ['a choice twice', { ...person, mentees: [{ id: 'e1', choices: ['m1', 'm1'] }] }, /choices\[1\]: "m1" stands twice/],
  ['choices as text', { ...person, mentees: [{ id: 'e1', choices: 'm1' }] }, /mentees\[0\]\.choices: must be a list/],
  ['an unknown wish', { ...person, mentors: [{ id: 'm1', prefers: ['e9'] }] }, /prefers\[0\]: there is no mentee "e9"/],
  ['a topic as number', { ...person, mentees: [{ id: 'e1', topics: [1] }] }, /topics\[0\]: must be a text, not 1/],
  ['a field as list', { ...person, mentees: [{ id: 'e1', field: [] }] }, /field: must be a text, not a list/],
  [
    'an hour that is none',
    { ...person, mentees: [{ id: 'e1', utcOffset: 99 }] },
    /utcOffset: .*from -12 to 14, not 99/,
  ],
  ['half a couple', { ...person, never: [['e1']] }, /never\[0\]: must be a list of two IDs/],
  ['a couple turned round', { ...person, fixed: [['m1', 'e1']] }, /fixed\[0\]: there is no mentee "m1"/],
  [
    'fixed and forbidden',
    { ...person, fixed: [['e1', 'm1']], never: [['e1', 'm1']] },
    /fixed\[0\]: is forbidden by never/,
  ],
  [
    'fixed twice',
    {
      mentors: [{ id: 'm1' }, { id: 'm2' }],
      mentees: [{ id: 'e1' }],
      fixed: [
        ['e1', 'm1'],
        ['e1', 'm2'],
      ],
    },
    /fixed\[1\]: mentee "e1" has a fixed pair in fixed\[0\]/,
  ],
  [
    'more fixed pairs than places',
    {
      ...person,
      mentees: [{ id: 'e1' }, { id: 'e2' }],
      fixed: [
        ['e1', 'm1'],
        ['e2', 'm1'],
      ],
    },
    /mentors\[0\]\.capacity: is 1, but mentor "m1" has 2 fixed pairs/,
  ],
  ['weights that miss 100', { ...person, weights: { topics: 50 } }, /weights: must add up to 100, not 50/],
  ['an unknown weight', { ...person, weights: { topics: 100, age: 0 } }, /weights\.age: is not known here/],
  ['a negative weight', { ...person, weights: { topics: 110, city: -10 } }, /weights\.city: .*not -10/],
  ['fill as text', { ...person, fill: 'yes' }, /fill: must be true or false, not the text "yes"/],
  ['a seed that is none', { ...person, seed: null }, /seed: must be a text or a number, not null/],
  ['a misspelt part', { ...person, nevr: [] }, /nevr: is not known here/],
];
for (const [name, content, message] of BAD)
  reading(`refuses ${name}`, () => {
    assert.throws(
      () => readMarket(content),
      (error: unknown) => error instanceof BadMarket && message.test(error.message),
    );
  });
reading('only IDs are required, and capacity is one unless said', () => {
  const { market, ignored } = readMarket({ mentors: [{ id: 'm1', name: 'A' }], mentees: [{ id: 'e1' }] });
  assert.equal(
    market.mentors.map(({ capacity, prefers }) => [capacity, prefers]),
    [[1, undefined]],
  );
  assert.equal(
    market.mentees.map(({ choices, utcOffset }) => [choices, utcOffset]),
    [[[], undefined]],
  );
  assert.equal(ignored, ['mentors[0].name']);
});
reading('all problems are named at once', () => {
  const content = { mentors: [{ id: '' }, { id: 'm2', capacity: -2 }], mentees: 5 };
  assert.throws(
    () => readMarket(content),
    (error: unknown) => error instanceof BadMarket && error.problems.length === 3,
  );
});
reading.run();
