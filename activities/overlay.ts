import { type Cells, emptyCell, type TabKey, tabOf } from '../domain/program/index.ts';
import type { AnyChange, Row, View } from './ports.ts';

/** A moment as it will be once these changes are in: used to answer with the facts after a commit without reading again. */
export function overlay(view: View, changes: readonly AnyChange[]): View {
  const byTab = new Map<TabKey, Map<string, AnyChange[]>>();
  for (const change of changes) {
    const tab = byTab.get(change.tab) ?? new Map<string, AnyChange[]>();
    tab.set(change.id, [...(tab.get(change.id) ?? []), change]);
    byTab.set(change.tab, tab);
  }
  const changed = <T extends TabKey>(tab: T, id: string, row: Row<T> | undefined): Row<T> | undefined => {
    const own = byTab.get(tab)?.get(id);
    if (!own) return row;
    const base = row ?? blank(tab, id);
    return {
      ...base,
      cells: Object.assign(
        {},
        row ? {} : own[0]?.create,
        base.cells,
        row ? {} : own[0]?.create,
        ...own.map((c) => c.cells),
      ) as Cells<T>,
    };
  };
  return {
    row: (tab, id) => changed(tab, id, view.row(tab, id)),
    rows: (tab) => {
      const rows = view.rows(tab).map((row) => changed(tab, row.id, row) ?? row);
      const fresh = [...(byTab.get(tab)?.keys() ?? [])].filter((id) => !rows.some((row) => row.id === id));
      return [...rows, ...fresh.map((id) => changed(tab, id, undefined)).filter((row) => row !== undefined)].sort(
        (a, b) => (a.id < b.id ? -1 : 1),
      );
    },
  };
}

function blank<T extends TabKey>(tab: T, id: string): Row<T> {
  const cells = Object.fromEntries(Object.entries(tabOf(tab).columns).map(([key, column]) => [key, emptyCell(column)]));
  return { tab, id, rev: 0, cells: { ...cells, id } as unknown as Cells<T>, problems: [], inSheet: true };
}
