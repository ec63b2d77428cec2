import type { Edit, Trouble } from '../activities/ports.ts';
import { type CellValue, fingerprint, type TabKey, tabOf } from '../domain/program/index.ts';
import { type Lens, lensOf, nameOf, nextKey, sumOf, textHash } from './cells.ts';
import { type Identified, identify, idOfKey, keeperOf, same, straysIn } from './identity.ts';
import { cellsOf, type Give, typedOver } from './projection.ts';
import { fineOf, noteFine } from './rows.ts';
import { KEY, RUN, type Shape, SUM, shapeOf } from './shape.ts';
import type { Entry, SheetReading, Tell } from './types.ts';

export interface PassInput {
  readonly reading: SheetReading;
  readonly entries: ReadonlyMap<string, Entry>;
  /** The reading before this one showed the rows in the same order. */
  readonly still: boolean;
  /** Makes an ID for a row that has none. */
  readonly newId: (tab: TabKey) => string;
  readonly run: (tab: TabKey, id: string) => string;
}
export interface PassPlan {
  /** What the book must learn. */
  readonly entries: readonly Entry[];
  /** Records whose row was misprinted and must be inserted once more. */
  readonly again: readonly Entry[];
  readonly gives: readonly Give[];
  readonly troubles: readonly Trouble[];
  /** Something waits for a second reading that shows the same order. */
  readonly unsettled: boolean;
}

const idle = new WeakMap<SheetReading, { readonly entries: ReadonlyMap<string, Entry>; readonly plan: PassPlan }>();

/**
 * What staff did in one tab since the book last looked: edits, typed and copied rows, vanished rows. Pure. Where a reading
 * left nothing to do, the same reading does so again.
 */
export function planPass(input: PassInput): PassPlan {
  const known = idle.get(input.reading);
  if (known && known.entries === input.entries) return known.plan;
  const plan = new Pass(input).run();
  const done = !plan.unsettled && plan.entries.length + plan.again.length + plan.gives.length === 0;
  if (done) idle.set(input.reading, { entries: input.entries, plan });
  return plan;
}

class Pass {
  readonly #in: PassInput;
  readonly #shape: Shape;
  readonly #lens: Lens;
  readonly #found: Identified;
  readonly #there: ReadonlySet<string>;
  readonly #changed = new Map<string, Entry>();
  readonly #again: Entry[] = [];
  readonly #gives: Give[] = [];
  readonly #troubles: Trouble[] = [];
  #unsettled = false;

  constructor(input: PassInput) {
    this.#in = input;
    this.#shape = shapeOf(input.reading.tab);
    this.#lens = lensOf(input.reading);
    this.#found = identify(input.reading, input.entries);
    this.#there = new Set(input.reading.columns);
  }

