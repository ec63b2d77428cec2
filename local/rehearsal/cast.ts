import { INDUSTRIES, LANGUAGES, TOPICS } from '../../domain/program/index.ts';
import { Random } from './random.ts';

/** How a person of the rehearsal behaves. Every temper is a way through the lifecycle that real people take. */
const TEMPERS = ['prompt', 'late', 'silent', 'refusing', 'leaving', 'worried', 'finishing'] as const;
export type Temper = (typeof TEMPERS)[number];

export interface Actor {
  readonly role: 'mentor' | 'mentee';
  readonly temper: Temper;
  readonly name: string;
  readonly email: string;
  /** Answers of the application form by question key. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** Day of the season on which this person applies. */
  readonly appliesOn: number;
  readonly random: Random;
}

const GIVEN = [
  ...['Aigerim', 'Daniyar', 'Madina', 'Timur', 'Aruzhan', 'Yerlan', 'Dana', 'Nurlan', 'Asel', 'Bekzat', 'Kamila'],
  ...['Olzhas', 'Zarina', 'Sanzhar', 'Gulnara', 'Ruslan', 'Ainur', 'Marat', 'Saltanat', 'Alibek', 'Diana', 'Yernar'],
];
const FAMILY = [
  ...['Sadykova', 'Omarov', 'Zhunusova', 'Akhmetov', 'Kairatkyzy', 'Bekov', 'Serikbay', 'Abenov', 'Iskakova'],
  ...['Tulegen', 'Nurpeis', 'Zhaksybek', 'Kenzhebek', 'Mukanov', 'Ospan', 'Ryskul', 'Temirkhan', 'Ualikhan'],
];
const FIELDS = [
  'Robotics',
  'Biology',
  'Economics',
  'Mathematics',
  'Civil engineering',
  'Political science',
  'Medicine',
];
const INTERESTS = ['chess', 'hiking', 'dombra', 'running', 'photography', 'cooking', 'theatre', 'volleyball'];

const letterOf = (i: number): string => String.fromCharCode(97 + (i % 26)) + (i >= 26 ? Math.floor(i / 26) : '');

/** Every temper is played by somebody, the prompt ones by most; who plays what depends on nothing but the seed. */
function tempersFor(count: number, random: Random): Temper[] {
  const share: readonly Temper[] = [
    'prompt',
    'late',
    'prompt',
    'silent',
    'refusing',
    'prompt',
    'leaving',
    'worried',
    'finishing',
    'late',
  ];
  return random.shuffled(Array.from({ length: count }, (_, i) => share[i % share.length] ?? 'prompt'));
}

/** The mentors and mentees of a rehearsal. Their names are made up, and every address ends in `.example` or the university's domain. */
export function castOf(options: {
  readonly mentors: number;
  readonly mentees: number;
  readonly seed: number;
}): Actor[] {
  const random = new Random(options.seed);
  const people = (role: Actor['role'], count: number): Actor[] =>
    tempersFor(count, random).map((temper, i) => {
      const own = new Random(random.whole(1, 2_000_000_000));
      const name = `${GIVEN[(i + (role === 'mentor' ? 0 : 7)) % GIVEN.length]} ${own.one(FAMILY)}`;
      const email = role === 'mentor' ? `mentor.${letterOf(i)}@alumni.example` : `mentee.${letterOf(i)}@nu.edu.kz`;
      return {
        role,
        temper,
        name,
        email,
        answers: answersOf(role, name, email, own),
        appliesOn: own.whole(0, 4),
        random: own,
      };
    });
  return [...people('mentor', options.mentors), ...people('mentee', options.mentees)];
}

function answersOf(role: Actor['role'], name: string, email: string, random: Random): Actor['answers'] {
  const shared = {
    name,
    email,
    phone: `+7 701 ${random.whole(100, 999)} ${random.whole(10, 99)} ${random.whole(10, 99)}`,
    contactMethod: random.one(['Email', 'Phone', 'Video call', 'Messenger']),
    letters: 'English',
    timeZone: random.chance(0.8) ? 'UTC+5' : random.one(['UTC-5', 'UTC+0', 'UTC+1', 'UTC+9']),
    city: random.one(['Astana', 'Almaty', 'London', 'Aktobe']),
    topics: random.some(TOPICS, random.whole(1, 3)),
    field: random.one(FIELDS),
    industry: random.one(INDUSTRIES),
    // Everybody speaks English, so that nobody is left over for want of a language.
    languages: ['English', ...random.some(LANGUAGES.slice(1), random.whole(0, 2))],
    interests: random.some(INTERESTS, random.whole(1, 3)).join(', '),
    consentProfile: 'Yes',
    consentContact: 'Yes',
    consentStorage: 'Yes',
  };
  if (role === 'mentee')
    return { ...shared, year: random.one(['2', '3', '4', "Master's"]), goals: `Goals of ${name}, for the mentor only` };
  return {
    ...shared,
    degree: random.one(["Bachelor's", "Master's", 'PhD']),
    year: String(random.whole(2014, 2022)),
    employer: `Employer of ${name}`,
    position: 'Engineer',
    about: `A few lines about ${name}`,
    capacity: String(random.whole(1, 3)),
    consentCertificate: 'Yes',
  };
}
