/**
 * The words of one letter in one language. `{slot}` stands for a slot of the catalogue, `{slot:until}` for a date in the form
 * that fits (see dates.ts), `{slot|# month|# months}` for a number with its noun in every form the language has (see plurals.ts).
 */
export interface LetterWords {
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  readonly body: readonly Block[];
  /** Label of each button of the catalogue. */
  readonly buttons: Readonly<Record<string, string>>;
  /** One line for a merged letter; its button is the first one of the letter. */
  readonly line?: string;
}

/** A paragraph, a sub-heading, fixed points, or a slot that is a list. */
export type Block =
  | string
  | { readonly heading: string }
  | { readonly points: readonly string[] }
  | { readonly list: string }
  | { readonly facts: string }
  | { readonly sessions: string; readonly button: string }
  | { readonly items: string }
  | { readonly needs: string; readonly none: string; readonly button: string };

/** Words that every letter shares. */
export interface CommonWords {
  readonly greeting: string;
  readonly brand: string;
  readonly help: string;
  readonly reply: string;
  readonly pair: {
    readonly lead: string;
    readonly meet: string;
    readonly silent: string;
    readonly pause: string;
    readonly end: string;
    readonly issue: string;
  };
  readonly plainLink: string;
}
