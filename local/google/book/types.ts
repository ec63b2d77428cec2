/** What a cell can hold once it is not a formula. */
export type Scalar = string | number | boolean;

export interface CellError {
  readonly error: '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#ERROR!';
  readonly message: string;
}

/** The value a cell shows: `undefined` is an empty cell. */
export type Effective = Scalar | CellError | undefined;

/** `userEnteredFormat` as the API spells it. */
export type Format = Readonly<Record<string, unknown>>;

export interface Condition {
  readonly type?: string;
  readonly values?: readonly { readonly userEnteredValue?: string; readonly relativeDate?: string }[];
}

export interface Rule {
  readonly condition?: Condition;
  readonly inputMessage?: string;
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
}

/** One cell. Never changed in place: a write replaces it. */
export interface Cell {
  /** the value, when it is no formula */
  readonly v?: Scalar;
  /** the formula with its `=` */
  readonly x?: string;
  /** format of its own; without one the sheet's areas decide */
  readonly f?: Format;
  /** validation of its own; `null` says none in spite of an area */
  readonly d?: Rule | null;
  readonly n?: string;
  /** other members of CellData, kept as they came */
  readonly o?: Readonly<Record<string, unknown>>;
}

/** Cells stand under the uid of their column, so that moving a column touches no row. */
export interface Row {
  readonly uid: number;
  cells: (Cell | undefined)[];
  hidden?: boolean;
  size?: number;
}

export interface Column {
  readonly uid: number;
  readonly hidden?: boolean;
  readonly size?: number;
}

/** The API's GridRange: half-open, a missing side is unbounded. */
export interface GridRange {
  sheetId?: number;
  startRowIndex?: number;
  endRowIndex?: number;
  startColumnIndex?: number;
  endColumnIndex?: number;
}

/** A GridRange held against a grid: all four sides known. */
export interface Box {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
}

/** A format or validation laid over many cells at once; cells may have their own instead. */
export interface Area {
  readonly range: GridRange;
  readonly format?: Format;
  readonly rule?: Rule | null;
}

export interface ProtectedRange {
  readonly protectedRangeId: number;
  readonly range?: GridRange;
  readonly namedRangeId?: string;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: {
    readonly users?: readonly string[];
    readonly groups?: readonly string[];
    readonly domainUsersCanEdit?: boolean;
  };
  readonly unprotectedRanges?: readonly GridRange[];
}

export interface NamedRange {
  readonly namedRangeId: string;
  readonly name: string;
  readonly range: GridRange;
}

export interface FilterCriteria {
  readonly hiddenValues?: readonly string[];
  readonly condition?: Condition;
}

export interface BasicFilter {
  readonly range: GridRange;
  readonly criteria?: Readonly<Record<string, FilterCriteria>>;
  readonly sortSpecs?: readonly SortSpec[];
}

export interface SortSpec {
  readonly dimensionIndex?: number;
  readonly sortOrder?: string;
}

/** A saved way to look at a tab, beside its one basic filter. */
export interface FilterView extends BasicFilter {
  readonly filterViewId: number;
  readonly title: string;
  readonly namedRangeId?: string;
}

/** Alternating colours over a range; the colours as they came. */
export interface BandedRange {
  readonly bandedRangeId: number;
  readonly range: GridRange;
  readonly rowProperties?: object;
  readonly columnProperties?: object;
}

/** Neighbouring rows or columns that fold together; `end` is exclusive. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly collapsed: boolean;
}

interface ConditionalFormat {
  readonly ranges: readonly GridRange[];
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface Metadata {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
  readonly visibility: string;
  readonly on: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
  readonly sheetId?: number;
  /** of the row or column it sits on */
  readonly uid?: number;
}

export interface Sheet {
  readonly id: number;
  title: string;
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  hideGridlines: boolean;
  /** tabColorStyle, rightToLeft and the like, kept as they came */
  looks: Readonly<Record<string, unknown>>;
  /** dense in length, sparse in content: rows nobody touched are missing */
  rows: (Row | undefined)[];
  columns: readonly Column[];
  nextRow: number;
  nextColumn: number;
  areas: readonly Area[];
  protectedRanges: readonly ProtectedRange[];
  conditional: readonly ConditionalFormat[];
  merges: readonly GridRange[];
  filter: BasicFilter | undefined;
  filterViews?: readonly FilterView[];
  banded?: readonly BandedRange[];
  rowGroups?: readonly Group[];
  columnGroups?: readonly Group[];
  /** whether the handle of a group stands behind it */
  controlAfter?: { readonly rows?: boolean; readonly columns?: boolean };
  /** there is or was a formula on this tab */
  formulas?: boolean;
}

export interface Workbook {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly rest: Readonly<Record<string, unknown>>;
  sheets: readonly Sheet[];
  named: readonly NamedRange[];
  metadata: readonly Metadata[];
}
