import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import type { HolidayRow } from '../../domain/calendar/index.ts';
import type { TabKey } from '../../domain/program/index.ts';
import { createGoogle, type Google } from '../../local/google/index.ts';
import { type Ids, setUp } from '../../setup/index.ts';
import { workbookOf } from '../../sheets/draft.ts';
import { createRecord, type GoogleRecord } from '../../sheets/index.ts';
import { sheetIdOf } from '../../sheets/layout.ts';

export interface Office {
  readonly google: Google;
  readonly url: string;
  readonly ids: Ids;
  readonly clients: ReturnType<typeof clientsAt>;
  /** Another worker's record on the same spreadsheets. */
  record(options?: { patience?: number }): GoogleRecord;
  readonly desk: Desk;
  close(): Promise<void>;
}

function clientsAt(rootUrl: string) {
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
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const clients = clientsAt(`${url}/`);
  const ids = await setUp({ ...clients, holidays });
  const records: GoogleRecord[] = [];
  return {
    google,
    url,
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

/** Staff at the grid: they find rows by what stands in the ID column and columns by their headers, as people do. */
export class Desk {
  readonly #google: Google;
  readonly #ids: Ids;
  readonly #tab: TabKey;

  constructor(google: Google, ids: Ids, tab: TabKey = 'mentors') {
    this.#google = google;
    this.#ids = ids;
    this.#tab = tab;
  }
  at(tab: TabKey): Desk {
    return new Desk(this.#google, this.#ids, tab);
  }
  get people() {
    return this.#google.people;
  }
  get file(): string {
    return this.#ids.spreadsheets[workbookOf(this.#tab)];
  }
  get sheetId(): number {
    return sheetIdOf(this.#tab);
  }
  get sheet() {
    const found = this.people.view(this.file, this.sheetId).sheets.find((sheet) => sheet.sheetId === this.sheetId);
    if (!found) throw new Error('no such tab');
    return found;
  }
  /** Texts of some columns, row by row from the top. */
  columns(...headers: string[]): ReturnType<Google['people']['columns']> {
    return this.people.columns(this.file, this.sheetId, headers);
  }
  column(header: string): number {
    const at = this.columns().header.indexOf(header);
    if (at < 0) throw new Error(`no column ${header}`);
    return at;
  }
  /** Row numbers that show this ID. */
  rowsOf(id: string): number[] {
    return this.columns('ID').rows.flatMap(([text], row) => (text === id ? [row] : []));
  }
  row(id: string): number {
    const [row] = this.rowsOf(id);
    if (row === undefined) throw new Error(`no row ${id}`);
    return row;
  }
  /** First row below everything that is filled. */
  get free(): number {
    return this.columns().filled;
  }
  text(row: number | string, header: string): string {
    const at = typeof row === 'number' ? row : this.row(row);
    return this.sheet.rows[at]?.[this.column(header)]?.text ?? '';
  }
  type(row: number | string, header: string, text: string): void {
    const at = typeof row === 'number' ? row : this.row(row);
    this.people.type(this.file, this.sheetId, at, this.column(header), text);
  }
  undo(): void {
    this.people.undo(this.file);
  }
  /** Texts of a column, top to bottom. */
  all(header: string): string[] {
    const column = this.column(header);
    return Object.entries(this.sheet.rows).flatMap(([row, cells]) =>
      Number(row) > 0 && cells[column] ? [cells[column].text] : [],
    );
  }
}
