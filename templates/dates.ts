import { MONTHS } from '../domain/words/index.ts';
import type { Language } from './languages.ts';

/**
 * How a date stands in a sentence: by itself, short at the head of a subject, after "until", after "on". English puts its own
 * preposition before the plain form; Kazakh and Russian inflect, so there the form brings preposition or ending with it.
 */
export const DATE_FORMS = ['short', 'until', 'on'] as const;
export type DateForm = (typeof DATE_FORMS)[number] | 'plain';

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}
/** The words of one language. `zone` is empty for a civil date, else the reader's zone in words. */
interface DateWords {
  readonly almaty: string;
  date(parts: Parts, form: DateForm): string;
  moment(parts: Parts, form: DateForm, zone: string): string;
}

const two = (n: number): string => String(n).padStart(2, '0');
const time = ({ hour, minute }: Parts): string => `${two(hour)}:${two(minute)}`;
const list = (words: string): readonly string[] => words.split(' ');
const pick = (words: readonly string[], i: number): string => words[i] ?? '';

const EN = {
  days: list('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
};
const en: DateWords = {
  almaty: 'Almaty time',
  date: (p, form) => {
    const day = `${p.day} ${pick(MONTHS.en, p.month)}`;
    return form === 'short' ? day : `${pick(EN.days, p.weekday)}, ${day} ${p.year}`;
  },
  moment: (p, form, zone) =>
    form === 'short' ? `${en.date(p, form)}, ${time(p)}` : `${en.date(p, form)} at ${time(p)} (${zone})`,
};

const RU = {
  days: list('воскресенье понедельник вторник среда четверг пятница суббота'),
  until: list('воскресенья понедельника вторника среды четверга пятницы субботы'),
  on: ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'],
};
const ru: DateWords = {
  almaty: 'время Алматы',
  date(p, form) {
    const day = `${p.day} ${pick(MONTHS.ru, p.month)}`;
    if (form === 'short') return day;
    if (form === 'until') return `до ${day} ${p.year} года`;
    return form === 'on' ? `${day} ${p.year} года` : `${pick(RU.days, p.weekday)}, ${day} ${p.year} года`;
  },
  moment(p, form, zone) {
    const day = `${p.day} ${pick(MONTHS.ru, p.month)}`;
    if (form === 'short') return `${day}, ${time(p)}`;
    if (form === 'until') return `до ${time(p)} ${pick(RU.until, p.weekday)}, ${day} (${zone})`;
    return form === 'on'
      ? `${pick(RU.on, p.weekday)}, ${day}, в ${time(p)} (${zone})`
      : `${pick(RU.days, p.weekday)}, ${day} ${p.year} года, ${time(p)} (${zone})`;
  },
};

const KK = {
  days: list('жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'),
  to: list('ға ға ға ге ға ға ге ға ке ға ға ға'),
  at: list('да да да де да да де да те да да да'),
};
/** Endings follow the sound of the number last said: 17:00 is "он жеті-ге", 17:30 "отыз-ға". */
const SAID: Readonly<Record<number, readonly [to: string, at: string]>> = {
  0: ['ге', 'де'],
  1: ['ге', 'де'],
  2: ['ге', 'де'],
  3: ['ке', 'те'],
  4: ['ке', 'те'],
  5: ['ке', 'те'],
  6: ['ға', 'да'],
  7: ['ге', 'де'],
  8: ['ге', 'де'],
  9: ['ға', 'да'],
  10: ['ға', 'да'],
  20: ['ға', 'да'],
  30: ['ға', 'да'],
  40: ['қа', 'та'],
  50: ['ге', 'де'],
};
function ending({ hour, minute }: Parts, which: 0 | 1): string {
  const last = minute === 0 ? hour : minute;
  return (SAID[last % 10 === 0 ? last : last % 10] ?? ['ге', 'де'])[which];
}
const kk: DateWords = {
  almaty: 'Алматы уақыты',
  date(p, form) {
    const day = `${p.day} ${pick(MONTHS.kk, p.month)}`;
    if (form === 'short') return day;
    if (form === 'until') return `${p.year} жылғы ${day}${pick(KK.to, p.month)} дейін`;
    return form === 'on'
      ? `${p.year} жылғы ${day}${pick(KK.at, p.month)}`
      : `${p.year} жылғы ${day}, ${pick(KK.days, p.weekday)}`;
  },
  moment(p, form, zone) {
    const day = `${p.day} ${pick(MONTHS.kk, p.month)}`;
    if (form === 'short') return `${day}, ${time(p)}`;
    const weekday = pick(KK.days, p.weekday);
    if (form === 'until') return `${day}, ${weekday}, сағат ${time(p)}-${ending(p, 0)} дейін (${zone})`;
    return form === 'on'
      ? `${day}, ${weekday}, сағат ${time(p)}-${ending(p, 1)} (${zone})`
      : `${p.year} жылғы ${day}, ${weekday}, сағат ${time(p)} (${zone})`;
  },
};

const WORDS: Readonly<Record<Language, DateWords>> = { en, kk, ru };

/** Of an instant shifted to the reader's zone. */
function partsOf(at: Date): Parts {
  if (Number.isNaN(at.getTime())) throw new Error('a letter was given a date that is none');
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    day: at.getUTCDate(),
    weekday: at.getUTCDay(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
  };
}

/** A civil date (`2026-09-01`) in words; an empty one stays empty. */
export const dateWords = (date: string, language: Language, form: DateForm = 'plain'): string =>
  date === '' ? '' : WORDS[language].date(partsOf(new Date(`${date}T00:00:00Z`)), form);

/** An instant in the reader's zone, which is named: Almaty, or the difference from Greenwich. */
export function momentWords(at: string, language: Language, offsetMinutes: number, form: DateForm = 'plain'): string {
  if (at === '') return '';
  const words = WORDS[language];
  const hours = offsetMinutes / 60;
  const zone = offsetMinutes === 300 ? words.almaty : `UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)}`;
  return words.moment(partsOf(new Date(new Date(at).getTime() + offsetMinutes * 60_000)), form, zone);
}
