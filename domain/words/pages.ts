import type { Language } from './language.ts';
import { pages as en } from './pages.en.ts';
import { pages as kk } from './pages.kk.ts';
import { pages as ru } from './pages.ru.ts';

/** What the small pages say around an action. */
export interface PageWords {
  readonly programme: string;
  /** Name of the choice of languages, for screen readers. */
  readonly languages: string;
  readonly untilPressed: string;
  readonly thanks: string;
  readonly notNow: string;
  readonly notFound: string;
  readonly nothingHere: string;
  readonly openFromLetter: string;
  readonly tooLarge: string;
  readonly busy: string;
  readonly busyMore: string;
  readonly pleaseAnswer: (question: string) => string;
  readonly problem: string;
  readonly brokenLink: string;
  readonly expiredLink: string;
  readonly sendFresh: string;
  readonly onItsWay: string;
  readonly onItsWayMore: string;
  readonly byForm: readonly [before: string, link: string, after: string];
  readonly tellMore: string;
  readonly and: (one: string, other: string) => string;
  readonly month: (n: string | number) => string;
  readonly almaty: string;
  readonly noBooking: string;
  readonly noBookingMore: string;
  readonly noCertificate: string;
  readonly noCertificateMore: string;
  readonly isReal: string;
  readonly unnamed: string;
  readonly catalogue: {
    readonly explain: string;
    readonly count: (shown: number, all: number) => string;
    readonly free: (places: number) => string;
    readonly full: string;
    readonly filter: string;
  };
  readonly handbook: {
    readonly mentor: string;
    readonly mentee: string;
    readonly forBoth: string;
    readonly forYou: string;
    readonly plan: string;
    readonly both: readonly string[];
    readonly mentorPoints: readonly string[];
    readonly menteePoints: readonly string[];
    readonly planPoints: readonly string[];
    readonly mentorPlan: string;
    readonly menteePlan: string;
  };
}

const PAGES: Readonly<Record<Language, PageWords>> = { en, kk, ru };
export const pageWords = (language: Language): PageWords => PAGES[language];
