import { rowId, type TabKey } from '../domain/program/index.ts';
import type { BroughtBack, Edit, Ports } from './ports.ts';

function noteOf(back: BroughtBack): string {
  switch (back.status) {
    case 'there':
      return 'Bring back: the row is there.';
    case 'held':
      return 'Bring back: nothing was done; another row names it. See the row of Needs you about that one.';
    case 'no copy':
    case 'unknown':
      return 'Bring back: no daily copy has this row. Undo the deletion, or take it from the version history.';
    case 'back':
      return back.lost.length > 0
        ? `Bring back: done, but no copy has ${back.lost.join(', ')} as it stood last; fill it in.`
        : 'Bring back: done.';
  }
}

/** Inserts a deleted row anew; its process never stopped. Gives the answer for the row of the queue. */
export async function bringBack(ports: Ports, edit: Edit, tab: TabKey, id: string, at: string): Promise<string> {
  const back = await ports.record.bringBack(tab, id);
  const history = { at, row: id, change: 'Brought back from a daily copy', by: 'staff', why: 'deleted row' };
  if (back.status === 'back' || back.status === 'there')
    await ports.record.commit(() => ({
      changes: [
        { tab: 'needs', id: edit.id, cells: { state: 'Closed' } },
        { tab: 'history', id: rowId('history', edit.key), create: {}, cells: history },
      ],
      result: undefined,
    }));
  return noteOf(back);
}
