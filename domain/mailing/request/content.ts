import { type Cells, fingerprint } from '../../program/index.ts';
import { readYears } from '../audience.ts';
import { type Mailing, readFields } from '../check/index.ts';
import { readDirection } from '../directions.ts';

/** A file that was uploaded on the draft page, as its cell keeps it. */
export interface Upload {
  /** Id of the file where the record is kept. */
  readonly file: string;
  readonly name: string;
  /** `image/png`, … */
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Length in bytes. */
  readonly bytes: number;
  /** SHA-256 of the bytes, in hexadecimal: another picture of the same name is another picture. */
  readonly hash: string;
}

/** Everything that was asked for, as it counts: first answers with later ones over them. */
export type RequestCells = Cells<'mailings'>;

/** What an initiator may change on the draft page, by column. */
export const DRAFT_FIELDS = [
  'subject',
  'unit',
  'direction',
  'eventDate',
  'wished',
  'text',
  'table',
  'signature',
  'schools',
  'degrees',
  'years',
  'list',
  'social',
  'posterText',
  'hashtag',
  'pictureAlt',
  'posterAlt',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];
/** As typed into a form: several choices are separated by commas. */
export type DraftFields = Readonly<Partial<Record<DraftField, string>>>;

export function readUpload(cell: string): Upload | undefined {
  if (cell === '') return undefined;
  try {
    const value = JSON.parse(cell) as Upload;
    return typeof value.file === 'string' ? value : undefined;
  } catch {
    // A cell that a restored version broke names no file; the page asks for it again.
    return undefined;
  }
}

export const socialOf = (cells: Pick<RequestCells, 'social'>): 'none' | 'with' | 'only' =>
  cells.social === 'Only a post' ? 'only' : cells.social === 'With the mailing' ? 'with' : 'none';

/** Text and table as one body: the table follows the text (R10). */
const bodyOf = ({ text, table }: RequestCells): string => (table.trim() === '' ? text : `${text}\n\n${table.trim()}`);

/** The request as the rules read it. The picture's `source` is the id of its file. */
export function documentOf(cells: RequestCells): Mailing {
  const picture = readUpload(cells.picture);
  return readFields(
    {
      direction: readDirection(cells.direction) ?? cells.direction,
      unit: cells.unit,
      subject: cells.subject,
      'event date': cells.eventDate,
      'send on': cells.wished,
      hashtag: cells.hashtag,
    },
    bodyOf(cells),
    cells.signature,
    picture ? [{ source: picture.file, alt: cells.pictureAlt }] : [],
  );
}

/**
 * Fingerprint of what was asked for but for its audience: what is sent, direction, unit, dates, post. An approval counts for exactly this.
 */
export const contentPrint = (cells: RequestCells): string =>
  fingerprint(
    JSON.stringify([
      cells.subject,
      cells.unit,
      cells.direction,
      cells.eventDate,
      cells.wished,
      cells.text,
      cells.table,
      cells.signature,
      readUpload(cells.picture)?.hash ?? '',
      cells.pictureAlt,
      cells.social,
      cells.posterText,
      cells.hashtag,
      readUpload(cells.poster)?.hash ?? '',
      cells.posterAlt,
    ]),
  );

/** Years that were typed, and whether they can be read. */
export const yearsOf = ({
  years,
}: Pick<RequestCells, 'years'>): { readonly years: readonly number[]; readonly ok: boolean } => {
  const read = readYears(years);
  return { years: read ?? [], ok: read !== undefined };
};
