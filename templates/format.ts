import type { Language } from './languages.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', kk: 'kk-KZ', ru: 'ru-RU' };
const ALMATY: Readonly<Record<Language, string>> = { en: 'Almaty time', kk: 'Алматы уақыты', ru: 'время Алматы' };

const cache = new Map<string, Intl.DateTimeFormat>();
function formatter(language: Language, withTime: boolean): Intl.DateTimeFormat {
  const key = `${language}/${withTime}`;
  const found = cache.get(key);
  if (found) return found;
  const made = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(withTime ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
  });
  cache.set(key, made);
  return made;
}

/** A civil date in words; an empty one stays empty. */
export const dateWords = (date: string, language: Language): string =>
  date === '' ? '' : formatter(language, false).format(new Date(`${date}T00:00:00Z`));

/** An instant in the reader's zone, which is named: Almaty, or the difference from Greenwich. */
export function momentWords(at: string, language: Language, offsetMinutes: number): string {
  if (at === '') return '';
  const words = formatter(language, true).format(new Date(new Date(at).getTime() + offsetMinutes * 60_000));
  const hours = offsetMinutes / 60;
  return `${words} (${offsetMinutes === 300 ? ALMATY[language] : `UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)}`})`;
}
