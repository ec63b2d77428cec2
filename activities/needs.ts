import { type CivilDate, civilDateOf } from '../domain/calendar/index.ts';
import { mailbox } from '../domain/mailing/index.ts';
import type { Need } from '../domain/process/index.ts';
import { type Role, rowId, tabOfId } from '../domain/program/index.ts';
import type { AnyChange, Row, View } from './ports.ts';

const isAway = ({ cells: { awayFrom, awayTo } }: Row<'staff'>, today: CivilDate): boolean =>
  awayFrom !== '' && awayFrom <= today && (awayTo === '' || awayTo >= today);

/** Who answers for a role today: everybody who has it, or their deputies while they are away. */
export function holdersOf(view: View, role: Role, now: string): Row<'staff'>[] {
  const away = (row: Row<'staff'>) => isAway(row, civilDateOf(now));
  const staff = view.rows('staff');
  const present = new Map<string, Row<'staff'>>();
  for (const row of staff.filter((s) => s.cells.roles.includes(role))) {
    const stand = away(row) ? staff.find((s) => s.cells.name === row.cells.deputy && !away(s)) : row;
    if (stand) present.set(stand.id, stand);
  }
  return [...present.values()];
}

/**
 * Who is told besides those who answer for a role: their deputies who are here today. Where none is named or here, it is once more those
 * who answer for it themselves: the reminder must reach somebody who can act.
 */
export function deputiesOf(view: View, role: Role, now: string): Row<'staff'>[] {
  const holders = holdersOf(view, role, now);
  const deputies = view
    .rows('staff')
    .filter((row) => !holders.includes(row) && !isAway(row, civilDateOf(now)))
    .filter((row) => holders.some(({ cells }) => cells.deputy !== '' && cells.deputy === row.cells.name));
  return deputies.length > 0 ? deputies : holders;
}

/**
 * Who of those who answer for a role may decide about a mailing today: not its initiator (Q11). Their deputies, who may decide as well,
 * where nobody else is left.
 *
 * @param of `told`: who is asked, else those who answer for the role; `fits`: whom a letter can reach, else everybody
 */
export function decidersOf(
  view: View,
  of: {
    readonly role: Role;
    readonly mailing: string;
    readonly told?: typeof holdersOf;
    readonly fits?: (row: Row<'staff'>) => boolean;
  },
  now: string,
): Row<'staff'>[] {
  const { role, mailing, told = holdersOf, fits = () => true } = of;
  const initiator = mailbox(view.row('mailings', mailing)?.cells.initiatorEmail ?? '');
  const able = (rows: readonly Row<'staff'>[]) =>
    rows.filter((row) => fits(row) && (initiator === '' || mailbox(row.cells.email) !== initiator));
  const asked = able(told(view, role, now));
  return asked.length > 0 || initiator === '' ? asked : able(deputiesOf(view, role, now));
}

/** Causes that wait for a decision about a mailing, which nobody takes about their own. */
const DECISIONS: ReadonlySet<string> = new Set(['moderate', 'coordinate', 'overlap']);

/** Names of who answers for a role today, as they stand in Owner: without the initiator where a mailing waits for a decision. */
export function ownerOf(view: View, role: Role, now: string, cause = ''): string {
  const names = (rows: readonly Row<'staff'>[]) => rows.map(({ cells }) => cells.name).join(', ');
  const holders = holdersOf(view, role, now);
  const [what = '', about = ''] = cause.split('/');
  if (holders.length === 0) return `Nobody has the role ${role}`;
  if (!DECISIONS.has(what) || tabOfId(about) !== 'mailings') return names(holders);
  return names(decidersOf(view, { role, mailing: about }, now)) || `Nobody else has the role ${role}`;
}
/** A line of words in place of names. */
const isNobody = (owner: string): boolean => /^Nobody (else )?has the role /.test(owner);

