import type { TabKey } from '../../../domain/program/index.ts';
import { decodeEntry } from '../../../sheets/book.ts';
import { hashesOf } from '../../../sheets/cells.ts';
import { idOfKey } from '../../../sheets/identity.ts';
import { ID, KEY, RUN, SUM, shapeOf } from '../../../sheets/shape.ts';
import type { Entry } from '../../../sheets/types.ts';
import { PLACES, shownAt, type Wish } from './wishes.ts';
import { type SimRow, WITHOUT_RUN, type World } from './world.ts';

const entriesOf = (world: World): Map<string, Entry> =>
  new Map(
    world.lines.flatMap((line) => {
      const entry = line.length > 0 ? decodeEntry(line) : undefined;
      return entry ? [[entry.id, entry] as const] : [];
    }),
  );

/** What is wrong with the rows of a workbook, compared with what people wrote and what the book says. */
export function checkRows(world: World): string[] {
  const entries = entriesOf(world);
  const showing = new Map<string, number>();
  for (const row of world.data) {
    const id = row.cells[ID] ?? '';
    // What stands above the headers is a title to the program, also with an ID in it, unless all its names make it a record's row.
    const title = world.rows.indexOf(row) < world.rows.indexOf(world.header) && !allNames(world, row, id);
    if (id && !title) showing.set(id, (showing.get(id) ?? 0) + 1);
  }
  const out: string[] = [];
  for (const row of world.rows) {
    for (const column of world.columns)
      if (!world.isProgram(column) && (row.cells[column] ?? '') !== (row.shadow[column] ?? ''))
        out.push(`cell of staff or person changed: ${row.owner || '-'}.${column}`);
    out.push(...(row === world.header ? ofHeader(world) : ofRow(world, row, entries, showing)));
  }
  for (const id of entries.keys()) {
    // What stands above the headers is a title to the program.
    const below = world.rows.slice(world.rows.indexOf(world.header));
    const alive = below.some((row) => row.owner === id);
    const kin = world.data.some((row) => row.kin === id);
    if (alive && !showing.has(id) && !world.excused.has(id) && !kin) out.push(`no row shows ${id}`);
  }
  return out;
}

const allNames = ({ names }: World, { cells }: SimRow, id: string): boolean =>
  idOfKey(cells[KEY] ?? '') === id && (!names.includes(RUN) || cells[RUN] === `run/${id}`);

const programOf = ({ tab, names }: World): string[] => [...tab.show, ...names, SUM];

function ofHeader(world: World): string[] {
  return programOf(world)
    .filter((column) => world.overwritten(column) && !world.lostHeaders.has(column))
    .map((column) => `the header of ${column} is ${world.header.cells[column] ?? ''}`);
}

function ofRow(
  world: World,
  row: SimRow,
  entries: ReadonlyMap<string, Entry>,
  showing: ReadonlyMap<string, number>,
): string[] {
  const { rows, header, names, tab, excused } = world;
  const shape = shapeOf(tab.tab);
  if (row.misprint || rows.indexOf(row) < rows.indexOf(header)) return [];
  const id = row.cells[ID] ?? '';
  const involved = [row.owner, row.kin, id, idOfKey(row.cells[KEY] ?? ''), (row.cells[RUN] ?? '').slice(4)];
  if (involved.some((each) => excused.has(each))) return [];
  const out: string[] = [];
  if (!id) {
    if (tab.own.some((column) => row.cells[column])) out.push('a filled row has no ID');
    for (const column of programOf(world)) if (row.cells[column]) out.push(`a row of nobody shows ${column}`);
    return out;
  }
  if ((showing.get(id) ?? 0) > 1) out.push(`two rows have the ID ${id}`);
  const entry = entries.get(id);
  if (!entry) return [...out, `a row shows the unknown ID ${id}`];
  if (row.owner && id !== row.owner && !row.kin) out.push(`the row of ${row.owner} shows ${id}`);
  if (row.cells[KEY] !== entry.key) out.push(`the key of ${id} is wrong`);
  if (names.includes(RUN) && row.cells[RUN] !== `run/${id}`) out.push(`the run of ${id} is wrong`);
  for (const column of tab.show)
    if ((row.cells[column] ?? '') !== String(entry.cells[column] ?? '')) out.push(`${id} does not show its ${column}`);
  const now = JSON.stringify(Object.entries(hashesOf(shape, (key) => row.cells[key] ?? '')).sort());
  if (now !== JSON.stringify(Object.entries(entry.seen ?? {}).sort())) out.push(`missed edit of ${id}`);
  if (entry.tell) out.push(`untold edit of ${id}`);
  return out;
}

/** What is wrong with the books, compared with what workflows were answered. */
export function checkBooks(wishes: readonly Wish[], worldOf: (tab: TabKey) => World): string[] {
  const out: string[] = [];
  const books = new Map<TabKey, Map<string, Entry>>();
  const lastOf = (tab: Wish['tab'], id: string): string => {
    const book = books.get(tab.tab) ?? entriesOf(worldOf(tab.tab));
    books.set(tab.tab, book);
    return String(book.get(id)?.cells[tab.show.at(-1) as string] ?? '');
  };
  let places = 0;
  for (const wish of wishes) {
    const { kind, tab, id, second, done, rounds, decided, struck } = wish;
    if (done < rounds) out.push(`never answered: ${kind} ${id}`);
    const stands = lastOf(tab, id);
    if (kind === 'take') {
      const has = stands === `place ${id}`;
      if (has) places++;
      if (has !== (decided === 1)) out.push(`${id} was answered ${decided}, but ${has ? 'has' : 'has not'} a place`);
      continue;
    }
    // A worker that died may have sent a decision before another one, asked again, decided to do nothing.
    if (kind === 'obey' && struck) continue;
    const wanted = decided > 0 ? shownAt(tab, id, decided) : '';
    if (stands !== wanted) out.push(`${kind} ${id}: the book has "${stands}", answered was ${decided}`);
    if (kind === 'both' && lastOf(WITHOUT_RUN, second) !== shownAt(WITHOUT_RUN, second, decided))
      out.push(`half a decision: ${id} has ${decided}, ${second} has "${lastOf(WITHOUT_RUN, second)}"`);
  }
  if (places > PLACES) out.push(`${places} have one of ${PLACES} places`);
  return out;
}
