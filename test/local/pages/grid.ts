import type { Locator, Page } from 'playwright-core';
import { type ColumnKey, type TabKey, tabOf } from '../../../domain/program/index.ts';
import { until } from '../../support/until.ts';
import type { Seen } from './browser.ts';

/** A tab as a test looks at it: cells by the keys of their columns, rows as the sheet counts them, the header being row 1. */
export class GridPage<T extends TabKey> {
  readonly seen: Seen;
  readonly tab: T;
  readonly #columns = new Map<string, number>();

  constructor(seen: Seen, tab: T) {
    this.seen = seen;
    this.tab = tab;
  }

  get page(): Page {
    return this.seen.page;
  }

  async open(query = ''): Promise<void> {
    const { s, page } = this.seen;
    const id = s.ids.spreadsheets[tabOf(this.tab).workbook];
    await page.goto(`${s.url}/sheet?id=${id}${query}`);
    const title = tabOf(this.tab).title;
    await page.locator('#tabs .tab', { hasText: title }).first().click();
    await page.locator('#tabs .current', { hasText: title }).waitFor();
    await page.locator('#active-cell').waitFor();
    await this.readColumns();
  }

  async readColumns(): Promise<void> {
    const heads = await this.page.$$eval('[data-head]', (all) =>
      all.map(
        (head) => [head.querySelector('.title')?.textContent ?? '', Number(head.getAttribute('data-head'))] as const,
      ),
    );
    this.#columns.clear();
    for (const [title, column] of heads) this.#columns.set(title, column);
  }

  column(key: ColumnKey<T>): number {
    const column = this.#columns.get(tabOf(this.tab).columns[key]?.header ?? '');
    if (column === undefined) throw new Error(`no column ${key} is shown`);
    return column;
  }

  /** Row 2 is the first below the header. */
  cell(row: number, key: ColumnKey<T>): Locator {
    return this.page.locator(`.tabulator-cell[data-row="${row - 1}"][data-column="${this.column(key)}"]`);
  }

  head(key: ColumnKey<T>): Locator {
    return this.page.locator(`[data-head="${this.column(key)}"]`);
  }

  async choose(key: ColumnKey<T>, entry: string): Promise<void> {
    await this.head(key).locator('.more').click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  /** What the sheet itself holds, as the program reads it. */
  async values(): Promise<string[][]> {
    const { s } = this.seen;
    const id = s.ids.spreadsheets[tabOf(this.tab).workbook];
    const sheet = s.google.people.view(id).sheets.find(({ title }) => title === tabOf(this.tab).title);
    return Object.entries(sheet?.rows ?? {}).map(([, cells]) =>
      Array.from({ length: sheet?.columnCount ?? 0 }, (_, column) => cells[column]?.text ?? ''),
    );
  }

  /** Waits until the sheet holds a column of these texts, below the header. */
  async holds(key: ColumnKey<T>, ...texts: string[]): Promise<void> {
    const column = this.column(key);
    const now = async () => (await this.values()).slice(1).map((row) => row[column] ?? '');
    await until(async () => {
      const found = (await now()).slice(0, texts.length);
      if (found.join('|') === texts.join('|')) return true;
      throw new Error(`${key} holds ${JSON.stringify(found)}, not ${JSON.stringify(texts)}`);
    }, 8_000);
  }
}
