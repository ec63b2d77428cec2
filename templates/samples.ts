/** Sample data for looking at letters: invented people, one value for each slot of the catalogue. */
import { type LetterKey, letterShape, type MergedItem, type SlotValues } from '../domain/letters/index.ts';
import { describe, type Reason } from '../domain/matching/index.ts';
import type { LetterInput } from './compiled.ts';
import type { Language } from './languages.ts';
import { mailingSamples } from './samples-mailing.ts';

type Lines = Readonly<Record<string, SlotValues[keyof SlotValues]>>;
type Word = (code: string) => string;

/** Names and titles as people and staff typed them; they stay as they are in every letter of theirs. */
const TYPED: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    name: 'Madina',
    mentee: 'Aruzhan Serikova',
    mentor: 'Daniyar Omarov',
    session: 'Orientation for mentors and mentees',
    session2: 'Orientation, second session',
    place: 'Online, link in the calendar',
    room: 'Block 1, room 1022',
    work: 'Analyst, an energy company',
    goals: 'Find out which kinds of work fit my degree.\nLearn how to prepare for interviews.',
    need: 'A monthly check was not answered by either side',
    why: 'Month 2 was asked 10 days ago. Remind, or end the pair.',
    season: 'Running. 41 applications, 18 pairs at work.',
    city: 'Astana',
  },
  kk: {
    name: 'Мәдина',
    mentee: 'Аружан Серікова',
    mentor: 'Данияр Омаров',
    session: 'Тәлімгерлер мен тәлім алушыларға арналған жиын',
    session2: 'Екінші жиын',
    place: 'Онлайн, сілтеме күнтізбеде',
    room: '1-блок, 1022-бөлме',
    work: 'Сарапшы, энергетика компаниясы',
    goals: 'Мамандығыма қандай жұмыс сай келетінін білу.\nСұхбатқа дайындалуды үйрену.',
    need: 'Ай сайынғы сұраққа екі тарап та жауап бермеді',
    why: '2-ай туралы 10 күн бұрын сұралды. Еске салыңыз немесе жұпты аяқтаңыз.',
    season: 'Жүріп жатыр. 41 өтінім, 18 жұп.',
    city: 'Астана',
  },
  ru: {
    name: 'Мадина',
    mentee: 'Аружан Серикова',
    mentor: 'Данияр Омаров',
    session: 'Вводная встреча для менторов и менти',
    session2: 'Вторая вводная встреча',
    place: 'Онлайн, ссылка в календаре',
    room: 'Блок 1, кабинет 1022',
    work: 'Аналитик, энергетическая компания',
    goals: 'Понять, какая работа подходит к моей специальности.\nНаучиться готовиться к собеседованиям.',
    need: 'На ежемесячный вопрос не ответили обе стороны',
    why: 'Месяц 2, спросили 10 дней назад. Напомните или завершите пару.',
    season: 'Идёт. 41 заявка, 18 пар.',
    city: 'Астана',
  },
};

const link = (name: string): string => `https://letters.example/a/${name}`;
const list = (word: Word, ...values: readonly string[]): string => values.map(word).join(', ');

function commonalities(language: Language, city: string): string[] {
  const reasons: readonly Reason[] = [
    { code: 'topics', values: ['Job search', 'Networking'] },
    { code: 'languages', values: ['Kazakh', 'English'] },
    { code: 'city', values: [city] },
  ];
  return reasons.map((reason) => describe(reason, language));
}

