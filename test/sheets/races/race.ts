import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyChange } from '../../../activities/ports.ts';
import { rowId } from '../../../domain/program/index.ts';
import { chance } from '../simulator/random.ts';
import { type Desk, type Office, openOffice } from '../stand-in.ts';
import { Actor } from './actor.ts';
import type { FromWorker, ToWorker, Write } from './worker.ts';
import { stepOf } from './worker.ts';

export interface RaceOptions {
  readonly rows: number;
  /** Writes to each row, one after the other. */
  readonly steps: number;
  readonly workers: number;
  /** Milliseconds between two acts of staff. */
  readonly actEvery: number;
  /** Writes that are on their way at once. */
  readonly atOnce: number;
  /** Share of calls that go wrong: half of them before they are carried out, half after. */
  readonly faults: number;
  /** Milliseconds between two kills of a worker; none when left out. */
  readonly killEvery?: number;
  readonly seed: number;
}
export interface RaceResult {
  readonly writes: number;
  readonly acts: number;
  readonly kills: number;
  readonly calls: number;
  readonly seconds: number;
  /** Cells that stood in a wrong row for a moment. */
  readonly misplaced: number;
  readonly violations: readonly string[];
}

/** Readings by every worker that must find nothing to do before the end is compared. */
const QUIET = 3;
/** The race must come to rest within this time after the last write, in milliseconds. */
const CALM = 120_000;
/** A write that was not answered is asked for once more, as an activity would be. */
const AGAIN = 25_000;

/** Program writes on several worker processes while staff work in the same tab, and what is wrong at the end. */
export async function race(options: RaceOptions): Promise<RaceResult> {
  const office = await openOffice();
  const running = new Race(office, options);
  try {
    return await running.run();
  } finally {
    await running.end();
    await office.close();
  }
}

interface Runner {
  child: ChildProcess;
  /** Writes given to it and not answered. */
  readonly open: Map<string, Write>;
  quiet: number;
  calls: number;
}

class Race {
  readonly #office: Office;
  readonly #options: RaceOptions;
  readonly #actor: Actor;
  readonly #runners: Runner[] = [];
  readonly #names: readonly string[];
  readonly #waiting: Write[];
  readonly #asked = new Map<string, number>();
  #done = 0;
  #kills = 0;
  #calls = 0;
  /** Values that stood beside the ID of another row, each with that ID. */
  readonly #misplaced = new Set<string>();

  constructor(office: Office, options: RaceOptions) {
    this.#office = office;
    this.#options = options;
    this.#actor = new Actor(office.desk, options.seed, Math.ceil(options.rows / 20));
    this.#names = Array.from({ length: options.rows }, (_, i) => `Mentor ${String((i * 7919) % 100_003)}`);
    this.#waiting = this.#names.map((name) => ({ id: idOf(name), step: 1 }));
  }

