import { inside, joined } from './joined.ts';
import type { MatchingWords } from './words.ts';

const listed = (values: readonly string[]): string => joined(values, 'and');

const NUMBERS = ['', '', 'two', 'three'];
function apart(hours: number): string {
  if (hours === 0) return 'Both live in the same time zone';
  if (hours === 1) return 'Only one hour lies between their time zones';
  const words = hours < 1 ? `${Math.round(hours * 60)} minutes` : `${NUMBERS[hours] ?? hours} hours`;
  return `Only ${words} lie between their time zones`;
}

export const en: MatchingWords = {
  reasons: {
    topics: (values) => `Both want to talk about ${listed(values.map(inside))}`,
    field: ([field = '']) => `Both come from the same field: ${field}`,
    industry: ([industry = '']) => `Both named the same industry: ${inside(industry)}`,
    interests: (values) => `Both are interested in ${listed(values.map(inside))}`,
    languages: (values) => `Both speak ${listed(values)}`,
    timeZone: ([hours = '0']) => apart(Number(hours)),
    city: ([city = '']) => `Both live in ${city}`,
  },
  why: {
    'no-ranking': 'Ranked no mentor',
    'no-shared-language': 'Shares no language with any mentor in question',
    'choices-excluded': 'None of the mentors ranked may be proposed to this mentee',
    'choices-full': 'All mentors ranked are full with mentees who come first there',
    'no-places-left': 'No mentor with a free place is left',
  },
  counter: {
    'not-chosen': () => 'The mentee did not rank this mentor, and is asked first',
    list: ([mentor = '']) =>
      `Would rather have ${mentor}, where the last place went to a mentee on that mentor's own list`,
    waited: ([mentor = '']) =>
      `Would rather have ${mentor}, where the last place went to a mentee who has waited longer`,
    score: ([mentor = '', kept = '', own = '']) =>
      `Would rather have ${mentor}, where the last place went to a mentee who fits better (${kept} points, here ${own})`,
    lot: ([mentor = '']) =>
      `Would rather have ${mentor}, where the last place was drawn by lot between mentees who fit equally well`,
    sum: ([mentor = '']) =>
      `Would rather have ${mentor}, who would agree; but then fewer people would be matched, or others with lower choices`,
    fixed: ([mentor = '']) => `Would rather have ${mentor}, whose places are all taken by pairs that stay`,
    excluded: ([mentor = '']) => `Ranked ${mentor} higher, who may not be proposed to this mentee`,
  },
  change: {
    'one-more-place': (mentors) => `One more place at ${joined(mentors, 'or')} would help`,
    choose: (mentors) => `${listed(mentors)} ${mentors.length === 1 ? 'has' : 'have'} room and could be chosen`,
    language: (languages) => `A common language would help: the mentors in question speak ${listed(languages)}`,
    'more-places': () => 'Only more places with mentors would help',
  },
};
