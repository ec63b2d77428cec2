import type { Edit, Trouble } from '../activities/ports.ts';
import { type CellValue, fingerprint, type TabKey, tabOf } from '../domain/program/index.ts';
import { lensOf, nameOf, sumOf } from './cells.ts';
import { identify, idOfKey, keeperOf, same } from './identity.ts';
import { cellsOf, type Give, typedOver } from './projection.ts';
import { KEY, RUN, SUM, shapeOf } from './shape.ts';
import type { Entry, SheetReading, Tell } from './types.ts';

export interface PassInput {
  readonly reading: SheetReading;
  readonly entries: ReadonlyMap<string, Entry>;
  /** The reading before this one showed the rows in the same order. */
  readonly still: boolean;
  /** Makes an ID for a row that has none. */
  readonly newId: (tab: TabKey) => string;
  readonly run: (tab: TabKey, id: string) => string;
  /** IDs whose flag was handed out by an earlier call. */
  readonly reported: ReadonlySet<string>;
}
export interface PassPlan {
  /** What the book must learn. */
  readonly entries: readonly Entry[];
  /** Records whose row must be inserted once more. */
  readonly again: readonly Entry[];
  readonly gives: readonly Give[];
  readonly troubles: readonly Trouble[];
  /** Something waits for a second reading that shows the same order. */
  readonly unsettled: boolean;
}

/** What staff did in one tab since the book last looked: edits, typed and copied rows, vanished rows. Pure. */
export function planPass(input: PassInput): PassPlan {
  const { reading, still, newId, run, reported } = input;
  const shape = shapeOf(reading.tab);
  const lens = lensOf(reading);
  const changed = new Map<string, Entry>();
  const again: Entry[] = [];
  const gives: Give[] = [];
  const troubles: Trouble[] = [];
  const there = new Set(reading.columns);
  let unsettled = false;
  const found = identify(reading, input.entries);
  const entry = (id: string): Entry | undefined => changed.get(id) ?? input.entries.get(id);
  const put = (next: Entry): void => {
    changed.set(next.id, next);
  };
  const trouble = (kind: Trouble['kind'], id: string, detail: string): void => {
    troubles.push({ kind, tab: reading.tab, id, detail });
  };

  for (const id of found.placed) {
    const { placing: _placing, ...rest } = entry(id) as Entry;
    put(rest);
  }
  for (const id of found.failed) {
    const old = entry(id) as Entry;
    const next = { ...old, key: `${id}@${Number(old.key.split('@')[1]) + 1}`, dead: [...(old.dead ?? []), old.key] };
    put(next);
    again.push(next);
  }

  const give = (row: number, was: string, cells: Partial<Entry>): void => {
    const id = newId(reading.tab);
    const link = shape.names.includes(RUN) ? run(reading.tab, id) : '';
    const programCells: Record<string, CellValue> = link ? { [RUN]: link } : {};
    put({ id, tab: reading.tab, rev: 0, key: `${id}@1`, cells: programCells, seen: null, ...cells });
    gives.push({ row, id, was, cells: cellsOf(reading, row) });
  };

  reading.rows.forEach((cells, row) => {
    if (row === reading.header || (cells.length === 0 && !found.ids[row])) return;
    if (found.misprints.has(row))
      return trouble(
        'misprint',
        idInRow(lens.text(row, KEY), cells),
        `line ${row + 1}: printed while columns moved; delete it`,
      );
    if (found.held.has(row))
      return trouble(
        'held',
        idInRow(lens.text(row, KEY), cells),
        `line ${row + 1}: its names and its cells do not belong together`,
      );
    const id = found.ids[row] as string;
    if (!id) {
      const bare = [...shape.names, ...shape.show, SUM].every((column) => !lens.text(row, column));
      if (!lens.some(row)) return;
      if (!bare || !still) unsettled = true;
      else give(row, '', {});
      return;
    }
    const known = entry(id) as Entry;
    const rows = found.rowsOf.get(id) ?? [];
    if (rows.length > 1) {
      const keep = keeperOf(found, lens, known);
      if (keep === undefined) {
        trouble(
          'held',
          id,
          `lines ${rows.map((r) => r + 1).join(', ')} have this ID and all were changed; delete the wrong ones`,
        );
        return;
      }
      if (row === keep) return;
      const copy = entry(idOfKey(lens.text(row, KEY)));
      const turning = copy !== undefined && copy.id !== id && !copy.seen && copy.from === id;
      if (turning) unsettled = true;
      else if (still) give(row, id, { from: id });
      else unsettled = true;
      return;
    }
    if (!found.sure[row] || shape.names.some((name) => lens.text(row, name) !== nameOf(known, name))) {
      unsettled = true;
      return;
    }
    const seen = lens.seen(row);
    const isEdit = known.seen ? !same(known, seen) : lens.some(row);
    const sumStands = known.seen !== null && there.has(SUM) && lens.text(row, SUM) === sumOf(known);
    const over = sumStands
      ? typedOver(lens, row, known, there).filter((key) => !known.tell?.restored.includes(key))
      : [];
    if (!isEdit && over.length === 0) return;
    if (!still) {
      unsettled = true;
      return;
    }
    const columns = shape.own.filter((key) => (known.seen?.[key] ?? '') !== (seen[key] ?? ''));
    if (!known.seen && known.from) put({ ...known, seen, flag: 'copied' });
    else put({ ...known, seen, tell: merge(known.tell, { columns, restored: over, isNew: !known.seen }) });
  });

  const heldNames = new Set([...found.held].flatMap((row) => shape.names.map((name) => lens.text(row, name))));
  for (const known of input.entries.values()) {
    const now = entry(known.id) as Entry;
    if (!now.seen || now.placing !== undefined) continue;
    const there = found.rowsOf.has(now.id);
    const gone = now.flag === 'vanished' || now.flag === 'vanished, told';
    if (there && gone) {
      const { flag: _flag, ...rest } = now;
      put(rest);
    } else if (!there && !gone && !heldNames.has(now.id) && !heldNames.has(now.key)) {
      if (still) put({ ...now, flag: 'vanished' });
      else unsettled = true;
    } else if (now.flag && reported.has(now.id) && !now.flag.endsWith('told'))
      put({ ...now, flag: now.flag === 'copied' ? 'copied, told' : 'vanished, told' });
  }
  return { entries: [...changed.values()].filter((e) => !again.includes(e)), again, gives, troubles, unsettled };
}

