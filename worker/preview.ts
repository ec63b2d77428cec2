import type { LetterKey } from '../domain/letters/index.ts';
import { faultsOfOwn, item, type LANGUAGES, type OwnWords, render, word } from '../templates/index.ts';
import { sampleOf } from '../templates/samples.ts';

const NAMES: Readonly<Record<string, (typeof LANGUAGES)[number]>> = { English: 'en', Kazakh: 'kk', Russian: 'ru' };

/** A letter with sample data in words of staff, or what is wrong with them. `language` as the sheet names it. */
export function previewOf(key: LetterKey, language: string, own: OwnWords) {
  const code = NAMES[language] ?? 'en';
  const faults = faultsOfOwn(key, code, own);
  const input = sampleOf(key, code, { word, item });
  return { faults, document: faults.length > 0 ? '' : render(key, code, input, own).html };
}
