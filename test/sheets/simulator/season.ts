import type { AnyChange } from '../../../activities/ports.ts';
import { rowId, type TabKey, type Workbook } from '../../../domain/program/index.ts';
import { decodeEntry } from '../../../sheets/book.ts';
import { hashesOf as hashAll } from '../../../sheets/cells.ts';
import { Refused, Unanswered } from '../../../sheets/errors.ts';
import { idOfKey } from '../../../sheets/identity.ts';
import { RecordKeeper } from '../../../sheets/record.ts';
import { columnOf, ID, KEY, RUN, type Shape, SUM, shapeOf } from '../../../sheets/shape.ts';
import type { Wire } from '../../../sheets/types.ts';
import { VirtualClock } from './clock.ts';
import { type Chance, chance } from './random.ts';
import { Staff } from './staff.ts';
import { blankRow, type SimTab, World } from './world.ts';

export interface SeasonOptions {
  readonly tab: SimTab;
  readonly workers: number;
  /** Share of calls that are refused, lost, late, or whose answer is lost. */
  readonly faults: number;
  readonly crashes: boolean;
  readonly staff: boolean;
  readonly trace?: boolean;
}
export interface SeasonResult {
  readonly violations: readonly string[];
  readonly trace: readonly string[];
  readonly acts: number;
  readonly excused: number;
}

/** What a workflow wants of one record, one revision after the other. */
interface Wish {
  readonly id: string;
  readonly create: boolean;
  readonly revisions: number;
  done: number;
}
interface Worker {
  record: RecordKeeper;
  alive: { yes: boolean };
}

/** One seeded interleaving of staff, workers and a bad network, and what is wrong at its end. */
export async function playSeason(seed: number, options: SeasonOptions): Promise<SeasonResult> {
  return new Season(seed, options).play();
}

const BUSY = 2500;
const EMPTY: Wire = {
  read: async () => ({ head: { baton: 1, seq: 0, nonces: [] }, lines: [], sheets: new Map(), missing: new Map() }),
  commit: async () => {},
  show: async () => {},
  version: async () => '1',
};

class Season {
  readonly #options: SeasonOptions;
  readonly #chance: Chance;
  readonly #clock = new VirtualClock();
  readonly #world: World;
  readonly #staff: Staff;
  readonly #workers: Worker[] = [];
  readonly #wishes: Wish[] = [];
  readonly #trace: string[] = [];
  #rough = true;
  #acts = 0;
  #troubles = 0;
  /** Line numbers that staff were asked to look at. */
  #asked: string[] = [];

  constructor(seed: number, options: SeasonOptions) {
    this.#options = options;
    this.#chance = chance(seed * 7919 + 17);
    this.#world = new World(options.tab);
    this.#staff = new Staff(this.#world, this.#chance);
  }

