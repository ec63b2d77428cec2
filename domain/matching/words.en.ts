import type { MatchingWords } from './words.ts';

/** "a", "a and b", "a, b and c". */
const listed = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`;

/** "Job search" inside a sentence is "job search"; "MBA" stays. */
const inside = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());

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
};
