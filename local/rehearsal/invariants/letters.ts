import { civilDateOf } from '../../../domain/calendar/index.ts';
import { isLetterKey, letterShape } from '../../../domain/letters/index.ts';
import type { Cells } from '../../client/index.ts';
import type { Check } from './index.ts';

const groups = <T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> => {
  const out = new Map<string, T[]>();
  for (const one of list) out.set(key(one), [...(out.get(key(one)) ?? []), one]);
  return out;
};
const isSent = (row: Cells): boolean => row.status === 'sent';

/** Pairs that reached the agreement have an introduction for each side, others have none (M17). */
export const eachSideIntroducedOnce: Check = ({ tabs }) => {
  const agreed = new Set(tabs.history.filter((row) => /→ Agreement$/.test(row.change ?? '')).map((row) => row.row));
  const wrong: string[] = [];
  for (const pair of tabs.matches)
    for (const side of ['mentee', 'mentor'] as const) {
      const letters = tabs.mailLog.filter(
        (row) => row.letter === 'introduction' && row.about === pair.id && row.to === pair[side] && isSent(row),
      );
      const wanted = agreed.has(pair.id) ? 1 : 0;
      if (letters.length !== wanted)
        wrong.push(`${pair.id}: ${letters.length} introductions to the ${side}, not ${wanted}`);
    }
  return { checked: tabs.matches.length * 2, wrong };
};

/** One Message-ID, one letter in the inbox; one business key, one row in the Mail log. */
export const noLetterTwice: Check = ({ tabs, letters }) => {
  const wrong: string[] = [];
  for (const [id, same] of groups(letters, (letter) => letter.messageId))
    if (same.length > 1) wrong.push(`${same.length} letters with the Message-ID ${id} ("${same[0]?.subject}")`);
  for (const [key, same] of groups(tabs.mailLog, (row) => [row.letter, row.about, row.step, row.to].join('/')))
    if (same.length > 1) wrong.push(`${same.length} Mail log rows for ${key}`);
  return { checked: letters.length + tabs.mailLog.length, wrong };
};

/** What was sent is in the log, what the log says was sent is in the inbox, and nothing is left half done. */
export const everyLetterLogged: Check = ({ tabs, letters }) => {
  const logged = groups(tabs.mailLog, (row) => row.message ?? '');
  const inbox = new Set(letters.map((letter) => letter.messageId));
  const wrong = letters
    .filter((letter) => !logged.has(letter.messageId))
    .map((letter) => `the letter "${letter.subject}" stands in no row of the Mail log`);
  for (const row of tabs.mailLog) {
    if (row.status === 'sent' && !inbox.has(row.message ?? ''))
      wrong.push(`${row.id} says sent, but no letter arrived`);
    if (row.status !== 'sent' && row.status !== 'unknown')
      wrong.push(`${row.id} (${row.letter}) stays at "${row.status}"`);
  }
  return { checked: letters.length + tabs.mailLog.length, wrong };
};

/** Letters that are not urgent go out at most once a working day (lifecycle of letters). */
export const oneMergedLetterADay: Check = ({ tabs }) => {
  const waiting = tabs.mailLog.filter(
    (row) => isLetterKey(row.letter ?? '') && !letterShape(row.letter as 'check').urgent,
  );
  const wrong: string[] = [];
  const days = groups(waiting, (row) => `${row.to} on ${civilDateOf(row.at ?? '')}`);
  for (const [day, rows] of days) {
    const messages = new Set(rows.map((row) => row.message));
    if (messages.size > 1) wrong.push(`${messages.size} letters to ${day}`);
  }
  return { checked: days.size, wrong };
};

const SIX_MONTHS_MS = 184 * 86_400_000;
/** Counted over the six months from a mentor's first start letter. */
export const fewLettersPerMentor: Check = ({ tabs }) => {
  const wrong: string[] = [];
  for (const mentor of tabs.mentors) {
    const own = tabs.mailLog.filter((row) => row.to === mentor.id && isSent(row));
    const first = own.filter((row) => row.letter === 'start-mentor').map((row) => Date.parse(row.at ?? ''))[0];
    if (first === undefined) continue;
    const within = own.filter((row) => {
      const at = Date.parse(row.at ?? '');
      return at >= first && at <= first + SIX_MONTHS_MS;
    });
    const letters = new Set(within.map((row) => row.message)).size;
    if (letters > 45) wrong.push(`${mentor.id} got ${letters} letters in six months`);
  }
  return { checked: tabs.mentors.length, wrong };
};