  run(): PassPlan {
    this.#placing();
    this.#in.reading.rows.forEach((_, row) => {
      if (row !== this.#in.reading.header) this.#row(row);
    });
    this.#vanished();
    const again = new Set(this.#again);
    return {
      entries: [...this.#changed.values()].filter((entry) => !again.has(entry)),
      again: this.#again,
      gives: this.#gives,
      troubles: this.#troubles,
      unsettled: this.#unsettled,
    };
  }

  #entry(id: string): Entry {
    return (this.#changed.get(id) ?? this.#in.entries.get(id)) as Entry;
  }
  #put(entry: Entry): void {
    this.#changed.set(entry.id, entry);
  }
  #trouble(kind: Trouble['kind'], id: string, detail: string): void {
    this.#troubles.push({ kind, tab: this.#in.reading.tab, id, detail });
  }
  /** The ID that a row nobody may touch names, for the report. */
  #namedIn(row: number): string {
    const cells = this.#in.reading.rows[row] ?? [];
    const id = cells.find((cell) => /^[A-Z]{2}-\w{4}-\w{4}$/.test(String(cell)));
    return idOfKey(this.#lens.text(row, KEY)) || String(id ?? '');
  }

  /** Rows inserted a moment ago: they stand where they should, or are printed again. */
  #placing(): void {
    for (const id of this.#found.placed) {
      const { placing: _placing, ...rest } = this.#entry(id);
      this.#put(rest);
    }
    for (const id of this.#found.failed) {
      const old = this.#entry(id);
      const { reading } = this.#in;
      const printed = [...this.#found.misprints].filter((row) => reading.rows[row]?.includes(old.key));
      const strays = [...(old.strays ?? []), ...printed.flatMap((row) => this.#straysIn(row, old))];
      const dead = [...(old.dead ?? []), old.key];
      const next = { ...old, key: nextKey(old), dead, ...(strays.length > 0 ? { strays: [...new Set(strays)] } : {}) };
      this.#put(next);
      this.#again.push(next);
    }
  }

  /** What was printed where it does not belong, the Key column included: hashes of it tell such a row that lost its key. */
  #straysIn(row: number, entry: Entry): string[] {
    const key = this.#lens.text(row, KEY);
    return [...straysIn(this.#in.reading, row, entry), ...(key === '' || key === entry.key ? [] : [textHash(key)])];
  }

  #row(row: number): void {
    if (this.#found.misprints.has(row)) {
      this.#trouble('misprint', this.#namedIn(row), `line ${row + 1} was printed while columns moved; delete it`);
      return;
    }
    if (this.#found.held.has(row)) {
      this.#trouble('held', this.#namedIn(row), `line ${row + 1}: its names and its cells do not belong together`);
      return;
    }
    const id = this.#found.ids[row];
    if (!id) this.#nobody(row);
    else if ((this.#found.rowsOf.get(id)?.length ?? 0) > 1) this.#oneOfSeveral(row, id);
    else this.#known(row, this.#entry(id));
  }

  /** A row typed by staff gets an ID, once nothing of the program's stands in it. */
  #nobody(row: number): void {
    // What staff write above the headers is a title.
    if (!this.#lens.some(row) || row < this.#in.reading.header) return;
    const { names, show } = this.#shape;
    const bare = [...names, ...show, SUM].every((column) => !this.#lens.text(row, column));
    if (bare && this.#in.still) this.#give(row, '');
    else this.#unsettled = true;
  }

  /** Of copied rows the one still as last seen keeps the ID, the others get new ones. */
  #oneOfSeveral(row: number, id: string): void {
    const known = this.#entry(id);
    const keep = keeperOf(this.#found, this.#lens, known);
    if (keep === undefined) {
      const lines = (this.#found.rowsOf.get(id) ?? []).map((r) => r + 1).join(', ');
      this.#trouble('held', id, `lines ${lines} have this ID and all were changed; delete the wrong ones`);
      return;
    }
    if (row === keep) return;
    const copy = this.#entry(idOfKey(this.#lens.text(row, KEY))) as Entry | undefined;
    const turning = copy !== undefined && copy.id !== id && !copy.seen && copy.from === id;
    if (turning || !this.#in.still) this.#unsettled = true;
    else this.#give(row, id);
  }

  #give(row: number, was: string): void {
    const { newId, run, reading } = this.#in;
    const id = newId(reading.tab);
    const link = this.#shape.names.includes(RUN) ? run(reading.tab, id) : '';
    const cells: Record<string, CellValue> = link ? { [RUN]: link } : {};
    const from = was ? { from: was } : {};
    this.#put({ id, tab: reading.tab, rev: 0, key: `${id}@1`, cells, seen: null, ...from });
    this.#gives.push({ row, id, was, cells: cellsOf(reading, row) });
  }

  /** Edits are taken only where all names agree, and program cells typed over only where the sum says they were shown. */
  #known(row: number, known: Entry): void {
    const lens = this.#lens;
    if (fineOf(this.#in.reading, row, this.#in.entries) === known) return;
    if (!this.#found.sure[row] || this.#shape.names.some((name) => lens.text(row, name) !== nameOf(known, name))) {
      this.#unsettled = true;
      return;
    }
    const seen = lens.seen(row);
    const isEdit = known.seen ? !same(known, seen) : lens.some(row);
    const sumStands = known.seen !== null && this.#there.has(SUM) && lens.text(row, SUM) === sumOf(known);
    const restored = sumStands
      ? typedOver(lens, row, known, this.#there).filter((key) => !known.tell?.restored.includes(key))
      : [];
    if (!isEdit && restored.length === 0) {
      if (sumStands && !known.tell?.restored.length) noteFine(this.#in.reading, row, known);
      return;
    }
    if (!this.#in.still) {
      this.#unsettled = true;
      return;
    }
    const columns = this.#shape.own.filter((key) => (known.seen?.[key] ?? '') !== (seen[key] ?? ''));
    if (!known.seen && known.from) this.#put({ ...known, seen, flag: 'copied' });
    else {
      const tell = merge(known.tell, { columns, restored, isNew: !known.seen });
      this.#put({ ...known, seen, tell, edits: (known.edits ?? 0) + 1 });
    }
  }

  #vanished(): void {
    const { held, rowsOf } = this.#found;
    const heldNames = new Set([...held].flatMap((row) => this.#shape.names.map((name) => this.#lens.text(row, name))));
    for (const entry of this.#in.entries.values()) {
      const now = this.#changed.get(entry.id) ?? entry;
      const { id } = now;
      if (!now.seen || now.placing) continue;
      const gone = now.flag === 'vanished' || now.flag === 'vanished, told';
      if (rowsOf.has(id) && gone) {
        const { flag: _flag, ...rest } = now;
        this.#put(rest);
      } else if (!rowsOf.has(id) && !gone && !heldNames.has(id) && !heldNames.has(now.key)) {
        if (this.#in.still) this.#put({ ...now, flag: 'vanished' });
        else this.#unsettled = true;
      }
    }
  }
}

const union = (a: readonly string[] = [], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const merge = (old: Tell | undefined, now: Tell): Tell => ({
  columns: union(old?.columns, now.columns),
  restored: union(old?.restored, now.restored),
  isNew: now.isNew || (old?.isNew ?? false),
});

/** An edit's key: the ID, the how manieth edit of the row it is, and a fingerprint of the cells as last seen. */
function editKey(entry: Entry): string {
  const { restored = [], isNew = false } = entry.tell ?? {};
  const state = [Object.entries(entry.seen ?? {}).sort(), restored, isNew];
  return `${entry.id}:${entry.edits ?? 0}:${fingerprint(JSON.stringify(state))}`;
}

export function editOf(entry: Entry): Edit {
  const { columns = [], restored = [], isNew = false } = entry.tell ?? {};
  const headers = restored.map((key) => tabOf(entry.tab).columns[key]?.header ?? key);
  return { key: editKey(entry), tab: entry.tab, id: entry.id, isNew, columns, restored: headers };
}

export function flagTrouble({ flag, tab, id, from }: Entry): Trouble | undefined {
  if (flag === 'vanished') {
    const detail =
      'no row shows this record any more; undo the deletion, or bring the row back from the version history';
    return { key: `${id}:${flag}`, kind: 'vanished', tab, id, detail };
  }
  if (flag === 'copied') {
    const detail = `a copy of ${from}; it starts nothing by itself`;
    return { key: `${id}:${flag}`, kind: 'copied', tab, id, detail };
  }
  return undefined;
}

/** The record once its edit or its flag of this key was told; undefined when it has another one by now. */
export function toldOf(entry: Entry, key: string): Entry | undefined {
  const { tell, flag, ...rest } = entry;
  if (tell && editKey(entry) === key) return flag ? { ...rest, flag } : rest;
  if ((flag === 'vanished' || flag === 'copied') && key === `${entry.id}:${flag}`)
    return { ...rest, ...(tell ? { tell } : {}), flag: `${flag}, told` };
  return undefined;
}
