import { civilDateOf, type Instant } from '../../domain/calendar/index.ts';
import { type MailingFacts, type MailingMemory, mailbox } from '../../domain/mailing/index.ts';
import { findingKey, socialOf } from '../../domain/mailing/request/index.ts';
import type { Role } from '../../domain/program/index.ts';
import { aroundOf, assessed } from '../mailing/around.ts';
import { heldDay } from '../mailing/room.ts';
import type { View } from '../ports.ts';
import { readMemory } from './memory.ts';

/** A request as its process sees it at a moment: everything it is judged against is read in the same one. */
export function mailingFacts(view: View, id: string, now: Instant): MailingFacts | undefined {
  const row = view.row('mailings', id);
  if (!row) return undefined;
  const { cells } = row;
  const request = assessed(row, aroundOf(view, now));
  const { verdict, audience, audiencePrint, scope } = request;
  return {
    id,
    season: cells.season,
    stage: cells.stage,
    inSheet: row.inSheet,
    memory: readMemory<MailingMemory>(cells.memory),
    direction: request.direction,
    unit: request.unit,
    eventDate: request.cells.eventDate,
    wished: request.cells.wished,
    missing: request.missing,
    content: request.content,
    rulesVersion: verdict.rulesVersion,
    findings: verdict.findings.map((finding) => ({
      key: findingKey(finding),
      rule: finding.rule,
      severity: finding.severity,
    })),
    audience: { fingerprint: audiencePrint, count: audience.recipients.length, scope: scope.kind },
    overloaded: request.overloaded,
    suggested: request.suggested,
    social: socialOf(request.cells),
    forceMajeure: forceMajeureOn(view, now),
    moderators: withDeputies(view, 'Moderator'),
    approvers: withDeputies(view, 'Center approver'),
    officers: withDeputies(view, 'Communication officer'),
    directors: withDeputies(view, 'Director'),
    initiator: staffOf(view, cells.initiatorEmail),
    held: heldBeside(view, id),
    decision: cells.decision,
  };
}

function heldBeside(view: View, id: string): NonNullable<MailingFacts['held']> {
  return view.rows('mailings').flatMap((row) => {
    const day = row.id === id ? undefined : heldDay(row);
    return day === undefined ? [] : [{ id: row.id, day }];
  });
}

/** Everybody with a role, and deputies named by one: whoever of them is here today may decide. */
export function withDeputies(view: View, role: Role): string[] {
  const staff = view.rows('staff');
  const holders = staff.filter(({ cells }) => cells.roles.includes(role));
  return staff
    .filter((row) => holders.includes(row) || holders.some(({ cells }) => cells.deputy === row.cells.name))
    .map((row) => row.id);
}

/** The entry of force majeure in force on a day, the one that lasts longest first (P14). */
export function forceMajeureOn(view: View, now: Instant): string {
  const today = civilDateOf(now);
  const inForce = view
    .rows('forceMajeure')
    .filter(({ cells }) => cells.reason !== '' && cells.decidedBy !== '')
    .filter(({ cells }) => cells.from !== '' && cells.from <= today && today <= cells.to)
    .sort((a, b) => (a.cells.to > b.cells.to ? -1 : a.cells.to < b.cells.to ? 1 : a.id < b.id ? -1 : 1));
  return inForce[0]?.id ?? '';
}

/** Nobody moderates a mailing of their own: the initiator among the staff, by the address. */
function staffOf(view: View, email: string): string {
  const box = mailbox(email);
  return box === '' ? '' : (view.rows('staff').find(({ cells }) => mailbox(cells.email) === box)?.id ?? '');
}
