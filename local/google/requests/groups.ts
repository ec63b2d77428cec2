import type { Edit } from '../book/edit.ts';
import { groupsJson } from '../book/json.ts';
import type { Group, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { type DimensionRange, handler, masked, paths, type Span, span } from './context.ts';

const DEEPEST = 8;

const keyOf = (dim: Span['dim']): 'rowGroups' | 'columnGroups' => (dim === 'ROWS' ? 'rowGroups' : 'columnGroups');

/**
 * Groups are what the depth of each row or column adds up to: adding one deepens its range by one, deleting one makes
 * it shallower. So nested, overlapping and split groups come out as Google describes them.
 */
function regroup({ sheet, dim, start, end }: Span, by: 1 | -1): void {
  const old = sheet[keyOf(dim)] ?? [];
  const edges = [...new Set([start, end, ...old.flatMap((g) => [g.start, g.end])])].toSorted((a, b) => a - b);
  const pieces = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] as number;
    const depth = old.filter((g) => g.start <= from && g.end >= to).length;
    return { from, to, depth: from >= start && to <= end ? Math.max(0, depth + by) : depth };
  });
  const deepest = Math.max(0, ...pieces.map((p) => p.depth));
  if (deepest > DEEPEST) throw invalid(`Groups can be nested ${DEEPEST} deep at most.`);
  const groups: Group[] = [];
  for (let depth = 1; depth <= deepest; depth++) {
    let open: { start: number; end: number } | undefined;
    const close = (): void => {
      if (open) groups.push({ ...open, depth, collapsed: wasCollapsed(old, depth, open) });
      open = undefined;
    };
    for (const piece of pieces) {
      if (piece.depth < depth) close();
      else open = { start: open?.start ?? piece.from, end: piece.to };
    }
    close();
  }
  sheet[keyOf(dim)] = groups;
}

const wasCollapsed = (old: readonly Group[], depth: number, { start, end }: { start: number; end: number }): boolean =>
  old.some((g) => g.collapsed && g.depth === depth && g.start < end && g.end > start);

export const addDimensionGroup = handler<{ range?: DimensionRange }>((edit, { range }) => {
  const where = span(edit, range);
  regroup(where, 1);
  return { dimensionGroups: groupsJson(where.sheet, where.dim) };
});

export const deleteDimensionGroup = handler<{ range?: DimensionRange }>((edit, { range }) => {
  const where = span(edit, range);
  const { sheet, dim, start, end } = where;
  if (!(sheet[keyOf(dim)] ?? []).some((g) => g.start < end && g.end > start))
    throw invalid(`No dimension group of ${dim.toLowerCase()} in the range ${start}-${end}.`);
  regroup(where, -1);
  const dimensionGroups = groupsJson(sheet, dim);
  return dimensionGroups.length > 0 ? { dimensionGroups } : {};
});

/** Folds or unfolds a group; its rows or columns hide with it, but what an inner folded group hides stays hidden. */
export const updateDimensionGroup = handler<{
  dimensionGroup?: { range?: DimensionRange; depth?: number; collapsed?: boolean };
  fields?: string;
}>((edit, { dimensionGroup = {}, fields }) => {
  const { sheet, dim, start, end } = span(edit, dimensionGroup.range);
  const groups = sheet[keyOf(dim)] ?? [];
  const found = groups.find((g) => g.start === start && g.end === end && g.depth === dimensionGroup.depth);
  if (!found)
    throw invalid(
      `No dimension group of depth ${dimensionGroup.depth ?? 0} over ${dim.toLowerCase()} ${start}-${end}.`,
    );
  if (!masked(paths(fields), 'collapsed')) return undefined;
  const collapsed = dimensionGroup.collapsed ?? false;
  const next = groups.map((g) => (g === found ? { ...g, collapsed } : g));
  sheet[keyOf(dim)] = next;
  for (let at = start; at < end; at++)
    hide(
      edit,
      sheet,
      dim,
      at,
      next.some((g) => g.collapsed && at >= g.start && at < g.end),
    );
  return undefined;
});

function hide(edit: Edit, sheet: Sheet, dim: Span['dim'], at: number, hidden: boolean): void {
  if (dim === 'COLUMNS') sheet.columns = sheet.columns.map((c, i) => (i === at ? { ...c, hidden } : c));
  else if (hidden || sheet.rows[at]) edit.row(sheet, at).hidden = hidden;
}
