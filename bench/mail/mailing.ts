import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection, Client as TemporalClient } from '@temporalio/client';
import { aroundOf } from '../../activities/mailing/around.ts';
import type { AnyChange, View } from '../../activities/ports.ts';
import { instantAt } from '../../domain/calendar/index.ts';
import type { DeliveryMemory, RecipientLine } from '../../domain/mailing/delivery/index.ts';
import { emptyMailingMemory } from '../../domain/mailing/process/types.ts';
import { assess } from '../../domain/mailing/request/index.ts';
import { MESSAGES, type Message, TASK_QUEUE } from '../../domain/messages.ts';
import { counted, DIRECTIONS, rowId } from '../../domain/program/index.ts';
import { createRecipients, createRecord, googleClients } from '../../sheets/index.ts';

/** Where a stack stands, for whoever plays the mailing's process and reads what became of it. */
export interface Place {
  readonly url: string;
  readonly dataDir: string;
  readonly temporalAddress: string;
  readonly namespace: string;
}

const SUBJECT = 'Open lecture on digital twins';
const AT_ONCE = 2000;

/**
 * A mailing at the moment of its sending, with so many alumni who get it: typed into the record as the process would leave it, and the
 * messages that its process sends. Nothing of the delivery is played.
 */
export async function openMailing(place: Place, recipients: number, school = 'SEDS') {
  const ids = JSON.parse(readFileSync(join(place.dataDir, 'google-ids.json'), 'utf8'));
  const google = googleClients(place.url, undefined);
  const record = createRecord({ sheets: google.sheets, drive: google.drive, ids, now: Date.now });
  const files = createRecipients({
    sheets: google.sheets,
    drive: google.drive,
    beside: ids.spreadsheets.mailings,
    now: Date.now,
  });
  const connection = await Connection.connect({ address: place.temporalAddress });
  const temporal = new TemporalClient({ connection, namespace: place.namespace });
  const id = rowId('mailings', `${school}/${recipients}`);
  const alumni = Array.from({ length: recipients }, (_, i): AnyChange => {
    const name = `Graduate ${i}`;
    return {
      tab: 'alumni',
      id: rowId('alumni', `${school}/${i}`),
      cells: {},
      create: { name, email: emailOf(i, school), degree: "Bachelor's", year: 2031, school },
    };
  });
  for (let from = 0; from < alumni.length; from += AT_ONCE)
    await record.commit(() => ({ changes: alumni.slice(from, from + AT_ONCE), result: undefined }));
  await record.commit(() => ({
    changes: [
      {
        tab: 'mailings',
        id,
        cells: { stage: 'Sending', memory: JSON.stringify({ ...emptyMailingMemory(), day: '2026-10-01' }) },
        create: {
          subject: SUBJECT,
          unit: school,
          direction: DIRECTIONS.digest,
          initiatorName: 'Aida Serikova',
          initiatorEmail: 'aida.serikova@nu.edu.kz',
          text: 'Dear graduates,\n\nthe School invites you to an open lecture.',
          signature: 'office@nu.edu.kz\n53 Kabanbay batyr ave., Astana 010000\n+7 7172 70 66 88',
          years: '2031',
          schools: [school],
        },
      },
    ],
    result: undefined,
  }));
  const now = instantAt('2026-10-01', '10:00');
  const prints = await record.ask((view: View) => {
    const row = view.row('mailings', id);
    if (!row) throw new Error('the mailing is not there');
    const { content, audiencePrint, audience } = assess(id, counted(row), aroundOf(view, now));
    return { content, audience: audiencePrint, count: audience.recipients.length };
  });
  let said = 0;
  const handle = () => temporal.workflow.getHandle(`delivery/${id}`);
  return {
    id,
    prints,
    emailOf: (i: number): string => emailOf(i, school),
    record,
    google,
    ids,
    handle,
    /** Leaves a message with the delivery, as the mailing's process does. */
    async say(kind: string, data: Message['data'] = {}): Promise<void> {
      const { content, audience } = prints;
      const message: Message = {
        id: `test/${said++}/${kind}`,
        kind,
        by: 'program',
        at: now,
        data: { content, audience, ...data },
      };
      await temporal.workflow.signalWithStart('delivery', {
        workflowId: `delivery/${id}`,
        taskQueue: TASK_QUEUE,
        args: [{ row: id }],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        signal: MESSAGES.deliverLater,
        signalArgs: [message],
      });
    },
    memory: (): Promise<DeliveryMemory | undefined> =>
      record.ask((view: View) => {
        const text = view.row('mailings', id)?.cells.delivery;
        return text ? (JSON.parse(text) as DeliveryMemory) : undefined;
      }),
    row: () => record.ask((view: View) => view.row('mailings', id)),
    /** Causes of the open rows of the queue. */
    needs: (): Promise<readonly string[]> =>
      record.ask((view: View) =>
        view.rows('needs').flatMap(({ cells }) => (cells.state === 'Open' ? [cells.cause] : [])),
      ),
    /** As fast as the mail server takes them. */
    async unlimited(): Promise<void> {
      await fetch(`${place.url}/api/staff?tab=settings`)
        .then((reply) => reply.json() as Promise<{ id: string; key: string }[]>)
        .then((rows) =>
          fetch(`${place.url}/api/staff`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({
              tab: 'settings',
              id: rows.find(({ key }) => key === 'mailsPerMinute')?.id,
              cells: { value: '0' },
            }),
          }),
        );
    },
    async lines(): Promise<readonly RecipientLine[]> {
      const memory = await record.ask((view: View) => view.row('mailings', id)?.cells.delivery ?? '');
      const { file, count } = JSON.parse(memory) as DeliveryMemory;
      return files.read(file, 0, count);
    },
    async close() {
      await record.close();
      await connection.close();
    },
  };
}
export type PlayedMailing = Awaited<ReturnType<typeof openMailing>>;
const emailOf = (i: number, school: string): string => `graduate.${i}@${school.toLowerCase()}.example`;
