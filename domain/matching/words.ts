import type { ChangeCode, CounterCode, Reason, ReasonCode, WhyCode } from './types.ts';
import { en } from './words.en.ts';
import { kk } from './words.kk.ts';
import { ru } from './words.ru.ts';

type Sentence = (values: readonly string[]) => string;

/** The words of one language for everything matching has to say: sentences without a full stop. */
export interface MatchingWords {
  readonly reasons: Readonly<Record<ReasonCode, Sentence>>;
  readonly why: Readonly<Record<WhyCode, string>>;
  readonly counter: Readonly<Record<CounterCode, Sentence>>;
  readonly change: Readonly<Record<ChangeCode, Sentence>>;
}

/** One file per language; another language is another line here. */
const WORDS = { en, kk, ru } as const satisfies Record<string, MatchingWords>;
export type MatchingLanguage = keyof typeof WORDS;
export const MATCHING_LANGUAGES = Object.keys(WORDS) as readonly MatchingLanguage[];

/** What two people have in common, as both may read it (M16). */
export const describe = ({ code, values }: Reason, language: MatchingLanguage): string =>
  WORDS[language].reasons[code](values);

/** Why a mentee got no mentor, as staff read it. Letters to mentees have words of their own in `templates`. */
export const describeWhy = (code: WhyCode, language: MatchingLanguage): string => WORDS[language].why[code];

/** How staff know a mentor: by name in the sheet, by ID in a file. */
export type NameOf = (id: string) => string;
const byId: NameOf = (id) => id;

/** What speaks against a proposal, for staff. The first value is a mentor; the others are points. */
export function describeCounter(
  { code, values: [mentor = '', ...points] }: { readonly code: CounterCode; readonly values: readonly string[] },
  language: MatchingLanguage,
  nameOf: NameOf = byId,
): string {
  return WORDS[language].counter[code]([mentor && nameOf(mentor), ...points]);
}

/** What would change a result, for staff. */
export function describeChange(
  { code, values }: { readonly code: ChangeCode; readonly values: readonly string[] },
  language: MatchingLanguage,
  nameOf: NameOf = byId,
): string {
  return WORDS[language].change[code](code === 'language' ? values : values.map(nameOf));
}
