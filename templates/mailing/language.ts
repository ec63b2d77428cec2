import type { Language } from '../languages.ts';

/** Letters that Kazakh has and Russian has not. */
const KAZAKH = /[әғқңөұүһі]/giu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
/** Addresses are in Latin letters whatever the language. */
const ADDRESS = /https?:[^\s)>]+|[^\s@]{1,64}@\S+/gu;
const LATIN = /\p{Script=Latin}/gu;

/** The language that most of a text is written in, by its letters; names in Latin letters do not make a Kazakh text English. */
export function languageOfText(text: string): Language {
  const words = text.replaceAll(ADDRESS, '');
  const n = (letters: RegExp) => words.match(letters)?.length ?? 0;
  const cyrillic = n(CYRILLIC);
  if (cyrillic === 0 || cyrillic * 1.5 < n(LATIN)) return 'en';
  // In a Kazakh text about one letter in eight is Kazakh alone; a name or two in a Russian text make far fewer.
  return n(KAZAKH) * 12 >= cyrillic ? 'kk' : 'ru';
}
