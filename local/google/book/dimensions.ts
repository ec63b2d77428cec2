import { invalid } from '../errors.ts';
import type { Dimension, Edit } from './edit.ts';
import { shiftFormulas } from './formulas-follow.ts';
import type { Area, Cell, Column, GridRange, Row, Sheet } from './types.ts';

/** How an insertion, deletion or move changes indices along one dimension. */
export type Shift =
  | { readonly kind: 'insert'; readonly at: number; readonly count: number; readonly inherit: boolean }
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly at: number; readonly count: number; readonly to: number };

/** Inserts `count` blank rows or columns before index `at`; they take the looks of the neighbour they inherit from. */
export function insert(edit: Edit, sheet: Sheet, dim: Dimension, at: number, count: number, inherit: boolean): void {
  edit.checkRoom(sheet, dim, count);
  const neighbour = inherit ? at - 1 : at;
  if (dim === 'ROWS') {
    const looks = inherited(sheet.rows[neighbour]);
    const keep = looks.length > 0 || edit.actor.by === 'person';
    const fresh = Array.from({ length: count }, (): Row | undefined =>
      keep ? { uid: sheet.nextRow++, cells: looks.slice() } : undefined,
    );
    splice(sheet.rows, at, 0, fresh);
    edit.log.push({ kind: 'insert', sheetId: sheet.id, dim, uids: fresh.flatMap((r) => (r ? [r.uid] : [])) });
  } else {
    const model = sheet.columns[neighbour];
    const fresh = Array.from(
      { length: count },
      (): Column => ({ uid: sheet.nextColumn++, ...(model?.size ? { size: model.size } : {}) }),
    );
    sheet.columns = sheet.columns.toSpliced(at, 0, ...fresh);
    if (model) {
      sheet.rows.forEach((row, r) => {
        const look = row && inherited({ uid: 0, cells: [row.cells[model.uid]] })[0];
        if (look) for (const column of fresh) edit.row(sheet, r).cells[column.uid] = look;
      });
    }
    edit.log.push({ kind: 'insert', sheetId: sheet.id, dim, uids: fresh.map((c) => c.uid) });
  }
  follow(edit, sheet, dim, { kind: 'insert', at, count, inherit });
}

export function remove(edit: Edit, sheet: Sheet, dim: Dimension, at: number, count: number): void {
  const rows = dim === 'ROWS';
  const total = rows ? sheet.rows.length : sheet.columns.length;
  const frozen = rows ? sheet.frozenRows : sheet.frozenColumns;
  const what = rows ? 'rows' : 'columns';
  if (at <= frozen && at + count >= total) throw invalid(`Sorry, it is not possible to delete all non-frozen ${what}.`);
  const items: (Row | Column | undefined)[] = rows ? sheet.rows.splice(at, count) : sheet.columns.slice(at, at + count);
  if (!rows) sheet.columns = sheet.columns.toSpliced(at, count);
  const gone = new Set(items.flatMap((item) => (item ? [item.uid] : [])));
  const on = rows ? 'ROW' : 'COLUMN';
  edit.book.metadata = edit.book.metadata.filter(
    (m) => !(m.on === on && m.sheetId === sheet.id && gone.has(m.uid ?? -1)),
  );
  if (rows) sheet.frozenRows -= Math.max(0, Math.min(frozen, at + count) - at);
  else sheet.frozenColumns -= Math.max(0, Math.min(frozen, at + count) - at);
  edit.log.push({ kind: 'delete', sheetId: sheet.id, dim, at, items });
  follow(edit, sheet, dim, { kind: 'delete', at, count });
}

/** Moves a block so that it stands before what is at `to` now (an index of the grid as it is before the move). */
export function move(edit: Edit, sheet: Sheet, dim: Dimension, at: number, count: number, to: number): void {
  if (to >= at && to <= at + count) return;
  const target = to > at ? to - count : to;
  const uids: number[] = [];
  if (dim === 'ROWS') {
    for (let r = at; r < at + count; r++) uids.push(edit.row(sheet, r).uid);
    splice(sheet.rows, target, 0, sheet.rows.splice(at, count));
  } else {
    const block = sheet.columns.slice(at, at + count);
    uids.push(...block.map((c) => c.uid));
    sheet.columns = sheet.columns.toSpliced(at, count).toSpliced(target, 0, ...block);
  }
  edit.log.push({ kind: 'move', sheetId: sheet.id, dim, uids, from: at });
  follow(edit, sheet, dim, { kind: 'move', at, count, to });
}

/** Grows the grid at its end. */
export function append(edit: Edit, sheet: Sheet, dim: Dimension, count: number): void {
  edit.checkRoom(sheet, dim, count);
  if (dim === 'ROWS') {
    const at = sheet.rows.length;
    if (edit.actor.by === 'person') {
      insert(edit, sheet, dim, at, count, at > 0);
      return;
    }
    sheet.rows.length += count;
  } else {
    const fresh = Array.from({ length: count }, (): Column => ({ uid: sheet.nextColumn++ }));
    sheet.columns = [...sheet.columns, ...fresh];
    edit.log.push({ kind: 'insert', sheetId: sheet.id, dim, uids: fresh.map((c) => c.uid) });
  }
}

/** In slices: a spread of a hundred thousand rows would not fit a call. */
export function splice<T>(list: T[], at: number, count: number, items: readonly T[]): void {
  list.splice(at, count);
  for (let i = 0; i < items.length; i += 10_000) list.splice(at + i, 0, ...items.slice(i, i + 10_000));
}

