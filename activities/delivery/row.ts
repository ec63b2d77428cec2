import type { Instant } from '../../domain/calendar/index.ts';
import { type DeliveryMemory, type DeliveryState, progressWords } from '../../domain/mailing/delivery/index.ts';
import type { Need } from '../../domain/process/index.ts';
import { readMemory } from '../facts/memory.ts';
import { needChanges } from '../needs.ts';
import type { AnyChange, Row, View } from '../ports.ts';

export const deliveryOf = (row: Row<'mailings'> | undefined): DeliveryMemory | undefined =>
  row && readMemory<DeliveryMemory>(row.cells.delivery);

/** Rows of the queue that a delivery opens are about it, not about its mailing, whose process closes what it does not name itself. */
const aboutDelivery = (row: string): string => `delivery/${row}`;

/** The row's delivery cells, and the queue as this state wants it. */
export function deliveryChanges(view: View, row: string, memory: DeliveryMemory, now: Instant): AnyChange[] {
  return [
    { tab: 'mailings', id: row, cells: { delivery: JSON.stringify(memory), progress: progressWords(memory) } },
    ...needChanges(view, aboutDelivery(row), needsOf(row, memory), now),
  ];
}

function needsOf(row: string, { stage, pause, counts }: DeliveryState): Need[] {
  const need = (cause: string, what: string, why: string, actions: readonly string[]): Need => ({
    cause: `${cause}/${row}`,
    about: aboutDelivery(row),
    role: 'Moderator',
    what,
    why,
    actions,
  });
  return [
    ...(stage === 'paused' && pause === 'refused-us'
      ? [
          need(
            'delivery-refused',
            'A delivery stands still: the mail server does not let us in',
            'Nobody was skipped. Have password and address in the configuration put right, then choose Resume.',
            ['Resume', 'Stop sending'],
          ),
        ]
      : []),
    ...(stage === 'paused' && pause === 'changed'
      ? [
          need(
            'delivery-changed',
            'A delivery stands still: text or recipients changed after approval',
            'The text, or the spreadsheet with the recipients, is not what was approved. Undo the change and choose Resume, or stop.',
            ['Resume', 'Stop sending'],
          ),
        ]
      : []),
    ...(counts.unknown > 0
      ? [
          need(
            'delivery-unknown',
            `${counts.unknown} ${counts.unknown === 1 ? 'copy' : 'copies'} of a mailing may or may not have been sent`,
            'The program stopped while handing them over. The spreadsheet of the recipients names them (unknown). Look into the sent mail; then choose Mark sent or Send again for all of them.',
            ['Mark sent', 'Send again'],
          ),
        ]
      : []),
  ];
}

/** The state as a run may know it. */
export const stateOf = ({
  freeze,
  stage,
  pause,
  count,
  pass,
  at,
  counts,
  due,
  later,
}: DeliveryMemory): DeliveryState => ({
  freeze,
  stage,
  ...(pause ? { pause } : {}),
  count,
  pass,
  at,
  counts,
  ...(due ? { due } : {}),
  later,
});

/** A memory with another state; `pause` and `due` that are gone are gone. */
export function withState(memory: DeliveryMemory, state: DeliveryState): DeliveryMemory {
  const { pause: _, due: __, ...rest } = memory;
  return { ...rest, ...state };
}
