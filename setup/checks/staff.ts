import type { Role } from '../../domain/program/index.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** Roles without which something waits forever: proposals and the queue, and reported issues (P4, M33). */
const NEEDED: readonly Role[] = ['Coordinator', 'Case officer'];

/** Is there at least one responsible person for each role that the programme cannot do without (P4)? */
export function checkStaff(rows: readonly Readonly<Record<string, string>>[]): Finding[] {
  const people = rows.filter((row) => row.name);
  const out: Finding[] = [];
  for (const role of NEEDED) {
    const holders = people.filter((row) => (row.roles ?? '').split(',').some((each) => each.trim() === role));
    if (!holders.some((row) => (row.email ?? '').includes('@')))
      out.push(
        wrong(
          `Staff: nobody with an address has the role "${role}"`,
          `Fill Name, Email and Roles in the tab Staff; roles are separated by commas.`,
        ),
      );
  }
  const names = new Set(people.map((row) => row.name));
  for (const { name, deputy } of people)
    if (deputy && !names.has(deputy))
      out.push(wrong(`Staff: "${deputy}", deputy of ${name}, is not in the tab`, 'Write the name as in its own row.'));
  return out.length > 0 ? out : [fine(`Staff: ${people.length} people, all needed roles are filled`)];
}
