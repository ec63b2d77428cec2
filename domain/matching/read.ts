import { duplicates, type Fields, type Problems, problemsOf, unknownKeys } from './read-fields.ts';
import { checkCouples, checkNames } from './read-references.ts';
import {
  type Couple,
  CRITERIA,
  type Market,
  type Mentee,
  type Mentor,
  type Person,
  WAYS,
  type Wants,
  type Weights,
} from './types.ts';

/** A file that is no market; `problems` names each place and what is wrong there. */
export class BadMarket extends Error {
  override name = 'BadMarket';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const PERSON = ['id', 'topics', 'field', 'industry', 'interests', 'languages', 'utcOffset', 'city'];

/**
 * Reads a market from parsed JSON. Only IDs are required of people: no capacity means one mentee (Q19), no choices mean
 * no ranking, everything else unknown. `ignored` names keys that mean nothing here. Throws BadMarket with every problem.
 */
export function readMarket(json: unknown): { readonly market: Market; readonly ignored: readonly string[] } {
  const problems = problemsOf();
  const root = problems.object(json, '');
  if (!root) throw new BadMarket(problems.found);
  const mentors = root.objects('mentors', true).map((fields) => mentorOf(fields, problems));
  const mentees = root.objects('mentees', true).map((fields) => menteeOf(fields));
  const market: Market = {
    mentors,
    mentees,
    never: couples(root, 'never', problems),
    fixed: couples(root, 'fixed', problems),
    ...present('weights', weights(root, problems)),
    ...present('way', root.oneOf('way', WAYS)),
    ...present('fill', root.flag('fill')),
    ...present('seed', root.seed('seed')),
  };
  unknownKeys(root, ['mentors', 'mentees', 'never', 'fixed', 'weights', 'way', 'fill', 'seed'], problems);
  // References are looked at only when all could be read: else each misread one would be blamed twice.
  if (problems.found.length > 0) throw new BadMarket(problems.found);
  duplicates(mentors, 'mentors', problems);
  duplicates(mentees, 'mentees', problems);
  checkNames(market, problems);
  checkCouples(market, problems);
  if (problems.found.length > 0) throw new BadMarket(problems.found);
  return { market, ignored: problems.ignored };
}

/** A key only when there is a value for it. */
const present = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

function personOf(fields: Fields): Person {
  return {
    id: fields.id(),
    topics: fields.texts('topics'),
    field: fields.text('field'),
    industry: fields.text('industry'),
    interests: fields.texts('interests'),
    languages: fields.texts('languages'),
    city: fields.text('city'),
    ...present('utcOffset', fields.number('utcOffset', -12, 14)),
  };
}
function mentorOf(fields: Fields, problems: Problems): Mentor {
  const person = personOf(fields);
  fields.ignoreBut([...PERSON, 'capacity', 'prefers', 'wants']);
  return {
    ...person,
    capacity: fields.whole('capacity') ?? 1,
    ...(fields.has('prefers') ? { prefers: fields.texts('prefers') } : {}),
    ...present('wants', wants(fields, problems)),
  };
}
function menteeOf(fields: Fields): Mentee {
  const person = personOf(fields);
  fields.ignoreBut([...PERSON, 'choices', 'school', 'year']);
  const told = (key: string) => (fields.has(key) ? fields.text(key) : undefined);
  return {
    ...person,
    choices: fields.texts('choices'),
    ...present('school', told('school')),
    ...present('year', told('year')),
  };
}

function wants(fields: Fields, problems: Problems): Wants | undefined {
  const part = fields.part('wants');
  if (!part) return undefined;
  unknownKeys(part, ['schools', 'years'], problems);
  return { schools: part.texts('schools'), years: part.texts('years') };
}

function couples(root: Fields, key: string, problems: Problems): Couple[] {
  return root.list(key).flatMap((value, n) => {
    if (Array.isArray(value) && value.length === 2 && value.every((id) => typeof id === 'string'))
      return [[String(value[0]), String(value[1])] as const];
    problems.add(`${key}[${n}]`, 'must be a list of two IDs, [mentee, mentor]');
    return [];
  });
}

function weights(root: Fields, problems: Problems): Weights | undefined {
  const fields = root.part('weights');
  if (!fields) return undefined;
  unknownKeys(fields, CRITERIA, problems);
  const given = CRITERIA.map((criterion) => [criterion, fields.number(criterion, 0, 100) ?? 0] as const);
  const sum = given.reduce((total, [, points]) => total + points, 0);
  if (Math.abs(sum - 100) > 1e-6) problems.add('weights', `must add up to 100, not ${Math.round(sum * 100) / 100}`);
  return Object.fromEntries(given) as Record<(typeof CRITERIA)[number], number>;
}
