import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabKey } from '../../domain/program/index.ts';
import { createGoogle, type Google } from '../../local/google/index.ts';
import { type HolidayRow, type Ids, setUp } from '../../setup/index.ts';
import { workbookOf } from '../../sheets/draft.ts';
import { createRecord, type GoogleRecord } from '../../sheets/index.ts';
import { sheetIdOf } from '../../sheets/layout.ts';

export interface Office {
  readonly google: Google;
  readonly ids: Ids;
  readonly clients: ReturnType<typeof clientsAt>;
  /** Another worker's record on the same spreadsheets. */
  record(options?: { patience?: number }): GoogleRecord;
  readonly desk: Desk;
  close(): Promise<void>;
}

export function clientsAt(rootUrl: string) {
  const options = { rootUrl, retry: false } as const;
  return {
    sheets: sheets({ version: 'v4', ...options }),
    drive: drive({ version: 'v3', ...options }),
    forms: forms({ version: 'v1', ...options }),
  };
}

/** A stand-in over HTTP, set up with all workbooks and forms. */
export async function openOffice(holidays: readonly HolidayRow[] = []): Promise<Office> {
  const dataDir = mkdtempSync(join(tmpdir(), 'office-'));
  const google = await createGoogle({ dataDir, quota: 'off' });
  const server = createServer(async (req, res) => {
    if (!(await google.handle(req, res))) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const clients = clientsAt(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
  const ids = await setUp({ ...clients, holidays });
  const records: GoogleRecord[] = [];
  return {
    google,
    ids,
    clients,
    desk: new Desk(google, ids),
    record(options = {}) {
      const runUrl = (tab: TabKey, id: string) => `http://temporal/${tab}/${id}`;
      const made = createRecord({ ...clients, ids, now: Date.now, runUrl, ...options });
      records.push(made);
      return made;
    },
    async close() {
      for (const record of records) await record.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await google.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Staff at the grid: they find rows by ID and columns by header, as people do. */
export class Desk {
  readonly #google: Google;
  readonly #ids: Ids;
  constructor(google: Google, ids: Ids) {
    this.#google = google;
    this.#ids = ids;
  }
  file(tab: TabKey): string {
    return this.#ids.spreadsheets[workbookOf(tab)];
  }
  get people() {
    return this.#google.people;
  }
  sheet(tab: TabKey): number {
    return sheetIdOf(tab);
  }
}
