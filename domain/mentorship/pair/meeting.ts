import { isInstant, toMs } from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import { type Pair, personOn, SIDES, type Side } from './types.ts';

/** A date years ahead is a typing error. */
const LONGEST_MS = 366 * 86_400_000;

/**
 * A side says when the two meet next: both get it for their calendar (M7: only when and how long; what they talk about stays with them).
 * Said again, it moves.
 */
export function meet(pair: Pair, side: Side, message: Message): void {
  const { out } = pair;
  const at = String(message.data?.at ?? '');
  if (!isInstant(at) || at <= out.now) return out.refuse('meeting-past');
  if (toMs(at) - toMs(out.now) > LONGEST_MS) return out.refuse('meeting-far');
  const meeting = { at, minutes: Number(message.data?.minutes ?? 60) };
  const { meeting: last } = out.memory;
  const sequence = (last?.sequence ?? -1) + 1;
  out.answer('meeting-agreed');
  if (last && !last.off && last.at === meeting.at && last.minutes === meeting.minutes) return;
  out.remember({ meeting: { ...meeting, sequence } });
  out.note('A meeting was put into the calendars', side);
  tell(pair, 'meeting');
}

/** The meeting does not take place; both calendars forget it. */
export function callOff(pair: Pair, side: Side): void {
  const { out } = pair;
  if (!isAhead(pair)) return out.refuse('meeting-none');
  out.note('A meeting was called off', side);
  out.answer('meeting-off');
  cancel(pair);
}

/** A pair that ends meets no more by our calendar; people who go on by themselves keep it. */
export function forgetMeeting(pair: Pair): void {
  if (isAhead(pair)) cancel(pair);
}

const isAhead = ({ out: { memory, now } }: Pair): boolean =>
  memory.meeting !== undefined && !memory.meeting.off && memory.meeting.at > now;

function cancel(pair: Pair): void {
  const { meeting } = pair.out.memory;
  if (!meeting) return;
  pair.out.remember({ meeting: { ...meeting, sequence: meeting.sequence + 1, off: true } });
  tell(pair, 'meeting-off');
}

function tell(pair: Pair, letter: 'meeting' | 'meeting-off'): void {
  const { out } = pair;
  const { at = '', minutes = 0, sequence = 0 } = out.memory.meeting ?? {};
  for (const side of SIDES)
    out.letter(letter, personOn(pair, side), `meeting/${sequence}`, {
      data: { at, minutes, sequence, stamp: out.now },
    });
}
