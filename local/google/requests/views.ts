import type { Edit } from '../book/edit.ts';
import { bandedJson, filterJson } from '../book/json.ts';
import { randomId } from '../book/new.ts';
import { checkedBox, overlaps } from '../book/ranges.ts';
import type { BandedRange, FilterCriteria, FilterView, GridRange, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { handler, masked, paths } from './context.ts';

interface AskedView extends Partial<Omit<FilterView, 'criteria'>> {
  readonly criteria?: Readonly<Record<string, FilterCriteria>>;
  readonly filterSpecs?: readonly { readonly columnIndex?: number; readonly filterCriteria?: FilterCriteria }[];
}

/** Criteria by column, whichever of the two ways they came. */
export function criteriaOf({ criteria, filterSpecs }: AskedView): Record<string, FilterCriteria> {
  const specs = (filterSpecs ?? []).map((s) => [String(s.columnIndex ?? 0), s.filterCriteria ?? {}] as const);
  return { ...criteria, ...Object.fromEntries(specs) };
}

function viewOf(edit: Edit, id: number): { sheet: Sheet; view: FilterView } {
  for (const { id: sheetId, filterViews } of edit.book.sheets) {
    const view = filterViews?.find((v) => v.filterViewId === id);
    if (view) return { sheet: edit.sheet(sheetId), view };
  }
  throw invalid(`No filter view with id: ${id}`);
}

const taken = (edit: Edit, id: number): boolean =>
  edit.book.sheets.some((s) => s.filterViews?.some((v) => v.filterViewId === id));

function freeTitle(sheet: Sheet): string {
  for (let n = 1; ; n++) if (!sheet.filterViews?.some((v) => v.title === `Filter ${n}`)) return `Filter ${n}`;
}

/** The sheet and range of a view; a named range lends its own. */
function place(edit: Edit, { range, namedRangeId }: AskedView): { sheet: Sheet; range: GridRange } {
  const named = edit.book.named.find((n) => n.namedRangeId === namedRangeId)?.range;
  const where = range ?? named;
  if (!where) throw invalid('Must specify range of the filter view.');
  const sheet = edit.sheet(where.sheetId ?? 0);
  checkedBox(where, sheet);
  return { sheet, range: { ...where, sheetId: sheet.id } };
}

export const addFilterView = handler<{ filter?: AskedView }>((edit, { filter = {} }) => {
  const { sheet, range } = place(edit, filter);
  const id = filter.filterViewId ?? randomId();
  if (taken(edit, id)) throw invalid(`Filter view with ID ${id} already exists. Please specify another ID.`);
  const { filterSpecs: _specs, criteria: _criteria, ...rest } = filter;
  const criteria = criteriaOf(filter);
  const view: FilterView = {
    ...rest,
    filterViewId: id,
    title: filter.title ?? freeTitle(sheet),
    range,
    ...(Object.keys(criteria).length > 0 ? { criteria } : {}),
  };
  sheet.filterViews = [...(sheet.filterViews ?? []), view];
  return { filter: filterJson(view) };
});

export const updateFilterView = handler<{ filter?: AskedView; fields?: string }>((edit, { filter = {}, fields }) => {
  const mask = paths(fields);
  const { sheet, view } = viewOf(edit, filter.filterViewId ?? 0);
  const { criteria: _old, ...old } = view;
  const criteria = masked(mask, 'criteria') || masked(mask, 'filterSpecs') ? criteriaOf(filter) : (view.criteria ?? {});
  const next: FilterView = {
    ...old,
    ...(masked(mask, 'title') && filter.title !== undefined ? { title: filter.title } : {}),
    ...(masked(mask, 'range') && filter.range ? { range: place(edit, filter).range } : {}),
    ...(masked(mask, 'sortSpecs') ? { sortSpecs: filter.sortSpecs ?? [] } : {}),
    ...(Object.keys(criteria).length > 0 ? { criteria } : {}),
  };
  if ((next.range.sheetId ?? 0) !== sheet.id) throw invalid('A filter view cannot move to another sheet.');
  sheet.filterViews = (sheet.filterViews ?? []).map((v) => (v === view ? next : v));
  return undefined;
});

export const duplicateFilterView = handler<{ filterId?: number }>((edit, { filterId = 0 }) => {
  const { sheet, view } = viewOf(edit, filterId);
  const copy = { ...view, filterViewId: randomId(), title: `Copy of ${view.title}` };
  sheet.filterViews = [...(sheet.filterViews ?? []), copy];
  return { filter: filterJson(copy) };
});

export const deleteFilterView = handler<{ filterId?: number }>((edit, { filterId = 0 }) => {
  const { sheet, view } = viewOf(edit, filterId);
  sheet.filterViews = (sheet.filterViews ?? []).filter((v) => v !== view);
  return undefined;
});

function bandedOf(edit: Edit, id: number): { sheet: Sheet; banded: BandedRange } {
  for (const { id: sheetId, banded: all } of edit.book.sheets) {
    const banded = all?.find((b) => b.bandedRangeId === id);
    if (banded) return { sheet: edit.sheet(sheetId), banded };
  }
  throw invalid(`No banding with id: ${id}`);
}

/** Two bandings must not overlap. */
function checkBanding(sheet: Sheet, banded: BandedRange): void {
  const box = checkedBox(banded.range, sheet);
  if (!banded.rowProperties && !banded.columnProperties)
    throw invalid('At least one of rowProperties or columnProperties must be specified.');
  if (sheet.banded?.some((b) => b.bandedRangeId !== banded.bandedRangeId && overlaps(b.range, box)))
    throw invalid(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
}

export const addBanding = handler<{ bandedRange?: Partial<BandedRange> }>((edit, { bandedRange = {} }) => {
  const { range, bandedRangeId: id = randomId() } = bandedRange;
  if (!range) throw invalid('range is required.');
  if (edit.book.sheets.some((s) => s.banded?.some((b) => b.bandedRangeId === id)))
    throw invalid(`Banding with ID ${id} already exists. Please specify another ID.`);
  const sheet = edit.sheet(range.sheetId ?? 0);
  const banded = { ...bandedRange, bandedRangeId: id, range: { ...range, sheetId: sheet.id } };
  checkBanding(sheet, banded);
  sheet.banded = [...(sheet.banded ?? []), banded];
  return { bandedRange: bandedJson(banded) };
});

export const updateBanding = handler<{ bandedRange?: Partial<BandedRange>; fields?: string }>(
  (edit, { bandedRange = {}, fields }) => {
    const mask = paths(fields);
    const { sheet, banded } = bandedOf(edit, bandedRange.bandedRangeId ?? 0);
    const next: Record<string, unknown> = { ...banded };
    for (const key of ['range', 'rowProperties', 'columnProperties'] as const)
      if (masked(mask, key)) {
        if (bandedRange[key] !== undefined) next[key] = bandedRange[key];
        else if (key !== 'range') delete next[key];
      }
    const changed = { ...(next as unknown as BandedRange), range: { ...(next.range as GridRange), sheetId: sheet.id } };
    checkBanding(sheet, changed);
    sheet.banded = (sheet.banded ?? []).map((b) => (b === banded ? changed : b));
    return undefined;
  },
);

export const deleteBanding = handler<{ bandedRangeId?: number }>((edit, { bandedRangeId = 0 }) => {
  const { sheet, banded } = bandedOf(edit, bandedRangeId);
  sheet.banded = (sheet.banded ?? []).filter((b) => b !== banded);
  return undefined;
});
