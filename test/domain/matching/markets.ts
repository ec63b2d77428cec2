import fc from 'fast-check';
import type { Market, Mentee, Mentor, Person } from '../../../domain/matching/index.ts';
import { DEFAULT_WEIGHTS } from '../../../domain/matching/score.ts';
import { scoreByHand } from './by-hand.ts';

/** People who told nothing but what a test is about. */
export const person = (id: string, told: Partial<Person> = {}): Person => ({
  id,
  topics: [],
  field: '',
  industry: '',
  interests: [],
  languages: [],
  city: '',
  ...told,
});
export const mentor = (id: string, told: Partial<Mentor> = {}): Mentor => ({ ...person(id), capacity: 1, ...told });
export const mentee = (id: string, choices: readonly string[], told: Partial<Mentee> = {}): Mentee => ({
  ...person(id),
  choices,
  ...told,
});
export const market = (mentors: readonly Mentor[], mentees: readonly Mentee[], more: Partial<Market> = {}): Market => ({
  mentors,
  mentees,
  never: [],
  fixed: [],
  ...more,
});

const some = <T>(of: readonly T[]) => fc.subarray([...of]);
const told = fc.record({
  topics: some(['Job search', 'Networking', 'Career conversations']),
  field: fc.constantFrom('', 'Law', 'Physics'),
  industry: fc.constantFrom('', 'Energy', 'Other'),
  interests: some(['chess', 'hiking', 'film', 'go']),
  languages: some(['English', 'Kazakh']),
  city: fc.constantFrom('', 'Astana', 'Almaty, Kazakhstan'),
});
const wants = fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constant({ schools: ['SEDS'] }));
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, n) => `${letter}${n + 1}`);

interface Size {
  readonly mentors: number;
  readonly mentees: number;
}
/** Whether mentors have a complete list of their own, or some a short one and most none. */
type Lists = 'complete' | 'some';

/** Random markets; fixed pairs fit, since each mentor gets room for theirs. */
export const markets = ({ mentors, mentees }: Size, lists: Lists = 'some'): fc.Arbitrary<Market> =>
  fc
    .record({ mentors: fc.integer({ min: 1, max: mentors }), mentees: fc.integer({ min: 1, max: mentees }) })
    .chain((size) => {
      const [mentorIds, menteeIds] = [ids('m', size.mentors), ids('e', size.mentees)];
      const list = lists === 'complete' ? { minLength: menteeIds.length } : {};
      const couple = fc.tuple(fc.constantFrom(...menteeIds), fc.constantFrom(...mentorIds));
      return fc.record({
        mentors: fc.tuple(
          ...mentorIds.map((id) =>
            fc
              .tuple(told, fc.integer({ min: 0, max: 2 }), fc.shuffledSubarray(menteeIds, list), fc.boolean(), wants)
              .map(([words, capacity, prefers, wishes, asks]) =>
                mentor(id, {
                  ...words,
                  capacity,
                  ...(lists === 'complete' || wishes ? { prefers } : {}),
                  ...(asks ? { wants: asks } : {}),
                }),
              ),
          ),
        ),
        mentees: fc.tuple(
          ...menteeIds.map((id) =>
            fc
              .tuple(
                told,
                fc.shuffledSubarray(mentorIds),
                fc.constantFrom('SEDS', 'SSH'),
                fc.constantFrom(0, 0, 0, 1, 2),
              )
              .map(([words, choices, school, waited]) => mentee(id, choices, { ...words, school, waited })),
          ),
        ),
        never: fc.array(couple, { maxLength: 3 }),
        fixed: fc.uniqueArray(couple, { maxLength: 2, selector: ([id]) => id }),
        fill: fc.boolean(),
        seed: fc.constantFrom('2026', '2027'),
      });
    })
    .map((drawn) => {
      const fixed = drawn.fixed.filter(([e, m]) => !drawn.never.some(([e2, m2]) => e === e2 && m === m2));
      const needs = (id: string) => fixed.filter(([, m]) => m === id).length;
      return {
        ...drawn,
        fixed,
        mentors: drawn.mentors.map((m) => ({ ...m, capacity: Math.max(m.capacity, needs(m.id)) })),
      };
    });

/** Whether a couple may be a pair, told from the answers alone. */
export function mayPair(of: Market, menteeId: string, mentorId: string): boolean {
  if (of.never.some(([e, m]) => e === menteeId && m === mentorId)) return false;
  const guest = of.mentees.find(({ id }) => id === menteeId);
  const host = of.mentors.find(({ id }) => id === mentorId);
  const [a, b] = [guest?.languages ?? [], host?.languages ?? []];
  const { schools = [], years = [] } = host?.wants ?? {};
  if (schools.length > 0 && !schools.includes(guest?.school ?? '')) return false;
  if (years.length > 0 && !years.includes(guest?.year ?? '')) return false;
  return a.length === 0 || b.length === 0 || a.some((language) => b.includes(language));
}

/** How a mentor compares two mentees, as far as anybody could complain: below 0 if clearly better with `a`; lots aside. */
function mentorLikes(of: Market, mentorId: string, a: string, b: string): number {
  const host = of.mentors.find(({ id }) => id === mentorId);
  if (!host) throw new Error(`no mentor ${mentorId}`);
  const wish = (id: string) => (host.prefers?.includes(id) ? host.prefers.indexOf(id) : Number.MAX_SAFE_INTEGER);
  const points = (id: string) => {
    const guest = of.mentees.find((one) => one.id === id);
    if (!guest) throw new Error(`no mentee ${id}`);
    return scoreByHand(host, guest, of.weights ?? DEFAULT_WEIGHTS, of.mentees);
  };
  const waited = (id: string) => of.mentees.find((one) => one.id === id)?.waited ?? 0;
  return wish(a) - wish(b) || waited(b) - waited(a) || points(b) - points(a);
}

export type Assignment = ReadonlyMap<string, string>;

/** Couples who would both rather have each other than what an assignment gives them. */
export function blocking(of: Market, assigned: Assignment): string[] {
  const isFixed = (id: string) => of.fixed.some(([e]) => e === id);
  return of.mentees
    .filter(({ id }) => !isFixed(id))
    .flatMap(({ id, choices }) => {
      const now = choices.indexOf(assigned.get(id) ?? '');
      return choices
        .filter((m, place) => (now === -1 || place < now) && mayPair(of, id, m))
        .filter((m) => {
          const has = [...assigned].filter(([, host]) => host === m).map(([e]) => e);
          const capacity = of.mentors.find((one) => one.id === m)?.capacity ?? 0;
          return has.length < capacity || has.some((e) => !isFixed(e) && mentorLikes(of, m, id, e) < 0);
        })
        .map((m) => `${id}/${m}`);
    });
}

/** Every stable assignment of a small market without fixed pairs, found by trying all. */
export function allStable(of: Market): Assignment[] {
  const found: Assignment[] = [];
  const extend = (n: number, assigned: Map<string, string>): void => {
    const next = of.mentees[n];
    if (!next) {
      if (blocking(of, assigned).length === 0) found.push(new Map(assigned));
      return;
    }
    extend(n + 1, assigned);
    for (const m of next.choices) {
      const used = [...assigned.values()].filter((host) => host === m).length;
      if (!mayPair(of, next.id, m) || used >= (of.mentors.find((one) => one.id === m)?.capacity ?? 0)) continue;
      extend(n + 1, new Map(assigned).set(next.id, m));
    }
  };
  extend(0, new Map());
  return found;
}
