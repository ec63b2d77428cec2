import { type RequestCells, readUpload } from './content.ts';
import { fieldsOf } from './draft.ts';

/** Cells of a row that name files: what was uploaded, and the versions handed in. */
type Naming = Pick<RequestCells, 'picture' | 'poster' | 'handedIn' | 'before'>;

const uploadsOf = (cells: Pick<RequestCells, 'picture' | 'poster'>): string[] =>
  [cells.picture, cells.poster].flatMap((cell) => readUpload(cell)?.file ?? []);

/** A version that is handed in, as its hidden cell keeps it: every field, and the files that belong to it. */
export const writeVersion = (cells: RequestCells): string =>
  JSON.stringify({ ...fieldsOf(cells), files: uploadsOf(cells) });

/** Files of a version that was handed in; undefined where its cell does not say, as before they were written down or when it is broken. */
function filesIn(cell: string): readonly string[] | undefined {
  if (cell === '') return [];
  try {
    const { files } = JSON.parse(cell) as { readonly files?: unknown };
    return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : undefined;
  } catch {
    // A restored version of the workbook may hold anything: then no file is known to be left over.
    return undefined;
  }
}

/**
 * IDs of files that a row named and does not name any more, neither as its uploads nor in a version that was handed in. None where a
 * version does not say which files it had.
 */
export function filesLeft(was: Naming, is: Naming): string[] {
  const versions = [filesIn(is.handedIn), filesIn(is.before)];
  if (versions.includes(undefined)) return [];
  const named = new Set([...uploadsOf(is), ...versions.flatMap((files) => files ?? [])]);
  const before = [...uploadsOf(was), ...(filesIn(was.handedIn) ?? []), ...(filesIn(was.before) ?? [])];
  return [...new Set(before)].filter((file) => !named.has(file));
}
