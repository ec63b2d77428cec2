import { Fault } from '../../../domain/errors.ts';
import type { RawCell, TabKey, Workbook } from '../../../domain/program/index.ts';
import { Refused, Unanswered } from '../../../sheets/errors.ts';
import { idOfKey } from '../../../sheets/identity.ts';
import { RecordKeeper } from '../../../sheets/record.ts';
import { ID, KEY, RUN } from '../../../sheets/shape.ts';
import type { Wire } from '../../../sheets/types.ts';
import { checkBooks, checkRows } from './check.ts';
import { VirtualClock } from './clock.ts';
import { networkTo } from './network.ts';
import { type Chance, chance } from './random.ts';
import { Staff } from './staff.ts';
import { fulfil, makeWishes, type Wish } from './wishes.ts';
import { blankRow, WITH_RUN, WITHOUT_RUN, World } from './world.ts';

export interface SeasonOptions {
  readonly workers: number;
  /** Share of calls that are refused, lost, late, or whose answer is lost. */
  readonly faults: number;
  readonly crashes: boolean;
  readonly staff: boolean;
  readonly trace?: boolean;
  /** Google carries out batches on an old baton, as if there were none. */
  readonly noBaton?: boolean;
}
export interface SeasonResult {
  readonly violations: readonly string[];
  readonly trace: readonly string[];
  readonly acts: number;
  readonly crashes: number;
  /** Records whose identity staff destroyed, for which rows are not compared. */
  readonly excused: number;
  /** Lines that staff were asked to look at, and deleted. */
  readonly resolved: number;
  /** Deleted rows that were inserted anew from a copy. */
  readonly broughtBack: number;
}

/** One seeded interleaving of staff, workers and a bad network, and what is wrong at its end. */
export async function playSeason(seed: number, options: SeasonOptions): Promise<SeasonResult> {
  return new Season(seed, options).play();
}

interface Worker {
  record: RecordKeeper;
  alive: { yes: boolean };
}
/** A workbook with its staff, and what was found in it last. */
interface Office {
  readonly workbook: Workbook;
  readonly world: World;
  readonly staff: Staff;
  /** Lines that only staff can put right. */
  asked: string[];
}

