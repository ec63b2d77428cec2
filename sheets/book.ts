import { fingerprint, type RawCell, type TabKey, tabOfId } from '../domain/program/index.ts';
import type { BookHead, BookState, Entry } from './types.ts';

/** A line's JSON is cut into cells of this length; Google takes 50,000 characters in one. */
const CHUNK = 45_000;
/** How many commits an unanswered one stays recognisable. */
const NONCES = 40;
/** Most lines of a commit that the head names: it is read with every call. */
const NAMED = 40;

/** A record as a line of the book: ID, checksum, JSON in pieces. */
export function encodeEntry(entry: Entry): string[] {
  const { id, tab: _tab, rev, key, cells, seen, tell, edits, from, placing, dead, strays, flag } = entry;
  const filled = Object.entries(cells).filter(([, value]) => value !== undefined && value !== '');
  const json = JSON.stringify({
    r: rev,
    k: key,
    c: Object.fromEntries(filled),
    s: seen,
    ...(tell ? { t: tell } : {}),
    ...(edits ? { e: edits } : {}),
    ...(from ? { f: from } : {}),
    ...(placing ? { p: true } : {}),
    ...(dead?.length ? { d: dead } : {}),
    ...(strays?.length ? { m: strays } : {}),
    ...(flag ? { g: flag } : {}),
  });
  const chunks: string[] = [];
  for (let i = 0; i < json.length; i += CHUNK) chunks.push(json.slice(i, i + CHUNK));
  return [id, fingerprint(id + json), ...chunks];
}

/** Most cells a line may take; a longer record is refused. */
export const BOOK_COLUMNS = 6;

/** The inverse of `encodeEntry`; undefined when the line was changed by hand. */
export function decodeEntry(line: readonly RawCell[]): Entry | undefined {
  const [id, check, ...chunks] = line.map(String);
  const tab = tabOfId(id ?? '');
  const json = chunks.join('');
  if (!id || !tab || fingerprint(id + json) !== check) return undefined;
  const { r, k, c, s, t, e, f, p, d, m, g } = JSON.parse(json);
  return {
    id,
    tab,
    rev: r,
    key: k,
    cells: c,
    seen: s,
    ...(t ? { tell: t } : {}),
    ...(e ? { edits: e } : {}),
    ...(f ? { from: f } : {}),
    ...(p ? { placing: true as const } : {}),
    ...(d ? { dead: d } : {}),
    ...(m ? { strays: m } : {}),
    ...(g ? { flag: g } : {}),
  };
}

export const encodeHead = (head: BookHead): string => JSON.stringify(head);
/** @throws Error when the first cell of the book holds no head: somebody edited it by hand. */
export function decodeHead(cell: RawCell | undefined): BookHead {
  const head = JSON.parse(String(cell ?? '')) as BookHead;
  if (!Number.isInteger(head.baton) || !Number.isInteger(head.seq) || !Array.isArray(head.nonces))
    throw new Error('the first cell of the book is not its head');
  return head;
}

/** The head after one more commit, which writes these rows. */
export const nextHead = (head: BookHead, baton: number, nonce: string, rows: readonly number[]): BookHead => ({
  baton,
  seq: head.seq + 1,
  nonces: [...head.nonces, nonce].slice(-NONCES),
  wrote: [...(head.wrote ?? []), rows.length > NAMED ? null : rows].slice(-NONCES),
});

/** Rows written by the commits between two heads; undefined when that cannot be told. */
export function writtenSince(before: BookHead, now: BookHead): readonly number[] | undefined {
  const commits = now.seq - before.seq;
  const lists = now.wrote ?? [];
  // Nonces say that the one is a descendant of the other: a restored version may have gone another way since.
  if (commits <= 0 || commits > lists.length || now.nonces.at(-1 - commits) !== before.nonces.at(-1)) return undefined;
  const rows = new Set<number>();
  for (const list of lists.slice(-commits)) {
    if (!list) return undefined;
    for (const row of list) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}

/** The book from all its lines below the head. */
export function readBook(head: BookHead, lines: readonly (readonly RawCell[])[]): BookState {
  const byTab = new Map<TabKey, Map<string, Entry>>();
  const at = new Map<string, number>();
  const broken: string[] = [];
  lines.forEach((line, i) => {
    if (line.length === 0) return;
    const entry = decodeEntry(line);
    if (!entry) {
      broken.push(String(line[0] ?? ''));
      return;
    }
    at.set(entry.id, i + 1);
    const tab = byTab.get(entry.tab) ?? new Map<string, Entry>();
    byTab.set(entry.tab, tab.set(entry.id, entry));
  });
  return { head, byTab, lines: at, end: lines.length + 1, broken };
}

/** The book after one more commit. Copies only the tabs that changed. */
export function applyToBook(
  state: BookState,
  head: BookHead,
  lines: readonly { readonly line: number; readonly entry: Entry }[],
  end: number,
): BookState {
  const byTab = new Map(state.byTab);
  const copied = new Set<TabKey>();
  const at = state.lines as Map<string, number>;
  for (const { line, entry } of lines) {
    if (!copied.has(entry.tab)) {
      byTab.set(entry.tab, new Map(byTab.get(entry.tab)));
      copied.add(entry.tab);
    }
    (byTab.get(entry.tab) as Map<string, Entry>).set(entry.id, entry);
    at.set(entry.id, line);
  }
  return { ...state, head, byTab, end };
}

/** The book of a later head, by the lines that were written since; undefined when other lines are needed, or one cannot be read. */
export function catchUp(
  known: BookState,
  head: BookHead,
  lines: ReadonlyMap<number, readonly RawCell[]>,
): BookState | undefined {
  const written: { line: number; entry: Entry }[] = [];
  for (const line of writtenSince(known.head, head) ?? [-1]) {
    const entry = decodeEntry(lines.get(line) ?? []);
    if (!entry) return undefined;
    written.push({ line, entry });
  }
  return applyToBook(known, head, written, Math.max(known.end, ...written.map(({ line }) => line + 1)));
}

const NONE: ReadonlyMap<string, Entry> = new Map();
export const entriesOf = (state: BookState, tab: TabKey): ReadonlyMap<string, Entry> => state.byTab.get(tab) ?? NONE;
