import type { Cells } from '../domain/program/index.ts';
import { offsetOf } from './facts/people.ts';

type Person = Cells<'mentors'> | Cells<'mentees'>;

/** A person as the matching engine knows one: codes and lower-case words. */
export const matchingPerson = (cells: Person) => ({
  id: cells.id,
  topics: [...cells.topics],
  field: cells.field,
  industry: cells.industry,
  interests: cells.interests
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean),
  languages: [...cells.languages],
  utcOffset: offsetOf(cells.timeZone) / 60,
  city: cells.city,
});