/** Staff are at work and the network is bad for so long, in milliseconds. */
const BUSY = 2500;
/** Afterwards everything must come to rest within this time. */
const CALM = 60_000;
/** Readings in a row by each worker that find and change nothing: at rest. */
const QUIET = 3;
/** What staff are asked to do one after the other, at most. */
const ASKED = 12;
/** Reports that nothing in a season can be the cause of. */
const FALSE_ALARMS = ['restored version', 'unreadable', 'missing tab', 'missing column'];

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
  readonly #offices: readonly Office[];
  readonly #workers: Worker[] = [];
  readonly #wishes: readonly Wish[];
  readonly #trace: string[] = [];
  readonly #alarms = new Set<string>();
  /** Passes that failed with what no bad network explains. */
  readonly #failures = new Set<string>();
  /** Readings in a row, by worker and workbook, that changed nothing. */
  readonly #quiet = new Map<string, number>();
  #rough = true;
  #acts = 0;
  #crashes = 0;
  #resolved = 0;
  #broughtBack = 0;

  constructor(seed: number, options: SeasonOptions) {
    this.#options = options;
    this.#chance = chance(seed * 7919 + 17);
    this.#wishes = makeWishes(this.#chance);
    const office = (workbook: Workbook, tab: typeof WITH_RUN): Office => {
      const world = new World(tab);
      world.guarded = !options.noBaton;
      for (let i = 0; i < 4; i++) world.rows.push(blankRow());
      return { workbook, world, staff: new Staff(world, this.#chance), asked: [] };
    };
    this.#offices = [office('restricted', WITH_RUN), office('mailings', WITHOUT_RUN)];
  }

  async play(): Promise<SeasonResult> {
    for (let i = 0; i < this.#options.workers; i++) this.#workers.push(this.#start(i));
    this.#wishes.forEach((wish, i) => {
      this.#clock.after(i % 3 === 0 ? this.#chance.between(200, BUSY) : 0, () => this.#wish(wish));
    });
    await this.#clock.runUntil(150);
    for (const office of this.#offices) this.#act(office);
    if (this.#options.crashes) this.#clock.after(this.#chance.between(200, 900), () => this.#crash());
    for (let i = 1; i < 4; i++) this.#clock.after((BUSY * i) / 4, () => this.#offices.map(({ world }) => world.copy()));
    for (let i = 0; i < 4; i++)
      this.#clock.after(this.#chance.between(BUSY / 3, BUSY * 1.5), () => void this.#bringBack());
    await this.#clock.runUntil(BUSY);
    this.#rough = false;
    let settled = await this.#settle();
    for (let i = 0; settled && i < ASKED && this.#resolve(); i++) settled = await this.#settle();
    const violations = this.#offices.flatMap(({ world }) => [...world.violations, ...checkRows(world)]);
    if (!settled) violations.push('does not come to rest');
    violations.push(...[...this.#failures].map((error) => `a pass failed: ${error}`));
    violations.push(...[...this.#alarms].map((kind) => `false alarm: ${kind}`));
    violations.push(...checkBooks(this.#wishes, (tab) => this.#office(tab).world));
    return {
      violations,
      trace: this.#trace,
      acts: this.#acts,
      crashes: this.#crashes,
      excused: this.#offices.reduce((sum, { world }) => sum + world.excused.size, 0),
      resolved: this.#resolved,
      broughtBack: this.#broughtBack,
    };
  }

  #office(tab: TabKey): Office {
    return this.#offices.find(({ world }) => world.tab.tab === tab) as Office;
  }

  #say(line: string, world?: World): void {
    if (!this.#options.trace) return;
    const rows = (world?.rows ?? []).map((row) => {
      if (row === world?.header) return 'H';
      return Object.values(row.cells).some(Boolean) ? `${row.cells[ID] || '?'}(${row.owner})` : '.';
    });
    this.#trace.push(`${this.#clock.now.toFixed(0).padStart(6)} ${line}${world ? `   [${rows.join(' ')}]` : ''}`);
  }

  #act({ world, staff }: Office): void {
    if (!this.#rough || !this.#options.staff) return;
    this.#acts++;
    const what = staff.act();
    this.#say(`STAFF ${what}`, world);
    this.#clock.after(this.#chance.between(15, 130) * this.#offices.length, () =>
      this.#act(this.#office(world.tab.tab)),
    );
  }

  #start(number: number): Worker {
    const alive = { yes: true };
    const weather = {
      clock: this.#clock,
      chance: this.#chance,
      faults: () => (this.#rough ? this.#options.faults : 0),
    };
    const wires: Record<Workbook, Wire> = { programme: EMPTY, restricted: EMPTY, mailings: EMPTY, figures: EMPTY };
    for (const { workbook, world } of this.#offices)
      wires[workbook] = networkTo(world, alive, {
        ...weather,
        say: (line) => this.#say(`w${number} ${workbook}: ${line}`, world),
      });
    const record = new RecordKeeper({
      wires,
      now: () => this.#clock.now,
      sleep: this.#clock.sleep,
      random: this.#chance.next,
      runUrl: (_tab: TabKey, id: string) => `run/${id}`,
      showWithin: 100,
      copies: { keep: async () => {}, rowsOf: (tab, id) => this.#copied(tab, id) },
    });
    for (const office of this.#offices) void this.#poll(number, { record, alive }, office);
    return { record, alive };
  }

  async #poll(number: number, { record, alive }: Worker, office: Office): Promise<void> {
    const { workbook, world } = office;
    const name = `${number}/${workbook}`;
    for (;;) {
      await this.#clock.sleep(this.#chance.between(150, 350));
      if (!alive.yes) return;
      const before = world.touched;
      try {
        const { edits, troubles } = await record.edits(workbook);
        office.asked = troubles
          .filter(({ kind }) => kind === 'held' || kind === 'misprint')
          .map(({ detail }) => detail);
        for (const { kind } of troubles) if (FALSE_ALARMS.includes(kind)) this.#alarms.add(kind);
        await record.told(
          workbook,
          [...edits, ...troubles].flatMap(({ key }) => key ?? []),
        );
        this.#quiet.set(name, world.touched === before ? (this.#quiet.get(name) ?? 0) + 1 : 0);
      } catch (error) {
        this.#quiet.set(name, 0);
        const unavailable = error instanceof Fault && error.code === 'record-unavailable';
        if (!(error instanceof Refused || error instanceof Unanswered || unavailable))
          this.#failures.add(String(error));
      }
    }
  }

  /** Rows of the copies that name a record. */
  async *#copied(tab: TabKey, id: string): AsyncGenerator<readonly (readonly RawCell[])[]> {
    for (const rows of this.#office(tab).world.copies) {
      await this.#clock.sleep(this.#chance.between(20, 180));
      yield rows.filter((row) => row.includes(id));
    }
  }

  /** Staff ask for a row back: one that is gone, or one that is not. */
  async #bringBack(): Promise<void> {
    const { tab, id } = this.#chance.pick(this.#wishes);
    const { record, alive } = this.#chance.pick(this.#workers);
    if (!alive.yes) return;
    const { status } = await record.bringBack(tab.tab, id).catch(() => ({ status: 'failed' }));
    if (status === 'back') this.#broughtBack++;
    this.#say(`bring back ${id}: ${status}`, this.#office(tab.tab).world);
  }

  /** Waits until nothing is left to do; false when that never comes. */
  async #settle(): Promise<boolean> {
    const until = this.#clock.now + CALM;
    this.#quiet.clear();
    while (this.#clock.now < until) {
      await this.#clock.runUntil(this.#clock.now + 300);
      const polls = this.#workers.flatMap((_, i) => this.#offices.map(({ workbook }) => `${i}/${workbook}`));
      const quiet = polls.every((name) => (this.#quiet.get(name) ?? 0) >= QUIET);
      if (quiet && this.#wishes.every((wish) => wish.done >= wish.rounds)) return true;
    }
    return false;
  }

  #crash(): void {
    if (!this.#rough) return;
    const number = this.#chance.int(this.#workers.length);
    const worker = this.#workers[number] as Worker;
    if (worker.alive.yes) {
      worker.alive.yes = false;
      this.#crashes++;
      this.#say(`CRASH of w${number}`);
      this.#clock.after(this.#chance.between(50, 400), () => {
        this.#workers[number] = this.#start(number);
      });
    }
    this.#clock.after(this.#chance.between(200, 1400), () => this.#crash());
  }

  /** Works on a wish until all its rounds are answered; an activity that is not answered is tried again elsewhere. */
  #wish(wish: Wish): void {
    if (wish.done >= wish.rounds) return;
    const round = wish.done + 1;
    let answered = false;
    const answer = (decided: number): void => {
      if (answered) return;
      answered = true;
      wish.done = round;
      if (decided > 0 || wish.kind === 'take') wish.decided = decided;
      this.#say(`answered ${wish.kind} ${wish.id} round ${round}: ${decided}`);
      this.#clock.after(this.#chance.between(0, 500), () => this.#wish(wish));
    };
    const attempt = (): void => {
      if (answered) return;
      const worker = this.#chance.pick(this.#workers);
      let failed = !worker.alive.yes;
      if (!failed)
        void fulfil(worker.record, wish, round).then(answer, () => {
          failed = true;
        });
      const again = (): void => {
        if (answered) return;
        if (!worker.alive.yes) wish.struck = true;
        // Two attempts at once may well decide differently; that is not what this wish is about.
        if (wish.kind === 'obey' && worker.alive.yes && !failed) this.#clock.after(200, again);
        else attempt();
      };
      this.#clock.after(this.#chance.between(500, 1500), again);
    };
    attempt();
  }

  /** Staff do what only they can: they delete a line they were asked to look at. */
  #resolve(): boolean {
    for (const { world, asked } of this.#offices) {
      const line = Number(/lines? (\d+)/.exec(asked[0] ?? '')?.[1]) - 1;
      const row = world.rows[line];
      if (!row || row === world.header) continue;
      this.#say(`STAFF delete line ${line + 1} as asked`, world);
      const { owner, kin, cells } = row;
      for (const id of [owner, kin, cells[ID] ?? '', idOfKey(cells[KEY] ?? ''), (cells[RUN] ?? '').slice(4)])
        if (id) world.excused.add(id);
      world.rows.splice(line, 1);
      world.touched++;
      this.#resolved++;
      return true;
    }
    return false;
  }
}
