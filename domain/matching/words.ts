import type { Reason, ReasonCode, WhyCode } from './types.ts';
import { en } from './words.en.ts';
import { kk } from './words.kk.ts';
import { ru } from './words.ru.ts';

/** The words of one language for everything matching has to say to staff and mentors. */
export interface MatchingWords {
  readonly reasons: Readonly<Record<ReasonCode, (values: readonly string[]) => string>>;
  readonly why: Readonly<Record<WhyCode, string>>;
}

/** One file per language; another language is another line here. */
const WORDS = { en, kk, ru } as const satisfies Record<string, MatchingWords>;
export type MatchingLanguage = keyof typeof WORDS;

/** What two people have in common, as a sentence without a full stop that both may read (M16). */
export const describe = ({ code, values }: Reason, language: MatchingLanguage): string =>
  WORDS[language].reasons[code](values);

/** Why a mentee got no mentor, as staff read it. Letters to mentees have words of their own in `templates`. */
export const describeWhy = (code: WhyCode, language: MatchingLanguage): string => WORDS[language].why[code];
