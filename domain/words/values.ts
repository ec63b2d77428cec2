import type { Language } from './language.ts';
import { values as kk } from './values.kk.ts';
import { values as ru } from './values.ru.ts';

/** The sheet and the forms keep their choices in English; these are the same in other languages. */
const VALUES: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, string>>>> = { kk, ru };

/** A choice or a form's question in a language; what staff or people typed themselves stays as it is. */
export const valueIn = (value: string, language: Language): string =>
  language === 'en' ? value : (VALUES[language][value] ?? value);
