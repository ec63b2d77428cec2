import { civilDateOf, type Instant } from '../calendar/index.ts';
import type { Language } from './language.ts';

export const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};

/** A civil date (`2026-09-08`) on a page: day and month, "8 September"; what is no date stays as it is. */
export function dayIn(date: string, language: Language): string {
  const [, month = '', day = ''] = /^\d{4}-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return month === '' ? date : `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? month}`;
}

/** An instant on a page: day and time of day in Almaty, "8 September, 17:00". */
export function momentIn(at: Instant, language: Language): string {
  const local = new Date(Date.parse(at) + 300 * 60_000).toISOString();
  return `${dayIn(civilDateOf(at), language)}, ${local.slice(11, 16)}`;
}
