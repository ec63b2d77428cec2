import { type Language, MONTHS } from '../words/index.ts';
import type { CertificateKind } from './types.ts';

/** Words of one certificate. The name stands alone as it was typed: no sentence may bend it. */
export interface CertificateWords {
  readonly programme: string;
  readonly title: string;
  /** Above the name. */
  readonly holder: string;
  readonly thanks: (university: string) => string;
  readonly season: string;
  readonly mentees: string;
  readonly months: string;
  readonly dates: string;
  /** Beside the line on which somebody signs. */
  readonly forCenter: string;
  /** Beside the QR code. */
  readonly check: string;
  /** Of the QR code, for a screen reader. */
  readonly code: string;
}
type Own = Pick<CertificateWords, 'title' | 'thanks'>;
type Shared = Omit<CertificateWords, keyof Own>;

const EN: Shared & Readonly<Record<CertificateKind, Own>> = {
  programme: 'Alumni mentorship programme',
  holder: 'presented to',
  season: 'Season',
  mentees: 'Mentees',
  months: 'Confirmed months',
  dates: 'Mentoring',
  forCenter: 'For the Center',
  check: 'Scan to see that this certificate is real',
  code: 'QR code of the page that shows that this certificate is real',
  appreciation: {
    title: 'Certificate of Appreciation',
    thanks: (university) =>
      `With gratitude from ${university} for the time, experience and care given as a mentor to those who study here now.`,
  },
  award: {
    title: 'Award Certificate',
    thanks: (university) =>
      `One of the most active mentors of the season. ${university} is grateful for such dedication to those who study here now.`,
  },
};
const KK: typeof EN = {
  programme: 'Түлектердің тәлімгерлік бағдарламасы',
  holder: 'бағдарлама тәлімгері',
  season: 'Маусым',
  mentees: 'Тәлім алушылар',
  months: 'Расталған айлар',
  dates: 'Тәлімгерлік кезеңі',
  forCenter: 'Орталық атынан',
  check: 'Сертификаттың шынайы екенін тексеру үшін сканерлеңіз',
  code: 'Сертификаттың шынайы екенін көрсететін беттің QR коды',
  appreciation: {
    title: 'Алғыс сертификаты',
    thanks: (university) =>
      `${university} бүгінгі студенттерге арнаған уақытыңыз, тәжірибеңіз және қамқорлығыңыз үшін сізге шын жүректен алғыс айтады.`,
  },
  award: {
    title: 'Марапат сертификаты',
    thanks: (university) =>
      `Маусымның ең белсенді тәлімгерлерінің бірі. ${university} бүгінгі студенттерге деген адалдығыңыз үшін сізге алғыс айтады.`,
  },
};
const RU: typeof EN = {
  programme: 'Программа менторства выпускников',
  holder: 'ментор программы',
  season: 'Сезон',
  mentees: 'Менти',
  months: 'Подтверждённых месяцев',
  dates: 'Период менторства',
  forCenter: 'От имени Центра',
  check: 'Отсканируйте, чтобы проверить подлинность',
  code: 'QR-код страницы, которая подтверждает подлинность сертификата',
  appreciation: {
    title: 'Благодарственный сертификат',
    thanks: (university) =>
      `${university} благодарит вас за время, опыт и заботу, которые вы подарили тем, кто учится здесь сейчас.`,
  },
  award: {
    title: 'Наградной сертификат',
    thanks: (university) =>
      `Один из самых активных менторов сезона. ${university} благодарит вас за преданность тем, кто учится здесь сейчас.`,
  },
};
const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, kk: KK, ru: RU };

export const certificateWords = (kind: CertificateKind, language: Language): CertificateWords => {
  const { appreciation, award, ...shared } = WORDS[language];
  return { ...shared, ...(kind === 'award' ? award : appreciation) };
};

/** Two civil dates as a span, "1 October 2026 – 1 April 2027"; one where they are the same or the other is missing. */
export function spanIn(from: string, to: string, language: Language): string {
  const days = [...new Set([from, to])].filter((date) => /^\d{4}-\d\d-\d\d$/.test(date));
  return days.map((date) => fullDate(date, language)).join(' – ');
}
function fullDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[language][Number(month) - 1] ?? '';
  if (language === 'kk') return `${year} ж. ${day} ${name}`;
  return language === 'ru' ? `${day} ${name} ${year} г.` : `${day} ${name} ${year}`;
}
