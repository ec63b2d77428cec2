import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyChange } from '../../activities/ports.ts';
import { rowId } from '../../domain/program/index.ts';
import { freePort } from '../../local/ports.ts';
import { type Ids, setUp } from '../../setup/index.ts';
import { createRecord, type GoogleRecord, googleClients } from '../../sheets/index.ts';
import { sheetIdOf } from '../../sheets/layout.ts';

/** The stand-in in a process of its own, so that this process measures nothing but the record. */
export interface Office {
  readonly url: string;
  readonly ids: Ids;
  /** What staff and other programs use; counts against another user's quota. */
  readonly staff: ReturnType<typeof googleClients>;
  record(): GoogleRecord;
  /** Sorts a tab by a column, as staff do. */
  sort(column: number): Promise<void>;
  close(): Promise<void>;
}

const SERVICE = 'service-account';

export async function openOffice(quota: 'google' | 'off'): Promise<Office> {
  const data = await mkdtemp(join(tmpdir(), 'bench-sheets-'));
  const port = await freePort();
  const main = join(import.meta.dirname, '../../local/google/main.ts');
  const child = spawn(process.execPath, [main, '--port', `${port}`, '--data', data, '--quota', quota], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await listening(url, child);
  // One file with one owner: whoever shares a quota in a measurement has the service account's token.
  const ids = await setUp({ ...googleClients(url, SERVICE) });
  const staff = googleClients(url, 'staff');
  const { drive } = googleClients(url, SERVICE);
  for (const fileId of Object.values(ids.spreadsheets))
    await drive.permissions.create({
      fileId,
      sendNotificationEmail: false,
      requestBody: { role: 'writer', type: 'user', emailAddress: 'staff@example.com' },
    });
  const records: GoogleRecord[] = [];
  return {
    url,
    ids,
    staff,
    record() {
      const record = createRecord({
        ...googleClients(url, SERVICE),
        ids,
        now: Date.now,
        runUrl: (_tab, id) => `run/${id}`,
      });
      records.push(record);
      return record;
    },
    async sort(column) {
      const range = { sheetId: sheetIdOf('mentors'), startRowIndex: 1 };
      await staff.sheets.spreadsheets.batchUpdate({
        spreadsheetId: ids.spreadsheets.programme,
        requestBody: {
          requests: [{ sortRange: { range, sortSpecs: [{ dimensionIndex: column, sortOrder: 'DESCENDING' }] } }],
        },
      });
    },
    async close() {
      for (const record of records) await record.close();
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function listening(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the stand-in ended with ${child.exitCode}`);
    try {
      if ((await fetch(`${url}/healthz`)).ok) return;
    } catch {
      // not yet
    }
    await sleep(100);
  }
  throw new Error('the stand-in does not answer');
}

export const mentorId = (i: number): string => rowId('mentors', `bench ${i}`);

/** Rows as applications make them, a thousand in one decision. */
export async function fill(record: GoogleRecord, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i += 1000) {
    const changes = Array.from({ length: Math.min(1000, to - i) }, (_, k): AnyChange => mentor(i + k));
    await record.commit(() => ({ changes, result: undefined }));
  }
  await record.settle();
  await record.edits('programme');
}

function mentor(i: number): AnyChange {
  return {
    tab: 'mentors',
    id: mentorId(i),
    cells: { stage: 'Applied', nextStep: `Check the application of 2026-09-${String(1 + (i % 28)).padStart(2, '0')}` },
    create: {
      name: `Mentor ${String((i * 7919) % 100_003).padStart(6, '0')}`,
      email: `mentor.${i}@example.com`,
      capacity: 1 + (i % 3),
      employer: `Company ${i % 97}`,
      position: 'Engineer',
    },
  };
}
