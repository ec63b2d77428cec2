import type { Person, Weights } from '../../../domain/matching/index.ts';

/** The score of a couple as the documentation words it, on plain lists: what the engine's arrays must agree with. */
export function scoreByHand(mentor: Person, mentee: Person, weights: Weights, mentees: readonly Person[]): number {
  const inBoth = (mine: readonly string[], yours: readonly string[]) => mine.filter((word) => yours.includes(word));
  const part = (mine: readonly string[], yours: readonly string[]) =>
    mine.length === 0 ? 0 : inBoth(mine, yours).length / mine.length;
  const rarity = (word: string) => {
    const named = mentees.filter(({ interests }) => interests.map(plain).includes(word)).length;
    return Math.log(1 + Math.max(1, mentees.length) / Math.max(1, named));
  };
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + rarity(word), 0);
  const list = (words: readonly string[]) => [...new Set(words.map(plain))].filter((word) => word !== '');
  const [mine, yours] = [list(mentee.interests), list(mentor.interests)];
  const all = sum(new Set([...mine, ...yours]));
  const equal = (a: string, b: string) => Number(plain(a) !== '' && plain(a) === plain(b));
  const parts: Weights = {
    topics: part(list(mentee.topics), list(mentor.topics)),
    field: equal(mentor.field, mentee.field),
    industry: equal(mentor.industry, mentee.industry),
    interests: all === 0 ? 0 : sum(inBoth(mine, yours)) / all,
    languages: part(list(mentee.languages), list(mentor.languages)),
    timeZone: near(mentor.utcOffset, mentee.utcOffset),
    city: sameCity(mentor.city, mentee.city),
  };
  const points = Object.entries(parts).reduce(
    (total, [key, share]) => total + share * weights[key as keyof Weights],
    0,
  );
  return Math.round(points * 10) / 10;
}

const plain = (text: string): string => {
  const word = text.trim().toLowerCase();
  return word === 'other' ? '' : word;
};

function near(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const turn = Math.abs(a - b) % 24;
  return Math.max(0, 1 - Math.min(turn, 24 - turn) / 8);
}

function sameCity(a: string, b: string): number {
  const [[cityA = '', countryA = ''], [cityB = '', countryB = '']] = [a.split(','), b.split(',')];
  const sameCountry = !plain(countryA) || !plain(countryB) || plain(countryA) === plain(countryB);
  return plain(cityA) !== '' && plain(cityA) === plain(cityB) && sameCountry ? 1 : 0;
}
