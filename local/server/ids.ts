import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { PartialIds } from '../../setup/index.ts';

/** Which files of the stand-in are ours; written after each one, so that a start that is cut off makes nothing twice. */
export const readIds = (file: string): PartialIds =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PartialIds) : {};
export function saveIds(file: string, ids: PartialIds): void {
  writeFileSync(`${file}.new`, JSON.stringify(ids, null, 2));
  renameSync(`${file}.new`, file);
}
