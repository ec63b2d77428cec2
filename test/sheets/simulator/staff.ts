import { decodeEntry } from '../../../sheets/book.ts';
import { hashesOf } from '../../../sheets/cells.ts';
import { fits, idOfKey } from '../../../sheets/identity.ts';
import { ID, KEY, RUN, SUM, shapeOf } from '../../../sheets/shape.ts';
import type { Chance } from './random.ts';
import { blankRow, isBlank, type SimRow, type World } from './world.ts';

type Undo = () => void;

const copyOf = (row: SimRow): SimRow => ({ ...row, cells: { ...row.cells }, shadow: { ...row.shadow } });

/** Staff who do at any moment whatever a sheet lets them do. They change the sheet and, as far as it is theirs, the shadow. */
export class Staff {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #undo: Undo[] = [];
  #words = 0;
  #extras = 0;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  /** One act, at random. Returns what it was. */
  act(): string {
    const acts: [number, string, () => void][] = [
      [8, 'sort', () => this.#sort()],
      [5, 'insert a row', () => this.#insert()],
      [4, 'delete a row', () => this.#delete()],
      [4, 'cut and paste a row', () => this.#cut()],
      [9, 'type', () => this.#type()],
      [3, 'type a new row', () => this.#typeNew()],
      [6, 'undo', () => this.#undo.pop()?.()],
      [2, 'copy a row', () => this.#copy()],
      [3, 'type over the program', () => this.#typeOver()],
      [1.5, 'paste a block', () => this.#paste()],
      [1, 'clear an ID', () => this.#name('')],
      [0.7, 'overwrite an ID', () => this.#name(this.#word('junk'))],
      [1, 'clear a row', () => this.#clear()],
      [1.5, 'insert a column', () => this.#insertColumn()],
      [2, 'move a column', () => this.#moveColumn()],
      [0.7, 'rename a header', () => this.#rename()],
    ];
    let at = this.#chance.next() * acts.reduce((sum, [weight]) => sum + weight, 0);
    const [, name, run] =
      acts.find(([weight]) => {
        at -= weight;
        return at < 0;
      }) ?? (acts[0] as (typeof acts)[0]);
    this.#healed();
    this.#world.touched++;
    run();
    this.#twins();
    this.#lost();
    this.#world.note();
    return name;
  }

  #word(kind: string): string {
    return `${kind} ${++this.#words}`;
  }
  get #full(): SimRow[] {
    return this.#world.data.filter((row) => !isBlank(row));
  }
  get #blank(): SimRow[] {
    return this.#world.data.filter(isBlank);
  }
  #some(rows: readonly SimRow[]): SimRow | undefined {
    return rows.length > 0 ? this.#chance.pick(rows) : undefined;
  }
  #place(row: SimRow): void {
    const { rows } = this.#world;
    const first = rows.indexOf(this.#world.header) + 1;
    rows.splice(first + this.#chance.int(rows.length - first + 1), 0, row);
  }
  /** Notes cells and shadow as they are; the result puts them back. */
  #keep(rows: readonly SimRow[]): Undo {
    const kept = rows.map((row) => ({ row, was: copyOf(row) }));
    return () => {
      for (const { row, was } of kept)
        if (this.#world.rows.includes(row)) Object.assign(row, copyOf(was), { kin: was.kin || row.kin });
    };
  }
  /** A misprinted line is known by its dead key alone, wherever that stands; without it the line is taken for the record's. */
  #unmark(row: SimRow, column: string): void {
    if (row.misprint && row.cells[column]?.includes('@'))
      for (const id of this.#named(row)) this.#world.excused.add(id);
  }
  #write(row: SimRow, column: string, text: string): void {
    this.#unmark(row, column);
    if (this.#world.names.includes(column)) this.#hurtName(row, column);
    row.cells[column] = text;
    if (!this.#world.isProgram(column)) row.shadow[column] = text;
  }

  #sort(): void {
    const { header, rows } = this.#world;
    const top = rows.slice(0, rows.indexOf(header) + 1);
    const before = rows.slice();
    const restore = this.#chance.maybe(0.4) ? this.#keep(this.#world.data) : undefined;
    const column = this.#chance.pick(this.#world.columns);
    const shuffle = this.#chance.maybe(0.6);
    const keys = new Map(rows.map((row) => [row, shuffle ? String(this.#chance.next()) : (row.cells[column] ?? '')]));
    const key = (row: SimRow): string => (isBlank(row) ? '~' : (keys.get(row) as string));
    const rest = rows.slice(top.length).sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    this.#world.rows = [...top, ...rest];
    this.#undo.push(() => {
      const now = new Set(this.#world.rows);
      const old = before.filter((row) => now.has(row));
      this.#world.rows = [...old, ...this.#world.rows.filter((row) => !old.includes(row))];
      restore?.();
    });
  }

  #insert(): void {
    const row = blankRow();
    if (this.#chance.maybe(0.1)) this.#world.rows.splice(this.#world.rows.indexOf(this.#world.header), 0, row);
    else this.#place(row);
    this.#undo.push(() => this.#remove(row));
  }
  #remove(row: SimRow): void {
    const at = this.#world.rows.indexOf(row);
    if (at >= 0) this.#world.rows.splice(at, 1);
  }
  #delete(): void {
    if (this.#world.data.length < 3) return;
    const row = this.#some(this.#chance.maybe(0.75) ? this.#full : this.#world.data);
    if (!row) return;
    const at = this.#world.rows.indexOf(row);
    this.#remove(row);
    const was = copyOf(row);
    this.#undo.push(() => {
      const first = this.#world.rows.indexOf(this.#world.header) + 1;
      this.#world.rows.splice(Math.max(first, Math.min(at, this.#world.rows.length)), 0, copyOf(was));
    });
  }

  #cut(): void {
    const from = this.#some(this.#full);
    const to = this.#some(this.#chance.maybe(0.85) ? this.#blank : this.#world.data);
    if (!from || !to || from === to) return;
    this.#undo.push(this.#keep([from, to]));
    Object.assign(to, copyOf(from));
    Object.assign(from, blankRow());
  }
  #copy(): void {
    const from = this.#some(this.#full);
    if (!from) return;
    const id = from.owner || from.kin;
    from.kin = id;
    for (const named of this.#named(from)) this.#relate(named);
    const copy = { ...copyOf(from), owner: '', kin: id };
    const blank = this.#some(this.#blank);
    if (blank && this.#chance.maybe(0.5)) {
      this.#undo.push(this.#keep([blank]));
      Object.assign(blank, copy);
      if (this.#chance.maybe(0.6)) this.#type(blank);
    } else {
      this.#place(copy);
      this.#undo.push(() => this.#remove(copy));
      if (this.#chance.maybe(0.6)) this.#type(copy);
    }
  }
  /** Rows of a record that was copied once are all its kin. */
  #relate(id: string): void {
    for (const row of this.#world.data) if (row.owner === id) row.kin = id;
  }
  /** An undo that brings a row back beside itself makes a copy, too. */
  #twins(): void {
    const seen = new Set<string>();
    for (const { owner } of this.#world.data) {
      if (owner && seen.has(owner)) this.#relate(owner);
      seen.add(owner);
    }
  }
  #named(row: SimRow): string[] {
    const { cells } = row;
    return [cells[ID] ?? '', idOfKey(cells[KEY] ?? ''), (cells[RUN] ?? '').slice(4)].filter(Boolean);
  }

  #type(row = this.#some(this.#full)): void {
    if (!row) return;
    const extras = this.#world.columns.filter((column) => column.startsWith('extra'));
    const column = this.#chance.pick([...this.#world.tab.own, ...extras]);
    const back = this.#keep([row]);
    this.#write(row, column, this.#word('typed'));
    this.#undo.push(back);
  }
  #typeNew(): void {
    const row = this.#some(this.#blank.filter((blank) => this.#below(blank)));
    if (!row) return;
    this.#undo.push(this.#keep([row]));
    this.#write(row, this.#world.tab.own[0] as string, this.#word('new'));
    if (this.#chance.maybe(0.7)) this.#write(row, this.#world.tab.own[1] as string, this.#word('new'));
  }
  #below(row: SimRow): boolean {
    return this.#world.rows.indexOf(row) > this.#world.rows.indexOf(this.#world.header);
  }

  #typeOver(): void {
    const row = this.#some(this.#full);
    if (!row) return;
    const columns = this.#world.columns.filter((column) => this.#world.isProgram(column) && column !== ID);
    this.#undo.push(this.#keep([row]));
    this.#write(row, this.#chance.pick(columns), this.#chance.maybe(0.4) ? '' : this.#word('junk'));
  }
  #name(text: string): void {
    const row = this.#some(this.#full);
    if (!row) return;
    this.#undo.push(this.#keep([row]));
    this.#write(row, ID, text);
  }
  #paste(): void {
    const row = this.#some(this.#full);
    if (!row) return;
    const at = this.#world.rows.indexOf(row);
    const rows = this.#world.rows.slice(at, at + 2).filter((each) => each !== this.#world.header);
    const from = 1 + this.#chance.int(this.#world.columns.length - 2);
    this.#undo.push(this.#keep(rows));
    for (const each of rows)
      for (const column of this.#world.columns.slice(from, from + 3)) this.#write(each, column, this.#word('pasted'));
  }
  #clear(): void {
    const row = this.#some(this.#full);
    if (!row) return;
    this.#undo.push(this.#keep([row]));
    Object.assign(row, blankRow());
  }

  #insertColumn(): void {
    if (this.#extras > 3) return;
    const column = `extra${++this.#extras}`;
    this.#world.columns.splice(this.#chance.int(this.#world.columns.length + 1), 0, column);
    this.#undo.push(() => {
      this.#world.columns = this.#world.columns.filter((each) => each !== column);
      for (const row of this.#world.rows) {
        this.#unmark(row, column);
        delete row.cells[column];
        delete row.shadow[column];
      }
    });
  }
  #moveColumn(): void {
    const { columns } = this.#world;
    const from = this.#chance.int(columns.length);
    const [column] = columns.splice(from, 1);
    columns.splice(this.#chance.int(columns.length + 1), 0, column as string);
    this.#undo.push(() => {
      const now = this.#world.columns.indexOf(column as string);
      if (now < 0) return;
      this.#world.columns.splice(now, 1);
      this.#world.columns.splice(from, 0, column as string);
    });
  }
  #rename(): void {
    const { header } = this.#world;
    const column = this.#chance.pick(this.#world.columns);
    const back = this.#keep([header]);
    if (column === SUM && this.#world.overwritten(SUM))
      for (const each of this.#world.tab.show) if (this.#world.overwritten(each)) this.#world.lostHeaders.add(each);
    header.cells[column] = this.#word('head');
    header.shadow[column] = header.cells[column] as string;
    this.#undo.push(back);
  }

  /** Two names of one record changed before the program could put one right: staff took its identity away. */
  #hurtName(row: SimRow, column: string): void {
    const before = row.hurt.length === 0 && row.askew ? this.#wrong(row) : row.hurt;
    row.hurt = [...new Set([...before, column])];
  }
  #healed(): void {
    for (const row of this.#world.data) if (row.hurt.length > 0 && this.#wrong(row).length === 0) row.hurt = [];
  }
  /** Name columns that do not name the row's record. */
  #wrong({ owner, kin, cells }: SimRow): string[] {
    const id = owner || kin;
    const right: Readonly<Record<string, boolean>> = {
      [ID]: cells[ID] === id,
      [KEY]: idOfKey(cells[KEY] ?? '') === id,
      [RUN]: !this.#world.names.includes(RUN) || cells[RUN] === `run/${id}`,
    };
    return [ID, KEY, RUN].filter((column) => !right[column]);
  }
  #lost(): void {
    for (const row of this.#world.data) {
      const { length } = row.hurt;
      if (length === 0) continue;
      const ids = [row.owner, row.kin, ...this.#named(row)].filter(Boolean);
      // A misprinted line that staff were asked to delete is known by its key alone.
      if (length > 1 || row.misprint || !this.#fits(row)) for (const id of ids) this.#world.excused.add(id);
    }
  }
  #fits(row: SimRow): boolean {
    const id = row.owner || row.kin;
    const line = this.#world.lines.find((cells) => cells[0] === id);
    const entry = line && decodeEntry(line);
    if (!entry) return false;
    return fits(
      entry,
      hashesOf(shapeOf(this.#world.tab.tab), (key) => row.cells[key] ?? ''),
    );
  }
}
