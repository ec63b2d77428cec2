/** Sample data for the letters about a mailing: an invented lecture, told in the words of the pages of mailings. */
import { type Finding, inWords } from '../domain/mailing/check/index.ts';
import { type DraftWords, draftWords, valueIn } from '../domain/words/index.ts';
import { dateWords } from './dates.ts';
import type { Language } from './languages.ts';
import type { MailingInput } from './mailing/index.ts';

const TYPED: Readonly<
  Record<Language, Readonly<Record<'subject' | 'comment' | 'post' | 'alt' | 'who' | 'paragraph', string>>>
> = {
  en: {
    subject: 'Open lecture, 12 November',
    comment: 'A fine programme. Please shorten the second paragraph, and put the registration on your own page.',
    post: 'What is a digital twin good for? Come and ask: 12 November, 18:00, block 3.',
    alt: 'A bridge and its model of light, with date and place of the lecture',
    who: 'Monday, 19 October, 16:05, Aliya Bekova',
    paragraph: 'The lecture looks at ten years of models',
  },
  kk: {
    subject: 'Ашық дәріс, 12 қараша',
    comment: 'Бағдарлама жақсы. Екінші абзацты қысқартып, тіркеуді өз бетіңізге қойсаңыз.',
    post: 'Цифрлық егіз не үшін керек? Келіп сұраңыз: 12 қараша, 18:00, 3-блок.',
    alt: 'Көпір және оның жарықтан жасалған үлгісі, дәрістің күні мен орны',
    who: '19 қазан, дүйсенбі, 16:05, Әлия Бекова',
    paragraph: 'Дәріс он жылдық модельдерге шолу жасайды',
  },
  ru: {
    subject: 'Открытая лекция, 12 ноября',
    comment: 'Хорошая программа. Сократите, пожалуйста, второй абзац и поставьте регистрацию на свою страницу.',
    post: 'Зачем нужен цифровой двойник? Приходите и спросите: 12 ноября, 18:00, блок 3.',
    alt: 'Мост и его модель из света, дата и место лекции',
    who: 'понедельник, 19 октября, 16:05, Алия Бекова',
    paragraph: 'Лекция охватывает десять лет моделей',
  },
};

const finding = (rule: Finding['rule'], code: Finding['code'], rest: Partial<Finding>): Finding => ({
  rule,
  code,
  clause: 'Appendix 1, section 2',
  severity: 'error',
  found: null,
  allowed: null,
  at: null,
  text: '',
  data: {},
  ...rest,
});

function findings(language: Language, { findings: words }: DraftWords) {
  const { paragraph } = TYPED[language];
  const found = [
    finding('R7', 'lines-many', {
      found: 5,
      allowed: 3,
      data: { paragraph: 2, width: 80, characters: 371 },
      text: paragraph,
    }),
    finding('R9', 'link-form', { found: 'forms.gle', allowed: 'seds.nu.edu.kz', text: 'forms.gle/x' }),
  ];
  return found.map((one) => {
    const { message, fix } = inWords(one, language);
    return {
      label: `${one.rule}, ${words.clause(true, '2')}`,
      value: [message, language === 'en' ? `“${one.text}”` : `«${one.text}»`, fix].join('\n'),
    };
  });
}

/** By slot, for every letter about a mailing. */
export function mailingSamples(language: Language, word: (code: string) => string) {
  const typed = TYPED[language];
  const words = draftWords(language);
  const { dates, fields } = words;
  const day = (date: string) => dateWords(date, language);
  const label = (name: string) => fields[name]?.[0] ?? name;
  return {
    subject: typed.subject,
    dates: [
      { label: label('eventDate'), value: day('2026-11-12') },
      { label: dates.earliest, value: day('2026-10-22') },
      { label: dates.latest, value: day('2026-11-05') },
      { label: dates.handInBy, value: day('2026-11-02') },
      { label: dates.handInLast, value: day('2026-11-04') },
    ],
    comment: [{ label: typed.who, value: typed.comment }],
    findings: findings(language, words),
    changes: [{ label: label('posterText'), value: typed.post }],
    recipients: 1240,
    open: ['mailing-open-digest', 'mailing-open-page', 'mailing-open-post'].map(word),
    sent: 1233,
    failed: 4,
    bounced: 3,
    unknown: 1,
    left: 0,
    clock: `${word('mailing-clock-kept')} (6 ${word('mailing-hours')} + 2.5 ${word('mailing-hours')})`,
    request: [
      { label: label('unit'), value: 'SEDS' },
      { label: label('eventDate'), value: day('2026-11-12') },
      { label: dates.latest, value: day('2026-11-05') },
      { label: words.groups.audience, value: `1240, ${word('mailing-own')}` },
      { label: words.findings.title, value: words.findings.tally(1, 2) },
    ],
    post: [
      { label: label('unit'), value: 'SEDS' },
      { label: label('hashtag'), value: '#NUSEDS' },
      { label: word('post-day'), value: day('2026-11-04') },
      { label: label('posterText'), value: typed.post },
      { label: label('posterAlt'), value: typed.alt },
    ],
  };
}

