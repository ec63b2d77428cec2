import { createHash } from 'node:crypto';
import type { ErrorCode } from '../../domain/errors.ts';
import { measure } from '../../domain/mailing/check/index.ts';
import { markdownTable, readRows } from '../../domain/mailing/index.ts';
import { longestOf, type Upload } from '../../domain/mailing/request/index.ts';
import type { FilesPort, UploadedFile, UploadKind } from '../ports.ts';

/** The largest file that is taken, in bytes. */
const LARGEST = 5 * 1024 * 1024;
/** Kinds of pictures that every mail program shows, as `measure` names them. */
const PICTURES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' };

/** What an upload is, by its bytes: what its cell will hold, or the code of what is wrong with it. A picture is kept as a file. */
export async function uploaded(
  files: FilesPort,
  id: string,
  kind: UploadKind,
  { name, bytes }: UploadedFile,
): Promise<{ readonly cell: string } | { readonly code: ErrorCode }> {
  if (bytes.length === 0) return { code: 'upload-empty' };
  if (bytes.length > LARGEST) return { code: 'upload-large' };
  if (kind === 'table') return tableOf(bytes);
  const size = measure(bytes);
  const type = size && PICTURES[size.type];
  if (!size || !type) return { code: 'upload-no-picture' };
  const file = await files.put({ name: `${id} ${kind}.${size.type}`, type, bytes });
  const upload: Upload = {
    file,
    name: shownName(name),
    type,
    width: size.width,
    height: size.height,
    bytes: bytes.length,
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
  return { cell: JSON.stringify(upload) };
}

/** The name is only ever shown: a path, or signs that a page or terminal might act on, are no part of it. */
const shownName = (name: string): string =>
  [...(name.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Cf}]/gu, '')].slice(0, 100).join('');

/** Workbooks are archives or old binary documents, by their first bytes. */
const isWorkbook = ([a, b, c, d]: Uint8Array): boolean =>
  (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0);

function tableOf(bytes: Uint8Array): { readonly cell: string } | { readonly code: ErrorCode } {
  if (isWorkbook(bytes)) return { code: 'upload-workbook' };
  const text = textOf(bytes);
  if (text === undefined) return { code: 'upload-no-table' };
  // No table that may go out is longer; a whole register is not turned into Markdown only to be refused.
  if (text.length > 10 * longestOf('table')) return { code: 'upload-table-long' };
  const rows = readRows(text);
  if (rows.length === 0 || rows.every((row) => row.length < 2)) return { code: 'upload-no-table' };
  const cell = markdownTable(rows);
  return [...cell].length > longestOf('table') ? { code: 'upload-table-long' } : { cell };
}

/** Text as offices save it: UTF-8, Excel's "Unicode text", or the code page of a Russian or Kazakh Windows. */
function textOf(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  const read = (name: string) => new TextDecoder(name, { fatal: true }).decode(bytes);
  try {
    const text = read(label);
    return text.includes('\0') ? undefined : text;
  } catch {
    // Not UTF-8: bytes without control signs are text in the old code page, anything else is no text.
    return bytes.some((byte) => byte < 9) ? undefined : read('windows-1251');
  }
}
