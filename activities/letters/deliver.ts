import type { Instant } from '../../domain/calendar/index.ts';
import type { LetterOrder } from '../../domain/letters/index.ts';
import type { Need } from '../../domain/process/index.ts';
import { openRow } from '../needs.ts';
import type { AnyChange, OutgoingLetter, Ports, View } from '../ports.ts';
import { compose, readerOf } from './compose.ts';
import { batchKey, isBack, isReservedElsewhere, logRow } from './log.ts';

type Result = { readonly status: 'sent' | 'failed' | 'unknown' | 'nobody'; readonly reply: string };

/** A letter with its words, as of the moment it was reserved; without them where nobody is there to read it. */
export interface ComposedLetter {
  readonly batch: readonly LetterOrder[];
  readonly words: Omit<OutgoingLetter, 'messageId'> | undefined;
  /** Another worker reserved it: only its journal knows whether it was handed over. */
  readonly elsewhere: boolean;
}

/** Puts letters into words, from the very reading that reserves them; `after` holds what the same commit changes. */
export const composed = (
  ports: Ports,
  view: View,
  batches: readonly (readonly LetterOrder[])[],
  after = view,
): ComposedLetter[] =>
  batches.map((batch) => {
    const reader = batch[0] && readerOf(after, batch[0].to);
    return {
      batch,
      words: reader ? compose(ports, after, batch, reader) : undefined,
      elsewhere: isReservedElsewhere(view, batch, ports.journal.id),
    };
  });

/**
 * Sends reserved letters and marks their rows. What this worker handed to the server is in its journal; a letter that was
 * being handed over when a process died stays unknown and is shown to staff, never guessed and never sent twice.
 */
export async function deliverLetters(ports: Ports, letters: readonly ComposedLetter[], now: Instant): Promise<void> {
  if (letters.length === 0) return;
  const results = await Promise.all(
    letters.map(async ({ batch, words, elsewhere }) => ({
      batch,
      result: words ? await handOver(ports, batchKey(batch), words, elsewhere) : NOBODY,
    })),
  );
  await ports.record.commit((view) => ({
    result: undefined,
    changes: results.flatMap(({ batch, result }) => mark(view, batch, result, now)),
  }));
}
const NOBODY: Result = { status: 'nobody', reply: 'nobody to write to' };

/** Journal, hand over, journal again: the moment in between is the only one that stays in doubt. */
async function handOver(
  ports: Ports,
  key: string,
  words: Omit<OutgoingLetter, 'messageId'>,
  elsewhere: boolean,
): Promise<Result> {
  const before = ports.journal.state(key);
  if (before.status === 'sent' || before.status === 'failed') return before;
  if (before.status === 'sending' || elsewhere)
    return { status: 'unknown', reply: 'the program stopped while handing this letter over' };
  const letter = { ...words, messageId: ports.messageId(key) };
  ports.journal.sending(key);
  try {
    const sent = await ports.mail.send(letter);
    ports.journal.done(key, sent.status, sent.reply);
    return sent;
  } catch (error) {
    // The mail port throws only when nothing was taken by the server; the next try starts clean.
    ports.journal.forget(key);
    throw error;
  }
}

function mark(view: View, batch: readonly LetterOrder[], result: Result, now: Instant): AnyChange[] {
  const status = result.status === 'nobody' ? 'failed' : result.status;
  // A mail server may be quicker to send a letter back than we are to write down that it was taken.
  const isBounced = (order: LetterOrder) => {
    const row = view.row('mailLog', logRow(order));
    return row !== undefined && isBack(row);
  };
  const rows = batch
    .filter((order) => !isBounced(order))
    .map(
      (order): AnyChange => ({
        tab: 'mailLog',
        id: logRow(order),
        cells: { status, reply: result.reply.slice(0, 300) },
      }),
    );
  if (status === 'sent') return rows;
  return [...rows, ...batch.map((order) => troubleRow(view, order, status, now))];
}

const WHY = {
  failed: 'The mail server refused the address. Correct it in the row, then choose Send again.',
  unknown:
    'The program stopped while handing this letter over, so nobody knows whether it arrived. Ask the person or look into the sent mail; then choose Mark sent or Send again.',
} as const;

function troubleRow(view: View, order: LetterOrder, status: 'failed' | 'unknown', now: Instant): AnyChange {
  const need: Need = {
    cause: `letter-${status}/${logRow(order)}`,
    about: logRow(order),
    role: 'Coordinator',
    actions: status === 'failed' ? ['Send again', 'Done'] : ['Mark sent', 'Send again'],
    what: status === 'failed' ? 'A letter could not be delivered' : 'A letter may or may not have been sent',
    why: WHY[status],
  };
  return openRow(view, need, now);
}
