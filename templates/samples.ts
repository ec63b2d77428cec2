/** Sample data for looking at letters: invented people, one value for each slot of the catalogue. */
import { type LetterKey, letterShape, type SlotValues } from '../domain/letters/index.ts';
import type { LetterInput } from './compiled.ts';
import type { Language } from './languages.ts';

type Lines = Readonly<Record<string, SlotValues[keyof SlotValues]>>;

const SESSIONS: SlotValues['sessions'] = [
  {
    title: 'Orientation for mentors and mentees',
    at: '2026-09-08T12:00:00Z',
    place: 'Online, link in the calendar',
    url: 'https://letters.example/a/book-1',
  },
  {
    title: 'Orientation, second session',
    at: '2026-09-13T07:00:00Z',
    place: 'Block 1, room 1022',
    url: 'https://letters.example/a/book-2',
  },
];

/** By slot. A text that is a word of the catalogue of codes is given as `code:…` and said in the letter's language. */
const BY_SLOT: Lines = {
  role: 'code:mentor',
  next: 'code:next-choice',
  missing: ['Topics you are interested in', 'May your name and contact data be given to your match?'],
  lapses: '2026-10-01',
  sessions: SESSIONS,
  title: 'Orientation for mentors and mentees',
  at: '2026-09-08T12:00:00Z',
  place: 'Online, link in the calendar',
  validUntil: '2027-07-31',
  places: 2,
  closes: '2026-09-24T12:00:00Z',
  count: 3,
  mentors: 14,
  reason: 'code:choices-full',
  suggestions: ['Rank three mentors instead of one', 'Look at mentors of your field in other cities'],
  requests: 2,
  what: 'code:out-withdrawn',
  back: 'code:out-back',
  profile: [
    { label: 'Name', value: 'Daniyar Omarov' },
    { label: 'Degree', value: "Master's, 2018" },
    { label: 'Work', value: 'Analyst, an energy company' },
    { label: 'Topics', value: 'Job search, Networking' },
  ],
  commonalities: ['Both chose Job search', 'Both speak Kazakh and English', 'Both live in Astana'],
  answerBy: '2026-10-05T12:00:00Z',
  mentee: 'Aruzhan Serikova',
  goals: 'Find out which kinds of work fit my degree.\nLearn how to prepare for interviews.',
  partner: 'Daniyar Omarov',
  contacts: [
    { label: 'Email', value: 'daniyar.omarov@alumni.example' },
    { label: 'Phone', value: '+7 700 000 00 01' },
    { label: 'Preferred contact', value: 'Video call' },
  ],
  confirmBy: '2026-10-12T12:00:00Z',
  months: 6,
  endsOn: '2027-04-12',
  month: 2,
  semester: '2027-01-11',
  until: '2026-12-01',
  newEnd: '2027-05-12',
  monthsConfirmed: 5,
  season: '2026-autumn',
  mentees: 2,
  reference: 'CA-7KQ2-M9FX',
  category: 'Communication',
  decision: 'Pause pair',
  address: 'daniyar@new.example',
  due: '2026-11-03T12:00:00Z',
  needs: [
    {
      what: 'A monthly check was not answered by either side',
      why: 'Month 2 was asked 10 days ago. Remind, or end the pair.',
      since: '2026-11-20T05:00:00Z',
      url: 'https://letters.example/sheet/needs',
    },
  ],
  items: [
    {
      line: 'Please confirm your agreement with Daniyar Omarov.',
      actions: [
        { label: 'I confirm the agreement', url: 'https://letters.example/a/confirm' },
        { label: 'I do not confirm', url: 'https://letters.example/a/refuse' },
      ],
      more: [],
    },
    {
      line: 'Month 2 with Aruzhan Serikova: did you talk?',
      actions: [{ label: 'Answer', url: 'https://letters.example/a/check' }],
      more: [
        { label: 'my partner does not answer', url: 'https://letters.example/a/silent' },
        { label: 'pause', url: 'https://letters.example/a/pause' },
      ],
    },
  ],
};

/** Where the same slot means something else in one letter. */
const BY_LETTER: Partial<Record<LetterKey, Lines>> = {
  received: { next: 'code:received-next-mentor' },
  'ranking-refused': { why: 'This round is closed.' },
  introduction: { role: 'code:mentor' },
  'agreement-lapsed': { next: 'code:next-mentee' },
  ended: { next: 'code:next-mentee' },
  'ended-by-you': { next: 'code:next-mentor' },
  'fresh-link': { what: 'code:action-check' },
  certificate: { months: 11 },
  award: { months: 17 },
  daily: {
    count: 1,
    season: [{ label: '2026-autumn', value: 'Running. 41 applications, 18 pairs at work.' }],
  },
};

/** What a letter is rendered from, for looking at it. Throws when a slot of the catalogue has no sample. */
export function sampleOf(
  key: LetterKey,
  language: Language,
  word: (code: string, language: Language) => string,
): LetterInput {
  const shape = letterShape(key);
  const said = (value: unknown) =>
    typeof value === 'string' && value.startsWith('code:') ? word(value.slice('code:'.length), language) : value;
  const slots = Object.keys(shape.slots).map((slot) => {
    const value = BY_LETTER[key]?.[slot] ?? BY_SLOT[slot];
    if (value === undefined) throw new Error(`templates/samples.ts has no sample for the slot "${slot}" of "${key}"`);
    return [slot, said(value)] as const;
  });
  const link = (name: string) => `https://letters.example/a/${name}`;
  return {
    slots: Object.fromEntries(slots),
    buttons: Object.fromEntries(shape.buttons.map((name) => [name, link(name)])),
    ...(shape.pair
      ? { pairLinks: { silent: link('silent'), pause: link('pause'), end: link('end'), issue: link('issue') } }
      : {}),
    common: {
      name: 'Madina',
      university: 'Nazarbayev University',
      center: 'Career and Advising Center',
      centerEmail: 'cac@nu.edu.kz',
      help: [
        'Career services: +7 7172 706538',
        'Alumni Relation Unit: +7 7172 705886',
        'Psychological Counseling Center: +7 7172 705735',
      ],
      offsetMinutes: 300,
    },
  };
}
