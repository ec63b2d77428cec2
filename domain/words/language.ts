/** Languages in which people are written to. Staff work in English. */
export const LANGUAGE_CODES = ['en', 'kk', 'ru'] as const;
export type Language = (typeof LANGUAGE_CODES)[number];
