/** Languages in which people are written to. Staff work in English. */
export const LANGUAGE_CODES = ['en', 'kk', 'ru'] as const;
export type Language = (typeof LANGUAGE_CODES)[number];
export const isLanguage = (code: unknown): code is Language => (LANGUAGE_CODES as readonly unknown[]).includes(code);

/** The language of letters that somebody chose in the form; English when none. */
export const languageOf = (letters: string): Language =>
  letters === 'Kazakh' ? 'kk' : letters === 'Russian' ? 'ru' : 'en';

/** Each language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', kk: 'Қазақша', ru: 'Русский' };
