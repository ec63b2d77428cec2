import { addWorkingTime, civilDateOf, type Instant, instantAt } from '../../calendar/index.ts';
import { exactly } from '../../process/index.ts';
import { clockOf, clockRules, timeLeft } from '../clock.ts';
import { windowCloses } from '../window.ts';
import { isOverridden, type Mailing } from './types.ts';

/** The three moments of the running clock: half-time, alarm and due. */
export function moments({
  out,
}: Mailing): { readonly half: Instant; readonly alarm: Instant; readonly due: Instant } | null {
  const rules = clockRules(out.moment.settings);
  const { holidays, settings } = out.moment;
  const clock = clockOf(out.memory.spans, rules, holidays);
  if (!clock) return null;
  const left = timeLeft(out.memory.spans, clock.opened, rules, holidays) / 60_000 - settings.moderationAlarm;
  return {
    half: clock.half,
    alarm: left <= 0 ? clock.opened : addWorkingTime(clock.opened, left, rules.hours, holidays),
    due: clock.due,
  };
}

/**
 * Everything this mailing waits for, computed anew on each wake: so a change of calendar, settings or dates moves it by itself. All are
 * exact instants, which no outage moves.
 */
export function setTimers(mailing: Mailing): void {
  const { out, window, facts } = mailing;
  out.stop('*');
  const { memory } = out;
  const start = (name: string, at: Instant) => out.start(name, exactly(at));
  if (['Draft', 'In moderation', 'Returned', 'Scheduled', 'Sending'].includes(out.stage)) {
    const byEvent = isOverridden(mailing) || (facts.social === 'only' && out.stage !== 'Scheduled');
    const closes = byEvent ? facts.eventDate && instantAt(facts.eventDate, '00:00') : window && windowCloses(window);
    if (closes && !memory.closed) start('window', closes);
  }
  const clock = out.stage === 'In moderation' ? moments(mailing) : null;
  if (clock) {
    if (!memory.half) start('half', clock.half);
    if (!memory.alarmed) start('alarm', clock.alarm);
    if (!memory.breached) start('due', clock.due);
  }
  if (out.stage === 'Scheduled' && memory.day !== undefined && facts.social !== 'only') {
    const at = instantAt(memory.day, out.moment.settings.sendTime);
    // Held on its day: it goes on when somebody decides, or is refused when the window closes.
    if (at > out.now || civilDateOf(out.now) < memory.day) start('send', at);
  }
  if (memory.social?.state === 'asked') {
    const morning = instantAt(civilDateOf(memory.social.due), out.moment.settings.gatherTime);
    if (morning > out.now) start('socialReminder', morning);
    if (memory.social.due > out.now) start('socialDue', memory.social.due);
  }
}
