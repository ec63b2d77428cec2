import { follow, move, splice } from '../book/dimensions.ts';
import { type Dimension, Edit, PERSON, type Structural } from '../book/edit.ts';
import type { Column, Row, Sheet, Workbook } from '../book/types.ts';

/** One act of a person: the states around it and what it did to rows and columns. */
export interface Act {
  readonly name: string;
  readonly before: Workbook;
  readonly after: Workbook;
  readonly log: readonly Structural[];
}

/**
 * Takes an act back from the workbook as it is now, whatever was written since: rows and columns are found again by
 * their uid, cells the act changed get their old content, everything else stays.
 */
export function undoAct(book: Workbook, act: Act): Edit {
  const edit = new Edit(book, PERSON);
  restoreTabs(edit, act);
  for (const step of act.log.toReversed()) {
    if (edit.book.sheets.some((s) => s.id === step.sheetId)) reverse(edit, edit.sheet(step.sheetId), step);
  }
  for (const after of act.after.sheets) {
    const before = act.before.sheets.find((s) => s.id === after.id);
    if (!before || before === after || !edit.book.sheets.some((s) => s.id === after.id)) continue;
    const sheet = edit.sheet(after.id);
    restoreCells(edit, sheet, before, after);
    restoreHead(sheet, before, after, act.log.length > 0);
  }
  if (act.before.metadata !== act.after.metadata) {
    const lost = act.before.metadata.filter((m) => !act.after.metadata.includes(m));
    const here = new Set(edit.book.metadata.map((m) => m.metadataId));
    edit.book.metadata = [...edit.book.metadata, ...lost.filter((m) => !here.has(m.metadataId))];
  }
  if (act.before.named !== act.after.named) edit.book.named = act.before.named;
  return edit;
}

/** Tabs the act added go, tabs it deleted come back as they were, and the order returns. */
function restoreTabs(edit: Edit, { before, after }: Act): void {
  const had = new Set(before.sheets.map((s) => s.id));
  const has = new Set(after.sheets.map((s) => s.id));
  for (const id of has) if (!had.has(id) && edit.book.sheets.length > 1) edit.removeSheet(id);
  before.sheets.forEach((sheet, i) => {
    if (!has.has(sheet.id)) edit.addSheet({ ...sheet }, Math.min(i, edit.book.sheets.length));
  });
  const order = before.sheets.map((s) => s.id);
  const moved = after.sheets.some((s, i) => s.id !== order[i]) && after.sheets.length === order.length;
  if (!moved) return;
  const place = (id: number): number => (order.includes(id) ? order.indexOf(id) : order.length);
  edit.book.sheets = edit.book.sheets.toSorted((a, b) => place(a.id) - place(b.id));
}

function reverse(edit: Edit, sheet: Sheet, step: Structural): void {
  const uids = (): (number | undefined)[] => itemsOf(sheet, step.dim).map((item) => item?.uid);
  if (step.kind === 'insert') {
    const gone = new Set(step.uids);
    for (let i = uids().length - 1; i >= 0; i--) {
      const uid = uids()[i];
      if (uid !== undefined && gone.has(uid) && itemsOf(sheet, step.dim).length > 1) takeOut(edit, sheet, step.dim, i);
    }
  } else if (step.kind === 'delete') putBack(edit, sheet, step.dim, step.at, step.items);
  else {
    const first = step.uids[0];
    const at = uids().indexOf(first);
    if (at < 0) return;
    let count = 0;
    while (count < step.uids.length && uids()[at + count] === step.uids[count]) count++;
    const to = Math.min(step.from, uids().length - count);
    move(edit, sheet, step.dim, at, count, to > at ? to + count : to);
  }
}

const itemsOf = (sheet: Sheet, dim: Dimension): readonly (Row | Column | undefined)[] =>
  dim === 'ROWS' ? sheet.rows : sheet.columns;

