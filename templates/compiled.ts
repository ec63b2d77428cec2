import type { LetterKey } from '../domain/letters/index.ts';

/** What a rendered letter is made from. Slots and buttons are those of the catalogue. */
export interface LetterInput {
  readonly slots: Readonly<Record<string, unknown>>;
  readonly buttons: Readonly<Record<string, string>>;
  readonly pairLinks?: {
    readonly meet: string;
    readonly silent: string;
    readonly pause: string;
    readonly end: string;
    readonly issue: string;
  };
  readonly common: {
    readonly name: string;
    readonly university: string;
    readonly center: string;
    readonly centerEmail: string;
    readonly help: readonly string[];
    readonly offsetMinutes: number;
  };
}

type Made = (input: LetterInput) => string;
/** Heading and greeting; the paragraphs; buttons, small links and, in the text part, the footer. */
type Parts = readonly [top: Made, middle: Made, bottom: Made];

export interface CompiledFunctions {
  readonly subject: Made;
  readonly preheader: Made;
  readonly html: Parts;
  readonly text: Parts;
  readonly line: Made | undefined;
  /** Labels of buttons and of the pair's small links, by name. */
  readonly labels: Readonly<Record<string, string>>;
}
export type Compiled = { readonly [K in LetterKey]: CompiledFunctions };

/** What stands around the rows of every letter of a language, and around one row. */
export interface Frame {
  readonly head: (input: LetterInput, subject: string, preheader: string) => string;
  readonly foot: Made;
  readonly row: readonly [open: string, close: string];
}
