import type { Instant } from '../calendar/index.ts';
import type { Message } from '../messages.ts';
import type { LetterKey } from './catalogue.ts';
import { type LetterOrder, letterKey } from './order.ts';

/** A letter that waits in its reader's row for their slot of the day. */
export interface WaitingLetter extends LetterOrder {
  readonly since: Instant;
}

/** Letters about one question: of those that wait for one slot only the newest has a point. */
const SAME_QUESTION: Readonly<Partial<Record<LetterKey, string>>> = {
  incomplete: 'answers',
  choose: 'ranking',
  'choose-reminder': 'ranking',
  'training-invitation': 'session',
  'training-missed': 'session',
};
const question = (order: LetterOrder): string =>
  SAME_QUESTION[order.key] ?? `${order.key}/${order.step}/${order.about}`;

/** One more letter waits; an older one about the same question goes. */
export const addWaiting = (waiting: readonly WaitingLetter[], letter: WaitingLetter): readonly WaitingLetter[] =>
  waiting.some((each) => letterKey(each) === letterKey(letter))
    ? waiting
    : [...waiting.filter((each) => question(each) !== question(letter)), letter];

/** The cell in which letters wait. One that somebody made unreadable holds none: the next step of its sender goes on. */
export function readWaiting(cell: string): readonly WaitingLetter[] {
  if (cell === '') return [];
  try {
    const list: unknown = JSON.parse(cell);
    return Array.isArray(list) ? (list as WaitingLetter[]) : [];
  } catch {
    // Damaged by hand, like a memory: it must not stop the person's process for good.
    return [];
  }
}
export const writeWaiting = (waiting: readonly WaitingLetter[]): string =>
  waiting.length === 0 ? '' : JSON.stringify(waiting);

const FIELDS = new Set(['key', 'about', 'step', 'due', 'expires', 'since']);

/** What tells a run that a letter waits in its row. */
export const waitingData = (letter: WaitingLetter): NonNullable<Message['data']> => ({
  ...letter.data,
  key: letter.key,
  about: letter.about,
  step: letter.step,
  expires: letter.expires,
  since: letter.since,
  ...(letter.due ? { due: letter.due } : {}),
});

/** The inverse of `waitingData`, for the person whose run was told. */
export function waitingIn(message: Message, to: string): WaitingLetter {
  const given = message.data ?? {};
  const data = Object.fromEntries(Object.entries(given).filter(([name]) => !FIELDS.has(name)));
  return {
    key: String(given.key) as LetterKey,
    to,
    about: String(given.about),
    step: String(given.step),
    expires: String(given.expires),
    since: String(given.since),
    ...(given.due ? { due: String(given.due) } : {}),
    ...(Object.keys(data).length > 0 ? { data } : {}),
  };
}
