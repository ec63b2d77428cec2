import { Fault } from '../domain/errors.ts';
import type { TabKey } from '../domain/program/index.ts';
import type { View } from './ports.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Fault && (error.code === 'tab-missing' || error.code === 'column-missing');

/**
 * A reading in which a tab that is missing, or lacks a column, has no rows. For work that must go on without it: reading the
 * edits of the other tabs, and saying that it is missing.
 */
export function readable(view: View): View {
  const orElse = <T>(read: () => T, nothing: T): T => {
    try {
      return read();
    } catch (error) {
      if (isMissing(error)) return nothing;
      throw error;
    }
  };
  return {
    row: (tab, id) => orElse(() => view.row(tab, id), undefined),
    rows: (tab) => orElse(() => view.rows(tab), []),
  };
}

/** Tabs of which nothing can be read until staff or the setup put them right. */
export function unreadable(view: View, tabs: readonly TabKey[]): Set<TabKey> {
  return new Set(
    tabs.filter((tab) => {
      try {
        view.rows(tab);
        return false;
      } catch (error) {
        if (isMissing(error)) return true;
        throw error;
      }
    }),
  );
}

/** Does something that a missing tab may refuse; false where it did. */
export async function unlessMissing(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
