/** Languages of letters, and those whose words are not written yet: their readers get English until then. */
export const LANGUAGES = ['en', 'kk', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];
export const UNTRANSLATED: readonly Language[] = ['kk', 'ru'];
