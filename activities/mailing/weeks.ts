import { addDays, type CivilDate, isWorkingDay, weekday } from '../../domain/calendar/index.ts';
import { isMailingOver, isOverloaded, type MailingMemory, mondayOf, overlapOn } from '../../domain/mailing/index.ts';
import { type Around, audienceOf, socialOf } from '../../domain/mailing/request/index.ts';
import { counted } from '../../domain/program/index.ts';
import { readMemory } from '../facts/memory.ts';
import type { MailingBrief, MailingWeek, Row, View } from '../ports.ts';
import { assessed } from './around.ts';

/** Stages in which a request may still get a day. */
const UNDECIDED = new Set(['Draft', 'In moderation', 'Returned']);

/** The calendar of mailings: who gets what in each week, where weeks are too full, and what waits for a day (P8). */
export function weeksOf(view: View, around: Around, day: CivilDate, many: number): MailingWeek[] {
  const planned = around.planned();
  const waiting = view
    .rows('mailings')
    .filter((row) => UNDECIDED.has(row.cells.stage) && socialOf(counted(row)) !== 'only')
    .filter(({ id }) => !planned.some((one) => one.id === id))
    .flatMap((row) => {
      const { window } = assessed(row, around);
      return window ? [{ ...brief(row, around), earliest: window.earliest, latest: window.latest }] : [];
    });
  return Array.from({ length: many }, (_, i) => addDays(mondayOf(day), 7 * i)).map((monday) => {
    const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
    const sunday = addDays(monday, 6);
    const mine = planned.filter((one) => monday <= one.day && one.day <= sunday);
    const mails = new Map<string, number>();
    for (const { recipients } of mine) for (const box of recipients) mails.set(box, (mails.get(box) ?? 0) + 1);
    return {
      monday,
      daysOff: days.filter((one) => weekday(one) <= 5 && !works(one, around)),
      movedDays: days.filter((one) => weekday(one) > 5 && works(one, around)),
      planned: mine
        .flatMap((one) => {
          const row = view.row('mailings', one.id);
          if (!row) return [];
          const overlap = overlapOn(one.day, one.id, [...one.recipients], planned, around.settings.mailsPerWeek);
          const isOpen = !isMailingOver(row.cells.stage) && !['Sending', 'Sent'].includes(row.cells.stage);
          const decided = readMemory<MailingMemory>(row.cells.memory)?.overlap !== undefined;
          const held = isOverloaded(overlap, around.settings.overlapMost) && isOpen && !decided;
          return [{ ...brief(row, around), day: one.day, over: overlap.over, held }];
        })
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1)),
      waiting: waiting.filter(({ earliest, latest }) => earliest <= sunday && latest >= monday),
      readers: mails.size,
      over: [...mails.values()].filter((n) => n > around.settings.mailsPerWeek).length,
      mailsPerWeek: around.settings.mailsPerWeek,
    };
  });
}

/** Where the calendar is not confirmed no day is shown as off: nothing is guessed. */
const works = (day: CivilDate, { holidays }: Around): boolean =>
  day > holidays.confirmedUntil ? weekday(day) <= 5 : isWorkingDay(day, holidays);

function brief(row: Row<'mailings'>, around: Around): MailingBrief {
  const cells = counted(row);
  const { unit, audience } = audienceOf(cells, around);
  const recipients = audience.recipients.length;
  return { id: row.id, subject: cells.subject, unit: unit?.code ?? '', stage: row.cells.stage, recipients };
}
