import type { TabKey, Workbook } from '../domain/program/index.ts';
import { type Source, workbookOf } from './draft.ts';
import type { Depth } from './types.ts';

/** What plans asked for: workbooks, and tabs with how much of them. */
export interface Wanted {
  readonly books: Set<Workbook>;
  readonly tabs: Map<TabKey, Depth>;
}
export const wanted = (): Wanted => ({ books: new Set(), tabs: new Map() });

/** Staff took rows or columns away between two readings: reason enough for Google to refuse a batch that was right before. */
export const shrunk = (before: ReadonlyMap<Workbook, Source>, now: ReadonlyMap<Workbook, Source>): boolean =>
  [...before.values()].some(({ sheets }) =>
    [...sheets].some(([tab, was]) => {
      const is = now.get(workbookOf(tab))?.sheets.get(tab);
      return is !== undefined && (is.height < was.height || is.columns.length < was.columns.length);
    }),
  );

/** A plan asked for more of a tab than was wanted before. */
export const grown = (want: Wanted, more: Wanted): boolean =>
  [...more.tabs].some(([tab, depth]) => want.tabs.get(tab) !== 'all' && want.tabs.get(tab) !== depth);

/** What either wants. */
export function merge(a: Wanted, b: Wanted): Wanted {
  const tabs = new Map(a.tabs);
  for (const [tab, depth] of b.tabs) if (tabs.get(tab) !== 'all') tabs.set(tab, depth);
  return { books: new Set([...a.books, ...b.books]), tabs };
}
