import { civilDateOf } from '../domain/calendar/index.ts';
import { rowId, tabsOf, type Workbook } from '../domain/program/index.ts';
import type { Ports, Trouble } from './ports.ts';
import type { SyncInput } from './sync.ts';
import { troubleChanges } from './trouble.ts';

/** Tries in a row that fail before staff hear of it: one of every ten minutes. */
const FAILURES = 3;
const failures = new WeakMap<Ports['record'], Map<Workbook, number>>();

/**
 * Makes the day's copy of a workbook, and of Figures together with Programme. A copy that cannot be made stops nothing: it is
 * tried again, and a row of the queue says so.
 */
export async function keepCopies(ports: Ports, { workbook, now }: SyncInput, days: number): Promise<void> {
  const books: readonly Workbook[] = workbook === 'programme' ? ['programme', 'figures'] : [workbook];
  const counts = failures.get(ports.record) ?? new Map<Workbook, number>();
  failures.set(ports.record, counts);
  for (const book of books) {
    const before = counts.get(book) ?? 0;
    const made = await ports.record.keepCopy(book, civilDateOf(now), days).then(
      () => true,
      // Why is in the log of calls; here only counts how often.
      () => false,
    );
    counts.set(book, made ? 0 : before + 1);
    if (made && before >= FAILURES) await report(ports, book, now, false);
    if (!made && before + 1 === FAILURES) await report(ports, book, now, true);
  }
}

async function report(ports: Ports, book: Workbook, now: string, missing: boolean): Promise<void> {
  const [tab] = tabsOf(book);
  if (!tab) return;
  const trouble: Trouble = { kind: 'no copy', tab, id: '', detail: '' };
  const id = rowId('needs', `no copy/${tab}/`);
  await ports.record.commit((view) => ({
    changes: missing
      ? troubleChanges(view, [trouble], now)
      : view.row('needs', id)?.cells.state === 'Open'
        ? [{ tab: 'needs', id, cells: { state: 'Closed', systemNote: 'Closed: the copy was made.' } }]
        : [],
    result: undefined,
  }));
}