/** A mailing to look at, in each language. */
const MAILING_SAMPLES: Readonly<
  Record<Language, { readonly subject: string; readonly source: string; readonly alt: string }>
> = {
  en: {
    subject: 'Open lecture on digital twins, 12 November',
    alt: 'A bridge and its model of light',
    source: `# Open lecture on digital twins

Dear alumni, the School of Engineering invites you to an open lecture on **12 November at 18:00**. It shows what a bridge tells those who listen to it.

Register on [its page](https://seds.nu.edu.kz/lecture) by 10 November; seats are given in that order.

| Time | What | Where |
| --- | --- | --- |
| 18:00 | Lecture and questions | Block 3 |
| 19:30 | Tea with the speakers | Atrium |

-- 
School office
seds@nu.edu.kz
53 Kabanbay Batyr Ave., Astana 010000
+7 7172 70 58 86`,
  },
  kk: {
    subject: 'Цифрлық егіздер туралы ашық дәріс, 12 қараша',
    alt: 'Көпір және оның жарықтан жасалған үлгісі',
    source: `# Цифрлық егіздер туралы ашық дәріс

Құрметті түлектер, Инженерия мектебі сіздерді **12 қарашада сағат 18:00-де** ашық дәріске шақырады. Көпір өзін тыңдағандарға не айтатынын көресіздер.

10 қарашаға дейін [дәріс бетінде](https://seds.nu.edu.kz/lecture) тіркеліңіздер; орындар кезекпен беріледі.

| Уақыты | Не болады | Қайда |
| --- | --- | --- |
| 18:00 | Дәріс және сұрақтар | 3-блок |
| 19:30 | Дәріскерлермен шай | Атриум |

-- 
Мектеп кеңсесі
seds@nu.edu.kz
Қабанбай батыр даңғылы, 53, Астана 010000
+7 7172 70 58 86`,
  },
  ru: {
    subject: 'Открытая лекция о цифровых двойниках, 12 ноября',
    alt: 'Мост и его модель из света',
    source: `# Открытая лекция о цифровых двойниках

Дорогие выпускники, Школа инженерии приглашает вас на открытую лекцию **12 ноября в 18:00**. Мы покажем, что мост рассказывает тем, кто его слушает.

Зарегистрируйтесь на [странице лекции](https://seds.nu.edu.kz/lecture) до 10 ноября; места распределяются по очереди.

| Время | Что | Где |
| --- | --- | --- |
| 18:00 | Лекция и вопросы | Блок 3 |
| 19:30 | Чай с лекторами | Атриум |

-- 
Канцелярия Школы
seds@nu.edu.kz
пр. Кабанбай батыра, 53, Астана 010000
+7 7172 70 58 86`,
  },
};

/** @param src address of its picture */
export const mailingSample = (language: Language, src = 'cid:picture'): MailingInput => {
  const { subject, source, alt } = MAILING_SAMPLES[language];
  return {
    subject,
    source,
    picture: { src, alt, width: 800, height: 600 },
    unit: 'School of Engineering and Digital Sciences',
    common: {
      university: 'Nazarbayev University',
      center: 'Career and Advising Center',
      address: '53 Kabanbay Batyr Ave., Astana 010000, Kazakhstan',
      help: (told) => [
        `${valueIn('Career services', told)}: +7 7172 706538`,
        `${valueIn('Alumni Relation Unit', told)}: +7 7172 705886`,
      ],
    },
  };
};
