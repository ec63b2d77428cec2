import { cellAt } from '../book/edit.ts';
import { formatOf } from '../book/effective.ts';
import { checkedBox } from '../book/ranges.ts';
import type { Box, GridRange } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { display } from '../values/render.ts';
import { setValue } from '../values/write.ts';
import { handler } from './context.ts';

interface Asked {
  readonly find?: string;
  readonly replacement?: string;
  readonly matchCase?: boolean;
  readonly matchEntireCell?: boolean;
  readonly searchByRegex?: boolean;
  readonly includeFormulas?: boolean;
  readonly allSheets?: boolean;
  readonly sheetId?: number;
  readonly range?: GridRange;
}

function patternOf(find: string, { searchByRegex, matchEntireCell, matchCase }: Asked): RegExp {
  const source = searchByRegex ? find : find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    const pattern = new RegExp(matchEntireCell ? `^(?:${source})$` : source, matchCase ? 'g' : 'gi');
    // compiled now: an expression that is too large is told only when it is used
    pattern.test('');
    pattern.lastIndex = 0;
    return pattern;
  } catch {
    // what the runtime says about it means nothing to the caller
    throw invalid('The text to find is no valid regular expression.');
  }
}

export const findReplace = handler<Asked>((edit, asked) => {
  const { find = '', replacement = '' } = asked;
  if (find === '') throw invalid('The text to find cannot be empty.');
  const pattern = patternOf(find, asked);
  const by = asked.searchByRegex ? replacement : replacement.replaceAll('$', '$$$$');
  const count = { values: 0, formulas: 0, occurrences: 0 };
  const rows = new Set<string>();
  const sheets = new Set<number>();
  for (const { id, box } of places()) {
    const sheet = edit.sheet(id);
    for (let r = box.r0; r < box.r1; r++) {
      if (!sheet.rows[r]) continue;
      for (let c = box.c0; c < box.c1; c++) {
        const cell = cellAt(sheet, r, c);
        if (!cell || (cell.x !== undefined && !asked.includeFormulas)) continue;
        const text = cell.x ?? display(cell.v, formatOf(sheet, r, c, cell));
        const hits = text.match(pattern)?.length ?? 0;
        if (hits === 0) continue;
        edit.guard(sheet, { r0: r, r1: r + 1, c0: c, c1: c + 1 });
        setValue(edit, sheet, r, c, text.replace(pattern, by), 'USER_ENTERED');
        count.occurrences += hits;
        if (cell.x === undefined) count.values++;
        else count.formulas++;
        rows.add(`${id}/${r}`);
        sheets.add(id);
      }
    }
  }
  return Object.fromEntries(
    Object.entries({
      valuesChanged: count.values,
      formulasChanged: count.formulas,
      rowsChanged: rows.size,
      sheetsChanged: sheets.size,
      occurrencesChanged: count.occurrences,
    }).filter(([, n]) => n > 0),
  );

  function places(): { id: number; box: Box }[] {
    const all = (id: number) => ({ id, box: checkedBox({}, edit.sheet(id)) });
    if (asked.allSheets) return edit.book.sheets.map((s) => all(s.id));
    if (asked.sheetId !== undefined) return [all(asked.sheetId)];
    if (!asked.range) throw invalid('Must specify range, sheetId or allSheets.');
    const id = asked.range.sheetId ?? 0;
    return [{ id, box: checkedBox(asked.range, edit.sheet(id)) }];
  }
});
