import { type RawCell, type TabKey, tabOf, type Workbook } from '../domain/program/index.ts';
import { answerOf, type Caller, type DriveClient, type SheetsClient } from './google.ts';
import { shareAlike } from './share.ts';

export interface CopiesOptions {
  readonly sheets: SheetsClient;
  readonly drive: DriveClient;
  readonly spreadsheets: Readonly<Record<Workbook, string>>;
  readonly caller: Caller;
}

/** A copy of a workbook, marked by what it is a copy of and of which day. */
interface Copy {
  readonly id: string;
  /** Civil date, `2026-11-25`. */
  readonly day: string;
  /** Shared with the readers of the original. */
  readonly ready: boolean;
}

/** Keys of the marks that a copy carries; only files with them are ever deleted. */
const MARKS = { of: 'mentorshipCopyOf', day: 'mentorshipCopyDay', ready: 'mentorshipCopyReady' } as const;

/** Daily copies of the workbooks, for whoever may read the original: the way back for deleted rows. */
export class Copies {
  readonly #options: CopiesOptions;
  /** Day of the copy that is known to stand, by workbook. */
  readonly #made = new Map<Workbook, string>();

  constructor(options: CopiesOptions) {
    this.#options = options;
  }

  /**
   * Makes the copy of this day unless it stands, and deletes copies older than so many days. On its first day a workbook
   * needs none. Repeating it is harmless; a copy that was made but not shared is completed.
   * @param day civil date, `2026-11-25`
   */
  async keep(workbook: Workbook, day: string, days: number): Promise<void> {
    if (this.#made.get(workbook) === day) return;
    const { drive, caller, spreadsheets } = this.#options;
    const fileId = spreadsheets[workbook];
    const file = await caller.read(() => drive.files.get({ fileId, fields: 'name,createdTime' }), 'drive');
    const made = String(file.createdTime ?? '').slice(0, 10);
    if (made < day) {
      const copies = await this.#list(workbook);
      const copy = copies.find((each) => each.day === day) ?? (await this.#make(fileId, file.name ?? workbook, day));
      if (!copy.ready) await this.#share(fileId, copy);
      const oldest = dayBefore(day, days);
      for (const old of copies.filter((each) => each.day < oldest))
        await caller.write(() => drive.files.delete({ fileId: old.id }), false, 'drive');
    }
    this.#made.set(workbook, day);
  }

  async #list(workbook: Workbook): Promise<Copy[]> {
    const { drive, caller, spreadsheets } = this.#options;
    const out: Copy[] = [];
    let pageToken: string | undefined;
    do {
      const token = pageToken;
      const page = await caller.read(
        () =>
          drive.files.list({
            q: `appProperties has { key='${MARKS.of}' and value='${spreadsheets[workbook]}' } and trashed = false`,
            fields: 'nextPageToken,files(id,appProperties)',
            pageSize: 100,
            ...(token ? { pageToken: token } : {}),
          }),
        'drive',
      );
      for (const { id, appProperties } of page.files ?? []) {
        const day = appProperties?.[MARKS.day];
        if (id && day) out.push({ id, day, ready: appProperties?.[MARKS.ready] === 'yes' });
      }
      pageToken = page.nextPageToken ?? undefined;
    } while (pageToken);
    return out.sort((a, b) => (a.day < b.day ? 1 : -1));
  }

  async #make(fileId: string, name: string, day: string): Promise<Copy> {
    const { drive, caller } = this.#options;
    const appProperties = { [MARKS.of]: fileId, [MARKS.day]: day };
    const made = await caller.write(
      () =>
        drive.files.copy({
          fileId,
          fields: 'id,appProperties',
          requestBody: { name: `${name}, copy of ${day}`, appProperties },
        }),
      false,
      'drive',
    );
    const id = made.id ?? '';
    if (made.appProperties?.[MARKS.day] !== day)
      await caller.write(() => drive.files.update({ fileId: id, requestBody: { appProperties } }), false, 'drive');
    return { id, day, ready: false };
  }

  /** The readers of the original may read the copy; nobody may change it, and nobody else may see it. */
  async #share(original: string, copy: Copy): Promise<void> {
    const { drive, caller } = this.#options;
    await shareAlike(this.#options, original, copy.id);
    const appProperties = { [MARKS.of]: original, [MARKS.day]: copy.day, [MARKS.ready]: 'yes' };
    await caller.write(() => drive.files.update({ fileId: copy.id, requestBody: { appProperties } }), false, 'drive');
  }

  /** Rows of the copies that name this ID, newest copy first: whether they are its row, the record's hashes tell. */
  async *rowsOf(tab: TabKey, id: string): AsyncGenerator<readonly (readonly RawCell[])[]> {
    for (const copy of await this.#list(tabOf(tab).workbook)) {
      try {
        yield (await this.#rowsIn(copy.id)).filter((row) => row.includes(id));
      } catch (error) {
        const { status } = answerOf(error);
        // Somebody deleted this copy, or took it away from the program: an older one may do.
        if (status !== 403 && status !== 404) throw error;
      }
    }
  }

  async #rowsIn(spreadsheetId: string): Promise<RawCell[][]> {
    const { sheets, caller } = this.#options;
    const file = await caller.read(() =>
      sheets.spreadsheets.get({ spreadsheetId, fields: 'sheets(properties(title,hidden))' }),
    );
    const titles = (file.sheets ?? []).filter(({ properties }) => !properties?.hidden).map((s) => s.properties?.title);
    const data = await caller.read(() =>
      sheets.spreadsheets.values.batchGet({
        spreadsheetId,
        ranges: titles.map((title) => `'${String(title).replaceAll("'", "''")}'`),
        valueRenderOption: 'UNFORMATTED_VALUE',
      }),
    );
    return (data.valueRanges ?? []).flatMap(({ values }) => (values ?? []) as RawCell[][]);
  }
}

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