/** Whether a row of the queue is this person's: by name, or, where nobody else is, the coordinators'. */
export const isOwner = (owner: string, name: string, isCoordinator: boolean): boolean =>
  owner === '' || isNobody(owner) ? isCoordinator : owner.split(', ').includes(name);

/** What the reading of the sheet found: the process of that row neither opens nor closes it. */
export const isTrouble = (cause: string): boolean =>
  /^(vanished|held|copied|misprint|missing tab|missing column|restored version|no copy|unreadable)\//.test(cause);

/** Letters to a person that came back. */
export const cameBackCause = (to: string): string => `came-back/${to}`;
export const isCameBack = (cause: string): boolean => cause.startsWith('came-back/');
/** About a row of a process, but none of its own causes. */
const isForeign = (cause: string): boolean => isTrouble(cause) || isCameBack(cause);

/** Causes of mailings that are not the moderators'. */
const MAILING_ROLES: Readonly<Record<string, Role>> = {
  coordinate: 'Center approver',
  social: 'Communication officer',
  'no-moderator': 'Director',
  'beyond-calendar': 'Coordinator',
  'came-back': 'Coordinator',
};

/** Cases are for case officers, mailings for those who decide about them, everything else for coordinators. */
function roleOf(cause: string): Role {
  if (cause.startsWith('case/')) return 'Case officer';
  const [what = '', about] = cause.split('/');
  if (tabOfId(about ?? '') !== 'mailings' || isTrouble(cause)) return 'Coordinator';
  return MAILING_ROLES[what] ?? 'Moderator';
}

/** Open rows whose owner went away or came back: they go to the deputy, and back. */
export const ownerChanges = (view: View, now: string): AnyChange[] =>
  view.rows('needs').flatMap((row): AnyChange[] => {
    if (row.cells.state !== 'Open') return [];
    const owner = ownerOf(view, roleOf(row.cells.cause), now, row.cells.cause);
    return row.cells.owner === owner ? [] : [{ tab: 'needs', id: row.id, cells: { owner } }];
  });

/**
 * The row that asks staff for something, open. `since` stays where it is open already; `systemNote` is what it says to whoever
 * looks there, empty unless given.
 */
export function openRow(
  view: View,
  { what, about, why, due = '', role, actions, cause }: Need,
  now: string,
  { since = now, systemNote = '' }: { readonly since?: string; readonly systemNote?: string } = {},
): AnyChange {
  const owner = ownerOf(view, role, now, cause);
  return {
    tab: 'needs',
    id: rowId('needs', cause),
    create: {},
    cells: { what, about, why, since, due, owner, suggested: actions.join(', '), state: 'Open', cause, systemNote },
  };
}

/** Opens what a row now needs of staff and closes what it no longer does; a row closes by itself when its cause is gone. */
export function needChanges(view: View, about: string, needs: readonly Need[], now: string): AnyChange[] {
  const wanted = new Map(needs.map((need) => [rowId('needs', need.cause), need]));
  const changes: AnyChange[] = [];
  for (const [id, need] of wanted) {
    const row = view.row('needs', id);
    const { due = '', what, why } = need;
    const shown = row?.cells;
    if (shown?.state === 'Open' && shown.why === why && shown.what === what && shown.due === due) {
      const owner = ownerOf(view, need.role, now, need.cause);
      if (shown.owner !== owner) changes.push({ tab: 'needs', id, cells: { owner } });
      continue;
    }
    changes.push(
      openRow(view, need, now, {
        since: shown?.state === 'Open' ? shown.since : now,
        systemNote: shown && shown.action !== '' ? 'Open again: clear Action, then choose.' : '',
      }),
    );
  }
  for (const row of view.rows('needs'))
    if (row.cells.about === about && row.cells.state === 'Open' && !wanted.has(row.id) && !isForeign(row.cells.cause))
      changes.push({ tab: 'needs', id: row.id, cells: { state: 'Closed', systemNote: 'Closed: the cause is gone.' } });
  return changes;
}
