import { joined, wordInside } from './joined.ts';
import type { MatchingWords } from './words.ts';

const listed = (values: readonly string[]): string => joined(values, 'және');

const known = (values: readonly string[]): string[] => values.map((value) => wordInside(value, 'kk'));

const comma = (points: string): string => points.replace('.', ',');

const apart = (hours: number): string =>
  hours < 1 ? `${Math.round(hours * 60)} минут` : `${comma(String(hours))} сағат`;

export const kk: MatchingWords = {
  reasons: {
    topics: (values) => `Ортақ тақырыптар: ${listed(known(values))}`,
    field: ([field = '']) => `Мамандық саласы бір: ${field}`,
    industry: (values) => `Қызмет саласы бір: ${listed(known(values))}`,
    interests: (values) => `Ортақ қызығушылықтар: ${listed(values)}`,
    languages: (values) => `Ортақ тілдер: ${listed(known(values))}`,
    timeZone: ([hours = '0']) =>
      Number(hours) === 0 ? 'Бір уақыт белдеуінде тұрады' : `Уақыт айырмашылығы бар болғаны ${apart(Number(hours))}`,
    city: ([city = '']) => `Бір қалада тұрады: ${city}`,
  },
  why: {
    'no-ranking': 'Тәлім алушы бірде-бір тәлімгерді таңдамаған',
    'no-shared-language': 'Мүмкін болатын тәлімгерлердің ешқайсысымен ортақ тілі жоқ',
    'choices-excluded': 'Таңдалған тәлімгерлердің ешқайсысын бұл тәлім алушыға ұсынуға болмайды',
    'choices-full': 'Таңдалған тәлімгерлердің барлығында орындар тізімде жоғары тұрған тәлім алушыларға берілді',
    'no-places-left': 'Тәлімгерлерде бос орын қалмады',
  },
  counter: {
    'not-chosen': () => 'Тәлім алушы бұл тәлімгерді таңдамаған, сондықтан алдымен тәлім алушының өзінен сұралады',
    list: ([mentor = '']) =>
      `Тәлім алушының тізімінде ${mentor} жоғары тұр: ондағы соңғы орын тәлімгердің өз тізіміндегі тәлім алушыға берілді`,
    waited: ([mentor = '']) =>
      `Тәлім алушының тізімінде ${mentor} жоғары тұр: ондағы соңғы орын ұзағырақ күткен тәлім алушыға берілді`,
    score: ([mentor = '', kept = '', own = '']) =>
      `Тәлім алушының тізімінде ${mentor} жоғары тұр: ондағы соңғы орын көбірек сәйкес келетін тәлім алушыға берілді (${comma(kept)} балл, ал мұнда ${comma(own)})`,
    lot: ([mentor = '']) =>
      `Тәлім алушының тізімінде ${mentor} жоғары тұр: ондағы соңғы орын бірдей сәйкес келетіндердің арасында жеребемен берілді`,
    sum: ([mentor = '']) =>
      `Тәлім алушының тізімінде ${mentor} жоғары тұр және онда оған артықшылық берілер еді; бірақ онда жұптар азаяр еді немесе басқаларға тізіміндегі төменірек таңдау тиер еді`,
    fixed: ([mentor = '']) =>
      `Тәлім алушының тізімінде ${mentor} жоғары тұр, бірақ ондағы барлық орын өзгермейтін жұптармен толған`,
    excluded: ([mentor = '']) => `Тәлім алушының тізімінде ${mentor} жоғары тұр, бірақ бұл жұпты ұсынуға болмайды`,
  },
  change: {
    'one-more-place': (mentors) =>
      mentors.length === 1
        ? `Мына тәлімгерде тағы бір орын болса, көмектесер еді: ${listed(mentors)}`
        : `Мына тәлімгерлердің бірінде тағы бір орын болса, көмектесер еді: ${joined(mentors, 'немесе')}`,
    choose: (mentors) => `Бос орны бар, таңдауға болатын тәлімгерлер: ${listed(mentors)}`,
    language: (languages) =>
      `Ортақ тіл көмектесер еді; мүмкін болатын тәлімгерлердің тілдері: ${listed(known(languages))}`,
    'more-places': () => 'Тәлімгерлерде жаңа орындар ашылса ғана көмектеседі',
  },
};
