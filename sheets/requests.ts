import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { RawCell } from '../domain/program/index.ts';
import { encodeEntry, encodeHead } from './book.ts';
import type { Layout } from './layout.ts';
import type { Batch, Shown } from './types.ts';

type Request = sheets_v4.Schema$Request;
type CellData = sheets_v4.Schema$CellData;

/** A cell as it is, whatever it looks like: `=1+1` stays text. */
export function cellData(value: RawCell): CellData {
  if (value === '') return {};
  return {
    userEnteredValue:
      typeof value === 'number'
        ? { numberValue: value }
        : typeof value === 'boolean'
          ? { boolValue: value }
          : { stringValue: value },
  };
}

const VALUE = 'userEnteredValue';
/** The book's grid grows by so many rows at a time. */
const GROW = 400;

/** The range whose id is the baton: the whole hidden tab, closed to everybody but the program and the owner. */
export const batonRange = (book: number, id: number): sheets_v4.Schema$ProtectedRange => ({
  protectedRangeId: id,
  range: { sheetId: book },
  description: 'The program keeps its book here. Please change nothing.',
  warningOnly: false,
});

/** The guarded batch. Its first request is the swap: on an old baton Google refuses the whole batch there. */
export function batchRequests(
  batch: Batch,
  layout: Layout,
  bookRows: number,
): { requests: Request[]; bookRows: number } {
  const book = layout.book as number;
  const requests: Request[] = [
    { deleteProtectedRange: { protectedRangeId: batch.old } },
    { addProtectedRange: { protectedRange: batonRange(book, batch.head.baton) } },
  ];
  let rows = bookRows;
  if (batch.end > rows) {
    const length = batch.end - rows + GROW;
    requests.push({ appendDimension: { sheetId: book, dimension: 'ROWS', length } });
    rows += length;
  }
  const write = (row: number, lines: readonly (readonly RawCell[])[], sheetId: number): void => {
    requests.push({
      updateCells: {
        start: { sheetId, rowIndex: row, columnIndex: 0 },
        rows: lines.map((line) => ({ values: line.map(cellData) })),
        fields: VALUE,
      },
    });
  };
  write(0, [[encodeHead(batch.head)]], book);
  for (const run of runsOf(batch)) write(run.line, run.lines, book);
  for (const { tab, at, rows: cells } of batch.inserts) {
    const sheetId = layout.tabs.get(tab)?.sheetId as number;
    requests.push({
      insertDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + cells.length },
        // Below the header, looks come from the row after: nobody wants entries that look like headers.
        inheritFromBefore: at > 1,
      },
    });
    write(at, cells, sheetId);
  }
  return { requests, bookRows: rows };
}

/** Lines of the book that follow one another go into one request. All lines are as wide as the widest, so nothing old stays. */
function runsOf(batch: Batch): { line: number; lines: string[][] }[] {
  const runs: { line: number; lines: string[][] }[] = [];
  for (const { line, entry } of [...batch.lines].sort((a, b) => a.line - b.line)) {
    const cells = encodeEntry(entry);
    while (cells.length < 4) cells.push('');
    const last = runs.at(-1);
    if (last && last.line + last.lines.length === line) last.lines.push(cells);
    else runs.push({ line, lines: [cells] });
  }
  return runs;
}

/** One column each: rows that are not named stay as they are. */
export function shownData(cells: readonly Shown[], layout: Layout): sheets_v4.Schema$DataFilterValueRange[] {
  const columns = new Map<number, Map<number, RawCell>>();
  for (const { tab, column, row, value } of cells) {
    const mark = layout.tabs.get(tab)?.marks.get(column);
    if (mark === undefined) continue;
    let rows = columns.get(mark);
    if (!rows) {
      rows = new Map();
      columns.set(mark, rows);
    }
    rows.set(row, value);
  }
  return [...columns].map(([metadataId, rows]) => {
    const last = Math.max(...rows.keys());
    const values = Array.from({ length: last + 1 }, (_, row) => rows.get(row) ?? null);
    return {
      dataFilter: { developerMetadataLookup: { metadataId } },
      majorDimension: 'COLUMNS',
      values: [values],
    };
  });
}
