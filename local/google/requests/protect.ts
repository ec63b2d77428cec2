import type { Edit } from '../book/edit.ts';
import { protectedRangeJson } from '../book/json.ts';
import { randomId } from '../book/new.ts';
import { checkedBox } from '../book/ranges.ts';
import type { ProtectedRange, Sheet } from '../book/types.ts';
import { invalid, protectedCell } from '../errors.ts';
import { handler, masked, paths } from './context.ts';

type Asked = Partial<ProtectedRange>;

/** An explicit id that exists already refuses the whole batch: the one compare-and-swap the API has. */
export const addProtectedRange = handler<{ protectedRange?: Asked }>((edit, { protectedRange = {} }) => {
  const { requestingUserCanEdit: _can, ...asked } = protectedRange as Asked & { requestingUserCanEdit?: boolean };
  const id = asked.protectedRangeId ?? randomId();
  if (find(edit, id)) throw invalid(`Protected range with ID ${id} already exists. Please specify another ID.`);
  const sheet = home(edit, asked);
  const added: ProtectedRange = {
    ...asked,
    protectedRangeId: id,
    ...(asked.range ? { range: { ...asked.range, sheetId: sheet.id } } : {}),
  };
  sheet.protectedRanges = [...sheet.protectedRanges, added];
  return { protectedRange: protectedRangeJson(added) };
});

export const updateProtectedRange = handler<{ protectedRange?: Asked; fields?: string }>(
  (edit, { protectedRange = {}, fields }) => {
    const mask = paths(fields);
    const found = existing(edit, protectedRange.protectedRangeId ?? 0);
    const next: Record<string, unknown> = { ...found.range };
    for (const key of ['range', 'namedRangeId', 'description', 'warningOnly', 'editors', 'unprotectedRanges'] as const)
      if (masked(mask, key)) {
        if (protectedRange[key] === undefined) delete next[key];
        else next[key] = protectedRange[key];
      }
    const updated = next as unknown as ProtectedRange;
    found.sheet.protectedRanges = found.sheet.protectedRanges.filter((p) => p !== found.range);
    const sheet = home(edit, updated);
    sheet.protectedRanges = [...sheet.protectedRanges, updated];
    return undefined;
  },
);

export const deleteProtectedRange = handler<{ protectedRangeId?: number }>((edit, { protectedRangeId = 0 }) => {
  const { sheet, range } = existing(edit, protectedRangeId);
  sheet.protectedRanges = sheet.protectedRanges.filter((p) => p !== range);
  return undefined;
});

function find(edit: Edit, id: number): { sheetId: number; range: ProtectedRange } | undefined {
  for (const sheet of edit.book.sheets) {
    const range = sheet.protectedRanges.find((p) => p.protectedRangeId === id);
    if (range) return { sheetId: sheet.id, range };
  }
  return undefined;
}

function existing(edit: Edit, id: number): { sheet: Sheet; range: ProtectedRange } {
  const found = find(edit, id);
  if (!found) throw invalid(`No protected range with id: ${id}`);
  if (!edit.actor.mayEdit(found.range)) throw protectedCell();
  return { sheet: edit.sheet(found.sheetId), range: found.range };
}

function home(edit: Edit, asked: Asked): Sheet {
  if (asked.namedRangeId !== undefined) {
    const named = edit.book.named.find((n) => n.namedRangeId === asked.namedRangeId);
    if (!named) throw invalid(`No named range with id: ${asked.namedRangeId}`);
    return edit.sheet(named.range.sheetId ?? 0);
  }
  if (!asked.range) throw invalid('Must specify range or namedRangeId of the protected range.');
  const sheet = edit.sheet(asked.range.sheetId ?? 0);
  checkedBox(asked.range, sheet);
  return sheet;
}
