/** Everything that is looked at with sample data: every letter of the catalogue, and a mailing as its readers get it. */
import { LETTER_KEYS, type LetterKey } from '../domain/letters/index.ts';
import { item, mailing, render, word } from './index.ts';
import type { Language } from './languages.ts';
import { sampleOf } from './samples.ts';
import { mailingSample } from './samples-mailing.ts';

const MAILING = 'mailing';
export type ShownKey = LetterKey | typeof MAILING;
export const SHOWN_KEYS: readonly ShownKey[] = [...LETTER_KEYS, MAILING];

/** 800 by 600 pixels, so that nothing has to be fetched. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600"><rect width="800" height="600" fill="#cfe3ee"/><path d="M0 430h800M120 430C240 180 560 180 680 430M200 430v-96M320 430V262M400 430V243M480 430V262M600 430v-96" fill="none" stroke="#0b5c8a" stroke-width="14"/></svg>',
)}`;
const LINKS = {
  unsubscribe: 'https://letters.example/a/unsubscribe',
  preferences: 'https://letters.example/a/preferences',
};

export function shownSample(
  key: ShownKey,
  language: Language,
): { readonly subject: string; readonly preheader: string; readonly html: string; readonly text: string } {
  if (key !== MAILING) return render(key, language, sampleOf(key, language, { word, item }));
  const copy = mailing(mailingSample(language, PICTURE));
  return { subject: copy.subject, preheader: copy.preheader, ...copy.fill(LINKS) };
}
