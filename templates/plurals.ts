import type { Language } from './languages.ts';

/** Which of a language's forms stands with a number. Kazakh has one: after a number the noun stays as it is. */
const FORM_OF: Readonly<Record<Language, (n: number) => number>> = {
  en: (n) => (n === 1 ? 0 : 1),
  kk: () => 0,
  ru(n) {
    const [tens, ones] = [Math.abs(n) % 100, Math.abs(n) % 10];
    if (ones === 1 && tens !== 11) return 0;
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
  },
};
/** How many forms a language has: English one and other; Russian one, few and many. */
export const PLURAL_FORMS: Readonly<Record<Language, number>> = { en: 2, kk: 1, ru: 3 };

/** The form that fits, with the number in place of `#`. */
export const pluralWords = (n: number, forms: readonly string[], language: Language): string =>
  (forms[FORM_OF[language](n)] ?? forms.at(-1) ?? '').replaceAll('#', String(n));
