import { type ErrorCode, wordsOf } from '../errors.ts';
import type { Language } from './language.ts';
import { outcomes as kk } from './outcomes.kk.ts';
import { outcomes as ru } from './outcomes.ru.ts';

/** Codes that only staff and operators ever read: they stay English. A new code belongs here, or has words in every language. */
type StaffCode =
  | 'held'
  | 'delivery-under-way'
  | 'delivery-changed'
  | 'reserved'
  | 'use-replace'
  | 'unknown-person'
  | 'no-new-end'
  | 'stage-proposed'
  | 'record-unavailable'
  | 'record-refused'
  | 'tab-missing'
  | 'column-missing'
  | 'mail-unavailable'
  | 'mail-refused-us'
  | 'forms-unavailable'
  | 'row-gone'
  | 'bad-row'
  | 'beyond-calendar';
export type OutcomeWords = Readonly<Record<Exclude<ErrorCode, StaffCode>, string>>;

const WORDS: Readonly<Record<Exclude<Language, 'en'>, OutcomeWords>> = { kk, ru };

/** What a person is told about an outcome, in their language. */
export function outcomeIn(code: string, language: Language): string {
  if (language === 'en') return wordsOf(code);
  const words: Readonly<Record<string, string>> = WORDS[language];
  return words[code] ?? WORDS[language].unexpected;
}
