import { append, insert, move, remove } from '../book/dimensions.ts';
import { invalid } from '../errors.ts';
import { type DimensionRange, handler, masked, paths, span, spanBox } from './context.ts';

export const insertDimension = handler<{ range?: DimensionRange; inheritFromBefore?: boolean }>(
  (edit, { range, inheritFromBefore = false }) => {
    const { sheet, dim, start, end } = span(edit, range, true);
    if (inheritFromBefore && start === 0)
      throw invalid('Cannot inherit from before when inserting at the first row or column.');
    const size = dim === 'ROWS' ? sheet.rows.length : sheet.columns.length;
    if (start === size && !inheritFromBefore)
      throw invalid(
        `range.startIndex[${start}] and range.endIndex[${end}] must be within the grid unless inheritFromBefore is set.`,
      );
    insert(edit, sheet, dim, start, end - start, inheritFromBefore);
    return undefined;
  },
);

export const deleteDimension = handler<{ range?: DimensionRange }>((edit, { range }) => {
  const where = span(edit, range);
  edit.guard(where.sheet, spanBox(where));
  remove(edit, where.sheet, where.dim, where.start, where.end - where.start);
  return undefined;
});

export const moveDimension = handler<{ source?: DimensionRange; destinationIndex?: number }>(
  (edit, { source, destinationIndex = 0 }) => {
    const where = span(edit, source);
    const { sheet, dim, start, end } = where;
    const size = dim === 'ROWS' ? sheet.rows.length : sheet.columns.length;
    if (destinationIndex < 0 || destinationIndex > size)
      throw invalid(`destinationIndex[${destinationIndex}] is outside the grid.`);
    if (destinationIndex > start && destinationIndex < end)
      throw invalid('destinationIndex must not lie within the source.');
    edit.guard(sheet, spanBox(where));
    move(edit, sheet, dim, start, end - start, destinationIndex);
    return undefined;
  },
);

export const appendDimension = handler<{ sheetId?: number; dimension?: string; length?: number }>(
  (edit, { sheetId = 0, dimension, length = 0 }) => {
    const sheet = edit.sheet(sheetId);
    if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('dimension must be specified.');
    if (length < 1) throw invalid('length must be greater than 0.');
    append(edit, sheet, dimension, length);
    return undefined;
  },
);

export const updateDimensionProperties = handler<{
  range?: DimensionRange;
  properties?: { hiddenByUser?: boolean; pixelSize?: number };
  fields?: string;
}>((edit, { range, properties = {}, fields }) => {
  const mask = paths(fields);
  const { sheet, dim, start, end } = span(edit, range);
  const hide = masked(mask, 'hiddenByUser') ? (properties.hiddenByUser ?? false) : undefined;
  const size = masked(mask, 'pixelSize') ? properties.pixelSize : undefined;
  const change = {
    ...(hide === undefined ? {} : { hidden: hide }),
    ...(size === undefined ? {} : { size }),
  };
  if (dim === 'COLUMNS') {
    sheet.columns = sheet.columns.map((c, i) => (i >= start && i < end ? { ...c, ...change } : c));
  } else {
    for (let r = start; r < end; r++) Object.assign(edit.row(sheet, r), change);
  }
  return undefined;
});

/** Widths are the browser's affair: accepted, nothing to keep. */
export const autoResizeDimensions = handler<{ dimensions?: DimensionRange }>((edit, { dimensions }) => {
  span(edit, dimensions);
  return undefined;
});