/** By slot. */
function bySlot(language: Language, word: Word): Lines {
  const typed = TYPED[language];
  const of = (name: string) => typed[name] ?? name;
  return {
    role: word('mentor'),
    next: word('next-choice'),
    missing: [word('Topics you are interested in'), word('May your name and contact data be given to your match?')],
    lapses: '2026-10-01',
    sessions: [
      { title: of('session'), at: '2026-09-08T12:00:00Z', place: of('place'), url: link('book-1') },
      { title: of('session2'), at: '2026-09-13T07:00:00Z', place: of('room'), url: link('book-2') },
    ],
    title: of('session'),
    at: '2026-09-08T12:00:00Z',
    place: of('place'),
    validUntil: '2027-07-31',
    places: 2,
    closes: '2026-09-24T12:00:00Z',
    count: 3,
    mentors: 14,
    reason: word('choices-full'),
    why: word('refused-round-closed'),
    suggestions: commonalities(language, of('city')).map((reason) => `${of('mentor')}: ${reason}`),
    requests: 2,
    what: word('out-withdrawn'),
    back: word('out-back'),
    profile: [
      { label: word('name'), value: of('mentor') },
      { label: word('degree'), value: `${word("Master's")}, 2018` },
      { label: word('employer'), value: of('work') },
      { label: word('topics'), value: list(word, 'Job search', 'Networking') },
      { label: word('languages'), value: list(word, 'Kazakh', 'English') },
    ],
    commonalities: commonalities(language, of('city')),
    answerBy: '2026-10-05T12:00:00Z',
    mentee: of('mentee'),
    goals: of('goals'),
    partner: of('mentor'),
    contacts: [
      { label: word('email'), value: 'daniyar.omarov@alumni.example' },
      { label: word('phone'), value: '+7 700 000 00 01' },
      { label: word('contactMethod'), value: word('Video call') },
    ],
    confirmBy: '2026-10-12T12:00:00Z',
    months: 6,
    endsOn: '2027-04-12',
    month: 2,
    semester: '2027-01-11',
    until: '2026-12-01',
    newEnd: '2027-05-12',
    minutes: 60,
    contact: list(word, 'Video call', 'Every two weeks'),
    monthsConfirmed: 5,
    season: '2026-autumn',
    mentees: 2,
    reference: 'CA-7KQ2-M9FX',
    category: word('Other'),
    decision: word('Pause pair'),
    address: 'daniyar@new.example',
    due: '2026-11-03T12:00:00Z',
    needs: [
      { what: of('need'), why: of('why'), since: '2026-11-20T05:00:00Z', url: 'https://letters.example/sheet/needs' },
    ],
  };
}

/** Where the same slot means something else in one letter. */
const byLetter = (key: LetterKey, language: Language, word: Word): Lines | undefined =>
  ({
    received: { next: word('received-next-mentor') },
    introduction: { role: word('mentor') },
    'agreement-lapsed': { next: word('next-mentee') },
    ended: { next: word('next-mentee') },
    'ended-by-you': { next: word('next-mentor') },
    'mailing-stopped': { why: word('mailing-withdrawn') },
    'fresh-link': { what: word('action-check') },
    certificate: { months: 11 },
    award: { months: 17 },
    daily: { count: 1, season: [{ label: '2026-autumn', value: TYPED[language].season ?? '' }] },
  })[key as string];

type Item = (key: LetterKey, language: Language, input: LetterInput) => MergedItem;

/**
 * What a letter is rendered from, for looking at it. `word` puts codes and choices into words, `item` makes the subjects of a
 * merged letter. Throws when a slot of the catalogue has no sample.
 */
export function sampleOf(
  key: LetterKey,
  language: Language,
  { word: wordIn, item }: { readonly word: (code: string, language: Language) => string; readonly item: Item },
): LetterInput {
  const shape = letterShape(key);
  const word: Word = (code) => wordIn(code, language);
  const values: Lines = {
    ...bySlot(language, word),
    ...(/^(mailing|social)-/.test(key) ? mailingSamples(language, word) : {}),
    ...byLetter(key, language, word),
    ...(key === 'merged'
      ? {
          items: (['check', 'readjust', 'training-invitation'] as const).map((each) =>
            item(each, language, sampleOf(each, language, { word: wordIn, item })),
          ),
        }
      : {}),
  };
  const slots = Object.keys(shape.slots).map((slot) => {
    const value = values[slot];
    if (value === undefined) throw new Error(`templates/samples.ts has no sample for the slot "${slot}" of "${key}"`);
    return [slot, value] as const;
  });
  return {
    slots: Object.fromEntries(slots),
    buttons: Object.fromEntries(shape.buttons.map((name) => [name, link(name)])),
    ...(shape.pair
      ? {
          pairLinks: {
            meet: link('meet'),
            silent: link('silent'),
            pause: link('pause'),
            end: link('end'),
            issue: link('issue'),
          },
        }
      : {}),
    common: {
      name: TYPED[language].name ?? '',
      university: 'Nazarbayev University',
      center: 'Career and Advising Center',
      centerEmail: 'cac@nu.edu.kz',
      help: [
        `${word('Career services')}: +7 7172 706538`,
        `${word('Alumni Relation Unit')}: +7 7172 705886`,
        `${word('Psychological Counseling Center')}: +7 7172 705735`,
      ],
      offsetMinutes: 300,
    },
  };
}
