import { isLanguage, type Language, type PageWords, pageWords } from '../domain/words/index.ts';
import type { FunctionRequest } from './body.ts';

/** Who reads a page, as far as a page can know: the language of the letter that led here. */
export interface Reader {
  readonly language: Language;
  readonly words: PageWords;
  /** Path and query of this page, for links to it in another language. */
  readonly here: string;
}

/**
 * The language in the link (`lang`); without one English, as in letters. A page that no letter leads to (`open`) takes the first
 * of the browser's languages that it speaks.
 */
export function readerOf(req: FunctionRequest, open = false): Reader {
  const here = req.url ?? '/';
  const asked = new URL(here, 'http://localhost').searchParams.get('lang');
  const language = isLanguage(asked) ? asked : ((open ? preferred(req.headers['accept-language']) : undefined) ?? 'en');
  return { language, words: pageWords(language), here };
}

/** Browsers name languages best first, so their weights need no reading. */
const preferred = (header: string | undefined): Language | undefined =>
  (header ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find(isLanguage);

/** The same page in another language, with whatever else its address says. */
export function inLanguage(here: string, language: Language): string {
  const { pathname, searchParams } = new URL(here, 'http://localhost');
  searchParams.set('lang', language);
  return `${pathname}?${searchParams}`;
}
