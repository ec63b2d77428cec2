import { fingerprint, rowId } from '../program/index.ts';

/** ID of what one wake of a run writes into History, by the number of the wake and the place among its entries. */
export const historyId = (row: string, wake: number, place: number, change: string): string =>
  rowId('history', `${row}/${wake}/${place}/${fingerprint(change)}`);

interface Entry {
  readonly id: string;
  readonly cells: { readonly at: string; readonly row: string; readonly change: string };
}

/** No wake writes more entries than this. */
const PLACES_MOST = 10;

/**
 * Entries of History as they happened, oldest first. Several share a second, as an approval and the day it leads to: their order is told
 * from their IDs, which are made of it. What no wake wrote (an answered form) comes first in its second, since a wake follows from it.
 * @param wakes how often the run has woken so far
 */
export function asHappened<E extends Entry>(entries: readonly E[], wakes: number): readonly E[] {
  const bySecond = Map.groupBy(entries, ({ cells }) => cells.at);
  return [...bySecond.keys()].sort().flatMap((at) => {
    const together = bySecond.get(at) ?? [];
    if (together.length < 2) return together;
    return together
      .map((entry) => ({ entry, place: placeOf(entry, wakes) }))
      .sort((a, b) => a.place - b.place || (a.entry.id < b.entry.id ? -1 : 1))
      .map(({ entry }) => entry);
  });
}

/** Found by trying, from the newest wake on: the cells of History say when, and not which wake it was. */
function placeOf({ id, cells: { row, change } }: Entry, wakes: number): number {
  for (let wake = wakes; wake >= 0; wake--)
    for (let place = 0; place < PLACES_MOST; place++)
      if (historyId(row, wake, place, change) === id) return wake * PLACES_MOST + place;
  return -1;
}
