import { type CivilDate, civilDateOf, type Instant } from '../../domain/calendar/index.ts';
import type { MailingMemory } from '../../domain/mailing/index.ts';
import { runId } from '../../domain/messages.ts';
import { readMemory } from '../facts/memory.ts';
import type { Row, RunsPort, View } from '../ports.ts';
import { readable } from '../readable.ts';
import { aroundOf, assessed } from './around.ts';

/** The day on which a mailing was to go out that is held for overlap: approved, its day come, and nothing left that would send it. */
export function heldDay({ cells }: Row<'mailings'>): CivilDate | undefined {
  if (cells.stage !== 'Scheduled') return undefined;
  const memory = readMemory<MailingMemory>(cells.memory);
  return memory && !memory.timers.send ? memory.day : undefined;
}

/**
 * IDs of mailings that are held and would not be by now: a reader who left, or an edit of the register, may have made room in the week (P8).
 * Tabs that are missing hold nobody up; the process looks for itself.
 */
export function withRoom(moment: View, now: Instant): string[] {
  const view = readable(moment);
  const today = civilDateOf(now);
  const held = view.rows('mailings').flatMap((row) => {
    const day = heldDay(row);
    return day !== undefined && day <= today ? [{ row, day }] : [];
  });
  if (held.length === 0) return [];
  const around = aroundOf(view, now);
  return held
    .filter(({ row, day }) => {
      const { days, overloaded } = assessed(row, around);
      return !overloaded.includes(day === today ? day : (days[0] ?? today));
    })
    .map(({ row }) => row.id);
}

/** Has mailings look again, once each for what happened. */
export async function wakeHeld(
  leave: RunsPort['leave'],
  mailings: readonly string[],
  { what, now }: { readonly what: string; readonly now: Instant },
): Promise<void> {
  await Promise.all(
    mailings.map((id) =>
      leave(runId('mailing', id), { id: `room/${what}/${now}/${id}`, kind: 'recheck', by: 'program', at: now }),
    ),
  );
}
