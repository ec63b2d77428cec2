import type { Instant } from '../../domain/calendar/index.ts';
import {
  CHUNK,
  chunkHash,
  type DeliveryMemory,
  type DeliveryState,
  frozenState,
  type Recipient,
} from '../../domain/mailing/delivery/index.ts';
import { aroundOf, assessed } from '../mailing/around.ts';
import type { Ports, View } from '../ports.ts';
import { deliveryChanges, deliveryOf, stateOf } from './row.ts';

export interface FreezeInput {
  readonly row: string;
  readonly freeze: string;
  /** Fingerprints of what was approved. */
  readonly content: string;
  readonly audience: string;
  readonly now: Instant;
}

/** What a run finds in its row; undefined where nothing is frozen. */
export async function lookDelivery(
  ports: Ports,
  { row }: { readonly row: string },
): Promise<DeliveryState | undefined> {
  const memory = await ports.record.ask((view) => deliveryOf(view.row('mailings', row)));
  return memory && stateOf(memory);
}

/**
 * Keeps the recipients of exactly what was approved in a spreadsheet of their own, and its chunks' hashes in the row. Repeated it finds the
 * same file and writes the same lines. Undefined when text or audience are others by now: then the mailing's own check takes the approval
 * back.
 */
export async function freezeRecipients(ports: Ports, input: FreezeInput): Promise<DeliveryState | undefined> {
  const { row, freeze, content, audience, now } = input;
  const found = await ports.record.ask((view) => chosenIn(view, input));
  if (!found) return undefined;
  if (found.memory) return stateOf(found.memory);
  const { recipients, unit } = found;
  const { bulk } = ports;
  const file = await bulk.recipients.open({
    mailing: row,
    freeze,
    title: `Recipients of ${row}, ${now.slice(0, 10)}`,
    count: recipients.length,
  });
  const chunks: string[] = [];
  for (let from = 0; from < recipients.length; from += CHUNK) {
    const chunk = recipients.slice(from, from + CHUNK);
    await bulk.recipients.write(file, chunk);
    chunks.push(chunkHash(chunk));
  }
  const memory: DeliveryMemory = {
    version: 1,
    ...frozenState(freeze, recipients.length),
    content,
    audience,
    unit,
    file,
    chunks,
    bounced: 0,
    soft: 0,
  };
  const { result } = await ports.record.commit((view) => {
    const there = deliveryOf(view.row('mailings', row));
    if (there && isUnderWay(there)) return { changes: [], result: stateOf(there) };
    const changes = deliveryChanges(view, row, memory, now).map((change) =>
      change.tab === 'mailings' ? { ...change, cells: { ...change.cells, recipients: bulk.fileUrl(file) } } : change,
    );
    return { changes, result: stateOf(memory) };
  });
  return result;
}

/** What is being sent or was sent is never frozen anew: nobody may get two. */
const isUnderWay = ({ stage }: DeliveryMemory): boolean => stage !== 'frozen';

function chosenIn(
  view: View,
  { row: id, freeze, content, audience, now }: FreezeInput,
):
  | { readonly memory: DeliveryMemory | undefined; readonly recipients: readonly Recipient[]; readonly unit: string }
  | undefined {
  const row = view.row('mailings', id);
  if (!row) return undefined;
  const memory = deliveryOf(row);
  if (memory && (memory.freeze === freeze || isUnderWay(memory))) return { memory, recipients: [], unit: '' };
  const request = assessed(row, aroundOf(view, now));
  if (request.content !== content || request.audiencePrint !== audience) return undefined;
  const recipients = request.audience.recipients.map(
    ({ id: alumnus, email, school }, ordinal): Recipient => ({
      ordinal,
      id: alumnus,
      name: view.row('alumni', alumnus)?.cells.name ?? '',
      email: email.trim(),
      school,
    }),
  );
  return { memory: undefined, recipients, unit: request.unit };
}

/** The approval is taken back before anything was sent: the row forgets its recipients; their file stays for who wants to look. */
export async function thawRecipients(
  ports: Ports,
  { row }: { readonly row: string },
): Promise<DeliveryState | undefined> {
  const { result } = await ports.record.commit((view) => {
    const memory = deliveryOf(view.row('mailings', row));
    if (!memory || isUnderWay(memory)) return { changes: [], result: memory && stateOf(memory) };
    return {
      changes: [{ tab: 'mailings' as const, id: row, cells: { delivery: '', progress: '', recipients: '' } }],
      result: undefined,
    };
  });
  return result;
}
