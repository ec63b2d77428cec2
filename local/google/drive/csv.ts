import { cellAt } from '../book/edit.ts';
import { effective, formatOf } from '../book/effective.ts';
import type { Sheet, Workbook } from '../book/types.ts';
import { display } from '../values/render.ts';

/** A tab as CSV: every line as wide as the widest, CRLF between them and none at the end. */
export function toCsv(book: Workbook, sheet: Sheet): string {
  const lines: string[][] = [];
  let width = 0;
  let height = 0;
  for (let r = 0; r < sheet.rows.length; r++) {
    const line = sheet.rows[r]
      ? sheet.columns.map((_, c) => {
          const cell = cellAt(sheet, r, c);
          return cell ? display(effective(book, sheet, r, cell, c), formatOf(sheet, r, c, cell)) : '';
        })
      : [];
    const end = line.findLastIndex((text) => text !== '') + 1;
    if (end > 0) height = r + 1;
    width = Math.max(width, end);
    lines.push(line);
  }
  return lines
    .slice(0, height)
    .map((line) => Array.from({ length: width }, (_, c) => quoted(line[c] ?? '')).join(','))
    .join('\r\n');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Reads CSV with quotes, doubled quotes and line breaks inside them. */
export function fromCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let field = '';
  let open = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (open) {
      if (char !== '"') field += char;
      else if (source[i + 1] === '"') {
        field += '"';
        i++;
      } else open = false;
    } else if (char === '"') open = true;
    else if (char === ',') {
      line.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && source[i + 1] === '\n') i++;
      lines.push([...line, field]);
      line = [];
      field = '';
    } else field += char;
  }
  if (field !== '' || line.length > 0) lines.push([...line, field]);
  return lines;
}
