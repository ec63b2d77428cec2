import { civilDateOf } from '../domain/calendar/index.ts';
import type { Need } from '../domain/process/index.ts';
import { type Role, rowId } from '../domain/program/index.ts';
import type { AnyChange, Row, View } from './ports.ts';

/** Who answers for a role today: everybody who has it, or their deputies while they are away. */
export function holdersOf(view: View, role: Role, now: string): Row<'staff'>[] {
  const today = civilDateOf(now);
  const away = (row: Row<'staff'>) =>
    row.cells.awayFrom !== '' && row.cells.awayFrom <= today && (row.cells.awayTo === '' || row.cells.awayTo >= today);
  const staff = view.rows('staff');
  const present = new Map<string, Row<'staff'>>();
  for (const row of staff.filter((s) => s.cells.roles.includes(role))) {
    const stand = away(row) ? staff.find((s) => s.cells.name === row.cells.deputy && !away(s)) : row;
    if (stand) present.set(stand.id, stand);
  }
  return [...present.values()];
}

/** Opens what a row now needs of staff and closes what it no longer does; a row closes by itself when its cause is gone. */
export function needChanges(view: View, about: string, needs: readonly Need[], now: string): AnyChange[] {
  const wanted = new Map(needs.map((need) => [rowId('needs', need.cause), need]));
  const changes: AnyChange[] = [];
  for (const [id, need] of wanted) {
    const row = view.row('needs', id);
    if (row?.cells.state === 'Open' && row.cells.why === need.why && row.cells.what === need.what) continue;
    changes.push({
      tab: 'needs',
      id,
      create: {},
      cells: {
        what: need.what,
        about: need.about,
        why: need.why,
        since: row?.cells.state === 'Open' ? row.cells.since : now,
        due: need.due ?? '',
        owner:
          holdersOf(view, need.role, now)
            .map((holder) => holder.cells.name)
            .join(', ') || `Nobody has the role ${need.role}`,
        suggested: need.actions.join(', '),
        state: 'Open',
        cause: need.cause,
      },
    });
  }
  for (const row of view.rows('needs'))
    if (row.cells.about === about && row.cells.state === 'Open' && !wanted.has(row.id))
      changes.push({ tab: 'needs', id: row.id, cells: { state: 'Closed', systemNote: 'Closed: the cause is gone.' } });
  return changes;
}
