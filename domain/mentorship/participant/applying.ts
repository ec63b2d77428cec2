import { addDays, addMonths, civilDateOf, instantAt } from '../../calendar/index.ts';
import { deadline, exactly, momentWords, reminder } from '../../process/index.ts';
import { ready } from './training.ts';
import type { Person } from './types.ts';

/** A new application: receipt, then the checks (M4, M11). */
export function apply(person: Person): void {
  const { out, facts } = person;
  out.moveTo('Applied', facts.role, 'Applied');
  out.start(
    'yearEnd',
    exactly(instantAt(addMonths(facts.seasonEnds || addDays(civilDateOf(out.now), 365), 8), '12:00')),
  );
  out.letter('received', facts.id, `received/${civilDateOf(out.now)}`, { data: { role: facts.role } });
  examine(person);
}

/** Complete and recognised people go on to the training; the others hear what is missing, or staff look. */
export function examine(person: Person): void {
  const { out, facts } = person;
  if (!['Applied', 'Incomplete', 'Lapsed'].includes(out.stage)) return;
  if (facts.missing.length > 0) return askMissing(person);
  out.stop('incomplete*', 'lapse');
  if (facts.duplicate || !facts.recognised) {
    out.moveTo('Applied', 'program', 'Complete; waits for confirmation by the Center');
    out.remember({ open: { [facts.duplicate ? 'duplicate' : 'unrecognised']: out.now } });
    return;
  }
  out.remember({ open: {} });
  ready(person);
}

function askMissing(person: Person): void {
  const { out, facts } = person;
  const told = facts.missing.join(',');
  const before = out.stage;
  out.moveTo('Incomplete', 'program', `Missing: ${told}`);
  if (before === 'Incomplete' && out.memory.told === told) return;
  out.remember({ told });
  if (before !== 'Incomplete') {
    out.start('lapse', deadline(out.moment, 'incompleteLapse'));
    out.start('incomplete/1', reminder(out.moment, 'incompleteReminder1'));
    out.start('incomplete/2', reminder(out.moment, 'incompleteReminder2'));
    out.start('incomplete/3', reminder(out.moment, 'incompleteReminder3'));
  }
  remindMissing(person, `first/${told}`);
}

export function remindMissing(person: Person, which: string): void {
  const lapse = person.out.memory.timers.lapse;
  person.out.letter('incomplete', person.facts.id, `incomplete/${which}`, {
    ...(lapse ? { data: { lapses: civilDateOf(lapse.at) } } : {}),
  });
  if (lapse) person.out.cells.systemNote = `Answers are missing; lapses ${momentWords(lapse.at)}.`;
}

export function lapse(person: Person): void {
  person.out.stop('incomplete*', 'lapse');
  person.out.moveTo('Lapsed', 'program', 'The application stayed incomplete');
  person.out.letter('out', person.facts.id, `lapsed/${person.out.now}`, { data: { what: 'lapsed' } });
}
