import type { Instant } from '../domain/calendar/index.ts';
import { openRow } from './needs.ts';
import type { Ports } from './ports.ts';

export interface RaiseInput {
  readonly row: string;
  readonly cause: 'beyond-calendar';
  readonly now: Instant;
}

const WORDS = {
  'beyond-calendar': {
    what: 'A date lies beyond the confirmed calendar',
    why: 'Complete the Holidays tab, then set calendarConfirmedUntil in Settings to its last day. The process goes on by itself.',
  },
} as const;

/** A cause that keeps a run from deciding at all; it closes with the run's next step. */
export async function raiseNeed(ports: Ports, { row, cause, now }: RaiseInput): Promise<void> {
  const need = {
    ...WORDS[cause],
    cause: `${cause}/${row}`,
    about: row,
    role: 'Coordinator',
    actions: ['Done'],
  } as const;
  await ports.record.commit((view) => ({ result: undefined, changes: [openRow(view, need, now)] }));
}
