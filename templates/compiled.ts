import type { LetterKey } from '../domain/letters/index.ts';

/** What a rendered letter is made from. Slots and buttons are those of the catalogue. */
export interface LetterInput {
  readonly slots: Readonly<Record<string, unknown>>;
  readonly buttons: Readonly<Record<string, string>>;
  readonly pairLinks?: {
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

export interface CompiledFunctions {
  readonly subject: (input: LetterInput) => string;
  readonly preheader: (input: LetterInput) => string;
  readonly html: (input: LetterInput, subject: string) => string;
  readonly text: (input: LetterInput) => string;
  readonly line: ((input: LetterInput) => string) | undefined;
  /** Labels of buttons and of the pair's small links, by name. */
  readonly labels: Readonly<Record<string, string>>;
}
export type Compiled = { readonly [K in LetterKey]: CompiledFunctions };
