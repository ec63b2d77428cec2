import type { Message } from '../../messages.ts';
import { reminder } from '../../process/index.ts';
import { rowId } from '../../program/index.ts';
import type { Person } from './types.ts';

/** A choice round is open: the mentee gets the catalogue and ranks (M15, Q18). */
export function choose(person: Person, message: Message): void {
  const { out, facts } = person;
  if (facts.role !== 'mentee' || !['Eligible', 'Waiting', 'Choosing'].includes(out.stage)) return;
  const n = Number(message.data?.round);
  const closes = String(message.data?.closes);
  if (out.memory.round?.n === n) return;
  out.remember({ round: { n, closes, chosen: false } });
  out.moveTo('Choosing', 'program', `Choice round ${n}`);
  out.letter('choose', facts.id, `choose/${n}`, {
    due: closes,
    expires: closes,
    data: { count: out.moment.settings.choices },
  });
  out.start('choiceReminder/1', reminder(out.moment, 'choiceReminder1'));
  out.start('choiceReminder/2', reminder(out.moment, 'choiceReminder2'));
}

export function remindChoice(person: Person, which: string): void {
  const { out, facts } = person;
  const { round } = out.memory;
  if (!round || round.chosen || round.closes <= out.now) return;
  out.letter('choose-reminder', facts.id, `choose/${round.n}/${which}`, {
    due: round.closes,
    expires: round.closes,
    data: { count: out.moment.settings.choices },
  });
}

/** A ranking by page or form; the last one before the round closes counts. */
export function chosen(person: Person, message: Message): void {
  const { out, facts } = person;
  const { round } = out.memory;
  const ranking = [message.data?.first, message.data?.second, message.data?.third]
    .map((id) => String(id ?? ''))
    .filter(Boolean);
  if (out.stage !== 'Choosing' || !round) return out.refuse('no-round');
  if (message.at > round.closes) return out.refuse('round-closed');
  if (ranking.length === 0 || new Set(ranking).size !== ranking.length) return out.refuse('bad-ranking');
  if (ranking.length > out.moment.settings.choices) return out.refuse('too-many-choices');
  out.remember({ round: { ...round, chosen: true } });
  out.stop('choiceReminder*');
  out.rows.push({
    tab: 'choices',
    id: rowId('choices', `${facts.id}/${facts.season}/${round.n}`),
    create: {},
    cells: { mentee: facts.id, season: facts.season, round: round.n, ranking: ranking.join(', '), at: message.at },
  });
  out.cells.choices = ranking.join(', ');
  out.note('Ranked mentors', 'mentee', `Round ${round.n}`);
  out.answer('ranked');
}

/** The round was matched without this mentee: the reason, and priority in the next one. */
export function roundClosed(person: Person, message: Message): void {
  const { out, facts } = person;
  out.stop('choiceReminder*');
  if (!['Choosing', 'Waiting', 'Eligible'].includes(out.stage) || message.data?.result === 'proposed') return;
  out.moveTo('Waiting', 'program', `No match in round ${message.data?.round}: ${message.data?.why}`);
  out.letter('waiting', facts.id, `waiting/${message.data?.round}`, { data: { why: message.data?.why ?? '' } });
}

export function seasonOver(person: Person): void {
  const { out, facts } = person;
  if (
    facts.role === 'mentee' &&
    ['Waiting', 'Choosing', 'Eligible'].includes(out.stage) &&
    Object.keys(out.memory.places).length === 0
  )
    out.letter('waiting-season-over', facts.id, `over/${facts.season}`);
}
