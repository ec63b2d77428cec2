import { append } from '../book/dimensions.ts';
import { cellAt } from '../book/edit.ts';
import { effective, formatOf } from '../book/effective.ts';
import { checkedBox } from '../book/ranges.ts';
import type { GridRange } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { display } from '../values/render.ts';
import { setValue, writeRange } from '../values/write.ts';
import { handler } from './context.ts';

interface Paste {
  readonly coordinate?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number };
  readonly data?: string;
  readonly type?: string;
  readonly delimiter?: string;
  readonly html?: boolean;
}

/** Text as a person pastes it: lines are rows, the delimiter parts cells, and each is read as typed. */
export const pasteData = handler<Paste>((edit, { coordinate = {}, data = '', type, delimiter, html }) => {
  if (html) throw invalid('This stand-in does not paste HTML.');
  if (!delimiter) throw invalid('Must specify delimiter.');
  if (type !== undefined && type !== 'PASTE_NORMAL' && type !== 'PASTE_VALUES')
    throw invalid(`This stand-in does not paste data as ${type}.`);
  const { sheetId = 0, rowIndex: r0 = 0, columnIndex: c0 = 0 } = coordinate;
  const sheet = edit.sheet(sheetId);
  if (r0 < 0 || c0 < 0 || r0 >= sheet.rows.length || c0 >= sheet.columns.length)
    throw invalid('The coordinate is outside the grid.');
  const block = data
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split(delimiter));
  const width = Math.max(...block.map((line) => line.length));
  if (r0 + block.length > sheet.rows.length) append(edit, sheet, 'ROWS', r0 + block.length - sheet.rows.length);
  if (c0 + width > sheet.columns.length) append(edit, sheet, 'COLUMNS', c0 + width - sheet.columns.length);
  writeRange(edit, { sheet, box: { r0, c0, r1: r0 + 1, c1: c0 + 1 }, open: true }, block, 'USER_ENTERED', false);
  return undefined;
});

const SIGNS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** One column's texts parted over the columns to its right, whatever stands there. */
export const textToColumns = handler<{ source?: GridRange; delimiter?: string; delimiterType?: string }>(
  (edit, { source, delimiter, delimiterType = 'AUTODETECT' }) => {
    if (!source) throw invalid('source is required.');
    const sheet = edit.sheet(source.sheetId ?? 0);
    const box = checkedBox(source, sheet);
    if (box.c1 - box.c0 !== 1) throw invalid('The source must be exactly one column wide.');
    const now = { ...edit.book };
    const texts: string[] = [];
    for (let r = box.r0; r < box.r1; r++) {
      const cell = cellAt(sheet, r, box.c0);
      texts.push(display(effective(now, sheet, r, cell, box.c0), formatOf(sheet, r, box.c0, cell)));
    }
    const sign = delimiterType === 'CUSTOM' ? delimiter : (SIGNS[delimiterType] ?? detected(texts));
    if (!sign) throw invalid('Must specify delimiter when the delimiter type is CUSTOM.');
    const lines = texts.map((text) => text.split(sign));
    const width = Math.max(1, ...lines.map((line) => line.length));
    const missing = box.c0 + width - sheet.columns.length;
    if (missing > 0) append(edit, sheet, 'COLUMNS', missing);
    edit.guard(sheet, { ...box, c1: box.c0 + width });
    lines.forEach((line, i) => {
      if (line.length < 2) return;
      line.forEach((text, j) => {
        setValue(edit, sheet, box.r0 + i, box.c0 + j, text.trim(), 'USER_ENTERED');
      });
    });
    return undefined;
  },
);

/** The first usual sign that any of the texts has. */
const detected = (texts: readonly string[]): string =>
  [',', ';', '\t', '|', ' '].find((sign) => texts.some((text) => text.includes(sign))) ?? ',';
