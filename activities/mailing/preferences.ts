import type { Instant } from '../../domain/calendar/index.ts';
import {
  choiceOf,
  choose,
  type MailingChoice,
  mailbox,
  type SuppressedLine,
  type SuppressionChange,
} from '../../domain/mailing/index.ts';
import { rowId } from '../../domain/program/index.ts';
import { overlay } from '../overlay.ts';
import type { AnyChange, PreferencesPort, RecordPort, RunsPort, View } from '../ports.ts';
import { wakeHeld, withRoom } from './room.ts';

export interface PreferencesOptions {
  readonly record: RecordPort;
  /** Tells the run of a mailing that is held. */
  readonly leave: RunsPort['leave'];
  readonly now: () => Promise<Instant>;
}

/** What alumni choose on the pages behind the links below each mailing. It binds mailings only (Q25). */
export function createPreferences({ record, leave, now }: PreferencesOptions): PreferencesPort {
  return {
    async look(alumnus) {
      return record.ask((view) => {
        const row = view.row('alumni', alumnus);
        if (!row) return undefined;
        const { email, school } = row.cells;
        return { email, school, choice: choiceOf(linesOf(view), email) };
      });
    },
    async choose(alumnus, choice, mailing) {
      const at = await now();
      const { result } = await record.commit((view) => {
        const email = view.row('alumni', alumnus)?.cells.email;
        if (!email) return { changes: [], result: undefined };
        const changes = choiceChanges(view, email, choice, mailing, at);
        return { changes, result: { choice, roomy: withRoom(overlay(view, changes), at) } };
      });
      await wakeHeld(leave, result?.roomy ?? [], { what: alumnus, now: at });
      return result?.choice;
    },
  };
}

const linesOf = (view: View): readonly SuppressedLine[] => view.rows('suppressed').map(({ cells }) => cells);

/** Rows of "Do not write" as a choice wants them; the same choice again changes nothing. */
export const choiceChanges = (
  view: View,
  email: string,
  choice: MailingChoice,
  mailing: string,
  now: Instant,
): AnyChange[] =>
  choose(linesOf(view), email, choice).map(({ row, why, scope }: SuppressionChange) => ({
    tab: 'suppressed' as const,
    id: 'id' in row ? row.id : rowId('suppressed', `${mailbox(email)}/${row.nth}`),
    cells: { email, why, scope, since: now, mailing },
    ...('id' in row ? {} : { create: {} }),
  }));
