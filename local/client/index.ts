/**
 * What people do with the embedded default, over HTTP as a browser would: answer forms, read the inbox, follow links, type into
 * the sheets, move the clock. For the rehearsal and for tests; it knows no inner part of the program.
 */
import { type FormKey, questionId, type TabKey } from '../../domain/program/index.ts';
import type { Letter } from '../inbox/index.ts';
import { type Fields, formIn } from './page.ts';

export type { Letter } from '../inbox/index.ts';
export type { Fields } from './page.ts';

export type Cells = Readonly<Record<string, string>>;
export interface ClockMoved {
  readonly at: string;
  readonly steps: number;
  readonly settled: number;
}
export interface Answered {
  readonly status: number;
  readonly html: string;
  /** What the page says, without markup. */
  readonly words: string;
}

/** A request that was refused; the message holds what the page or the JSON said. */
export class ClientError extends Error {}

export class LocalClient {
  readonly url: string;
  private forms: Map<string, string> | undefined;

  constructor(url: string) {
    this.url = url.replace(/\/$/, '');
  }

  /**
   * Answers a form by the keys of its questions. `link` is a prefilled link from a letter, whose code goes along.
   * The page is given back whatever its status: 400 names what is wrong.
   */
  async answer(
    form: FormKey,
    answers: Readonly<Record<string, string | readonly string[]>>,
    link?: string,
  ): Promise<Answered> {
    const body = new URLSearchParams();
    if (link)
      for (const [name, value] of new URL(link).searchParams) if (name.startsWith('entry.')) body.append(name, value);
    for (const [key, value] of Object.entries(answers)) {
      const entry = `entry.${Number.parseInt(questionId(form, key), 16)}`;
      body.delete(entry);
      for (const one of typeof value === 'string' ? [value] : value) body.append(entry, one);
    }
    return answered(
      await fetch(`${this.url}/forms/d/e/${await this.formId(form)}/formResponse`, { method: 'POST', body }),
    );
  }

  private async formId(form: FormKey): Promise<string> {
    if (!this.forms) {
      const all = (await this.json('/api/forms')) as { id: string; key: string | null }[];
      this.forms = new Map(all.map(({ id, key }) => [key ?? id, id]));
    }
    const id = this.forms.get(form);
    if (!id) throw new ClientError(`there is no form "${form}"`);
    return id;
  }

  /** Letters to an address, oldest first; to everybody without one. `since` is the id of a letter. */
  async letters(to = '', since = 0): Promise<Letter[]> {
    const query = new URLSearchParams({ ...(to ? { to } : {}), ...(since ? { since: String(since) } : {}) });
    const letters = (await this.json(`/api/inbox?${query}`)) as Letter[];
    return letters.sort((a, b) => a.id - b.id);
  }

  open = async (link: string): Promise<Answered> => answered(await fetch(link));

  /** Presses the button behind a link: opens the page, fills in its form and posts it where a browser would. */
  async press(link: string, fields: Fields = {}): Promise<Answered> {
    const page = await this.open(link);
    if (page.status >= 400 && page.status !== 410) return page;
    // An expired link asks for nothing but a fresh one.
    const form = formIn(page.html, page.status === 410 ? {} : fields);
    return answered(await fetch(new URL(form.action, link), { method: 'POST', body: form.body }));
  }

  rows = async (tab: TabKey): Promise<Cells[]> => (await this.json(`/api/staff?tab=${tab}`)) as Cells[];
  add = (tab: TabKey, cells: Cells): Promise<void> => this.staff({ tab, cells });
  edit = (tab: TabKey, id: string, cells: Cells): Promise<void> => this.staff({ tab, id, cells });
  sort = (tab: TabKey, column: string, ascending = true): Promise<void> => this.staff({ tab, sort: column, ascending });
  undo = (workbook: string): Promise<void> => this.staff({ undo: workbook });
  private async staff(wish: object): Promise<void> {
    await this.json('/api/staff', wish);
  }

  /** Settles everything people did, then moves the frozen clock. */
  async move(wish: { to: string } | { by: string } | { next: true }): Promise<ClockMoved> {
    return (await this.json('/api/clock', wish)) as ClockMoved;
  }
  /** Settles everything people did, without moving the clock. */
  settle = async (): Promise<ClockMoved> => this.move({ to: await this.now() });
  async now(): Promise<string> {
    return ((await this.json('/api/clock')) as { at: string }).at;
  }
  /** When the next thing is due, or null. */
  async next(): Promise<string | null> {
    return ((await this.json('/api/clock')) as { next: { at: string } | null }).next?.at ?? null;
  }

  async json(path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new ClientError(`${path}: ${response.status} ${text.slice(0, 500)}`);
    return JSON.parse(text);
  }
}

async function answered(response: Response): Promise<Answered> {
  const html = await response.text();
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return {
    status: response.status,
    html,
    words: main
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  };
}
