/**
 * Makes the workbooks and forms in a Google account from the declaration, and checks them. Here belongs what runs once or
 * by hand; not here: anything a running process needs.
 */
import type { HolidayRow } from '../domain/calendar/index.ts';
import { FORM_KEYS, type FormKey, formOf, WORKBOOKS, type Workbook } from '../domain/program/index.ts';
import { Caller, type FormsClient, type SheetsClient } from '../sheets/google.ts';
import { createRecord, type Ids } from '../sheets/index.ts';
import { createForm, repairForm } from './forms.ts';
import type { PartialIds } from './ids.ts';
import { holidayRows, settingRows, unitRows } from './rows.ts';
import { createWorkbook, repairWorkbook } from './workbooks.ts';

export interface SetUpOptions {
  readonly sheets: SheetsClient;
  readonly forms: FormsClient;
  /** What an earlier setup made; only the rest is made. */
  readonly ids?: PartialIds;
  readonly holidays?: readonly HolidayRow[];
  /** Called after each file that was made, so that a setup that is cut off makes nothing twice. */
  readonly save?: (ids: PartialIds) => void | Promise<void>;
  /** One line for each thing done. */
  readonly log?: (line: string) => void;
}

/** Makes what is missing and changes nothing else; running it again is harmless. */
export async function setUp(options: SetUpOptions): Promise<Ids> {
  const { sheets, forms, holidays = [], save, log } = options;
  const caller = new Caller({ now: Date.now, patience: 120_000, ...(log ? { log } : {}) });
  const spreadsheets: Partial<Record<Workbook, string>> = { ...options.ids?.spreadsheets };
  const formIds: Partial<Record<FormKey, string>> = { ...options.ids?.forms };
  const responders: Partial<Record<FormKey, string>> = { ...options.ids?.responders };
  const keep = () =>
    save?.({ spreadsheets: { ...spreadsheets }, forms: { ...formIds }, responders: { ...responders } });
  for (const workbook of Object.keys(WORKBOOKS) as Workbook[]) {
    if (!spreadsheets[workbook]) {
      spreadsheets[workbook] = await createWorkbook(sheets, caller, workbook);
      await keep();
      log?.(`made the spreadsheet "${WORKBOOKS[workbook].title}"`);
    }
    const added = await repairWorkbook(sheets, caller, spreadsheets[workbook], workbook);
    for (const what of added) log?.(`${WORKBOOKS[workbook].title}: added ${what}`);
  }
  for (const key of FORM_KEYS) {
    if (!formIds[key]) {
      formIds[key] = await createForm(forms, caller, key);
      await keep();
      log?.(`made the form "${formOf(key).title}"`);
    }
    const { added, responder } = await repairForm(forms, caller, formIds[key], key);
    for (const what of added) log?.(`added ${what}`);
    responders[key] = responder;
  }
  const ids = {
    spreadsheets: spreadsheets as Ids['spreadsheets'],
    forms: formIds as Ids['forms'],
    responders: responders as Ids['responders'],
  };
  const record = createRecord({ sheets, ids, now: Date.now, ...(log ? { log } : {}) });
  await record.commit(() => ({
    changes: [...settingRows(), ...holidayRows(holidays), ...unitRows()],
    result: undefined,
  }));
  await record.close();
  return ids;
}

export { type PartialIds, readIds, saveIds } from './ids.ts';
export type { Ids };
