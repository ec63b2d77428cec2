import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { KAZAKHSTAN } from '../domain/calendar/index.ts';
import { WORKBOOKS, type Workbook } from '../domain/program/index.ts';
import { Unanswered } from '../sheets/errors.ts';
import { googleClients } from '../sheets/index.ts';
import { readIds, saveIds, setUp } from './index.ts';

const HELP = `Makes the four spreadsheets and the forms in a Google account, or adds what they lack. What is there stays as it is, so
running it again is harmless.

npm run setup -- [--ids FILE]

  --ids FILE   which files are ours; read, completed and saved after each file made
               (default: GOOGLE_IDS, else google-ids.json)

GOOGLE_APPLICATION_CREDENTIALS names the key of a service account with the APIs of Sheets, Drive and Forms switched on.
SHEETS_ROOT_URL (and GOOGLE_TOKEN) point at another server that speaks the same APIs, such as "npm run sheets".
`;

/** What to do when Google could not be asked, by what went wrong. */
function adviceOn(error: unknown): string {
  const { code, status, message } = error as { code?: unknown; status?: unknown; message?: string };
  if (code === 'record-unavailable' || error instanceof Unanswered)
    return 'Google did not answer, or does not let this account in. Check GOOGLE_APPLICATION_CREDENTIALS (or SHEETS_ROOT_URL), then run the setup again: it goes on where it stopped.';
  const number = Number(status ?? code);
  if (number === 404)
    return 'A spreadsheet or form of the ids file is gone or belongs to another account. Restore it from the bin, or take its line out of the ids file.';
  return `${message ?? String(error)}`;
}

async function main(): Promise<number> {
  let file: string;
  try {
    const { values } = parseArgs({ options: { ids: { type: 'string' }, help: { type: 'boolean' } } });
    if (values.help) {
      console.log(HELP.trimEnd());
      return 0;
    }
    file = resolve(values.ids ?? process.env.GOOGLE_IDS ?? 'google-ids.json');
  } catch (error) {
    console.error(`${(error as Error).message.split('. To specify')[0]}\nSee npm run setup -- --help`);
    return 2;
  }
  const root = process.env.SHEETS_ROOT_URL;
  if (root !== undefined && !URL.canParse(root)) {
    console.error(`SHEETS_ROOT_URL is not an address: ${root}`);
    return 2;
  }
  try {
    const ids = await setUp({
      ...googleClients(root, process.env.GOOGLE_TOKEN),
      ids: readIds(file),
      holidays: KAZAKHSTAN,
      save: (partial) => saveIds(file, partial),
      log: (line) => console.log(line),
    });
    saveIds(file, ids);
    console.log(`\nEverything is there. Set GOOGLE_IDS=${file}\nShare each spreadsheet with its readers, by name:`);
    for (const workbook of Object.keys(WORKBOOKS) as Workbook[])
      console.log(`  ${WORKBOOKS[workbook].title} (${WORKBOOKS[workbook].readers}): ${ids.spreadsheets[workbook]}`);
    console.log('Then fill the tab Staff and run "npm run doctor".');
    return 0;
  } catch (error) {
    console.error(`The setup stopped: ${adviceOn(error)}`);
    return 1;
  }
}

process.exitCode = await main();
