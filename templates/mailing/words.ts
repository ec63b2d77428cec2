/** What stands below every mailing, in the language of its text. `{of}` and the others are names that no language changes. */
export interface MailingWords {
  /** Why the reader gets it. */
  readonly why: string;
  /** Who sends it; `own` where the Center asks for it itself. */
  readonly from: string;
  readonly own: string;
  readonly unsubscribe: string;
  readonly preferences: string;
  /** A picture without words of its own. */
  readonly picture: string;
}
