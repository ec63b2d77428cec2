import { civilDateOf, instantAt } from '../../calendar/index.ts';
import { deadline, exactly, momentWords, recomputed, reminder } from '../../process/index.ts';
import { tabOf } from '../../program/index.ts';
import { allYear, programmeYearEnds, ready } from './training.ts';
import type { Person } from './types.ts';

/** A new application: receipt, then the checks (M4, M11). */
export function apply(person: Person): void {
  const { out, facts } = person;
  out.moveTo('Applied', facts.role, 'Applied');
  out.start('yearEnd', exactly(instantAt(programmeYearEnds(person), '12:00')));
  out.letter('received', facts.id, `received/${civilDateOf(out.now)}`, { data: { role: facts.role } });
  examine(person);
}

/** Complete and recognised people go on to the training; the others hear what is missing, or staff look. */
export function examine(person: Person): void {
  const { out, facts } = person;
  if (!['Applied', 'Incomplete', 'Lapsed'].includes(out.stage)) return;
  if (facts.missing.length > 0) return askMissing(person);
  out.stop('incomplete*', 'lapse');
  const doubt = doubtAbout(person);
  if (doubt) {
    out.moveTo('Applied', 'program', 'Complete; waits for confirmation by the Center');
    if (!out.memory.open[doubt]) out.remember({ open: { [doubt]: out.now } });
    return;
  }
  out.remember({ open: {} });
  ready(person);
}

/** What staff have to look at before this person goes on; what they confirmed once is settled. */
function doubtAbout({ facts, out }: Person): 'duplicate' | 'unrecognised' | undefined {
  const settled = out.memory.confirmed ?? [];
  if (facts.duplicate && !settled.includes('duplicate')) return 'duplicate';
  return facts.recognised || settled.includes('unrecognised') ? undefined : 'unrecognised';
}

/** Staff say that the person is who they should be; another doubt is raised by itself. */
export function confirmPerson(person: Person): void {
  const { out } = person;
  out.remember({ confirmed: [...(out.memory.confirmed ?? []), ...Object.keys(out.memory.open)], open: {} });
  examine(person);
}

export function askMissing(person: Person): void {
  const { out, facts } = person;
  const told = facts.missing.join(',');
  const before = out.stage;
  out.remember({ open: {} });
  out.moveTo('Incomplete', 'program', `Missing: ${headersOf(person)}`);
  if (before === 'Incomplete' && out.memory.told === told) return;
  out.remember({ told });
  if (before !== 'Incomplete') {
    out.start('lapse', deadline(out.moment, 'incompleteLapse'));
    out.start('incomplete/1', reminder(out.moment, 'incompleteReminder1'));
    out.start('incomplete/2', reminder(out.moment, 'incompleteReminder2'));
    out.start('incomplete/3', reminder(out.moment, 'incompleteReminder3'));
  }
  remindMissing(person, `first/${told}/${civilDateOf(out.now)}`);
}

/** The missing answers as the columns of the row are called. */
const headersOf = ({ facts }: Person): string => {
  const { columns } = tabOf(facts.role === 'mentor' ? 'mentors' : 'mentees');
  return facts.missing.map((key) => columns[key]?.header ?? key).join(', ');
};

/** Settings or calendar changed: the dates are counted anew, and whoever was told of an earlier end hears the new one. */
export function renewDates(person: Person): void {
  const { out } = person;
  const before = out.memory.timers.lapse?.at;
  out.remember({ timers: recomputed(out.memory.timers, out.moment) });
  const lapses = out.memory.timers.lapse?.at;
  if (before && lapses && lapses < before) remindMissing(person, `moved/${lapses}`);
}

export function remindMissing(person: Person, which: string): void {
  const lapse = person.out.memory.timers.lapse;
  person.out.letter('incomplete', person.facts.id, `incomplete/${which}`, {
    ...(lapse ? { data: { lapses: civilDateOf(lapse.at) } } : {}),
  });
  if (lapse) person.out.cells.systemNote = `Missing: ${headersOf(person)}. Lapses ${momentWords(lapse.at)}.`;
}

export function lapse(person: Person): void {
  person.out.stop('incomplete*', 'lapse');
  person.out.moveTo('Lapsed', 'program', 'The application stayed incomplete');
  person.out.letter('out', person.facts.id, `lapsed/${person.out.now}`, {
    ...allYear(person),
    data: { what: 'lapsed' },
  });
}
