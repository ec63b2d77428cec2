import type { DraftStage } from './draft.ts';
import type { Language } from './language.ts';
import { moderation as en } from './moderation.en.ts';
import { moderation as kk } from './moderation.kk.ts';
import { moderation as ru } from './moderation.ru.ts';

/** What somebody does with one button: a heading, what follows from it, the button. */
type Act = readonly [title: string, explain: string, button: string];
export type ModerationAct =
  | 'approve'
  | 'return'
  | 'fix'
  | 'reject'
  | 'coordinate'
  | 'refuse'
  | 'override'
  | 'day'
  | 'overlap-accepted'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'social-again';

/** What the pages of moderators, the Center and the communication officer say; fields and findings are named as on the draft page. */
export interface ModerationWords {
  readonly stages: Readonly<Record<DraftStage, string>>;
  readonly list: {
    readonly title: string;
    readonly none: string;
    readonly explain: string;
    readonly link: string;
    readonly columns: readonly [
      subject: string,
      unit: string,
      stage: string,
      left: string,
      readers: string,
      found: string,
    ];
  };
  readonly left: (hours: number) => string;
  readonly overdue: (hours: number) => string;
  readonly stands: string;
  readonly clock: {
    readonly title: string;
    readonly due: (moment: string) => string;
    readonly span: (from: string, to: string, hours: number) => string;
    readonly open: string;
  };
  readonly initiator: string;
  readonly chosen: { readonly title: string; readonly all: string; readonly list: string };
  /** Whether it stays among the unit's own alumni (P7) or needs the Center's approval (P6), and why. */
  readonly scope: {
    readonly own: string;
    readonly broad: string;
    readonly because: Readonly<Record<string, (beyond: number) => string>>;
  };
  readonly overlap: {
    readonly title: (day: string) => string;
    readonly counts: (mailings: number, people: number) => string;
    readonly alone: string;
    readonly others: string;
    readonly other: (unit: string, day: string, shared: number) => string;
    readonly over: (people: number, percent: number, most: number) => string;
    readonly limit: (percent: number) => string;
    readonly suggested: (day: string) => string;
  };
  readonly days: { readonly chosen: string; readonly none: string; readonly percent: (n: number) => string };
  readonly text: { readonly title: string; readonly finding: (n: number) => string };
  readonly mistaken: {
    readonly by: (names: string) => string;
    readonly title: string;
    readonly explain: string;
    readonly button: string;
  };
  readonly difference: { readonly title: string; readonly first: string; readonly none: string };
  readonly history: { readonly title: string; readonly last: (what: string, who: string, when: string) => string };
  readonly decide: string;
  readonly preview: string;
  readonly own: string;
  readonly nothingToDecide: string;
  readonly errorsLeft: (n: number) => string;
  readonly decided: {
    readonly approved: (who: string, when: string) => string;
    readonly coordinated: (who: string, when: string) => string;
  };
  readonly forceMajeure: (reason: string) => string;
  readonly acts: Readonly<Record<ModerationAct, Act>>;
  readonly wordsFor: string;
  readonly reason: string;
  readonly yourWords: string;
  readonly needWords: string;
  readonly wordsLong: string;
  readonly sure: { readonly title: string; readonly yes: (button: string) => string; readonly back: string };
  /** What a fix leaves alone, and why (R19). */
  readonly fixOnly: string;
  readonly fixNone: string;
  readonly noRole: readonly [title: string, words: string];
  readonly calendar: {
    readonly title: string;
    readonly explain: (cap: number) => string;
    readonly earlier: string;
    readonly later: string;
    readonly week: string;
    readonly weekdays: readonly [string, string, string, string, string, string, string];
    readonly off: string;
    readonly total: string;
    readonly mailings: (n: number) => string;
    readonly readers: (n: number) => string;
    readonly over: (n: number) => string;
    readonly waiting: string;
    readonly until: (earliest: string, latest: string) => string;
    readonly held: string;
    readonly months: readonly string[];
  };
  readonly social: {
    readonly title: string;
    readonly state: Readonly<Record<'asked' | 'returned' | 'done' | 'none', string>>;
    readonly day: string;
    readonly due: string;
    readonly poster: string;
    readonly download: string;
    readonly inWords: string;
    readonly copy: string;
    readonly copyNow: string;
    readonly copied: string;
    readonly hashtag: string;
    readonly noPoster: string;
    readonly confirm: Act;
    readonly link: string;
    readonly giveBack: Act;
    readonly why: string;
    readonly stands: string;
  };
}

const WORDS: Readonly<Record<Language, ModerationWords>> = { en, kk, ru };
export const moderationWords = (language: Language): ModerationWords => WORDS[language];
