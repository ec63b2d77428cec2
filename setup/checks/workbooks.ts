import {
  FORM_KEYS,
  type FormKey,
  formOf,
  type TabKey,
  tabOf,
  tabsOf,
  type Workbook,
} from '../../domain/program/index.ts';
import type { Caller, DriveClient, FormsClient, SheetsClient } from '../../sheets/google.ts';
import { readLayout } from '../../sheets/layout.ts';
import { columnOf, shapeOf } from '../../sheets/shape.ts';
import type { PartialIds } from '../ids.ts';
import { type Finding, fine, wrong } from './finding.ts';

const AGAIN = 'Undo its deletion, or run "npm run setup": it adds what is missing and changes nothing else.';

/** Is every tab there, with every column and the hidden book? */
export async function checkTabs(
  sheets: SheetsClient,
  caller: Caller,
  spreadsheetId: string,
  workbook: Workbook,
  title: string,
): Promise<Finding[]> {
  const layout = await readLayout(sheets, spreadsheetId, workbook, caller);
  const out: Finding[] = [];
  for (const tab of tabsOf(workbook)) {
    const found = layout.tabs.get(tab);
    if (!found) out.push(wrong(`${title}: the tab "${tabOf(tab).title}" is missing`, AGAIN));
    else if (found.header < 0) out.push(wrong(`${title}: "${found.title}" has no header row`, 'Undo its deletion.'));
    else
      for (const key of shapeOf(tab).all.filter((each) => !found.marks.has(each)))
        out.push(wrong(`${title}: "${found.title}" lacks the column "${columnOf(tab, key).header}"`, AGAIN));
  }
  if (layout.book === undefined) out.push(wrong(`${title}: the hidden tab Book is missing`, AGAIN));
  return out.length > 0 ? out : [fine(`${title}: all tabs and columns are there`)];
}

/** Who may read a workbook. A link that opens it for anyone is never right: rows hold names and addresses. */
export async function checkReaders(
  drive: DriveClient,
  caller: Caller,
  fileId: string,
  title: string,
): Promise<Finding[]> {
  const names: string[] = [];
  let open = false;
  let pageToken: string | undefined;
  do {
    const page = await caller.read(() =>
      drive.permissions.list({
        fileId,
        fields: 'nextPageToken,permissions(type,role,emailAddress,domain)',
        supportsAllDrives: true,
        ...(pageToken ? { pageToken } : {}),
      }),
    );
    for (const { type, role, emailAddress, domain } of page.permissions ?? []) {
      if (type === 'anyone') open = true;
      else names.push(`${emailAddress ?? (domain ? `everybody at ${domain}` : type)} (${role})`);
    }
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken);
  return open
    ? [
        wrong(
          `${title}: anyone with the link can open it`,
          'Share, General access: set it to Restricted, and name the readers.',
        ),
      ]
    : [fine(`${title}: read by ${names.join(', ')}`)];
}

/** Are the forms published, open for answers, complete, and where letters send people? */
export async function checkForms(
  forms: FormsClient,
  caller: Caller,
  ids: PartialIds,
  missingIn: (form: FormKey, present: readonly string[]) => readonly string[],
): Promise<Finding[]> {
  const out: Finding[] = [];
  for (const key of FORM_KEYS) {
    const formId = ids.forms?.[key];
    const { title } = formOf(key);
    if (!formId) {
      out.push(wrong(`The form "${title}" is missing`, 'Run "npm run setup".'));
      continue;
    }
    const form = await caller.read(() => forms.forms.get({ formId }));
    const state = form.publishSettings?.publishState;
    const present = (form.items ?? []).map((item) => item.questionItem?.question?.questionId ?? '');
    const lack = missingIn(key, present);
    if (!state?.isPublished) out.push(wrong(`The form "${title}" is not published`, 'Run "npm run setup".'));
    else if (!state.isAcceptingResponses)
      out.push(wrong(`The form "${title}" takes no answers`, 'Open it in Google Forms, or run "npm run setup".'));
    if (form.responderUri !== ids.responders?.[key])
      out.push(
        wrong(
          `The ids file does not know where "${title}" is answered`,
          'Run "npm run setup", then start the worker anew.',
        ),
      );
    for (const question of lack)
      out.push(wrong(`The form "${title}" lacks the question "${question}"`, 'Run "npm run setup": it adds it.'));
  }
  return out.length > 0 ? out : [fine(`All ${FORM_KEYS.length} forms are published and complete`)];
}

/** Cells of a tab as they stand, by column key; read without the record, so that it works before any worker ran. */
export async function cellsOf(
  sheets: SheetsClient,
  caller: Caller,
  spreadsheetId: string,
  workbook: Workbook,
  tab: TabKey,
): Promise<Readonly<Record<string, string>>[]> {
  const layout = (await readLayout(sheets, spreadsheetId, workbook, caller)).tabs.get(tab);
  if (!layout) return [];
  const { values = [] } = await caller.read(() =>
    sheets.spreadsheets.values.get({ spreadsheetId, range: `'${layout.title.replaceAll("'", "''")}'` }),
  );
  return (values ?? [])
    .slice(layout.header + 1)
    .map((row) =>
      Object.fromEntries(layout.columns.flatMap((key, i) => (key === '' ? [] : [[key, String(row[i] ?? '').trim()]]))),
    );
}
