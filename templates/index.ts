/**
 * Letters: words and looks. One folder per letter holds its words; the layout is one MJML file; `npm run build` compiles both
 * to functions. No addresses, no decisions about who gets what when.
 */
import type { LetterKey, MergedItem } from '../domain/letters/index.ts';
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

/** A letter as one subject of a merged one: its line, its buttons, and the small links of its pair. */
export function item(key: LetterKey, language: Language, input: LetterInput): MergedItem {
  const { line, subject, labels } = COMPILED[language][key];
  const sessions = (input.slots.sessions ?? []) as readonly { readonly title: string; readonly url: string }[];
  const linked = (links: Readonly<Record<string, string>>) =>
    Object.entries(links).map(([name, url]) => ({ label: labels[name] ?? name, url }));
  return {
    line: oneLine(line?.(input) ?? subject(input)),
    actions: [
      ...linked(input.buttons),
      ...sessions.map(({ title, url }) => ({ label: `${labels.sessions ?? ''}: ${oneLine(title)}`, url })),
    ],
    more: linked(input.pairLinks ?? {}),
  };
}

/** A code in the reader's words; an unknown code shows as itself. */
export const word = (code: string, _language: Language): string => codes[code] ?? code;
