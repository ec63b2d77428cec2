/**
 * A member of staff's hand, by the names of the declaration instead of cell addresses: reads what the grid shows and types
 * into it, as a person would, through the same acts. For the sample programme, the rehearsal and tests; scripts may use it
 * at `/api/staff`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { TAB_KEYS, type TabKey, tabOf, type Workbook } from '../../domain/program/index.ts';
import { ApiError, type Google, type SheetView } from '../google/index.ts';

export type ShownRow = Readonly<Record<string, string>>;

export interface StaffHand {
  /** Rows of a tab by column key, as the grid shows them; `#` is the row number. */
  rows(tab: TabKey): ShownRow[];
  /** Types into cells of a row that has an ID. Throws when there is none. */
  edit(tab: TabKey, id: string, cells: ShownRow): void;
  /** Types a new row into the first empty one. */
  add(tab: TabKey, cells: ShownRow): void;
  sort(tab: TabKey, column: string, ascending: boolean): void;
  undo(workbook: Workbook): void;
}

/** Asks for the tabs' properties without any cells. */
const NO_TAB = -1;

class StaffError extends Error {}

export function createStaffHand(google: Google, spreadsheets: Readonly<Record<Workbook, string>>): StaffHand {
  const open = (tab: TabKey): { id: string; sheet: SheetView; columns: Map<string, number> } => {
    const { title, workbook, columns } = tabOf(tab);
    const id = spreadsheets[workbook];
    const found = google.people.view(id, NO_TAB).sheets.find((sheet) => sheet.title === title);
    if (!found) throw new StaffError(`There is no tab "${title}".`);
    const sheet = google.people.view(id, found.sheetId).sheets.find((each) => each.sheetId === found.sheetId) ?? found;
    const places = Object.entries(columns).map(([key, column]): [string, number] => [
      key,
      sheet.header.indexOf(column.header),
    ]);
    return { id, sheet, columns: new Map(places.filter(([, place]) => place >= 0)) };
  };
  const place = (columns: Map<string, number>, key: string): number => {
    const column = columns.get(key);
    if (column === undefined) throw new StaffError(`There is no column "${key}".`);
    return column;
  };
  const type = (at: ReturnType<typeof open>, row: number, cells: ShownRow) => {
    for (const [key, text] of Object.entries(cells))
      google.people.type(at.id, at.sheet.sheetId, row, place(at.columns, key), text);
  };
  return {
    rows(tab) {
      const { sheet, columns } = open(tab);
      return Object.entries(sheet.rows)
        .filter(([row]) => Number(row) >= Math.max(1, sheet.frozenRows))
        .map(([row, cells]) => ({
          '#': row,
          ...Object.fromEntries([...columns].map(([key, column]) => [key, cells[column]?.text ?? ''])),
        }))
        .filter((row) => Object.entries(row).some(([key, text]) => key !== '#' && text !== '' && text !== 'FALSE'));
    },
    edit(tab, id, cells) {
      const at = open(tab);
      const idColumn = place(at.columns, 'id');
      const row = Object.entries(at.sheet.rows).find(([, each]) => each[idColumn]?.text === id)?.[0];
      if (row === undefined) throw new StaffError(`There is no row ${id} in "${tabOf(tab).title}".`);
      type(at, Number(row), cells);
    },
    add(tab, cells) {
      const at = open(tab);
      const filled = Object.entries(at.sheet.rows).filter(([, row]) =>
        Object.values(row).some((cell) => cell.text !== '' && cell.text !== 'FALSE'),
      );
      const last = Math.max(at.sheet.frozenRows - 1, ...filled.map(([row]) => Number(row)));
      if (last + 1 >= at.sheet.rowCount) google.people.insertRows(at.id, at.sheet.sheetId, at.sheet.rowCount, 20);
      type(at, last + 1, cells);
    },
    sort(tab, column, ascending) {
      const at = open(tab);
      google.people.sort(at.id, at.sheet.sheetId, place(at.columns, column), ascending);
    },
    undo: (workbook) => void google.people.undo(spreadsheets[workbook]),
  };
}

const isTab = (text: string): text is TabKey => (TAB_KEYS as readonly string[]).includes(text);

/** `GET /api/staff?tab=` and `POST /api/staff` with `{tab, id?, cells}`, `{tab, sort, ascending}` or `{undo: workbook}`. False for other paths. */
export async function handleStaff(hand: StaffHand, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const url = new URL(req.url ?? '/', 'http://localhost');
  if (url.pathname !== '/api/staff') return false;
  const answer = (status: number, body: unknown) => {
    res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
    res.end(JSON.stringify(body));
  };
  try {
    const tab = url.searchParams.get('tab') ?? '';
    if (req.method === 'GET') {
      if (!isTab(tab)) throw new StaffError(`tab is one of: ${TAB_KEYS.join(', ')}`);
      answer(200, hand.rows(tab));
      return true;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const wish = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      tab?: string;
      id?: string;
      cells?: ShownRow;
      sort?: string;
      ascending?: boolean;
      undo?: Workbook;
    };
    if (wish.undo) hand.undo(wish.undo);
    else if (!wish.tab || !isTab(wish.tab)) throw new StaffError(`tab is one of: ${TAB_KEYS.join(', ')}`);
    else if (wish.sort) hand.sort(wish.tab, wish.sort, wish.ascending ?? true);
    else if (wish.id) hand.edit(wish.tab, wish.id, wish.cells ?? {});
    else hand.add(wish.tab, wish.cells ?? {});
    answer(200, { ok: true });
  } catch (error) {
    if (error instanceof SyntaxError) answer(400, { error: 'The body is not JSON.' });
    // What the sheet itself refuses is said as the grid says it: a word that is no choice of a dropdown, a protected cell.
    else if (error instanceof StaffError || error instanceof ApiError) answer(400, { error: error.message });
    else throw error;
  }
  return true;
}
