import { type Lens, lensOf, nameOf, shown, sumOf, textHash } from './cells.ts';
import { fineOf } from './rows.ts';
import { ID, KEY, RUN, type Shape, SUM, shapeOf } from './shape.ts';
import type { Entry, SheetReading } from './types.ts';

/** Who is who in a tab. */
export interface Identified {
  /** By row: the record it shows, '' for none. */
  readonly ids: readonly string[];
  /** By row: true when all its names agree. */
  readonly sure: readonly boolean[];
  /** Rows that name a known record but no longer look like it: only staff can say. */
  readonly held: ReadonlySet<number>;
  /** Rows printed while columns were moving. */
  readonly misprints: ReadonlySet<number>;
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
  /** Records whose inserted row this reading shows, and those whose row was misprinted. */
  readonly placed: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
}

const filled = (seen: Readonly<Record<string, string>>): number => Object.keys(seen).length;

/** The row shows all that was last seen of the record. */
export function same(entry: Entry | undefined, seen: Readonly<Record<string, string>>): boolean {
  if (!entry?.seen) return false;
  if (filled(entry.seen) !== filled(seen)) return false;
  for (const key in seen) if (entry.seen[key] !== seen[key]) return false;
  return true;
}

/** The row shows at least half of what was last seen of the record. */
export function fits(entry: Entry | undefined, seen: Readonly<Record<string, string>>): boolean {
  if (!entry?.seen) return false;
  const was = Object.entries(entry.seen);
  if (was.length === 0) return filled(seen) === 0;
  return was.filter(([key, hash]) => seen[key] === hash).length * 2 >= was.length;
}

/** The ID in a row key, `MR-7KQ2-M9FX@1`. */
export const idOfKey = (key: string): string => key.slice(0, Math.max(0, key.indexOf('@')));

/** Of several rows with one ID, the one that still is as it was last seen. */
export function keeperOf(found: Identified, lens: Lens, entry: Entry): number | undefined {
  const rows = found.rowsOf.get(entry.id) ?? [];
  const unchanged = rows.filter((row) => same(entry, lens.seen(row)));
  return unchanged.find((row) => found.sure[row]) ?? unchanged[0];
}

/**
 * True when a new row holds what it was printed with, but in other columns: what should stand in one column stands in another,
 * and not in its own. Staff who edit a row do not do that by accident; a word that two columns share is no sign of it.
 */
function displaced(reading: SheetReading, row: number, entry: Entry): boolean {
  if (straysIn(reading, row, entry).length > 0) return true;
  const seen = lensOf(reading).seen(row);
  const own = new Set(shapeOf(entry.tab).own);
  const others = reading.columns.flatMap((key, i) => (own.has(key) ? [] : [textHash(reading.rows[row]?.[i])]));
  return wrongIn(entry, seen).some((key) => !seen[key] && others.includes(entry.seen?.[key] ?? '-'));
}

/** Columns of staff and persons that do not show what was last seen there. */
const wrongIn = (entry: Entry, seen: Readonly<Record<string, string>>): string[] =>
  shapeOf(entry.tab).own.filter((key) => (entry.seen?.[key] ?? '') !== (seen[key] ?? ''));

/** Hashes of cells of staff and persons that hold what should stand in another column, and does not. */
export function straysIn(reading: SheetReading, row: number, entry: Entry): string[] {
  const shape = shapeOf(entry.tab);
  const lens = lensOf(reading);
  const seen = lens.seen(row);
  const was = entry.seen ?? {};
  const wrong = wrongIn(entry, seen);
  if (wrong.length === 0) return [];
  const program = new Map([
    ...shape.show.map((key) => [key, shown(entry, key)] as const),
    ...shape.names.map((key) => [key, nameOf(entry, key)] as const),
    [SUM, sumOf(entry)] as const,
  ]);
  const stray = new Set([
    ...wrong.map((key) => was[key] ?? ''),
    ...[...program].filter(([key, value]) => lens.text(row, key) !== String(value)).map(([, value]) => textHash(value)),
  ]);
  return wrong.flatMap((key) => (seen[key] && stray.has(seen[key]) ? [seen[key]] : []));
}

/**
 * True when only columns of the program moved before a new row was inserted: the row is whole, also where staff have typed into
 * it since, and is put right where it stands.
 */
