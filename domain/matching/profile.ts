import type { Person } from './types.ts';

/** Comparable words with the spelling they came in. */
export type Words = ReadonlyMap<string, string>;

/** A person made comparable: done once, compared often. */
export interface Profile {
  readonly topics: Words;
  readonly field: string;
  readonly industry: string;
  readonly interests: Words;
  readonly languages: Words;
  readonly utcOffset: number | undefined;
  readonly city: string;
  readonly country: string;
}

/** An answer that two people can share without having anything in common. */
const SAYS_NOTHING = 'other';

/** Letters, digits and single spaces only, all small: nothing to make comparable. */
const IS_PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

export const comparable = (text: string): string =>
  IS_PLAIN.test(text)
    ? text
    : text.normalize('NFKC').toLowerCase().replaceAll('&', ' and ').trim().replaceAll(/\s+/g, ' ');

/** Makes people comparable; a maker remembers words, since many people name the same. */
export function profiler(): (person: Person) => Profile {
  const known = new Map<string, string>();
  const telling = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const word = comparable(text);
    const told = word === SAYS_NOTHING ? '' : word;
    known.set(text, told);
    return told;
  };
  const words = (texts: readonly string[]): Words => {
    const found = new Map<string, string>();
    for (const text of texts) {
      const word = telling(text);
      if (word && !found.has(word)) found.set(word, text.trim());
    }
    return found;
  };
  return (person) => {
    const [city = '', ...country] = person.city.split(',');
    return {
      topics: words(person.topics),
      field: telling(person.field),
      industry: telling(person.industry),
      interests: words(person.interests),
      languages: words(person.languages),
      utcOffset: person.utcOffset,
      city: telling(city),
      country: country.length === 0 ? '' : comparable(country.join(' ')),
    };
  };
}

export const profileOf = (person: Person): Profile => profiler()(person);

/** What stands in both, in the order and spelling of the second. */
export const shared = (a: Words, b: Words): string[] => [...b].filter(([word]) => a.has(word)).map(([, text]) => text);

/** Hours between two people's clocks, around the globe the short way; undefined if one is unknown. */
export function hoursApart(a: Profile, b: Profile): number | undefined {
  if (a.utcOffset === undefined || b.utcOffset === undefined) return undefined;
  const hours = Math.abs(a.utcOffset - b.utcOffset) % 24;
  return Math.min(hours, 24 - hours);
}

/** The same city; a country counts if both name one. */
export const sameCity = (a: Profile, b: Profile): boolean =>
  a.city !== '' && a.city === b.city && (a.country === b.country || !a.country || !b.country);

export const same = (a: string, b: string): boolean => a !== '' && a === b;
