import type { Language } from '../languages.ts';

/** Letters that Kazakh has and Russian has not. */
const KAZAKH = /[әғқңөұүһі]/giu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;

/** The language that most of a text is written in, by its letters; names in Latin letters do not make a Kazakh text English. */
export function languageOfText(text: string): Language {
  const n = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const cyrillic = n(CYRILLIC);
  if (cyrillic === 0 || cyrillic * 2 < n(LATIN)) return 'en';
  // One word in fifty letters: a Kazakh name in a Russian text has fewer, a Kazakh text far more.
  return n(KAZAKH) * 25 >= cyrillic ? 'kk' : 'ru';
}