function askew(reading: SheetReading, row: number, entry: Entry): boolean {
  const { own, names } = shapeOf(entry.tab);
  const lens = lensOf(reading);
  const named = names.some((name) => name !== KEY && lens.text(row, name) === nameOf(entry, name));
  const column = reading.columns[reading.rows[row]?.indexOf(entry.key) ?? -1];
  return named && Boolean(column) && !own.includes(column as string) && !displaced(reading, row, entry);
}

const cache = new WeakMap<SheetReading, { entries: ReadonlyMap<string, Entry>; found: Identified }>();

/** Decides for every row of a tab which record it shows. Pure; the last answer for a reading is kept. */
export function identify(reading: SheetReading, entries: ReadonlyMap<string, Entry>): Identified {
  const known = cache.get(reading);
  if (known && known.entries === entries) return known.found;
  const found = new Identification(reading, entries).run();
  cache.set(reading, { entries, found });
  return found;
}

class Identification {
  readonly #shape: Shape;
  readonly #reading: SheetReading;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #lens: Lens;
  readonly #ids: string[];
  readonly #sure: boolean[];
  readonly #held = new Set<number>();
  readonly #misprints = new Set<number>();
  readonly #here = new Set<string>();
  /** IDs by what their Run column shows, once somebody asks. */
  #runs: Map<string, string> | undefined;

  constructor(reading: SheetReading, entries: ReadonlyMap<string, Entry>) {
    this.#shape = shapeOf(reading.tab);
    this.#reading = reading;
    this.#entries = entries;
    this.#lens = lensOf(reading);
    this.#ids = reading.rows.map(() => '');
    this.#sure = reading.rows.map(() => false);
  }

  #byRun(): ReadonlyMap<string, string> {
    if (this.#runs) return this.#runs;
    this.#runs = new Map();
    if (this.#shape.names.includes(RUN))
      for (const entry of this.#entries.values()) {
        const run = nameOf(entry, RUN);
        if (run) this.#runs.set(run, entry.id);
      }
    return this.#runs;
  }

  run(): Identified {
    const { placed, failed } = this.#placing();
    this.#findMisprints(failed);
    this.#byNames();
    if (!this.#shape.log) this.#byLooks();
    const rowsOf = new Map<string, number[]>();
    this.#ids.forEach((id, row) => {
      if (!id) return;
      const rows = rowsOf.get(id);
      if (rows) rows.push(row);
      else rowsOf.set(id, [row]);
    });
    return {
      ids: this.#ids,
      sure: this.#sure,
      held: this.#held,
      misprints: this.#misprints,
      rowsOf,
      placed,
      failed,
    };
  }

