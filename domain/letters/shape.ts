/** What a letter is made of: kinds of slots, buttons, and how it goes out. */

/** Kinds of slots. `date` and `moment` are formatted in the reader's language and time zone when the letter is sent. */
export type SlotKind =
  | 'text'
  | 'lines'
  | 'number'
  | 'date'
  | 'moment'
  | 'list'
  | 'facts'
  | 'sessions'
  | 'items'
  | 'needs';

export interface SlotValues {
  readonly text: string;
  /** Free text with line breaks. */
  readonly lines: string;
  readonly number: number;
  /** Civil date, `2026-09-01`. */
  readonly date: string;
  /** Instant, `2026-09-01T12:00:00Z`. */
  readonly moment: string;
  readonly list: readonly string[];
  /** Label and value, such as a profile or contact data. Labels are in the reader's language already. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sessions: readonly {
    readonly title: string;
    readonly at: string;
    readonly place: string;
    readonly url: string;
  }[];
  readonly items: readonly MergedItem[];
  readonly needs: readonly {
    readonly what: string;
    readonly why: string;
    readonly since: string;
    readonly url: string;
  }[];
}

/** A subject of a merged letter: one line, its buttons (the first is the main one), and the small links of its pair. */
export interface MergedItem {
  readonly line: string;
  readonly actions: readonly { readonly label: string; readonly url: string }[];
  readonly more: readonly { readonly label: string; readonly url: string }[];
}

export interface LetterShape {
  /** Goes at once; the others wait for the person's next slot and are merged (lifecycle of letters). */
  readonly urgent: boolean;
  readonly slots: Readonly<Record<string, SlotKind>>;
  /** Names of buttons; each is an https link given when the letter is sent. The first one is the main action. */
  readonly buttons: readonly string[];
  /** Carries the small links of an active pair: partner silent, pause, end, report an issue (M25, M33). */
  readonly pair?: true;
  /** Subject starts with the deadline, taken from this slot. */
  readonly deadline?: string;
}

/** A letter as it stands in the catalogue; urgent ones go at once. */
export const letter = <const S extends Readonly<Record<string, SlotKind>>, const B extends readonly string[]>(
  urgent: boolean,
  slots: S,
  buttons: B,
  rest: { readonly pair?: true; readonly deadline?: keyof S & string } = {},
) => ({ urgent, slots, buttons, ...rest });