function takeOut(edit: Edit, sheet: Sheet, dim: Dimension, at: number): void {
  const items = itemsOf(sheet, dim).slice(at, at + 1);
  if (dim === 'ROWS') sheet.rows.splice(at, 1);
  else sheet.columns = sheet.columns.toSpliced(at, 1);
  edit.log.push({ kind: 'delete', sheetId: sheet.id, dim, at, items });
  follow(edit, sheet, dim, { kind: 'delete', at, count: 1 });
}

function putBack(
  edit: Edit,
  sheet: Sheet,
  dim: Dimension,
  at: number,
  items: readonly (Row | Column | undefined)[],
): void {
  const place = Math.min(at, itemsOf(sheet, dim).length);
  // first, so that formulas in what comes back keep the references they had
  follow(edit, sheet, dim, { kind: 'insert', at: place, count: items.length, inherit: true });
  let uids: number[];
  if (dim === 'ROWS') {
    // rows nobody touched are holes in the list, which `map` would pass over
    const rows = Array.from(items as readonly (Row | undefined)[], (row) => row ?? { uid: sheet.nextRow++, cells: [] });
    splice(sheet.rows, place, 0, rows);
    uids = rows.map((row) => row.uid);
  } else {
    const columns = items as readonly Column[];
    sheet.columns = sheet.columns.toSpliced(place, 0, ...columns);
    uids = columns.map((column) => column.uid);
  }
  edit.log.push({ kind: 'insert', sheetId: sheet.id, dim, uids });
}

function restoreCells(edit: Edit, sheet: Sheet, before: Sheet, after: Sheet): void {
  const old = new Map(before.rows.flatMap((row) => (row ? [[row.uid, row] as const] : [])));
  const now = new Map(sheet.rows.flatMap((row, i) => (row ? [[row.uid, i] as const] : [])));
  for (const row of after.rows) {
    if (!row) continue;
    const was = old.get(row.uid);
    const at = now.get(row.uid);
    if (was === row || at === undefined) continue;
    const columns = Math.max(row.cells.length, was?.cells.length ?? 0);
    for (let uid = 0; uid < columns; uid++)
      if (row.cells[uid] !== was?.cells[uid]) edit.row(sheet, at).cells[uid] = was?.cells[uid];
    if (was && was.hidden !== row.hidden) edit.row(sheet, at).hidden = was.hidden ?? false;
  }
}

/** Ranges follow rows and columns by themselves; what no row or column carries is set back. */
function restoreHead(sheet: Sheet, before: Sheet, after: Sheet, structural: boolean): void {
  const set = (keys: readonly (keyof Sheet)[]): void => {
    for (const key of keys) if (before[key] !== after[key]) Object.assign(sheet, { [key]: before[key] });
  };
  set(['title', 'hidden', 'frozenRows', 'frozenColumns', 'looks']);
  if (!structural) set(['filter', 'merges', 'conditional', 'areas']);
  else {
    const sameColumns = sheet.columns.map((c) => c.uid).join() === before.columns.map((c) => c.uid).join();
    if (sameColumns && before.areas.length > sheet.areas.length) sheet.areas = before.areas;
    if (before.filter && !after.filter) sheet.filter = before.filter;
  }
  if (before.protectedRanges.length > after.protectedRanges.length) {
    const here = new Set(sheet.protectedRanges.map((p) => p.protectedRangeId));
    const lost = before.protectedRanges.filter(
      (p) =>
        !here.has(p.protectedRangeId) && !after.protectedRanges.some((q) => q.protectedRangeId === p.protectedRangeId),
    );
    sheet.protectedRanges = [...sheet.protectedRanges, ...lost];
  }
  const wide = new Map(before.columns.map((c) => [c.uid, c]));
  const changed = new Set(after.columns.filter((c) => wide.has(c.uid) && wide.get(c.uid) !== c).map((c) => c.uid));
  if (changed.size > 0)
    sheet.columns = sheet.columns.map((c) => (changed.has(c.uid) ? { ...c, ...wide.get(c.uid) } : c));
}