  #adopted(id: string): Entry | undefined {
    const entry = this.#entries.get(id);
    return entry?.seen ? entry : undefined;
  }

  /** Known IDs named by a row's Key, ID and Run, '' where a name is unknown; a tab without Run names twice. */
  #named(row: number): string[] {
    const lens = this.#lens;
    const key = idOfKey(lens.text(row, KEY));
    const id = lens.text(row, ID);
    const names = [this.#entries.has(key) ? key : '', this.#entries.has(id) ? id : ''];
    const runs = this.#byRun();
    if (runs.size > 0) names.push(runs.get(lens.text(row, RUN)) ?? '');
    return names;
  }

  #agreed(row: number): string {
    const id = this.#lens.text(row, ID);
    const entry = id ? this.#entries.get(id) : undefined;
    if (!entry) return '';
    return this.#shape.names.every((name) => this.#lens.text(row, name) === nameOf(entry, name)) ? id : '';
  }

  #skip = (row: number): boolean => row === this.#reading.header || this.#misprints.has(row);

  /** Did new rows come to stand where they were meant to, or had columns moved before they were inserted? */
  #placing(): { placed: Set<string>; failed: Set<string> } {
    const placed = new Set<string>();
    const failed = new Set<string>();
    const printed = [...this.#entries.values()].filter((entry) => entry.placing);
    if (printed.length === 0) return { placed, failed };
    const byKey = new Map(this.#reading.rows.map((_, row) => [this.#lens.text(row, KEY), row]));
    for (const entry of printed) {
      const row = byKey.get(entry.key);
      if (row === undefined) {
        const elsewhere = this.#reading.rows.findIndex((cells) => cells.includes(entry.key));
        (elsewhere >= 0 && !askew(this.#reading, elsewhere, entry) ? failed : placed).add(entry.id);
      } else (displaced(this.#reading, row, entry) ? failed : placed).add(entry.id);
    }
    return { placed, failed };
  }

  #findMisprints(failed: ReadonlySet<string>): void {
    const dead = new Set<string>();
    for (const entry of this.#entries.values()) {
      for (const key of entry.dead ?? []) dead.add(key);
      if (failed.has(entry.id)) dead.add(entry.key);
    }
    if (dead.size === 0) return;
    this.#reading.rows.forEach((cells, row) => {
      const marked = cells.some((cell) => dead.has(String(cell)));
      if (!marked && !this.#unmarked(row)) return;
      const id = this.#agreed(row);
      if (!id || failed.has(id)) this.#misprints.add(row);
    });
  }

  /** A misprint that lost its dead key, to a late projection meant for the row that stood there before. */
  #unmarked(row: number): boolean {
    return this.#named(row).some((id) => {
      const entry = this.#entries.get(id);
      if (!entry?.seen || !entry.dead) return false;
      // What was printed there may have changed since in the record.
      const hashes = [...Object.values(this.#lens.seen(row)), textHash(this.#lens.text(row, KEY))];
      return displaced(this.#reading, row, entry) || entry.strays?.some((stray) => hashes.includes(stray));
    });
  }

  #byNames(): void {
    const open: number[] = [];
    const turning: { row: number; to: string; from: string }[] = [];
    for (let row = 0; row < this.#ids.length; row++) {
      if (this.#skip(row)) continue;
      const agreed = fineOf(this.#reading, row, this.#entries)?.id ?? this.#agreed(row);
      if (agreed) {
        this.#take(row, agreed, true);
        continue;
      }
      const names = this.#named(row);
      const some = names.filter(Boolean);
      if (some.length === 0) continue;
      if (this.#shape.log) {
        this.#take(row, some[0] as string, false);
        continue;
      }
      const twice = some.find((id, i) => some.indexOf(id) !== i) ?? (this.#byRun().size === 0 ? names[0] : '') ?? '';
      const from = twice && !this.#adopted(twice) ? this.#entries.get(twice)?.from : undefined;
      if (from && some.includes(from)) turning.push({ row, to: twice, from });
      else {
        const pick = this.#pick(row, some);
        if (pick) this.#take(row, pick, false);
        else open.push(row);
      }
    }
    for (const { row, to, from } of turning) this.#take(row, this.#here.has(from) ? to : from, false);
    for (const row of open) this.#leftOver(row);
  }

  #take(row: number, id: string, sure: boolean): void {
    this.#ids[row] = id;
    this.#sure[row] = sure;
    this.#here.add(id);
  }

  /** The one named record that the row still looks like. */
  #pick(row: number, some: readonly string[]): string {
    const seen = this.#lens.seen(row);
    const fit = [...new Set(some)].filter((id) => fits(this.#adopted(id), seen));
    if (fit.length === 1) return fit[0] as string;
    const two = fit.find((id) => some.filter((name) => name === id).length >= 2);
    if (two) return two;
    const exact = fit.filter((id) => same(this.#adopted(id), seen));
    return exact.length === 1 ? (exact[0] as string) : '';
  }

  #leftOver(row: number): void {
    const some = this.#named(row).filter(Boolean);
    const lone = some.filter((id) => this.#adopted(id) && !this.#here.has(id));
    if (lone.length > 0 && this.#lens.some(row)) {
      this.#held.add(row);
      return;
    }
    const two = some.find((id, i) => some.indexOf(id) !== i);
    const id = two && !this.#adopted(two) ? two : (some[0] as string);
    if (!this.#adopted(id) && !this.#here.has(id)) this.#take(row, id, false);
  }

  /** A row that names nobody, or somebody it does not look like, but shows a record that no other row shows. */
  #byLooks(): void {
    const gone = [...this.#entries.values()].filter((e) => e.seen && !e.placing && !this.#here.has(e.id));
    if (gone.length === 0) return;
    for (let row = 0; row < this.#ids.length; row++) {
      if (this.#skip(row) || this.#held.has(row) || !this.#lens.some(row)) continue;
      const seen = this.#lens.seen(row);
      const id = this.#ids[row] as string;
      if (id && fits(this.#adopted(id), seen)) continue;
      const free = gone.filter((entry) => !this.#here.has(entry.id));
      const exact = free.filter((entry) => same(entry, seen));
      if (exact.length === 1) this.#take(row, (exact[0] as Entry).id, false);
      else if (id && free.some((entry) => fits(entry, seen))) {
        this.#held.add(row);
        this.#ids[row] = '';
      }
    }
  }
}
