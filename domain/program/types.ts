/** What a declaration of a tab, a form or a setting may say. Everything staff and people see is generated from these. */

/** How a cell is typed, validated and shown. `id` names another row; `memory` is the program's own JSON of codes and instants. */
export type Kind =
  | 'text'
  | 'long text'
  | 'choice'
  | 'choices'
  | 'checkbox'
  | 'date'
  | 'time'
  | 'instant'
  | 'number'
  | 'email'
  | 'phone'
  | 'link'
  | 'id'
  | 'memory';

/**
 * Who may write a column. `staff`: the program never does. `person`: written once, when the row is inserted, then staff may
 * correct it. `program`: an edit by anybody else is put back and said so.
 */
export type Owner = 'staff' | 'person' | 'program';

export interface Column {
  readonly header: string;
  readonly kind: Kind;
  readonly owner: Owner;
  readonly help: string;
  /** Choices of `choice` and `choices`, as staff and people read them. */
  readonly choices?: readonly string[];
  /** Names, addresses, free text: never leaves an activity. */
  readonly personal?: boolean;
  /** A code, date, number or id that decisions depend on: may enter a workflow. */
  readonly fact?: boolean;
  readonly hidden?: boolean;
  /** A row typed by staff starts its process only when its required cells are filled. */
  readonly required?: boolean;
  /** Most characters a person may answer; 50,000 is the sheet's own limit. */
  readonly longest?: number;
  /** Bounds of a number. */
  readonly least?: number;
  readonly most?: number;
  /** Which tab an `id` points to. */
  readonly of?: string;
}

export type Workbook = 'programme' | 'restricted' | 'mailings' | 'figures';

export interface Tab {
  readonly title: string;
  /** ID prefix; letters, so that typing an ID never turns it into a number or a date. */
  readonly prefix: string;
  readonly workbook: Workbook;
  readonly about: string;
  /** The process whose run stands for each row. */
  readonly process?: ProcessName;
  readonly columns: Readonly<Record<string, Column>>;
}

export type ProcessName = 'participant' | 'cohort' | 'mentorship' | 'case' | 'mailing' | 'desk';

/** The value of a cell once parsed. An empty cell is '' (text), false (checkbox), [] (choices) or undefined (number). */
export type CellOf<C extends Column> = C['kind'] extends 'checkbox'
  ? boolean
  : C['kind'] extends 'number'
    ? number | undefined
    : C['kind'] extends 'choices'
      ? readonly string[]
      : string;

export type CellValue = string | number | boolean | readonly string[] | undefined;

/** What stands in a sheet's cell when read unformatted. */
export type RawCell = string | number | boolean;

export interface Question {
  readonly title: string;
  readonly kind: Exclude<Kind, 'memory' | 'id' | 'instant'> | 'code' | 'mentor';
  readonly help?: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  readonly longest?: number;
  readonly least?: number;
  readonly most?: number;
  /** The column the answer is written to; questions without one are handed to the process as codes. */
  readonly column?: string;
}

export interface Form {
  readonly title: string;
  readonly about: string;
  /** Tab that an answer makes a row of. */
  readonly tab: string;
  readonly confirmation: string;
  readonly questions: Readonly<Record<string, Question>>;
}

export interface Setting<V extends number | string | boolean = number | string | boolean> {
  readonly value: V;
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
  readonly least?: number;
  readonly most?: number;
  readonly choices?: readonly string[];
}
