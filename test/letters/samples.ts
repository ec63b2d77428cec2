import { LETTER_KEYS, type LetterKey } from '../../domain/letters/index.ts';
import { item, LANGUAGES, type Language, type LetterInput, render, word } from '../../templates/index.ts';
import { sampleOf } from '../../templates/samples.ts';

export const inputOf = (key: LetterKey, language: Language): LetterInput => sampleOf(key, language, { word, item });
export const letterOf = (key: LetterKey, language: Language) => render(key, language, inputOf(key, language));

/** Every letter in every language. */
export const EACH: readonly (readonly [LetterKey, Language])[] = LETTER_KEYS.flatMap((key) =>
  LANGUAGES.map((language) => [key, language] as const),
);

/** Words of a document as a reader sees them. */
export const wordsOf = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
