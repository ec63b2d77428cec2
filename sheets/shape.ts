import { type Column, TAB_KEYS, type TabKey, tabOf } from '../domain/program/index.ts';

/** Hidden columns of the record's own, after the declared ones. */
export const KEY = 'rowKey';
export const SUM = 'rowSum';
export const ID = 'id';
export const RUN = 'run';

/** The record's own columns, which no declaration knows. */
const PROTOCOL: Readonly<Record<string, Column>> = {
  [KEY]: { header: 'Row key', kind: 'text', owner: 'program', help: 'The program finds rows by it.', hidden: true },
  [SUM]: {
    header: 'Row sum',
    kind: 'text',
    owner: 'program',
    help: 'The program sees by it that a row is up to date.',
    hidden: true,
  },
};
export function columnOf(tab: TabKey, key: string): Column {
  const column = PROTOCOL[key] ?? tabOf(tab).columns[key];
  if (!column) throw new Error(`no column ${key} in ${tab}`);
  return column;
}

/** A tab as the record sees it. */
export interface Shape {
  readonly tab: TabKey;
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
    show: keys.filter((key) => columns[key]?.owner === 'program' && key !== ID && key !== RUN),
    names: keys.includes(RUN) ? [KEY, ID, RUN] : [KEY, ID],
    all: [...keys, KEY, SUM],
    log: own.length === 0,
  };
}

const SHAPES = new Map<TabKey, Shape>(TAB_KEYS.map((tab) => [tab, shape(tab)]));
export const shapeOf = (tab: TabKey): Shape => SHAPES.get(tab) ?? shape(tab);
