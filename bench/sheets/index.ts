import { fill, type Office, openOffice } from './office.ts';
import { changeRows, type Measured, poll } from './ours.ts';
import { cellsInBatch, rowBySave } from './peer.ts';

/** Calls a minute that Google allows one user, of each kind. */
const A_MINUTE = 60;
const ROWS = 1000;
/** What the record may cost for a thousand changes at once, by workers (design: 5 and 22 in the model). */
const AT_MOST: Readonly<Record<number, number>> = { 1: 8, 3: 25 };
/** Own CPU for finding one edit among 10,000 rows, in milliseconds. */
const EDIT_CPU = 150;

const line = (who: string, { calls, seconds, wrong }: Measured): string =>
  `${who.padEnd(44)}${String(calls).padStart(6)} calls ${seconds.toFixed(1).padStart(7)} s ${String(wrong).padStart(6)} rows wrong`;

/**
 * What the record costs: calls, time and wrong rows for changes by independent activities at once while staff sort, against
 * `google-spreadsheet` in the same run; how calls grow; and what a poll of many rows costs.
 */
export async function run(): Promise<void> {
  const failed: string[] = [];
  const demand = (holds: boolean, what: string): void => {
    if (!holds) failed.push(what);
  };
  const withOffice = async <T>(quota: 'google' | 'off', work: (office: Office) => Promise<T>): Promise<T> => {
    const office = await openOffice(quota);
    try {
      return await work(office);
    } finally {
      await office.close();
    }
  };

  console.log(`${ROWS} rows changed by ${ROWS} independent activities at once, staff sort meanwhile`);
  let ours = 0;
  for (const workers of [1, 3]) {
    const measured = await withOffice('google', async (office) => {
      const records = Array.from({ length: workers }, () => office.record());
      await fill(records[0] as (typeof records)[number], 0, ROWS);
      for (const record of records) await record.edits('programme');
      return changeRows(office, records, ROWS, 1);
    });
    console.log(line(`the record, ${workers} ${workers === 1 ? 'worker' : 'workers'}, Google's quota`, measured));
    const most = AT_MOST[workers] ?? 0;
    demand(measured.calls <= most, `${measured.calls} calls with ${workers} workers, at most ${most} wanted`);
    demand(measured.wrong === 0, `${measured.wrong} rows wrong with ${workers} workers`);
    if (workers === 1) ours = measured.calls;
  }
  const save = await withOffice('off', (office) => rowBySave(office, ROWS));
  const quota = Math.ceil(save.calls / A_MINUTE);
  console.log(`${line('google-spreadsheet, row.save(), no quota', save)}; Google's quota would take ${quota} minutes`);
  const batch = await withOffice('off', (office) => cellsInBatch(office, ROWS));
  console.log(`${line('google-spreadsheet, one saveUpdatedCells()', batch)}; all changes in one place`);

  console.log('\nhow calls grow with the rows changed at once, one worker');
  await withOffice('google', async (office) => {
    const record = office.record();
    let filled = 0;
    for (const [round, rows] of [100, 1000, 10_000].entries()) {
      await fill(record, filled, rows);
      filled = rows;
      await sixtySeconds(record.stats());
      console.log(line(`${rows} of ${rows} rows`, await changeRows(office, [record], rows, round + 2)));
    }
    await sixtySeconds(record.stats());
    const polled = await poll(office, record, filled);
    console.log(`\na poll of all tabs of a workbook, ${filled} rows`);
    console.log(`nothing changed                             ${polled.calls.unchanged} Sheets calls`);
    console.log(
      `changed, but no edit                        ${polled.calls.changed} Sheets calls, ${polled.cpu.changed.toFixed(0)} ms of our CPU`,
    );
    console.log(
      `one edit                                    ${polled.calls.edit} Sheets calls, ${polled.cpu.edit.toFixed(0)} ms of our CPU, ${polled.seconds.toFixed(2)} s in all`,
    );
    console.log(`memory of this process afterwards           ${polled.memory.toFixed(0)} MB`);
    demand(polled.calls.unchanged === 0, 'a poll without a change calls Sheets');
    demand(polled.calls.changed === 1, `${polled.calls.changed} calls for a poll that finds no edit`);
    demand(
      polled.cpu.edit <= EDIT_CPU,
      `${polled.cpu.edit.toFixed(0)} ms of CPU for one edit, at most ${EDIT_CPU} wanted`,
    );
  });

  for (const what of failed) console.log(`MISSED  ${what}`);
  if (failed.length > 0) process.exitCode = 1;
  console.log(`ratio   ${(save.calls / ours).toFixed(0)} (calls of row.save() for each call of the record)`);
}

/** Lets the quota fill up again, so that a measurement does not pay for what came before it. */
async function sixtySeconds({ reads, writes }: { readonly reads: number; readonly writes: number }): Promise<void> {
  if (reads + writes > A_MINUTE / 2) await new Promise((resolve) => setTimeout(resolve, 60_000));
}
