import { addDays, type CivilDate, weekday } from '../calendar/index.ts';

/** A mailing that was sent or is going to be, with the mailboxes that get it. */
export interface Planned {
  readonly id: string;
  readonly unit: string;
  readonly day: CivilDate;
  readonly recipients: ReadonlySet<string>;
}

/** What a week looks like for the audience of one mailing (P8). */
export interface Overlap {
  /** Monday of the week. */
  readonly week: CivilDate;
  /** Recipients who would get more than the cap that week, this mailing included. */
  readonly over: number;
  /** Their share of the audience, 0 to 1. */
  readonly share: number;
  /** How many recipients would get so many mailings that week: `[n, people]`, this one included. */
  readonly counts: readonly (readonly [mailings: number, people: number])[];
  /** Other mailings of the week that share recipients, most shared first. */
  readonly others: readonly {
    readonly id: string;
    readonly unit: string;
    readonly day: CivilDate;
    readonly shared: number;
  }[];
}

export const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekday(day));

/** Overlap of an audience with everything else of the week in which a day lies; `id` is the mailing itself, which does not count twice. */
export function overlapOn(
  day: CivilDate,
  id: string,
  audience: readonly string[],
  planned: readonly Planned[],
  cap: number,
): Overlap {
  const week = mondayOf(day);
  const same = planned.filter((other) => other.id !== id && mondayOf(other.day) === week);
  const shared = same.map(() => 0);
  const counts = new Map<number, number>();
  let over = 0;
  for (const person of audience) {
    let mails = 1;
    for (const [i, other] of same.entries())
      if (other.recipients.has(person)) {
        mails++;
        shared[i] = (shared[i] ?? 0) + 1;
      }
    counts.set(mails, (counts.get(mails) ?? 0) + 1);
    if (mails > cap) over++;
  }
  return {
    week,
    over,
    share: audience.length === 0 ? 0 : over / audience.length,
    counts: [...counts].sort(([a], [b]) => a - b),
    others: same
      .map((other, i) => ({ id: other.id, unit: other.unit, day: other.day, shared: shared[i] ?? 0 }))
      .filter((other) => other.shared > 0)
      .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1)),
  };
}

/** Held until somebody decides: more than the setting's percentage of the audience would get too many. */
export const isOverloaded = ({ share }: Overlap, mostPercent: number): boolean => share * 100 > mostPercent;

/** The day of those possible on which fewest recipients get too many; the earliest of equals. Undefined when no day is given. */
export function suggestedDay(
  days: readonly CivilDate[],
  id: string,
  audience: readonly string[],
  planned: readonly Planned[],
  cap: number,
): CivilDate | undefined {
  const byWeek = new Map<CivilDate, number>();
  let best: { day: CivilDate; over: number } | undefined;
  for (const day of days) {
    const week = mondayOf(day);
    const over = byWeek.get(week) ?? overlapOn(day, id, audience, planned, cap).over;
    byWeek.set(week, over);
    if (!best || over < best.over) best = { day, over };
  }
  return best?.day;
}
