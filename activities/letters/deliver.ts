import type { Instant } from '../../domain/calendar/index.ts';
import type { LetterOrder } from '../../domain/letters/index.ts';
import { rowId } from '../../domain/program/index.ts';
import { ownerOf } from '../needs.ts';
import type { AnyChange, OutgoingLetter, Ports, View } from '../ports.ts';
import { compose, readersOf } from './compose.ts';
import { type Batch, batchKey, logRow } from './log.ts';
import type { Reader } from './reader.ts';

type Result = { readonly status: 'sent' | 'failed' | 'unknown' | 'nobody'; readonly reply: string };

/**
 * Sends reserved letters and marks their rows. What this worker handed to the server is in its journal; a letter that was
 * being handed over when a process died stays unknown and is shown to staff, never guessed and never sent twice.
 */
export async function deliverLetters(ports: Ports, letters: readonly Batch[], now: Instant): Promise<string[]> {
  if (letters.length === 0) return [];
  const view = await ports.record.read();
  const results = await Promise.all(
    letters.map(async (batch) => ({ batch, result: await deliverOne(ports, view, batch, now) })),
  );
  await ports.record.commit((fresh) => ({
    result: undefined,
    changes: results.flatMap(({ batch, result }) => mark(fresh, batch, result, now)),
  }));
  return [];
}

async function deliverOne(ports: Ports, view: View, batch: Batch, now: Instant): Promise<Result> {
  const readers = readersOf(view, first(batch), now);
  if (readers.length === 0) return { status: 'nobody', reply: 'nobody to write to' };
  let worst: Result = { status: 'sent', reply: '' };
  for (const reader of readers) {
    const result = await handOver(ports, journalKey(batch, reader), () => compose(ports, view, batch, reader));
    if (worst.status === 'sent') worst = result;
  }
  return worst;
}

const journalKey = (batch: Batch, reader: Reader): string =>
  first(batch).startsWith('role:') ? `${batchKey(batch)}/${reader.id}` : batchKey(batch);
const first = (batch: Batch): string => batch[0]?.to ?? '';

/** Staff want a letter sent again that was refused or is in doubt; what arrived at others does not go to them twice. */
export async function sendAgain(ports: Ports, order: LetterOrder, now: Instant): Promise<void> {
  const view = await ports.record.read();
  for (const reader of readersOf(view, order.to, now)) {
    const key = journalKey([order], reader);
    if (ports.journal.state(key).status !== 'sent') ports.journal.forget(key);
  }
  await deliverLetters(ports, [[order]], now);
}

/** Journal, hand over, journal again: the moment in between is the only one that stays in doubt. */
async function handOver(ports: Ports, key: string, make: () => Omit<OutgoingLetter, 'messageId'>): Promise<Result> {
  const before = ports.journal.state(key);
  if (before.status === 'sent' || before.status === 'failed') return before;
  if (before.status === 'sending')
    return { status: 'unknown', reply: 'the program stopped while handing this letter over' };
  const letter = { ...make(), messageId: ports.messageId(key) };
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

function mark(view: View, batch: Batch, result: Result, now: Instant): AnyChange[] {
  const status = result.status === 'nobody' ? 'failed' : result.status;
  const rows = batch.map(
    (order): AnyChange => ({
      tab: 'mailLog',
      id: logRow(order),
      cells: {
        status,
        reply: result.reply.slice(0, 300),
        order: status === 'sent' ? '' : JSON.stringify({ version: 1, ...order }),
      },
    }),
  );
  if (status === 'sent') return rows;
  const why = result.status === 'nobody' ? 'nobody' : status;
  return [...rows, ...batch.map((order) => troubleRow(view, order, why, now))];
}

const WHY = {
  failed: 'The mail server refused the address. Correct it in the row, then choose Send again.',
  nobody: 'There was no address to write to. Put one into the row, or give somebody the role; then choose Send again.',
  unknown:
    'The program stopped while handing this letter over, so nobody knows whether it arrived. Ask the person or look into the sent mail; then choose Mark sent or Send again.',
} as const;

function troubleRow(view: View, order: LetterOrder, why: keyof typeof WHY, now: Instant): AnyChange {
  const status = why === 'unknown' ? 'unknown' : 'failed';
  const cause = `letter-${status}/${logRow(order)}`;
  return {
    tab: 'needs',
    id: rowId('needs', cause),
    create: {},
    cells: {
      what: status === 'failed' ? 'A letter could not be delivered' : 'A letter may or may not have been sent',
      about: logRow(order),
      why: WHY[why],
      since: now,
      owner: ownerOf(view, 'Coordinator', now),
      suggested: status === 'failed' ? 'Send again, Done' : 'Mark sent, Send again',
      state: 'Open',
      cause,
    },
  };
}
