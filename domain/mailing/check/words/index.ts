import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

const CODES = [
  'direction-missing',
  'direction-unknown',
  'direction-center',
  'digest-with-day',
  'subject-missing',
  'subject-long',
  'subject-lines',
  'body-missing',
  'paragraphs-many',
  'text-endless',
  'lines-many',
  'word-long',
  'paragraph-long',
  'link-external',
  'link-form',
  'link-shortener',
  'link-redirect',
  'link-user',
  'link-lookalike',
  'link-dot',
  'link-incomplete',
  'link-scheme',
  'link-broken',
  'link-http',
  'tables-many',
  'table-long',
  'pictures-many',
  'picture-large',
  'picture-small',
  'picture-missing',
  'picture-unreadable',
  'picture-kind',
  'picture-remote',
  'picture-alt',
  'colour-foreign',
  'colour-unlisted',
  'bold-much',
  'font-large',
  'capitals',
  'capitals-by-look',
  'title-large',
  'signature-missing',
  'signature-contact',
  'signature-address',
  'signature-phone',
  'unit-missing',
  'unit-unknown',
  'html-in-markdown',
  'html-broken',
  'html-deep',
  'field-unknown',
  'date-unreadable',
  'digest-without-subject',
  'calendar-unknown',
  'send-early',
  'send-day-off',
  'send-late',
  'event-day-missing',
  'event-day-off',
  'event-late',
  'hashtag-bad',
  'script',
  'form',
  'remote-style',
  'remote-picture',
  'tracker',
] as const;
export type FindingCode = (typeof CODES)[number];
export const FINDING_CODES: readonly FindingCode[] = CODES;

/** What was found, and what to do about it. `{found}`, `{allowed}`, `{text}` and a finding's own data stand in braces. */
export type Words = Readonly<Record<FindingCode, readonly [message: string, fix: string]>>;

/** One file per language; another language is another line here. */
export const WORDS = { en, kk, ru } as const satisfies Record<string, Words>;
export type RuleLanguage = keyof typeof WORDS;
export const RULE_LANGUAGES = Object.keys(WORDS) as readonly RuleLanguage[];

/** Fills the words in; a brace that nothing fills is a mistake of ours and throws. */
export const filled = (words: string, data: Readonly<Record<string, string | number | null>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name];
    if (value === undefined || value === null) throw new Error(`no word for {${name}} in "${words}"`);
    return String(value);
  });
