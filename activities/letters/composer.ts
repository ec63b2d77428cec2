import { addMonths, instantAt } from '../../domain/calendar/index.ts';
import type { LetterOrder } from '../../domain/letters/index.ts';
import { commonalities, describe } from '../../domain/matching/index.ts';
import type { FormKey } from '../../domain/program/index.ts';
import { addressOf, answersOf, counted } from '../facts/people.ts';
import { matchingPerson } from '../matching-input.ts';
import type { ActionLink, Ports, Row, View } from '../ports.ts';
import type { Reader } from './reader.ts';

/** Looks up what letters say about people and pairs, and makes their links. */
export class Composer {
  readonly ports: Ports;
  readonly view: View;
  readonly order: LetterOrder;
  readonly reader: Reader;
  constructor(ports: Ports, view: View, order: LetterOrder, reader: Reader) {
    this.ports = ports;
    this.view = view;
    this.order = order;
    this.reader = reader;
  }

  word(code: string): string {
    return this.ports.letters.word(code, this.reader.language);
  }
  data(name: string): string {
    return String(this.order.data?.[name] ?? '');
  }
  number(name: string): number {
    return Number(this.order.data?.[name] ?? 0);
  }

  get pair(): Row<'matches'> | undefined {
    return this.view.row('matches', this.order.about);
  }
  mentor(id: string): Row<'mentors'> | undefined {
    return this.view.row('mentors', id);
  }
  mentee(id: string): Row<'mentees'> | undefined {
    return this.view.row('mentees', id);
  }
  nameOf(id: string): string {
    return this.mentor(id)?.cells.name ?? this.mentee(id)?.cells.name ?? '';
  }
  /** The other person of the pair this letter is about. */
  get partnerId(): string {
    const { pair } = this;
    return pair?.cells.mentor === this.order.to ? pair.cells.mentee : (pair?.cells.mentor ?? '');
  }
  /** How the pair keeps contact, as both said it. */
  get contact(): string {
    const parts = (this.pair?.cells.contact ?? '').split(',').map((part) => part.trim());
    return parts
      .filter(Boolean)
      .map((part) => this.word(part))
      .join(', ');
  }
  get partner(): string {
    return this.nameOf(this.partnerId);
  }

  private linkTo(process: string, action: string, data: Readonly<Record<string, string | number>> = {}): ActionLink {
    return { process, action, person: this.order.to, expires: this.order.expires, data };
  }
  /** A page on which the reader acts on the pair. */
  act(action: string, data: Readonly<Record<string, string | number>> = {}): string {
    return this.ports.links.action(this.linkTo(`mentorship/${this.order.about}`, action, data), this.reader.language);
  }
  /** A page on which the reader acts on their own participation. */
  own(action: string, data: Readonly<Record<string, string | number>> = {}): string {
    return this.ports.links.action(this.linkTo(`participant/${this.order.to}`, action, data), this.reader.language);
  }
  /** A page on which a member of staff decides about the case, in their own name. */
  ofCase(action: string): string {
    return this.ports.links.action(
      this.linkTo(`case/${this.order.about}`, action, { decision: this.data('decision') }),
    );
  }
  /** A page on which its initiator or a member of staff works on a mailing. */
  ofMailing(action: string): string {
    return this.ports.links.action(this.linkTo(`mailing/${this.order.about}`, action), this.reader.language);
  }
  /** The same link again, with a new end. */
  fresh(action: string): string {
    if (action === 'mailings' || this.view.row('mailings', this.order.about)) return this.ofMailing(action);
    const { action: _, ...rest } = this.order.data ?? {};
    const data = Object.fromEntries(
      Object.entries(rest).filter((entry): entry is [string, string | number] =>
        ['string', 'number'].includes(typeof entry[1]),
      ),
    );
    const form = /^form-(.+)$/.exec(action)?.[1];
    if (form === 'mentor' || form === 'mentee') return this.applicationForm();
    if (form) return this.form(form as FormKey, data);
    return this.pair ? this.act(action, data) : this.own(action, data);
  }
  form(
    form: FormKey,
    data: Readonly<Record<string, string | number>> = {},
    answers: Readonly<Record<string, readonly string[]>> = {},
  ): string {
    const process = this.pair ? `mentorship/${this.order.about}` : `participant/${this.order.to}`;
    return this.ports.links.form(form, this.linkTo(process, `form-${form}`, data), answers);
  }
  /** The application form of the reader's role, filled in with what was answered, to complete or to come back. */
  applicationForm(): string {
    const row = this.mentor(this.order.to) ?? this.mentee(this.order.to);
    return this.form(row?.tab === 'mentors' ? 'mentor' : 'mentee', {}, row ? answersOf(row) : {});
  }
  /** They work at any time of the pair (M25, M33), though the question of their letter may be over. */
  pairLinks(): { meet: string; silent: string; pause: string; end: string; issue: string } {
    const endsOn = this.pair?.cells.endsOn ?? '';
    const last = endsOn ? instantAt(addMonths(endsOn, 1), '17:00') : '';
    const expires = last > this.order.expires ? last : this.order.expires;
    const always = new Composer(this.ports, this.view, { ...this.order, expires }, this.reader);
    return {
      meet: always.act('meet'),
      silent: always.act('silent'),
      pause: always.act('pause'),
      end: always.act('end'),
      issue: always.form('issue'),
    };
  }

