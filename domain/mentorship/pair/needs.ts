import { plural } from '../../process/index.ts';
import type { Pair } from './types.ts';

type Cause = { readonly what: string; readonly why: (detail: string) => string; readonly actions: readonly string[] };

/** What a pair may ask of staff. The detail is a code kept in the pair's memory, such as the month. */
const CAUSES = {
  proposal: {
    what: 'Decide on a proposed pair',
    why: (days) => `No decision for ${plural(Number(days), 'working day')}. Approve, or reject with the next choice.`,
    actions: ['Approve', 'Reject'],
  },
  'no-place': {
    what: 'No free place for a proposed pair',
    why: (who) => `The ${who} has no free place. Choose another mentor, or reject.`,
    actions: ['Approve', 'Reject'],
  },
  'unknown-person': {
    what: 'A pair names somebody who is not in Mentors or Mentees',
    why: () => 'Put the right IDs into the row, then choose Approve.',
    actions: ['Reject'],
  },
  'agreement-lapsed': {
    what: 'A pair did not confirm the agreement',
    why: () => 'The place was released and both were told. The mentee waits for another mentor.',
    actions: ['Done'],
  },
  disagree: {
    what: 'A pair does not agree whether they talked',
    why: (month) => `Month ${month}: one says yes, the other no. Ask both, then choose Done.`,
    actions: ['Done', 'Ask again', 'Replace mentor', 'End pair'],
  },
  'no-contact': {
    what: 'A pair had no contact again',
    why: (month) => `Month ${month}: both say no for the second time, after a friendly letter.`,
    actions: ['Done', 'Ask again', 'Replace mentor', 'End pair'],
  },
  silence: {
    what: 'Nobody answers the monthly check',
    why: (month) => `Month ${month}: no answer after a reminder. Write or call, then choose Done.`,
    actions: ['Done', 'Ask again', 'Replace mentor', 'End pair'],
  },
  'partner-silent': {
    what: 'A partner does not answer',
    why: (side) => `The ${side} reported it; no sign since. Call the other side, or replace.`,
    actions: ['Done', 'Replace mentor', 'End pair'],
  },
  'tell-partner': {
    what: 'Tell the other side that the pair has ended',
    why: () => 'It ended for safety; no letter went to the other side. Tell them yourself, then choose Mark told.',
    actions: ['Mark told'],
  },
  'beyond-calendar': {
    what: 'A date lies beyond the confirmed calendar',
    why: (date) => `${date} cannot be computed. Complete the Holidays tab and the setting calendarConfirmedUntil.`,
    actions: ['Done'],
  },
  'extension-refused': {
    what: 'An extension was not agreed to',
    why: (side) => `The ${side} did not agree. The end stays as it was.`,
    actions: ['Done'],
  },
} as const satisfies Record<string, Cause>;
export type PairCause = keyof typeof CAUSES;

/** Opens a cause, with a code its words need and a day by which it is wanted. */
export const openNeed = (pair: Pair, cause: PairCause, detail = '', due = ''): void => {
  if (pair.out.memory.open[cause]?.split('|')[0] !== detail)
    pair.out.remember({ open: { ...pair.out.memory.open, [cause]: `${detail}|${due}` } });
};
export const closeNeed = (pair: Pair, ...causes: PairCause[]): void =>
  pair.out.remember({
    open: Object.fromEntries(
      Object.entries(pair.out.memory.open).filter(([name]) => !causes.includes(name as PairCause)),
    ),
  });

/** Names every open cause, so that the queue shows just these. */
export function nameNeeds(pair: Pair): void {
  for (const [name, kept] of Object.entries(pair.out.memory.open)) {
    const cause: Cause = CAUSES[name as PairCause];
    const [detail = '', due = ''] = kept.split('|');
    pair.out.need({
      cause: `${name}/${pair.facts.id}`,
      what: cause.what,
      why: cause.why(detail),
      actions: cause.actions,
      role: 'Coordinator',
      ...(due ? { due } : {}),
    });
  }
}
