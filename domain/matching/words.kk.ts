import { joined, translated } from './joined.ts';
import type { MatchingWords } from './words.ts';

const listed = (values: readonly string[]): string => joined(values, 'және');

const known = translated({
  'continuing education': 'білімді жалғастыру',
  'job search': 'жұмыс іздеу',
  'career conversations': 'мансап туралы әңгіме',
  networking: 'кәсіби танысу',
  english: 'ағылшын тілі',
  kazakh: 'қазақ тілі',
  russian: 'орыс тілі',
  'education and research': 'білім және ғылым',
  'energy and mining': 'энергетика және тау-кен өндірісі',
  'engineering and construction': 'инженерия және құрылыс',
  'finance and consulting': 'қаржы және консалтинг',
  'government and public policy': 'мемлекеттік басқару және саясат',
  'health and life sciences': 'медицина және өмір туралы ғылымдар',
  'information technology': 'ақпараттық технологиялар',
  law: 'құқық',
  'media and culture': 'медиа және мәдениет',
  'trade and services': 'сауда және қызмет көрсету',
});

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
    'no-ranking': 'Менти бірде-бір менторды таңдамаған',
    'no-shared-language': 'Мүмкін болатын менторлардың ешқайсысымен ортақ тілі жоқ',
    'choices-excluded': 'Таңдалған менторлардың ешқайсысын бұл ментиге ұсынуға болмайды',
    'choices-full': 'Таңдалған менторлардың барлығында орындар тізімде жоғары тұрған ментилерге берілді',
    'no-places-left': 'Менторларда бос орын қалмады',
  },
  counter: {
    'not-chosen': () => 'Менти бұл менторды таңдамаған, сондықтан алдымен ментидің өзінен сұралады',
    list: ([mentor = '']) =>
      `Ментидің тізімінде ${mentor} жоғары тұр: ондағы соңғы орын ментордың өз тізіміндегі ментиге берілді`,
    waited: ([mentor = '']) =>
      `Ментидің тізімінде ${mentor} жоғары тұр: ондағы соңғы орын ұзағырақ күткен ментиге берілді`,
    score: ([mentor = '', kept = '', own = '']) =>
      `Ментидің тізімінде ${mentor} жоғары тұр: ондағы соңғы орын көбірек сәйкес келетін ментиге берілді (${comma(kept)} балл, ал мұнда ${comma(own)})`,
    lot: ([mentor = '']) =>
      `Ментидің тізімінде ${mentor} жоғары тұр: ондағы соңғы орын бірдей сәйкес келетіндердің арасында жеребемен берілді`,
    sum: ([mentor = '']) =>
      `Ментидің тізімінде ${mentor} жоғары тұр және онда оған артықшылық берілер еді; бірақ онда жұптар азаяр еді немесе басқаларға тізіміндегі төменірек таңдау тиер еді`,
    fixed: ([mentor = '']) =>
      `Ментидің тізімінде ${mentor} жоғары тұр, бірақ ондағы барлық орын өзгермейтін жұптармен толған`,
    excluded: ([mentor = '']) => `Ментидің тізімінде ${mentor} жоғары тұр, бірақ бұл жұпты ұсынуға болмайды`,
  },
  change: {
    'one-more-place': (mentors) =>
      mentors.length === 1
        ? `Мына менторда тағы бір орын болса, көмектесер еді: ${listed(mentors)}`
        : `Мына менторлардың бірінде тағы бір орын болса, көмектесер еді: ${joined(mentors, 'немесе')}`,
    choose: (mentors) => `Бос орны бар, таңдауға болатын менторлар: ${listed(mentors)}`,
    language: (languages) =>
      `Ортақ тіл көмектесер еді; мүмкін болатын менторлардың тілдері: ${listed(known(languages))}`,
    'more-places': () => 'Менторларда жаңа орындар ашылса ғана көмектеседі',
  },
};
