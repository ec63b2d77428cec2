import {
  addDays,
  civilDateOf,
  holidaysOf,
  type Instant,
  instantAt,
  isWorkingDay,
  KAZAKHSTAN,
} from '../../domain/calendar/index.ts';
import type { Letter, LocalClient } from '../client/index.ts';
import { carryOut, type Intention, intentionsFor } from './act.ts';
import type { Actor } from './cast.ts';
import { offersIn } from './letter.ts';
import { Random } from './random.ts';
import { Staff } from './staff.ts';

export interface SeasonOptions {
  readonly people: LocalClient;
  readonly cast: readonly Actor[];
  readonly seed: number;
  readonly start: Instant;
  /** Heard on every day, for a progress bar; may do harm, to see what the program makes of it. */
  readonly onDay?: (day: number, of: number, today: string) => Promise<void> | void;
}

export interface Played {
  readonly days: number;
  /** Acts of people, and those that a page politely refused. */
  readonly acts: number;
  readonly refused: number;
  readonly staffDid: number;
}

export const SEASON_NAME = '2026-autumn';
/** Applications, training, choice, two rolling rounds, six months, a closing of three weeks. */
const DAYS = 245;
const AT_ONCE = 8;
const HOLIDAYS = holidaysOf(KAZAKHSTAN, '2027-12-31');

/** Plays a season day by day: people read their letters and act by their temper, staff work on working days. */
export async function playSeason({ people, cast, seed, start, onDay }: SeasonOptions): Promise<Played> {
  const staff = new Staff(people, new Random(seed * 7919 + 1));
  const firstDay = civilDateOf(start);
  await staff.setUp(
    { name: SEASON_NAME, opens: firstDay, closes: addDays(firstDay, 13), ends: addDays(firstDay, 60) },
    [addDays(firstDay, 7), addDays(firstDay, 10)],
    cast
      .filter((actor) => actor.role === 'mentor')
      .map(({ name, email, answers }) => ({ name, email, degree: String(answers.degree), year: String(answers.year) })),
  );
  await people.settle();

  const actorOf = new Map(cast.map((actor) => [actor.email, actor]));
  const appliesOn = new Set(cast.map((actor) => actor.appliesOn));
  const counts = new Map<string, number>();
  let waiting: Intention[] = [];
  let read = 0;
  const played = { acts: 0, refused: 0 };

  for (let day = 0; day < DAYS; day++) {
    const today = addDays(firstDay, day);
    await onDay?.(day, DAYS, today);
    for (const actor of cast.filter((each) => each.appliesOn === day)) await apply(people, actor);
    if (isWorkingDay(today, HOLIDAYS)) await staff.work(today);
    for (const letter of await people.letters('', read)) {
      read = Math.max(read, letter.id);
      const actor = actorOf.get(letter.to);
      if (!actor) continue;
      const count = (what: string) => counts.get(`${actor.email} ${what}`) ?? 0;
      for (const what of told(letter)) counts.set(`${actor.email} ${what}`, count(what) + 1);
      waiting.push(...intentionsFor(actor, letter, day, count));
    }
    const due = waiting.filter((each) => each.day <= day);
    waiting = waiting.filter((each) => each.day > day);
    await inLanes(due, async (intention) => {
      const answer = await carryOut(people, intention);
      played.acts++;
      if (answer.status >= 400) played.refused++;
    });
    // A quiet day off is passed together with the next day: nobody looks in between, and the clock stops at every date all the same.
    if (due.length === 0 && !isWorkingDay(today, HOLIDAYS) && day + 1 < DAYS && !appliesOn.has(day)) continue;
    // To nine in the evening: the day's letters have gone, deadlines of the day have passed.
    await people.move({ to: instantAt(today, '21:00') });
  }
  return { days: DAYS, ...played, staffDid: staff.did.length };
}

async function apply(people: LocalClient, actor: Actor): Promise<void> {
  const answer = await people.answer(actor.role, actor.answers);
  if (answer.status !== 200) throw new Error(`an application was refused: ${answer.words}`);
}

/** What a letter is counted as, for tempers that act at the second or third time. */
function told(letter: Letter): string[] {
  const what = new Set<string>();
  for (const { action, process } of offersIn(letter)) {
    if (action === 'accept') what.add('asked');
    if (action === 'confirm') what.add('agreements');
    if (action === 'check' && !/a word about/i.test(letter.subject)) what.add(`checks ${process}`);
  }
  return [...what];
}

/** Several people act at once, one person one thing after another. */
async function inLanes(intentions: readonly Intention[], act: (intention: Intention) => Promise<void>): Promise<void> {
  const byPerson = new Map<Actor, Intention[]>();
  for (const each of intentions) byPerson.set(each.actor, [...(byPerson.get(each.actor) ?? []), each]);
  const queue = [...byPerson.values()];
  const lane = async () => {
    for (let own = queue.shift(); own; own = queue.shift()) for (const intention of own) await act(intention);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
