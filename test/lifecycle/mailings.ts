/** People of a mailing for tests: a School that asks, and those of the sample programme who moderate, coordinate and post. */

import { WorkflowNotFoundError } from '@temporalio/client';
import * as assert from 'uvu/assert';
import type { MailingMemory } from '../../domain/mailing/index.ts';
import { type Code, MESSAGES, type Message, type Outcome } from '../../domain/messages.ts';
import { DIRECTIONS } from '../../domain/program/index.ts';
import type { Cells, LocalClient } from '../../local/client/index.ts';
import { formIn } from '../../local/client/page.ts';
import { type Programme, rowOf } from '../support/programme.ts';
import { at } from './people.ts';

export const SIGNATURE = 'Dean’s office\noffice@nu.edu.kz\n53 Kabanbay batyr ave., Astana 010000\n+7 7172 70 66 88';
export const INITIATOR = 'aida.serikova@nu.edu.kz';

/** Staff of the sample programme, by role. */
export const MODERATOR = 'gulnara.tasova@cac.example';
/** Stands in for the moderator, too. */
export const OFFICER = 'miras.oral@cac.example';
export const APPROVER = 'assel.duman@cac.example';
/** Stands in for the Center's approver, too. */
export const DIRECTOR = 'saule.nurlanova@cac.example';

/** Complete and without findings; its window is 29 September (Tuesday) to 12 October 2026. */
export const request = (rest: Cells = {}): Cells => ({
  subject: 'Open lecture on digital twins',
  unit: 'SEDS',
  direction: DIRECTIONS.event,
  initiatorName: 'Aida Serikova',
  initiatorEmail: INITIATOR,
  eventDate: '2026-10-19',
  text: 'Dear graduates,\n\nthe School invites you to an open lecture.',
  signature: SIGNATURE,
  schools: 'SEDS',
  ...rest,
});

export class Requests {
  readonly p: Pick<Programme, 'people' | 'temporal'>;
  private said = 0;
  constructor(p: Pick<Programme, 'people' | 'temporal'>) {
    this.p = p;
  }
  get people(): LocalClient {
    return this.p.people;
  }

  /** Typed by staff; gives the row back as the program answered it. */
  async typed(cells: Cells): Promise<Cells> {
    await this.people.add('mailings', cells);
    await this.people.settle();
    return this.bySubject(cells.subject ?? '');
  }
  async changed(id: string | undefined, cells: Cells): Promise<Cells> {
    await this.people.edit('mailings', id ?? '', cells);
    await this.people.settle();
    return this.row(id);
  }
  bySubject = (subject: string): Promise<Cells> => rowOf(this.people, 'mailings', { subject });
  row = (id: string | undefined): Promise<Cells> => rowOf(this.people, 'mailings', { id: id ?? '' });
  async memory(id: string | undefined): Promise<MailingMemory> {
    return JSON.parse((await this.row(id)).memory || '{}') as MailingMemory;
  }
  async staff(email: string): Promise<string> {
    return (await rowOf(this.people, 'staff', { email })).id ?? '';
  }
  to = async (date: string, time: string): Promise<void> => void (await this.people.move({ to: at(date, time) }));

