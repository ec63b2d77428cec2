import { parseCell } from './parse.ts';
import { type Cells, tabOf } from './tabs.ts';

/** Tabs of people. */
export type PersonTab = 'mentors' | 'mentees';
/** Tabs whose rows keep the first answers; later ones stand in "New answers" until staff take them over. */
export type AnsweredTab = PersonTab | 'mailings';

/** Later answers of the form, one `Header: value` per line, as they stand in New answers. */
export function readNewAnswers(tab: AnsweredTab, text: string): Record<string, string> {
  const columns = Object.entries(tabOf(tab).columns);
  const answers: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const found = columns.find(([, column]) => line.startsWith(`${column.header}: `));
    if (found) answers[found[0]] = line.slice(found[1].header.length + 2).replaceAll('⏎', '\n');
  }
  return answers;
}

export function writeNewAnswers(tab: AnsweredTab, answers: Readonly<Record<string, string>>): string {
  const { columns } = tabOf(tab);
  return Object.entries(answers)
    .map(([key, value]) => `${columns[key]?.header}: ${value.replaceAll('\n', '⏎')}`)
    .join('\n');
}

/** Cells as they count: later answers over the first ones. */
export function counted<T extends AnsweredTab>(row: { readonly tab: T; readonly cells: Cells<T> }): Cells<T> {
  const cells: Record<string, unknown> = { ...row.cells };
  const { columns } = tabOf(row.tab);
  for (const [key, text] of Object.entries(readNewAnswers(row.tab, String(row.cells.newAnswers)))) {
    const column = columns[key];
    const parsed = column && parseCell(column, text);
    if (parsed?.ok) cells[key] = parsed.value;
  }
  return cells as Cells<T>;
}
