import { append } from '../book/dimensions.ts';
import { PROGRAM } from '../book/edit.ts';
import { boxOf } from '../book/ranges.ts';
import { ApiError } from '../errors.ts';
import type { Reply } from '../server/reply.ts';
import type { Services } from '../server/services.ts';
import { type FileEntry, FORM, newFileId, SPREADSHEET, type User } from '../store/files.ts';
import { clearRange, writeRange } from '../values/write.ts';
import { fromCsv } from './csv.ts';

/** Puts CSV into the first tab, typed as a person would type it, in place of all that stood in the spreadsheet. */
export function replaceWithCsv({ library }: Services, file: FileEntry, lines: readonly (readonly string[])[]): void {
  const first = library.get(file.id).sheets[0];
  if (!first) return;
  library.change(file.id, PROGRAM, (edit) => {
    for (const other of edit.book.sheets) if (other.id !== first.id) edit.removeSheet(other.id);
    edit.book.metadata = edit.book.metadata.filter((m) => m.sheetId === undefined || m.sheetId === first.id);
    edit.book.named = edit.book.named.filter((n) => (n.range.sheetId ?? 0) === first.id);
    const sheet = edit.sheet(first.id);
    sheet.hidden = false;
    clearRange(edit, { sheet, box: boxOf({}, sheet), open: false });
    const width = Math.max(0, ...lines.map((line) => line.length));
    if (lines.length > sheet.rows.length) append(edit, sheet, 'ROWS', lines.length - sheet.rows.length);
    if (width > sheet.columns.length) append(edit, sheet, 'COLUMNS', width - sheet.columns.length);
    writeRange(edit, { sheet, box: { r0: 0, c0: 0, r1: 1, c1: 1 }, open: true }, lines, 'USER_ENTERED', false);
  });
}

/** A copy under a new id and a new owner; people who had access keep none of it unless it is shared anew. */
export function copyFile(
  { library, files, forms }: Services,
  user: User,
  source: FileEntry,
  body: Record<string, unknown>,
): FileEntry {
  const name = typeof body.name === 'string' ? body.name : `Copy of ${source.name}`;
  const parents = Array.isArray(body.parents) ? { parents: body.parents as string[] } : {};
  if (source.mimeType === SPREADSHEET) {
    const id = newFileId();
    library.insert({ ...library.get(source.id), id, title: name }, user, parents);
    return files.open(id, user, 'read');
  }
  if (source.mimeType === FORM) return files.open(forms.copy(source.id, user, name).formId, user, 'read');
  const copy = files.make(name, source.mimeType, user, parents);
  const bytes = files.content(source.id);
  return bytes ? files.putContent(copy, bytes) : files.put(copy);
}

/** What `alt=media` gives: the bytes of an uploaded file; spreadsheets and forms have none and are exported instead. */
export function content({ files }: Services, file: FileEntry): Reply {
  const bytes = files.content(file.id);
  if (!bytes) {
    const message = 'Only files with binary content can be downloaded. Use Export with Docs Editors files.';
    throw new ApiError(403, 'PERMISSION_DENIED', message);
  }
  return { bytes, type: file.mimeType };
}

/** New bytes for a file that has some; CSV for a spreadsheet. */
export function newContent(services: Services, file: FileEntry, media: Buffer): void {
  if (file.mimeType === SPREADSHEET) return replaceWithCsv(services, file, fromCsv(media.toString('utf8')));
  services.files.putContent(file, media);
}
