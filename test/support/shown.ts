/**
 * The program answers when its book has a change; the rows that staff see follow a moment later. A test that reads the sheet
 * right after waits here until every row shows its line of the book.
 */

import { type TabKey, tabOf, tabOfId, WORKBOOKS } from '../../domain/program/index.ts';
import type { LocalClient } from '../../local/client/index.ts';
import { decodeEntry } from '../../sheets/book.ts';
import { sumOf } from '../../sheets/cells.ts';
import { columnOf, ID, SUM } from '../../sheets/shape.ts';
import { until } from './until.ts';

type Values = { readonly valueRanges: readonly { readonly values?: readonly (readonly string[])[] }[] };

/** Waits until a tab shows what the program knows. Throws with the row that does not. */
export async function untilShown(people: LocalClient, tab: TabKey): Promise<void> {
  const { title } = WORKBOOKS[tabOf(tab).workbook];
  const all = (await people.json('/api/spreadsheets')) as { id: string; title: string }[];
  const id = all.find((each) => each.title === title)?.id;
  if (!id) throw new Error(`there is no spreadsheet "${title}"`);
  await until(async () => {
    const behind = await firstBehind(people, id, tab);
    if (behind) throw new Error(`${behind} does not show its line of the book`);
    return true;
  });
}

async function firstBehind(people: LocalClient, id: string, tab: TabKey): Promise<string | undefined> {
  const titles = ['Book', tabOf(tab).title];
  const query = titles.map((title) => `ranges=${encodeURIComponent(`'${title}'`)}`).join('&');
  const { valueRanges } = (await people.json(`/v4/spreadsheets/${id}/values:batchGet?${query}`)) as Values;
  const [book = [], rows = []] = valueRanges.map(({ values }) => values ?? []);
  const header = rows[0] ?? [];
  const [idAt = 0, sumAt = 0] = [ID, SUM].map((key) => header.indexOf(columnOf(tab, key).header));
  const sums = new Map(rows.map((row) => [row[idAt], row[sumAt]]));
  for (const line of book) {
    if (tabOfId(line[0] ?? '') !== tab) continue;
    const entry = decodeEntry(line.filter((cell) => cell !== ''));
    if (entry?.seen && sums.get(entry.id) !== sumOf(entry)) return entry.id;
  }
  return undefined;
}
