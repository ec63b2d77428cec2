import type { Mentee, Mentor, Person } from '../domain/matching/index.ts';
import type { Cells } from '../domain/program/index.ts';
import { offsetOf } from './facts/people.ts';

/** A person as the matching engine knows one. Who named no time zone is not taken to share Almaty's. */
export const matchingPerson = (cells: Cells<'mentors'> | Cells<'mentees'>): Person => ({
  id: cells.id,
  topics: cells.topics,
  field: cells.field,
  industry: cells.industry,
  interests: cells.interests.split(/[,;\n]/),
  languages: cells.languages,
  city: cells.city,
  ...(cells.timeZone ? { utcOffset: offsetOf(cells.timeZone) / 60 } : {}),
});

export const matchingMentor = (cells: Cells<'mentors'>, capacity: number): Mentor => ({
  ...matchingPerson(cells),
  capacity,
  wants: { schools: cells.wantsSchools, years: cells.wantsYears },
});

export const matchingMentee = (cells: Cells<'mentees'>, choices: readonly string[], waited: number): Mentee => ({
  ...matchingPerson(cells),
  school: cells.school,
  year: cells.year,
  choices,
  waited,
});
