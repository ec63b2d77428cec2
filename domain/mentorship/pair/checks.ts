import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateOf,
  daysBetween,
  instantAt,
  lastWorkingDay,
  nextWorkingDay,
} from '../../calendar/index.ts';
import type { LetterKey } from '../../letters/index.ts';
import type { Code, Message } from '../../messages.ts';
import { deadline, exactly, reminder } from '../../process/index.ts';
import { rowId } from '../../program/index.ts';
import { closeNeed, openNeed } from './needs.ts';
import { type Check, otherSide, type Pair, personOn, SIDES, type Side } from './types.ts';

/** The day in reach of `base` that falls on the mentor's shared day of the month, so that a mentor gets one letter for all mentees. */
function checkDate(base: CivilDate, anchor: CivilDate, end: CivilDate): CivilDate {
  const months = Math.round(daysBetween(anchor, base) / 30.44);
  const candidates = [-1, 0, 1].map((n) => addMonths(anchor, months + n));
  const nearest = candidates.reduce((a, b) =>
    Math.abs(daysBetween(b, base)) < Math.abs(daysBetween(a, base)) ? b : a,
  );
  return nearest < end ? nearest : end;
}

/** Programme months of the pair: six, or more after an extension; pauses do not count. */
export function monthsOf(pair: Pair): number {
  const { start, end, pausedDays = 0 } = pair.out.memory;
  if (!start || !end) return pair.out.moment.settings.months;
  return monthsBetween(start, addDays(end, -pausedDays));
}

/** Whole months from a start to an end, at least one. */
export function monthsBetween(start: CivilDate, end: CivilDate): number {
  let n = 1;
  while (addMonths(start, n + 1) <= end) n++;
  return n;
}

export function scheduleCheck(pair: Pair, month: number): void {
  const { out } = pair;
  const { start, end, anchor, pausedDays = 0 } = out.memory;
  if (!start || !end || !anchor || month > monthsOf(pair) || out.memory.checks[month]) return;
  const day = checkDate(addDays(addMonths(start, month), pausedDays), anchor, end);
  const today = civilDateOf(out.now);
  const { holidays, settings } = out.moment;
  let working = nextWorkingDay(day > today ? day : addDays(today, 1), holidays);
  // The last check comes before the pair closes, though the end falls on a day off.
  if (working > end) working = lastWorkingDay(end, holidays);
  if (working > today) out.start(`check/${month}`, exactly(instantAt(working, settings.gatherTime)));
}

const letterOf = (month: number, months: number): LetterKey =>
  month === Math.ceil(months / 2) ? 'check-midway' : month === months - 1 ? 'check-notice' : 'check';

/** Asks both: did you talk, by which channel, any concern. No content (M7, Q17). Asked again, it is a new letter. */
export function ask(pair: Pair, month: number): void {
  const { out } = pair;
  const step = out.memory.checks[month] ? `check/${month}/${out.now}` : `check/${month}`;
  const months = monthsOf(pair);
  const judged = deadline(out.moment, 'checkJudged');
  setCheck(pair, month, { asked: out.now });
  out.start(`judge/${month}`, judged);
  out.start(`remindCheck/${month}`, reminder(out.moment, 'checkReminder'));
  const data: Record<string, Code> = { month, months, endsOn: out.memory.end ?? '' };
  for (const side of SIDES)
    out.letter(letterOf(month, months), personOn(pair, side), step, {
      due: judged.at,
      expires: judged.at,
      data,
    });
  const semester = nearestSemester(pair, month);
  if (semester)
    for (const side of SIDES)
      out.letter('readjust', personOn(pair, side), `readjust/${semester}`, { data: { semester } });
  scheduleCheck(pair, month + 1);
}

