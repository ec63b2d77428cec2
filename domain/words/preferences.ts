import type { MailingChoice } from '../mailing/index.ts';
import type { Language } from './language.ts';
import { preferences as kk } from './preferences.kk.ts';
import { preferences as ru } from './preferences.ru.ts';

/** Words of the pages on which alumni choose which mailings they get. */
export interface PreferencesWords {
  readonly part: string;
  readonly leave: string;
  readonly leaveExplained: string;
  readonly leaveButton: string;
  readonly left: string;
  readonly leftExplained: string;
  readonly again: string;
  readonly preferences: string;
  readonly question: string;
  readonly choices: Readonly<Record<MailingChoice, string>>;
  readonly save: string;
  readonly saved: Readonly<Record<MailingChoice, string>>;
  readonly savedTitle: string;
  /** Letters about somebody's own mentorship still come (Q25). */
  readonly mailingsOnly: string;
  readonly address: (email: string) => string;
  readonly choose: string;
  readonly gone: string;
}

const en: PreferencesWords = {
  part: 'Mailings to alumni',
  leave: 'No more mailings?',
  leaveExplained: 'One press, and the university sends you no more mailings.',
  leaveButton: 'Unsubscribe',
  left: 'You get no more mailings',
  leftExplained: 'A mailing that is on its way at this moment may still arrive.',
  again: 'Write to me again',
  preferences: 'Choose which mailings you get',
  question: 'Which mailings do you want?',
  choices: { all: 'All mailings of the university', own: 'Only those of my School', none: 'None' },
  save: 'Save',
  saved: {
    all: 'You get all mailings.',
    own: 'You get the mailings of your School only.',
    none: 'You get no more mailings.',
  },
  savedTitle: 'Saved',
  mailingsOnly: 'This is about mailings only: letters about your own mentorship still reach you.',
  address: (email) => `For the address ${email}`,
  choose: 'Please choose one of the three.',
  gone: 'You are not in the register of alumni any more, so no mailing goes to you.',
};

const WORDS: Readonly<Record<Language, PreferencesWords>> = { en, kk, ru };
export const preferencesWords = (language: Language): PreferencesWords => WORDS[language];
