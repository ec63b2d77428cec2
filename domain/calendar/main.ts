import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../program/index.ts';
import {
  addWorkingDays,
  CalendarUnknown,
  type CivilDate,
  holidaysOf,
  KAZAKHSTAN,
  KAZAKHSTAN_SINCE,
  parseCivilDate,
  workingDaysBetween,
} from './index.ts';

/** More than the shipped years hold. */
const MOST = 1000;
const UNTIL = DEFAULT_SETTINGS.calendarConfirmedUntil;
const HELP = `Working days of Kazakhstan, by the holidays this program ships (${KAZAKHSTAN_SINCE} to ${UNTIL}).

npm run workdays -- FROM N          the date N working days after FROM; -N: before it; FROM itself is not counted
npm run workdays -- FROM --to DATE  the working days from FROM to DATE, both ends included

  FROM, DATE   such as 2026-03-31
  N            such as 5, +5 or -14
  --json       {"date": …} or {"count": …, "days": […]}

Monday to Friday less days off, plus weekend days that are worked. A running programme follows its own Holidays tab instead.
`;

class BadInput extends Error {}

/** @returns what to print. @throws BadInput, or CalendarUnknown for a date the shipped table does not cover. */
function run(argv: readonly string[]): string {
  // A negative number looks like an option to parseArgs.
  const steps = argv.filter((arg) => /^[+-]?\d+$/.test(arg));
  const { values, positionals } = parseArgs({
    args: argv.filter((arg) => !steps.includes(arg)),
    allowPositionals: true,
    options: { to: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return HELP.trimEnd();
  const [first, ...rest] = positionals;
  if (first === undefined || rest.length > 0 || steps.length > 1)
    throw new BadInput('Give one date and either a number of working days or --to DATE.');
  const from = dateOf(first);
  const holidays = holidaysOf(KAZAKHSTAN, UNTIL);
  if (values.to !== undefined) {
    if (steps.length > 0) throw new BadInput('Give a number of working days or --to DATE, not both.');
    const to = dateOf(values.to);
    if (to < from) throw new BadInput(`${to} lies before ${from}.`);
    const days = workingDaysBetween(from, to, holidays);
    if (values.json) return JSON.stringify({ count: days.length, days });
    return [`${days.length} working ${days.length === 1 ? 'day' : 'days'}`, ...days].join('\n');
  }
  const n = Number(steps[0] ?? Number.NaN);
  if (Number.isNaN(n)) throw new BadInput('Give a number of working days, such as 5 or -14, or --to DATE.');
  if (Math.abs(n) > MOST) throw new BadInput(`${n} working days lead out of the years the shipped holidays cover.`);
  const date = covered(addWorkingDays(from, n, holidays));
  return values.json ? JSON.stringify({ date }) : date;
}

function dateOf(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new BadInput(`"${text}" is not a date such as 2026-03-31.`);
  if (date > UNTIL) throw new CalendarUnknown(date);
  return covered(date);
}

/** Before the table begins every weekday would look like a working day. */
function covered(date: CivilDate): CivilDate {
  if (date < KAZAKHSTAN_SINCE) throw new CalendarUnknown(date);
  return date;
}

try {
  console.log(run(process.argv.slice(2)));
} catch (error) {
  if (error instanceof CalendarUnknown)
    console.error(
      `The shipped holidays cover ${KAZAKHSTAN_SINCE} to ${UNTIL}, and this needs ${error.date}. A date is never guessed.`,
    );
  else if (error instanceof BadInput || (error instanceof Error && 'code' in error))
    console.error(`${error.message.split('. To specify')[0]}\nSee npm run workdays -- --help`);
  else throw error;
  process.exitCode = 2;
}
