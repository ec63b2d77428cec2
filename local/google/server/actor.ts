import { type Actor, PROGRAM } from '../book/edit.ts';
import { emailOf, type FileEntry } from '../store/files.ts';
import type { Call } from './call.ts';

/** Who a call is to the protections of a spreadsheet: the owner may all, others what the editors' lists say. */
export function actor(file: FileEntry, call: Call): Actor {
  if (call.user === 'local' || file.owner === call.user) return PROGRAM;
  const email = emailOf(call.user);
  return {
    by: 'program',
    mayEdit: (range) =>
      range.warningOnly === true ||
      (range.editors?.users ?? []).some((user) => user === email || user === call.user) ||
      file.owner === 'local',
  };
}
