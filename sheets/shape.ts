import { type Column, TAB_KEYS, type TabKey, tabOf } from '../domain/program/index.ts';

/** Hidden columns of the record's own, after the declared ones. */
export const KEY = 'rowKey';
export const SUM = 'rowSum';
export const ID = 'id';
export const RUN = 'run';

/** A tab as the record sees it. */
export interface Shape {
  readonly tab: TabKey;
  readonly column: (key: string) => Column;
  /** Staff and person columns: read, hashed, never written after the row was inserted. */
  readonly own: readonly string[];
  /** Program columns that show the record's state. Repaired whenever they differ from the book. */
  readonly show: readonly string[];
  /** Columns that name the record. They are put right one per row and pass. */
  readonly names: readonly string[];
  /** All columns in the order that setup gives them. */
  readonly all: readonly string[];
  /** Rows come from the book alone: nothing here is typed by anybody. */
  readonly log: boolean;
}

function shape(tab: TabKey): Shape {
  const { columns } = tabOf(tab);
  const keys = Object.keys(columns);
  const own = keys.filter((key) => columns[key]?.owner !== 'program');
  return {
    tab,
    own,
    column: (key) => {
      const found = columns[key];
      if (!found) throw new Error(`no column ${key} in ${tab}`);
      return found;
    },
    show: keys.filter((key) => columns[key]?.owner === 'program' && key !== ID && key !== RUN),
    names: keys.includes(RUN) ? [KEY, ID, RUN] : [KEY, ID],
    all: [...keys, KEY, SUM],
    log: own.length === 0,
  };
}

const SHAPES = new Map<TabKey, Shape>(TAB_KEYS.map((tab) => [tab, shape(tab)]));
export const shapeOf = (tab: TabKey): Shape => SHAPES.get(tab) ?? shape(tab);
