import { GoogleSpreadsheet } from 'google-spreadsheet';
import type { Office } from './office.ts';
import type { Measured } from './ours.ts';

const HOSTS = /^https:\/\/(sheets|www)\.googleapis\.com\//;
const HEADERS = ['ID', 'Full name', 'Email', 'Stage', 'Next step', 'Staff note'];
type Cells = Record<string, string>;

/** The client knows Google's hosts only; below it, its requests go to the stand-in, and are counted. */
async function counted<T>(url: string, work: (calls: () => number) => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  let count = 0;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    if (!HOSTS.test(request.url)) return real(input, init);
    count++;
    return real(new Request(request.url.replace(HOSTS, `${url}/`), request));
  };
  try {
    return await work(() => count);
  } finally {
    globalThis.fetch = real;
  }
}

async function filled(rows: number) {
  const made = await GoogleSpreadsheet.createNewSpreadsheetDocument({ token: 'peer' }, { title: 'Peer' });
  const doc = new GoogleSpreadsheet(made.spreadsheetId, { token: 'peer' });
  await doc.loadInfo();
  const sheet = await doc.addSheet({
    title: 'Mentors',
    headerValues: HEADERS,
    gridProperties: { rowCount: rows + 1, columnCount: HEADERS.length },
  });
  await sheet.addRows(
    Array.from({ length: rows }, (_, i) => ({
      ID: `MR-${i}`,
      'Full name': `Mentor ${(i * 7919) % 100_003}`,
      Email: `mentor.${i}@example.com`,
      Stage: 'Applied',
      'Next step': '',
      'Staff note': `note ${i}`,
    })),
  );
  return { doc, sheet };
}

/** Staff sort the tab by name. */
const sort = (doc: GoogleSpreadsheet, sheetId: number) =>
  doc.sheetsApi.post(':batchUpdate', {
    json: {
      requests: [
        {
          sortRange: {
            range: { sheetId, startRowIndex: 1 },
            sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
          },
        },
      ],
    },
  });

/** Rows that are gone, stand twice, or show a value or a note that belongs to another row. */
async function wrongRows(spreadsheetId: string, rows: number): Promise<number> {
  const doc = new GoogleSpreadsheet(spreadsheetId, { token: 'peer' });
  await doc.loadInfo();
  const found = await (doc.sheetsByTitle.Mentors as NonNullable<(typeof doc.sheetsByTitle)[string]>).getRows<Cells>();
  const byId = Map.groupBy(found, (row) => String(row.get('ID')));
  return Array.from({ length: rows }, (_, i) => byId.get(`MR-${i}`)).filter((list, i) => {
    const [row] = list ?? [];
    return list?.length !== 1 || row?.get('Next step') !== `step ${i}` || row?.get('Staff note') !== `note ${i}`;
  }).length;
}

/** Google's quota lets a call go a second: calls of independent activities leave one after the other. */
const IN_FLIGHT = 50;

/** `row.save()`: rows are read once, every activity saves its own; staff sort when a third has been saved. */
export const rowBySave = (office: Office, rows: number): Promise<Measured> =>
  counted(office.url, async (calls) => {
    const { doc, sheet } = await filled(rows);
    const before = calls();
    const began = performance.now();
    await doc.loadInfo();
    const list = await sheet.getRows<Cells>();
    let next = 0;
    let sorted: Promise<unknown> | undefined;
    const saveNext = async (): Promise<void> => {
      for (let i = next++; i < list.length; i = next++) {
        if (i * 3 > rows) sorted ??= sort(doc, sheet.sheetId);
        list[i]?.set('Next step', `step ${i}`);
        await list[i]?.save({ raw: true });
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, saveNext));
    await sorted;
    const seconds = (performance.now() - began) / 1000;
    const used = calls() - before - 1;
    return { calls: used, seconds, wrong: await wrongRows(doc.spreadsheetId, rows) };
  });

/** `saveUpdatedCells()`: one place collects all changes and writes them in one call. */
export const cellsInBatch = (office: Office, rows: number): Promise<Measured> =>
  counted(office.url, async (calls) => {
    const { doc, sheet } = await filled(rows);
    const before = calls();
    const began = performance.now();
    await doc.loadInfo();
    await sheet.loadCells();
    const column = HEADERS.indexOf('Next step');
    for (let i = 0; i < rows; i++) sheet.getCell(i + 1, column).value = `step ${i}`;
    await sort(doc, sheet.sheetId);
    await sheet.saveUpdatedCells();
    const seconds = (performance.now() - began) / 1000;
    const used = calls() - before - 1;
    return { calls: used, seconds, wrong: await wrongRows(doc.spreadsheetId, rows) };
  });
