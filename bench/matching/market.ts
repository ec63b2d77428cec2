import type { Market, Mentee, Mentor, Person } from '../../domain/matching/index.ts';

/** A market of invented people, the same for the same sizes: some mentors are wanted by many, most by few. */
export function inventMarket(menteeCount: number, mentorCount: number): Market {
  const random = randomOf(menteeCount * 31 + mentorCount);
  const whole = (below: number) => Math.floor(random() * below);
  const oneOf = (words: readonly string[]) => words[whole(words.length)] ?? '';
  const some = (words: readonly string[], chance: number) => words.filter(() => random() < chance);
  /** Low numbers more often. */
  const popular = (below: number) => Math.floor(random() * random() * below);
  const person = (id: string): Person => ({
    id,
    topics: some(TOPICS, 0.5),
    field: FIELDS[popular(FIELDS.length)] ?? '',
    industry: oneOf(INDUSTRIES),
    interests: [...new Set(Array.from({ length: 5 }, () => `interest ${popular(300)}`))],
    languages: some(LANGUAGES, 0.6),
    utcOffset: whole(12) - 2,
    city: oneOf(CITIES),
  });
  const mentors = Array.from({ length: mentorCount }, (_, n): Mentor => ({ ...person(`mentor ${n}`), capacity: 5 }));
  const mentees = Array.from({ length: menteeCount }, (_, n): Mentee => {
    const choices = new Set<string>();
    while (choices.size < Math.min(CHOICES, mentorCount)) choices.add(`mentor ${popular(mentorCount)}`);
    return { ...person(`mentee ${n}`), choices: [...choices] };
  });
  return { mentors, mentees, never: [], fixed: [], seed: 'bench' };
}

export const CHOICES = 10;
const TOPICS = ['Continuing education', 'Job search', 'Career conversations', 'Networking'];
const LANGUAGES = ['English', 'Kazakh', 'Russian'];
const FIELDS = Array.from({ length: 40 }, (_, n) => `field ${n}`);
const INDUSTRIES = Array.from({ length: 10 }, (_, n) => `industry ${n}`);
const CITIES = ['Astana, Kazakhstan', 'Almaty, Kazakhstan', 'Karaganda', 'London, UK', 'Seoul', ''];

/** Marsaglia's xorshift: chance that is the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
