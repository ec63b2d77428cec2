import { setTimeout as sleep } from 'node:timers/promises';
import { tabOf } from '../../domain/program/index.ts';
import type { GoogleRecord } from '../../sheets/index.ts';
import { mentorId, type Office } from './office.ts';

export interface Measured {
  readonly calls: number;
  readonly seconds: number;
  /** Rows that show another row's value, or none, at the end. */
  readonly wrong: number;
}

const NAME = Object.keys(tabOf('mentors').columns).indexOf('name');
const next = (i: number, round: number): string => `Check again, ${round}: row ${i}`;

/** So many activities change a row of their own, all at once, spread over the workers, while staff sort the tab. */
export async function changeRows(
  office: Office,
  workers: readonly GoogleRecord[],
  rows: number,
  round: number,
): Promise<Measured> {
  const calls = (): number =>
    workers.map((worker) => worker.stats()).reduce((sum, { reads, writes }) => sum + reads + writes, 0);
  const before = calls();
  const began = performance.now();
  const work = Promise.all(
    Array.from({ length: rows }, (_, i) =>
      (workers[i % workers.length] as GoogleRecord).commit((view) => {
        const id = mentorId(i);
        if (!view.row('mentors', id)) throw new Error(`no row ${id}`);
        return { changes: [{ tab: 'mentors', id, cells: { nextStep: next(i, round) } }], result: undefined };
      }),
    ),
  );
  await sleep(5);
  await office.sort(NAME);
  await work;
  await Promise.all(workers.map((worker) => worker.settle()));
  const seconds = (performance.now() - began) / 1000;
  return { calls: calls() - before, seconds, wrong: await wrongRows(office, rows, round) };
}

/** Reads the tab as anybody would: what stands beside each ID. */
async function wrongRows(office: Office, rows: number, round: number): Promise<number> {
  const { data } = await office.staff.sheets.spreadsheets.values.get({
    spreadsheetId: office.ids.spreadsheets.programme,
    range: `'${tabOf('mentors').title}'`,
  });
  const [header = [], ...lines] = (data.values ?? []) as string[][];
  const id = header.indexOf(tabOf('mentors').columns.id?.header ?? '');
  const step = header.indexOf(tabOf('mentors').columns.nextStep?.header ?? '');
  const shown = new Map(lines.filter((line) => line[id]).map((line) => [line[id], line[step]]));
  return Array.from({ length: rows }).filter((_, i) => shown.get(mentorId(i)) !== next(i, round)).length;
}

export interface Poll {
  readonly rows: number;
  /** Sheets calls of a poll that finds nothing changed, of one that finds a change that is no edit, and of an edit. */
  readonly calls: { readonly unchanged: number; readonly changed: number; readonly edit: number };
  /** Our own CPU, in milliseconds; the stand-in runs in another process. */
  readonly cpu: { readonly changed: number; readonly edit: number };
  readonly seconds: number;
  readonly memory: number;
}

/** Polls a tab of many rows: nothing changed, a colour changed, one cell edited. The middle of several. */
export async function poll(office: Office, record: GoogleRecord, rows: number): Promise<Poll> {
  const { sheets } = office.staff;
  const spreadsheetId = office.ids.spreadsheets.programme;
  const note = Object.keys(tabOf('mentors').columns).indexOf('staffNote');
  const column = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : column(Math.floor(index / 26) - 1) + column(index % 26);
  const counted = async <T>(
    work: () => Promise<T>,
  ): Promise<{ calls: number; cpu: number; seconds: number; result: T }> => {
    const { reads, writes } = record.stats();
    const began = performance.now();
    const cpu = process.cpuUsage();
    const result = await work();
    const used = process.cpuUsage(cpu);
    const now = record.stats();
    return {
      calls: now.reads + now.writes - reads - writes,
      cpu: (used.user + used.system) / 1000,
      seconds: (performance.now() - began) / 1000,
      result,
    };
  };
  const middle = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const unchanged: number[] = [];
  const changed: Awaited<ReturnType<typeof counted>>[] = [];
  const edited: Awaited<ReturnType<typeof counted>>[] = [];
  for (let i = 0; i < 7; i++) {
    const version = await record.version('programme');
    const same = await counted(async () => (await record.version('programme')) === version);
    if (!same.result) throw new Error('the version moved on although nothing was changed');
    unchanged.push(same.calls);
    await office.sort(NAME);
    await record.edits('programme');
    changed.push(await counted(() => record.edits('programme')));
    await sheets.spreadsheets.values.update({
      spreadsheetId,
      range: `'${tabOf('mentors').title}'!${column(note)}${2 + i * 3}`,
      valueInputOption: 'RAW',
      requestBody: { values: [[`note ${i}`]] },
    });
    const found = await counted(() => record.edits('programme'));
    if (found.result.edits.length !== 1) throw new Error(`${found.result.edits.length} edits found instead of one`);
    edited.push(found);
    await record.told(
      'programme',
      found.result.edits.map(({ key }) => key),
    );
  }
  return {
    rows,
    calls: {
      unchanged: middle(unchanged),
      changed: middle(changed.map(({ calls }) => calls)),
      edit: middle(edited.map(({ calls }) => calls)),
    },
    cpu: { changed: middle(changed.map(({ cpu }) => cpu)), edit: middle(edited.map(({ cpu }) => cpu)) },
    seconds: middle(edited.map(({ seconds }) => seconds)),
    memory: process.memoryUsage().rss / 2 ** 20,
  };
}