  /** What somebody's page sends, answered with the code of the outcome. */
  async say(
    id: string | undefined,
    kind: string,
    by: Message['by'],
    data: Readonly<Record<string, Code>> = {},
  ): Promise<string> {
    const message: Message = { id: `test-${this.said++}`, kind, by, at: await this.people.now(), data };
    const outcome = await this.p.temporal.workflow
      .getHandle(`mailing/${id}`)
      .executeUpdate<Outcome, [Message]>(MESSAGES.deliver, { args: [message], updateId: message.id })
      .catch((error: unknown): Outcome => {
        if (error instanceof WorkflowNotFoundError) return { status: 'refused', code: 'unknown-run' };
        throw error;
      });
    // The clock hears of what pages and sheet do, not of this: an edit that has every request look again tells it.
    const [day] = await this.people.rows('holidays');
    await this.people.edit('holidays', day?.id ?? '', { source: message.id });
    await this.people.settle();
    return outcome.code;
  }
  /** The draft page, by the newest letter to the initiator that leads there. */
  async draft(id: string | undefined): Promise<string> {
    const { initiatorEmail = '', subject = '' } = await this.row(id);
    const letters = (await this.people.letters(initiatorEmail)).filter((letter) => letter.subject.includes(subject));
    const links = letters.flatMap((letter) => letter.links).filter((link) => /\/draft\//.test(link.href));
    const link = links.at(-1)?.href;
    if (!link) throw new Error(`no link to the draft page of ${subject}`);
    return link;
  }
  /** Presses a button of the draft page; gives back what the page says then. */
  async onDraft(id: string | undefined, what: string, fields: Cells = {}): Promise<string> {
    const { words } = await this.people.press(await this.draft(id), { do: what, ...fields });
    await this.people.settle();
    return words;
  }
  /** Chooses a file on the draft page as a browser does. */
  async upload(id: string | undefined, kind: 'picture' | 'poster', bytes: Uint8Array): Promise<string> {
    const link = await this.draft(id);
    const data = new FormData();
    for (const [name, value] of formIn((await this.people.open(link)).html, {}).body) data.append(name, value);
    data.set(kind, new Blob([new Uint8Array(bytes)]), `${kind}.png`);
    data.set('do', `upload-${kind}`);
    const page = await (await fetch(link, { method: 'POST', body: data })).text();
    await this.people.settle();
    return page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  }
  handIn = (id: string | undefined): Promise<string> => this.onDraft(id, 'hand-in');
  async withdraw(id: string | undefined): Promise<string> {
    const { words } = await this.people.press(`${await this.draft(id)}?withdraw=1`, { do: 'withdraw' });
    await this.people.settle();
    return words;
  }
  /** Newest link in the letters to somebody that leads to a page of that name. */
  async link(email: string, page: 'draft' | 'moderate' | 'social'): Promise<string> {
    const links = (await this.people.letters(email)).flatMap((letter) => letter.links);
    const found = links.findLast(({ href }) => new URL(href).pathname.startsWith(`/${page}/`));
    if (!found) throw new Error(`no letter to ${email} leads to a page "${page}"`);
    return found.href;
  }
  /** A press on the page of somebody of the staff, with what that page showed; gives back what it says then. */
  async decide(
    id: string,
    act: string,
    email: string,
    fields: Cells = {},
    page: 'moderate' | 'social' = 'moderate',
  ): Promise<string> {
    const at = new URL(await this.link(email, page));
    if (page === 'moderate') at.searchParams.set('open', id);
    const shown = await this.people.open(at.href);
    const forms = shown.html.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find((each) => each.includes(`name="act" value="${act}"`));
    if (!form) throw new Error(`nobody is asked to "${act}" there: ${shown.words}`);
    const { action, body } = formIn(form, fields);
    // What cannot be taken back is asked once more; this is the second press.
    body.set('sure', '1');
    const answer = await fetch(new URL(action, at), { method: 'POST', body });
    const text = await answer.text();
    await this.people.settle();
    return text.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  }
  /** The moderator puts it right on the page for that. */
  async fix(id: string, email: string, fields: Cells): Promise<string> {
    const at = new URL(await this.link(email, 'moderate'));
    at.searchParams.set('open', id);
    at.searchParams.set('fix', '1');
    const { words } = await this.people.press(at.href, fields);
    await this.people.settle();
    return words;
  }
  /** Subjects of letters about a request, by its subject, with their readers; `since` as the letters are numbered. */
  async letters(about: string, since = 0): Promise<string[]> {
    const letters = await this.people.letters('', since);
    return letters
      .filter(({ subject }) => subject.includes(about))
      .map(({ to, subject }) => `${String(to)}: ${subject}`);
  }
  /** A press of staff, about what is moderated now unless it says otherwise. */
  async press(
    id: string | undefined,
    kind: string,
    email: string,
    data: Readonly<Record<string, Code>> = {},
  ): Promise<string> {
    const { seen } = await this.memory(id);
    return this.say(id, kind, `person ${await this.staff(email)}`, { ...seen, ...data });
  }
  async handedIn(rest: Cells = {}): Promise<string> {
    const row = await this.typed(request(rest));
    assert.match(await this.handIn(row.id), /Handed in\./);
    return row.id ?? '';
  }
  /** Open rows of the queue about a request: cause and who gets it. */
  async needs(id: string): Promise<(readonly [string, string])[]> {
    return (await this.people.rows('needs'))
      .filter((row) => row.about === id && row.state === 'Open')
      .map((row) => [(row.cause ?? '').split('/')[0] ?? '', row.owner ?? ''] as const)
      .sort();
  }
}
