import type { Problems } from './read-fields.ts';
import type { Couple, Market } from './types.ts';

type Ids = ReadonlySet<string>;
const idsOf = (people: readonly { readonly id: string }[]): Ids => new Set(people.map(({ id }) => id));

/** Lists of IDs name people of the file, each once. */
export function checkNames({ mentors, mentees }: Market, problems: Problems): void {
  const [mentorIds, menteeIds] = [idsOf(mentors), idsOf(mentees)];
  mentees.forEach(({ id, choices }, n) => {
    checkList(choices, mentorIds, { place: `mentees[${n}].choices`, role: 'mentor', owner: id }, problems);
  });
  mentors.forEach(({ id, prefers = [] }, n) => {
    checkList(prefers, menteeIds, { place: `mentors[${n}].prefers`, role: 'mentee', owner: id }, problems);
  });
}

function checkList(
  list: readonly string[],
  ids: Ids,
  { place, role, owner }: { readonly place: string; readonly role: string; readonly owner: string },
  problems: Problems,
): void {
  list.forEach((id, n) => {
    if (!ids.has(id)) problems.add(`${place}[${n}]`, `there is no ${role} "${id}" (in the list of "${owner}")`);
    else if (list.indexOf(id) < n) problems.add(`${place}[${n}]`, `"${id}" stands twice in the list of "${owner}"`);
  });
}

/** Couples name people of the file; fixed pairs fit into each other's places and are not forbidden. */
export function checkCouples({ mentors, mentees, never, fixed }: Market, problems: Problems): void {
  const [mentorIds, menteeIds] = [idsOf(mentors), idsOf(mentees)];
  const known = (couples: readonly Couple[], list: string) =>
    couples.forEach(([mentee, mentor], n) => {
      if (!menteeIds.has(mentee)) problems.add(`${list}[${n}]`, `there is no mentee "${mentee}"`);
      if (!mentorIds.has(mentor)) problems.add(`${list}[${n}]`, `there is no mentor "${mentor}"`);
    });
  known(never, 'never');
  known(fixed, 'fixed');
  const forbidden = new Set(never.map((couple) => JSON.stringify(couple)));
  const first = new Map<string, number>();
  fixed.forEach((couple, n) => {
    const [mentee] = couple;
    const before = first.get(mentee);
    if (before === undefined) first.set(mentee, n);
    else problems.add(`fixed[${n}]`, `mentee "${mentee}" has a fixed pair in fixed[${before}] already`);
    if (forbidden.has(JSON.stringify(couple))) problems.add(`fixed[${n}]`, 'is forbidden by never');
  });
  mentors.forEach(({ id, capacity }, n) => {
    const pairs = fixed.filter(([, mentor]) => mentor === id).length;
    if (pairs > capacity)
      problems.add(`mentors[${n}].capacity`, `is ${capacity}, but mentor "${id}" has ${pairs} fixed pairs`);
  });
}
