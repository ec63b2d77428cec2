import { draft as en } from './draft.en.ts';
import { draft as kk } from './draft.kk.ts';
import { draft as ru } from './draft.ru.ts';
import type { Language } from './language.ts';

type Count = (n: number) => string;
export type DraftStage =
  | 'Draft'
  | 'In moderation'
  | 'Returned'
  | 'Scheduled'
  | 'Sending'
  | 'Sent'
  | 'Done'
  | 'Refused'
  | 'Rejected'
  | 'Withdrawn';

/** What the draft page of a mailing says. Labels and helps go by the names of its fields. */
export interface DraftWords {
  readonly part: string;
  readonly title: string;
  readonly titlePost: string;
  /** Name of a stage and what it means for the initiator. */
  readonly stages: Readonly<Record<DraftStage, readonly [name: string, meaning: string]>>;
  readonly dueBy: (moment: string) => string;
  readonly goesOut: (day: string) => string;
  readonly dates: {
    readonly title: string;
    readonly earliest: string;
    readonly latest: string;
    readonly handInBy: string;
    readonly handInLast: string;
    readonly none: string;
    readonly unknown: string;
    readonly late: string;
    readonly busy: (days: string) => string;
    readonly better: (day: string) => string;
  };
  readonly missing: { readonly title: string; readonly what: Readonly<Record<string, string>> };
  readonly groups: {
    readonly about: string;
    readonly text: string;
    readonly picture: string;
    readonly audience: string;
    readonly social: string;
  };
  readonly fields: Readonly<Record<string, readonly [label: string, help: string]>>;
  readonly choose: string;
  readonly findings: {
    readonly title: string;
    readonly none: string;
    readonly tally: (errors: number, warnings: number) => string;
    readonly error: string;
    readonly warning: string;
    readonly found: string;
    readonly allowed: string;
    readonly words: string;
    readonly clause: (appendix: boolean, section: string) => string;
    readonly onlyPost: string;
    readonly exempt: string;
  };
  readonly counts: {
    readonly characters: (n: number, most: number) => string;
    readonly paragraph: (i: number, lines: number, most: number) => string;
    readonly paragraphs: (n: number, most: number) => string;
    readonly rows: (n: number, most: number) => string;
  };
  readonly audience: {
    readonly count: Count;
    readonly leftOut: string;
    readonly why: Readonly<Record<'duplicate' | 'unsubscribed' | 'bounced' | 'no address' | 'unknown', Count>>;
    readonly own: string;
    readonly broad: string;
    readonly because: Readonly<Record<string, Count>>;
    readonly problem: Readonly<Record<'unknown list' | 'unreadable years', string>>;
    readonly none: string;
  };
  readonly files: {
    readonly picture: readonly [label: string, help: string];
    readonly poster: readonly [label: string, help: string];
    readonly table: readonly [label: string, help: string];
    readonly upload: string;
    readonly remove: string;
    readonly kept: (name: string, size: string) => string;
    readonly removed: string;
  };
  readonly preview: {
    readonly title: string;
    readonly views: Readonly<Record<'desktop' | 'phone' | 'dark' | 'text', string>>;
    readonly frame: string;
    readonly empty: string;
  };
  readonly buttons: {
    readonly save: string;
    readonly handIn: string;
    readonly withdraw: string;
    readonly back: string;
    readonly again: string;
  };
  readonly handInNote: string;
  readonly saved: string;
  readonly unchecked: string;
  readonly withdraw: { readonly title: string; readonly explain: string; readonly button: string };
  readonly stale: { readonly title: string; readonly explain: string; readonly stored: string };
  readonly unsaved: { readonly title: string; readonly explain: string };
  readonly problems: {
    readonly title: string;
    readonly long: (most: number) => string;
    readonly date: string;
    readonly choice: string;
  };
  readonly fix: {
    readonly title: string;
    readonly explain: string;
    readonly button: string;
    readonly or: string;
    readonly gone: string;
    readonly was: string;
    readonly is: string;
  };
  readonly comments: string;
  readonly history: {
    readonly title: string;
    readonly handedIn: (moment: string) => string;
    readonly answered: (moment: string) => string;
    readonly approved: (moment: string) => string;
    readonly coordinated: (moment: string) => string;
    readonly sent: (sent: number, failed: number) => string;
    readonly post: Readonly<Record<'asked' | 'returned' | 'done', string>>;
  };
  readonly unread: (text: string) => string;
  readonly noRow: string;
  readonly tooLong: string;
}

const WORDS: Readonly<Record<Language, DraftWords>> = { en, kk, ru };
export const draftWords = (language: Language): DraftWords => WORDS[language];
