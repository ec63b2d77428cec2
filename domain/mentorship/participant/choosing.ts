import type { Message } from '../../messages.ts';
import { momentWords, reminder } from '../../process/index.ts';
import { rowId } from '../../program/index.ts';
import { allYear } from './training.ts';
import type { Person } from './types.ts';

/** A choice round is open, or closes at another time than was said: the mentee gets the catalogue and ranks (M15, Q18). */
export function choose(person: Person, message: Message): void {
  const { out, facts } = person;
  if (facts.role !== 'mentee' || !['Eligible', 'Waiting', 'Choosing'].includes(out.stage)) return;
  const n = Number(message.data?.round);
  const closes = String(message.data?.closes);
  const { round } = out.memory;
  if (round?.n === n && round.closes === closes) return;
  const chosen = round?.n === n && round.chosen;
  out.remember({ round: { n, closes, chosen } });
  out.moveTo('Choosing', 'program', `Choice round ${n}`);
  out.cells.systemNote = `Choice round ${n} is open until ${momentWords(closes)}.`;
  if (chosen) return;
  out.letter('choose', facts.id, `choose/${n}/${closes}`, {
    due: closes,
    expires: closes,
    data: { count: out.moment.settings.choices },
  });
  if (round?.n === n) return;
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

/** A ranking by page or form; the last one before the round closes counts. One by form has no page to say why it is refused. */
export function chosen(person: Person, message: Message): void {
  const { out, facts } = person;
  const problem = rank(person, message);
  if (problem === undefined) return;
  out.refuse(problem);
  if (message.data?.by === 'form')
    out.letter('ranking-refused', facts.id, `refused/${message.id}`, { data: { why: problem } });
}

function rank(person: Person, message: Message): string | undefined {
  const { out, facts } = person;
  const { round } = out.memory;
  const ranking = [message.data?.first, message.data?.second, message.data?.third]
    .map((id) => String(id ?? ''))
    .filter(Boolean);
  if (!round || out.stage !== 'Choosing') return 'no-round';
  if (message.at > round.closes) return 'round-closed';
  if (message.data?.problem) return String(message.data.problem);
  if (ranking.length === 0 || new Set(ranking).size !== ranking.length) return 'bad-ranking';
  if (ranking.length > out.moment.settings.choices) return 'too-many-choices';
  out.remember({ round: { ...round, chosen: true } });
  out.stop('choiceReminder*');
  out.rows.push({
    tab: 'choices',
    id: rowId('choices', `${facts.id}/${facts.season}/${round.n}`),
    create: {},
    cells: { mentee: facts.id, season: facts.season, round: round.n, ranking: ranking.join(', '), at: message.at },
  });
  out.cells.choices = ranking.join(', ');
  out.cells.systemNote = `Ranked in round ${round.n}; may change it until ${momentWords(round.closes)}.`;
  out.note('Ranked mentors', 'mentee', `Round ${round.n}`);
  out.answer('ranked');
  return undefined;
}

/** The round was matched without this mentee: the reason, and priority in the next one. */
export function roundClosed(person: Person, message: Message): void {
  const { out, facts } = person;
  const { why, result, round, suggest } = message.data ?? {};
  // Who became eligible too late to be asked did not fail to rank: the next round is theirs.
  if (why === 'no-ranking' && out.memory.round?.n !== round) return;
  out.stop('choiceReminder*');
  if (!['Choosing', 'Waiting', 'Eligible'].includes(out.stage) || result === 'proposed') return;
  waitOn(person, `No match in round ${round}: ${why}`);
  out.remember({ waitedIn: `${facts.season}/${round}` });
  out.letter('waiting', facts.id, `waiting/${round}`, { data: { why: why ?? '', ...(suggest ? { suggest } : {}) } });
}

/** Waits for the next round, where whoever waited comes first. */
export function waitOn({ out }: Person, why: string): void {
  out.remember({ waits: (out.memory.waits ?? 0) + 1 });
  out.moveTo('Waiting', 'program', why);
}

export function seasonOver(person: Person): void {
  const { out, facts } = person;
  if (
    facts.role !== 'mentee' ||
    !['Waiting', 'Choosing', 'Eligible'].includes(out.stage) ||
    Object.keys(out.memory.places).length > 0
  )
    return;
  out.stop('choiceReminder*');
  const { round: _, ...rest } = out.memory;
  out.memory = rest;
  out.moveTo('Waiting', 'program', 'The season is over');
  out.letter('waiting-season-over', facts.id, `over/${facts.season}`, allYear(person));
}