  private facts(
    lines: readonly (readonly [string, string | number | readonly string[] | undefined])[],
  ): { label: string; value: string }[] {
    return lines
      .map(([label, value]) => ({
        label: this.word(label),
        value: (Array.isArray(value) ? value : [value ?? '']).map((each) => this.word(String(each))).join(', '),
      }))
      .filter((line) => line.value !== '');
  }
  /** What a mentee may see of a mentor: what the mentor agreed to show, never contact data (M14, M15). */
  mentorProfile(id: string) {
    const row = this.mentor(id);
    if (!row) return [];
    const c = counted(row);
    return this.facts([
      ['name', c.name],
      ['degree', [c.degree, c.year === undefined ? '' : String(c.year)].filter(Boolean)],
      ['field', c.field],
      ['industry', c.industry],
      ['employer', [c.position, c.employer].filter(Boolean)],
      ['topics', c.topics],
      ['languages', c.languages],
      ['about', c.about],
    ]);
  }
  menteeProfile(id: string) {
    const row = this.mentee(id);
    if (!row) return [];
    const c = counted(row);
    return this.facts([
      ['name', c.name],
      ['school', [c.school, c.year].filter(Boolean)],
      ['field', c.field],
      ['industry', c.industry],
      ['topics', c.topics],
      ['languages', c.languages],
      ['interests', c.interests],
    ]);
  }
  /** Name and contact information of the match (M17); only after both agreed to be asked, and the mentor accepted. */
  contacts(id: string) {
    const row = this.mentor(id) ?? this.mentee(id);
    if (!row) return [];
    const c = counted(row);
    return this.facts([
      ['name', c.name],
      ['email', addressOf(row)],
      ['phone', c.phone],
      ['contactMethod', c.contactMethod],
      ['timeZone', c.timeZone],
      ['city', c.city],
    ]);
  }
  /** The address that the reader gave in the form and has not confirmed. */
  newAddress(): string {
    const row = this.mentor(this.order.to) ?? this.mentee(this.order.to);
    return row ? counted(row).email : '';
  }
  goals(id: string): string {
    const row = this.mentee(id);
    return row ? counted(row).goals : '';
  }
  /** What the two have in common (M16): as staff read it in the row, or the same in the reader's language. */
  commonalities(): string[] {
    const { pair, reader } = this;
    const mentor = this.mentor(pair?.cells.mentor ?? '');
    const mentee = this.mentee(pair?.cells.mentee ?? '');
    if (reader.language === 'en' || !mentor || !mentee) return (pair?.cells.why ?? '').split('\n').filter(Boolean);
    return commonalities(matchingPerson(counted(mentor)), matchingPerson(counted(mentee))).map((reason) =>
      describe(reason, reader.language),
    );
  }
  sessions(): { title: string; at: string; place: string; url: string }[] {
    const ids = this.order.step.split('/')[1]?.split('+') ?? [];
    return ids
      .map((id) => this.view.row('training', id))
      .filter((row) => row !== undefined)
      .map((row) => ({ ...this.session(row), url: this.own('book', { session: row.id }) }));
  }
  session(row: Row<'training'> | undefined): { title: string; at: string; place: string } {
    return {
      title: row?.cells.topic ?? '',
      at: row?.cells.date && row.cells.from ? instantAt(row.cells.date, row.cells.from) : '',
      place: row?.cells.place ?? '',
    };
  }
}
