/**
 * Letters: words and looks. One folder per letter holds its words; the layout is one MJML file; `npm run build` compiles both
 * to functions. No addresses, no decisions about who gets what when.
 */
import type { LetterKey, MergedItem } from '../domain/letters/index.ts';
import { valueIn } from '../domain/words/index.ts';
import { codes as codesEn } from './codes.en.ts';
import { codes as codesKk } from './codes.kk.ts';
import { codes as codesRu } from './codes.ru.ts';
import type { Compiled, Frame, LetterInput } from './compiled.ts';
import * as en from './generated/en.ts';
import * as kk from './generated/kk.ts';
import * as ru from './generated/ru.ts';
import type { Language } from './languages.ts';
import { faultsOfOwn, fillOwn, type OwnWords } from './own-words.ts';
import { oneLine } from './writers.ts';

export type { LetterInput } from './compiled.ts';
export { dateWords } from './dates.ts';
export { LANGUAGES, type Language } from './languages.ts';
export { type MailingCopy, type MailingInput, type MailingLinks, mailing } from './mailing/index.ts';
export { faultsOfOwn, type OwnWords } from './own-words.ts';

export interface RenderedLetter {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

interface Module {
  readonly frame: Frame;
  readonly letters: Compiled;
}
const COMPILED: Readonly<Record<Language, Module>> = { en, kk, ru };
const CODES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: codesEn,
  kk: codesKk,
  ru: codesRu,
};

/** Mail clients show less; a name as long as a novel must not make a header of that length. */
const LONGEST_LINE = 200;
const clipped = (line: string): string =>
  [...line].length > LONGEST_LINE ? `${[...line].slice(0, LONGEST_LINE - 1).join('')}…` : line;

/**
 * Renders a letter, in words of staff where there are some that fit. Throws when a slot is missing or an address may not be linked
 * to.
 */
export function render(key: LetterKey, language: Language, input: LetterInput, own?: OwnWords): RenderedLetter {
  const { frame, letters } = COMPILED[language];
  const letter = letters[key];
  const [top, middle, bottom] = letter.html;
  const [textTop, textMiddle, textBottom] = letter.text;
  // Words that do not fit were refused when they were typed; a letter never waits for them.
  const filled =
    own && faultsOfOwn(key, language, own).length === 0
      ? fillOwn(key, language, own, input, { row: frame.row, book: letter.labels.sessions ?? '' })
      : undefined;
  const subject = clipped(oneLine(filled?.subject ?? letter.subject(input)));
  const preheader = clipped(oneLine(letter.preheader(input)));
  return {
    subject,
    preheader,
    html:
      frame.head(input, subject, preheader) +
      top(input) +
      (filled?.html ?? middle(input)) +
      bottom(input) +
      frame.foot(input),
    text: textTop(input) + (filled?.text ?? textMiddle(input)) + textBottom(input),
  };
}

/** A letter as one subject of a merged one: its line, its buttons, and the small links of its pair. */
export function item(key: LetterKey, language: Language, input: LetterInput): MergedItem {
  const { line, subject, labels } = COMPILED[language].letters[key];
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

/** A code, a choice or a question of a form in the reader's words; what is none of them shows as itself. */
export const word = (code: string, language: Language): string => CODES[language][code] ?? valueIn(code, language);
