/** One model of a mailing for both ways in: Markdown with front matter (or a form's fields), and HTML. */

/** A run of text of one look. Offsets count UTF-16 units of the mailing's source. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  /** Character i of the text stands at `at + i`; false where the source writes it differently, such as `&amp;`. */
  readonly exact: boolean;
  readonly bold: boolean;
  /** Pixels. */
  readonly size: number;
}

/** A paragraph or a title. In its text a line break stands for a hard one; soft ones are blanks. */
export interface Block {
  readonly kind: 'paragraph' | 'title';
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export interface Table {
  /** Rows, the header included (Q4). */
  readonly rows: number;
  readonly pieces: readonly Piece[];
  readonly at: number;
}

export interface Picture {
  readonly source: string;
  readonly alt: string;
  readonly at: number;
  /** Where its bytes come from. */
  readonly kind: 'file' | 'data' | 'remote' | 'tracker';
}

export interface Link {
  readonly href: string;
  readonly at: number;
  /** Found as bare text, which mail programs make a link of. */
  readonly bare?: true;
}

export interface Colour {
  /** `#rrggbb`. */
  readonly value: string;
  readonly at: number;
}

/** What no mailing may hold, whatever it is about. */
export interface Hazard {
  readonly kind: 'script' | 'form' | 'remote-style';
  readonly text: string;
  readonly at: number;
}

/** What keeps a text from being read as its writer meant it. */
export interface Fault {
  readonly code: 'html-in-markdown' | 'html-broken' | 'html-deep' | 'field-unknown' | 'text-endless';
  readonly text: string;
  readonly at: number;
}

export interface Field {
  readonly text: string;
  readonly at: number | null;
}
export const FIELDS = ['direction', 'unit', 'subject', 'event date', 'send on', 'hashtag'] as const;
export type FieldName = (typeof FIELDS)[number];

export interface Mailing {
  readonly source: string;
  readonly fields: Readonly<Record<FieldName, Field>>;
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
  readonly links: readonly Link[];
  readonly colours: readonly Colour[];
  /** Text that is shown in capitals by its look. */
  readonly capitals: readonly Piece[];
  readonly signature: { readonly text: string; readonly pieces: readonly Piece[]; readonly at: number } | null;
  readonly hazards: readonly Hazard[];
  readonly faults: readonly Fault[];
}

/** A file that is no mailing at all, in words for its writer. */
export class Unreadable extends Error {
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(message);
    this.name = 'Unreadable';
    this.line = line;
  }
}

/** Pixels of ordinary letters: what browsers and mail programs take when nothing is said. */
export const LETTER_SIZE = 16;
/** More text than this is no mailing; reading on would only cost time. */
export const TEXT_MOST = 30_000;
