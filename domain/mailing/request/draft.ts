import { type CellValue, fingerprint, parseCell, showCell, tabOf } from '../../program/index.ts';
import { type Finding, inWords, type RuleLanguage } from '../check/index.ts';
import { DRAFT_FIELDS, type DraftField, type DraftFields, type RequestCells, readUpload } from './content.ts';

/** Why a typed value cannot be kept as it is. */
export interface DraftProblem {
  readonly field: DraftField;
  readonly why: 'too long' | 'no date' | 'no choice';
  /** Most characters, where there are too many. */
  readonly most: number;
}

const columnOf = (field: DraftField) => {
  const column = tabOf('mailings').columns[field];
  if (!column) throw new Error(`no such column: ${field}`);
  return column;
};

/** Most characters that a field takes; 0 where it is chosen and not typed. */
export const longestOf = (field: DraftField): number => columnOf(field).longest ?? 0;
/** The fields as they count now, as text that a form shows. */
export const fieldsOf = (cells: RequestCells): Readonly<Record<DraftField, string>> =>
  Object.fromEntries(DRAFT_FIELDS.map((field) => [field, String(showCell(cells[field] as CellValue))])) as Record<
    DraftField,
    string
  >;

/** Fingerprint of everything that is typed on the draft page, audience included; uploads are told apart by their own hashes. */
export const draftPrint = (cells: RequestCells): string => {
  const fields = fieldsOf(cells);
  return fingerprint(JSON.stringify(DRAFT_FIELDS.map((field) => fields[field])));
};

/** The request with these fields over it. A field that cannot be read stays as it was and is named. */
export function withFields(
  cells: RequestCells,
  fields: DraftFields,
): { readonly cells: RequestCells; readonly problems: readonly DraftProblem[] } {
  const changed: Record<string, CellValue> = {};
  const problems: DraftProblem[] = [];
  for (const field of DRAFT_FIELDS) {
    const text = fields[field];
    if (text === undefined) continue;
    const column = columnOf(field);
    const parsed = parseCell(column, text);
    if (parsed.ok) changed[field] = parsed.value;
    else {
      const why = column.kind === 'date' ? 'no date' : column.choices ? 'no choice' : 'too long';
      problems.push({ field, why, most: longestOf(field) });
    }
  }
  return { cells: { ...cells, ...changed } as RequestCells, problems };
}

/** Fields kept in a hidden cell as JSON: a version handed in before, or a moderator's. Undefined where there are none. */
export function readKept(cell: string): DraftFields | undefined {
  if (cell === '') return undefined;
  try {
    const value: unknown = JSON.parse(cell);
    if (typeof value !== 'object' || value === null) return undefined;
    const kept = DRAFT_FIELDS.filter((field) => typeof (value as DraftFields)[field] === 'string');
    return Object.fromEntries(kept.map((field) => [field, (value as DraftFields)[field]]));
  } catch {
    // A restored version of the workbook may hold anything; without the kept version there is just nothing to compare with.
    return undefined;
  }
}
export const writeKept = (fields: DraftFields): string => JSON.stringify(fields);

/** A finding in words. An uploaded picture goes by the name its owner knows, not by the id of its file. */
export function findingIn(
  finding: Finding,
  cells: Pick<RequestCells, 'picture'>,
  language: RuleLanguage,
): { readonly message: string; readonly fix: string; readonly text: string } {
  const upload = readUpload(cells.picture);
  const text = upload && finding.text === upload.file ? upload.name : finding.text;
  return { ...inWords({ ...finding, text }, language), text };
}
