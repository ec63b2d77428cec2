import type { Instant } from '../../domain/calendar/index.ts';
import { ruleSet } from '../../domain/mailing/check/index.ts';
import {
  type Alumnus,
  BOUNCED,
  boxOf,
  type MailingMemory,
  mailbox,
  OWN_SCHOOL,
  type Planned,
  UNSUBSCRIBED,
} from '../../domain/mailing/index.ts';
import { type Around, type Assessment, assess, audienceOf } from '../../domain/mailing/request/index.ts';
import { counted } from '../../domain/program/index.ts';
import { contextOf } from '../facts/context.ts';
import { readMemory } from '../facts/memory.ts';
import type { Row, View } from '../ports.ts';

/** Stages in which a mailing takes its readers' attention: it has a day, or had one. */
const PLANNED = new Set(['In moderation', 'Scheduled', 'Sending', 'Sent', 'Done']);

/** Everything a request is judged against, from one moment of the workbook. */
export function aroundOf(view: View, now: Instant): Around {
  const { settings, holidays } = contextOf(view);
  const register = registerOf(view);
  return {
    now,
    settings,
    rules: ruleSet(settings),
    holidays,
    ...register,
    planned: once(() => plannedIn(view, register)),
  };
}

/** Who can be written to, and by whom: what audiences are chosen from. */
type Register = Pick<Around, 'units' | 'alumni' | 'list' | 'suppressed'>;

let newest: { readonly rows: readonly (readonly Row[])[]; readonly register: Register } | undefined;

/** Made anew only when a row of these tabs was: with ten thousand alumni and twenty mailings each look would take a tenth of a second. */
function registerOf(view: View): Register {
  const rows = (['units', 'alumni', 'lists', 'suppressed'] as const).map((tab) => view.rows(tab));
  const before = newest;
  const isSame = (list: readonly Row[], i: number) =>
    list.length === before?.rows[i]?.length && list.every((row, at) => row === before.rows[i]?.[at]);
  if (before && rows.every(isSame)) return before.register;
  const register = makeRegister(view);
  newest = { rows, register };
  return register;
}

function makeRegister(view: View): Register {
  const alumni = view.rows('alumni').map(alumnusOf);
  const suppressed = view.rows('suppressed').filter(({ cells }) => !cells.lifted);
  const boxes = (why: string, all: boolean) =>
    new Set(
      suppressed
        .filter(({ cells }) => cells.why === why && (all || cells.scope !== OWN_SCHOOL))
        .map(({ cells }) => mailbox(cells.email)),
    );
  const lists = Map.groupBy(view.rows('lists'), ({ cells }) => cells.list.trim().toLowerCase());
  return {
    units: unitsIn(view),
    alumni,
    list: (name) => lists.get(name)?.map(({ cells }) => cells.member),
    suppressed: perKey((unit) => {
      const own = new Set(alumni.filter(({ school }) => school === unit).map(boxOf));
      const only = suppressed.filter(({ cells }) => cells.why === UNSUBSCRIBED && cells.scope === OWN_SCHOOL);
      const others = only.map(({ cells }) => mailbox(cells.email)).filter((box) => !own.has(box));
      return {
        unsubscribed: new Set([...boxes(UNSUBSCRIBED, false), ...others]),
        bounced: boxes(BOUNCED, true),
      };
    }),
  };
}

export const unitsIn = (view: View): Around['units'] =>
  view.rows('units').map(({ cells }) => ({
    code: cells.code,
    name: cells.name,
    links: cells.links.split(/[\s,;]+/).filter(Boolean),
    dataSubmitted: cells.dataSubmitted !== '',
  }));

/** By row as it was read, which stays the same object until it changes. */
const known = new WeakMap<Row<'alumni'>, Alumnus>();

function alumnusOf(row: Row<'alumni'>): Alumnus {
  const before = known.get(row);
  if (before) return before;
  const { email, school, degree, year } = row.cells;
  const made = { id: row.id, email, school, degree, year, box: mailbox(email) };
  known.set(row, made);
  return made;
}

/** Who gets another mailing, by its row and the register it was chosen from. */
const chosen = new WeakMap<
  Row<'mailings'>,
  { readonly register: Register; readonly by: Omit<Planned, 'id' | 'day'> }
>();

function plannedIn(view: View, register: Register): Planned[] {
  return view.rows('mailings').flatMap((row): Planned[] => {
    const day = readMemory<MailingMemory>(row.cells.memory)?.day;
    if (!day || !PLANNED.has(row.cells.stage) || row.cells.social === 'Only a post') return [];
    const before = chosen.get(row);
    if (before?.register === register) return [{ id: row.id, day, ...before.by }];
    const { audience, unit } = audienceOf(counted(row), register);
    const by = { unit: unit?.code ?? '', recipients: new Set(audience.recipients.map(boxOf)) };
    chosen.set(row, { register, by });
    return [{ id: row.id, day, ...by }];
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function perKey<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** A request in its row, as it counts now. */
export const assessed = (row: Row<'mailings'>, around: Around): Assessment => assess(row.id, counted(row), around);
