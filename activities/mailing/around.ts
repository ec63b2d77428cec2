import type { Instant } from '../../domain/calendar/index.ts';
import { ruleSet } from '../../domain/mailing/check/index.ts';
import { type MailingMemory, mailbox, type Planned } from '../../domain/mailing/index.ts';
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
  const alumni = view.rows('alumni').map(({ id, cells: { email, school, degree, year } }) => ({
    id,
    email,
    school,
    degree,
    year,
  }));
  const suppressed = view.rows('suppressed').filter(({ cells }) => !cells.lifted);
  const boxes = (why: string, all: boolean) =>
    new Set(
      suppressed
        .filter(({ cells }) => cells.why === why && (all || cells.scope !== OWN_SCHOOL))
        .map(({ cells }) => mailbox(cells.email)),
    );
  const around: Around = {
    now,
    settings,
    rules: ruleSet(settings),
    holidays,
    units: view.rows('units').map(({ cells }) => ({
      code: cells.code,
      name: cells.name,
      links: cells.links.split(/[\s,;]+/).filter(Boolean),
      dataSubmitted: cells.dataSubmitted !== '',
    })),
    alumni,
    list: (name) => {
      const members = view.rows('lists').filter(({ cells }) => cells.list.trim().toLowerCase() === name);
      return members.length === 0 ? undefined : members.map(({ cells }) => cells.member);
    },
    suppressed: (unit) => {
      const own = new Set(alumni.filter(({ school }) => school === unit).map(({ email }) => mailbox(email)));
      const only = suppressed.filter(({ cells }) => cells.why === UNSUBSCRIBED && cells.scope === OWN_SCHOOL);
      const others = only.map(({ cells }) => mailbox(cells.email)).filter((box) => !own.has(box));
      return {
        unsubscribed: new Set([...boxes(UNSUBSCRIBED, false), ...others]),
        bounced: boxes(BOUNCED, true),
      };
    },
    planned: once(() => plannedIn(view, around)),
  };
  return around;
}

/** Words of the tab "Do not write". */
export const UNSUBSCRIBED = 'Unsubscribed';
export const BOUNCED = 'Bounced';
export const ALL_MAILINGS = 'All mailings';
export const OWN_SCHOOL = 'All but those of the own School';

function plannedIn(view: View, around: Around): Planned[] {
  return view.rows('mailings').flatMap((row): Planned[] => {
    const memory = readMemory<MailingMemory>(row.cells.memory);
    const day = memory?.day;
    if (!day || !PLANNED.has(row.cells.stage)) return [];
    const { audience, unit } = audienceOf(counted(row), around);
    return [
      {
        id: row.id,
        unit: unit?.code ?? '',
        day,
        recipients: new Set(audience.recipients.map(({ email }) => mailbox(email))),
      },
    ];
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A request in its row, as it counts now. */
export const assessed = (row: Row<'mailings'>, around: Around): Assessment => assess(row.id, counted(row), around);
