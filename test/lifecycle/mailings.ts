/** People of a mailing for tests: a School that asks, and those of the sample programme who moderate, coordinate and post. */

import { WorkflowNotFoundError } from '@temporalio/client';
import * as assert from 'uvu/assert';
import type { MailingMemory } from '../../domain/mailing/index.ts';
import { type Code, MESSAGES, type Message, type Outcome } from '../../domain/messages.ts';
import { DIRECTIONS } from '../../domain/program/index.ts';
import type { Cells, LocalClient } from '../../local/client/index.ts';
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
    const code = await this.p.temporal.workflow
      .getHandle(`mailing/${id}`)
      .executeUpdate<Outcome, [Message]>(MESSAGES.deliver, { args: [message], updateId: message.id })
      .then(
        (outcome) => outcome.code,
        (error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return 'unknown-run';
          throw error;
        },
      );
    const [day] = await this.people.rows('holidays');
    await this.people.edit('holidays', day?.id ?? '', { source: message.id });
    await this.people.settle();
    return code;
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
  handIn = (id: string | undefined): Promise<string> => this.onDraft(id, 'hand-in');
  async withdraw(id: string | undefined): Promise<string> {
    const { words } = await this.people.press(`${await this.draft(id)}?withdraw=1`, { do: 'withdraw' });
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
