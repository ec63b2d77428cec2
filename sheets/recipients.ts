import type { RecipientsPort } from '../activities/index.ts';
import type { CopyResult, CopyStatus, Recipient, RecipientLine } from '../domain/mailing/delivery/index.ts';
import { Unanswered } from './errors.ts';
import { Caller, type DriveClient, type SheetsClient } from './google.ts';
import type { Quota } from './quota.ts';
import { shareAlike } from './share.ts';

export interface CreateRecipientsOptions {
  readonly sheets: SheetsClient;
  readonly drive: DriveClient;
  /** The mailings' workbook: its folder and readers are theirs. */
  readonly beside: string;
  /** Real time in milliseconds. */
  readonly now: () => number;
  /** Shared with the record: Google counts both together. */
  readonly quota?: Quota | undefined;
}

const HEADERS = ['Number', 'Alumnus', 'Name', 'Email', 'School', 'Status', 'Reply', 'At'] as const;
const TAB = 'Recipients';
const LAST = 'H';
/** Marks by which a file is found again. */
const MARKS = { of: 'mentorshipRecipientsOf', freeze: 'mentorshipFreeze' } as const;
const REPLY_LONGEST = 300;

/**
 * Spreadsheets of recipients. Nobody but the program writes them, so a recipient is found by number; a hash of who stands there tells when
 * somebody did.
 */
export function createRecipients({ sheets, drive, beside, now, quota }: CreateRecipientsOptions): RecipientsPort {
  const caller = new Caller({ now, patience: 60_000, ...(quota ? { quota } : {}) });

  /** Every write says the same thing again: an unanswered one is repeated. */
  async function write<T>(call: () => Promise<{ data: T }>, api: 'sheets' | 'drive' = 'sheets'): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return await caller.write(call, false, api);
      } catch (error) {
        if (!(error instanceof Unanswered) || tries >= 4) throw error;
      }
    }
  }

  async function find(mailing: string, freeze: string): Promise<string | undefined> {
    const has = (key: string, value: string) => `appProperties has { key='${key}' and value='${value}' }`;
    const { files = [] } = await caller.read(
      () =>
        drive.files.list({
          q: `${has(MARKS.of, mailing)} and ${has(MARKS.freeze, freeze)} and trashed = false`,
          fields: 'files(id)',
          orderBy: 'createdTime',
          pageSize: 1,
        }),
      'drive',
    );
    return files[0]?.id ?? undefined;
  }

  /** The tab, its header, its size and its protection; done already when it has its name. */
  async function shape(spreadsheetId: string, count: number): Promise<void> {
    const { sheets: tabs = [] } = await caller.read(() =>
      sheets.spreadsheets.get({ spreadsheetId, fields: 'sheets(properties(sheetId,title))' }),
    );
    if (tabs[0]?.properties?.title === TAB) return;
    const sheetId = tabs[0]?.properties?.sheetId ?? 0;
    const gridProperties = { rowCount: Math.max(2, count + 1), columnCount: HEADERS.length, frozenRowCount: 1 };
    await write(() =>
      sheets.spreadsheets.values.update({
        spreadsheetId,
        range: `A1:${LAST}1`,
        valueInputOption: 'RAW',
        requestBody: { values: [[...HEADERS]] },
      }),
    );
    await write(() =>
      sheets.spreadsheets.batchUpdate({
        spreadsheetId,
        requestBody: {
          requests: [
            { addProtectedRange: { protectedRange: { range: { sheetId }, description: 'Written by the program' } } },
            {
              updateSheetProperties: {
                properties: { sheetId, title: TAB, gridProperties },
                fields: 'title,gridProperties.rowCount,gridProperties.columnCount,gridProperties.frozenRowCount',
              },
            },
          ],
        },
      }),
    );
  }

  return {
    async open({ mailing, freeze, title, count }) {
      const found = await find(mailing, freeze);
      const id = found ?? (await create(mailing, freeze, title));
      await shape(id, count);
      await shareAlike({ drive, caller }, beside, id);
      return id;
    },
    async write(file, recipients) {
      const [first] = recipients;
      if (!first) return;
      const from = first.ordinal + 2;
      await write(() =>
        sheets.spreadsheets.values.update({
          spreadsheetId: file,
          range: `${TAB}!A${from}:E${from + recipients.length - 1}`,
          valueInputOption: 'RAW',
          requestBody: { values: recipients.map(rowOf) },
        }),
      );
    },
    async read(file, from, to) {
      const { values = [] } = await caller.read(() =>
        sheets.spreadsheets.values.get({
          spreadsheetId: file,
          range: `${TAB}!A${from + 2}:${LAST}${to + 1}`,
          valueRenderOption: 'UNFORMATTED_VALUE',
        }),
      );
      return Array.from({ length: to - from }, (_, i) => lineOf(values?.[i] ?? [], from + i));
    },
    async results(file, results) {
      if (results.length === 0) return;
      await write(() =>
        sheets.spreadsheets.values.batchUpdate({
          spreadsheetId: file,
          requestBody: { valueInputOption: 'RAW', data: inRuns(results).map(rangeOf) },
        }),
      );
    },
  };

  async function create(mailing: string, freeze: string, title: string): Promise<string> {
    const { parents } = await caller.read(() => drive.files.get({ fileId: beside, fields: 'parents' }), 'drive');
    try {
      const made = await caller.write(
        () =>
          drive.files.create({
            fields: 'id',
            requestBody: {
              name: title,
              mimeType: 'application/vnd.google-apps.spreadsheet',
              appProperties: { [MARKS.of]: mailing, [MARKS.freeze]: freeze },
              ...(parents ? { parents } : {}),
            },
          }),
        false,
        'drive',
      );
      return made.id ?? '';
    } catch (error) {
      // Perhaps it was made: the oldest with these marks is the one.
      const found = error instanceof Unanswered ? await find(mailing, freeze) : undefined;
      if (found === undefined) throw error;
      return found;
    }
  }
}

const rowOf = ({ ordinal, id, name, email, school }: Recipient) => [ordinal + 1, id, name, email, school];

/** Whatever stands in that line; where it is not what was written, its hash says so. */
function lineOf(row: readonly unknown[], ordinal: number): RecipientLine {
  const [number, id, name, email, school, status, reply] = row.map((cell) => String(cell ?? ''));
  return {
    ordinal: Number(number) === ordinal + 1 ? ordinal : -1,
    id: id ?? '',
    name: name ?? '',
    email: email ?? '',
    school: school ?? '',
    status: (status ?? '') as CopyStatus | '',
    reply: reply ?? '',
  };
}

/** Results whose lines follow one another are written together. */
function inRuns(results: readonly CopyResult[]): CopyResult[][] {
  const runs: CopyResult[][] = [];
  for (const result of results.toSorted((a, b) => a.ordinal - b.ordinal)) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.ordinal === result.ordinal - 1) run.push(result);
    else runs.push([result]);
  }
  return runs;
}

const rangeOf = (run: readonly CopyResult[]) => {
  const from = (run[0]?.ordinal ?? 0) + 2;
  return {
    range: `${TAB}!F${from}:${LAST}${from + run.length - 1}`,
    values: run.map(({ status, reply, at }) => [status, reply.slice(0, REPLY_LONGEST), at]),
  };
};
