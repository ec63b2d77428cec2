import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { FORM_KEYS, type FormKey, WORKBOOKS, type Workbook } from '../domain/program/index.ts';

/** Which files and forms an earlier setup made; the rest is missing. */
export interface PartialIds {
  readonly spreadsheets?: Partial<Record<Workbook, string>>;
  readonly forms?: Partial<Record<FormKey, string>>;
  readonly responders?: Partial<Record<FormKey, string>>;
}

/** Reads an ids file; a file that is not there yet is empty. @throws Error in plain words for one that is something else. */
export function readIds(file: string): PartialIds {
  if (!existsSync(file)) return {};
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} is no JSON. Restore it, or name another file: a lost one makes new, empty spreadsheets.`, {
      cause,
    });
  }
  const {
    spreadsheets = {},
    forms = {},
    responders = {},
    ...rest
  } = (found ?? {}) as Record<string, Record<string, unknown>>;
  const strange = [
    ...Object.keys(rest),
    ...Object.keys(spreadsheets).filter((key) => !Object.hasOwn(WORKBOOKS, key)),
    ...[...Object.keys(forms), ...Object.keys(responders)].filter(
      (key) => !(FORM_KEYS as readonly string[]).includes(key),
    ),
  ];
  if (strange.length > 0) throw new Error(`${file} is no file of this setup: it names ${strange.join(', ')}.`);
  return { spreadsheets, forms, responders } as PartialIds;
}

/** Never leaves half a file. */
export function saveIds(file: string, ids: PartialIds): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(ids, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