  async play(): Promise<SeasonResult> {
    const { tab } = this.#options.tab;
    const workbook: Workbook = tab === 'cases' ? 'restricted' : 'mailings';
    for (let i = 0; i < this.#options.workers; i++) this.#workers.push(this.#start(workbook));
    for (let i = 0; i < 4; i++) this.#world.rows.push(blankRow());
    for (let i = 0; i < 6; i++) {
      const wish = { id: rowId(tab, `wish ${i}`), create: true, revisions: 1 + this.#chance.int(3), done: 0 };
      this.#wishes.push(wish);
      this.#clock.after(i < 4 ? 0 : this.#chance.between(200, BUSY), () => this.#wish(wish));
    }
    await this.#clock.runUntil(150);
    const act = (): void => {
      if (!this.#rough || !this.#options.staff) return;
      this.#acts++;
      const what = this.#staff.act();
      this.#say(`STAFF ${what}`);
      this.#clock.after(this.#chance.between(15, 130), act);
    };
    this.#clock.after(0, act);
    if (this.#options.crashes) this.#clock.after(this.#chance.between(200, 900), () => this.#crash(workbook));
    await this.#clock.runUntil(BUSY);
    this.#rough = false;
    for (let calm = 0; calm < 12; calm++) {
      this.#say(`calm ${calm} ${JSON.stringify(this.#asked)}`);
      await this.#clock.runUntil(this.#clock.now + 12_000);
      if (!this.#resolve()) break;
    }
    await this.#clock.runUntil(this.#clock.now + 12_000);
    this.#check();
    return {
      violations: this.#world.violations,
      trace: this.#trace,
      acts: this.#acts,
      excused: this.#world.excused.size,
    };
  }

  #say(line: string): void {
    if (!this.#options.trace) return;
    const rows = this.#world.rows.map((row) =>
      row === this.#world.header
        ? 'H'
        : Object.values(row.cells).some(Boolean)
          ? `${row.cells[ID] || '?'}(${row.owner})`
          : '.',
    );
    this.#trace.push(`${this.#clock.now.toFixed(0).padStart(6)} ${line}   [${rows.join(' ')}]`);
  }

  #start(workbook: Workbook): Worker {
    const alive = { yes: true };
    const wires = {
      programme: EMPTY,
      restricted: EMPTY,
      mailings: EMPTY,
      figures: EMPTY,
      [workbook]: this.#wire(alive),
    };
    const record = new RecordKeeper({
      wires: wires as Record<Workbook, Wire>,
      now: () => this.#clock.now,
      sleep: this.#clock.sleep,
      random: this.#chance.next,
      runUrl: (_tab: TabKey, id: string) => `run/${id}`,
      showWithin: 100,
    });
    const poll = async (): Promise<void> => {
      while (alive.yes) {
        await this.#clock.sleep(this.#chance.between(150, 350));
        if (!alive.yes) return;
        try {
          const { edits, troubles } = await record.edits(workbook);
          this.#asked = troubles
            .filter(({ kind }) => kind === 'held' || kind === 'misprint')
            .map(({ detail }) => detail);
          this.#troubles += troubles.length;
          await record.told(
            workbook,
            edits.map((edit) => edit.key),
          );
        } catch (error) {
          if (!(error instanceof Refused || error instanceof Unanswered)) throw error;
        }
      }
    };
    void poll();
    return { record, alive };
  }

  /** A network between a worker and the world. A dead worker hears nothing any more, but what it sent may still arrive. */
  #wire(alive: { readonly yes: boolean }): Wire {
    const latency = (): number => this.#chance.between(10, 90);
    const call = <T>(name: string, write: boolean, work: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        const fault = this.#rough && this.#chance.maybe(this.#options.faults) ? this.#chance.int(4) : -1;
        const answer = (ms: number, reply: () => void): void =>
          this.#clock.after(ms, () => {
            if (alive.yes) reply();
          });
        if (fault === 0 || (!write && fault > 0)) return answer(latency(), () => reject(new Unanswered()));
        if (fault === 1) return answer(latency() * 2, () => reject(new Unanswered()));
        const late = fault === 2 ? this.#chance.between(100, 900) : 0;
        if (late > 0 || fault === 3) answer(400, () => reject(new Unanswered()));
        this.#clock.after(latency() + late, () => {
          try {
            const result = work();
            if (write) this.#say(`${name} applied${late ? ' LATE' : ''}${fault === 3 ? ', answer lost' : ''}`);
            if (fault !== 3) answer(latency(), () => resolve(result));
          } catch (error) {
            this.#say(`${name} refused`);
            if (fault !== 3) answer(latency(), () => reject(error));
          }
        });
      });
    return {
      read: (ask) => call('read', false, () => this.#world.reading(ask.book)),
      commit: (batch) =>
        call(
          `commit ${batch.lines.map(({ entry }) => `${entry.id}.${entry.rev}${entry.seen ? '' : '?'}`).join(' ')}`,
          true,
          () => this.#world.commit(batch),
        ),
      show: (cells) =>
        call(`show ${cells.map((cell) => `${cell.row}.${cell.column}=${cell.value}`).join(' ')}`, true, () =>
          this.#world.show(cells),
        ),
      version: async () => '1',
    };
  }

  #crash(workbook: Workbook): void {
    if (!this.#rough) return;
    const worker = this.#chance.pick(this.#workers);
    if (worker.alive.yes) {
      worker.alive.yes = false;
      this.#say('CRASH');
      this.#clock.after(this.#chance.between(50, 400), () => Object.assign(worker, this.#start(workbook)));
    }
    this.#clock.after(this.#chance.between(200, 1400), () => this.#crash(workbook));
  }

  /** Works on a wish until all its revisions are acknowledged; an activity that is not answered is tried again elsewhere. */
  #wish(wish: Wish): void {
    if (wish.done >= wish.revisions) return;
    const revision = wish.done + 1;
    let answered = false;
    const next = (): void => {
      if (answered) return;
      answered = true;
      wish.done = Math.max(wish.done, revision);
      this.#say(`ack ${wish.id} ${revision}`);
      this.#clock.after(this.#chance.between(0, 500), () => this.#wish(wish));
    };
    const attempt = (): void => {
      if (answered) return;
      const worker = this.#chance.pick(this.#workers);
      if (worker.alive.yes) void this.#submit(worker, wish, revision).then((ok) => (ok ? next() : undefined));
      this.#clock.after(this.#chance.between(500, 1500), attempt);
    };
    attempt();
  }

  async #submit(worker: Worker, wish: Wish, revision: number): Promise<boolean> {
    const { tab, show, own } = this.#options.tab;
    try {
      await worker.record.commit((view) => {
        const row = view.row(tab, wish.id);
        const last = show.at(-1) as string;
        const now = Number(String((row?.cells as Record<string, unknown>)?.[last] ?? '').split('#')[1] ?? 0);
        if (now >= revision) return { changes: [], result: undefined };
        const cells = Object.fromEntries(show.map((column) => [column, `${column} of ${wish.id}#${revision}`]));
        const create = Object.fromEntries(own.slice(0, 2).map((column) => [column, `${column} of ${wish.id}`]));
        return { changes: [{ tab, id: wish.id, cells, create } as unknown as AnyChange], result: undefined };
      });
      return true;
    } catch {
      return false;
    }
  }

  /** Staff do what only they can: they delete the lines they were asked to look at. */
  #resolve(): boolean {
    const asked = this.#asked.map((detail) => Number(/lines? (\d+)/.exec(detail)?.[1]) - 1);
    const row = this.#world.rows[asked[0] ?? -1];
    if (!row || row === this.#world.header) return false;
    this.#say(`STAFF delete line ${(asked[0] ?? 0) + 1} as asked`);
    const { owner, kin, cells } = row;
    for (const id of [owner, kin, cells[ID] ?? '', idOfKey(cells[KEY] ?? ''), (cells[RUN] ?? '').slice(4)])
      if (id) this.#world.excused.add(id);
    this.#world.rows.splice(this.#world.rows.indexOf(row), 1);
    return true;
  }

  #check(): void {
    const { rows, header, names, tab, excused, violations } = this.#world;
    const shape = shapeOf(tab.tab);
    const entries = new Map(
      this.#world.lines.flatMap((line) => (line.length ? [decodeEntry(line)] : [])).map((e) => [e?.id, e]),
    );
    const showing = new Map<string, number>();
    for (const row of this.#world.data) {
      const id = row.cells[ID] ?? '';
      if (id) showing.set(id, (showing.get(id) ?? 0) + 1);
    }
    for (const row of rows) {
      for (const column of this.#world.columns)
        if (!this.#world.isProgram(column) && (row.cells[column] ?? '') !== (row.shadow[column] ?? ''))
          violations.push(`cell of staff or person changed: ${row.owner || '-'}.${column}`);
      if (row === header) {
        for (const column of [...tab.show, ...names, SUM])
          if (!/^head/.test(row.cells[column] ?? '') && row.cells[column] !== columnOf(tab.tab, column).header)
            violations.push(`the header of ${column} is ${row.cells[column]}`);
        continue;
      }
      if (row.misprint) continue;
      const id = row.cells[ID] ?? '';
      const involved = [row.owner, row.kin, id, idOfKey(row.cells[KEY] ?? ''), (row.cells[RUN] ?? '').slice(4)];
      if (involved.some((each) => excused.has(each))) continue;
      const some = tab.own.some((column) => row.cells[column]);
      if (rows.indexOf(row) < rows.indexOf(header)) continue;
      if (!id) {
        if (some) violations.push('a filled row has no ID');
        for (const column of [...tab.show, ...names, SUM])
          if (row.cells[column]) violations.push(`a row of nobody shows ${column}`);
        continue;
      }
      if ((showing.get(id) ?? 0) > 1) violations.push(`two rows have the ID ${id}`);
      const entry = entries.get(id);
      if (!entry) {
        violations.push(`a row shows the unknown ID ${id}`);
        continue;
      }
      if (row.owner && id !== row.owner && !row.kin) violations.push(`the row of ${row.owner} shows ${id}`);
      if (row.cells[KEY] !== entry.key) violations.push(`the key of ${id} is wrong`);
      if (names.includes(RUN) && row.cells[RUN] !== `run/${id}`) violations.push(`the run of ${id} is wrong`);
      for (const column of tab.show)
        if ((row.cells[column] ?? '') !== String(entry.cells[column] ?? ''))
          violations.push(`${id} does not show its ${column}`);
      const now = JSON.stringify(Object.entries(hashesOf(shape, row.cells)).sort());
      if (now !== JSON.stringify(Object.entries(entry.seen ?? {}).sort())) violations.push(`missed edit of ${id}`);
      if (entry.tell) violations.push(`untold edit of ${id}`);
    }
    for (const wish of this.#wishes) {
      if (wish.done < wish.revisions) violations.push(`never acknowledged: ${wish.id}`);
      const last = tab.show.at(-1) as string;
      const value = entries.get(wish.id)?.cells[last];
      if (value !== `${last} of ${wish.id}#${wish.done}`)
        violations.push(`lost change: ${wish.id} has ${value}, acknowledged ${wish.done}`);
      const alive = this.#world.data.some((row) => row.owner === wish.id);
      if (
        alive &&
        !showing.has(wish.id) &&
        !excused.has(wish.id) &&
        !this.#world.data.some((row) => row.kin === wish.id)
      )
        violations.push(`no row shows ${wish.id}`);
    }
  }
}

const hashesOf = (shape: Shape, cells: Readonly<Record<string, string>>) => hashAll(shape, (key) => cells[key] ?? '');
