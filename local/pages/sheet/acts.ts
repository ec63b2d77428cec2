import type { Google } from '../../google/index.ts';
import { Refusal } from '../http.ts';
import { type Anchor, columnNow, rowNow } from './anchors.ts';
import { anchor, anchors, block, flag, text, whole } from './input.ts';
import { currentView, headerRowOf, sheetOf } from './view.ts';

type Body = Readonly<Record<string, unknown>>;

/** What an act works on. */
interface Desk {
  readonly people: Google['people'];
  readonly id: string;
  readonly sheetId: number;
  readonly sheet: () => ReturnType<typeof sheetOf>;
}

type Act = (desk: Desk, body: Body) => unknown;

/** What people do at the grid, by the last part of the address; what an act gives back is added to the answer. */
const ACTS: Readonly<Record<string, Act>> = {
  type(desk, body) {
    const [row, column] = cellNow(desk, body);
    desk.people.type(desk.id, desk.sheetId, row, column, text(body, 'text'));
    return { row };
  },
  paste(desk, body) {
    const lines = block(body, 'block');
    const [row, column] = cellNow(desk, body);
    if (row + lines.length > 100_000) throw new Refusal(400, 'That is too far down.');
    desk.people.paste(desk.id, desk.sheetId, row, column, lines);
    return { row };
  },
  clear(desk, body) {
    const [range] = areaNow(desk, body);
    desk.people.clear(desk.id, range);
  },
  move(desk, body) {
    const [source] = areaNow(desk, body);
    const to = body.to as Body;
    const [row, column] = cellNow(desk, to ?? {});
    if (row < 0) throw new Refusal(400, 'The headers stay where they are.');
    const destination = { sheetId: desk.sheetId, rowIndex: row, columnIndex: column };
    desk.people.requests(desk.id, [{ cutPaste: { source, destination, pasteType: 'PASTE_NORMAL' } }]);
  },
  'insert-rows'(desk, body) {
    const at = rowNow(desk.sheet(), anchor(body, 'at'));
    const count = whole(body, 'count', 1, 1000);
    const row = flag(body, 'below') ? at + 1 : at;
    desk.people.insertRows(desk.id, desk.sheetId, Math.min(row, desk.sheet().rowCount), count);
    return { row };
  },
  'delete-rows'(desk, body) {
    const sheet = desk.sheet();
    const here = anchors(body, 'rows').filter(({ row, id }) => id !== '' || row < sheet.rowCount);
    const rows = [...new Set(here.map((one) => rowNow(sheet, one)))].sort((a, b) => b - a);
    if (rows.includes(headerRowOf(sheet))) throw new Refusal(400, 'The headers stay where they are.');
    if (rows.length === 0) return;
    const deletions = runs(rows).map(([startIndex, endIndex]) => ({
      deleteDimension: { range: { sheetId: desk.sheetId, dimension: 'ROWS', startIndex, endIndex } },
    }));
    desk.people.requests(desk.id, deletions);
  },
  'insert-column'(desk, body) {
    const at = column(desk, body);
    desk.people.insertColumns(desk.id, desk.sheetId, flag(body, 'right') ? at + 1 : at);
  },
  'delete-column': (desk, body) => desk.people.deleteColumns(desk.id, desk.sheetId, column(desk, body)),
  'move-column'(desk, body) {
    const from = column(desk, body);
    const by = whole(body, 'by', -100, 100);
    const to = by > 0 ? from + by + 1 : from + by;
    if (to < 0 || to > desk.sheet().columnCount) throw new Refusal(400, 'There is no column on that side.');
    desk.people.moveColumn(desk.id, desk.sheetId, from, to);
  },
  'rename-column'(desk, body) {
    const header = headerRowOf(desk.sheet());
    if (header < 0) throw new Refusal(400, 'This tab has no row of headers.');
    desk.people.type(desk.id, desk.sheetId, header, column(desk, body), text(body, 'name', 500));
  },
  sort: (desk, body) => desk.people.sort(desk.id, desk.sheetId, column(desk, body), flag(body, 'ascending')),
  undo: ({ people, id }) => ({ name: people.undo(id) ?? null }),
  redo: ({ people, id }) => ({ name: people.redo(id) ?? null }),
  'add-tab': ({ people, id }, body) => ({ tab: people.addTab(id, text(body, 'name', 100)) }),
  'rename-tab': ({ people, id, sheetId }, body) => people.renameTab(id, sheetId, text(body, 'name', 100)),
  'delete-tab': ({ people, id, sheetId }) => people.deleteTab(id, sheetId),
  'move-tab': ({ people, id, sheetId }, body) => people.moveTab(id, sheetId, whole(body, 'to')),
};

/** Does it, or throws `Refusal` or the stand-in's `ApiError`. */
export function doAct(google: Google, name: string, body: Body): object {
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act) throw new Refusal(404, 'There is no such act.');
  const id = text(body, 'id', 200);
  const sheetId = whole(body, 'tab', 0, 2 ** 31 - 1);
  const sheet = () => sheetOf(currentView(google, id), sheetId);
  currentView(google, id);
  const result = act({ people: google.people, id, sheetId, sheet }, body);
  return { version: google.version(id), ...(typeof result === 'object' ? result : {}) };
}

const column = (desk: Desk, body: Body): number =>
  columnNow(desk.sheet(), whole(body, 'column', 0, 18_277), text(body, 'title'));

function cellNow(desk: Desk, body: Body): [row: number, column: number] {
  const row = rowNow(desk.sheet(), anchor(body, 'at'));
  return [row, column(desk, body)];
}

/** A block of cells whose rows must still stand together. */
function areaNow(desk: Desk, body: Body) {
  const [row, from] = cellNow(desk, body);
  const last: Anchor = anchor(body, 'last');
  const first = anchor(body, 'at');
  const end = rowNow(desk.sheet(), last);
  if (end - row !== last.row - first.row)
    throw new Refusal(409, 'The rows no longer stand together. Nothing was changed; please look again.');
  const width = whole(body, 'width', 1, 18_278);
  const range = {
    sheetId: desk.sheetId,
    startRowIndex: row,
    endRowIndex: end + 1,
    startColumnIndex: from,
    endColumnIndex: from + width,
  };
  return [range] as const;
}

/** Runs of neighbours in falling order, so that a deletion never moves the next one. */
function runs(falling: readonly number[]): [start: number, end: number][] {
  const out: [number, number][] = [];
  for (const row of falling) {
    const last = out.at(-1);
    if (last && last[0] === row + 1) last[0] = row;
    else out.push([row, row + 1]);
  }
  return out;
}
