import type { View } from '../ports.ts';

/** A mentee's last ranking in a season, first choice first. */
export function rankingOf(view: View, mentee: string, season: string): string[] {
  const rows = view.rows('choices').filter((row) => row.cells.mentee === mentee && row.cells.season === season);
  const last = rows.sort((a, b) => (b.cells.round ?? 0) - (a.cells.round ?? 0))[0];
  return last
    ? last.cells.ranking
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean)
    : [];
}