const idInRow = (key: string, cells: readonly unknown[]): string =>
  idOfKey(key) || String(cells.find((cell) => /^[A-Z]{2}-\w{4}-\w{4}$/.test(String(cell))) ?? '');

const union = (a: readonly string[] = [], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const merge = (old: Tell | undefined, now: Tell): Tell => ({
  columns: union(old?.columns, now.columns),
  restored: union(old?.restored, now.restored),
  isNew: now.isNew || (old?.isNew ?? false),
});

/** An edit's key: the ID and a fingerprint of the cells as last seen, so that the same state is the same edit. */
export const editKey = (entry: Entry): string =>
  `${entry.id}:${fingerprint(JSON.stringify([Object.entries(entry.seen ?? {}).sort(), entry.tell?.restored ?? [], entry.tell?.isNew ?? false]))}`;

export function editOf(entry: Entry): Edit {
  const { columns = [], restored = [], isNew = false } = entry.tell ?? {};
  const headers = restored.map((key) => tabOf(entry.tab).columns[key]?.header ?? key);
  return { key: editKey(entry), tab: entry.tab, id: entry.id, isNew, columns, restored: headers };
}

export function flagTrouble(entry: Entry): Trouble | undefined {
  if (entry.flag === 'vanished')
    return {
      kind: 'vanished',
      tab: entry.tab,
      id: entry.id,
      detail: 'no row shows this record any more; undo the deletion, or take the row from the daily copy',
    };
  if (entry.flag === 'copied')
    return {
      kind: 'copied',
      tab: entry.tab,
      id: entry.id,
      detail: `a copy of ${entry.from}; it starts nothing by itself`,
    };
  return undefined;
}