/** First day of a semester that lies nearer to this check than to the one before or after it (M36). */
function nearestSemester(pair: Pair, month: number): CivilDate | undefined {
  const today = civilDateOf(pair.out.now);
  const starts = pair.out.moment.settings.semesterStarts.split(',').map((day) => day.trim());
  return month === 1 && pair.out.memory.start === today
    ? undefined
    : starts.find(
        (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && daysBetween(today, day) > -16 && daysBetween(today, day) <= 15,
      );
}

export function remindCheck(pair: Pair, month: number, step = `remind/${month}`): void {
  const { out } = pair;
  const check = out.memory.checks[month];
  const judged = out.memory.timers[`judge/${month}`];
  if (!check || !judged) return;
  for (const side of SIDES)
    if (!check[side])
      out.letter('check-reminder', personOn(pair, side), step, {
        due: judged.at,
        expires: judged.at,
        data: { month },
      });
}

/** Months whose check waits for an answer. */
export const openMonths = (pair: Pair): number[] =>
  Object.keys(pair.out.memory.checks)
    .map(Number)
    .filter((month) => pair.out.memory.timers[`judge/${month}`] !== undefined);

/** One side's answer. A concern opens a case that only case officers read; the partner never hears of it. */
export function answerCheck(pair: Pair, side: Side, message: Message): void {
  const { out } = pair;
  const month = Number(message.data?.month);
  const check = out.memory.checks[month];
  if (!check) return out.refuse('no-such-check');
  const talked = message.data?.talked === 'yes' ? 'yes' : 'no';
  const channel = String(message.data?.channel ?? '');
  const channels =
    channel && !check.channels?.includes(channel) ? [...(check.channels ?? []), channel] : (check.channels ?? []);
  const concern = message.data?.concern === 'yes';
  setCheck(pair, month, {
    ...check,
    [side]: talked,
    ...(channels.length ? { channels } : {}),
    ...(concern ? { concern: true } : {}),
  });
  if (concern) out.answer('check-with-concern', { case: openCase(pair, side, message, month), month });
  else out.answer('check-answered');
  const now = out.memory.checks[month];
  if (now?.mentee && now.mentor) judge(pair, month);
  else if (check.result) judge(pair, month);
}

/** The words are asked for on the page that follows, straight into the Restricted workbook. */
function openCase(pair: Pair, side: Side, message: Message, month: number): string {
  const { out, facts } = pair;
  const id = rowId('cases', message.id);
  out.rows.push({
    tab: 'cases',
    id,
    cells: { season: facts.season },
    create: { reporter: personOn(pair, side), pair: facts.id, category: 'Other' },
  });
  out.starts.push({ name: 'case', row: id });
  out.note(`Concern answered with check ${month}`, side, 'A case was opened');
  return id;
}

/** Judges a month when both answered or the time is up (Q15). */
export function judge(pair: Pair, month: number): void {
  const { out } = pair;
  const check = out.memory.checks[month];
  if (!check) return;
  out.stop(`judge/${month}`, `remindCheck/${month}`, `nudged/${month}`);
  const { mentee, mentor } = check;
  const yes = Number(mentee === 'yes') + Number(mentor === 'yes');
  const no = Number(mentee === 'no') + Number(mentor === 'no');
  closeNeed(pair, 'silence', 'disagree', 'no-contact');
  const working = out.stage === 'Active' || out.stage === 'Paused';
  if (yes && no) {
    setCheck(pair, month, { ...check, result: 'open' });
    return working ? openNeed(pair, 'disagree', String(month)) : undefined;
  }
  if (yes) {
    setCheck(pair, month, { ...check, result: 'confirmed' });
    return out.note(
      `Month ${month} confirmed`,
      yes === 2 ? 'program' : mentee === 'yes' ? 'mentee' : 'mentor',
      yes === 2 ? 'Both say yes' : 'One says yes, no answer from the other',
    );
  }
  setCheck(pair, month, { ...check, result: no ? 'not confirmed' : 'open' });
  // At the formal end nothing is left to nudge for.
  if (!working) return;
  if (no === 2) return bothSayNo(pair, month);
  if (no === 1) return nudgeSilent(pair, month, mentee === 'no' ? 'mentor' : 'mentee');
  openNeed(pair, 'silence', String(month));
}

function bothSayNo(pair: Pair, month: number): void {
  const before = Object.entries(pair.out.memory.checks).some(
    ([m, c]) => Number(m) < month && c.mentee === 'no' && c.mentor === 'no',
  );
  if (before) return openNeed(pair, 'no-contact', String(month));
  for (const side of SIDES)
    pair.out.letter('contact-nudge', personOn(pair, side), `nudge/${month}`, { data: { month } });
}

function nudgeSilent(pair: Pair, month: number, silent: Side): void {
  pair.out.letter('contact-nudge', personOn(pair, silent), `nudge/${month}/${otherSide(silent)}`, { data: { month } });
  pair.out.start(`nudged/${month}`, deadline(pair.out.moment, 'silentNudge'));
}
export const nudgeUnanswered = (pair: Pair, month: number): void => openNeed(pair, 'silence', String(month));

function setCheck(pair: Pair, month: number, check: Check): void {
  const { out, facts } = pair;
  out.remember({ checks: { ...out.memory.checks, [month]: check } });
  const says = (side: Side) => check[side] ?? 'no answer';
  out.rows.push({
    tab: 'checkIns',
    id: rowId('checkIns', `${facts.id}/${month}`),
    cells: {
      pair: facts.id,
      month,
      askedOn: civilDateOf(check.asked),
      mentee: says('mentee'),
      mentor: says('mentor'),
      channel: (check.channels ?? []).join(', '),
      concern: check.concern ? 'answered' : '',
      result: check.result ?? 'open',
    },
    create: {},
  });
  out.cells.months = monthsWords(out.memory.checks);
}

export const confirmedMonths = (checks: Readonly<Record<string, Check>>): number =>
  Object.values(checks).filter((check) => check.result === 'confirmed').length;

/** `1: both · 2: mentee · 3: no` as staff read it. */
function monthsWords(checks: Readonly<Record<string, Check>>): string {
  const words = (c: Check) =>
    c.result === 'confirmed'
      ? c.mentee === 'yes' && c.mentor === 'yes'
        ? 'both'
        : c.mentee === 'yes'
          ? 'mentee'
          : 'mentor'
      : c.result === 'not confirmed'
        ? 'no'
        : 'open';
  return Object.entries(checks)
    .map(([month, check]) => `${month}: ${words(check)}`)
    .join(' · ');
}
