import { commonalities, describe } from '../domain/matching/index.ts';
import { counted } from './facts/people.ts';
import { matchingPerson } from './matching-input.ts';
import type { AnyChange, RowChange, View } from './ports.ts';

const nameOf = (view: View, id: string): string =>
  view.row('mentors', id)?.cells.name ?? view.row('mentees', id)?.cells.name ?? '';

/** Adds what only staff read: names beside IDs, and what a pair has in common in words (M16). Never enters a workflow. */
export function enriched(view: View, change: AnyChange): AnyChange {
  switch (change.tab) {
    case 'matches':
      return change.create ? withPeople(view, change) : change;
    case 'attendance':
      return change.create
        ? { ...change, cells: { ...change.cells, name: nameOf(view, String(change.create.person)) } }
        : change;
    case 'awards':
      return { ...change, cells: { ...change.cells, name: nameOf(view, String(change.cells.mentor)) } };
    case 'choices':
      return {
        ...change,
        cells: {
          ...change.cells,
          names: String(change.cells.ranking ?? '')
            .split(', ')
            .map((id) => nameOf(view, id))
            .join(', '),
        },
      };
    default:
      return change;
  }
}

function withPeople(view: View, change: RowChange<'matches'>): RowChange<'matches'> {
  const mentee = view.row('mentees', String(change.create?.mentee));
  const mentor = view.row('mentors', String(change.create?.mentor));
  if (!mentee || !mentor) return change;
  const reasons = commonalities(matchingPerson(counted(mentor)), matchingPerson(counted(mentee)));
  return {
    ...change,
    cells: {
      ...change.cells,
      menteeName: mentee.cells.name,
      mentorName: mentor.cells.name,
      why: reasons.map((reason) => describe(reason, 'en')).join('\n'),
    },
  };
}
