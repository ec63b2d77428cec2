import type { Edit } from './edit.ts';
import { randomId } from './new.ts';
import type { GridRange, Sheet, Workbook } from './types.ts';

/** A tab copied under a new id, into the edited workbook; metadata and protections come along under ids of their own. */
export function copySheet(edit: Edit, from: Workbook, source: Sheet, id: number, title: string): Sheet {
  const here = (range: GridRange): GridRange => ({ ...range, sheetId: id });
  const metadata = from.metadata
    .filter((m) => m.sheetId === source.id)
    .map((m) => ({ ...m, sheetId: id, metadataId: randomId() }));
  edit.book.metadata = [...edit.book.metadata, ...metadata];
  return {
    ...source,
    id,
    title,
    rows: source.rows.slice(),
    areas: source.areas.map((a) => ({ ...a, range: here(a.range) })),
    merges: source.merges.map(here),
    conditional: source.conditional.map((c) => ({ ...c, ranges: c.ranges.map(here) })),
    filter: source.filter && { ...source.filter, range: here(source.filter.range) },
    ...(source.filterViews
      ? { filterViews: source.filterViews.map((v) => ({ ...v, filterViewId: randomId(), range: here(v.range) })) }
      : {}),
    ...(source.banded
      ? { banded: source.banded.map((b) => ({ ...b, bandedRangeId: randomId(), range: here(b.range) })) }
      : {}),
    protectedRanges: source.protectedRanges.map(({ range, namedRangeId: _named, ...p }) => ({
      ...p,
      protectedRangeId: randomId(),
      range: here(range ?? {}),
    })),
  };
}
