import { dayIn } from './days.ts';
import type { Language } from './language.ts';
import { values as kk } from './values.kk.ts';
import { values as ru } from './values.ru.ts';

/** The sheet and the forms keep their choices in English; these are the same in other languages. */
const VALUES: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, string>>>> = { kk, ru };

/** A choice or a form's question in a language; what staff or people typed themselves stays as it is. */
export const valueIn = (value: string, language: Language): string =>
  language === 'en' ? value : (VALUES[language][value] ?? value);

/** A field of a request as its form keeps it: choices and dates in the reader's language, what somebody typed as it stands. */
export function fieldIn(field: string, text: string, language: Language): string {
  switch (field) {
    case 'eventDate':
    case 'wished':
      return dayIn(text, language);
    case 'direction':
    case 'social':
      return valueIn(text, language);
    case 'degrees':
    case 'schools':
      return text
        .split(', ')
        .map((value) => valueIn(value, language))
        .join(', ');
    default:
      return text;
  }
}
