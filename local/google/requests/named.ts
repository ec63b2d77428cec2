import { randomId } from '../book/new.ts';
import { checkedBox, overlaps, rangeJson } from '../book/ranges.ts';
import type { GridRange, NamedRange, Workbook } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { handler, masked, paths } from './context.ts';

export const addNamedRange = handler<{ namedRange?: Partial<NamedRange> }>((edit, { namedRange = {} }) => {
  const { name = '', range, namedRangeId: id = String(randomId()) } = namedRange;
  checkName(edit.book, name);
  if (!range) throw invalid('range is required.');
  if (edit.book.named.some((n) => n.namedRangeId === id))
    throw invalid(`Named range with ID ${id} already exists. Please specify another ID.`);
  const sheet = edit.sheet(range.sheetId ?? 0);
  checkedBox(range, sheet);
  const added = { namedRangeId: id, name, range: { ...range, sheetId: sheet.id } };
  edit.book.named = [...edit.book.named, added];
  return { namedRange: { ...added, range: rangeJson(added.range) } };
});

export const updateNamedRange = handler<{ namedRange?: Partial<NamedRange>; fields?: string }>(
  (edit, { namedRange = {}, fields }) => {
    const mask = paths(fields);
    const old = existing(edit.book, namedRange.namedRangeId);
    const name = masked(mask, 'name') ? (namedRange.name ?? '') : old.name;
    if (name !== old.name) checkName(edit.book, name);
    const range = masked(mask, 'range') ? (namedRange.range ?? old.range) : old.range;
    checkedBox(range, edit.sheet(range.sheetId ?? 0));
    edit.book.named = edit.book.named.map((n) => (n === old ? { ...old, name, range } : n));
    return undefined;
  },
);

export const deleteNamedRange = handler<{ namedRangeId?: string }>((edit, { namedRangeId }) => {
  const old = existing(edit.book, namedRangeId);
  edit.book.named = edit.book.named.filter((n) => n !== old);
  return undefined;
});

function existing(book: Workbook, id: string | undefined): NamedRange {
  const found = book.named.find((n) => n.namedRangeId === id);
  if (!found) throw invalid(`No named range with id: ${id ?? ''}`);
  return found;
}

function checkName(book: Workbook, name: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
    throw invalid(
      `Invalid name: "${name}". A named range needs letters, digits and underscores and must not look like a cell.`,
    );
  if (book.named.some((n) => n.name.toLowerCase() === name.toLowerCase()))
    throw invalid(`A named range with the name "${name}" already exists.`);
}

export const mergeCells = handler<{ range?: GridRange; mergeType?: string }>((edit, { range, mergeType }) => {
  if (!range) throw invalid('range is required.');
  const sheet = edit.sheet(range.sheetId ?? 0);
  const box = checkedBox(range, sheet);
  if (sheet.merges.some((m) => overlaps(m, box)))
    throw invalid('You must select all cells in a merged range to merge or unmerge them.');
  const make = (r0: number, r1: number, c0: number, c1: number): GridRange => ({
    sheetId: sheet.id,
    startRowIndex: r0,
    endRowIndex: r1,
    startColumnIndex: c0,
    endColumnIndex: c1,
  });
  const rows = Array.from({ length: box.r1 - box.r0 }, (_, i) => box.r0 + i);
  const columns = Array.from({ length: box.c1 - box.c0 }, (_, i) => box.c0 + i);
  const added =
    mergeType === 'MERGE_ROWS'
      ? rows.map((r) => make(r, r + 1, box.c0, box.c1))
      : mergeType === 'MERGE_COLUMNS'
        ? columns.map((c) => make(box.r0, box.r1, c, c + 1))
        : [make(box.r0, box.r1, box.c0, box.c1)];
  for (const m of added)
    for (let r = m.startRowIndex ?? 0; r < (m.endRowIndex ?? 0); r++)
      for (let c = m.startColumnIndex ?? 0; c < (m.endColumnIndex ?? 0); c++)
        if (r !== m.startRowIndex || c !== m.startColumnIndex) edit.put(sheet, r, c, undefined);
  sheet.merges = [...sheet.merges, ...added];
  return undefined;
});

export const unmergeCells = handler<{ range?: GridRange }>((edit, { range }) => {
  if (!range) throw invalid('range is required.');
  const sheet = edit.sheet(range.sheetId ?? 0);
  const box = checkedBox(range, sheet);
  sheet.merges = sheet.merges.filter((m) => !overlaps(m, box));
  return undefined;
});
