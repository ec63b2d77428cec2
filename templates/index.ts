/**
 * Letters: words and looks. One folder per letter holds its words; the layout is one MJML file; `npm run build` compiles both
 * to functions. No addresses, no decisions about who gets what when.
 */
import type { LetterKey } from '../domain/letters/index.ts';
import { codes } from './codes.en.ts';
import type { Compiled, LetterInput } from './compiled.ts';
import { letters as en } from './generated/en.ts';
import type { Language } from './languages.ts';
import { oneLine } from './writers.ts';

export type { LetterInput } from './compiled.ts';
export { LANGUAGES, type Language } from './languages.ts';

export interface RenderedLetter {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

/** Kazakh and Russian follow; until their words are there, their readers get English ones. */
const COMPILED: Readonly<Record<Language, Compiled>> = { en, kk: en, ru: en };

/** Renders a letter. Throws when a slot is missing or an address may not be linked to. */
export function render(key: LetterKey, language: Language, input: LetterInput): RenderedLetter {
  const letter = COMPILED[language][key];
  const subject = oneLine(letter.subject(input));
  return {
    subject,
    preheader: oneLine(letter.preheader(input)),
    html: letter.html(input, subject),
    text: letter.text(input),
  };
}

/** A letter as one subject of a merged one: its line and its first button. */
export function item(
  key: LetterKey,
  language: Language,
  input: LetterInput,
): { line: string; label: string; url: string; due: string } {
  const letter = COMPILED[language][key];
  const sessions = input.slots.sessions as readonly { readonly url: string }[] | undefined;
  return {
    line: oneLine(letter.line?.(input) ?? letter.subject(input)),
    label: letter.label || 'Book',
    url: Object.values(input.buttons)[0] ?? sessions?.[0]?.url ?? '',
    due: '',
  };
}

/** A code in the reader's words; an unknown code shows as itself. */
export const word = (code: string, _language: Language): string => codes[code] ?? code;
