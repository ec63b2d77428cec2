import type { AnyChange, View } from '../../../activities/ports.ts';
import { rowId } from '../../../domain/program/index.ts';
import type { RecordKeeper } from '../../../sheets/record.ts';
import type { Chance } from './random.ts';
import { type SimTab, WITH_RUN, WITHOUT_RUN } from './world.ts';

/**
 * What a workflow wants of the record, one decision after the other:
 * `write` gives one record its next revision; `both` gives a record in each workbook the same revision in one decision;
 * `take` takes one of few places, or hears that there is none; `obey` does what staff wrote into the row, or nothing.
 */
export interface Wish {
  readonly kind: 'write' | 'both' | 'take' | 'obey';
  readonly id: string;
  /** ID in the second workbook, of `both`. */
  readonly second: string;
  readonly tab: SimTab;
  readonly rounds: number;
  /** Rounds that were answered. */
  done: number;
  /** What the last answered round decided: the revision, or 0 for nothing. */
  decided: number;
  /** A worker died over it: what it had sent may arrive after another worker answered. */
  struck: boolean;
}

/** Places that `take` is about. */
export const PLACES = 2;

export function makeWishes(chance: Chance): Wish[] {
  const wish = (kind: Wish['kind'], tab: SimTab, name: string, rounds: number): Wish => ({
    kind,
    tab,
    id: rowId(tab.tab, `wish ${name}`),
    second: rowId(WITHOUT_RUN.tab, `second of ${name}`),
    rounds,
    done: 0,
    decided: 0,
    struck: false,
  });
  const some = (): number => 1 + chance.int(3);
  return [
    wish('write', WITH_RUN, 'a', some()),
    wish('write', WITH_RUN, 'b', some()),
    wish('write', WITHOUT_RUN, 'c', some()),
    wish('write', WITHOUT_RUN, 'd', some()),
    wish('both', WITH_RUN, 'e', some()),
    wish('obey', WITH_RUN, 'f', 3),
    ...['g', 'h', 'i'].map((name) => wish('take', WITHOUT_RUN, name, 1)),
  ];
}

const lastOf = (tab: SimTab): string => tab.show.at(-1) as string;
const cellsOf = (view: View, tab: SimTab, id: string): Readonly<Record<string, unknown>> =>
  (view.row(tab.tab, id)?.cells ?? {}) as unknown as Readonly<Record<string, unknown>>;
const revisionOf = (view: View, tab: SimTab, id: string): number =>
  Number(String(cellsOf(view, tab, id)[lastOf(tab)] ?? '').split('#')[1] ?? 0);

/** What a record's last program column shows at a revision. */
export const shownAt = (tab: SimTab, id: string, revision: number): string => `${lastOf(tab)} of ${id}#${revision}`;

function change(tab: SimTab, id: string, revision: number): AnyChange {
  const cells = Object.fromEntries(tab.show.map((column) => [column, `${column} of ${id}#${revision}`]));
  const create = Object.fromEntries(tab.own.slice(0, 2).map((column) => [column, `${column} of ${id}`]));
  return { tab: tab.tab, id, cells, create } as unknown as AnyChange;
}

/** One decision; gives what was decided. Repeating it is harmless, as workflows' decisions must be. */
export async function fulfil(record: RecordKeeper, wish: Wish, round: number): Promise<number> {
  const { kind, tab, id, second } = wish;
  const { result } = await record.commit<number>((view) => {
    // The workbook that is written last says whether a decision over both has happened.
    const now = kind === 'both' ? revisionOf(view, WITHOUT_RUN, second) : revisionOf(view, tab, id);
    if (now >= round) return { changes: [], result: now };
    switch (kind) {
      case 'write':
        return { changes: [change(tab, id, round)], result: round };
      case 'both':
        return { changes: [change(tab, id, round), change(WITHOUT_RUN, second, round)], result: round };
      case 'take': {
        const taken = view.rows(tab.tab).filter((row) => /^place /.test(noteOf(row.cells)));
        if (taken.some((row) => row.id === id)) return { changes: [], result: 1 };
        if (taken.length >= PLACES) return { changes: [], result: 0 };
        const place = { tab: tab.tab, id, cells: { systemNote: `place ${id}` }, create: { name: `place of ${id}` } };
        return { changes: [place as AnyChange], result: 1 };
      }
      case 'obey': {
        const words = String(cellsOf(view, tab, id)[tab.own[1] as string] ?? '');
        if (round > 1 && words.length % 2 === 0) return { changes: [], result: 0 };
        return { changes: [change(tab, id, round)], result: round };
      }
    }
  });
  return result;
}

const noteOf = (cells: unknown): string => String((cells as Readonly<Record<string, unknown>>).systemNote ?? '');