function inherited(row: Row | undefined): (Cell | undefined)[] {
  const looks: (Cell | undefined)[] = [];
  row?.cells.forEach((cell, uid) => {
    if (!cell || (cell.f === undefined && cell.d === undefined)) return;
    looks[uid] = { ...(cell.f ? { f: cell.f } : {}), ...(cell.d === undefined ? {} : { d: cell.d }) };
  });
  return looks;
}

/** Everything that names cells by position keeps naming the same cells. */
export function follow(edit: Edit, sheet: Sheet, dim: Dimension, shift: Shift): void {
  const map = <T extends { range?: GridRange }>(list: readonly T[], sticky = false): T[] =>
    list.flatMap((item) => {
      if (!item.range) return [item];
      const range = shifted(item.range, dim, shift, sticky);
      return range ? [{ ...item, range }] : [];
    });
  sheet.areas = map<Area>(sheet.areas, true);
  sheet.protectedRanges = map(sheet.protectedRanges).map((p) =>
    p.unprotectedRanges
      ? { ...p, unprotectedRanges: p.unprotectedRanges.flatMap((r) => shifted(r, dim, shift, false) ?? []) }
      : p,
  );
  sheet.merges = sheet.merges.flatMap((r) => shifted(r, dim, shift, false) ?? []);
  sheet.conditional = sheet.conditional
    .map((c) => ({ ...c, ranges: c.ranges.flatMap((r) => shifted(r, dim, shift, true) ?? []) }))
    .filter((c) => c.ranges.length > 0);
  if (sheet.filter) {
    const range = shifted(sheet.filter.range, dim, shift, false);
    sheet.filter = range && { ...sheet.filter, range, ...criteria(sheet.filter.criteria, dim, shift) };
  }
  if (sheet.filterViews)
    sheet.filterViews = sheet.filterViews.flatMap((view) => {
      const range = shifted(view.range, dim, shift, false);
      return range ? [{ ...view, range, ...criteria(view.criteria, dim, shift) }] : [];
    });
  if (sheet.banded) sheet.banded = map(sheet.banded);
  const groups = dim === 'ROWS' ? 'rowGroups' : 'columnGroups';
  if (sheet[groups])
    sheet[groups] = sheet[groups].flatMap((group) => {
      const [start, end] = shiftSpan(group.start, group.end, shift, false) ?? [];
      return start === undefined || end === undefined ? [] : [{ ...group, start, end }];
    });
  edit.book.named = edit.book.named.flatMap((n) => {
    if ((n.range.sheetId ?? 0) !== sheet.id) return [n];
    const range = shifted(n.range, dim, shift, false);
    return range ? [{ ...n, range }] : [];
  });
  shiftFormulas(edit, sheet, dim, shift);
}

function criteria<T>(old: Readonly<Record<string, T>> | undefined, dim: Dimension, shift: Shift) {
  if (!old || dim === 'ROWS') return {};
  const entries = Object.entries(old).flatMap(([key, value]): [string, T][] => {
    const at = shiftIndex(Number(key), shift);
    return at === undefined ? [] : [[String(at), value]];
  });
  return { criteria: Object.fromEntries(entries) };
}

/** Where one row or column stands after the shift; `undefined` if it is gone. */
export function shiftIndex(index: number, shift: Shift): number | undefined {
  const { at, count } = shift;
  if (shift.kind === 'insert') return index >= at ? index + count : index;
  if (shift.kind === 'delete') return index < at ? index : index < at + count ? undefined : index - count;
  const { to } = shift;
  if (index >= at && index < at + count) return to > at ? index + to - at - count : index + to - at;
  if (to > at) return index >= at + count && index < to ? index - count : index;
  return index >= to && index < at ? index + count : index;
}

/** `sticky` ranges (formats, validation) grow over rows inserted at their edge when those inherit from them. */
function shifted(range: GridRange, dim: Dimension, shift: Shift, sticky: boolean): GridRange | undefined {
  const [from, to] =
    dim === 'ROWS' ? (['startRowIndex', 'endRowIndex'] as const) : (['startColumnIndex', 'endColumnIndex'] as const);
  const span = shiftSpan(range[from], range[to], shift, sticky);
  if (!span) return undefined;
  const result: GridRange = { ...range };
  if (span[0] !== undefined) result[from] = span[0];
  if (span[1] !== undefined) result[to] = span[1];
  return result;
}

type Span = [number | undefined, number | undefined];

export function shiftSpan(
  start: number | undefined,
  end: number | undefined,
  shift: Shift,
  sticky: boolean,
): Span | undefined {
  const { at, count } = shift;
  if (shift.kind === 'insert') {
    const before = start !== undefined && (at < start || (at === start && !(sticky && !shift.inherit)));
    const within = end !== undefined && (at < end || (sticky && shift.inherit && at === end));
    return [before ? (start ?? 0) + count : start, within ? (end ?? 0) + count : end];
  }
  if (shift.kind === 'delete') {
    const pull = (n: number): number => (n <= at ? n : Math.max(at, n - count));
    const s = start === undefined ? undefined : pull(start);
    const e = end === undefined ? undefined : pull(end);
    return e !== undefined && e <= (s ?? 0) ? undefined : [s, e];
  }
  const { to } = shift;
  if (start !== undefined && end !== undefined && start >= at && end <= at + count) {
    const by = to > at ? to - at - count : to - at;
    return [start + by, end + by];
  }
  const rest = shiftSpan(start, end, { kind: 'delete', at, count }, false) ?? [start, start];
  const target = to > at ? to - count : to;
  return shiftSpan(rest[0], rest[1], { kind: 'insert', at: target, count, inherit: true }, false);
}
