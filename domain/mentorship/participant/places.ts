import type { Message } from '../../messages.ts';
import { rowId } from '../../program/index.ts';
import { waitOn } from './choosing.ts';
import { pauseSilent } from './leaving.ts';
import type { Person } from './types.ts';

/** How many pairs this person may have at one time: mentors as they said (M18), mentees one. */
const capacityOf = (person: Person): number => (person.facts.role === 'mentor' ? person.facts.capacity : 1);
export const openPlaces = (person: Person): number =>
  Object.values(person.out.memory.places).filter((state) => state !== 'reserved').length;

export const showPlaces = (person: Person): void => {
  if (person.facts.role === 'mentor')
    person.out.cells.places = `${Object.keys(person.out.memory.places).length} of ${capacityOf(person)}`;
};
const setPlaces = (person: Person, places: Readonly<Record<string, 'reserved' | 'held' | 'active'>>): void => {
  person.out.remember({ places });
  showPlaces(person);
};

/** A proposal reserves the mentor's place while staff decide, so that none is offered twice. */
export function reserve(person: Person, message: Message): void {
  const pair = String(message.data?.pair);
  const { places } = person.out.memory;
  if (places[pair] || Object.keys(places).length >= capacityOf(person))
    return person.out.answer(places[pair] ? 'reserved' : 'full');
  setPlaces(person, { ...places, [pair]: 'reserved' });
  person.out.answer('reserved');
}

/** Approval takes the place. Idempotent by pair; a capacity lowered below use ends nothing and allows no new hold. */
export function hold(person: Person, message: Message): void {
  const { out } = person;
  const pair = String(message.data?.pair);
  const { places } = out.memory;
  if (places[pair] === 'held' || places[pair] === 'active') return out.answer('held');
  if (['Paused', 'Withdrawn', 'Declined', 'Lapsed', 'Applied', 'Incomplete', 'Training'].includes(out.stage))
    return out.refuse('not-available');
  const others = Object.keys(places).filter((id) => id !== pair).length;
  if (others >= capacityOf(person)) return out.refuse('full');
  setPlaces(person, { ...places, [pair]: 'held' });
  if (person.facts.role === 'mentee') out.cells.unmatched = '';
  if (out.stage !== 'Matched') out.remember({ before: out.stage });
  out.stop('choiceReminder*');
  out.moveTo('Matched', 'program', 'A pair is being asked');
  out.answer('held');
}

export function activate(person: Person, message: Message): void {
  setPlaces(person, { ...person.out.memory.places, [String(message.data?.pair)]: 'active' });
  person.out.remember({ waits: 0 });
  person.out.moveTo('Matched', 'program', 'A pair has started');
}

/** Every ending frees the place; a pair that was at work counts for the mentor's certificate. */
export function free(person: Person, message: Message): void {
  const { out, facts } = person;
  const pair = String(message.data?.pair);
  const was = out.memory.places[pair];
  const { [pair]: _, ...rest } = out.memory.places;
  setPlaces(person, rest);
  const result = String(message.data?.result);
  if (facts.role === 'mentor' && was === 'active')
    merit(person, pair, Number(message.data?.months ?? 0), result === 'completed');
  if (out.stage !== 'Matched' || openPlaces(person) > 0) return;
  if (facts.role === 'mentor' || result === 'completed') return out.moveTo('Eligible', 'program', 'The pair has ended');
  if (result === 'given-back')
    return out.moveTo(out.memory.before ?? 'Eligible', 'program', 'The mentor had no free place');
  waitOn(person, `The pair ended: ${result}`);
}

/** Certificate of appreciation once per mentor and season; the Awards row shows the sum (M30, Q23). */
function merit(person: Person, pair: string, months: number, completed: boolean): void {
  const { out, facts } = person;
  const before = out.memory.merits[facts.season] ?? { months: 0, pairs: 0, completed: 0, perPair: {} };
  const now = {
    months: before.months + months,
    pairs: before.pairs + 1,
    completed: before.completed + Number(completed),
    perPair: { ...before.perPair, [pair]: months },
  };
  out.remember({ merits: { ...out.memory.merits, [facts.season]: now } });
  const award = rowId('awards', `${facts.season}/${facts.id}`);
  out.rows.push({
    tab: 'awards',
    id: award,
    create: {},
    cells: {
      mentor: facts.id,
      season: facts.season,
      months: now.months,
      pairs: now.pairs,
      completed: now.completed,
      perPair: Object.entries(now.perPair)
        .map(([id, n]) => `${id}: ${n}`)
        .join(', '),
      ...(now.completed > 0 && !facts.awards.some((each) => each.id === award && each.announced)
        ? { state: 'Certificate sent' }
        : {}),
    },
  });
  if (completed && before.completed === 0)
    out.letter('certificate', facts.id, `certificate/${facts.season}`, {
      data: { season: facts.season, award, months: now.months, mentees: now.pairs },
    });
}

/** Two requests in a row without an answer: the mentor is paused and asked whether to go on. */
export function requestSilent(person: Person, message: Message): void {
  const { out } = person;
  const silent = out.memory.silentRequests + 1;
  out.remember({ silentRequests: silent });
  if (silent >= out.moment.settings.silentRequests) pauseSilent(person, silent, String(message.data?.pair ?? ''));
}
