import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type Column, hash53, type TabKey } from '../domain/program/index.ts';
import { HEADER_MARK } from '../sheets/layout.ts';
import { columnOf } from '../sheets/shape.ts';

type Request = sheets_v4.Schema$Request;

/** A column of a tab and where it is to stand. */
export interface Placed {
  readonly key: string;
  readonly index: number;
}

/** The same in every workbook ever made: a request that is repeated after a lost answer is refused, not done twice. */
const markIdOf = (tab: TabKey, key: string): number => 1 + (hash53(`column/${tab}/${key}`) % (2 ** 31 - 2));

const rgb = (hex: string) => ({
  red: Number.parseInt(hex.slice(0, 2), 16) / 255,
  green: Number.parseInt(hex.slice(2, 4), 16) / 255,
  blue: Number.parseInt(hex.slice(4, 6), 16) / 255,
});
/** Whose column it is, at a glance; dark text on all of them has a contrast above 10:1. */
const OWNER_COLOURS = { staff: rgb('fff2cc'), person: rgb('d9e8fb'), program: rgb('e3e3e3') } as const;
const OWNER_WORDS = {
  staff: 'Yours: the program never writes here.',
  person: 'Answered by the person; you may correct it.',
  program: 'Kept by the program: what is typed here is put back.',
} as const;

const WIDTHS: Readonly<Partial<Record<Column['kind'], number>>> = {
  'long text': 260,
  text: 150,
  email: 190,
  link: 120,
};

/** Everything a new column needs: header, note, colour, metadata, looks of its cells, choices, width. */
export function columnRequests(tab: TabKey, sheetId: number, placed: readonly Placed[], headerRow = 0): Request[] {
  return [
    ...placed.map(({ key, index }) => header(sheetId, headerRow, index, columnOf(tab, key))),
    ...placed.map(({ key, index }) => mark(tab, sheetId, key, index)),
    ...placed.flatMap(({ key, index }) => cells(sheetId, headerRow + 1, index, columnOf(tab, key))),
    ...protection(tab, sheetId, placed),
  ];
}

/** The header row is known by a mark of its own, so that staff may rename all headers and write a title above them. */
export const headerMark = (tab: TabKey, sheetId: number, row: number): Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId: markIdOf(tab, HEADER_MARK),
      metadataKey: HEADER_MARK,
      metadataValue: tab,
      visibility: 'DOCUMENT',
      location: { dimensionRange: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } },
    },
  },
});

function header(sheetId: number, row: number, index: number, column: Column): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: index },
      rows: [
        {
          values: [
            {
              userEnteredValue: { stringValue: column.header },
              userEnteredFormat: {
                backgroundColor: OWNER_COLOURS[column.owner],
                textFormat: { bold: true },
                wrapStrategy: 'WRAP',
                verticalAlignment: 'MIDDLE',
              },
              note: `${column.help}\n${OWNER_WORDS[column.owner]}`,
            },
          ],
        },
      ],
      fields: 'userEnteredValue,userEnteredFormat,note',
    },
  };
}

function mark(tab: TabKey, sheetId: number, key: string, index: number): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: markIdOf(tab, key),
        metadataKey: key,
        metadataValue: tab,
        visibility: 'DOCUMENT',
        location: { dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 } },
      },
    },
  };
}

function cells(sheetId: number, first: number, index: number, column: Column): Request[] {
  const range = { sheetId, startRowIndex: first, startColumnIndex: index, endColumnIndex: index + 1 };
  const columns = { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 };
  const out: Request[] = [];
  const format = formatOf(column);
  if (format)
    out.push({
      repeatCell: {
        range,
        cell: { userEnteredFormat: { numberFormat: format } },
        fields: 'userEnteredFormat.numberFormat',
      },
    });
  const condition = conditionOf(column);
  if (condition)
    out.push({
      setDataValidation: { range, rule: { condition, strict: true, showCustomUi: true, inputMessage: column.help } },
    });
  if (column.hidden)
    out.push({
      updateDimensionProperties: { range: columns, properties: { hiddenByUser: true }, fields: 'hiddenByUser' },
    });
  const pixelSize = WIDTHS[column.kind];
  if (pixelSize)
    out.push({ updateDimensionProperties: { range: columns, properties: { pixelSize }, fields: 'pixelSize' } });
  return out;
}

/** Dates are shown so that nobody mistakes day and month; phones and IDs stay what was typed. */
function formatOf(column: Column): sheets_v4.Schema$NumberFormat | undefined {
  if (column.kind === 'date') return { type: 'DATE', pattern: 'yyyy-mm-dd' };
  if (column.kind === 'time') return { type: 'TIME', pattern: 'hh:mm' };
  if (['text', 'id', 'phone', 'email'].includes(column.kind)) return { type: 'TEXT' };
  return undefined;
}

/** Only for columns that people fill; several choices in one cell are words with commas, which no list can check. */
function conditionOf(column: Column): sheets_v4.Schema$BooleanCondition | undefined {
  if (column.owner === 'program') return undefined;
  if (column.kind === 'checkbox') return { type: 'BOOLEAN' };
  if (column.kind !== 'choice') return undefined;
  return { type: 'ONE_OF_LIST', values: (column.choices ?? []).map((choice) => ({ userEnteredValue: choice })) };
}

/** One protected range for each run of program columns, with a warning only: staff must be able to sort and delete. */
function protection(tab: TabKey, sheetId: number, placed: readonly Placed[]): Request[] {
  const runs: { from: number; to: number }[] = [];
  for (const { key, index } of [...placed].sort((a, b) => a.index - b.index)) {
    if (columnOf(tab, key).owner !== 'program') continue;
    const last = runs.at(-1);
    if (last?.to === index) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs.map(({ from, to }) => ({
    addProtectedRange: {
      protectedRange: {
        range: { sheetId, startColumnIndex: from, endColumnIndex: to },
        description: 'Kept by the program. What is typed here is put back.',
        warningOnly: true,
      },
    },
  }));
}