  async run(): Promise<RaceResult> {
    const { rows, steps, workers, faults, actEvery, killEvery, seed } = this.#options;
    const { google } = this.#office;
    await this.#fill();
    const stop = google.onChange((change) => {
      if (change.kind !== 'form' && change.by !== 'person') this.#look();
    });
    const began = performance.now();
    for (let i = 0; i < workers; i++) this.#runners.push(this.#start());
    if (faults > 0) google.setFaults(`503-before=${faults / 2},503-after=${faults / 2},seed=${seed}`);
    const dice = chance(seed);
    let nextAct = 0;
    let nextKill = killEvery ? performance.now() + killEvery : Number.POSITIVE_INFINITY;
    while (this.#done < rows * steps) {
      this.#give();
      if (performance.now() >= nextAct) {
        this.#actor.act();
        nextAct = performance.now() + actEvery * dice.between(0.5, 1.5);
      }
      if (performance.now() >= nextKill) {
        this.#kill(dice.pick(this.#runners));
        nextKill = performance.now() + (killEvery ?? 0);
      }
      await sleep(2);
    }
    google.setFaults();
    const seconds = (performance.now() - began) / 1000;
    const settled = await this.#settle();
    stop();
    const violations = [...(settled ? [] : ['does not come to rest']), ...(await this.#compare())];
    const calls = this.#calls + this.#runners.reduce((sum, runner) => sum + runner.calls, 0);
    const { acts } = this.#actor;
    const writes = rows * steps;
    return { writes, acts, kills: this.#kills, calls, seconds, misplaced: this.#misplaced.size, violations };
  }

  async #fill(): Promise<void> {
    const record = this.#office.record();
    for (let i = 0; i < this.#names.length; i += 1000) {
      const changes = this.#names.slice(i, i + 1000).map(
        (name): AnyChange => ({
          tab: 'mentors',
          id: idOf(name),
          cells: { stage: 'Applied', nextStep: stepOf({ id: idOf(name), step: 0 }) },
          create: { name, email: mailOf(name), capacity: 1 },
        }),
      );
      await record.commit(() => ({ changes, result: undefined }));
    }
    await record.edits('programme');
    await record.close();
  }

  #start(): Runner {
    const { url, ids } = this.#office;
    const child = fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify({ url, ids })], { stdio: 'inherit' });
    const runner: Runner = { child, open: new Map(), quiet: 0, calls: 0 };
    child.on('message', (message: FromWorker) => this.#hear(runner, message));
    return runner;
  }

  #hear(runner: Runner, message: FromWorker): void {
    if ('done' in message) {
      const { id, step } = message.done;
      if (!runner.open.delete(id)) return;
      this.#done++;
      if (step < this.#options.steps) this.#waiting.push({ id, step: step + 1 });
    } else if ('failed' in message) {
      if (runner.open.delete(message.failed.id)) this.#waiting.push(message.failed);
    } else if ('quiet' in message) runner.quiet = message.quiet ? runner.quiet + 1 : 0;
    else runner.calls = message.stats.reads + message.stats.writes;
  }

  #give(): void {
    for (const runner of this.#runners) {
      for (const [id, write] of runner.open) {
        if (performance.now() - (this.#asked.get(id) ?? 0) < AGAIN) continue;
        runner.open.delete(id);
        this.#waiting.push(write);
      }
      while (runner.open.size < this.#options.atOnce / this.#runners.length) {
        const write = this.#waiting.shift();
        if (!write) break;
        runner.open.set(write.id, write);
        this.#asked.set(write.id, performance.now());
        runner.child.send(write satisfies ToWorker);
      }
    }
  }

  #kill(runner: Runner): void {
    runner.child.kill('SIGKILL');
    this.#kills++;
    this.#calls += runner.calls;
    this.#waiting.push(...runner.open.values());
    Object.assign(runner, this.#start());
    const { child } = runner;
    child.removeAllListeners('message');
    child.on('message', (message: FromWorker) => this.#hear(runner, message));
  }

  async #settle(): Promise<boolean> {
    for (const runner of this.#runners) runner.quiet = 0;
    const until = performance.now() + CALM;
    while (performance.now() < until) {
      if (this.#runners.every(({ quiet }) => quiet >= QUIET)) return true;
      await sleep(50);
    }
    return false;
  }

  /** Counts next steps that stand beside another ID right now. */
  #look(): void {
    for (const [id = '', step = ''] of this.#office.desk.columns('ID', 'Next step').rows) {
      const shown = step.split('#')[0] ?? '';
      if (shown.startsWith('MR-') && shown !== id) this.#misplaced.add(`${id} ${step}`);
    }
  }

  async #compare(): Promise<string[]> {
    const { steps } = this.#options;
    const out: string[] = [];
    const table = tableOf(this.#office.desk);
    const rows = new Map(table.map((cells) => [cells('Full name'), cells]));
    const ids = table.map((cells) => cells('ID')).filter(Boolean);
    if (new Set(ids).size !== ids.length) out.push(`${ids.length - new Set(ids).size} IDs stand twice`);
    const record = this.#office.record();
    const view = await record.read();
    for (const name of this.#names) {
      const id = idOf(name);
      const book = view.row('mentors', id)?.cells.nextStep;
      if (book !== stepOf({ id, step: steps })) out.push(`lost write: the book has ${book} for ${id}`);
      const text = rows.get(name);
      if (!text) {
        if (!this.#actor.deleted.has(name)) out.push(`the row of ${id} is gone`);
        continue;
      }
      if (text('ID') !== id) out.push(`the row of ${id} shows ${text('ID')}`);
      if (text('Next step') !== stepOf({ id, step: steps })) out.push(`${id} shows ${text('Next step')}`);
      const note = this.#actor.notes.get(name) ?? '';
      if (text('Email') !== mailOf(name) || text('Staff note') !== note)
        out.push(`a cell of staff changed beside ${id}`);
    }
    return out;
  }

  async end(): Promise<void> {
    await Promise.all(
      this.#runners.map(
        ({ child }) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) return resolve();
            child.once('exit', () => resolve());
            child.send('stop' satisfies ToWorker);
            setTimeout(() => child.kill('SIGKILL'), 5000).unref();
          }),
      ),
    );
  }
}

/** Cells by header of every row below the headers, of one moment. */
function tableOf(desk: Desk): ((header: string) => string)[] {
  const { header, rows } = desk.sheet;
  return Object.entries(rows).flatMap(([row, cells]) =>
    Number(row) > 0 ? [(name: string): string => cells[header.indexOf(name)]?.text ?? ''] : [],
  );
}

const idOf = (name: string): string => rowId('mentors', name);
const mailOf = (name: string): string => `${name.replace(' ', '.').toLowerCase()}@example.com`;
